"""The papers section: which, for whom, in which languages, looked at and made at one go."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from ui.pages.papers.chosen import Chosen
from ui.pages.papers.options import language_sets
from ui.pages.papers.plan import PaperKind


def looked_at(qtbot, page, key):
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.list.select(key)
    return page.preview.pages


def clicked(qtbot, page, key):
    place = page.list.box_of(key).center().toPoint()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def exported(qtbot, page):
    qtbot.mouseClick(page.foot.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.making(), timeout=60000)
    return sorted(path.name for path in page.out.iterdir())


def only(qtbot, page, *kinds):
    for kind in PaperKind:
        if kind not in kinds:
            clicked(qtbot, page, f"{kind.value}:")


def person(visit, family):
    return next(one for one in visit.people() if one.name.family.text_in("ko") == family)


def test_the_agenda_is_looked_at_first(opened):
    pages = opened().preview.pages
    assert pages.count() >= 2
    assert "회의 일정" in pages.text()
    assert "歓迎の挨拶" in pages.text()
    assert "회의 일정" in pages.accessibleName()
    assert "환영사" in pages.accessibleDescription()


def test_pages_are_turned_and_said(opened, qtbot):
    page = opened()
    pages = page.preview.pages
    assert not page.preview.back.isEnabled()
    qtbot.mouseClick(page.preview.forward, Qt.MouseButton.LeftButton)
    assert pages.number() == 1
    assert f"2 / {pages.count()}" in pages.text()
    assert page.preview.back.isEnabled()
    assert "2" in pages.accessibleName()


def test_a_person_is_looked_at_in_their_own_language(opened, qtbot, visit):
    page = opened()
    mine = person(visit, "권")
    assert "권수용" in looked_at(qtbot, page, f"person:{mine.id}").text()
    theirs = next(one for one in visit.people() if one.name.family.text_in("ja") == "臼田")
    text = looked_at(qtbot, page, f"person:{theirs.id}").text()
    assert "臼田 孝" in text
    assert "개인" not in text
    page.options.own.click()
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.single.findChildren(QAbstractButton)[2].click()
    assert page.selected().options.languages == ("en",)
    assert "USUDA" in page.preview.pages.text()


def test_draft_or_final_is_chosen_for_all_papers_at_once(opened, qtbot, visit):
    page = opened()
    assert "초안" in page.preview.pages.text()
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.state.findChildren(QAbstractButton)[1].click()
    assert "초안" not in page.preview.pages.text()
    assert "초안" not in looked_at(qtbot, page, f"person:{person(visit, '권').id}").text()
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.state.findChildren(QAbstractButton)[0].click()
    assert "초안" in page.preview.pages.text()


def test_a_delegation_reads_its_own_language_first(opened, qtbot, visit):
    page = opened()
    titles = {}
    for delegation in visit.delegations:
        text = looked_at(qtbot, page, f"delegation:{delegation.id}").text()
        titles[delegation.name.text_in("en")] = (text.find("期間"), text.find("기간"))
    japanese, korean = titles["KRISS"]
    assert 0 <= korean < japanese
    japanese, korean = titles["NMIJ"]
    assert 0 <= japanese < korean


def test_languages_and_layout_change_the_pages(opened, qtbot):
    page = opened()
    before = page.preview.pages.text()
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.several[0].findChildren(QAbstractButton)[1].click()
    assert page.selected().options.languages == ("ja", "ko")
    after = page.preview.pages.text()
    assert after != before
    assert after.index("議事次第") < after.index("환영사")
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.layout_choice.setCurrentIndex(page.options.layout_choice.findData("stacked"))
        page.options.layout_choice.activated.emit(page.options.layout_choice.currentIndex())
    assert page.selected().options.layout == "stacked"
    assert page.preview.pages.text() != after


def test_each_pair_of_the_languages_of_a_visit_is_offered(visit):
    def offered(*languages, kind=PaperKind.AGENDA):
        rows, single = language_sets(replace(visit, languages=languages), kind)
        return [" ".join("+".join(tags) for tags in row) for row in rows], ["+".join(tags) for tags in single]

    assert offered("ko") == ([], ["ko"])
    assert offered("ko", "ja") == (["ko+ja ja+ko"], ["ko", "ja"])
    three = ["ja+ko ko+ja", "ja+en en+ja", "ko+en en+ko"]
    assert offered("ja", "ko", "en") == ([f"{three[0]} ja+ko+en", *three[1:]], ["ja", "ko", "en"])
    assert offered("ja", "ko", "en", "de", kind=PaperKind.PERSON) == (three, ["ja", "ko", "en", "de"])


def test_a_pair_with_the_third_language_makes_the_pages(opened, qtbot, visit):
    page = opened(view=replace(visit, languages=("ko", "ja", "en")))
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.options.several[2].findChildren(QAbstractButton)[1].click()
    assert page.selected().options.languages == ("en", "ja")
    assert not page.options.several[0].value()
    assert "Agenda" in page.preview.pages.text()


def test_another_paper_is_read_from_its_beginning(opened, qtbot, visit):
    page = opened()
    page.preview.pages.go(1)
    page.preview.pages.verticalScrollBar().setValue(40)
    looked_at(qtbot, page, f"delegation:{visit.delegations[0].id}")
    assert (page.preview.pages.number(), page.preview.pages.verticalScrollBar().value()) == (0, 0)


def test_an_audience_of_one_party_is_offered_for_the_agenda_alone(opened, qtbot, visit):
    page = opened()
    parties = {party.id for party in visit.parties}
    offered = {page.options.audience.itemData(at) for at in range(page.options.audience.count())}
    assert parties <= offered
    looked_at(qtbot, page, "delegation:")
    offered = {page.options.audience.itemData(at) for at in range(page.options.audience.count())}
    assert offered == {"", "public", "parties", "office"}


def test_who_interprets_for_two_delegations_stays_as_long_as_one_of_them(visit):
    first, second = visit.delegations[:2]
    both = first.people[0]
    shared = replace(visit, delegations=(first, replace(second, people=(*second.people, both))))
    chosen = Chosen()
    chosen.toggle_reader(shared, first.id)
    assert both.id in chosen.readers(shared, PaperKind.PERSON)
    assert first.people[1].id not in chosen.readers(shared, PaperKind.PERSON)
    chosen.toggle_reader(shared, second.id)
    assert both.id not in chosen.readers(shared, PaperKind.PERSON)
    chosen.toggle_reader(shared, first.id)
    assert both.id in chosen.readers(shared, PaperKind.PERSON)


def test_everything_for_everyone_is_made_at_one_go(opened, qtbot, visit):
    page = opened()
    page.options.formats["pdf"].click()
    number = 2 * (1 + len(visit.delegations) + len(visit.people()))
    assert len(page.papers()) == number
    assert str(number) in page.foot.said.text()
    names = exported(qtbot, page)
    assert len(names) == number
    assert sum(name.endswith(".pdf") for name in names) == number / 2
    assert {name.removesuffix(".pdf") for name in names if name.endswith(".pdf")} == {
        name.removesuffix(".docx") for name in names if name.endswith(".docx")
    }
    assert page.foot.open_folder.isVisible()
    assert str(number) in page.foot.said.text()


def test_a_pdf_has_the_pages_of_the_preview(opened, qtbot):
    page = opened()
    only(qtbot, page, PaperKind.AGENDA)
    page.options.formats["pdf"].click()
    page.options.formats["docx"].click()
    (name,) = exported(qtbot, page)
    told = subprocess.run(
        ["pdftotext", page.out / name, "-"], capture_output=True, text=True, check=True
    ).stdout.split("\f")[:-1]
    pages = page.preview.pages
    assert len(told) == pages.count()
    for number, text in enumerate(told):
        pages.go(number)
        assert sorted("".join(text.split())) == sorted("".join(pages.text().split()))


def test_a_box_is_ticked_by_mouse_and_by_the_space_bar(opened, qtbot, visit):
    page = opened()
    clicked(qtbot, page, "delegation:")
    assert not any(wish.kind is PaperKind.DELEGATION for wish in page.papers().wishes)
    assert page.list.entry("agenda:").wanted
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert any(wish.kind is PaperKind.DELEGATION for wish in page.papers().wishes)
    mine = person(visit, "권")
    clicked(qtbot, page, f"person:{mine.id}")
    assert mine.id not in {wish.who for wish in page.papers().wishes}
    assert len([wish for wish in page.papers().wishes if wish.kind is PaperKind.PERSON]) == (
        len(visit.people()) - 1
    )


def test_with_a_delegation_go_its_people(opened, qtbot, visit):
    page = opened()
    first = visit.delegations[0]
    clicked(qtbot, page, f"delegation:{first.id}")
    assert not {one.id for one in first.people} & {wish.who for wish in page.papers().wishes}
    assert first.id not in {wish.who for wish in page.papers().wishes}
    clicked(qtbot, page, f"delegation:{first.id}")
    assert {one.id for one in first.people} <= {wish.who for wish in page.papers().wishes}


def test_without_a_paper_or_a_format_there_is_nothing_to_export(opened, qtbot):
    page = opened()
    page.options.formats["docx"].click()
    assert not page.foot.export.isEnabled()
    before = page.foot.said.text()
    page.options.formats["docx"].click()
    assert page.foot.export.isEnabled()
    only(qtbot, page)
    assert not page.foot.export.isEnabled()
    assert page.foot.said.text() not in ("", before)


def test_stopping_leaves_nothing(opened, qtbot):
    page = opened()
    page.options.formats["pdf"].click()
    seen = []

    def stop(done, total):
        seen.append((done, total))
        if done == 3:
            page.foot.busy.stopped.emit()

    page.advanced.connect(stop, Qt.ConnectionType.DirectConnection)
    assert exported(qtbot, page) == []
    assert "중지했습니다" in page.foot.said.text()
    assert seen[-1][0] < seen[-1][1]
    assert page.foot.export.isEnabled()


def test_nothing_is_replaced_unasked_and_none_is_written_then(opened, qtbot):
    page = opened()
    only(qtbot, page, PaperKind.AGENDA)
    (name,) = exported(qtbot, page)
    before = (page.out / name).stat().st_mtime_ns
    clicked(qtbot, page, "person:")
    assert exported(qtbot, page) == [name]
    assert name in page.foot.note.text()
    assert (page.out / name).stat().st_mtime_ns == before
    page.options.overwrite.click()
    assert len(exported(qtbot, page)) > 1
    assert not page.foot.note.text()
    assert (page.out / name).stat().st_mtime_ns > before


def test_a_folder_that_is_not_there_is_said(opened, qtbot, tmp_path):
    page = opened()
    page.options.folder.setText(str(tmp_path / "away"))
    exported(qtbot, page)
    assert "away" in page.foot.note.text()


def test_folder_and_formats_are_remembered(opened, qtbot, tmp_path):
    page = opened()
    assert page.options.chosen_formats() == ("docx",)
    page.options.formats["pdf"].click()
    other = tmp_path / "other"
    other.mkdir()
    page.options.folder.setText(str(other))
    only(qtbot, page, PaperKind.AGENDA)
    exported(qtbot, page)
    page.offer_folder(tmp_path)
    assert page.options.folder.text() == str(other)
    assert opened().options.chosen_formats() == ("docx", "pdf")


def test_a_second_export_waits_for_the_first(opened, qtbot):
    page = opened()
    page.export()
    page.export()
    assert not page.foot.export.isEnabled()
    qtbot.waitUntil(lambda: not page.making(), timeout=60000)
    assert not page.foot.note.text()


def test_choices_outlive_a_new_reading_of_the_visit(opened, qtbot, visit):
    page = opened()
    mine = person(visit, "권")
    clicked(qtbot, page, f"person:{mine.id}")
    looked_at(qtbot, page, f"person:{mine.id}")
    page.show_visit(replace(visit), page.tongue.words)
    assert mine.id not in {wish.who for wish in page.papers().wishes}
    assert page.selected().who == mine.id


def test_who_is_gone_is_no_longer_looked_at(opened, qtbot, visit):
    page = opened()
    gone = visit.delegations[-1]
    looked_at(qtbot, page, f"delegation:{gone.id}")
    page.show_visit(replace(visit, delegations=visit.delegations[:-1]), page.tongue.words)
    assert page.selected().kind is PaperKind.AGENDA


def test_without_a_delegation_the_itineraries_say_what_to_do(opened, qtbot, visit):
    page = opened(view=replace(visit, delegations=()))
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.list.select("person:")
    assert "대표단" in page.preview.message.text()
    assert page.preview.message.isVisible()
    assert len(page.papers()) == 1


def test_what_cannot_be_made_is_said_where_it_would_stand(opened, qtbot, visit):
    page = opened()
    page._choice().options[PaperKind.AGENDA] = replace(
        page._choice().options[PaperKind.AGENDA], languages=("ko", "ko")
    )
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.show_visit(visit, page.tongue.words)
    assert page.preview.message.isVisible()
    assert "ko" in page.preview.message.text()


def test_only_what_is_seen_is_built(opened, qtbot, visit):
    page = opened()
    page.hide()
    built, build = [], page._build_paper
    page._build_paper = lambda visit_id, wish: built.append(wish)
    page.list.select("delegation:")
    page.show_visit(visit, page.tongue.words)
    assert not page._timer.isActive()
    assert not page.work_elsewhere.busy()
    assert built == []
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page._build_paper = build
        page.show()


def test_documents_are_built_off_the_window(opened, qtbot, visit):
    page = opened()
    threads = []
    build = page._build_paper

    def noted(visit_id, wish):
        threads.append(threading.current_thread())
        return build(visit_id, wish)

    page._build_paper = noted
    looked_at(qtbot, page, "delegation:")
    assert threads
    assert threading.main_thread() not in threads


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
@pytest.mark.parametrize("size", [(1160, 720), (784, 520)])
def test_every_control_has_a_name_and_room(opened, qtbot, language, size):
    page = opened(language, size)
    if size[0] < 940:
        page.sides.findChildren(QAbstractButton)[1].click()
        QApplication.processEvents()
    assert page.options.isVisible()
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for control in page.findChildren(kind):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                assert control.accessibleName() or getattr(control, "text", str)(), control
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    corner = page.options.several[0].mapTo(page, QPoint(page.options.several[0].width(), 0))
    assert corner.x() <= page.options.mapTo(page, QPoint(page.options.width(), 0)).x()


def test_the_language_of_the_screen_is_switched_at_once(opened, qtbot):
    page = opened("ko")
    page.tongue.use("en")
    page.retranslate(page.tongue.words)
    assert page.foot.export.text() == "Export"
    assert page.list.entry("agenda:").title == "Agenda"
    assert "Agenda" in page.preview.pages.accessibleName()
    assert "회의 일정" in page.preview.pages.text()


def test_the_whole_way_by_keyboard(opened, qtbot):
    page = opened()
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _ in range(60):
        at = QApplication.focusWidget()
        if at in met:
            break
        met.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    options = page.options
    wanted = [page.list, page.preview.pages, page.preview.forward, options.folder, page.foot.export]
    wanted += [options.formats["pdf"], options.layout_choice, options.audience, options.overwrite]
    assert [control for control in wanted if control not in met] == []
