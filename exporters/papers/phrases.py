"""The words of the papers, as messages in the context "paper"; a scribe says them in a language."""

from __future__ import annotations

from models.tables import DelegateRole, ItemKind, LegKind, ParticipationRole, RoomKind
from models.text.catalogue import mark_in

# Names of papers
ITINERARY = mark_in("paper", "Itinerary")
DELEGATION_ITINERARY = mark_in("paper", "Delegation itinerary")
PERSONAL_ITINERARY = mark_in("paper", "Personal itinerary")
AGENDA = mark_in("paper", "Agenda")
WORKBOOK = mark_in("paper", "Workbook")
VISIT_ITINERARY = mark_in("paper", "{visit}: itinerary")
PERSON_AT_VISIT = mark_in("paper", "{name}: itinerary")

# Versions
DRAFT = mark_in("paper", "Draft")
VERSION = mark_in("paper", "Version {number}")
CANCELLED = mark_in("paper", "Cancelled")
VERSION_DATE = mark_in("paper", "{version}, {date}")

# Facts
PERIOD = mark_in("paper", "Period")
DESTINATION = mark_in("paper", "Destination")
MEETINGS = mark_in("paper", "Meetings")
TIMES = mark_in("paper", "Times")
AND_THEN = mark_in("paper", "{one}, {two}")
MEETING_AT = mark_in("paper", "{meeting}: {place}")
LOCAL_TIME = mark_in("paper", "All times are local ({zone}).")
LOCAL_SAME = mark_in("paper", "All times are local ({zone}); there is no time difference to home.")
LOCAL_BEHIND = mark_in("paper", "All times are local ({zone}), {difference} behind home ({home}).")
LOCAL_AHEAD = mark_in("paper", "All times are local ({zone}), {difference} ahead of home ({home}).")
CLOCK_CHANGES = mark_in("paper", "From {day}: local time {zone}, home {home}.")
CLOCK_CHANGES_LOCAL = mark_in("paper", "From {day}: local time {zone}.")
ALL_ATTEND = mark_in(
    "paper",
    "The whole delegation attends unless stated otherwise; where the place is left empty, it is as above.",
)
DASH_MEANS = mark_in("paper", "A dash means that no place is given.")
SAME_PLACE = mark_in("paper", "Where the place is left empty, it is as above.")

# Sections and column heads
DELEGATION = mark_in("paper", "Delegation")
DAYS = mark_in("paper", "Schedule")
TRAVEL = mark_in("paper", "Travel and accommodation")
CONTACTS = mark_in("paper", "Contacts")
NUMBER = mark_in("paper", "No.")
NAME = mark_in("paper", "Name")
POSITION = mark_in("paper", "Position")
ORGANISATION = mark_in("paper", "Organisation")
TIME = mark_in("paper", "Time")
TIME_IN = mark_in("paper", "Time ({zone})")
ITEM = mark_in("paper", "Item")
PLACE = mark_in("paper", "Place")
ROLE = mark_in("paper", "Role")
DATE = mark_in("paper", "Date")
SERVICE = mark_in("paper", "Service")
DEPARTURE = mark_in("paper", "Departure")
ARRIVAL = mark_in("paper", "Arrival")
DURATION = mark_in("paper", "Duration")
HOTEL = mark_in("paper", "Hotel")
NIGHTS = mark_in("paper", "Nights")
PURPOSE = mark_in("paper", "For")
CONTACT = mark_in("paper", "Contact")
REACHED = mark_in("paper", "Telephone, e-mail")
EMERGENCY = mark_in("paper", "Emergency")
NUMBERED = mark_in("paper", "{number}. {heading}")

