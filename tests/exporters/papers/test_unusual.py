"""Papers of visits of which little is known, or much at once."""

from __future__ import annotations

import pytest

from models.store import Database, Profile
from models.tables import ScheduleItem, VisitDay
from tests.exporters.papers.conftest import Papers
from tests.exporters.papers.test_itinerary import cells
from tests.models.rules.planner import planned


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("unusual") / "unusual.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield database


@pytest.fixture
def made(database):
    """Return the function that builds a visit and gives its papers."""

    def build(act, **fields):
        def within(p):
            if fields:
                p.begin(**fields)
            return act(p)

        visit, keys = planned(database, within)
        return Papers(visit, keys or {})

    return build


def traveller(p, **fields):
    person = p.delegate(p.guests, "Lee Ho")
    p.item("09:00", "10:00", "Talks", zone="")
    p.leg("08:00", "10:00", person, departure_zone="", arrival_zone="", kind="flight", **fields)
    return {"lee": person, "side": p.kriss}


def test_times_without_a_zone_are_those_of_the_visit(made):
    papers = made(traveller)
    (leg,) = cells(papers.make(who="side"), "KE703", "2시간")
    assert leg[2:4] == ["08:00  JST", "10:00  JST"]
    assert next(row[0] for row in cells(papers.make(who="lee"), ":00")) == "08:00–10:00"


def test_where_no_zone_is_known_none_is_printed(made):
    papers = made(traveller, time_zone="")
    for who in ("side", "lee"):
        text = papers.text(who=who)
        assert "UTC" not in text
        assert "JST" not in text
    assert "2시간" in papers.text(who="side")


@pytest.mark.parametrize("layout", ["columns", "stacked"])
def test_an_agenda_without_entries_has_the_days_of_the_visit(made, layout):
    text = made(lambda p: None).text("agenda", ("ko", "ja"), layout=layout)
    assert "2024. 7. 30.(화)~8. 1.(목)" in text
    assert "2024年7月30日（火）～8月1日（木）" in text


def test_an_agenda_without_days_has_the_month_of_the_visit(made):
    def without_days(p):
        for day in p.writing.where(VisitDay, visit_id=p.visit):
            p.writing.remove(day)

    text = made(without_days, period="2024-07").text("agenda", ("ko", "ja"))
    assert "2024. 7." in text
    assert "2024年7月" in text


def untitled(p):
    person = p.delegate(p.guests, "Lee Ho")
    for start, kind in (("08:00", "meal"), ("12:00", "meal"), ("14:00", "discussion"), ("18:00", "meal")):
        p.writing.change(p.writing.get(ScheduleItem, p.item(start, kind=kind)), {"title": {}})
    return {"side": p.kriss, "lee": person}


@pytest.mark.parametrize("paper", [("itinerary", "side"), ("itinerary", "lee"), ("agenda", None)])
def test_an_entry_without_a_title_is_called_by_its_kind_in_each_language(made, paper):
    text = made(untitled).text(paper[0], ("ko", "ja"), who=paper[1])
    for korean, japanese in (("조찬", "朝食"), ("오찬", "昼食"), ("토의", "討議"), ("만찬", "夕食")):
        assert korean in text
        assert japanese in text
