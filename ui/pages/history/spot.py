"""The history as a page of the window: read on the worker, read again whenever somebody saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.data.shown import Watch
from ui.deeds import Deed
from ui.pages.history.page import HistoryPage
from ui.values_history import HistoryFilter, PutBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hands import Hands

_KEY = "history"


class HistorySpot(HistoryPage):
    """What everybody changed; reached by the menu and by the clock in the head of a visit."""

    code = "history"

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.theme)
        self._hands = hands
        self._entered = False
        self.asked.connect(self._ask)
        self.opened.connect(self._open)
        self.put_back.connect(lambda what: put_back(hands, what))

    def forms(self) -> tuple[Any, ...]:
        """Return the forms in which something may be typed: there are none."""
        return ()

    def add(self) -> None:
        """Nothing can be added here."""

    def enter(self) -> None:
        """Read, and go on reading whenever somebody saved."""
        self._entered = True
        lookup = self._hands.lookup()
        language = self._words.language if self._words else "en"
        visits = [
            (line.id, lookup.called("visit", line.id, language)) for line in lookup.lines("visit", language)
        ]
        self._hands.ask(
            _everybody, lambda people: self.begin(people, visits, may_write=not self._hands.read_only())
        )

    def leave(self) -> None:
        """Read no longer."""
        self._entered = False
        self._hands.unwatch(_KEY)

    def select(self, table: str, row_id: str) -> None:
        """Select a step by its id."""
        del table
        self.list.select(row_id)

    def _ask(self, wanted: HistoryFilter) -> None:
        if not self._entered:
            return

        def read(office: Any) -> Any:
            from ui.data.history import of_file

            return of_file(office.database, wanted)

        if wanted.before is None:
            self._hands.watch(Watch(_KEY, read, lambda found: self.show_history(found, wanted)))
        else:
            self._hands.ask(read, lambda found: self.show_history(found, wanted))

    def _open(self, record: str) -> None:
        def read(office: Any) -> Any:
            from ui.data.history import in_full

            return in_full(office.database, record)

        self._hands.ask(read, lambda found: self.show_step(found) if self.list.selected() == record else None)


def put_back(hands: Hands, what: PutBack, then: Callable[[Any], None] | None = None) -> None:
    """Put something back; where it was changed since, the toast offers to do it anyway."""
    words = hands.context(()).words
    if what.table:
        fields = {"table": what.table, "row_id": what.row, "field": what.field}
        deed = Deed("history.put_back", {"change_set_id": what.record, **fields, "anyway": what.anyway})
    else:
        deed = Deed("history.put_all_back", {"change_set_id": what.record, "anyway": what.anyway})

    def otherwise(error: Exception) -> None:
        from dataclasses import replace

        from models.errors import UndoConflict

        anyway = (
            (words.say("Put back anyway"), lambda: put_back(hands, replace(what, anyway=True), then))
            if isinstance(error, UndoConflict)
            else ("", None)
        )
        hands.saving_failed()
        hands.tell(hands.error(error), *anyway, stays=isinstance(error, UndoConflict))

    def done(found: Any) -> None:
        hands.tell(words.say("Put back"), words.say("Undo"), hands.undo)
        if then is not None:
            then(found)

    hands.do(deed, done, otherwise)


def _everybody(office: Any) -> Any:
    from ui.data.history import everybody

    return everybody(office.database)
