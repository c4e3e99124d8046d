"""Builds visits through the actions, with as little said as a test needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from models.actions import directory, meetings, schedule, travel, visits
from models.store import Database, Writing
from models.tables import Visit

DAY = dt.date(2024, 7, 30)
LANGUAGES = ("ko", "ja", "en")


def at(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None


def titled(text: str) -> dict[str, str]:
    """Return the text in every working language, so that nothing is missing."""
    return dict.fromkeys(LANGUAGES, text)


@dataclass
class Planner:
    """A visit in the making: two parties with a delegation each, three days."""

    writing: Writing
    visit: str = ""

    def begin(self, **fields: Any) -> Planner:
        self.visit = visits.visit.add.within(
            self.writing,
            **{"title": titled("Visit"), "languages": LANGUAGES, "time_zone": "Asia/Tokyo", **fields},
        )
        for day in range(3):
            visits.day.add.within(self.writing, visit_id=self.visit, date=DAY + dt.timedelta(day))
        self.kriss, self.aist = self.party("KRISS"), self.party("AIST")
        self.guests, self.hosts = self.delegation(self.kriss), self.delegation(self.aist)
        return self

    def organisation(self, acronym: str, **fields: Any) -> str:
        return directory.organisation.add.within(
            self.writing, **{"acronym": acronym, "name": titled(acronym), **fields}
        )

    def party(self, acronym: str, **fields: Any) -> str:
        organisation = self.organisation(acronym)
        return visits.party.add.within(
            self.writing, visit_id=self.visit, organisation_id=organisation, **fields
        )

    def delegation(self, party: str, **fields: Any) -> str:
        from models.tables import Party

        organisation = self.writing.get(Party, party).organisation_id
        return visits.delegation.add.within(
            self.writing,
            **{"visit_id": self.visit, "party_id": party, "organisation_id": organisation, **fields},
        )

    def person(self, name: str = "Kim Min", **fields: Any) -> str:
        family, _, given = name.partition(" ")
        names = {"family": {"en": family}, "given": {"en": given}}
        return directory.person.add.within(self.writing, **{**names, **fields})

    def delegate(self, delegation: str, name: str = "Kim Min", **fields: Any) -> str:
        person = fields.pop("person_id", None) or self.person(name)
        visits.delegate.add.within(self.writing, delegation_id=delegation, person_id=person, **fields)
        return person

    def place(self, name: str = "Room 1", **fields: Any) -> str:
        return directory.place.add.within(self.writing, **{"name": titled(name), **fields})

    def item(
        self, start: str | None, end: str | None = None, title: str = "Item", days: int = 0, **fields: Any
    ) -> str:
        known = {
            "visit_id": self.visit,
            "title": titled(title),
            "date": DAY + dt.timedelta(days),
            "start": at(start),
            "end": at(end),
            "zone": "Asia/Tokyo",
        }
        return schedule.item.add.within(self.writing, **{**known, **fields})

    def takes_part(self, item: str, person: str | None = None, **fields: Any) -> str:
        return schedule.participation.add.within(self.writing, item_id=item, person_id=person, **fields)

    def talk(self, item: str, *speakers: str, title: str = "Talk", **fields: Any) -> str:
        talk = schedule.presentation.add.within(
            self.writing, **{"item_id": item, "title": titled(title), **fields}
        )
        for speaker in speakers:
            schedule.presentation_speaker.add.within(
                self.writing, presentation_id=talk, person_id=speaker, organisation_id=None
            )
        return talk

    def group(self, item: str, *people: str, **fields: Any) -> str:
        tour = schedule.lab_tour.add.within(self.writing, item_id=item)
        group = schedule.tour_group.add.within(
            self.writing, **{"tour_id": tour, "name": titled("1"), **fields}
        )
        for person in people:
            schedule.tour_group_member.add.within(self.writing, group_id=group, person_id=person)
        return group

    def stop(self, item: str, guide: str | None = None, name: str = "Lab") -> str:
        tour = schedule.lab_tour.add.within(self.writing, item_id=item)
        return schedule.tour_stop.add.within(self.writing, tour_id=tour, name=titled(name), guide_id=guide)

    def leg(self, departure: str, arrival: str, *people: str, **fields: Any) -> str:
        known = {
            "visit_id": self.visit,
            "number": "KE703",
            "departure_date": DAY,
            "departure_time": at(departure),
            "departure_zone": "Asia/Seoul",
            "arrival_date": DAY,
            "arrival_time": at(arrival),
            "arrival_zone": "Asia/Tokyo",
        }
        leg = travel.leg.add.within(self.writing, **{**known, **fields})
        for person in people:
            travel.leg_passenger.add.within(self.writing, leg_id=leg, person_id=person)
        return leg

    def meeting(self, **fields: Any) -> str:
        return meetings.meeting.add.within(self.writing, visit_id=self.visit, **fields)

    def series(self, title: dict[str, str]) -> str:
        return meetings.series.add.within(self.writing, title=title)


def planned(database: Database, act: Any) -> tuple[Visit, Any]:
    """Build a visit by ``act(planner)`` in one change set, load it, and return it with what act returned."""
    plan = Planner(None)  # type: ignore[arg-type]

    def within(writing: Writing) -> Any:
        plan.writing = writing
        return act(plan.begin())

    answer = database.run("test.plan", within).value
    return database.load_visit(plan.visit), answer
