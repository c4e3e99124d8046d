"""Texts and names that a paper will lack in one of the visit's languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.rules.people import STAFF
from models.tables import Person, Row
from models.text.languages import known_languages
from models.text.localised import LocalisedText
from models.text.names import has_form, is_written


class _Printed(NamedTuple):
    """A text that papers print; what nobody can do without is missed where there is none at all."""

    row: Row
    field: str
    text: LocalisedText
    needed: bool


def translations(scene: Scene) -> Iterator[Finding]:
    """Find texts that are not there in each of the working languages."""
    for printed in _printed(scene):
        objects = (thing(printed.row),)
        if not printed.text:
            if printed.needed:
                yield Finding(FindingCode.NO_TEXT, Severity.WARNING, objects, {"field": printed.field})
        elif missing := printed.text.missing(scene.visit.languages):
            values = {"field": printed.field, "languages": missing}
            yield Finding(FindingCode.NO_TRANSLATION, Severity.WARNING, objects, values)


def names(scene: Scene) -> Iterator[Finding]:
    """Find people whose name is not known in each of the working languages: papers show another script."""
    for person in scene.people:
        own = _unwritten_native(person)
        missing = tuple(
            tag for tag in scene.visit.languages if tag != own and not is_written(person.name, tag)
        )
        if missing:
            posts = scene.present.get(person.id, ())[:1]
            objects = (*(thing(post) for post in posts), thing(person))
            yield Finding(FindingCode.NO_NAME, Severity.WARNING, objects, {"languages": missing})


def native_names(scene: Scene) -> Iterator[Finding]:
    """Find people whose name is not known in the script of their own language."""
    for person in scene.people:
        if _unwritten_native(person):
            values = {"language": person.native_language}
            yield Finding(FindingCode.NO_NATIVE_NAME, Severity.WARNING, (thing(person),), values)


def _unwritten_native(person: Person) -> str:
    """Return the language of a person where their name is not known in its script, else nothing."""
    native, known = person.native_language, known_languages()
    tag = native if native in known else native.partition("-")[0]
    if not native:
        return ""
    written = has_form(person.name, tag) if tag in known else bool(person.family.text_in(native))
    return "" if written else tag


def _printed(scene: Scene) -> Iterator[_Printed]:
    visit = scene.visit
    yield _Printed(visit, "title", visit.title, True)
    yield _Printed(visit, "city", visit.city, False)
    for meeting in visit.meetings:
        if meeting.series is not None:
            yield _Printed(meeting.series, "title", meeting.series.title, True)
            yield _Printed(meeting, "title", meeting.title, False)
        else:
            yield _Printed(meeting, "title", meeting.title, True)
    for day in visit.days:
        yield _Printed(day, "title", day.title, False)
    yield from _of_schedule(scene)
    for leg in scene.legs:
        yield _Printed(leg, "title", leg.title, False)
        yield _Printed(leg, "remarks", leg.remarks, False)
    for stay in visit.stays:
        yield _Printed(stay, "remarks", stay.remarks, False)
    for contact in visit.contacts:
        yield _Printed(contact, "purpose", contact.purpose, False)
    for delegation in visit.delegations:
        yield _Printed(delegation, "title", delegation.title, False)
        for delegate in delegation.delegates:
            # Staff often has no position.
            yield _Printed(delegate, "position", delegate.position, delegate.role not in STAFF)
    for organisation in scene.organisations:
        yield _Printed(organisation, "name", organisation.name, not organisation.acronym)
    for place in scene.places:
        yield _Printed(place, "name", place.name, True)


def _of_schedule(scene: Scene) -> Iterator[_Printed]:
    for item in scene.items:
        yield _Printed(item, "title", item.title, True)
        yield _Printed(item, "remarks", item.remarks, False)
        for talk in item.presentations:
            yield _Printed(talk, "title", talk.title, True)
        for tour in item.tours:
            for stop in tour.stops:
                yield _Printed(stop, "name", stop.name, stop.place is None)
                yield _Printed(stop, "rules_text", stop.rules_text, False)
            for group in tour.groups:
                yield _Printed(group, "name", group.name, False)
