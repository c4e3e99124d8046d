"""Labels and the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.theme import Shade, Theme
from ui.widgets.text import Text


@pytest.mark.parametrize("shown", [True, False])
def test_a_label_has_the_colour_of_the_theme_also_if_it_was_hidden_when_that_changed(qtbot, qapp, shown):
    theme = Theme(qapp, "en", Shade.LIGHT)
    theme.dress()
    page = QWidget()
    text = Text(theme, "Name", bold=True, colour="text2")
    QVBoxLayout(page).addWidget(text)
    qtbot.addWidget(page)
    if shown:
        page.show()
    for shade in (Shade.DARK, Shade.LIGHT, Shade.DARK):
        page.hide()
        theme.choose(shade)
        page.show()
        assert text.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.tokens.text2)
    qapp.setStyleSheet("")
