"""Those who travel and have no way there, no way back or no bed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.journeys import Traveller, travellers, with_bed, with_way_back, with_way_there
from models.tables import Party, Visit, VisitStatus

Provided = Callable[[Visit, Party, Sequence[Traveller]], set[str]]


def ways_there(scene: Scene) -> Iterator[Finding]:
    """Find those who travel and have no way there."""
    return _without(scene, FindingCode.NO_WAY_THERE, with_way_there)


def ways_back(scene: Scene) -> Iterator[Finding]:
    """Find those who travel and have no way back."""
    return _without(scene, FindingCode.NO_WAY_BACK, with_way_back)


def beds(scene: Scene) -> Iterator[Finding]:
    """Find those who stay over night and have no bed."""
    return _without(scene, FindingCode.NO_BED, with_bed)


def _without(scene: Scene, code: FindingCode, provided: Provided) -> Iterator[Finding]:
    """Yield who was forgotten; a party for which nothing is arranged yet is only worth a note."""
    visit = scene.visit
    if visit.status is VisitStatus.CANCELLED:
        return
    for party in visit.parties:
        people = travellers(visit, party)
        having = provided(visit, party, people)
        missing = [one for one in people if one.person not in having]
        if missing and len(missing) == len(people):
            yield Finding(code, Severity.NOTE, (thing(party),))
        elif missing:
            objects = (*(thing(one.delegate) for one in missing), thing(party))
            yield Finding(code, Severity.WARNING, objects)
