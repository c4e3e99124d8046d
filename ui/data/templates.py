"""The checklist that comes with Parley, for files that keep no template of their own."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TASKS = Path(__file__).parents[2] / "resources" / "templates" / "tasks.json"


@cache
def built_in_tasks() -> tuple[Mapping[str, Any], ...]:
    """Return the tasks that nearly every visit has, with their days relative to its first."""
    return tuple(json.loads(TASKS.read_text("utf-8")))


def for_visit(tasks: Iterable[Mapping[str, Any]], *, abroad: bool) -> list[dict[str, Any]]:
    """Return the tasks of a visit; passports and visas are for those who travel."""
    return [
        {name: value for name, value in each.items() if name != "abroad"}
        for each in tasks
        if abroad or not each.get("abroad")
    ]
