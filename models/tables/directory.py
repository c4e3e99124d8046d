"""Organisations, people and places."""

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import OrganisationKind, PlaceKind
from models.tables.fields import (
    block,
    line,
    localised,
    one,
    order,
    owned,
    partial_date,
    reference,
    tags,
    value,
    zone,
)
from models.text.localised import LocalisedText
from models.text.names import Name


class Organisation(Row):
    """An institute, a division, a ministry; it may stand under another."""

    __tablename__ = "organisation"

    parent_id: Mapped[str | None] = reference("organisation", group="parent")
    kind: Mapped[OrganisationKind] = value(OrganisationKind.INSTITUTE)
    name: Mapped[LocalisedText] = localised()
    acronym: Mapped[str] = line()
    country: Mapped[str] = line()
    city: Mapped[LocalisedText] = localised()
    address: Mapped[LocalisedText] = localised(lines=True)
    time_zone: Mapped[str] = zone()
    website: Mapped[str] = line()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    parent: Mapped["Organisation | None"] = one("Organisation.parent_id", itself=True)


class Person(Row):
    """A person, with family and given name per script; never a full name to be split."""

    __tablename__ = "person"

    family: Mapped[LocalisedText] = localised(group="name")
    given: Mapped[LocalisedText] = localised(group="name")
    reading: Mapped[LocalisedText] = localised(group="name")
    preferred: Mapped[LocalisedText] = localised(group="name")
    title: Mapped[LocalisedText] = localised()
    native_language: Mapped[str] = line()
    languages: Mapped[tuple[str, ...]] = tags()
    email: Mapped[str] = line()
    phone: Mapped[str] = line()
    passport: Mapped[str] = line(sensitive=True)
    diet: Mapped[LocalisedText] = localised(lines=True, sensitive=True)
    access_needs: Mapped[LocalisedText] = localised(lines=True, sensitive=True)
    health: Mapped[str] = block(sensitive=True)
    emergency_contact: Mapped[str] = block(sensitive=True)
    note: Mapped[str] = block()

    affiliations: Mapped[list["Affiliation"]] = owned("Affiliation", "person_id")

    @property
    def name(self) -> Name:
        """Return the person's name as the value that the text layer writes."""
        return Name(
            family=self.family,
            given=self.given,
            reading=self.reading,
            preferred=self.preferred,
            title=self.title,
            native=self.native_language,
        )


class Affiliation(Row):
    """A post that a person holds or held at an organisation; two at a time are possible."""

    __tablename__ = "affiliation"

    person_id: Mapped[str] = reference("person")
    organisation_id: Mapped[str] = reference("organisation")
    position: Mapped[LocalisedText] = localised()
    start: Mapped[str] = partial_date(group="period")
    end: Mapped[str] = partial_date(group="period")
    order: Mapped[str] = order()

    person: Mapped[Person] = one("Affiliation.person_id")
    organisation: Mapped[Organisation] = one("Affiliation.organisation_id")


class Place(Row):
    """A building, a room, a laboratory, a hotel, a station; it may lie in another."""

    __tablename__ = "place"

    parent_id: Mapped[str | None] = reference("place", group="parent")
    organisation_id: Mapped[str | None] = reference("organisation")
    kind: Mapped[PlaceKind] = value(PlaceKind.ROOM)
    name: Mapped[LocalisedText] = localised()
    code: Mapped[str] = line()
    address: Mapped[LocalisedText] = localised(lines=True)
    phone: Mapped[str] = line()
    time_zone: Mapped[str] = zone()
    capacity: Mapped[int | None] = value()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    parent: Mapped["Place | None"] = one("Place.parent_id", itself=True)
    organisation: Mapped[Organisation | None] = one("Place.organisation_id")
