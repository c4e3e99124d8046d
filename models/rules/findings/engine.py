"""Running the rules over a visit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from models.rules.findings.days import holidays_of_parties, nothing_planned
from models.rules.findings.finding import Finding, FindingCode, Rule, Severity, Thing
from models.rules.findings.overlaps import guides_twice, people_twice, places_twice
from models.rules.findings.presence import absent_takers, hidden_from_takers
from models.rules.findings.scene import Scene
from models.rules.findings.talks import speakers_not_delegates, speakers_unknown, talks_too_long
from models.rules.findings.texts import names, native_names, translations
from models.rules.findings.times import (
    items_backwards,
    legs_backwards,
    outside_days,
    times_that_do_not_exist,
    zones_unknown,
)
from models.rules.findings.travel import beds, ways_back, ways_there
from models.tables import Row, Visit

TEXT_RULES: tuple[Rule, ...] = (translations, names, native_names)
"""Rules that look at texts and names alone, and at nothing else."""
_TRANSLATED = {FindingCode.NO_TRANSLATION, FindingCode.NO_TEXT}
_TEXT_CODES = {*_TRANSLATED, FindingCode.NO_NAME, FindingCode.NO_NATIVE_NAME}
"""What these find, and no other rule does; the last two are about names of people alone."""

RULES: tuple[Rule, ...] = (
    times_that_do_not_exist,
    items_backwards,
    legs_backwards,
    zones_unknown,
    outside_days,
    people_twice,
    places_twice,
    guides_twice,
    talks_too_long,
    speakers_not_delegates,
    speakers_unknown,
    absent_takers,
    hidden_from_takers,
    holidays_of_parties,
    nothing_planned,
    ways_there,
    ways_back,
    beds,
    *TEXT_RULES,
)

_SEVERITIES = {severity: rank for rank, severity in enumerate(Severity)}
_CODES = {code: rank for rank, code in enumerate(FindingCode)}


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a visit, and what can be used again when only its texts have changed since."""

    scene: Scene
    found: tuple[Finding, ...]


def findings(visit: Visit) -> tuple[Finding, ...]:
    """Return what is wrong with a visit: the gravest first, then in the order in which the visit happens."""
    return look_over(visit).found


def look_over(visit: Visit) -> Looked:
    """Run all rules over a visit."""
    scene = Scene(visit)
    return Looked(scene, _sorted(scene, (found for rule in RULES for found in rule(scene))))


def look_at_texts(looked: Looked, tables: Collection[str]) -> Looked:
    """Run the rules about texts again: in the same visit nothing but texts of some tables has changed."""
    rules, codes = (TEXT_RULES, _TEXT_CODES) if "person" in tables else ((translations,), _TRANSLATED)
    kept = [finding for finding in looked.found if finding.code not in codes]
    fresh = [found for rule in rules for found in rule(looked.scene)]
    return Looked(looked.scene, _sorted(looked.scene, [*kept, *fresh]))


def _sorted(scene: Scene, found: Iterable[Finding]) -> tuple[Finding, ...]:
    nowhere = len(scene.order)

    def rank(finding: Finding) -> tuple[int, list[int], int, tuple[Thing, ...], str]:
        return (
            _SEVERITIES[finding.severity],
            [scene.order.get(thing, nowhere) for thing in finding.objects],
            _CODES[finding.code],
            finding.objects,
            str(finding.values.get("field", "")),
        )

    return tuple(sorted(found, key=rank))


def rows_by_key(visit: Visit) -> dict[Thing, Row]:
    """Return the things of a visit that findings may name, by table and id."""
    return Scene(visit).rows
