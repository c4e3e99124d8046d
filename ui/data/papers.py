"""Making papers on a thread of its own, from a connection of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.catalogue import PaperRequest, export
from models.errors import FileIsFolder, FileMissing
from models.store import Database

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from ui.dialogs.export import Plan


def make_papers(
    path: Path, visit_id: str, plan: Plan, progress: Callable[[int, int], None], stop: threading.Event
) -> list[Path]:
    """Write the papers of a plan, all or none; raises Cancelled and what the catalogue raises."""
    if not plan.folder.exists():
        raise FileMissing(path=plan.folder)
    if not plan.folder.is_dir():
        raise FileIsFolder(path=plan.folder)
    with Database.open(path) as database:
        visit = database.load_visit(visit_id)
    requests = [
        PaperRequest(plan.paper, plan.languages, who=who or None, layout=plan.layout or None)
        for who in plan.whom or ("",)
    ]
    return export(
        visit, requests, plan.folder, overwrite=plan.overwrite, progress=progress, cancelled=stop.is_set
    )
