from __future__ import annotations

from models.actions import directory
from models.errors import NotFound
from models.store import Database
from models.tables import Person
from tests.support.files import KIM, sample_visit
from ui.data.erasing import EraserOf
from ui.dialogs.erase import EraseDialog


def test_a_person_goes_for_good_here_and_in_the_copies(
    qtbot, theme, tongue, parent, office, door, trip, backup
):
    visit = sample_visit(office)
    person = visit.delegations[0].delegates[1].person_id
    directory.person.edit(office, person, {"email": "marker@nowhere.test"})
    dialog = EraseDialog(theme, tongue, EraserOf(door, person), parent)
    dialog.open()
    qtbot.waitUntil(dialog.sure.isEnabled, timeout=20000)
    assert "CHOI" in dialog.said()
    assert not dialog.act.isEnabled()
    assert trip in {path for _check, path in dialog.copies}
    dialog.sure.click()
    with qtbot.waitSignal(dialog.erased, timeout=30000):
        dialog.act.click()
    assert not dialog.act.isVisible()
    dialog.reject()
    for path in (trip, backup):
        with Database.open(path, KIM) as other:
            assert all(row.id != person for row in other.load_all(Person))
    path = office.path
    office.close()
    assert b"marker@nowhere.test" not in path.read_bytes()


def test_nothing_goes_without_being_sure(qtbot, theme, tongue, parent, office, door):
    person = sample_visit(office).delegations[0].delegates[1].person_id
    dialog = EraseDialog(theme, tongue, EraserOf(door, person), parent)
    dialog.open()
    qtbot.waitUntil(dialog.sure.isEnabled, timeout=20000)
    dialog.act.click()
    dialog.reject()
    assert office.load(Person, person)


def test_nobody_is_said_to_be_nobody(qtbot, theme, tongue, parent, door):
    dialog = EraseDialog(theme, tongue, EraserOf(door, "nobody"), parent)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.note.accessibleName()), timeout=20000)
    assert dialog.note.accessibleName() == tongue.error(NotFound(what="person", text="nobody"))
    dialog.reject()
