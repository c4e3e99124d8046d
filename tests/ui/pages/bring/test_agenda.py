"""Word agendas in the window: each line of the file beside what was understood of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from exporters.catalogue import PaperRequest, export
from models.store import Database
from models.tables import ScheduleItem
from ui.pages.bring.head import LINES
from ui.pages.bring.wish import Part

LINES_OF_A_DAY = (
    ("30 July 2024 (Tue)", ""),
    ("14:00 - 14:20", "Opening remarks by the organisers"),
    ("14:20 - 15:00", "Optical lattice clocks (Dr. KIM Minsu, KRISS)"),
    ("15:00", "Tea break"),
)


@pytest.fixture
def agenda(tmp_path):
    """Return a Word agenda that somebody else wrote."""
    from docx import Document

    path = tmp_path / "Programme.docx"
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for left, right in LINES_OF_A_DAY:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    document.save(str(path))
    return path


def test_our_own_agenda_changes_nothing(bench, tmp_path):
    opened = bench()
    with Database.open(opened.path) as database:
        (path,) = export(database.load_visit(opened.visit), [PaperRequest("agenda", ("ko", "ja"))], tmp_path)
    opened.bring(path)
    assert {line.part for line in opened.page.brought.lines} == {Part.SAME}
    assert not opened.page.foot.bring.isEnabled()


def test_lines_stand_beside_what_was_understood_and_come_in(bench, agenda):
    opened = bench("en")
    opened.bring(agenda)
    page = opened.page
    views = {line.name: line for line in page.brought.lines if line.line and line.line.kind == "schedule"}
    (talk,) = [line for name, line in views.items() if "Optical" in name]
    assert "14:20 - 15:00" in talk.source
    assert "KIM Minsu" in talk.source
    rows = opened.listed()
    assert any("14:20 - 15:00" in row and "Optical lattice clocks" in row for row in rows)
    items = len(opened.stored(ScheduleItem))
    page.bring_in()
    opened.wait()
    assert len(opened.stored(ScheduleItem)) == items + 3
    here = opened.workspace.navigation.here()
    assert (here.page, here.section) == ("visit", "schedule")


def test_every_line_is_shown_the_doubtful_first_and_leads_to_its_entry(bench, agenda):
    opened = bench("en")
    opened.bring(agenda)
    page = opened.page
    page.head.turned.emit(LINES)
    lines = page.brought.source_lines
    assert page.body.lines.isVisible()
    assert {text for pair in LINES_OF_A_DAY for text in pair if text} <= {line.text for line in lines}
    doubts = [bool(line.doubt) for line in lines]
    assert doubts == sorted(doubts, reverse=True)
    agenda_lines = page.brought.proposal.agenda.lines
    for unsure in (True, False):
        # Whoever holds the paper beside it finds each part in its order.
        texts = [" ".join(line.text.split()) for line in agenda_lines if (line.doubt is not None) is unsure]
        assert [line.text for line in lines if bool(line.doubt) is unsure] == texts
    in_tables = [line.place for line in lines if line.place.startswith("table 1, row ")]
    assert in_tables
    number = next(line.key for line in lines if line.text.startswith("Optical"))
    page.body.lines.select("source", number)
    page.body.lines.setFocus()
    opened.qtbot.keyClick(page.body.lines, Qt.Key.Key_Return)
    assert page.body.list.isVisible()
    assert "Optical" in page.body.panel.title.text()
