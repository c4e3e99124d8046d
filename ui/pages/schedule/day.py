"""What the form of a day shows besides its fields: where one sleeps, and the journeys of that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.schedule.rows import journey, leading
from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from models.text.catalogue import Words
    from ui.hands import Hands
    from ui.values import VisitView


class DayPart(QWidget):
    """Links that lead to where hotels and journeys are edited."""

    opened = Signal(str, str)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._caption = Text(hands.theme, "", 12, bold=True, colour="text2")
        self.links: list[Link] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures.LABEL_GAP)
        self._column.addWidget(self._caption)

    def show_day(self, view: VisitView, date: date, words: Words) -> None:
        """Show what there is of travel on a day."""
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []
        for stay in view.stays:
            if stay.first <= date < stay.last:
                name = leading(stay.place, view, words)
                self._add("stay", stay.id, name.text if name else words.say_in("travel", "Hotel"))
        for shown in view.days:
            for leg in shown.legs if shown.date == date else ():
                made = journey(leg, view, words)
                self._add("leg", leg.id, f"{made.start} {made.title.text} {made.number}".strip())
        self._caption.setText(words.say_in("window", "Travel"))
        self._caption.restyle()
        self.setVisible(bool(self.links))

    def _add(self, table: str, row_id: str, text: str) -> None:
        link = Link(self._hands.theme, text, bold=False)
        link.clicked.connect(lambda: self.opened.emit(table, row_id))
        self.links.append(link)
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
