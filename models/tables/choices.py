"""The closed sets of the vocabulary; the stored value is the member's value."""

from enum import StrEnum

__all__ = [
    "AgreementKind",
    "Audience",
    "CooperationState",
    "DelegateRole",
    "Frequency",
    "Hosting",
    "ItemKind",
    "ItemStatus",
    "LegKind",
    "MeetingMode",
    "OrganisationKind",
    "PaperKind",
    "ParticipationRole",
    "PartySide",
    "PlaceKind",
    "Presence",
    "RoomKind",
    "SlidesState",
    "TimeBasis",
    "VisitStatus",
]


class OrganisationKind(StrEnum):
    """What an organisation is."""

    INSTITUTE = "institute"
    DIVISION = "division"
    MINISTRY = "ministry"
    UNIVERSITY = "university"
    COMPANY = "company"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    SITE = "site"
    BUILDING = "building"
    ROOM = "room"
    LABORATORY = "laboratory"
    HOTEL = "hotel"
    RESTAURANT = "restaurant"
    STATION = "station"
    AIRPORT = "airport"
    OTHER = "other"


class Frequency(StrEnum):
    """How often a series meets."""

    YEARLY = "yearly"
    TWICE_YEARLY = "twice yearly"
    BIENNIAL = "biennial"
    IRREGULAR = "irregular"


class Hosting(StrEnum):
    """How hosting goes round among the parties of a series."""

    ALTERNATING = "alternating"
    PROPOSED = "alternating, proposed"
    FIXED = "fixed"
    IRREGULAR = "irregular"


class MeetingMode(StrEnum):
    """How the parties of a meeting came together."""

    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "hybrid"


class VisitStatus(StrEnum):
    """How firm a visit is."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class PartySide(StrEnum):
    """Which side of a visit a party is on."""

    HOST = "host"
    GUEST = "guest"


class DelegateRole(StrEnum):
    """What a person is in a delegation."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    COORDINATOR = "coordinator"
    GUEST = "guest"


class ItemKind(StrEnum):
    """What an entry of a day is."""

    ADDRESS = "address"
    PRESENTATIONS = "presentations"
    DISCUSSION = "discussion"
    BILATERAL = "bilateral"
    SIGNING = "signing"
    PHOTO = "photo"
    TEA = "tea"
    MEAL = "meal"
    LAB_TOUR = "lab tour"
    TRANSFER = "transfer"
    FREE = "free"
    OTHER = "other"


class ItemStatus(StrEnum):
    """How firm an entry is."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class TimeBasis(StrEnum):
    """Whether a time was agreed with the other side or only assumed."""

    ASSUMED = "assumed"
    AGREED = "agreed"


class Audience(StrEnum):
    """Who may see a thing, from the widest to the narrowest."""

    PUBLIC = "public"
    PARTIES = "parties"
    PARTY = "party"
    OFFICE = "office"


class ParticipationRole(StrEnum):
    """As what somebody takes part in an entry."""

    PARTICIPANT = "participant"
    SPEAKER = "speaker"
    CHAIR = "chair"
    HOST = "host"
    GUEST = "guest"
    INTERPRETER = "interpreter"


class Presence(StrEnum):
    """Where somebody takes part."""

    ON_SITE = "on site"
    ONLINE = "online"


class SlidesState(StrEnum):
    """How far the slides of a talk are."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    RECEIVED = "received"
    FINAL = "final"


class LegKind(StrEnum):
    """What carries the travellers."""

    FLIGHT = "flight"
    TRAIN = "train"
    BUS = "bus"
    CAR = "car"
    SHIP = "ship"
    WALK = "walk"
    OTHER = "other"


class RoomKind(StrEnum):
    """What a hotel room is booked as."""

    SINGLE = "single"
    DOUBLE = "double"
    TWIN = "twin"
    OTHER = "other"


class CooperationState(StrEnum):
    """Where a cooperation item stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    AGREED = "agreed"
    UNDER_WAY = "under way"
    COMPLETED = "completed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class AgreementKind(StrEnum):
    """What two sides signed."""

    MOU = "mou"
    AGREEMENT = "agreement"
    ARRANGEMENT = "arrangement"
    OTHER = "other"


class PaperKind(StrEnum):
    """The kind of paper that a form of address is for."""

    AGENDA = "agenda"
    LETTER = "letter"
    ENVELOPE = "envelope"
    NAME_PLATE = "name plate"
    LIST = "list"
