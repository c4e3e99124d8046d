"""The widget that shows a page of a paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent

from exporters.document import Document, PageBreak, Style, line
from exporters.writers.pdf import layout
from ui.style.theme import Shade, Theme
from ui.widgets.pages import PageView


def pages(number):
    blocks = []
    for at in range(number):
        blocks += [PageBreak(), line(f"쪽 {at + 1}", "ko", Style.TITLE)]
    return layout(Document("x", ("ko",), tuple(blocks)))


@pytest.fixture
def view(qtbot, qapp):
    made = PageView(Theme(qapp, "ko", Shade.LIGHT))
    qtbot.addWidget(made)
    made.resize(560, 500)
    made.show()
    made.show_pages(pages(3))
    return made


def wheel(view, turn, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def test_the_page_is_white_on_a_ground_and_has_ink(view):
    picture = view.viewport().grab().toImage()
    ground = QColor(picture.pixel(4, 4))
    assert ground != QColor("#FFFFFF")
    assert QColor(picture.pixel(picture.width() // 2, 60)) == QColor("#FFFFFF")
    dark = sum(
        QColor(picture.pixel(x, y)).lightness() < 80
        for x in range(60, picture.width() - 60, 2)
        for y in range(40, 200, 2)
    )
    assert dark > 20


def test_a_page_is_painted_for_the_ratio_of_the_screen(view, monkeypatch):
    view.viewport().grab()
    assert view._kept.width() == view._size()[0] * view.devicePixelRatioF()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.viewport().grab()
    assert view._kept.width() == view._size()[0] * 2
    assert view._kept.devicePixelRatio() == 2.0


def test_keys_turn_pages(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.number() == 2
    assert "쪽 3" in view.text()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.number() == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.number() == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.number() == 0
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.number() == 2
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.number() == 0


def test_keys_zoom_and_fit_again(view, qtbot):
    fitting = view.scale()
    assert view.fits()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() > fitting
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() == 2.0
    assert not view.can_zoom(1)
    assert view.horizontalScrollBar().maximum() > 0
    view.viewport().grab()
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() == fitting


def test_the_wheel_goes_on_to_the_next_page(view):
    for _ in range(40):
        wheel(view, -120)
    assert view.number() == 2
    for _ in range(40):
        wheel(view, 120)
    assert view.number() == 0
    before = view.scale()
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale() > before


def test_another_paper_keeps_the_page_where_it_has_one(view):
    view.go(2)
    view.show_pages(pages(2))
    assert view.number() == 1
    view.show_pages(None)
    assert view.number() == 0
    assert view.text() == ""
    view.viewport().grab()


def test_the_page_is_as_wide_as_there_is_room(view):
    narrow = view.scale()
    view.resize(760, 500)
    assert view.scale() > narrow
    view.resize(4000, 500)
    assert view.scale() == 1.25
