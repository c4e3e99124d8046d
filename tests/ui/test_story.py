"""The whole story in the real window, by mouse and keyboard: from an empty file to the papers of a visit.

What came of it is read past the window: the file through the models, the papers through python-docx.
"""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.user import User

LANGUAGES = {"en": "English", "ko": "한국어", "ja": "日本語"}
NAME_PARTS = ("family name", "given name", "reading of the name")


class Organisation(NamedTuple):
    """What is typed of an organisation."""

    acronym: str
    name: dict[str, str]
    city: dict[str, str]
    country: str
    zone: str


class Person(NamedTuple):
    """What is typed of a person, and whose guest or host they are."""

    name: dict[str, tuple[str, ...]]
    native: str
    organisation: str
    position: dict[str, str]
    role: str
    searched: str
    shown: str


class Item(NamedTuple):
    """What is typed of an entry of the schedule."""

    title: dict[str, str]
    day: str
    start: str
    end: str
    kind: str


ORGANISATIONS = (
    Organisation(
        "KMI",
        {"en": "Korea Measurement Institute", "ko": "한국측정연구원", "ja": "韓国計測研究院"},
        {"en": "Daejeon", "ko": "대전", "ja": "大田"},
        "Korea",
        "Seoul",
    ),
    Organisation(
        "JMI",
        {"en": "Japan Metrology Institute", "ko": "일본계측연구소", "ja": "日本計測研究所"},
        {"en": "Tsukuba", "ko": "쓰쿠바", "ja": "つくば"},
        "Japan",
        "Tokyo",
    ),
    Organisation(
        "PSI",
        {"en": "Pacific Standards Institute", "ko": "태평양표준연구소", "ja": "太平洋標準研究所"},
        {"en": "Boston", "ko": "보스턴", "ja": "ボストン"},
        "United States",
        "New York",
    ),
)
SERIES = {"en": "Trilateral Directors’ Meeting", "ko": "삼국 기관장 회의", "ja": "三機関所長会議"}
PEOPLE = (
    Person(
        {"en": ("Lee", "Ho-seong"), "ko": ("이", "호성"), "ja": ("李", "鎬成", "イ・ホソン")},
        "Korean",
        "KMI",
        {"en": "President", "ko": "원장", "ja": "院長"},
        "Head of delegation",
        "Lee",
        "LEE Ho-seong",
    ),
    Person(
        {"en": ("Kim", "Seo-yeon"), "ko": ("김", "서연"), "ja": ("金", "瑞娟")},
        "Korean",
        "KMI",
        {"en": "Head of International Affairs", "ko": "국제협력실장", "ja": "国際協力室長"},
        "Coordinator",
        "김서",
        "KIM Seo-yeon",
    ),
    Person(
        {"en": ("Park", "Ji-hun"), "ko": ("박", "지훈"), "ja": ("朴", "志勲")},
        "Korean",
        "KMI",
        {"en": "Principal Researcher", "ko": "책임연구원", "ja": "責任研究員"},
        "Member",
        "朴",
        "PARK Ji-hun",
    ),
    Person(
        {"en": ("Choi", "Yuna"), "ko": ("최", "유나"), "ja": ("崔", "由奈")},
        "Korean",
        "KMI",
        {"en": "Interpreter", "ko": "통역사", "ja": "通訳"},
        "Interpreter",
        "choi",
        "CHOI Yuna",
    ),
    Person(
        {"en": ("Usuda", "Takashi"), "ko": ("우스다", "다카시"), "ja": ("臼田", "孝", "うすだ たかし")},
        "Japanese",
        "JMI",
        {"en": "Director General", "ko": "소장", "ja": "所長"},
        "Head of delegation",
        "うすだ",
        "USUDA Takashi",
    ),
    Person(
        {"en": ("Sato", "Hanako"), "ko": ("사토", "하나코"), "ja": ("佐藤", "花子", "さとう はなこ")},
        "Japanese",
        "JMI",
        {"en": "Senior Researcher", "ko": "주임연구원", "ja": "主任研究員"},
        "Member",
        "hanako",
        "SATO Hanako",
    ),
    Person(
        {"en": ("Miller", "Jane"), "ko": ("밀러", "제인"), "ja": ("ミラー", "ジェーン")},
        "English",
        "PSI",
        {"en": "Chief Executive", "ko": "이사장", "ja": "理事長"},
        "Head of delegation",
        "ミラー",
        "Jane MILLER",
    ),
    Person(
        {"en": ("Baker", "Tom"), "ko": ("베이커", "톰"), "ja": ("ベイカー", "トム")},
        "English",
        "PSI",
        {"en": "Scientist", "ko": "연구원", "ja": "研究員"},
        "Member",
        "baker",
        "Tom BAKER",
    ),
)
OPENING = Item({"en": "Opening", "ko": "개회", "ja": "開会"}, "7/29", "0900", "", "Address")
TALKS = Item(
    {"en": "Discussion of joint research", "ko": "공동 연구 논의", "ja": "共同研究の議論"},
    "7월 29일",
    "10:00",
    "12:00",
    "Discussion",
)
DINNER = Item({"en": "Dinner", "ko": "만찬", "ja": "夕食会"}, "29 July", "18:30", "20:30", "Meal")
REMOTE = Item(
    {"en": "Remote talk from Boston", "ko": "보스턴 원격 발표", "ja": "ボストンからの遠隔発表"},
    "7/29",
    "21:00",
    "21:40",
    "Presentations",
)
PHOTO = Item({"en": "Photograph", "ko": "기념 촬영", "ja": "記念撮影"}, "7/30", "9:30", "9:40", "Group photo")
BRIEFING = Item(
    {"en": "Briefing of our side", "ko": "우리 측 사전 회의", "ja": "自側の打合せ"},
    "7/30",
    "8:30",
    "9:00",
    "Discussion",
)
ITEMS = (OPENING, TALKS, DINNER, REMOTE, PHOTO, BRIEFING)


