"""Lists of others: encodings, columns, questions, doubts, files that cannot be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from models.tables import Delegate, Person
from ui.pages.bring.head import COLUMNS
from ui.pages.bring.wish import Part

HEADINGS = "성명,영문성명,소속,직위,이메일,비고란"
PEOPLE = (
    "김민수,KIM Minsu,한국표준과학연구원,책임연구원,ms@kriss.re.kr,가",
    "박영희,PARK Younghee,서울대학교,교수,yh@snu.ac.kr,나",
)


@pytest.fixture
def listed(tmp_path):
    """Return a function that writes a list as offices do: in the code page of a Korean Windows."""

    def write(*rows, name="명단.csv", headings=HEADINGS):
        path = tmp_path / name
        path.write_bytes("\r\n".join((headings, *rows)).encode("cp949"))
        return path

    return write


@pytest.fixture
def clipboard(qapp):
    """Return the clipboard; what a test copies may not outlive Python."""
    copied = QGuiApplication.clipboard()
    yield copied
    copied.clear()
    qapp.processEvents()


def to_directory(opened, path):
    """Bring a list for no visit."""
    opened.bring(path)
    opened.page.head.visit_chosen.emit("")
    opened.wait()


def email_of(opened, address):
    return [person for person in opened.stored(Person) if person.email == address]


def test_people_of_a_korean_windows_come_in(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    assert {"김민수", "박영희"} <= set(opened.lines(Part.NEW))
    opened.page.bring_in()
    opened.wait()
    (person,) = email_of(opened, "ms@kriss.re.kr")
    assert person.family.text_in("ko") == "김"
    assert person.given.text_in("en") == "Minsu"
    here = opened.workspace.navigation.here()
    assert (here.page, here.table) == ("directory", "person")


def test_people_join_the_delegation_that_is_named(bench, listed):
    opened = bench()
    opened.bring(listed(*PEOPLE))
    page = opened.page
    assert page.wish.visit == opened.visit
    page.head.kind_chosen.emit("delegations")
    opened.wait()
    assert opened.lines(Part.UNREAD)
    before = len(opened.stored(Delegate))
    key = next(key for key, name in page.brought.delegations if name == "KRISS")
    page.head.delegation_chosen.emit(key)
    opened.wait()
    assert not opened.lines(Part.UNREAD)
    page.bring_in()
    opened.wait()
    assert len(opened.stored(Delegate)) == before + 2
    here = opened.workspace.navigation.here()
    assert (here.page, here.visit) == ("visit", opened.visit)


def pick(opened, picker, typed):
    """Say by keys alone what a column is."""
    opened.activate()
    picker.line.setFocus()
    picker.line.selectAll()
    committed = QInputMethodEvent()
    committed.setCommitString(typed)
    QApplication.sendEvent(picker.line, committed)
    opened.qtbot.keyClick(picker.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["내부 메모", "ㄴㅂㅁㅁ", "Internal note", "비고"])
def test_what_a_column_is_is_found_in_any_language_and_by_first_consonants(bench, listed, typed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    opened.page.head.turned.emit(COLUMNS)
    pick(opened, opened.page.body.columns.pickers["", 5], typed)
    opened.wait()
    assert opened.page.body.columns.pickers["", 5].value() == "note"


def test_what_columns_can_be_stands_under_heads_that_cannot_be_taken(bench, listed):
    opened = bench("en")
    opened.bring(listed(*PEOPLE))
    opened.page.head.kind_chosen.emit("delegations")
    opened.wait()
    opened.page.head.turned.emit(COLUMNS)
    opened.activate()
    picker = opened.page.body.columns.pickers["", 5]
    picker.line.setFocus()
    opened.qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    rows = picker.line.list.rows()
    heads = [row.text for row in rows if row.head]
    assert heads[:6] == ["Name", "Position and organisation", "Delegation", "Person", "Flight", "Stay"]
    assert len(heads) == len(set(heads))
    met = set()
    for _ in rows:
        met.add(picker.line.list.current())
        opened.qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    assert met == {row for row in rows if not row.head}


def test_an_emptied_field_leaves_its_column_out(bench, listed):
    opened = bench("en")
    to_directory(opened, listed(*PEOPLE))
    opened.page.head.turned.emit(COLUMNS)
    picker = opened.page.body.columns.pickers["", 4]
    assert picker.value() == "email"
    opened.activate()
    picker.line.setFocus()
    picker.line.selectAll()
    opened.qtbot.keyClick(picker.line, Qt.Key.Key_Delete)
    opened.qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    opened.wait()
    fresh = opened.page.body.columns.pickers["", 4]
    assert (fresh.value(), fresh.line.placeholderText()) == ("", "Left out")


def test_a_column_is_corrected_and_remembered(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    page = opened.page
    columns = page.body.columns
    assert columns.pickers["", 5].value() == ""
    page.head.turned.emit(COLUMNS)
    picker = columns.pickers["", 5]
    pick(opened, picker, "메모")
    opened.wait()
    assert columns.pickers["", 5].value() == "note"
    assert any("가" in change for change in opened.lines()["김민수"].changes)
    page.bring_in()
    opened.wait()
    (person,) = email_of(opened, "yh@snu.ac.kr")
    assert person.note == "나"
    # The next file of this shape is read so without a word.
    to_directory(opened, listed("최새롬,CHOI Saerom,서울대학교,강사,sr@snu.ac.kr,다", name="다음.csv"))
    assert columns.pickers["", 5].value() == "note"
    assert opened.page.brought.sheets[0].remembered


def test_what_is_sensitive_stands_in_no_list_and_comes_in(bench, listed):
    opened = bench()
    row = "김민수,KIM Minsu,M12345678,채식,ms@kriss.re.kr"
    to_directory(opened, listed(row, headings="성명,영문성명,여권번호,식이제한,이메일"))
    page = opened.page
    assert page.body.columns.pickers["", 2].value() == "passport"
    everything = [
        *opened.listed(),
        *(text for sheet in page.brought.sheets for c in sheet.columns for text in c.samples),
    ]
    assert not [text for text in everything if "M12345678" in text or "채식" in text]
    opened.select(opened.lines()["김민수"])
    shown = [text.text() for text in page.body.panel.findChildren(type(page.foot.counts))]
    assert "M12345678" in shown
    page.bring_in()
    opened.wait()
    (person,) = email_of(opened, "ms@kriss.re.kr")
    assert person.passport == "M12345678"


def test_a_sheet_can_hold_something_else_or_be_left_out(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    page = opened.page
    page.head.kind.setCurrentIndex(page.head.kind.findData("places"))
    page.head.kind.activated.emit(page.head.kind.currentIndex())
    opened.wait()
    assert page.brought.sheets[0].kind == "places"
    page.body.columns.boxes[""].click()
    opened.wait()
    assert page.brought.lines == ()
    assert not page.foot.bring.isEnabled()


def test_the_order_of_a_name_is_asked_and_decided(bench, listed):
    opened = bench()
    to_directory(opened, listed(",Alex Morgan,서울대학교,교수,am@snu.ac.kr,"))
    (line,) = opened.lines(Part.DOUBTFUL).values()
    opened.select(line)
    radios = opened.page.body.panel.findChildren(QRadioButton)
    assert not any(radio.isChecked() for radio in radios)
    # Whoever says that Alex is the family name says with it that Morgan is the given name.
    next(radio for radio in radios if radio.accessibleName() == "성(영어): Alex · Morgan").click()
    (decided,) = [each for each in opened.page.brought.lines if each.key == line.key]
    assert decided.found == ""
    opened.page.bring_in()
    opened.wait()
    (person,) = email_of(opened, "am@snu.ac.kr")
    assert (person.family.text_in("en"), person.given.text_in("en")) == ("Alex", "Morgan")


def test_who_is_meant_is_asked_and_answered(bench, listed):
    opened = bench()
    # The same name at another institute: perhaps the same man, perhaps not.
    to_directory(opened, listed("이호성,Lee Ho Seong,서울대학교,교수,,"))
    people = len(opened.stored(Person))
    (line,) = [each for each in opened.page.brought.lines if each.question is not None]
    assert line.part is Part.QUESTION
    assert opened.page.foot.note.text()
    opened.select(line)
    radios = opened.page.body.panel.findChildren(QRadioButton)
    assert not any(radio.isChecked() for radio in radios)
    radios[-1].click()
    opened.wait()
    (answered,) = [each for each in opened.page.brought.lines if each.part is Part.QUESTION]
    # It stays where it was, so that the next click meets what was aimed at; it is open no more.
    assert (answered.key, answered.found) == (line.key, "")
    assert not opened.page.foot.note.text()
    opened.page.bring_in()
    opened.wait()
    assert len(opened.stored(Person)) == people + 1


def test_a_cell_that_cannot_be_read_is_named(bench, listed):
    opened = bench()
    to_directory(opened, listed("김민수,KIM Minsu,서울대학교,교수,minsu at snu,"))
    line = opened.lines(Part.UNREAD)["김민수"]
    opened.select(line)
    said = [
        each.text()
        for each in opened.page.body.panel.findChildren(type(opened.page.foot.note))
        if each.text()
    ]
    assert any("E2" in text and "minsu at snu" in text for text in said)
    # The rest of the line can be taken.
    opened.page.bring_in()
    opened.wait()
    assert any(person.family.text_in("ko") == "김" and not person.email for person in opened.stored(Person))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("사진.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(300), "그림"),
        ("빈 파일.csv", b"", "없습니다"),
        ("깨짐.xlsx", b"PK\x03\x04" + bytes(200), "손상"),
        ("데이터.parley", b"", "데이터베이스"),
        ("많음.csv", b"Name,E-mail\n" + b"Kim,a@example.org\n" * 100_001, "너무 많"),
    ],
)
def test_a_wrong_file_is_said_on_the_page_and_changes_nothing(bench, tmp_path, name, content, said):
    opened = bench()
    before = opened.change_sets()
    path = tmp_path / name
    path.write_bytes(content)
    opened.bring(path)
    assert opened.page.brought.problem is not None
    shown = [text.text() for text in opened.page._problem.findChildren(type(opened.page.foot.counts))]
    assert any(said in text for text in shown)
    assert opened.page._problem.isVisible()
    assert not opened.page.foot.bring.isEnabled()
    assert opened.change_sets() == before


def test_a_list_of_no_visit_asks_for_one(bench, tmp_path):
    opened = bench()
    path = tmp_path / "flights.csv"
    path.write_text("Flight,From,To,Date,Departure,Arrival\nKE703,ICN,NRT,2024-07-29,10:10,12:40\n", "utf-8")
    to_directory(opened, path)
    assert opened.page.brought.problem is not None
    assert opened.page._problem.isVisible()
    opened.page.head.visit_chosen.emit(opened.visit)
    opened.wait()
    assert opened.page.brought.problem is None
    assert opened.lines(Part.NEW) or opened.lines(Part.DOUBTFUL)


def test_rows_are_pasted(bench, clipboard):
    opened = bench()
    opened.workspace.commands.bring.trigger()
    opened.wait()
    clipboard.setText("Name\tE-mail\nKIM Jisoo\tjisoo@example.org\n")
    opened.page.setFocus()
    opened.qtbot.keyClick(opened.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    opened.page.head.visit_chosen.emit("")
    opened.wait()
    assert any("jisoo@example.org" in change for line in opened.page.brought.lines for change in line.changes)


def test_a_table_of_a_web_page_is_pasted(bench, clipboard):
    opened = bench()
    opened.workspace.commands.bring.trigger()
    opened.wait()
    data = QMimeData()
    rows = (("氏名", "メール"), ("佐藤 由紀", "yuki@example.org"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    data.setHtml(f"<table>{cells}</table>")
    data.setText("氏名 メール 佐藤 由紀 yuki@example.org")
    clipboard.setMimeData(data)
    opened.page.paste()
    opened.page.head.visit_chosen.emit("")
    opened.wait()
    assert any("yuki@example.org" in change for line in opened.page.brought.lines for change in line.changes)


def test_contacts_come_in_and_ctrl_z_takes_them_back(bench, tmp_path):
    opened = bench()
    path = tmp_path / "card.vcf"
    card = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Tanaka;Ken;;;",
        "FN:Ken Tanaka",
        "EMAIL:ken@example.org",
        "END:VCARD",
    )
    path.write_text("\r\n".join(card), "utf-8")
    to_directory(opened, path)
    opened.page.bring_in()
    opened.wait()
    assert email_of(opened, "ken@example.org")
    assert "card.vcf" in opened.workspace.commands.undo.text()
    opened.workspace.commands.undo.trigger()
    opened.qtbot.waitUntil(lambda: not email_of(opened, "ken@example.org"), timeout=20000)


def test_nothing_to_paste_is_said(bench, clipboard):
    opened = bench()
    opened.workspace.commands.bring.trigger()
    opened.wait()
    clipboard.clear()
    opened.page.paste()
    assert "복사" in opened.workspace.toast.accessibleName()


def test_a_file_is_dropped_on_the_window(bench, listed):
    opened = bench()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed(*PEOPLE)))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(600, 300), action, data, button, none)
    QApplication.sendEvent(opened.workspace, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(opened.workspace, QDropEvent(QPointF(600, 300), action, data, button, none))
    opened.wait()
    assert opened.workspace.navigation.here().page == "bring"
    assert opened.page.wish.name == "명단.csv"
    assert opened.lines()


def test_reading_can_be_stopped(bench, listed):
    opened = bench()
    rows = [
        f"김가{number},KIM Ga{number},기관 {number},연구원,a{number}@example.org," for number in range(4000)
    ]
    opened.workspace.bringing.bring(listed(*rows))
    opened.page.cancel()
    opened.wait()
    assert opened.page.brought is None
    assert opened.page.wish is None


def test_what_others_save_is_compared_anew(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    assert "김민수" in opened.lines(Part.NEW)
    from models.actions import directory
    from models.store import Database
    from models.store.profile import Profile

    with Database.open(opened.path, Profile("author-2", "박지훈", "device-2")) as other:
        directory.person.add(
            other,
            family={"ko": "김", "en": "Kim"},
            given={"ko": "민수", "en": "Minsu"},
            email="ms@kriss.re.kr",
        )
    opened.workspace.desk.refresh()
    opened.qtbot.waitUntil(lambda: "김민수" not in opened.lines(Part.NEW), timeout=20000)


def test_another_language_writes_everything_anew(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    assert "신규" in opened.page.foot.counts.text()
    opened.workspace.use_language("ja")
    opened.wait()
    assert "新規" in opened.page.foot.counts.text()
    assert any("新規" in row for row in opened.listed())
    assert any("メール" in change for change in opened.lines()["김민수"].changes)


def test_candidates_are_told_apart_and_the_next_question_follows(bench, listed):
    opened = bench()
    rows = ("이호성,Lee Ho Seong,서울대학교,교수,,", "臼田孝,,서울대학교,교수,,")
    path = listed(*rows, name="둘.csv")
    path.write_text("\r\n".join((HEADINGS, *rows)), "utf-8")
    to_directory(opened, path)
    first, second = [each for each in opened.page.brought.lines if each.question is not None]
    (facts,) = first.question.facts.values()
    assert any("KRISS" in fact for fact in facts)
    opened.select(first)
    panel = opened.page.body.panel
    assert any("KRISS" in radio.accessibleName() for radio in panel.findChildren(QRadioButton))
    panel.findChildren(QRadioButton)[-1].click()
    opened.wait()
    assert panel.key() == second.key
    assert [each.key for each in opened.page.brought.lines][:2] == [first.key, second.key]
    head = next(row for row in opened.page.body.list.rows.shown() if getattr(row, "right", ""))
    assert head.right == "1"


def test_choices_keep_their_order(bench, listed):
    opened = bench()
    to_directory(opened, listed(",Alex Morgan,서울대학교,교수,am@snu.ac.kr,"))
    (line,) = opened.lines(Part.DOUBTFUL).values()
    opened.select(line)

    def names():
        return [radio.accessibleName() for radio in opened.page.body.panel.findChildren(QRadioButton)]

    offered = names()
    assert len(offered) == 2
    opened.page.body.panel.findChildren(QRadioButton)[1].click()
    assert names() == offered
    assert opened.page.body.panel.findChildren(QRadioButton)[1].isChecked()


def test_the_page_begins_anew_once_a_list_is_in(bench, listed):
    opened = bench()
    to_directory(opened, listed(*PEOPLE))
    opened.page.bring_in()
    opened.wait()
    opened.workspace.commands.bring.trigger()
    opened.wait()
    assert opened.page.wish is None
    assert opened.page.invitation.choose.isVisible()


def test_what_was_left_out_is_left_out_already_when_the_file_comes_again(bench, listed):
    opened = bench("en")
    path = listed(*PEOPLE)
    to_directory(opened, path)
    assert not opened.page.refused
    left = opened.lines()["박영희"].key
    opened.page.take(left, "", taken=False)
    opened.page.bring_in()
    opened.wait()
    assert not email_of(opened, "yh@snu.ac.kr")
    to_directory(opened, path)
    assert opened.page.refused == {(left, "")}
    assert opened.page.brought.refused == opened.page.refused
    said = [text.text() for text in opened.page.body.findChildren(QWidget) if hasattr(text, "text")]
    assert any("left out as the last time" in each for each in said)
    # It is taken back, stays so when the file is looked at again, and is forgotten once it is in.
    opened.page.take(left, "", taken=True)
    opened.page.look_again()
    opened.wait()
    assert not opened.page.refused
    opened.page.bring_in()
    opened.wait()
    assert email_of(opened, "yh@snu.ac.kr")
    to_directory(opened, path)
    assert not opened.page.brought.left_out_before


def test_the_same_row_with_something_else_in_it_is_offered_anew(bench, listed):
    opened = bench("en")
    to_directory(opened, listed(*PEOPLE))
    opened.page.take(opened.lines()["박영희"].key, "", taken=False)
    opened.page.bring_in()
    opened.wait()
    to_directory(opened, listed(PEOPLE[0], PEOPLE[1].replace("교수", "학장")))
    assert opened.lines()["박영희"].part is Part.NEW
    assert not opened.page.refused
