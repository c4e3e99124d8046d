"""An open file as the worker sees it: reads become views, edits become actions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from models.actions import schedule, visits
from models.store import Database
from models.store.history import history_of
from models.tables import FileInfo, Place, Visit
from models.tables.journal import ChangeKind
from ui.data.views import visit_line, visit_view
from ui.values import ChangeView, FileView

if TYPE_CHECKING:
    from pathlib import Path

    from ui.edits import Edit
    from ui.values import VisitView


class Office:
    """Everything here runs on the worker thread."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path) -> Office:
        """Open a file."""
        return cls(Database.open(path))

    @classmethod
    def create(cls, path: Path) -> Office:
        """Make an empty file and open it."""
        return cls(Database.create(path))

    @classmethod
    def sample(cls, path: Path) -> Office:
        """Make a file with the sample and open it."""
        from models.actions.sample import create_sample

        return cls(create_sample(path))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def file(self) -> FileView:
        """Read the card of the file and its visits."""
        infos = self.database.load_all(FileInfo)
        home = infos[0].home_organisation_id if infos else None
        lines = [visit_line(visit, home) for visit in self.database.load_all(Visit)]
        return FileView(
            self.database.path,
            infos[0].name if infos and infos[0].name else self.database.path.stem,
            self.database.profile.author_name,
            not self.database.writable,
            tuple(lines),
        )

    def visit(self, visit_id: str) -> VisitView:
        """Read a visit whole."""
        infos = self.database.load_all(FileInfo)
        home = infos[0].home_organisation_id if infos else None
        return visit_view(
            self.database.load_visit(visit_id),
            self.database.load_all(Place),
            home,
            read_only=not self.database.writable,
        )

    def save(self, edit: Edit) -> None:
        """Save one group of fields of an entry."""
        if edit.field == "chair":
            chair = edit.values["chair"]
            schedule.set_chair(self.database, edit.item_id, chair if isinstance(chair, str) else None)
        else:
            schedule.item.edit(self.database, edit.item_id, edit.values, edit.shown)

    def add_item(self, visit_id: str, date: dt.date, start: dt.time | None, zone: str) -> str:
        """Add an entry without a title; answers with its id."""
        fields: dict[str, Any] = {"visit_id": visit_id, "date": date, "start": start, "zone": zone}
        return schedule.item.add(self.database, **fields).value

    def remove_item(self, item_id: str) -> None:
        """Remove an entry."""
        schedule.item.remove(self.database, item_id)

    def last_change(self, item_id: str) -> ChangeView | None:
        """Return who changed an entry last; nothing where it is as it was made."""
        with self.database.reading() as session:
            found = history_of(session, "schedule_item", item_id, limit=1)
        mine = [entry for entry in found[0].entries if entry.row_id == item_id] if found else []
        if all(entry.kind is ChangeKind.INSERT for entry in mine):
            return None
        return ChangeView(found[0].author, found[0].at, mine[0].field)

    def add_visit(
        self, titles: dict[str, str], languages: tuple[str, ...], first: dt.date, last: dt.date
    ) -> str:
        """Add a visit with its days; answers with its id."""

        def act(writing: Any) -> str:
            visit_id = visits.visit.add.within(writing, title=titles, languages=languages, time_zone=_zone())
            for at in range((last - first).days + 1):
                visits.day.add.within(writing, visit_id=visit_id, date=first + dt.timedelta(days=at))
            return visit_id

        return self.database.run("visit.add", act).value


def _zone() -> str:
    """Return the zone that this device is in, as far as it says so."""
    import os
    from pathlib import Path

    named = os.environ.get("TZ", "")
    if "/" in named:
        return named.lstrip(":")
    local = Path("/etc/localtime")
    if local.is_symlink() and "zoneinfo/" in str(local.readlink()):
        return str(local.readlink()).split("zoneinfo/")[1]
    return "UTC"
