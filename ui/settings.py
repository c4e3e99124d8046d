"""What the window remembers on this device: language, theme, recent files, its size."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from models.folders import settings_folder

_RECENT = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings; a file that is missing or broken gives the first ones."""

    language: str = ""
    shade: str = "system"
    recent: tuple[str, ...] = ()
    geometry: str = ""
    sidebar: int = 0
    panel: int = 0
    folder: str = ""
    papers: str = ""
    formats: tuple[str, ...] = ("docx",)
    """In which formats papers were made last."""
    lists: dict[str, Any] = field(default_factory=dict[str, Any])
    """Columns, widths and order of the large lists, by name."""
    visits: dict[str, str] = field(default_factory=dict[str, str])
    """The visit that was open last, by file."""


class Settings:
    """Reads once and writes at each change."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self.kept = self._read()

    def keep(self, **values: object) -> None:
        """Change settings and write them; a folder that cannot be written is no obstacle."""
        self.kept = replace(self.kept, **values)  # pyright: ignore[reportArgumentType]
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(asdict(self.kept), ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(path)
        except OSError:
            return

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        known = [str(path), *(kept for kept in self.kept.recent if kept != str(path))]
        self.keep(recent=tuple(known[:_RECENT]))

    def remember_visit(self, path: Path, visit_id: str) -> None:
        """Note which visit of a file was open last; after each save it is still the same."""
        if self.kept.visits.get(str(path)) == visit_id:
            return
        visits = {**self.kept.visits, str(path): visit_id}
        self.keep(visits={key: visits[key] for key in list(visits)[-_RECENT:]})

    def recent_files(self) -> list[Path]:
        """Return the recent files that are still there; asked only when the menu opens."""
        return [path for path in map(Path, self.kept.recent) if path.is_file()]

    def folder(self) -> Path:
        """Return the folder of this device's settings."""
        return self._folder or settings_folder()

    def _path(self) -> Path:
        return self.folder() / "window.json"

    def _read(self) -> Kept:
        try:
            values = json.loads(self._path().read_text("utf-8"))
            known = {name: values[name] for name in Kept.__slots__ if name in values}
            for name in {"recent", "formats"} & known.keys():
                known[name] = tuple(str(each) for each in known[name])
            first = Kept()
            fit = {name: value for name, value in known.items() if type(value) is type(getattr(first, name))}
            return replace(first, **fit)
        except (OSError, ValueError, TypeError):
            return Kept()
