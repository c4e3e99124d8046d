"""The file of an office after twenty years: 40 visits, 10,000 people, 100,000 lines of history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.rules.order import keys_in_row
from models.tables import (
    Affiliation,
    Organisation,
    Participation,
    Party,
    Person,
    Presentation,
    ScheduleItem,
    Visit,
    VisitDay,
)
from models.tables.keys import link_key
from tests.support.large import large_database, texts

if TYPE_CHECKING:
    from pathlib import Path

    from models.store import Database, Writing

VISITS, PEOPLE = 40, 10_000
_ITEMS, _PARTS = 420, 3


def office_database(path: Path) -> tuple[Database, str]:
    """Make the file; return it and the key of its large visit, which has 500 entries."""
    database, visit = large_database(path)
    members = database.run("test.people", _people).value
    for number in range(VISITS - 1):
        database.run("test.visit", lambda writing, number=number: _visit(writing, number, members))
    return database, visit


def _people(writing: Writing) -> list[str]:
    institutes = [
        Organisation(acronym=f"I{number}", name=texts("연구원", "研究所", "Institute", number))
        for number in range(50)
    ]
    writing.add_all(institutes)
    people = [
        Person(
            family={"ko": "김", "en": "Kim"} if number % 2 else {"ja": "山本", "en": "Yamamoto"},
            given={"ko": f"민수{number}", "en": f"Minsu {number}"}
            if number % 2
            else {"ja": f"葵{number}", "en": f"Aoi {number}"},
            native_language="ko" if number % 2 else "ja",
        )
        for number in range(PEOPLE - 200)
    ]
    writing.add_all(people)
    writing.add_all(
        Affiliation(
            person_id=person.id,
            organisation_id=institutes[number % 50].id,
            position={"ko": "책임연구원", "ja": "主任研究員", "en": "Principal Researcher"},
        )
        for number, person in enumerate(people)
    )
    return [person.id for person in people]


def _visit(writing: Writing, number: int, members: list[str]) -> None:
    first = dt.date(2004, 5, 10) + dt.timedelta(days=180 * number)
    visit = writing.add(
        Visit(
            title=texts("방문", "訪問", "Visit", number), languages=("ko", "ja", "en"), time_zone="Asia/Seoul"
        )
    )
    organisations = writing.where(Organisation, acronym="KRISS") + writing.where(Organisation, acronym="NMIJ")
    writing.add_all(
        Party(visit_id=visit.id, organisation_id=each.id, side=side, language="ko")
        for each, side in zip(organisations, ("guest", "host"), strict=True)
    )
    writing.add_all(VisitDay(visit_id=visit.id, date=first + dt.timedelta(day)) for day in range(21))
    items = [
        ScheduleItem(
            visit_id=visit.id,
            title=texts("기술 토의", "技術討議", "Technical discussion", at),
            kind="presentations",
            date=first + dt.timedelta(at // 20),
            start=dt.time(8 + at % 20 // 2, 30 * (at % 2)),
            end=dt.time(8 + at % 20 // 2, 30 * (at % 2) + 25),
            zone="Asia/Seoul",
            order=key,
        )
        for at, key in enumerate(keys_in_row(_ITEMS))
    ]
    writing.add_all(items)
    writing.add_all(
        Presentation(item_id=item.id, title=texts("발표", "発表", "Talk", at), minutes=20)
        for at, item in enumerate(items)
    )
    pairs = {
        (item.id, members[(at * 31 + part * 977 + number) % len(members)])
        for at, item in enumerate(items)
        for part in range(_PARTS)
    }
    writing.add_all(
        Participation(
            id=link_key("participation", item, person, None, None, None, "participant"),
            item_id=item,
            person_id=person,
        )
        for item, person in sorted(pairs)
    )