# Entries
TENTATIVE = mark_in("paper", " (tentative)")
CHAIR_IS = mark_in("paper", "Chair: {who}")
VENUE_IS = mark_in("paper", "Venue: {place}")
ATTENDING = mark_in("paper", "Attending: {who}")
ABSENT = mark_in("paper", "Without: {who}")
OR_ELSE = mark_in("paper", "Alternative: {place}")
GUIDE = mark_in("paper", "Guide")
GUIDE_IS = mark_in("paper", "guide: {who}")
RULES_ARE = mark_in("paper", "On site: {rules}")
RULES_AT = mark_in("paper", "{stop}: {rules}")
GATHER_TIME = mark_in("paper", "Meet {time}")
GATHER = mark_in("paper", "Meet at {place}")
GATHER_AT = mark_in("paper", "Meet {time}, {place}")
ONLINE = mark_in("paper", "Online: {link}")
ENDS_ON = mark_in("paper", "ends {day}")
ARRIVES_ON = mark_in("paper", "arrives {day}")
STOP = mark_in("paper", "{number}.")
NO_PLACE = mark_in("paper", "–")
DITTO = mark_in("paper", "″")
NOTE_NO_PLACE = mark_in("paper", "{sign} no place given")
NOTE_DITTO = mark_in("paper", "{sign} same place as above")
IN_SESSION = mark_in("paper", "Session: {session}")
SLIDES_IN = mark_in("paper", "slides received")
SLIDES_ASKED = mark_in("paper", "slides not received yet")
DISCUSSION = mark_in("paper", "Discussion")
TALK = mark_in("paper", "Talk")
ADDRESS = mark_in("paper", "Address")

PRESENTATIONS = mark_in("paper", "Presentations")
BREAKFAST = mark_in("paper", "Breakfast")
LUNCH = mark_in("paper", "Lunch")
DINNER = mark_in("paper", "Dinner")
MEAL = mark_in("paper", "Meal")

KINDS = {
    ItemKind.ADDRESS: ADDRESS,
    ItemKind.PRESENTATIONS: PRESENTATIONS,
    ItemKind.DISCUSSION: DISCUSSION,
    ItemKind.BILATERAL: mark_in("paper", "Bilateral meeting"),
    ItemKind.SIGNING: mark_in("paper", "Signing"),
    ItemKind.PHOTO: mark_in("paper", "Group photo"),
    ItemKind.TEA: mark_in("paper", "Tea break"),
    ItemKind.LAB_TOUR: mark_in("paper", "Lab tour"),
    ItemKind.TRANSFER: mark_in("paper", "Transfer"),
    ItemKind.FREE: mark_in("paper", "Free time"),
    ItemKind.OTHER: ITEM,
}
"""What an entry without a title is called; a meal is called by its time."""

# Travel
ROUTE = mark_in("paper", "{start} → {end}")
WITH_NUMBER = mark_in("paper", "{title} ({number})")
DRIVER = mark_in("paper", "driver {name}")
PASSENGERS = mark_in("paper", "Passengers: {who}")
ARRIVES_AT = mark_in("paper", "arrival: {place}")
ON_BOARD = mark_in("paper", "On board: {who}")
SEAT = mark_in("paper", "seat {seat}")
BOOKING = mark_in("paper", "booking {code}")
TELEPHONE = mark_in("paper", "tel. {number}")
DAY_AND_TIME = mark_in("paper", "{day} {time}")
CHECK_IN = mark_in("paper", "Check-in {when}")
CHECK_OUT = mark_in("paper", "check-out {when}")
ROOM_COUNT = mark_in("paper", "{kind}: {number}")
ROOM_NUMBER = mark_in("paper", "room {number}")
NO_DIFFERENCE = mark_in("paper", "No time difference ({zone})")
LOCAL_AND_HOME = mark_in("paper", "Local {zone}, home {home}")
LOCAL_ONLY = mark_in("paper", "Local time {zone}")

# Notes
ONE_OR_OTHER = mark_in("paper", "{one} or {other}")
NOTE_LATIN = mark_in("paper", "Members whose name is not known in {languages} are given in Latin letters.")
NOTE_ASSUMED_ALL = mark_in("paper", "The times are assumed and not agreed yet.")
NOTE_ASSUMED_MEETINGS = mark_in("paper", "The times of the meetings are assumed and not agreed yet.")
NOTE_ASSUMED_SOME = mark_in("paper", "Times marked ※ are assumed and not agreed yet.")

