"""Foot of a panel: who changed the row last."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text.dates import DayForm, day
from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.avatar import Avatar
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Line

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import ChangeView


class PanelFoot(Ground):
    """Who changed the row last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", Edge.TOP | Edge.LEFT, parent)
        self._avatar = Avatar(theme)
        self._line = Line(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.PANEL_MARGIN, 8, measures.PANEL_MARGIN, 8)
        row.setSpacing(8)
        row.addWidget(self._avatar)
        row.addWidget(self._line, 1)
        self.hide()

    def show_change(self, change: ChangeView | None, words: Words) -> None:
        """Show a change, or nothing where none is known."""
        self.setVisible(change is not None)
        if change is None:
            return
        self._avatar.show_name(change.author)
        said = words.say("{author}, {when}", author=change.author, when=ago(change.at, words))
        self._line.setAccessibleName(said)
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
