"""Findings after a save are those of the file, also where only some rules were asked again."""

from __future__ import annotations

import pytest

from models.actions import directory, schedule
from models.rules.findings import findings
from ui.data.office import Office


@pytest.fixture
def seen(office_file):
    """Return a function that does something to the file, and what the window then knows to be found."""
    office = Office.open(office_file)
    longest = max((office.visit(line.id) for line in office.file().visits), key=lambda view: len(view.days))
    visit = office.visit(longest.id)
    views = [office.look_over(visit) or visit]

    def does(act):
        done = act(office.database, views[-1])
        view = office.visit(visit.id, views[-1], done.touched)
        views.append(office.look_over(view) or view)
        found = tuple(one.finding for one in views[-1].findings)
        assert found == findings(office.database.load_visit(visit.id))
        return found, tuple(one.finding for one in views[-2].findings)

    yield does
    office.close()


def test_a_name_that_is_typed_is_missed_no_more(seen):
    def name(database, _view):
        lee = next(one for one in database.rows(directory.person.kind) if one.family.text_in("ko") == "이")
        return directory.person.edit(database, lee.id, {"family.ja": "李", "given.ja": "浩成"})

    now, before = seen(name)
    assert len(now) == len(before) - 1


def test_a_title_that_is_emptied_is_missed_and_names_stay_as_they_were(seen):
    def title(database, view):
        item = view.days[1].items[0]
        return schedule.item.edit(database, item.id, {"title.ja": ""})

    now, before = seen(title)
    assert len(now) == len(before) + 1
    names = [[one for one in found if one.code.value == "no-name"] for found in (now, before)]
    assert names[0] == names[1] != []
