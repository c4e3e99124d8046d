"""Reading again what the window shows, on the worker, after something was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.rules.lookup import Lookup
    from ui.data.office import Office
    from ui.values import FileView, StepsView, VisitView

_OF_THE_FILE = frozenset(
    {"visit", "visit_day", "party", "meeting", "organisation", "file_info", "person", "place", "series"}
    | {"cooperation_item", "term"}
)
"""Tables of which the sidebar shows something."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What a page reads, again whenever something was written while it is shown."""

    key: str
    read: Callable[[Office], Any]
    """Runs on the worker."""
    show: Callable[[Any], None]
    """Gets what was read, on the GUI thread."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read again; None where nothing of it can have changed."""

    steps: StepsView
    file: FileView | None = None
    visit: VisitView | None = None
    instead_of: str = ""
    """The visit that was shown when this was asked for: where another page is shown by now, it stays so."""
    wanted: bool = False
    """Whether the visit is to be shown whatever is shown by now."""
    watched: tuple[tuple[Watch, Any], ...] = ()
    lookup: Lookup | None = None


def read_again(
    office: Office,
    shown: VisitView | None,
    watches: tuple[Watch, ...],
    *,
    touched: frozenset[tuple[str, str]] | None = None,
    wanted: str = "",
) -> Shown:
    """Read what may have changed: all of it where ``touched`` is not known.

    The visit that is shown stays shown, or ``wanted`` where one is named; where it is gone another one is.
    """
    tables = {table for table, _ in touched} if touched is not None else None
    file = office.file() if tables is None or tables & _OF_THE_FILE else None
    visit = None
    before = shown.id if shown else ""
    if before or wanted:
        visit_id = wanted or before
        if file is not None and all(line.id != visit_id for line in file.visits):
            visit_id = first_visit(file)
        visit = office.visit(visit_id, shown, touched) if visit_id else None
    watched = tuple((watch, watch.read(office)) for watch in watches)
    return Shown(office.steps(), file, visit, before, bool(wanted), watched, office.look_up_again())


def first_visit(file: FileView) -> str:
    """Return the visit to show first: the next one, else the last one."""
    today = dt.date.today()
    coming = [line for line in file.visits if line.last and line.last >= today and line.first]
    if coming:
        return min(coming, key=lambda line: line.first or today).id
    dated = [line for line in file.visits if line.first]
    if dated:
        return max(dated, key=lambda line: line.first or today).id
    return file.visits[0].id if file.visits else ""
