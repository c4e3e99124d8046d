"""The visit goes out as a workbook, is filled in, and comes back through the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog

from models.tables import Leg, Person, Presentation
from ui.pages.bring.wish import Part


def written(bench, tmp_path, monkeypatch):
    """Have the window write the workbook of the visit."""
    path = tmp_path / "방문.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    bench.workspace.commands.filled_workbook.trigger()
    bench.qtbot.waitUntil(lambda: path.exists() and not bench.workspace.desk.work.busy(), timeout=20000)
    assert path.name in bench.workspace.toast.accessibleName()
    return path


def column(rows, heading):
    return rows[0].index(heading)


def filled_in(sheets):
    """Add a person and a talk, and change a flight, as somebody does who got the workbook."""
    people, talks, legs = sheets["인물"], sheets["발표"], sheets["이동"]
    person = [""] * len(people[0])
    for heading, text in (
        ("성 [ko]", "한"),
        ("이름(명) [ko]", "지민"),
        ("성 [en]", "Han"),
        ("이름(명) [en]", "Jimin"),
    ):
        person[column(people, heading)] = text
    people.append(person)
    talk = [""] * len(talks[0])
    talk[column(talks, "일정")] = talks[2][column(talks, "일정")]
    talk[column(talks, "발표 제목 [ko]")] = "새 광격자시계"
    talk[column(talks, "발표자")] = "이호성"
    talks.append(talk)
    legs[2][column(legs, "편명")] = "ZZ 907"


def test_the_same_workbook_changes_nothing(bench, tmp_path, monkeypatch):
    opened = bench()
    before = opened.change_sets()
    opened.bring(written(opened, tmp_path, monkeypatch))
    assert {line.part for line in opened.page.brought.lines} == {Part.SAME}
    assert len(opened.page.brought.lines) > 100
    assert not opened.page.foot.bring.isEnabled()
    assert opened.change_sets() == before


def test_a_workbook_that_was_filled_in_comes_back_and_is_undone_in_one_step(
    bench, tmp_path, monkeypatch, rewritten
):
    opened = bench()
    path = written(opened, tmp_path, monkeypatch)
    rewritten(path, filled_in)
    people, flights = len(opened.stored(Person)), {leg.number for leg in opened.stored(Leg)}
    sets = opened.change_sets()
    opened.bring(path)
    new, changed = opened.lines(Part.NEW), opened.lines(Part.CHANGED)
    assert len(new) == 2
    assert any("한지민" in name.replace(" ", "") for name in new)
    (flight,) = changed.values()
    assert any("ZZ 901" in change and "ZZ 907" in change for change in flight.changes)
    assert opened.change_sets() == sets

    opened.qtbot.mouseClick(opened.page.foot.bring, Qt.MouseButton.LeftButton)
    opened.wait()
    assert opened.change_sets() == sets + 1
    assert len(opened.stored(Person)) == people + 1
    assert "ZZ 907" in {leg.number for leg in opened.stored(Leg)}
    assert "새 광격자시계" in {talk.title.text_in("ko") for talk in opened.stored(Presentation)}
    assert "3" in opened.workspace.toast.accessibleName()
    here = opened.workspace.navigation.here()
    assert here.page in {"visit", "directory"}
    assert here.page == "directory" or here.visit == opened.visit

    opened.workspace.toast.take()
    opened.qtbot.waitUntil(lambda: len(opened.stored(Person)) == people, timeout=20000)
    assert {leg.number for leg in opened.stored(Leg)} == flights
    assert "새 광격자시계" not in {talk.title.text_in("ko") for talk in opened.stored(Presentation)}


def test_a_workbook_is_for_its_own_visit_whichever_is_open(bench, tmp_path, monkeypatch):
    opened = bench()
    path = written(opened, tmp_path, monkeypatch)
    (other,) = [line.id for line in opened.workspace.desk.file.visits if line.id != opened.visit]
    opened.workspace._show_visit(other)
    opened.qtbot.waitUntil(lambda: opened.workspace.desk.visit.id == other, timeout=20000)
    opened.bring(path)
    assert opened.page.wish.visit == ""
    assert opened.page.brought.proposal.visit == opened.visit
    assert {line.part for line in opened.page.brought.lines} == {Part.SAME}


def test_brought_again_everything_is_there(bench, tmp_path, monkeypatch, rewritten):
    opened = bench()
    path = written(opened, tmp_path, monkeypatch)
    rewritten(path, filled_in)
    opened.bring(path)
    opened.page.bring_in()
    opened.wait()
    opened.bring(path)
    opened.qtbot.waitUntil(
        lambda: {line.part for line in opened.page.brought.lines} == {Part.SAME}, timeout=20000
    )
    assert not opened.page.foot.bring.isEnabled()


def test_a_line_and_a_cell_can_be_left_out(bench, tmp_path, monkeypatch, rewritten):
    opened = bench()
    path = written(opened, tmp_path, monkeypatch)

    def change(sheets):
        filled_in(sheets)
        legs = sheets["이동"]
        legs[2][column(legs, "내부 메모")] = "changed note"

    rewritten(path, change)
    opened.bring(path)
    page, view = opened.page, opened.page.body.list
    (key,) = [line.key for line in opened.lines(Part.NEW).values() if line.line.kind == "presentations"]
    view.select("line", key)
    view.setFocus()
    opened.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert (key, "") in page.refused

    (flight,) = opened.lines(Part.CHANGED).values()
    opened.select(flight)
    boxes = page.body.panel.findChildren(QCheckBox)
    (number,) = [box for box in boxes if "ZZ 907" in box.accessibleName()]
    number.setFocus()
    opened.qtbot.keyClick(number, Qt.Key.Key_Space)
    page.bring_in()
    opened.wait()
    legs = opened.stored(Leg)
    assert "ZZ 907" not in {leg.number for leg in legs}
    assert "changed note" in {leg.note for leg in legs}
    assert "새 광격자시계" not in {each.title.text_in("ko") for each in opened.stored(Presentation)}


def test_the_empty_workbook_is_written(bench, tmp_path, monkeypatch):
    opened = bench()
    path = tmp_path / "empty.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path.with_suffix("")), ""))
    opened.workspace.commands.empty_workbook.trigger()
    opened.qtbot.waitUntil(path.exists, timeout=20000)
    opened.bring(path)
    assert opened.page.brought.lines == ()
    assert not opened.page.foot.bring.isEnabled()
