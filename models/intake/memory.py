"""What was learned of files of a shape: which kind they are and what their columns mean, on this device.

And what was left out of them, by marks that tell nothing of what it was.

What the user said goes before whatever is guessed the next time. What was only guessed, and accepted, fills
in where the next file alone says nothing; a better guess is never overruled by an older one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, cast

from models.folders import data_folder
from models.intake.corrected import placed
from models.intake.grid import Grid
from models.intake.headings import column_in
from models.intake.layout import LOOKED_AT, Assigned, Layout, shape_of
from models.intake.sheets import SHEETS
from models.intake.values.read import text_of, tidy

_MOST = 300
"""Shapes that are kept; the oldest goes first."""
_MOST_LEFT_OUT = 5000
"""Lines and cells that are kept as left out."""


class Memory:
    """The shapes of files that were accepted before."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or data_folder() / "import-shapes.json"
        self._left_out = self._path.with_name(f"{self._path.stem}-left-out.json")

    def recalled(
        self,
        grid: Grid,
        read: Layout | None,
        kind: str | None = None,
        *,
        read_as: Callable[[str], Layout | None] | None = None,
    ) -> Layout | None:
        """Return a layout with what is remembered of its shape; ``read_as`` reads it as another kind."""
        kept = self._kept(grid, kind)
        if kept is None:
            return read
        if kept.said and read is not None and read.kind != kept.kind and read_as is not None:
            read = read_as(kept.kind)
        said = {each.place: each.field for each in kept.columns if each.said}
        if read is None or (said and not _is_alike(read, kept)):
            return replace(kept, remembered=bool(said) or kept.said)
        if not _is_alike(read, kept):
            return read
        read = placed(read, said)
        taken = {each.field for each in read.columns if each.field}
        columns = tuple(
            replace(each, field=old.field, certain=False)
            if not each.field and not each.said and old.field and old.field not in taken
            else each
            for each, old in zip(read.columns, kept.columns, strict=True)
        )
        return replace(read, columns=columns, remembered=bool(said) or kept.said, said=read.said or kept.said)

    def _kept(self, grid: Grid, kind: str | None) -> Layout | None:
        """Return how a sheet was read the last time that one had its headings, if one had."""
        shapes = self._read()
        if not shapes:
            return None
        for number, row in islice(grid.lines(), LOOKED_AT):
            texts = [tidy(text_of(cell)) for cell in row]
            kept: Any = shapes.get(shape_of(texts))
            if isinstance(kept, dict):
                layout = _layout(cast("dict[str, Any]", kept), number, texts)
                return layout if layout is None or kind in (None, layout.kind) else None
        return None

    def keep(self, layouts: list[Layout]) -> None:
        """Remember layouts that the user accepted; a folder that cannot be written is no obstacle."""
        shapes = self._read()
        before = json.dumps(shapes)
        for layout in layouts:
            if layout.own or layout.heading < 0:
                continue
            shapes.pop(layout.shape, None)
            shapes[layout.shape] = {
                "kind": layout.kind,
                "fields": [each.field for each in layout.columns],
                "kind said": layout.said,
                "said": [number for number, each in enumerate(layout.columns) if each.said],
            }
        shapes = dict(list(shapes.items())[-_MOST:])
        if json.dumps(shapes) != before:
            _write(self._path, shapes)

    def left_out(self) -> frozenset[str]:
        """Return the marks of what was left out the last time."""
        return frozenset(self._marks())

    def keep_left_out(self, out: Iterable[str], taken: Iterable[str]) -> None:
        """Remember what was left out by its marks, and forget what came in after all."""
        before = self._marks()
        fresh = dict.fromkeys(out)
        gone = set(taken)
        marks = [mark for mark in before if mark not in gone and mark not in fresh]
        marks = [*marks, *fresh][-_MOST_LEFT_OUT:]
        if marks != before:
            _write(self._left_out, marks)

    def _marks(self) -> list[str]:
        try:
            kept = json.loads(self._left_out.read_text("utf-8"))
        except (OSError, ValueError):
            # Without it everything in a file is offered again.
            return []
        return [str(mark) for mark in cast("list[object]", kept)] if isinstance(kept, list) else []

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            # What was learned is a convenience: without it columns are guessed again.
            return {}
        return cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}


def _write(path: Path, content: object) -> None:
    fresh = path.with_suffix(f".{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        fresh.replace(path)
    except OSError:
        return


def _layout(kept: dict[str, Any], number: int, texts: list[str]) -> Layout | None:
    kind = str(kept.get("kind"))
    fields = [str(field) for field in kept.get("fields") or ()]
    if kind not in SHEETS or len(fields) != len(texts):
        return None
    said: Any = kept.get("said")
    places = cast("list[object]", said) if isinstance(said, list) else []
    columns = tuple(
        Assigned(place, text, field, certain=place in places, said=place in places)
        if _is_field(kind, field) or not field
        else Assigned(place, text, "", certain=False)
        for place, (text, field) in enumerate(zip(texts, fields, strict=True))
    )
    return Layout(kind, number, number + 1, columns, said=kept.get("kind said") is True)


def _is_alike(read: Layout, kept: Layout) -> bool:
    """Tell whether two layouts are of the same kind, heading and columns."""
    return (read.kind, read.heading, [each.heading for each in read.columns]) == (
        kept.kind,
        kept.heading,
        [each.heading for each in kept.columns],
    )


def _is_field(kind: str, field: str) -> bool:
    return bool(field) and column_in(kind, field.partition(".")[0]) is not None
