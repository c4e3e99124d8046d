"""A visit made for tests through the actions: small, and full of rare cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.actions import directory, meetings, schedule, travel, visits

if TYPE_CHECKING:
    from models.actions.entity import Entity
    from models.store import Database, Writing

FIRST = dt.date(2024, 10, 25)
"""A Friday; summer time ends on the Sunday in Berlin."""
SECRET = "MARKER"
SENSITIVE = {
    "passport": f"{SECRET}-passport",
    "diet": {"ko": f"{SECRET}-diet"},
    "access_needs": {"ko": f"{SECRET}-access"},
    "health": f"{SECRET}-health",
    "emergency_contact": f"{SECRET}-emergency",
    "note": f"{SECRET}-person-note",
}


@dataclass(slots=True)
class Made:
    """Keys by the names that tests use."""

    visit: str = ""
    keys: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.keys[name]


class _Maker:
    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self.made = Made()

    def add(self, name: str, entity: Entity[Any], /, **fields: Any) -> str:
        key = entity.add.within(self._writing, **fields)
        if name:
            self.made.keys[name] = key
        return key

    def item(self, name: str, ko: str, day: int, start: str = "", end: str = "", **fields: Any) -> str:
        title = fields.pop("title", None) or {"ko": ko, "ja": f"日程 {name}", "en": f"Item {name}"}
        return self.add(
            name,
            schedule.item,
            visit_id=self.made.visit,
            title=title,
            date=FIRST + dt.timedelta(day),
            start=dt.time.fromisoformat(start) if start else None,
            end=dt.time.fromisoformat(end) if end else None,
            zone=fields.pop("zone", "Europe/Berlin"),
            note=f"{SECRET}-item-note",
            **fields,
        )


def small_visit(database: Database) -> Made:
    """Make a visit of two delegations to a third country, with every case that papers have rules for."""
    return database.run("test.visit", _small).value


def _small(writing: Writing) -> Made:
    make = _Maker(writing)
    _houses(make)
    _people(make)
    _visit(make)
    _items(make)
    _travel(make)
    return make.made


def _houses(make: _Maker) -> None:
    for key, zone, names in (
        (
            "KRISS",
            "Asia/Seoul",
            {"ko": "한국표준과학연구원", "ja": "韓国標準科学研究院", "en": "KRISS Institute"},
        ),
        ("NMIJ", "Asia/Tokyo", {"ko": "일본 계량표준", "ja": "計量標準総合センター", "en": "NMI Japan"}),
        ("PTB", "Europe/Berlin", {"de": "Physikalisch-Technische Bundesanstalt", "en": "PTB Institute"}),
    ):
        make.add(key, directory.organisation, acronym=key, name=names, time_zone=zone, note=f"{SECRET}-org")
    for key, names in (
        ("hall", {"ko": "대강당", "ja": "大講堂", "en": "Great hall"}),
        ("lab", {"ko": "시계 실험실", "ja": "時計実験室", "en": "Clock laboratory"}),
        ("hotel", {"ko": "견본호텔", "ja": "見本ホテル", "en": "Sample hotel"}),
        ("seoul", {"ko": "인천공항", "ja": "仁川空港", "en": "Incheon Airport"}),
        ("berlin", {"ko": "베를린공항", "ja": "ベルリン空港", "en": "Berlin Airport"}),
    ):
        make.add(key, directory.place, name=names)


def _people(make: _Maker) -> None:
    people = (
        (
            "lee",
            "KRISS",
            "ko",
            {"ko": "이", "ja": "李", "en": "Lee"},
            {"ko": "호성", "ja": "浩成", "en": "Ho Seong"},
        ),
        ("choi", "KRISS", "ko", {"ko": "최", "en": "Choi"}, {"ko": "재혁", "en": "Jae-Hyuk"}),
        ("kim", "KRISS", "ko", {"ko": "김", "en": "Kim"}, {"ko": "통역", "en": "Tongyeok"}),
        ("usuda", "NMIJ", "ja", {"ja": "臼田", "en": "Usuda"}, {"ja": "孝", "en": "Takashi"}),
        ("mueller", "PTB", "de", {"en": "Müller", "ko": "뮐러"}, {"en": "Käthe", "ko": "케테"}),
    )
    for key, house, native, family, given in people:
        person = make.add(
            key, directory.person, family=family, given=given, native_language=native, **SENSITIVE
        )
        make.add(
            "",
            directory.affiliation,
            person_id=person,
            organisation_id=make.made[house],
            position={"ko": f"{house} 소장", "ja": f"{house}所長", "en": f"Director {house}"},
        )


def _visit(make: _Maker) -> None:
    visit = make.made.visit = make.add(
        "visit",
        visits.visit,
        title={"ko": "독일 방문", "ja": "ドイツ訪問", "en": "Visit to Germany"},
        city={"ko": "베를린", "ja": "ベルリン", "en": "Berlin"},
        time_zone="Europe/Berlin",
        languages=("ko", "ja", "en"),
        mark={"ko": "견본", "ja": "見本", "en": "Sample"},
        note={"ko": f"{SECRET}-visit", "ja": f"{SECRET}-visit"},
    )
    for day in range(4):
        make.add("", visits.day, visit_id=visit, date=FIRST + dt.timedelta(day))
    sides = (("KRISS", "guest", "ko", ("lee", "choi", "kim")), ("NMIJ", "guest", "ja", ("usuda",)))
    for house, side, language, people in (*sides, ("PTB", "host", "en", ("mueller",))):
        party = make.add(
            f"party-{house}",
            visits.party,
            visit_id=visit,
            organisation_id=make.made[house],
            side=side,
            language=language,
            note=f"{SECRET}-party",
        )
        delegation = make.add(
            f"delegation-{house}",
            visits.delegation,
            visit_id=visit,
            party_id=party,
            organisation_id=make.made[house],
        )
        for number, person in enumerate(people):
            role = "interpreter" if person == "kim" else "member" if number else "head"
            make.add("", visits.delegate, delegation_id=delegation, person_id=make.made[person], role=role)
    series = make.add(
        "", meetings.series, title={"ko": "삼자회의", "ja": "三者会議", "en": "Trilateral Meeting"}
    )
    make.add("meeting", meetings.meeting, series_id=series, visit_id=visit, number=3)
    desk = {"purpose": {"ko": "담당"}, "audience": "party"}
    make.add(
        "",
        visits.contact,
        visit_id=visit,
        name={"ko": "국제협력"},
        phone="+82-1",
        audience_party_id=make.made["party-KRISS"],
        party_id=make.made["party-KRISS"],
        note=f"{SECRET}-contact",
        **desk,
    )
    make.add(
        "",
        visits.contact,
        visit_id=visit,
        name={"ja": "緊急"},
        phone="112",
        emergency=True,
        audience="public",
    )


def _items(make: _Maker) -> None:
    made = make.made
    open_ = make.item("opening", "환영사", 0, "09:00", "09:20", place_id=made["hall"], kind="address")
    make.add("", schedule.item_meeting, item_id=open_, meeting_id=made["meeting"])
    make.add("", schedule.participation, item_id=open_, person_id=made["mueller"], role="speaker")
    talks = make.item("talks", "발표", 0, "09:20", "11:00", place_id=made["hall"], kind="presentations")
    make.add("", schedule.item_meeting, item_id=talks, meeting_id=made["meeting"])
    for ko, speakers in (
        ("광시계", ("lee",)),
        ("공동 연구", ("choi", "lee", "usuda", "mueller")),
        ("미정 발표", ()),
    ):
        talk = make.add(
            "", schedule.presentation, item_id=talks, title={"ko": ko, "en": f"Talk {ko == '광시계'}"}
        )
        for person in speakers:
            make.add("", schedule.presentation_speaker, presentation_id=talk, person_id=made[person])
        if not speakers:
            make.add("", schedule.presentation_speaker, presentation_id=talk, organisation_id=made["PTB"])
    make.item("untranslated", "번역 없는 일정", 0, "11:00", "11:30", title={"ko": "번역 없는 일정"})
    make.item("same", "G-QuAT", 0, "11:30", "12:00", title=dict.fromkeys(("ko", "ja", "en"), "G-QuAT"))
    make.item("cancelled", "취소된 일정", 0, "12:00", "13:00", status="cancelled")
    make.item("tentative", "잠정 일정", 0, "13:00", "14:00", status="tentative", time_basis="assumed")
    make.item("open", "시각 모르는 일정", 0)
    make.item(
        "ours", "우리만의 준비", 0, "15:00", "16:00", audience="party", audience_party_id=made["party-KRISS"]
    )
    make.item(
        "theirs", "일본측 준비", 0, "15:00", "16:00", audience="party", audience_party_id=made["party-NMIJ"]
    )
    make.item("office", "사무실 메모", 0, "16:00", "17:00", audience="office")
    without = make.item("without", "소장단 만찬", 0, "18:00", "20:00", kind="meal")
    make.add("", schedule.participation, item_id=without, person_id=made["choi"], excluded=True)
    make.item("night", "야간 관측", 1, "22:00", "01:30", end_day=1, place_id=made["lab"])
    tour = make.item("tour", "랩투어", 2, "09:30", "12:00", place_id=made["lab"], kind="lab tour")
    lab = make.add("", schedule.lab_tour, item_id=tour)
    for ko in ("시간표준", "무기표준"):
        make.add(
            "",
            schedule.tour_stop,
            tour_id=lab,
            name={"ko": ko, "ja": f"見学 {ko == '시간표준'}", "en": "Stop"},
        )
    group = make.add("", schedule.tour_group, tour_id=lab, name={"ko": "2조", "ja": "2班", "en": "Group 2"})
    make.add("", schedule.tour_group_member, group_id=group, person_id=made["lee"])


def _travel(make: _Maker) -> None:
    made = make.made
    leg = make.add(
        "flight",
        travel.leg,
        visit_id=made.visit,
        kind="flight",
        number="ZZ 1",
        from_place_id=made["berlin"],
        to_place_id=made["seoul"],
        departure_date=FIRST + dt.timedelta(3),
        departure_time=dt.time(18, 30),
        departure_zone="Europe/Berlin",
        arrival_date=FIRST + dt.timedelta(4),
        arrival_time=dt.time(13, 5),
        arrival_zone="Asia/Seoul",
        audience="party",
        audience_party_id=made["party-KRISS"],
        note=f"{SECRET}-leg",
    )
    for person, seat in (("lee", "1A"), ("choi", "2B")):
        make.add(
            "",
            travel.leg_passenger,
            leg_id=leg,
            person_id=made[person],
            seat=seat,
            booking_code=f"CODE{seat}",
        )
    stay = make.add(
        "",
        travel.stay,
        visit_id=made.visit,
        place_id=made["hotel"],
        check_in=FIRST,
        check_out=FIRST + dt.timedelta(3),
        audience="party",
        audience_party_id=made["party-KRISS"],
        booking_code=f"{SECRET}-stay",
        note=f"{SECRET}-stay-note",
    )
    room = make.add("", travel.room, stay_id=stay, number="301", note=f"{SECRET}-room")
    make.add("", travel.room_occupant, room_id=room, person_id=made["lee"])
