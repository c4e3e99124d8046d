"""The cooperation items that are discussed at a visit: those of the series that meet there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu

from ui import deeds
from ui.pages.cooperation.lists import INSIDE, add_lists
from ui.pages.cooperation.rows import columns, rows
from ui.pages.visit.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.hands import Hands
    from ui.widgets.rows import Column, Group, ListRow


class CooperationSection(Section):
    """Items by state; a decision that is added belongs to a meeting of this visit."""

    code = "cooperation"
    tables = ("cooperation_item", "cooperation_decision", "follow_up")
    inside: ClassVar[dict[str, tuple[str, str]]] = INSIDE
    movable = True
    empty_icon = "handshake"

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        add_lists(self, lambda key: self.row("cooperation_item", key), self._meeting)

    def items(self) -> list[Any]:
        """Return the items of the series whose meetings are in this visit, and those decided there."""
        assert self.view is not None
        meetings = self.whole.meetings
        series = {meeting.series_id for meeting in meetings if meeting.series_id}
        keys = {meeting.id for meeting in meetings}
        found = [row for (table, _), row in self.view.rows.items() if table == "cooperation_item"]
        return [
            item
            for item in found
            if item.series_id in series or any(one.meeting_id in keys for one in item.decisions)
        ]

    def _meeting(self, record: Record) -> str | None:
        meetings = self.whole.meetings
        mine = [one for one in meetings if one.series_id and one.series_id == record.values.get("series_id")]
        return (mine or meetings)[0].id if meetings else None

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        assert self.words is not None
        return columns(self.words)

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return the items by state."""
        assert self.words is not None
        return rows(self.items(), self.words, self.languages())

    def add(self) -> None:
        """Add an item to the series that meets here; where none does, offer to make the visit a meeting."""
        series = self._series()
        if self.hands.read_only():
            return
        if series is None:
            self.hands.ask(_loose_items, self._offer_series)
            return
        self.hands.do(deeds.add("cooperation_item", series_id=series), self.added("cooperation_item"))

    def _series(self) -> str | None:
        return next((one.series_id for one in self.whole.meetings if one.series_id), None)

    def _offer_series(self, loose: tuple[str, ...]) -> None:
        """Offer the series of which the visit can be a meeting; items that belong to none come along."""
        words = self.words
        if words is None or self.view is None:
            return
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        choices: list[tuple[str | None, str]] = [
            (offer.id, words.say_in("cooperation", "Meeting of “{series}”", series=offer.text))
            for offer in self.hands.offers("series", "")
        ]
        choices.append((None, words.say_in("cooperation", "Meeting of a new series, called like this visit")))
        along = words.count("with the {number} item", "with the {number} items", len(loose))
        for key, text in choices:
            if loose:
                self._choice(menu, words.say("{first}, {second}", first=text, second=along), key, loose)
            self._choice(menu, text, key, ())
        button = self.add_button if self.add_button.isVisible() else self.empty_add
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _choice(self, menu: QMenu, text: str, series: str | None, items: Sequence[str]) -> None:
        joins = {"key": self.whole.id, "series_id": series, "items": list(items)}
        menu.addAction(text).triggered.connect(
            lambda _on=False: self.hands.do(deeds.Deed("visit.join_series", joins))
        )

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Cooperation"))
        self.add_button.tell(words.say_in("cooperation", "Add item"))
        here = self.view is None or self._series() is not None
        self.empty_add.tell(
            words.say_in("cooperation", "Add item")
            if here
            else words.say_in("cooperation", "Make this visit a meeting of a series…")
        )
        self.tell_empty(
            words.say_in("cooperation", "No cooperation items yet"),
            words.say_in(
                "cooperation",
                "Here stand the items of the series whose meetings are part of this visit.",
            )
            if here
            else words.say_in(
                "cooperation",
                "Items belong to a series, and this visit is no meeting of one yet. Items that were added or"
                " brought stand under Cooperation at the left; those without a series can come along.",
            ),
        )


def _loose_items(office: Any) -> tuple[str, ...]:
    """Return the items that belong to no series."""
    from models.tables import CooperationItem

    return tuple(each.id for each in office.database.rows(CooperationItem, series_id=None))
