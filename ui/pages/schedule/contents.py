"""The talks of a session and the stops of a lab tour, to be read in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.text.dates import duration
from models.text.names import full_name
from ui.pages.schedule.rows import leading, second, who_name
from ui.pages.visit.header import Rule
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS, Badge, Mark
from ui.widgets.text import Text
from ui.words import code_name

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from models.text.localised import LocalisedText
    from ui.style.theme import Theme
    from ui.values import ItemView, StopView, TalkView, VisitView


class Contents(QWidget):
    """Built anew for each entry: there are few."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_item(self, item: ItemView, visit: VisitView, words: Words) -> None:
        """Show the talks and stops of an entry."""
        while (kept := self._column.takeAt(0)) is not None:
            widget = kept.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if item.talks:
            self._head(words.say_in("window", "Presentations"), self._sum(item, words))
            for at, talk in enumerate(item.talks):
                self._talk(at + 1, talk, visit, words)
        if item.stops:
            self._head(
                words.say_in("window", "Stops"),
                words.count("{number} stop", "{number} stops", len(item.stops)),
            )
            for at, stop in enumerate(item.stops):
                self._stop(at + 1, stop, visit, words, first=at == 0)
        self.setVisible(bool(item.talks or item.stops))

    def _sum(self, item: ItemView, words: Words) -> str:
        count = words.count("{number} talk", "{number} talks", len(item.talks))
        minutes = [talk.minutes for talk in item.talks]
        if any(minute is None for minute in minutes):
            return count
        return f"{count} · {duration(sum(minute or 0 for minute in minutes), words.language)}"

    def _head(self, text: str, right: str) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 6)
        row.addWidget(Text(self._theme, text, 12, bold=True, colour="text2"))
        row.addStretch(1)
        row.addWidget(Text(self._theme, right, 12, colour="text2"))
        self._column.addWidget(head)

    def _talk(self, number: int, talk: TalkView, visit: VisitView, words: Words) -> None:
        lead = duration(talk.minutes, words.language) if talk.minutes else str(number)
        grid = self._entry(lead, talk.title, visit, words, first=number == 1)
        facts = QHBoxLayout()
        facts.setSpacing(12)
        named = [who_name(who, words) for who in talk.speakers if not who.open]
        if named:
            facts.addWidget(Text(self._theme, ", ".join(named), 12, colour="text2"))
        for who in talk.speakers:
            if who.open:
                badge = Badge(self._theme)
                badge.tell(Mark(who_name(who, words), ICONS[Severity.WARN]), "warn")
                facts.addWidget(badge)
        if talk.slides and talk.slides != "not asked":
            done = talk.slides in ("received", "final")
            state = code_name("SlidesState", talk.slides, words)
            facts.addWidget(Text(self._theme, state, 12, colour="ok" if done else "text3"))
        facts.addStretch(1)
        grid.addLayout(facts, grid.rowCount(), 1)

    def _stop(self, number: int, stop: StopView, visit: VisitView, words: Words, *, first: bool) -> None:
        grid = self._entry(str(number), stop.name, visit, words, first=first)
        facts = [duration(stop.minutes, words.language)] if stop.minutes else []
        if stop.guide:
            facts.append(full_name(stop.guide, words.language).text)
        if facts:
            grid.addWidget(Text(self._theme, " · ".join(facts), 12, colour="text2"), grid.rowCount(), 1)

    def _entry(
        self, lead: str, text: LocalisedText, visit: VisitView, words: Words, *, first: bool
    ) -> QGridLayout:
        if not first:
            self._column.addWidget(Rule(self._theme))
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(1)
        grid.setColumnMinimumWidth(0, 44)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Text(self._theme, lead, 12, colour="text2"), 0, 0, Qt.AlignmentFlag.AlignTop)
        title = leading(text, visit, words)
        shown = Text(
            self._theme,
            title.text if title else words.say("Untitled"),
            colour="text" if title else "text3",
            language=title.language if title else "",
            wrap=True,
        )
        grid.addWidget(shown, 0, 1)
        other = second(text, visit, words, title.language if title else "")
        if other:
            grid.addWidget(
                Text(self._theme, other.text, 12, colour="text2", language=other.language, wrap=True), 1, 1
            )
        self._column.addWidget(box)
        return grid
