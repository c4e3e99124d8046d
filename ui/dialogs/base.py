"""What dialogs share: a title, a body, and a foot with one primary button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.ring import FocusRing
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.style.theme import Theme


class Dialog(QDialog):
    """Window-modal, closed by Escape; ``body`` is filled by those that derive from it."""

    def __init__(self, theme: Theme, title: str, cancel: str, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.act = Button(theme, Rank.PRIMARY, text=act)
        self.cancel = Button(theme, Rank.PLAIN, text=cancel)
        self.cancel.clicked.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(measures.GROUP_GAP)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(measures.GAP)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            measures.MARGIN, measures.PANEL_MARGIN, measures.MARGIN, measures.PANEL_MARGIN
        )
        column.setSpacing(measures.GROUP_GAP)
        column.addWidget(Text(theme, title, 16, bold=True))
        column.addLayout(self.body, 1)
        column.addLayout(self.foot)
        FocusRing(theme, self)
