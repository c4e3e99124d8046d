"""The head of a visit: title, second title, dates, city, who goes to whom, and how far away it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text.dates import DayForm, day_range
from ui.kinds import way_icon
from ui.pages.schedule.rows import leading, second
from ui.sidebar.model import days_left
from ui.style import measures
from ui.style.icons import NORMAL, SMALL
from ui.style.paint import Ink, base_in, runs, start
from ui.style.tokens import Tinted
from ui.widgets.badge import Mark, paint_badge
from ui.widgets.button import Button, Rank
from ui.widgets.presence import PresenceBadges

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import VisitView


class VisitHeader(QWidget):
    """Painted; 84 px high."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self.setFixedHeight(measures.HEADER)
        self.setMinimumWidth(200)
        self.presence = PresenceBadges(theme, self)
        self.history = Button(theme, Rank.QUIET, "history", parent=self)
        self._corner = QHBoxLayout(self)
        self._corner.setContentsMargins(0, 14, measures.MARGIN - 8, 0)
        self._corner.setSpacing(measures.GAP)
        self._corner.addStretch(1)
        for part in (self.presence, self.history):
            self._corner.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show a visit."""
        self._visit, self._words = visit, words
        self.history.tell("", words.say_in("history", "History"))
        title = leading(visit.title, visit, words)
        facts = [title.text if title else "", self._dates(visit, words), self._way(visit)]
        self.setAccessibleName(", ".join(fact for fact in facts if fact))
        self.update()

    @staticmethod
    def _dates(visit: VisitView, words: Words) -> str:
        return (
            day_range(visit.first, visit.last, words.language, DayForm.FULL)
            if visit.first and visit.last
            else ""
        )

    @staticmethod
    def _way(visit: VisitView) -> str:
        guests = "·".join(party.name for party in visit.parties if not party.host)
        hosts = "·".join(party.name for party in visit.parties if party.host)
        return f"{guests} → {hosts}" if guests and hosts else guests or hosts

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title and facts."""
        del event
        visit, words, theme = self._visit, self._words, self._theme
        if visit is None or words is None:
            return
        tokens = theme.tokens
        painter = QPainter(self)
        start(painter)
        shown = [part for part in (self.presence, self.history) if not part.isHidden()]
        right = min(part.x() for part in shown) - 16
        title = leading(visit.title, visit, words)
        inks = [
            Ink(
                title.text if title else words.say("Untitled"),
                tokens.text,
                20,
                True,
                title.language if title else "",
            )
        ]
        other = second(visit.title, visit, words, title.language if title else "")
        if other:
            inks.append(Ink(other.text, tokens.text2, 14, False, other.language, 10))
        runs(painter, theme, inks, measures.MARGIN, 38, right)
        self._paint_facts(painter, visit, words, right)
        painter.end()

    def _paint_facts(self, painter: QPainter, visit: VisitView, words: Words, right: float) -> None:
        theme, tokens = self._theme, self._theme.tokens
        city = leading(visit.city, visit, words)
        local = second(visit.city, visit, words, city.language if city else "")
        facts = [
            ("calendar", [Ink(self._dates(visit, words), tokens.text2)]),
            (
                "map-pin",
                [
                    Ink(city.text if city else "", tokens.text2, 13, False, city.language if city else ""),
                    Ink(
                        local.text if local else "",
                        tokens.text2,
                        12,
                        False,
                        local.language if local else "",
                        5,
                    ),
                ],
            ),
            (way_icon(visit.outward), [Ink(self._way(visit), tokens.text2)]),
        ]
        x, base = float(measures.MARGIN), base_in(theme, 52, 20)
        for icon, inks in facts:
            if not inks[0].text or x > right - 60:
                continue
            theme.icons.paint(painter, icon, tokens.text2, x, 52 + (20 - NORMAL) / 2 + 1, SMALL)
            x = runs(painter, theme, inks, x + SMALL + 6, base, right) + 20
        left = days_left(visit.first, visit.last, date.today(), words)
        if left and x < right - 40:
            paint_badge(painter, theme, Mark(left, bold=True), Tinted(tokens.accent, tokens.tint), x, 52)


class Rule(QWidget):
    """A line across the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.tokens.line)
        painter.end()