def in_each(user, label, texts):
    """Type a text in each of its languages, side by side."""
    for tag, text in texts.items():
        user.type(f"{label}, {LANGUAGES[tag]}", text)


def start_a_file(user):
    user.click("Make a new file")
    user.wait(lambda: user.sees("New visit"))


def add_organisations(user):
    user.open_page(2)
    user.click("Organisations")
    for each in ORGANISATIONS:
        user.click("Add organisation")
        in_each(user, "Name of the organisation", each.name)
        user.type("Acronym", each.acronym)
        in_each(user, "City", each.city)
        user.pick("Country", each.country)
        user.pick("Time zone", each.zone)


def add_people(user):
    user.click("People")
    for each in PEOPLE:
        user.click("Add person")
        for tag, parts in each.name.items():
            for part, text in zip(NAME_PARTS, parts, strict=False):
                user.type(f"{part}, {LANGUAGES[tag]}", text)
        user.choose("Language of the name", each.native)
        add_post(user, each.organisation, each.position)
    # One of them has a second post.
    user.select("LEE Ho-seong")
    add_post(user, "PSI", {"en": "Adviser", "ko": "자문위원", "ja": "顧問"})


def add_post(user, organisation, position):
    user.pick("Add a post at", organisation)
    in_each(user, "Position", position)


def add_series(user):
    user.open_page(3)
    user.click("Add series")
    in_each(user, "Title", SERIES)
    for each in ORGANISATIONS:
        user.pick("Add: Parties", each.acronym)
    user.choose("Who hosts", "In turn")
    user.click("Add meeting")
    user.type("Edition", "18")
    user.type("Date", "2024-11")
    user.pick("Host", "KMI")


