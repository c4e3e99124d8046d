"""The parties of a visit that is being planned: organisations picked or new, each host or guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.widgets.segment import Choice as Part
from ui.widgets.segment import Segment
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.hands import Hands

_NEW = "+"
"""Begins the key of an organisation that is to be added with the visit."""


class PartyRow(QWidget):
    """One party."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, hands: Hands, words: Words) -> None:
        super().__init__()
        self._words = words
        self.picker = Picker(hands.theme)
        self.picker.let_clear(False)
        self.side = Segment(hands.theme)
        self.side.offer(
            [
                Part("guest", words.say_in("PartySide", "Guest")),
                Part("host", words.say_in("PartySide", "Host")),
            ]
        )
        self.side.setAccessibleName(words.say_in("new visit", "Host or guest"))
        self.drop = Button(hands.theme, Rank.QUIET, "x")
        self.drop.tell("", words.say_in("new visit", "Take this party out"))
        line = self.picker.line
        line.offers = lambda text: [
            Choice(each.id, each.text, each.detail) for each in hands.offers("organisation", text)
        ]
        line.making = lambda text: words.say("Create “{text}”", text=text)
        line.asked.connect(lambda text: line.pick(_NEW + text, text))
        line.setPlaceholderText(words.say_in("new visit", "Organisation"))
        self.picker.tell_missing(nothing_called("organisation", words, creates=True))
        self.picker.tell(words.say_in("new visit", "Organisation"), words.say("Close"))
        line.left.connect(self.changed)
        self.side.chosen.connect(lambda _side: self.changed.emit())
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.GAP)
        row.addWidget(self.picker, 1)
        row.addWidget(self.side)
        row.addWidget(self.drop)

    def value(self) -> dict[str, Any] | None:
        """Return what the plan of a visit says of the party; nothing while it is empty."""
        key = self.picker.line.key()
        if not key:
            return None
        if key.startswith(_NEW):
            return {"name": {self._words.language: key.removeprefix(_NEW)}, "side": self.side.value()}
        return {"organisation_id": key, "side": self.side.value()}


class PartyRows(QWidget):
    """Two, three or more parties."""

    changed = Signal()
    laid = Signal()
    """There are other rows: Tab has another way to go."""

    def __init__(self, hands: Hands, words: Words) -> None:
        super().__init__()
        self._hands, self._words = hands, words
        self.rows: list[PartyRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = Button(hands.theme, Rank.QUIET, "plus")
        self.more.tell(words.say_in("new visit", "Another party"))
        self.more.clicked.connect(self._add_and_go)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_parties(self, parties: Sequence[tuple[str, str, str]]) -> None:
        """Show parties: key, name and side; at least two rows."""
        while self.rows:
            self._take_out(self.rows[-1])
        for key, name, side in parties:
            row = self.add()
            row.picker.line.show_key(key, name)
            row.side.take(side)
        while len(self.rows) < 2:
            row = self.add()
            row.side.take("guest" if any(each.side.value() == "host" for each in self.rows) else "host")

    def add(self) -> PartyRow:
        """Add an empty row."""
        row = PartyRow(self._hands, self._words)
        row.side.take("guest")
        row.changed.connect(self.changed)
        row.side.chosen.connect(lambda side: self._host(row) if side == "host" else None)
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self._number()
        return row

    def _host(self, host: PartyRow) -> None:
        """Let a party be the host, and so the others its guests."""
        for row in self.rows:
            if row is not host and row.side.value() == "host":
                row.side.take("guest")
        self.changed.emit()

    def values(self) -> list[dict[str, Any]]:
        """Return the parties that are chosen, none twice."""
        found: list[dict[str, Any]] = []
        for row in self.rows:
            value = row.value()
            known = [{**each, "side": ""} for each in found]
            if value is not None and {**value, "side": ""} not in known:
                found.append(value)
        return found

    def host(self) -> str:
        """Return the key of the first host that is known already."""
        return next(
            (str(each.get("organisation_id", "")) for each in self.values() if each["side"] == "host"), ""
        )

    def host_name(self) -> str:
        """Return what the first host is called; empty where there is none yet."""
        hosts = (row for row in self.rows if row.side.value() == "host" and row.value() is not None)
        return next((row.picker.line.text() for row in hosts), "")

    def _add_and_go(self) -> None:
        self.add().picker.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, row: PartyRow) -> None:
        self._take_out(row)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self, row: PartyRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            name = self._words.say_in("new visit", "Party {number}", number=number)
            row.picker.line.setAccessibleName(name)
        self.laid.emit()
