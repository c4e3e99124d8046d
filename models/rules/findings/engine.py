"""Running the rules over a visit."""

from __future__ import annotations

from models.rules.findings.finding import Finding, FindingCode, Rule, Severity, Thing
from models.rules.findings.overlaps import people_twice, places_twice
from models.rules.findings.scene import Scene
from models.rules.findings.talks import speakers_not_delegates, speakers_unknown, talks_too_long
from models.rules.findings.texts import native_names, translations
from models.rules.findings.times import items_backwards, legs_backwards, outside_days, times_that_do_not_exist
from models.tables import Row, Visit

RULES: tuple[Rule, ...] = (
    times_that_do_not_exist,
    items_backwards,
    legs_backwards,
    outside_days,
    people_twice,
    places_twice,
    talks_too_long,
    speakers_not_delegates,
    speakers_unknown,
    translations,
    native_names,
)

_SEVERITIES = {severity: rank for rank, severity in enumerate(Severity)}
_CODES = {code: rank for rank, code in enumerate(FindingCode)}


def findings(visit: Visit) -> tuple[Finding, ...]:
    """Return what is wrong with a visit: the gravest first, then in the order in which the visit happens."""
    scene = Scene(visit)
    nowhere = len(scene.order)

    def rank(finding: Finding) -> tuple[int, list[int], int, tuple[Thing, ...], str]:
        return (
            _SEVERITIES[finding.severity],
            [scene.order.get(thing, nowhere) for thing in finding.objects],
            _CODES[finding.code],
            finding.objects,
            str(finding.values.get("field", "")),
        )

    return tuple(sorted((found for rule in RULES for found in rule(scene)), key=rank))


def rows_by_key(visit: Visit) -> dict[Thing, Row]:
    """Return the things of a visit that findings may name, by table and id."""
    return Scene(visit).rows
