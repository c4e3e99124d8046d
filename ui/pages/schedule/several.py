"""The strip that changes several selected entries together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.forms.choices import choices_of
from ui.pages.writing import short_name
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry, LineEntry
from ui.widgets.ground import Edge, Ground
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.widgets.text import Text
from ui.words import code_name
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.pages.schedule.page import SchedulePage

_BY = re.compile(r"^([+\-−–]?)\s*(\d{1,4})\s*(\D*)$")
_DAYS = re.compile(r"^(d|days?|일|日)$", re.IGNORECASE)
_HOURS = re.compile(r"^(h|hours?|시간|時間)$", re.IGNORECASE)


def read_shift(text: str) -> tuple[int, int] | None:
    """Read by how much entries are moved: -15, +30 min, 1 day, 2시간; None if it is no such thing."""
    found = _BY.match(text.strip())
    if found is None:
        return None
    number = int(found[2]) * (-1 if found[1] in ("-", "−", "–") else 1)
    unit = found[3].strip()
    if _DAYS.match(unit):
        return 0, number
    return (number * 60 if _HOURS.match(unit) else number), 0


class SeveralStrip(Ground):
    """Says how many are selected; each choice is one step that can be undone."""

    closed = Signal()

    def __init__(self, page: SchedulePage, parent: QWidget | None = None) -> None:
        super().__init__(page.hands.theme, "panel", Edge.TOP | Edge.BOTTOM, parent)
        theme = page.hands.theme
        self._page = page
        self._keys: Sequence[str] = ()
        self.caption = Text(theme, "", 12, bold=True, colour="text2")
        self.by = LineEntry(theme)
        self.by.returnPressed.connect(self._shift)
        self.by.setMinimumWidth(150)
        self.status, self.audience = ChoiceEntry(theme), ChoiceEntry(theme)
        self.place = Picker(theme)
        self.place.let_clear(False)
        self.place.line.offers = lambda text: [
            Choice(offer.id, offer.text, offer.detail) for offer in page.hands.offers("place", text)
        ]
        self.place.line.left.connect(self._set_place)
        self.copy_button = Button(theme, Rank.QUIET, "copy")
        self.remove_button = Button(theme, Rank.QUIET, "trash-2")
        self.status.activated.connect(lambda _at: self._set_status())
        self.audience.activated.connect(lambda _at: self._set_audience())
        self.copy_button.clicked.connect(lambda: page.moving.duplicate(self._keys))
        self.remove_button.clicked.connect(lambda: page.moving.remove(self._keys))
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        row.setSpacing(measures.GAP)
        row.addWidget(self.caption)
        for widget, share in ((self.by, 0), (self.status, 1), (self.audience, 1), (self.place, 2)):
            row.addWidget(widget, share)
        row.addWidget(self.copy_button)
        row.addWidget(self.remove_button)
        self.hide()

    def show_entries(self, keys: Sequence[str], words: Words) -> None:
        """Show the strip for entries; fewer than two need none."""
        self._keys = keys
        shown = len(keys) > 1 and not self._page.hands.read_only()
        if shown:
            self._write(words)
        focus = QApplication.focusWidget()
        if not shown and focus is not None and self.isAncestorOf(focus):
            self._page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(shown)

    def _write(self, words: Words) -> None:
        self.caption.setText(words.count("{number} selected", "{number} selected", len(self._keys)))
        self.caption.restyle()
        self.by.setAccessibleName(words.say_in("schedule", "Move by minutes or days"))
        self.by.setPlaceholderText(words.say_in("schedule", "Move: +15, 1 day"))
        self.by.setToolTip(words.say_in("schedule", "Move by minutes or days"))
        state, audience = words.say_in("form", "State"), words.say_in("form", "Visible to")
        self._offer(self.status, state, choices_of("ItemStatus", words))
        parties = [
            (
                f"party:{party.id}",
                words.say("{organisation} only", organisation=short_name(party.organisation, words)),
            )
            for party in self._page.whole.parties
        ]
        named = [(code, code_name("Audience", code, words)) for code in ("public", "parties")]
        office = ("office", code_name("Audience", "office", words))
        self._offer(self.audience, audience, [*named, *parties, office])
        place = words.say_in("form", "Place")
        self.place.tell(place, words.say("Clear {field}", field=place))
        self.place.line.setPlaceholderText(place)
        self.place.tell_missing(nothing_called("place", words))
        self.copy_button.tell("", words.say_in("schedule", "Duplicate"))
        self.remove_button.tell("", words.say_in("form", "Delete"))

    @staticmethod
    def _offer(entry: ChoiceEntry, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer choices behind the name of the field: what holds now may differ from entry to entry."""
        entry.setAccessibleName(name)
        entry.begin()
        entry.offer([("", f"{name}…"), *choices], "")
        entry.setCurrentIndex(0)
        entry.begin()

    def _shift(self) -> None:
        words = self._page.words
        found = read_shift(self.by.text())
        if words is None or not self.by.text().strip():
            return
        if found is None:
            self._page.hands.tell(
                words.say_in("schedule", "Type minutes like +15 or -30, or days like 1 day.")
            )
            return
        self.by.show_text("")
        self._page.moving.shift(self._keys, *found)

    def _set_status(self) -> None:
        if self.status.value():
            self._set({"status": self.status.value()})

    def _set_audience(self) -> None:
        audience, _, party = self.audience.value().partition(":")
        if audience:
            self._set({"audience": audience, "audience_party_id": party or None})

    def _set_place(self) -> None:
        key = self.place.line.key()
        if key:
            self.place.line.show_key("", "")
            self._set({"place_id": key})

    def _set(self, values: dict[str, Any]) -> None:
        self._page.moving.set_all(self._keys, values)
        for entry in (self.status, self.audience):
            entry.setCurrentIndex(0)
            entry.begin()