def plan_visit(user):
    user.open_page(1)
    user.click("New visit")
    user.choose("Series", SERIES["en"])
    # Number, title, parties and host follow from the series.
    assert user.see("Edition").text() == "19"
    assert user.see("Title, 日本語").text() == "第19回三機関所長会議"
    assert [user.see(f"Party {number}").text() for number in (1, 2, 3)] == ["KMI", "JMI", "PSI"]
    user.type("First day", "2025-07-29")
    user.type("Last day", "7/31")
    user.click("Add visit")
    user.wait(lambda: user.sees("Sections"))


def add_delegations(user):
    user.go("Delegations")
    user.click("Add person")
    for each in PEOPLE:
        join(user, each)
        if each.shown == "PARK Ji-hun":
            user.type("Present, present from", "7/30")
            user.type("Present, present to", "7/30")
        if each.role == "Interpreter":
            user.pick("Add: Interprets between", "Korean")
            user.pick("Add: Interprets between", "Japanese")
            user.click("Add to another")
            user.menu("JMI")
    user.press(Qt.Key.Key_Escape)


def join(user, person):
    with user.within("Add person"):
        user.choose("Delegation", person.organisation)
        user.choose("Role", person.role)
        user.pick("Add person", person.searched)
    user.wait(lambda: any(person.shown in row for row in user.rows()))


def add_items(user):
    user.go("Schedule")
    for each in ITEMS:
        # With the keys, wherever one is.
        user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        in_each(user, "Title", each.title)
        user.type("Time, date", each.day)
        user.type("Time, start", each.start)
        user.type("Time, end", each.end)
        user.choose("Kind", each.kind)
        if each is REMOTE:
            user.click("Change the time zone, Asia/Tokyo")
            user.pick("Time, time zone", "New York")
            user.type("Online link", "https://meet.example.org/19")
        elif each is PHOTO:
            user.choose("State", "Cancelled")
        elif each is BRIEFING:
            user.choose("Visible to", "KMI only")


def think_better_of_it(user):
    """Delete an entry, change a title, and take both back."""
    user.select("Dinner")
    user.type("Title, English", "Supper", leave=Qt.Key.Key_Return)
    assert any("Supper" in row for row in user.rows())
    user.select("Discussion of joint research")
    user.press(Qt.Key.Key_Delete)
    assert not any("Discussion of joint" in row for row in user.rows())
    for _ in range(2):
        user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert any("Dinner" in row for row in user.rows())
    assert any("Discussion of joint" in row for row in user.rows())


def make_papers(user, folder):
    user.go("Papers")
    user.tick("Personal itinerary")
    user.tick("JMI")
    user.tick("PSI")
    user.select("Agenda", across=120)
    user.click("en + ko + ja")
    user.type("Folder", str(folder))
    user.click("Export")
    user.wait(lambda: len(list(folder.glob("*.docx"))) == 2 and user.sees("Open the folder"))


@pytest.fixture
def told(window, qtbot, tmp_path, monkeypatch):
    """Act the story; return where the file and the papers are."""
    path, folder = tmp_path / "office.parley", tmp_path / "papers"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    user = User(qtbot, window(language="en"))
    user.wait(lambda: user.sees("Make a new file"))
    start_a_file(user)
    add_organisations(user)
    add_people(user)
    add_series(user)
    plan_visit(user)
    add_delegations(user)
    add_items(user)
    think_better_of_it(user)
    make_papers(user, folder)
    return path, folder


def test_from_an_empty_file_to_the_papers(told):
    path, folder = told
    from models.store import Database
    from models.tables import Visit

    with Database.open(path) as database:
        (visit,) = database.load_all(Visit)
        check_directory(database)
        check_visit(visit)
    check_papers(folder)


