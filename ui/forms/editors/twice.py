"""Which of two equal times of a night when clocks are put back: asked only where a time comes twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.text.dates import offset
from ui.data.clocks import comes_twice, utc_offset
from ui.style import measures
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text
from ui.words import field_name

if TYPE_CHECKING:
    import datetime as dt

    from models.text.catalogue import Words
    from ui.style.theme import Theme

_FIRST, _SECOND = "0", "1"


class Twice(QWidget):
    """Two choices below a time; hidden where the time comes once."""

    chosen = Signal()

    def __init__(self, theme: Theme, column: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self.caption = Text(theme, "", 12, colour="text2", wrap=True)
        self.which = Segment(theme)
        self.which.offer([Choice(_FIRST, ""), Choice(_SECOND, "")])
        self.which.take(_FIRST)
        self.which.chosen.connect(lambda _code: self.chosen.emit())
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.setSpacing(measures.LABEL_GAP)
        column_of.addWidget(self.caption)
        column_of.addWidget(self.which)
        self.hide()

    def value(self) -> int:
        """Return 1 for the second of the two, else 0."""
        return int(self.which.value() == _SECOND)

    def take(self, fold: int) -> None:
        """Show which of the two is saved."""
        self.which.take(_SECOND if fold else _FIRST)

    def ask(self, date: dt.date | None, time: dt.time | None, zone: str, words: Words) -> None:
        """Ask where a time comes twice in a zone that day; hide the question where it does not."""
        if date is None or time is None or not comes_twice(date, time, zone):
            self.hide()
            return
        asked = words.say_in(
            "form",
            "{field} {time}: the clock shows it twice",
            field=field_name(self._column, words),
            time=f"{time:%H:%M}",
        )
        if asked != self.caption.text():
            self.caption.setText(asked)
            self.caption.restyle()
        first, second = (offset(utc_offset(date, time.replace(fold=fold), zone) or 0) for fold in (0, 1))
        self.which.setAccessibleName(asked)
        self.which.offer(
            [
                Choice(_FIRST, words.say_in("form", "First ({offset})", offset=first)),
                Choice(_SECOND, words.say_in("form", "Second ({offset})", offset=second)),
            ]
        )
        self.show()
