"""Where to go once a file is in: to what came in, where it is edited."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ui.pages.bring.wish import Part
from ui.places import Spot

if TYPE_CHECKING:
    from ui.pages.bring.wish import Brought, LineView, Refused

_SECTIONS = {
    "delegations": ("delegations", "delegate"),
    "parties": ("delegations", "party"),
    "schedule": ("schedule", "schedule_item"),
    "participants": ("schedule", "schedule_item"),
    "days": ("schedule", "visit_day"),
    "presentations": ("presentations", "presentation"),
    "lab_tours": ("tours", "lab_tour"),
    "tour_groups": ("tours", "tour_group"),
    "travel": ("travel", "leg"),
    "stays": ("travel", "stay"),
    "cooperation_items": ("cooperation", "cooperation_item"),
    "tasks": ("tasks", "task"),
}
"""Section of a visit, and the table of its rows, by what a sheet holds."""
_DIRECTORY = {"people": "person", "organisations": "organisation", "places": "place"}


def landing(brought: Brought, refused: Refused) -> Spot | None:
    """Return the place of what came in most; None where nothing of it has a place."""
    proposal = brought.proposal
    taken = [line for line in brought.lines if _comes_in(line, refused)]
    kinds = Counter(
        line.line.kind
        for line in taken
        if line.line is not None
        and not line.line.mentioned
        and (line.line.kind in _DIRECTORY or (proposal is not None and proposal.visit))
    )
    # A list of a visit brings people too; where they take part is what one wants to see.
    ordered = sorted(kinds, key=lambda kind: (kind in _DIRECTORY, kind != "delegations", -kinds[kind]))
    for kind in (
        ordered if proposal is not None and proposal.visit else [each for each, _ in kinds.most_common()]
    ):
        row = next(line.line.row for line in taken if line.line is not None and line.line.kind == kind)
        if kind in _DIRECTORY:
            return Spot("directory", table=_DIRECTORY[kind], row=row)
        if kind in _SECTIONS and proposal is not None and proposal.visit:
            section, table = _SECTIONS[kind]
            tables = {step.table for line in taken if line.line is not None for step in line.line.steps}
            return Spot("visit", proposal.visit, section, table if table in tables else "", row)
    return Spot("visit", proposal.visit) if proposal is not None and proposal.visit else None


def _comes_in(line: LineView, refused: Refused) -> bool:
    return line.takes and line.part is not Part.SAME and (line.key, "") not in refused
