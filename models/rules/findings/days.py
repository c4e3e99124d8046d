"""Days of the visit on which a party does not work."""

from __future__ import annotations

from collections.abc import Iterator

from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.holidays import holiday, parties_by_country


def holidays_of_parties(scene: Scene) -> Iterator[Finding]:
    """Find days of the visit that are public holidays in the country of a party."""
    countries = parties_by_country(scene.visit)
    for day in scene.visit.days:
        for country, parties in countries.items():
            if holiday(country, day.date):
                objects = (thing(day), *(thing(party) for party in parties))
                values = {"date": day.date, "country": country}
                yield Finding(FindingCode.HOLIDAY, Severity.NOTE, objects, values)
