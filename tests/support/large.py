"""A visit as large as an office ever has one, for benchmarks and for tests of what must not grow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.rules.order import keys_in_row
from models.store import Database, Writing
from models.tables import (
    Affiliation,
    Delegate,
    Delegation,
    ItemMeeting,
    Meeting,
    Organisation,
    Participation,
    Party,
    Person,
    Place,
    Presentation,
    PresentationSpeaker,
    ScheduleItem,
    Series,
    SeriesParty,
    Visit,
    VisitDay,
)
from models.tables.keys import link_key
from tests.support.files import KIM

if TYPE_CHECKING:
    from pathlib import Path

FIRST = dt.date(2024, 7, 1)
A_DAY = 20
"""Entries a day."""


def large_database(
    path: Path, *, items: int = 500, people: int = 200, talks: int = 300, links: int = 3000
) -> tuple[Database, str]:
    """Make a database with one large visit; return it and the visit's key."""
    database = Database.create(path, KIM)
    done = database.run("test.large", lambda writing: _fill(writing, items, people, talks, links))
    return database, done.value


def texts(korean: str, japanese: str, english: str, number: int) -> dict[str, str]:
    """Return a text in three languages with a number."""
    return {"ko": f"{korean} {number}", "ja": f"{japanese}{number}", "en": f"{english} {number}"}


def _fill(writing: Writing, items: int, people: int, talks: int, links: int) -> str:
    visit, sides, members, meeting = _sides(writing, people)
    places = [Place(name=texts("회의실", "会議室", "Room", number)) for number in range(A_DAY)]
    writing.add_all(places)
    entries = [
        ScheduleItem(
            visit_id=visit.id,
            title=texts("협력의제 토의", "協力議題の討議", "Discussion of cooperation", number),
            kind="presentations",
            date=FIRST + dt.timedelta(number // A_DAY),
            start=dt.time(8 + number % A_DAY // 2, 30 * (number % 2)),
            end=dt.time(8 + number % A_DAY // 2, 30 * (number % 2) + 25),
            zone="Asia/Tokyo",
            place_id=places[number % A_DAY].id,
            order=key,
        )
        for number, key in enumerate(keys_in_row(items))
    ]
    writing.add_all(entries)
    writing.add_all(
        ItemMeeting(
            id=link_key("item_meeting", entry.id, meeting.id), item_id=entry.id, meeting_id=meeting.id
        )
        for entry in entries
    )
    given = [
        Presentation(
            item_id=entries[number % items].id,
            title=texts(
                "양자 기술 연구 현황", "量子技術の研究状況", "Research in quantum technology", number
            ),
            minutes=20,
        )
        for number in range(talks)
    ]
    writing.add_all(given)
    writing.add_all(
        PresentationSpeaker(presentation_id=talk.id, person_id=members[number % people].id)
        for number, talk in enumerate(given)
    )
    wanted = max(0, links - items - talks)
    pairs = {
        (entries[number % items].id, members[(number * 7 + number // items) % people].id): None
        for number in range(wanted * 2)
    }
    writing.add_all(
        Participation(
            id=link_key("participation", item, person, None, None, None, "participant"),
            item_id=item,
            person_id=person,
        )
        for item, person in list(pairs)[:wanted]
    )
    assert len(sides) == 2
    return visit.id


def _sides(writing: Writing, people: int) -> tuple[Visit, list[Party], list[Person], Meeting]:
    organisations = [
        Organisation(acronym=name, name=texts("연구원", "研究所", "Institute", number), time_zone=zone)
        for number, (name, zone) in enumerate((("KRISS", "Asia/Seoul"), ("NMIJ", "Asia/Tokyo")))
    ]
    members = [
        Person(
            family={"ko": "이", "en": "Lee"} if number % 2 else {"ja": "臼田", "en": "Usuda"},
            given={"ko": f"호성{number}", "en": f"Ho Seong {number}"}
            if number % 2
            else {"ja": f"孝{number}", "en": f"Takashi {number}"},
            native_language="ko" if number % 2 else "ja",
        )
        for number in range(people)
    ]
    visit = Visit(
        title=texts("대규모 방문", "大規模訪問", "Large visit", 1),
        languages=("ko", "ja", "en"),
        time_zone="Asia/Tokyo",
    )
    series = Series(title={"ko": "한일 회의", "ja": "日韓会議", "en": "Korea-Japan Meeting"})
    for row in (*organisations, *members, visit, series):
        writing.add(row)
    writing.add_all(
        Affiliation(
            person_id=member.id,
            organisation_id=organisations[number % 2].id,
            position={"ko": "책임연구원", "ja": "主任研究員", "en": "Principal Researcher"},
        )
        for number, member in enumerate(members)
    )
    writing.add_all(VisitDay(visit_id=visit.id, date=FIRST + dt.timedelta(number)) for number in range(25))
    writing.add_all(SeriesParty(series_id=series.id, organisation_id=each.id) for each in organisations)
    meeting = writing.add(Meeting(series_id=series.id, visit_id=visit.id, number=19))
    parties = [
        writing.add(Party(visit_id=visit.id, organisation_id=each.id, side=side, language=tag))
        for each, side, tag in zip(organisations, ("guest", "host"), ("ko", "ja"), strict=True)
    ]
    for party, organisation, remainder in zip(parties, organisations, (1, 0), strict=True):
        delegation = writing.add(
            Delegation(visit_id=visit.id, party_id=party.id, organisation_id=organisation.id)
        )
        own = members[remainder::2]
        writing.add_all(
            Delegate(
                delegation_id=delegation.id,
                person_id=member.id,
                position={"ko": "책임연구원", "ja": "主任研究員", "en": "Principal Researcher"},
                order=key,
            )
            for member, key in zip(own, keys_in_row(len(own)), strict=True)
        )
    return visit, parties, members, meeting
