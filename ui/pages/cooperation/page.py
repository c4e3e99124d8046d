"""All cooperation items of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ui import deeds
from ui.pages.cooperation.lists import INSIDE, add_lists
from ui.pages.cooperation.rows import columns, rows
from ui.pages.watched import WatchedPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.hands import Hands
    from ui.widgets.rows import Column, Group, ListRow


class CooperationPage(WatchedPage):
    """Items by state, whatever series or visit they belong to."""

    code: ClassVar[str] = "cooperation"
    inside: ClassVar[dict[str, tuple[str, str]]] = INSIDE
    movable = True
    empty_icon = "handshake"

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        add_lists(self, lambda key: self.row("cooperation_item", key), self._last_meeting)

    def read(self, office: Any) -> Any:
        """Read all items with their decisions, and the meetings at which they can be decided."""
        from models.tables import CooperationItem, Meeting

        items = office.database.load_all(CooperationItem)
        meetings = sorted(office.database.rows(Meeting), key=lambda one: (one.date, one.number or 0))
        return items, meetings

    def row(self, table: str, row_id: str) -> Any:
        """Return an item, or a decision or follow-up of one."""
        for item in self.content[0]:
            for row in (item, *item.decisions, *item.follow_ups):
                if (row.__tablename__, row.id) == (table, row_id):
                    return row
        return None

    def _last_meeting(self, record: Record) -> str | None:
        item = self.row("cooperation_item", record.id)
        meetings = self.content[1]
        mine = [
            one for one in meetings if item is not None and item.series_id and one.series_id == item.series_id
        ]
        return (mine or meetings)[-1].id if meetings else None

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        assert self.words is not None
        return columns(self.words)

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return the items by state."""
        assert self.words is not None
        return rows(self.content[0], self.words, self.languages(), self.filter.searched())

    def add(self) -> None:
        """Add an item."""
        if not self.hands.read_only():
            self.hands.do(deeds.add("cooperation_item"), self.added("cooperation_item"))

    def name(self, words: Words) -> str:
        """Return what the page is called."""
        return words.say_in("window", "Cooperation")

    def write(self, words: Words) -> None:
        """Write the words of the page."""
        super().write(words)
        self.add_button.tell(words.say_in("cooperation", "Add item"))
        self.empty_add.tell(words.say_in("cooperation", "Add item"))
        self.tell_empty(
            words.say_in("cooperation", "No cooperation items yet"),
            words.say_in(
                "cooperation",
                "What both sides discuss and agree on, with who proposed it and what was decided.",
            ),
            searching=bool(self.filter.searched().strip()),
        )
