"""What was typed and is not in the file yet: kept until it is, also on this device when the window closes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.errors import FileProblem
from ui.edits import Edit, Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class Unsaved:
    """Kept edits by row and field, written to a small local file at each change."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._file = ""
        self._kept: dict[tuple[str, str, str], Kept] = {}
        self._own: set[tuple[str, str, str]] = set()
        """The fields that this window has kept; what another window of this device keeps is left to it."""
        self._told: dict[tuple[str, str, str], Edit] = {}

    def begin(self, file: Path) -> tuple[Edit, ...]:
        """Work with a file; return what could not be saved into it the last time."""
        self._file = str(file)
        self._kept, self._told = {}, {}
        left_over = tuple(_read(entry) for entry in self._all().get(self._file, ()))
        self._own = {edit.place() for edit in left_over}
        return left_over

    def told(self, edit: Edit) -> None:
        """Remember what was told last of a field: what is older is over as soon as this is saved."""
        self._told[edit.place()] = edit

    def settle(self, saved: Iterable[Edit], kept: Iterable[Kept]) -> None:
        """Forget what is saved now, and keep what is not."""
        before = dict(self._kept)
        settled = [edit.place() for edit in saved if edit.place() in self._own]
        for edit in saved:
            place = edit.place()
            known = self._kept.get(place)
            if known is None or known.edit.values == edit.values or self._told.get(place) == edit:
                self._kept.pop(place, None)
            if self._told.get(place) == edit:
                del self._told[place]
        for each in kept:
            self._kept[each.edit.place()] = self._rebased(each)
        self._own |= self._kept.keys()
        if before != self._kept or settled:
            self._write()

    def _rebased(self, kept: Kept) -> Kept:
        """Let an edit that stood on one that was not saved stand on what that stood on."""
        known = self._kept.get(kept.edit.place())
        if known is None or known.edit.values == kept.edit.values:
            return kept
        values = known.edit.values
        if any(kept.edit.shown.get(name) != value for name, value in values.items()):
            return kept
        return replace(kept, edit=replace(kept.edit, shown={**kept.edit.shown, **known.edit.shown}))

    def drop(self, edit: Edit) -> None:
        """Forget an edit: the user took the other value."""
        if self._kept.pop(edit.place(), None):
            self._write()

    def of(self, table: str, row_id: str) -> list[Kept]:
        """Return what is not saved of a row."""
        return [kept for kept in self._kept.values() if kept.edit.place()[:2] == (table, row_id)]

    def all(self) -> list[Kept]:
        """Return all that is not saved."""
        return list(self._kept.values())

    def retried_with(self, edit: Edit | None = None) -> list[Edit]:
        """Return an edit with all that failed for the file's sake: it is tried again with each save."""
        again = [
            kept.edit
            for kept in self._kept.values()
            if isinstance(kept.error, FileProblem) and (edit is None or kept.edit.place() != edit.place())
        ]
        return [*again, edit] if edit is not None else again

    def _all(self) -> dict[str, list[Mapping[str, Any]]]:
        try:
            return json.loads(self._place.read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def _write(self) -> None:
        known = self._all()
        others = [entry for entry in known.pop(self._file, ()) if _read(entry).place() not in self._own]
        mine = [_written(kept.edit) for kept in self._kept.values()]
        if others or mine:
            known[self._file] = [*others, *mine]
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._place.with_suffix(".new")
            fresh.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self._place)
        except OSError:
            # It is still on the screen.
            return


def _written(edit: Edit) -> dict[str, Any]:
    return {
        "table": edit.table,
        "item": edit.row_id,
        "field": edit.field,
        "values": {name: _plain(value) for name, value in edit.values.items()},
        "shown": {name: _plain(value) for name, value in edit.shown.items()},
    }


def _read(entry: Mapping[str, Any]) -> Edit:
    return Edit(
        # An older Parley edited entries of the schedule alone, and kept no table.
        entry.get("table", "schedule_item"),
        entry["item"],
        entry["field"],
        {name: _value(value) for name, value in entry["values"].items()},
        {name: _value(value) for name, value in entry["shown"].items()},
    )


def _plain(value: object) -> Any:
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, dt.time):
        return {"time": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _value(kept: Any) -> object:
    if isinstance(kept, dict):
        if "date" in kept:
            return dt.date.fromisoformat(kept["date"])
        return dt.time.fromisoformat(kept["time"])
    if isinstance(kept, list):
        return tuple(_value(each) for each in kept)
    return kept
