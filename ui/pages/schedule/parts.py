"""Head and foot of the panel."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from models.text.dates import DayForm, clock_range, day
from ui.kinds import look_of
from ui.pages.schedule.rows import length
from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.avatar import Avatar
from ui.widgets.badge import Badge, Mark
from ui.widgets.button import Button, Rank
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Line
from ui.words import code_name

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import ChangeView, ItemView


class PanelHead(QWidget):
    """Kind, day and time of the entry, a menu, and a cross."""

    closed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(measures.PANEL_HEAD)
        self._badge = Badge(theme)
        self._line = Line(theme)
        self._more = Button(theme, Rank.QUIET, "ellipsis")
        self._close = Button(theme, Rank.QUIET, "x")
        self._close.clicked.connect(self.closed)
        self._menu = QMenu(self)
        self._remove = QAction(self._menu)
        self._remove.triggered.connect(self.removed)
        self._menu.addAction(self._remove)
        self._more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.PANEL_MARGIN, 0, 10, 0)
        row.setSpacing(0)
        row.addWidget(self._badge)
        row.addSpacing(12)
        row.addWidget(self._line, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)

    def show_item(self, item: ItemView, words: Words) -> None:
        """Show what and when the entry is."""
        look = look_of(item.kind)
        self._badge.tell(Mark(code_name("ItemKind", item.kind, words), look.icon), look.colour.value)
        when = day(item.date, words.language, DayForm.SHORT)
        times = clock_range(item.start, item.end, words.language, days=item.end_day)
        lasts = length(item, words)
        self._line.show_runs(
            lambda tokens: [
                Ink(f"{when} {times}", tokens.text2, 12),
                Ink(lasts, tokens.text3, 12, gap=6),
            ]
        )
        self._more.tell("", words.say_in("window", "More"))
        self._close.tell("", words.say("Close"))
        self._remove.setText(words.say("Delete this item"))
        self._remove.setIcon(self._theme.icons.icon("trash-2", self._theme.tokens.error.ink))
        self._menu.setFont(self._theme.font())

    def lock(self, locked: bool) -> None:
        """Hide what changes the entry."""
        self._more.setVisible(not locked)

    def _open_menu(self) -> None:
        corner = self._more.mapToGlobal(self._more.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), -4))


class PanelFoot(Ground):
    """Who changed the entry last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", Edge.TOP | Edge.LEFT, parent)
        self._avatar = Avatar(theme)
        self._line = Line(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.PANEL_MARGIN, 8, measures.PANEL_MARGIN, 8)
        row.setSpacing(8)
        row.addWidget(self._avatar)
        row.addWidget(self._line, 1)

    def show_change(self, change: ChangeView | None, words: Words) -> None:
        """Show a change, or nothing where none is known."""
        self.setVisible(change is not None)
        if change is None:
            return
        self._avatar.show_name(change.author)
        said = words.say("{author}, {when}", author=change.author, when=ago(change.at, words))
        self._line.show_runs(lambda tokens: [Ink(said, tokens.text2, 12)])

    def said(self) -> str:
        """Return what the foot says."""
        return self._line.accessibleName()


def ago(at: datetime, words: Words) -> str:
    """Return how long ago a moment was, or its date when it was not today."""
    now = datetime.now(UTC)
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return words.say("just now")
    if minutes < 60:
        return words.count("{number} minute ago", "{number} minutes ago", minutes)
    local = at.astimezone()
    if local.date() == now.astimezone().date():
        return f"{local:%H:%M}"
    return day(local.date(), words.language, DayForm.NUMERIC)
