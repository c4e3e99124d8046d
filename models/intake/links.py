"""Rows that only link others: how their keys are made, and which of them a list in a cell can say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DERIVED: Mapping[str, tuple[str, ...]] = {
    "participation": ("item_id", "person_id", "delegation_id", "group_id", "organisation_id", "role"),
    "leg_passenger": ("leg_id", "person_id"),
    "cooperation_person": ("item_id", "person_id", "organisation_id"),
}
"""Links that have lines of their own; their key is derived from these ends."""


def is_plain_link(table: str, row: Mapping[str, Any]) -> bool:
    """Tell whether a link says nothing but who; others have lines of their own."""
    if table != "participation":
        return True
    ends = [end for end in ("person_id", "delegation_id", "group_id", "organisation_id") if row.get(end)]
    return (
        len(ends) == 1
        and ends[0] in ("person_id", "organisation_id")
        and not row.get("excluded")
        and row.get("presence") == "on site"
        and row.get("start") is None
        and row.get("end") is None
    )
