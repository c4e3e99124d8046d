"""Deleting an entry: it leaves the list at once, the file when the toast does: till then it can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.pages.schedule.page import SchedulePage
    from ui.widgets.toast import Toast


class Deleting(QObject):
    """Holds the one entry that is about to be deleted."""

    def __init__(self, desk: Desk, toast: Toast, page: SchedulePage) -> None:
        super().__init__(toast)
        self._desk, self._toast, self._page = desk, toast, page
        self._pending = ""
        toast.left.connect(self.finish)

    def delete(self, item_id: str) -> None:
        """Take an entry out of sight and offer to put it back."""
        visit = self._desk.visit
        item = visit.item(item_id) if visit else None
        words = self._page.words()
        if visit is None or item is None or visit.read_only or words is None:
            return
        self.finish()
        self._pending = item_id
        self._page.hide_item(item_id)
        title = item.title.pick([words.language, *visit.languages])
        self._toast.tell(
            words.say("Deleted: {title}", title=title.text if title else words.say("Untitled")),
            words.say("Put back"),
            self._put_back,
            close=words.say("Close"),
        )

    def finish(self) -> None:
        """Delete what is pending."""
        if self._pending:
            pending, self._pending = self._pending, ""
            self._toast.hide()
            self._desk.remove_item(pending)

    def _put_back(self) -> None:
        pending, self._pending = self._pending, ""
        if pending:
            self._page.unhide_item(pending)
