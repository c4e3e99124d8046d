"""Days of the visit: whether anything is planned, and whether every party works."""

from __future__ import annotations

from collections.abc import Iterator

from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.holidays import holiday, parties_by_country
from models.tables import VisitStatus


def nothing_planned(scene: Scene) -> Iterator[Finding]:
    """Find a visit without an entry: its agenda would be empty."""
    if not scene.items and scene.visit.status is not VisitStatus.CANCELLED:
        yield Finding(FindingCode.NO_ITEMS, Severity.WARNING, (thing(scene.visit),))


def holidays_of_parties(scene: Scene) -> Iterator[Finding]:
    """Find days of the visit that are public holidays in the country of a party."""
    countries = parties_by_country(scene.visit)
    for day in scene.visit.days:
        for country, parties in countries.items():
            if holiday(country, day.date):
                objects = (thing(day), *(thing(party) for party in parties))
                values = {"date": day.date, "country": country}
                yield Finding(FindingCode.HOLIDAY, Severity.NOTE, objects, values)
