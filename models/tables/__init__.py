"""The mapped classes: the vocabulary of every layer above."""

from models.tables.agreements import Agreement, AgreementParty
from models.tables.base import Row, TableRow
from models.tables.choices import *  # noqa: F403
from models.tables.cooperation import (
    CooperationDecision,
    CooperationItem,
    CooperationParty,
    CooperationPerson,
    FollowUp,
)
from models.tables.delegations import Delegate, Delegation
from models.tables.directory import Affiliation, Organisation, Person, Place
from models.tables.file import Author, FileInfo
from models.tables.glossary import Honorific, Term
from models.tables.journal import Change, ChangeSet, Tombstone
from models.tables.meetings import Meeting, Series, SeriesParty
from models.tables.papers import Attachment, Release, ReleaseFile
from models.tables.preparation import Task, VisitContact
from models.tables.schedule import ItemMeeting, Participation, Presentation, PresentationSpeaker, ScheduleItem
from models.tables.tours import LabTour, TourGroup, TourGroupMember, TourRotation, TourStop
from models.tables.travel import Leg, LegPassenger, Room, RoomOccupant, Stay
from models.tables.visits import Party, Visit, VisitDay

__all__ = [
    "Affiliation",
    "Agreement",
    "AgreementParty",
    "Attachment",
    "Author",
    "Change",
    "ChangeSet",
    "CooperationDecision",
    "CooperationItem",
    "CooperationParty",
    "CooperationPerson",
    "Delegate",
    "Delegation",
    "FileInfo",
    "FollowUp",
    "Honorific",
    "ItemMeeting",
    "LabTour",
    "Leg",
    "LegPassenger",
    "Meeting",
    "Organisation",
    "Participation",
    "Party",
    "Person",
    "Place",
    "Presentation",
    "PresentationSpeaker",
    "Release",
    "ReleaseFile",
    "Room",
    "RoomOccupant",
    "Row",
    "ScheduleItem",
    "Series",
    "SeriesParty",
    "Stay",
    "TableRow",
    "Task",
    "Term",
    "Tombstone",
    "TourGroup",
    "TourGroupMember",
    "TourRotation",
    "TourStop",
    "Visit",
    "VisitContact",
    "VisitDay",
]
