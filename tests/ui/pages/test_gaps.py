"""The dashed marks of the lists are ways: each leads to the field in which what is missing is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from models.actions import directory, schedule, travel
from models.store import Database, Profile
from ui.widgets.rows.delegate import laid_out


@pytest.fixture
def office(office_file):
    """Put what has gaps into the file; return the keys."""
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        loaded = [database.load_visit(one.id) for one in database.visits()]
        visit = next(each for each in loaded if each.items)
        session = next(each for each in visit.items if each.presentations)
        tour = next(one for each in visit.items for one in each.tours)
        return {
            "travel": ("leg", travel.leg.add(database, visit_id=visit.id, departure_date=DAY).value),
            "presentations": (
                "presentation",
                schedule.presentation.add(database, item_id=session.id, title={"ko": "발표"}).value,
            ),
            "tours": (
                "tour_stop",
                schedule.tour_stop.add(database, tour_id=tour.id, name={"ko": "견학"}).value,
            ),
            "glossary": ("term", directory.term.add(database, text={"en": "metrology only"}).value),
        }


DAY = dt.date(2024, 7, 30)


def press_mark(qtbot, page, table, key, column):
    view = page.list
    page.select(table, key)
    page.panel.head.cross.click()
    view.scrollTo(view.rows.index_of(table, key))
    row = view.visualRect(view.rows.index_of(table, key))
    laid = {each.code: x for each, x, _end in laid_out(view.delegate.columns, view.viewport().width())}
    # In the middle, where a mark that stands alone is painted.
    spot = QPoint(int(laid[column]) + 20, row.center().y() + 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("section", "column", "field"),
    [
        ("travel", "who", "passengers"),
        ("presentations", "speaker", "speakers"),
        ("tours", "guide", "guide_id"),
    ],
)
def test_a_mark_in_a_visit_leads_to_its_field(
    window, office_file, office, idle, qtbot, section, column, field
):
    workspace = window(office_file, "en")
    workspace.visit_page.open_section(section)
    idle(workspace)
    page = workspace.visit_page.build(section)
    press_mark(qtbot, page, *office[section], column)
    assert page.panel.row() == office[section]
    assert page.panel.editor(field).isAncestorOf(QApplication.focusWidget())


def test_a_mark_in_the_glossary_leads_to_the_language(window, office_file, office, idle, qtbot):
    workspace = window(office_file, "en")
    idle(workspace)
    workspace.open_page("glossary")
    idle(workspace)
    page = workspace.navigation.pages["glossary"]
    press_mark(qtbot, page, *office["glossary"], "ja")
    idle(workspace)
    assert page.panel.row() == office["glossary"]
    assert QApplication.focusWidget() is page.panel.editor("text").entry("ja")
