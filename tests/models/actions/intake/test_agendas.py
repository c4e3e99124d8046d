"""A Word agenda becomes a proposal, is accepted as one change set, and changes nothing the second time."""

from __future__ import annotations

import datetime as dt

import pytest

from exporters.catalogue import PaperRequest, export
from models.actions import visits
from models.actions.intake import State, accept, preview
from models.actions.undo import undo
from models.errors import ImportProblem
from models.intake.agenda.agenda import LineRole
from models.tables import Visit
from tests.models.intake.agendas import build
from tests.models.intake.agendas.build import content
from tests.models.intake.agendas.measure import CORPUS
from tests.support.files import new_database, sample_database, sample_visit

MADE = {make.__name__: make for make in CORPUS}


@pytest.fixture
def sample(tmp_path):
    with sample_database(tmp_path) as database:
        yield database


@pytest.fixture
def office(tmp_path):
    with new_database(tmp_path) as database:
        yield database


def visit_in(database, languages):
    return visits.visit.add(
        database, title={languages[0]: "Made"}, languages=languages, time_zone="Asia/Seoul"
    ).value


def written(folder, name):
    path = folder / f"{name}.docx"
    path.write_bytes(content(MADE[name]()[0]))
    return path


def items(database, visit):
    return {(item.date, item.start, item.title.pick(()).text) for item in database.load_visit(visit).items}


def test_an_agenda_that_parley_wrote_changes_nothing(sample, tmp_path):
    visit = sample_visit(sample)
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", ("ko", "ja"))], path, today=dt.date(2024, 7, 26))
    proposal = preview(sample, path, visit=visit.id)
    counts = proposal.counts
    assert (counts.new, counts.changed, counts.refused) == (0, 0, 0)
    assert counts.same > 15
    assert {line.role for line in proposal.agenda.lines} >= {LineRole.DAY, LineRole.ITEM, LineRole.TALK}


@pytest.mark.parametrize("name", sorted(MADE)[::4])
def test_an_agenda_fills_an_empty_visit_once(office, tmp_path, name):
    _, truth = MADE[name]()
    languages = tuple(dict.fromkeys((truth.language, "ko", "ja", "en")))
    visit = visit_in(office, languages)
    path = written(tmp_path, name)
    accept(office, preview(office, path, visit=visit, unsure="new"))
    found = items(office, visit)
    assert {(dt.date.fromisoformat(item.date)) for item in truth.items} == {date for date, _, _ in found}
    assert len(found) == len(truth.items)
    again = preview(office, path, visit=visit, unsure="known")
    assert [line.name for line in again.lines if line.state is not State.SAME] == []


def test_an_accepted_agenda_is_undone_in_one_step(office, tmp_path):
    visit = visit_in(office, ("en",))
    done = accept(office, preview(office, written(tmp_path, "en_paragraphs"), visit=visit, unsure="new"))
    assert len(items(office, visit)) == 9
    undo(office, done.change_set)
    assert items(office, visit) == set()


def test_a_changed_time_is_shown_with_its_old_value(sample, tmp_path):
    visit = sample_visit(sample)
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", ("ko", "ja"))], path, today=dt.date(2024, 7, 26))
    import docx

    document = docx.Document(path)
    for table in document.tables:
        for row in table.rows:
            for run in row.cells[0].paragraphs[0].runs:
                run.text = run.text.replace("09:40–09:50", "09:40–09:55")
    document.save(path)
    proposal = preview(sample, path, visit=visit.id)
    (line,) = [line for line in proposal.lines if line.state is State.CHANGED]
    (change,) = [change for step in line.steps for change in step.changes]
    assert (change.field, change.old, change.new) == ("end", dt.time(9, 50), dt.time(9, 55))


def test_a_kind_that_the_office_gave_stays(sample, tmp_path):
    visit = sample_visit(sample)
    path = tmp_path / "agenda.docx"
    export(visit, [PaperRequest("agenda", ("ko", "ja"))], path, today=dt.date(2024, 7, 26))
    proposal = preview(sample, path, visit=visit.id)
    doubtful = [item for item in proposal.agenda.items if item.kind.doubtful]
    assert [item.title["ko"].value for item in doubtful] == ["경영진 티타임 미팅"]
    assert proposal.counts.changed == 0


def test_an_agenda_with_another_ending_is_known_for_what_it_is(office, tmp_path):
    visit = visit_in(office, ("en",))
    path = written(tmp_path, "en_paragraphs").rename(tmp_path / "agenda.xlsx")
    assert preview(office, path, visit=visit).agenda is not None


def test_a_letter_is_no_agenda(office, tmp_path):
    visit = visit_in(office, ("en",))
    document = build.new()
    build.lines(document, "Dear colleagues,", "thank you for your letter.")
    path = tmp_path / "letter.docx"
    path.write_bytes(content(document))
    with pytest.raises(ImportProblem) as raised:
        preview(office, path, visit=visit)
    assert raised.value.values == {"reason": "no-agenda", "path": "letter.docx"}


def test_an_agenda_without_a_visit_asks_for_one(office, tmp_path):
    with pytest.raises(ImportProblem) as raised:
        preview(office, written(tmp_path, "en_paragraphs"))
    assert raised.value.values["reason"] == "visit-needed"
    assert office.load_all(Visit) == []
