"""The one declaration of what can be brought: template, workbook, recognition and comparing all follow it."""

from __future__ import annotations

from functools import cache

from models.intake.columns import Block, Column, Sheet
from models.intake.sheets_directory import ORGANISATIONS, PEOPLE, PLACES
from models.intake.sheets_programme import (
    PARTICIPANTS,
    PRESENTATIONS,
    SCHEDULE,
)
from models.intake.sheets_tours import LAB_TOURS, TOUR_GROUPS
from models.intake.sheets_travel import STAYS, TRAVEL
from models.intake.sheets_visit import DAYS, DELEGATIONS, PARTIES, VISIT
from models.intake.sheets_work import (
    CONTACTS,
    COOPERATION_ITEMS,
    COOPERATION_PEOPLE,
    DECISIONS,
    FOLLOW_UPS,
    MEETINGS,
    SERIES,
    TASKS,
)

SHEETS: dict[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        ORGANISATIONS,
        PEOPLE,
        PLACES,
        VISIT,
        DELEGATIONS,
        SCHEDULE,
        PRESENTATIONS,
        LAB_TOURS,
        TRAVEL,
        STAYS,
        COOPERATION_ITEMS,
        PARTIES,
        DAYS,
        SERIES,
        MEETINGS,
        PARTICIPANTS,
        TOUR_GROUPS,
        CONTACTS,
        TASKS,
        COOPERATION_PEOPLE,
        DECISIONS,
        FOLLOW_UPS,
    )
}
"""In the order of a workbook."""

IN_ORDER = (
    "organisations",
    "places",
    "people",
    "series",
    "visit",
    "parties",
    "days",
    "meetings",
    "delegations",
    "schedule",
    "presentations",
    "lab_tours",
    "tour_groups",
    "participants",
    "travel",
    "stays",
    "contacts",
    "tasks",
    "cooperation_items",
    "cooperation_people",
    "decisions",
    "follow_ups",
)
"""What is referred to before what refers to it."""

KIND_NAMES = {
    "delegation": "delegations",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "presentation": "presentations",
    "talks": "presentations",
    "tour": "lab_tours",
    "lab tours": "lab_tours",
    "cooperation": "cooperation_items",
    "cooperation items": "cooperation_items",
    "flights": "travel",
    "hotel": "stays",
}
"""What else a kind may be called on the command line."""


@cache
def block_of(table: str) -> Block:
    """Return the block that fills a table."""
    return next(block for sheet in SHEETS.values() for block in sheet.blocks if block.table == table)


@cache
def sheet_of(table: str) -> Sheet:
    """Return the sheet in which a table is filled."""
    return next(sheet for sheet in SHEETS.values() for block in sheet.blocks if block.table == table)


@cache
def tables_by_sheet() -> dict[str, str]:
    """Return the table of the leading block of each sheet."""
    return {name: sheet.blocks[0].table for name, sheet in SHEETS.items()} | {"tour_stops": "tour_stop"}


def column_of(kind: str, name: str) -> Column | None:
    """Return a column of a sheet, or of those whose columns may stand in it."""
    sheet = SHEETS[kind]
    if found := sheet.column(name):
        return found
    for other in sheet.also:
        if found := SHEETS[other].column(name):
            return found
    return next((column for column in sheet.beside if column.name == name), None)
