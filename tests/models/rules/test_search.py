"""Finding what somebody means by an id or a part of a name."""

from __future__ import annotations

import pytest

from models.errors import Ambiguous, NotFound
from models.rules.search import Candidate, find, find_visit
from models.tables import Meeting, Organisation, Party, Series, Visit

KEY = "0190f5a0-0000-7000-8000-000000000001"
SUMMIT = Candidate(KEY, "Summit", ("19th Korea-Japan Summit", "제19차 한일 기관장회의", "日韓機関長会議"))
WORKSHOP = Candidate("2", "Workshop", ("Korea-Japan Quantum Workshop", "한일 퀀텀워크숍"))
WORKSHOPS = Candidate("3", "Workshops", ("Quantum Workshop", "퀀텀워크숍 준비"))
ALL = (SUMMIT, WORKSHOP, WORKSHOPS)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (KEY, SUMMIT),
        (KEY.upper(), SUMMIT),
        (f" {KEY} ", SUMMIT),
        ("기관장", SUMMIT),
        ("기관장 회의", SUMMIT),
        ("SUMMIT", SUMMIT),
        ("ｓｕｍｍｉｔ", SUMMIT),
        ("日韓", SUMMIT),
        ("korea japan quantum", WORKSHOP),
        ("한일퀀텀", WORKSHOP),
        # Whose whole name it is goes before those that contain it.
        ("quantum workshop", WORKSHOPS),
    ],
)
def test_an_id_or_an_unambiguous_part_is_enough(text, meant):
    assert find(ALL, "visit", text) is meant


@pytest.mark.parametrize("text", ["", "  ", "-", "…", "Busan", KEY[:8], "%", "_"])
def test_nothing_is_found_by_what_says_nothing(text):
    with pytest.raises(NotFound) as raised:
        find(ALL, "visit", text)
    assert raised.value.values == {"what": "visit", "text": text}


def test_what_fits_several_lists_them():
    with pytest.raises(Ambiguous) as raised:
        find(ALL, "visit", "퀀텀")
    assert raised.value.values["candidates"] == (("2", "Workshop"), ("3", "Workshops"))


def test_two_of_exactly_that_name_are_ambiguous():
    twins = (Candidate("1", "A", ("Kim Min",)), Candidate("2", "B", ("KIM MIN",)))
    with pytest.raises(Ambiguous):
        find(twins, "person", "kim-min")


@pytest.mark.parametrize(
    "text",
    [
        "제19차",
        "第19回",
        "19th",
        "19",
        "제19차 한일 기관장회의",
        "19th directors",
        "Tsukuba",
        "つくば",
        "KRISS",
        "표준과학",
    ],
)
def test_a_visit_is_found_by_its_meetings_its_city_and_its_parties(text):
    series = Series(title={"ko": "한일 기관장회의", "ja": "日韓機関長会議", "en": "Directors' meeting"})
    kriss = Organisation(acronym="KRISS", name={"ko": "한국표준과학연구원"})
    summit = Visit(
        id="a",
        title={"en": "Summit"},
        city={"ja": "つくば", "en": "Tsukuba"},
        languages=("ko",),
        meetings=[Meeting(number=19, series=series)],
        parties=[Party(organisation=kriss)],
    )
    other = Visit(
        id="b", title={"en": "Workshop"}, city={}, languages=("ko",), meetings=[Meeting(title={"en": "2019"})]
    )
    assert find_visit([other, summit], text) is summit


def test_a_visit_is_found_by_its_title_in_any_language_and_named_in_the_users():
    visits = [
        Visit(id="a", title={"ko": "일본 방문", "en": "Visit to Japan"}, city={}, languages=("ko", "en")),
        Visit(id="b", title={"ko": "중국 방문"}, city={}, languages=("ko",)),
    ]
    assert find_visit(visits, "japan") is visits[0]
    assert find_visit(visits, "중국") is visits[1]
    with pytest.raises(Ambiguous) as raised:
        find_visit(visits, "방문", ("en",))
    assert raised.value.values["candidates"] == (("a", "Visit to Japan"), ("b", "중국 방문"))
