"""What everything in the open file is called and by what it is found: read aside, then kept fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.rules.lookup import Lookup
from ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable


class Names(QObject):
    """Holds the snapshot; reading it takes seconds in a large file, on a thread of its own."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lookup: Lookup = Lookup.of((), 0)
        self.language = ""
        """That of the screen: the long lists are sorted for it before they are asked for."""
        self._aside = Work(self)
        self._office: Any = None

    def read(self, office: Any, ask: Callable[[Callable[[Any], Any], Callable[[Any], None]], None]) -> None:
        """Read all names of a file that was opened, then with ``ask`` what was saved meanwhile."""
        self._office = office
        tag = self.language

        def then(lookup: Lookup) -> None:
            if self._office is office:
                ask(lambda now: now.take_lookup(lookup), self.show)

        # What keeps the file from being read is told by the poll.
        self._aside.ask(lambda: office.look_up(tag), then, lambda _error: None)

    def show(self, lookup: Lookup) -> None:
        """Take a fresher snapshot."""
        if lookup is not self.lookup:
            self.lookup = lookup
            self.changed.emit()

    def busy(self) -> bool:
        """Tell whether names are being read."""
        return self._aside.busy()

    def stop(self) -> None:
        """Finish reading and end the thread."""
        self._aside.stop()
