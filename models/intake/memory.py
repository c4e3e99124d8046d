"""What was learned of files of a shape: which kind they are and what their columns mean, on this device."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.folders import data_folder
from models.intake.headings import column_in
from models.intake.recognise import Layout
from models.intake.sheets import SHEETS

_MOST = 300
"""Shapes that are kept; the oldest goes first."""


class Memory:
    """The shapes of files that were accepted before."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or data_folder() / "import-shapes.json"

    def recalled(self, layout: Layout, kind: str | None = None) -> Layout:
        """Return the layout as it was accepted the last time, if a file of its shape was."""
        if layout.heading < 0:
            return layout
        kept = self._read().get(layout.shape)
        if not isinstance(kept, dict) or kept.get("kind") not in SHEETS:
            return layout
        if kind is not None and kept["kind"] != kind:
            return layout
        fields: list[Any] = kept.get("fields", [])
        if len(fields) != len(layout.columns):
            return layout
        known = [str(field) if _is_field(kept["kind"], str(field)) else "" for field in fields]
        columns = tuple(
            replace(each, field=field, certain=True)
            for each, field in zip(layout.columns, known, strict=True)
        )
        return replace(layout, kind=kept["kind"], columns=columns, remembered=True)

    def keep(self, layouts: list[Layout]) -> None:
        """Remember layouts that the user accepted; a folder that cannot be written is no obstacle."""
        shapes = self._read()
        before = json.dumps(shapes)
        for layout in layouts:
            if layout.own or layout.heading < 0:
                continue
            shapes.pop(layout.shape, None)
            shapes[layout.shape] = {"kind": layout.kind, "fields": [each.field for each in layout.columns]}
        shapes = dict(list(shapes.items())[-_MOST:])
        if json.dumps(shapes) == before:
            return
        fresh = self._path.with_suffix(f".{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(shapes, ensure_ascii=False), "utf-8")
            fresh.replace(self._path)
        except OSError:
            return

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            # What was learned is a convenience: without it columns are guessed again.
            return {}
        return kept if isinstance(kept, dict) else {}


def _is_field(kind: str, field: str) -> bool:
    return bool(field) and column_in(kind, field.partition(".")[0]) is not None
