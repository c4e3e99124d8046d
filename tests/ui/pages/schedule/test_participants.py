"""Who takes part, talks and stops, inside the form of an entry."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from models.store import Database, Profile
from tests.ui.scene import in_file, item_called, typed


def part_of(path, item, role):
    return next(each for each in in_file(path, item.id).participations if each.role.value == role)


def rows(sublist):
    return [(row.text, row.detail) for row in sublist.rows._rows]


@pytest.fixture
def entry(opened):
    workspace, section = opened()
    item = item_called(workspace, "단체사진")
    section.select("schedule_item", item.id)
    return workspace, section, item


def test_a_person_of_the_visit_is_found_by_typing_and_added_as_what_is_chosen(
    entry, office_file, idle, qtbot
):
    workspace, section, item = entry
    role = section.participants.role
    role.setCurrentIndex(role.findData("host"))
    line = section.participants.picker.line
    line.setFocus()
    qtbot.keyClicks(line, "Usuda")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(workspace)
    part = part_of(office_file, item, "host")
    assert part.person.family.text_in("en") == "Usuda"
    assert (
        rows(section.participants.list)[-1] == ("USUDA Takashi", "초청 측")
        or rows(section.participants.list)[-1][0] == "USUDA Takashi"
    )
    assert "USUDA" in next(
        row.people
        for row in section.list.rows.shown()
        if getattr(row, "item", None) and row.item.id == item.id
    )
    workspace.commands.undo.trigger()
    idle(workspace)
    assert not in_file(office_file, item.id).participations


def test_delegations_everyone_and_organisations_can_take_part(entry, office_file, idle):
    workspace, section, item = entry
    keys = [choice.key for choice in section.participants.picker.line.offers("")]
    wanted = [next(key for key in keys if key.startswith(kind)) for kind in ("delegation", "everyone")]
    wanted.append(next(key for key in keys if key.startswith("organisation")))
    for key in wanted:
        section.participants.picked.emit(key, "guest")
    idle(workspace)
    parts = in_file(office_file, item.id).participations
    assert [bool(part.delegation_id) for part in parts] == [True, False, False]
    assert [bool(part.organisation_id) for part in parts] == [False, False, True]
    assert any("미정" in text for text, _ in rows(section.participants.list))


def test_who_is_missing_is_created_in_place(entry, office_file, idle, qtbot):
    workspace, section, item = entry
    line = section.participants.picker.line
    line.setFocus()
    qtbot.keyClicks(line, "Jeong Da-eun")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(workspace)
    (part,) = in_file(office_file, item.id).participations
    name = part.person.name
    assert (name.family.text_in("en"), name.given.text_in("en")) == ("Jeong", "Da-eun")


def test_another_role_and_somebody_else_are_one_step_each_and_keep_what_was_said(
    entry, office_file, idle, qtbot
):
    workspace, section, item = entry
    people = workspace.desk.visit.people()
    section.participants.picked.emit(f"person:{people[0].id}", "participant")
    idle(workspace)
    section.open_inside("participation", part_of(office_file, item, "participant").id)
    span = section.panel.editor("part")
    typed(qtbot, span.start, "1035-1040")
    qtbot.keyClick(span.start, Qt.Key.Key_Return)
    idle(workspace)
    choice = section.panel.editor("role").entry
    choice.setCurrentIndex(choice.findData("interpreter"))
    choice.activated.emit(choice.currentIndex())
    idle(workspace)
    part = part_of(office_file, item, "interpreter")
    assert section.panel.row() == ("participation", part.id)
    assert (part.start, part.end) == (dt.time(10, 35), dt.time(10, 40))
    section.instead.picker.line.pick(f"person:{people[1].id}", "x")
    idle(workspace)
    part = part_of(office_file, item, "interpreter")
    assert (part.person_id, part.start) == (people[1].id, dt.time(10, 35))
    assert len(in_file(office_file, item.id).participations) == 1
    workspace.commands.undo.trigger()
    idle(workspace)
    assert part_of(office_file, item, "interpreter").person_id == people[0].id
    section.open_inside("participation", part_of(office_file, item, "interpreter").id)
    qtbot.mouseClick(section.panel.head.up, Qt.MouseButton.LeftButton)
    assert section.panel.row() == ("schedule_item", item.id)


def test_talks_are_added_opened_moved_and_removed_in_the_entry(opened, office_file, idle):
    workspace, section = opened()
    item = item_called(workspace, "디지털 전환(DX)")
    section.select("schedule_item", item.id)
    (talks,) = [made for inner, made in section.inner._lists["schedule_item"] if inner.spec.name == "talks"]
    first, second = (talk.id for talk in in_file(office_file, item.id).presentations)
    talks.moved.emit(second, first)
    idle(workspace)
    assert [talk.id for talk in in_file(office_file, item.id).presentations] == [second, first]
    talks.added.emit()
    idle(workspace)
    table, key = section.panel.row()
    assert table == "presentation"
    assert section.list.selected() == ("schedule_item", item.id)
    section.go_up()
    talks.removed.emit(key)
    idle(workspace)
    assert [talk.id for talk in in_file(office_file, item.id).presentations] == [second, first]


def test_an_entry_becomes_a_tour_with_its_first_stop(entry, office_file, idle):
    workspace, section, item = entry
    kind = section.panel.editor("kind").entry
    kind.setCurrentIndex(kind.findData("lab tour"))
    kind.activated.emit(kind.currentIndex())
    idle(workspace)
    (stops,) = [made for inner, made in section.inner._lists["schedule_item"] if inner.spec.name == "stops"]
    assert stops.isVisibleTo(section.panel)
    stops.added.emit()
    idle(workspace)
    assert section.panel.row()[0] == "tour_stop"
    assert len(in_file(office_file, item.id).tours[0].stops) == 1
    section.go_up()
    assert section.panel.row() == ("schedule_item", item.id)


@pytest.mark.parametrize("limited", [False, True])
def test_a_talk_does_not_change_who_takes_part(opened, office_file, idle, limited):
    from models.actions import schedule as actions

    workspace, section = opened("en")
    item = item_called(workspace, "단체사진")
    delegation = section.whole.delegations[0]
    with Database.open(office_file, Profile("author-2", "박지훈", "device-2")) as other:
        for part in section.row("schedule_item", item.id).participations:
            actions.participation.remove(other, part.id)
        if limited:
            actions.participation.add(
                other, item_id=item.id, delegation_id=delegation.id, role="guest", excluded=False
            )
    workspace.desk.refresh()
    idle(workspace)

    def row():
        shown = section.list.rows.shown()
        return next(each for each in shown if getattr(each, "item", None) and each.item.id == item.id)

    before = row().people
    assert before == ("KRISS" if limited else "Everyone")
    with Database.open(office_file, Profile("author-2", "박지훈", "device-2")) as other:
        talk = actions.presentation.add(other, item_id=item.id, title={"en": "A talk"}).value
        person = delegation.delegates[0].person_id
        actions.presentation_speaker.add(other, presentation_id=talk, person_id=person)
    workspace.desk.refresh()
    idle(workspace)
    assert row().people == before
    assert "LEE" in row().speaking
    assert row().speaking in row().spoken()
