"""A list goes on by itself while something is dragged at its edge, and the row goes where one lets go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from models.text.localised import Written
from ui.forms.sublist import SubRow, SubRows
from ui.style.theme import Shade, Theme
from ui.widgets.rows import RowsView
from ui.widgets.rows.values import Cell, Column, ListRow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def theme(qapp):
    made = Theme(qapp, "en", Shade.LIGHT)
    made.dress()
    yield made
    qapp.setStyleSheet("")


def drag(widget, points):
    """Press at the first point, move over the others; the button stays down."""
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1)]
    for kind, point in zip(kinds, points, strict=True):
        send(widget, kind, point)


def send(widget, kind, point):
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    place = QPointF(widget.mapToGlobal(point))
    QApplication.sendEvent(
        widget, QMouseEvent(kind, QPointF(point), place, LEFT, held, Qt.KeyboardModifier.NoModifier)
    )


def test_a_dragged_row_reaches_what_was_out_of_sight(qtbot, theme):
    view = RowsView(theme, lines=1, movable=True)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_columns((Column("name", ""),))
    view.show_rows([ListRow("row", f"{at}", (Cell(Written(f"Row {at}", "en")),)) for at in range(60)])
    view.show()
    told = []
    view.moved.connect(lambda *what: told.append(what))
    port, bar = view.viewport(), view.verticalScrollBar()
    first = view.visualRect(view.rows.index(1)).center()
    drag(port, [first, first + QPoint(0, 40), QPoint(first.x(), port.height() - 2)])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=10000)
    send(port, QEvent.Type.MouseButtonRelease, QPoint(first.x(), port.height() - 2))
    assert told == [("row", "1", None)]
    at = bar.value()
    last = view.visualRect(view.rows.index(57)).center()
    drag(port, [last, last - QPoint(0, 40), QPoint(last.x(), 30)])
    assert bar.value() == at
    drag(port, [last, last - QPoint(0, 40), QPoint(last.x(), 1)])
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=10000)
    send(port, QEvent.Type.MouseButtonRelease, QPoint(last.x(), 1))
    assert told[1] == ("row", "57", "0")
    assert bar.value() == 0


def test_a_list_inside_a_form_scrolls_the_form(qtbot, theme):
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    inner = QWidget()
    rows = SubRows(theme)
    QVBoxLayout(inner).addWidget(rows)
    area.setWidget(inner)
    area.resize(300, 200)
    rows.show_rows([SubRow(f"{at}", f"Talk {at}") for at in range(30)], locked=False, movable=True)
    area.show()
    told = []
    rows.moved.connect(lambda *what: told.append(what))
    bar = area.verticalScrollBar()
    edge = rows.mapFrom(area, QPoint(20, area.height() - 4))
    drag(rows, [QPoint(20, 10), QPoint(20, 60), edge])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=10000)
    send(rows, QEvent.Type.MouseButtonRelease, rows.mapFrom(area, QPoint(20, area.height() - 4)))
    assert told == [("0", "")]
