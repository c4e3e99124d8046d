"""The delegations section over the real sample: order, sides, diets, adding, what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from models.actions import delegations, directory, visits
from models.store import Database, Profile
from ui.pages.delegations.order import OrderDialog
from ui.widgets.button import Link
from ui.widgets.rows import Group, ListRow
from ui.widgets.rows.delegate import laid_out
from ui.widgets.text import Text


@pytest.fixture
def opened(window, office_file, idle):
    """Return a function that opens the section of the sample."""

    def open_it(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        workspace.window().activateWindow()
        workspace.visit_page.open_section("delegations")
        idle(workspace)
        return workspace, workspace.visit_page.build("delegations")

    return open_it


def in_file(path):
    with Database.open(path) as database:
        visits = [database.load_visit(visit.id) for visit in database.visits()]
        return next(visit for visit in visits if visit.delegations)


def families(delegation):
    return [delegate.person.family.text_in("en") for delegate in delegation.delegates]


def spoken(section):
    return [row.spoken() for row in section.list.rows.shown()]


def select(section, family):
    for delegation in section.whole.delegations:
        for delegate in delegation.delegates:
            if delegate.person.given.text_in("en") == family:
                section.select("delegate", delegate.id)
                return delegate
    raise LookupError(family)


def point_at(section, key, column, *, below):
    view = section.list
    row = view.visualRect(view.rows.index_of("delegate", key))
    laid = {each.code: x for each, x, _end in laid_out(view.delegate.columns, view.viewport().width())}
    return QPoint(int(laid[column]) + 20, row.top() + (38 if below else 12))


def test_people_stand_in_groups_with_names_and_positions_in_each_language(opened):
    _workspace, section = opened()
    rows = section.list.rows.shown()
    assert [row.title.text for row in rows if isinstance(row, Group)] == ["KRISS", "NMIJ", "G-QuAT"]
    assert rows[0].mark == "방문"
    assert rows[0].right == "4명"
    said = spoken(section)
    assert said[1] == "1, 이호성, 원장, 성명 없음, 院長, LEE Ho Seong, President, 단장"
    assert section.count.text() == "7명"


def test_who_is_not_there_on_all_days_says_so(opened, office_file):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        first, second, third, _last = in_file(office_file).delegations[0].delegates
        visits.delegate.edit(database, first.id, {"present_from": "2024-07-30", "present_to": "2024-07-31"})
        visits.delegate.edit(database, second.id, {"present_from": "2024-07-31"})
        visits.delegate.edit(database, third.id, {"present_to": "2024-07-31"})
    _workspace, section = opened()
    said = spoken(section)
    assert said[1].endswith("단장, 7. 30.~31.")
    assert said[2].endswith("단원, 7. 31.부터")
    assert said[3].endswith("단원, 7. 31.까지")


def test_a_side_alone_can_be_shown(opened, qtbot):
    _workspace, section = opened()
    section.side.take("host")
    section.side.chosen.emit("host")
    assert [row.title.text for row in section.list.rows.shown() if isinstance(row, Group)] == [
        "NMIJ",
        "G-QuAT",
    ]
    assert section.count.text() == "3명"


def test_alt_and_arrows_move_within_and_between_delegations(opened, office_file, idle, qtbot):
    workspace, section = opened()
    select(section, "Su Yong")
    section.close_panel()
    qtbot.keyClick(section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    assert families(in_file(office_file).delegations[0]) == ["Lee", "Kwon", "Choi", "Lee"]
    select(section, "Yong-Ho")
    section.close_panel()
    qtbot.keyClick(section.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    visit = in_file(office_file)
    assert families(visit.delegations[0]) == ["Lee", "Kwon", "Choi"]
    assert families(visit.delegations[1]) == ["Lee", "Usuda"]
    workspace.commands.undo.trigger()
    idle(workspace)
    assert families(in_file(office_file).delegations[0]) == ["Lee", "Kwon", "Choi", "Lee"]


def test_alt_and_arrows_move_a_whole_delegation_on_its_side(opened, office_file, idle, qtbot):
    workspace, section = opened()
    g_quat = section.whole.delegations[2]
    section.list.select("delegation", g_quat.id)
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    order = [each.organisation.acronym for each in in_file(office_file).delegations]
    assert order == ["KRISS", "G-QuAT", "NMIJ"]
    qtbot.keyClick(section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    assert [each.organisation.acronym for each in in_file(office_file).delegations] == order
    qtbot.keyClick(section.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    assert [each.organisation.acronym for each in in_file(office_file).delegations] == [
        "KRISS",
        "NMIJ",
        "G-QuAT",
    ]


def test_a_row_is_dragged_into_another_delegation(opened, office_file, idle, qtbot):
    workspace, section = opened()
    kwon = select(section, "Su Yong")
    section.close_panel()
    idle(workspace)
    view = section.list
    target = view.visualRect(view.rows.index_of("delegate", section.whole.delegations[2].delegates[1].id))
    start = view.visualRect(view.rows.index_of("delegate", kwon.id)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(0, 40))
    qtbot.mouseMove(view.viewport(), QPoint(start.x(), target.top() + 4))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start.x(), target.top() + 4))
    idle(workspace)
    assert families(in_file(office_file).delegations[2]) == ["Horibe", "Kwon", "Kaneko"]


def test_diets_are_shown_only_when_asked_for(opened, office_file, idle, qtbot):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        person = in_file(office_file).delegations[0].delegates[0].person_id
        directory.person.edit(database, person, {"diet.ko": "견과류 불가", "access_needs.ko": "휠체어"})
    workspace, section = opened()
    assert not any("견과류" in row for row in spoken(section))
    assert all(column.code != "diet" for column in section.columns())
    section.diets.click()
    assert "견과류 불가, 휠체어" in spoken(section)[1]
    assert section.columns()[-1].icon == "lock"
    section.select("delegate", section.whole.delegations[0].delegates[0].id)
    idle(workspace)
    assert section.person.editor("diet").veiled()
    other = next(line.id for line in workspace.desk.file.visits if line.id != workspace.desk.visit.id)
    workspace.desk.show_visit(other)
    idle(workspace)
    assert not section.diets.isChecked()


def test_the_diet_is_edited_in_the_panel_behind_a_note_of_its_purpose(opened, office_file, idle, qtbot):
    workspace, section = opened()
    delegate = section.whole.delegations[0].delegates[0]
    section.select("delegate", delegate.id)
    idle(workspace)
    editor = section.person.editor("diet")
    assert editor.veiled()
    assert editor.hint.text()
    editor.entrance().click()
    assert not editor.veiled()
    entry = editor.entry("ko")
    entry.setFocus()
    entry.insertPlainText("채식")
    section.person.flush()
    idle(workspace)
    assert in_file(office_file).delegations[0].delegates[0].person.diet.text_in("ko") == "채식"
    section.select("delegate", section.whole.delegations[0].delegates[1].id)
    idle(workspace)
    assert section.person.editor("diet").veiled()


def test_a_person_of_the_directory_joins_with_the_post_of_that_time(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.add()
    assert section.strip.isVisible()
    kaneko = section.whole.delegations[2].delegates[1].person
    # Chosen by the user, not by the strip: only then somebody goes elsewhere than to their own people.
    section.strip.first.setFocus()
    section.strip.choose(section.whole.delegations[1].id)
    qtbot.keyClick(section.strip.first, Qt.Key.Key_Up)
    section.strip.picker.line.pick(kaneko.id, "Kaneko")
    idle(workspace)
    delegation = in_file(office_file).delegations[0]
    assert families(delegation)[-1] == "Kaneko"
    assert delegation.delegates[-1].position.text_in("en") == "Principal Researcher"
    assert section.strip.isVisible()
    assert section.panel.row() == ("delegate", delegation.delegates[-1].id)
    assert section.count.text() == "7명"
    assert "G-QuAT 겸" in spoken(section)[5]


def test_who_is_added_goes_to_the_delegation_of_their_organisation(opened, office_file, idle, qtbot):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        visit = in_file(office_file)
        division = directory.organisation.add(
            database, acronym="QT", parent_id=visit.delegations[0].organisation_id
        ).value
        person = directory.person.add(database, family={"en": "Park"}, given={"en": "Jin"}).value
        directory.affiliation.add(
            database, person_id=person, organisation_id=division, position={"en": "Director"}
        )
    workspace, section = opened()
    section.add()
    section.strip.choose(section.whole.delegations[1].id)
    section.strip.picker.line.pick(person, "Park")
    idle(workspace)
    assert families(in_file(office_file).delegations[0])[-1] == "Park"
    assert section.strip.first.currentText() == "KRISS"


def test_the_field_of_a_missing_name_is_scrolled_to(opened, idle, qtbot):
    workspace, section = opened(size=(1100, 640))
    usuda = section.whole.delegations[1].delegates[0]
    qtbot.mouseClick(
        section.list.viewport(), Qt.MouseButton.LeftButton, pos=point_at(section, usuda.id, "ko", below=False)
    )
    idle(workspace)
    entry = section.person.editor("name").rows["ko"].first()
    qtbot.waitUntil(lambda: entry.visibleRegion().boundingRect() == entry.rect(), timeout=5000)


def test_a_finding_about_a_name_offers_its_field_to_the_keyboard(opened, idle, qtbot):
    workspace, section = opened()
    usuda = section.whole.delegations[1].delegates[0]
    section.select("delegate", usuda.id)
    idle(workspace)
    link = next(each for each in section.panel.findChildren(Link) if each.text() == "성명 입력")
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert workspace.window().focusWidget() is section.person.editor("name").rows["ko"].first()


def test_a_position_known_in_the_directory_is_not_hidden_by_one_in_another_language(opened, office_file):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        lee = in_file(office_file).delegations[0].delegates[0]
        visits.delegate.edit(database, lee.id, {"position": {"ja": "院長"}})
    _workspace, section = opened()
    assert "원장, 성명 없음, 院長, LEE Ho Seong, President" in spoken(section)[1]


def test_who_is_missing_is_created_in_place(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.add()
    line = section.strip.picker.line
    qtbot.keyClicks(line, "Jeong Da-eun")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(workspace)
    delegation = in_file(office_file).delegations[0]
    assert len(delegation.delegates) == 5
    name = delegation.delegates[-1].person.name
    assert (name.family.text_in("en"), name.given.text_in("en")) == ("Jeong", "Da-eun")


def test_a_party_is_added_with_its_delegation(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.ask_for("party")
    nist = next(offer for offer in workspace.hands.offers("organisation", "NIST"))
    section.strip.choose("host")
    section.strip.picker.line.pick(nist.id, nist.text)
    idle(workspace)
    visit = in_file(office_file)
    assert [(party.organisation.acronym, party.side.value) for party in visit.parties][-1] == ("NIST", "host")
    assert visit.delegations[-1].organisation.acronym == "NIST"


def test_a_proposed_order_is_shown_explained_changed_by_hand_and_taken_as_one_step(
    opened, office_file, idle, qtbot
):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        visit = in_file(office_file)
        keys = [delegate.id for delegate in visit.delegations[0].delegates]
        delegations.rank(database, visit.id, {visit.delegations[0].id: keys[::-1]})
    workspace, section = opened()
    assert families(section.whole.delegations[0])[-1] == "Lee"
    section.order_button.click()
    dialog = section.findChild(OrderDialog)
    rows = [row for row in dialog.list.rows.shown() if isinstance(row, ListRow)]
    assert rows[0].cells[3].first.text == "단장"
    assert rows[1].cells[3].second.text == "연구소·센터·본부의 장"
    assert in_file(office_file).delegations[0].delegates[0].id == keys[3]
    dialog.list.select("delegate", rows[3].id)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.act.click()
    idle(workspace)
    order = [delegate.id for delegate in in_file(office_file).delegations[0].delegates]
    assert order[0] == keys[0]
    assert order == [rows[0].id, rows[1].id, rows[3].id, rows[2].id]
    workspace.commands.undo.trigger()
    idle(workspace)
    assert [delegate.id for delegate in in_file(office_file).delegations[0].delegates] == keys[::-1]


def test_the_mark_of_a_missing_name_leads_to_its_field(opened, office_file, idle, qtbot):
    workspace, section = opened()
    usuda = section.whole.delegations[1].delegates[0]
    qtbot.mouseClick(
        section.list.viewport(), Qt.MouseButton.LeftButton, pos=point_at(section, usuda.id, "ko", below=False)
    )
    idle(workspace)
    row = section.person.editor("name").rows["ko"]
    entry = row.first()
    assert workspace.window().focusWidget() is entry
    entry.insert("우스다")
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    row.entries["given.ko"].insert("다카시")
    qtbot.keyClick(row.entries["given.ko"], Qt.Key.Key_Tab)
    idle(workspace)
    assert in_file(office_file).delegations[1].delegates[0].person.family.text_in("ko") == "우스다"
    assert "우스다 다카시" in next(said for said in spoken(section) if "USUDA" in said)


def test_the_panel_shows_when_somebody_comes_and_leaves(opened, idle):
    workspace, section = opened()
    select(section, "Ho Seong")
    idle(workspace)
    said = [link.text() for link in section.journeys.links]
    assert said[0] == "10:30 ICN → 12:50 NRT · ZZ 901"
    assert said[-1] == "17:30 NRT → 20:05 ICN · ZZ 902"
    captions = [each.text() for each in section.journeys.findChildren(Text)]
    assert "도착  2024. 7. 29.(월)" in captions


def test_the_post_in_the_directory_can_be_taken_over(opened, office_file, idle):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        delegate = in_file(office_file).delegations[0].delegates[0]
        visits.delegate.edit(database, delegate.id, {"position.ko": "전 원장"})
    workspace, section = opened()
    section.select("delegate", delegate.id)
    idle(workspace)
    assert section.post.isVisible()
    section.post.take.click()
    idle(workspace)
    assert in_file(office_file).delegations[0].delegates[0].position.text_in("ko") == "원장"
    assert not section.post.isVisible()


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_bar_has_room_for_its_words(opened, language, idle, qtbot):
    workspace, section = opened(language, (1024, 640))
    bar = (section.order_button, section.diets, section.more, section.add_button, section.side)
    for panel in (False, True):
        if panel:
            select(section, "Ho Seong")
        idle(workspace)
        qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() > 10 for each in bar))
        assert all(each.accessibleName() for each in bar)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_what_the_rows_mark_is_what_the_findings_count(opened, office_file, idle, language):
    workspace, section = opened(language)
    delegates = [each for one in section.whole.delegations for each in one.delegates]
    with Database.open(office_file) as database:
        visits.delegate.edit(database, delegates[0].id, {"position": {}})
        visits.delegate.edit(database, delegates[1].id, {"position": {"ko": "단장"}})
    workspace.desk.refresh()
    idle(workspace)
    marked, counted = set(), set()
    for row in section.list.rows.shown():
        for column, cell in zip(section.columns(), getattr(row, "cells", ()), strict=False):
            marked |= {(row.id, "name", column.code)} if cell.missing else set()
            marked |= {(row.id, "position", column.code)} if cell.missing_second else set()
    for finding in (each.finding for each in workspace.desk.visit.findings):
        table, key = finding.objects[0]
        if finding.code == "no-name":
            counted |= {(key, "name", tag) for tag in finding.values["languages"]}
        elif table == "delegate" and finding.code == "no-translation":
            counted |= {(key, "position", tag) for tag in finding.values["languages"]}
        elif table == "delegate" and finding.code == "no-text":
            counted.add((key, "position", language))
    assert marked == counted
    assert len(marked) > 7


def test_the_strip_names_the_delegations_in_the_order_of_the_list(opened, office_file, idle):
    visit = in_file(office_file)
    with Database.open(office_file, Profile("two", "Two", "two")) as other:
        # The order of the delegations in the file is one over both sides.
        host = next(each for each in visit.delegations if each.party.side.value == "host")
        visits.delegation.move(other, host.id, visit.delegations[0].id)
    workspace, section = opened("en")
    idle(workspace)
    section.ask_for("person")
    there = [section.strip.first.itemData(at) for at in range(section.strip.first.count())]
    assert there == [row.id for row in section.list.rows.shown() if isinstance(row, Group)]
    assert there[-1] != visit.delegations[0].id


def test_who_is_put_into_the_delegation_of_another_party_is_told(opened, office_file, idle, qtbot):
    workspace, section = opened("en")
    section.ask_for("person")
    strip = section.strip
    host = next(each for each in section.whole.delegations if each.party.side.value == "host")
    guest = next(each for each in section.whole.delegations if each.party.side.value == "guest")
    moved = guest.delegates[-1]
    section.hands.remove("delegate", moved.id)
    idle(workspace)
    strip.choose(host.id)
    strip.first.activated.emit(strip.first.currentIndex())
    strip.picker.line.setFocus()
    qtbot.keyClicks(strip.picker.line, "LEE Yong-Ho")
    idle(workspace)
    qtbot.keyClick(strip.picker.line, Qt.Key.Key_Return)
    idle(workspace)
    assert moved.person_id in {each.person_id for each in section.row("delegation", host.id).delegates}
    assert "is of KRISS" in workspace.toast._label.text()
    workspace.toast.take()
    idle(workspace)
    assert moved.person_id in {each.person_id for each in section.row("delegation", guest.id).delegates}


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_no_choice_of_the_strip_is_cut_beside_an_open_form(opened, language, idle):
    workspace, section = opened(language, (1024, 640))
    select(section, "Takashi")
    section.ask_for("person")
    idle(workspace)
    strip = section.strip
    assert section.beside.is_open()
    for choice in (strip.first, strip.second):
        assert choice.width() >= choice.sizeHint().width()
        right = choice.mapTo(section.beside, QPoint(choice.width(), 0)).x()
        assert right <= section.panel.x()


def test_a_role_is_called_the_same_in_list_and_form(opened, idle):
    workspace, section = opened("en")
    select(section, "Takashi")
    idle(workspace)
    head = section.panel.editor("role").entry.currentText()
    assert head == "Head of delegation"
    assert any(head in row for row in spoken(section))
    section.ask_for("person")
    assert head in [section.strip.second.itemText(at) for at in range(section.strip.second.count())]