def check_directory(database):
    from models.tables import Organisation as Organisations
    from models.tables import Person as People
    from models.tables import Series

    organisations = {each.acronym: each for each in database.load_all(Organisations)}
    assert {key: dict(each.name) for key, each in organisations.items()} == {
        each.acronym: each.name for each in ORGANISATIONS
    }
    assert [organisations[key].time_zone for key in ("KMI", "JMI", "PSI")] == [
        "Asia/Seoul",
        "Asia/Tokyo",
        "America/New_York",
    ]
    people = {each.family["en"]: each for each in database.load_all(People)}
    assert len(people) == 8
    assert people["Usuda"].reading["ja"] == "うすだ たかし"
    posts = sorted((post.organisation.acronym, post.position["ko"]) for post in people["Lee"].affiliations)
    assert posts == [("KMI", "원장"), ("PSI", "자문위원")]
    (series,) = database.load_all(Series)
    assert dict(series.title) == SERIES
    assert sorted((each.number, each.visit_id is not None) for each in series.editions) == [
        (18, False),
        (19, True),
    ]


def check_visit(visit):
    assert dict(visit.title)["ko"] == "제19차 삼국 기관장 회의"
    assert set(visit.languages) == set(LANGUAGES)
    assert (visit.time_zone, visit.country, visit.city["ja"]) == ("Asia/Tokyo", "JP", "つくば")
    assert [each.date.day for each in visit.days] == [29, 30, 31]
    sides = {each.organisation.acronym: each.side.value for each in visit.parties}
    assert sides == {"KMI": "guest", "JMI": "host", "PSI": "guest"}
    members = {
        each.organisation.acronym: {one.person.family["en"]: one for one in each.delegates}
        for each in visit.delegations
    }
    assert {key: set(each) for key, each in members.items()} == {
        "KMI": {"Lee", "Kim", "Park", "Choi"},
        "JMI": {"Usuda", "Sato", "Choi"},
        "PSI": {"Miller", "Baker"},
    }
    roles = {(key, who): one.role.value for key, each in members.items() for who, one in each.items()}
    for each in PEOPLE:
        assert roles[each.organisation, each.name["en"][0]] == each.role.lower().removesuffix(
            " of delegation"
        )
    park, choi = members["KMI"]["Park"], members["KMI"]["Choi"]
    assert (park.present_from, park.present_to) == (date(2025, 7, 30), date(2025, 7, 30))
    assert set(choi.interprets) == {"ko", "ja"}
    assert members["JMI"]["Choi"].role.value == "interpreter"
    assert members["KMI"]["Lee"].position["ja"] == "院長"
    check_items(visit)


def check_items(visit):
    items = {each.title["en"]: each for each in visit.items}
    assert {key: dict(each.title) for key, each in items.items()} == {
        each.title["en"]: each.title for each in ITEMS
    }
    opening, remote = items["Opening"], items["Remote talk from Boston"]
    photo, briefing, dinner = items["Photograph"], items["Briefing of our side"], items["Dinner"]
    assert (opening.date, opening.start, opening.end) == (date(2025, 7, 29), time(9), None)
    assert (remote.zone, remote.start, remote.end) == ("America/New_York", time(21), time(21, 40))
    assert remote.online_link == "https://meet.example.org/19"
    assert photo.status.value == "cancelled"
    assert (briefing.audience.value, briefing.audience_party.organisation.acronym) == ("party", "KMI")
    # What is from elsewhere has its own clock; what was added after it has that of the visit.
    assert {each.zone for each in (opening, photo, briefing, dinner)} == {"Asia/Tokyo"}
    assert dinner.kind.value == "meal"


def check_papers(folder):
    agenda = words_of(next(folder.glob("*genda*.docx")))
    itinerary = words_of(next(path for path in folder.glob("*.docx") if "genda" not in path.name))
    for title in (OPENING.title, TALKS.title, DINNER.title, REMOTE.title):
        assert all(text in agenda for text in title.values()), title
        assert title["en"] in itinerary
    # A briefing of one side is in the papers of that side alone.
    assert BRIEFING.title["ko"] not in agenda
    assert BRIEFING.title["en"] in itinerary
    assert "제19차 삼국 기관장 회의" in agenda
    assert "第19回三機関所長会議" in agenda


def words_of(path):
    """Return the text of a Word file, tables and all."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(run.text or "" for run in line.iter("{*}t")) for line in body.iter("{*}p"))
