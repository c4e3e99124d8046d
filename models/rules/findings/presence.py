"""Whether those who have a part are there that day, and see what they take part in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.rules.attendance import is_everyone
from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.zones import slot_at_home
from models.tables import Audience, Participation, Presence, ScheduleItem


def absent_takers(scene: Scene) -> Iterator[Finding]:
    """Find delegates who have a part on a day on which they are not there, and do not join online."""
    for item in scene.items:
        dates = {item.date, slot_at_home(item, scene.home).date}
        asked = [
            part.person_id
            for part in item.participations
            if part.person_id is not None and not part.excluded and part.presence is not Presence.ONLINE
        ]
        asked += _in_groups(item)
        missing = _absent(scene, dates, asked)
        if missing:
            objects = (thing(item), *(("person", person) for person in missing))
            yield Finding(FindingCode.ABSENT, Severity.ERROR, objects, {"date": item.date})
        online = {part.person_id for part in item.participations if part.presence is Presence.ONLINE}
        for talk in item.presentations:
            speakers = [one.person_id for one in talk.speakers if one.person_id not in online]
            missing = _absent(scene, dates, [key for key in speakers if key is not None])
            if missing:
                objects = (thing(talk), thing(item), *(("person", person) for person in missing))
                yield Finding(FindingCode.ABSENT, Severity.ERROR, objects, {"date": item.date})


def _absent(scene: Scene, dates: set[dt.date], people: list[str]) -> list[str]:
    """Return those of some people who are delegates and there on none of the days."""
    return [
        person
        for person in dict.fromkeys(people)
        if person in scene.present and not any(person in scene.present_on(date) for date in dates)
    ]


def _in_groups(item: ScheduleItem) -> list[str]:
    groups = [group for tour in item.tours for group in tour.groups]
    return [
        key
        for group in groups
        for key in (*(member.person_id for member in group.members), group.escort_id, group.interpreter_id)
        if key is not None
    ]


def hidden_from_takers(scene: Scene) -> Iterator[Finding]:
    """Find entries that only one party sees and only others take part in."""
    parties = {each.id: each for each in scene.visit.parties}
    for item in scene.items:
        seeing = parties.get(item.audience_party_id or "")
        if item.audience is not Audience.PARTY or seeing is None:
            continue
        taking = _parties(scene, item)
        if taking and seeing.id not in taking:
            others = (thing(parties[key]) for key in parties if key in taking)
            yield Finding(FindingCode.HIDDEN, Severity.WARNING, (thing(item), thing(seeing), *others))


def _parties(scene: Scene, item: ScheduleItem) -> set[str]:
    """Return the parties of those who are named in an entry; none where it is for everybody."""
    named = [part for part in item.participations if not part.excluded]
    if any(is_everyone(part) for part in named):
        return set()
    of_delegation = {each.id: each.party_id for each in scene.visit.delegations}
    people = [*_in_groups(item), *(one.person_id for talk in item.presentations for one in talk.speakers)]
    people += [part.person_id for part in named]
    found = {of_delegation[key] for part in named if (key := _delegation(part)) in of_delegation}
    for person in people:
        found |= {of_delegation[post.delegation_id] for post in scene.present.get(person or "", ())}
    return found


def _delegation(part: Participation) -> str:
    return part.delegation_id or ""
