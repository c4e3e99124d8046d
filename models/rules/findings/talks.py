"""Talks: whether they fit into their session, and who gives them."""

from __future__ import annotations

from collections.abc import Iterator

from models.rules import zones
from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.people import speakers_of


def talks_too_long(scene: Scene) -> Iterator[Finding]:
    """Find sessions whose talks need more minutes than there are."""
    for item in scene.items:
        start, end = zones.item_start(item, scene.home), zones.item_end(item, scene.home)
        if start is None or end is None or not item.presentations:
            continue
        needed = sum(talk.minutes or 0 for talk in item.presentations)
        given = zones.minutes_between(start, end)
        # One that ends before it starts is found as that.
        if 0 <= given < needed:
            values = {"needed": needed, "given": given}
            yield Finding(FindingCode.TALKS_TOO_LONG, Severity.ERROR, (thing(item),), values)


def speakers_not_delegates(scene: Scene) -> Iterator[Finding]:
    """Find speakers who are in no delegation: no list and no itinerary would have them."""
    for item in scene.items:
        for part in speakers_of(item):
            if part.person is not None and part.person.id not in scene.present:
                yield _not_delegate((thing(item), thing(part.person)))
        for talk in item.presentations:
            for speaker in talk.speakers:
                if speaker.person is not None and speaker.person.id not in scene.present:
                    yield _not_delegate((thing(talk), thing(item), thing(speaker.person)))


def _not_delegate(objects: tuple[tuple[str, str], ...]) -> Finding:
    return Finding(FindingCode.SPEAKER_NOT_DELEGATE, Severity.ERROR, objects)


def speakers_unknown(scene: Scene) -> Iterator[Finding]:
    """Find talks and addresses whose speaker is still to be confirmed."""
    for item in scene.items:
        if any(part.person is None and part.organisation_id is not None for part in speakers_of(item)):
            yield Finding(FindingCode.SPEAKER_UNKNOWN, Severity.WARNING, (thing(item),))
    for item, talk in scene.talks:
        if not talk.speakers or any(speaker.person is None for speaker in talk.speakers):
            yield Finding(FindingCode.SPEAKER_UNKNOWN, Severity.WARNING, (thing(talk), thing(item)))
