"""The cooperation items that are discussed at a visit: those of the series that meet there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

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
        """Add an item to the series that meets here."""
        series = next((one.series_id for one in self.whole.meetings if one.series_id), None)
        if self.hands.read_only():
            return
        if series is None:
            words = self.words
            assert words is not None
            self.hands.tell(
                words.say_in("cooperation", "Items belong to a series: add a meeting of a series first.")
            )
            return
        self.hands.do(deeds.add("cooperation_item", series_id=series), self.added("cooperation_item"))

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Cooperation"))
        self.add_button.tell(words.say_in("cooperation", "Add item"))
        self.empty_add.tell(words.say_in("cooperation", "Add item"))
        self.tell_empty(
            words.say_in("cooperation", "No cooperation items yet"),
            words.say_in(
                "cooperation",
                "Here stand the items of the series whose meetings are part of this visit.",
            ),
        )