# Names and descriptions of tables, for those who cannot see them
TABLE_FACTS = mark_in("paper", "Overview")
TABLE_FACTS_SAYS = mark_in("paper", "Period, destination, meetings and times of the visit")
TABLE_PEOPLE_SAYS = mark_in("paper", "Names, positions and organisations in order of precedence")
TABLE_DAY = mark_in("paper", "Schedule of {day}")
TABLE_DAY_SAYS = mark_in("paper", "Time, item and place")
TABLE_PERSON_SAYS = mark_in("paper", "Day by day: time, role, item and place")
TABLE_LEGS_SAYS = mark_in("paper", "Date, service, departure, arrival and duration")
TABLE_STAYS_SAYS = mark_in("paper", "Hotel and nights")
TABLE_CONTACTS_SAYS = mark_in("paper", "What for, who, telephone and e-mail")
TABLE_STRIP = mark_in("paper", "Hotel and contacts")
TABLE_TITLES = mark_in("paper", "Titles")
TABLE_TITLES_SAYS = mark_in("paper", "Titles of the paper and of the meetings in both languages")
TABLE_PLACE_SAYS = mark_in("paper", "Dates and places in both languages")
TABLE_AGENDA = mark_in("paper", "Agenda of {day}")
TABLE_AGENDA_SAYS = mark_in("paper", "Time and item")
TABLE_AGENDA_COLUMNS_SAYS = mark_in("paper", "Time, and the items in one column for each language")

LANGUAGES = {
    "ko": mark_in("paper", "Korean"),
    "ja": mark_in("paper", "Japanese"),
    "en": mark_in("paper", "English"),
    "zh": mark_in("paper", "Chinese"),
    "de": mark_in("paper", "German"),
}
"""A language that is not here is called by its own name."""

DELEGATE_ROLES = {
    DelegateRole.HEAD: mark_in("paper", "Head of delegation"),
    DelegateRole.DEPUTY: mark_in("paper", "Deputy head"),
    DelegateRole.INTERPRETER: mark_in("paper", "Interpreter"),
    DelegateRole.COORDINATOR: mark_in("paper", "Coordinator"),
    DelegateRole.GUEST: mark_in("paper", "Guest"),
}
"""A plain member has no role to print."""

PARTS = {
    ParticipationRole.SPEAKER: TALK,
    ParticipationRole.CHAIR: mark_in("paper", "Chair"),
    ParticipationRole.INTERPRETER: mark_in("paper", "Interpreter"),
    ParticipationRole.HOST: mark_in("paper", "Host"),
}

LEGS = {
    LegKind.FLIGHT: mark_in("paper", "Flight"),
    LegKind.TRAIN: mark_in("paper", "Train"),
    LegKind.BUS: mark_in("paper", "Bus"),
    LegKind.CAR: mark_in("paper", "Car"),
    LegKind.SHIP: mark_in("paper", "Ship"),
    LegKind.WALK: mark_in("paper", "Walk"),
    LegKind.OTHER: mark_in("paper", "Transfer"),
}

ROOMS = {
    RoomKind.SINGLE: mark_in("paper", "single rooms"),
    RoomKind.DOUBLE: mark_in("paper", "double rooms"),
    RoomKind.TWIN: mark_in("paper", "twin rooms"),
    RoomKind.OTHER: mark_in("paper", "rooms"),
}

RULES = {
    "no-photographs": mark_in("paper", "No photographs"),
    "magnetic-field": mark_in("paper", "Strong magnetic field"),
    "laser": mark_in("paper", "Laser light"),
    "shoes": mark_in("paper", "Change of shoes"),
    "radiation": mark_in("paper", "Controlled radiation area"),
    "no-phones": mark_in("paper", "No telephones"),
    "protective-clothing": mark_in("paper", "Protective clothing"),
}
"""What holds at a stop of a tour."""

SHORT_LANGUAGES = {
    "ko": mark_in("paper", "KO"),
    "ja": mark_in("paper", "JA"),
    "en": mark_in("paper", "EN"),
    "zh": mark_in("paper", "ZH"),
    "de": mark_in("paper", "DE"),
}
"""A language in the narrow column of what somebody does."""
