"""What the members of the closed sets are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark_in

if TYPE_CHECKING:
    from enum import Enum

    from models.text.catalogue import Words

# By the names of set and member, so that wording an error loads no tables.
CHOICES: dict[tuple[str, str], str] = {
    ("OrganisationKind", "INSTITUTE"): mark_in("OrganisationKind", "Institute"),
    ("OrganisationKind", "DIVISION"): mark_in("OrganisationKind", "Division"),
    ("OrganisationKind", "MINISTRY"): mark_in("OrganisationKind", "Ministry"),
    ("OrganisationKind", "UNIVERSITY"): mark_in("OrganisationKind", "University"),
    ("OrganisationKind", "COMPANY"): mark_in("OrganisationKind", "Company"),
    ("OrganisationKind", "OTHER"): mark_in("OrganisationKind", "Other"),
    ("PlaceKind", "CITY"): mark_in("PlaceKind", "City"),
    ("PlaceKind", "SITE"): mark_in("PlaceKind", "Site"),
    ("PlaceKind", "BUILDING"): mark_in("PlaceKind", "Building"),
    ("PlaceKind", "ROOM"): mark_in("PlaceKind", "Room"),
    ("PlaceKind", "LABORATORY"): mark_in("PlaceKind", "Laboratory"),
    ("PlaceKind", "HOTEL"): mark_in("PlaceKind", "Hotel"),
    ("PlaceKind", "RESTAURANT"): mark_in("PlaceKind", "Restaurant"),
    ("PlaceKind", "STATION"): mark_in("PlaceKind", "Station"),
    ("PlaceKind", "AIRPORT"): mark_in("PlaceKind", "Airport"),
    ("PlaceKind", "OTHER"): mark_in("PlaceKind", "Other"),
    ("Frequency", "YEARLY"): mark_in("Frequency", "Every year"),
    ("Frequency", "TWICE_YEARLY"): mark_in("Frequency", "Twice a year"),
    ("Frequency", "BIENNIAL"): mark_in("Frequency", "Every two years"),
    ("Frequency", "IRREGULAR"): mark_in("Frequency", "At irregular intervals"),
    ("Hosting", "ALTERNATING"): mark_in("Hosting", "In turn"),
    ("Hosting", "PROPOSED"): mark_in("Hosting", "In turn (proposed)"),
    ("Hosting", "FIXED"): mark_in("Hosting", "Always the same host"),
    ("Hosting", "IRREGULAR"): mark_in("Hosting", "Irregular"),
    ("MeetingMode", "IN_PERSON"): mark_in("MeetingMode", "In person"),
    ("MeetingMode", "ONLINE"): mark_in("MeetingMode", "Online"),
    ("MeetingMode", "HYBRID"): mark_in("MeetingMode", "Hybrid"),
    ("VisitStatus", "PLANNED"): mark_in("VisitStatus", "Planned"),
    ("VisitStatus", "CONFIRMED"): mark_in("VisitStatus", "Confirmed"),
    ("VisitStatus", "CANCELLED"): mark_in("VisitStatus", "Cancelled"),
    ("PartySide", "HOST"): mark_in("PartySide", "Host"),
    ("PartySide", "GUEST"): mark_in("PartySide", "Guest"),
    ("DelegateRole", "HEAD"): mark_in("DelegateRole", "Head of delegation"),
    ("DelegateRole", "DEPUTY"): mark_in("DelegateRole", "Deputy head"),
    ("DelegateRole", "MEMBER"): mark_in("DelegateRole", "Member"),
    ("DelegateRole", "INTERPRETER"): mark_in("DelegateRole", "Interpreter"),
    ("DelegateRole", "COORDINATOR"): mark_in("DelegateRole", "Coordinator"),
    ("DelegateRole", "GUEST"): mark_in("DelegateRole", "Guest"),
    ("ItemKind", "ADDRESS"): mark_in("ItemKind", "Address"),
    ("ItemKind", "PRESENTATIONS"): mark_in("ItemKind", "Presentations"),
    ("ItemKind", "DISCUSSION"): mark_in("ItemKind", "Discussion"),
    ("ItemKind", "BILATERAL"): mark_in("ItemKind", "Bilateral meeting"),
    ("ItemKind", "SIGNING"): mark_in("ItemKind", "Signing"),
    ("ItemKind", "PHOTO"): mark_in("ItemKind", "Group photo"),
    ("ItemKind", "TEA"): mark_in("ItemKind", "Tea break"),
    ("ItemKind", "MEAL"): mark_in("ItemKind", "Meal"),
    ("ItemKind", "LAB_TOUR"): mark_in("ItemKind", "Lab tour"),
    ("ItemKind", "TRANSFER"): mark_in("ItemKind", "Transfer"),
    ("ItemKind", "FREE"): mark_in("ItemKind", "Free time"),
    ("ItemKind", "OTHER"): mark_in("ItemKind", "Other"),
    ("ItemStatus", "TENTATIVE"): mark_in("ItemStatus", "Tentative"),
    ("ItemStatus", "CONFIRMED"): mark_in("ItemStatus", "Confirmed"),
    ("ItemStatus", "CANCELLED"): mark_in("ItemStatus", "Cancelled"),
    ("TimeBasis", "ASSUMED"): mark_in("TimeBasis", "Assumed"),
    ("TimeBasis", "AGREED"): mark_in("TimeBasis", "Agreed"),
    ("Audience", "PUBLIC"): mark_in("Audience", "Public"),
    ("Audience", "PARTIES"): mark_in("Audience", "All parties"),
    ("Audience", "PARTY"): mark_in("Audience", "One party"),
    ("Audience", "OFFICE"): mark_in("Audience", "Office only"),
    ("ParticipationRole", "PARTICIPANT"): mark_in("ParticipationRole", "Participant"),
    ("ParticipationRole", "SPEAKER"): mark_in("ParticipationRole", "Speaker"),
    ("ParticipationRole", "CHAIR"): mark_in("ParticipationRole", "Chair"),
    ("ParticipationRole", "HOST"): mark_in("ParticipationRole", "Host"),
    ("ParticipationRole", "GUEST"): mark_in("ParticipationRole", "Guest"),
    ("ParticipationRole", "INTERPRETER"): mark_in("ParticipationRole", "Interpreter"),
    ("Presence", "ON_SITE"): mark_in("Presence", "On site"),
    ("Presence", "ONLINE"): mark_in("Presence", "Online"),
    ("SlidesState", "NOT_ASKED"): mark_in("SlidesState", "Slides not asked for"),
    ("SlidesState", "ASKED"): mark_in("SlidesState", "Slides asked for"),
    ("SlidesState", "RECEIVED"): mark_in("SlidesState", "Slides received"),
    ("SlidesState", "FINAL"): mark_in("SlidesState", "Slides final"),
    ("LegKind", "FLIGHT"): mark_in("LegKind", "Flight"),
    ("LegKind", "TRAIN"): mark_in("LegKind", "Train"),
    ("LegKind", "BUS"): mark_in("LegKind", "Bus"),
    ("LegKind", "CAR"): mark_in("LegKind", "Car"),
    ("LegKind", "SHIP"): mark_in("LegKind", "Ship"),
    ("LegKind", "WALK"): mark_in("LegKind", "On foot"),
    ("LegKind", "OTHER"): mark_in("LegKind", "Other"),
    ("RoomKind", "SINGLE"): mark_in("RoomKind", "Single room"),
    ("RoomKind", "DOUBLE"): mark_in("RoomKind", "Double room"),
    ("RoomKind", "TWIN"): mark_in("RoomKind", "Twin room"),
    ("RoomKind", "OTHER"): mark_in("RoomKind", "Other"),
    ("CooperationState", "DRAFT"): mark_in("CooperationState", "Draft"),
    ("CooperationState", "PROPOSED"): mark_in("CooperationState", "Proposed"),
    ("CooperationState", "DISCUSSED"): mark_in("CooperationState", "Discussed"),
    ("CooperationState", "AGREED"): mark_in("CooperationState", "Agreed"),
    ("CooperationState", "UNDER_WAY"): mark_in("CooperationState", "Under way"),
    ("CooperationState", "COMPLETED"): mark_in("CooperationState", "Completed"),
    ("CooperationState", "DEFERRED"): mark_in("CooperationState", "Deferred"),
    ("CooperationState", "WITHDRAWN"): mark_in("CooperationState", "Withdrawn"),
    ("AgreementKind", "MOU"): mark_in("AgreementKind", "Memorandum of understanding"),
    ("AgreementKind", "AGREEMENT"): mark_in("AgreementKind", "Agreement"),
    ("AgreementKind", "ARRANGEMENT"): mark_in("AgreementKind", "Arrangement"),
    ("AgreementKind", "OTHER"): mark_in("AgreementKind", "Other"),
    ("PaperKind", "AGENDA"): mark_in("PaperKind", "Agenda"),
    ("PaperKind", "LETTER"): mark_in("PaperKind", "Letter"),
    ("PaperKind", "ENVELOPE"): mark_in("PaperKind", "Envelope"),
    ("PaperKind", "NAME_PLATE"): mark_in("PaperKind", "Name plate"),
    ("PaperKind", "LIST"): mark_in("PaperKind", "List"),
}


def code_name(kind: str, code: str, words: Words) -> str:
    """Return what the member of a closed set is called whose stored value this is."""
    return words.say_in(kind, CHOICES[kind, code.upper().replace(" ", "_")])


def choice_name(member: Enum, words: Words) -> str:
    """Return what a member of a closed set is called."""
    return words.say_in(type(member).__name__, CHOICES[type(member).__name__, member.name])
