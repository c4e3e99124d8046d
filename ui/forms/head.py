"""Head of a panel: what it is, what it is called, a menu, and a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.badge import Badge, Mark
from ui.widgets.button import Button, Rank
from ui.widgets.text import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.style.tokens import Tokens


class PanelHead(QWidget):
    """Badge and title of a row; the menu can show its history and delete it."""

    back = Signal()
    """Back to the form that this row was opened from."""
    closed = Signal()
    removed = Signal()
    history = Signal()
    opening = Signal(object)
    """The menu is about to open: pages may put into it what they can do with the row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(measures.PANEL_HEAD)
        self._badge = Badge(theme)
        self._line = Line(theme)
        self.more = Button(theme, Rank.QUIET, "ellipsis")
        self.cross = Button(theme, Rank.QUIET, "x")
        self.cross.clicked.connect(self.closed)
        self.up = Button(theme, Rank.QUIET, "chevron-left")
        self.up.clicked.connect(self.back)
        self.up.hide()
        self.menu = QMenu(self)
        self.past, self.remove = QAction(self.menu), QAction(self.menu)
        self.past.triggered.connect(self.history)
        self.remove.triggered.connect(self.removed)
        self.menu.addActions([self.past, self.remove])
        self.more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.PANEL_MARGIN, 0, 10, 0)
        row.setSpacing(0)
        row.addWidget(self.up)
        row.addWidget(self._badge)
        row.addSpacing(12)
        row.addWidget(self._line, 1)
        row.addWidget(self.more)
        row.addWidget(self.cross)

    def tell(self, mark: Mark, colour: str, title: Callable[[Tokens], Sequence[Ink]], words: Words) -> None:
        """Set what the row is and what it is called."""
        self._badge.tell(mark, colour)
        self._line.show_runs(title)
        self.more.tell("", words.say_in("window", "More"))
        self.cross.tell("", words.say("Close"))
        self.past.setText(words.say_in("form", "History…"))
        self.past.setIcon(self._theme.icons.icon("clock", self._theme.tokens.text2))
        self.remove.setText(words.say_in("form", "Delete"))
        self.remove.setIcon(self._theme.icons.icon("trash-2", self._theme.tokens.error.ink))
        self.menu.setFont(self._theme.font())

    def show_way_up(self, title: str, words: Words) -> None:
        """Show a way back to the form that the row was opened from, or none."""
        if not title and self.up.hasFocus():
            # Hidden, it would pass the cursor on to whatever is next in the window.
            self.cross.setFocus(Qt.FocusReason.OtherFocusReason)
        self.up.setVisible(bool(title))
        self.up.tell("", words.say("Back to “{title}”", title=title) if title else "")

    def said(self) -> str:
        """Return what the head says."""
        return self._line.accessibleName()

    def offer(self, *, history: bool, removal: bool) -> None:
        """Set what the menu offers; without anything there is none."""
        self.past.setVisible(history)
        self.remove.setVisible(removal)
        self.more.setVisible(history or removal)

    def _open_menu(self) -> None:
        self.opening.emit(self.menu)
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), -4))
