"""Lab tours on papers: who guides, what holds on site, when one gathers; and what an interpreter does."""

from __future__ import annotations

import datetime as dt

from exporters.papers.phrases import RULES
from models.actions import schedule
from models.tables import ItemKind
from tests.exporters.papers.conftest import lines
from tests.exporters.papers.test_itinerary import cells
from tests.models.rules.planner import titled
from ui.forms.choices import RULE_NAMES


def toured(p):
    """Build a tour of two stops, one of them with a guide, minutes and rules."""
    lee = p.delegate(p.guests, "Lee Ho")
    guide = p.delegate(p.hosts, "Jung Jae", position=titled("Guide post"))
    interpreter = p.delegate(p.guests, "Lim Ji", role="interpreter", interprets=("ko", "ja"))
    tour = p.item("13:30", "15:00", "Labs", kind=ItemKind.LAB_TOUR, meeting_point_id=p.place("Lobby"))
    lab = schedule.lab_tour.add.within(p.writing, item_id=tour, minutes_before=10)
    schedule.tour_stop.add.within(
        p.writing,
        tour_id=lab,
        name=titled("Clock"),
        guide_id=guide,
        minutes=20,
        rules=("no-photographs", "magnetic-field"),
        rules_text=titled("Quiet"),
    )
    schedule.tour_stop.add.within(p.writing, tour_id=lab, name=titled("Mass"))
    p.item("15:00", "16:00", "Talks", kind=ItemKind.DISCUSSION)
    p.item("16:00", "17:00", "Rest", kind=ItemKind.FREE)
    return {"lee": lee, "interpreter": interpreter, "side": p.kriss, "tour": tour}


def test_an_agenda_names_guides_and_minutes_in_both_layouts(made):
    papers = made(toured)
    for layout in ("columns", "stacked"):
        text = papers.text("agenda", ("ko", "ja"), layout=layout)
        assert (
            "20분, 안내: Jae JUNG Guide post(AIST)" in text or "20분, 안내: JUNG Jae Guide post(AIST)" in text
        )
        assert "20分、案内：" in text
        assert "촬영 금지" not in text


def test_the_papers_of_travellers_say_what_holds_on_site_and_when_to_gather(made):
    papers = made(toured)
    delegation = lines(papers.make(languages=("ko", "ja"), who="side"))
    assert "현장 수칙: 촬영 금지, 강한 자기장, Quiet" in delegation
    assert "現場での注意：撮影禁止、強い磁場、Quiet" in delegation
    assert "집합: 13:20 Lobby" in delegation
    assert any("안내:" in line for line in delegation)
    personal = papers.text(languages=("ko",), who="lee")
    assert "Clock → Mass" in personal
    assert "Clock: 촬영 금지, 강한 자기장, Quiet" in personal
    assert "집합: 13:20 Lobby" in personal


def test_without_a_meeting_point_the_time_to_gather_still_stands(made):
    def build(p):
        keys = toured(p)
        schedule.item.edit.within(p.writing, keys["tour"], {"meeting_point_id": None})
        return keys

    papers = made(build)
    for who in ("side", "lee"):
        assert "집합: 13:20" in lines(papers.make(who=who))


def test_an_interpreter_is_told_where_to_interpret_and_between_which_languages(made):
    document = made(toured).make(languages=("ko", "ja"), who="interpreter")
    (talks,) = cells(document, "15:00–")
    assert talks[1].split("\n") == ["통역", "通訳", "한↔일", "韓↔日"]
    (rest,) = cells(document, "16:00–")
    assert rest[1] == ""


def test_an_interpreter_has_the_tour_of_the_group_that_they_go_with(made):
    def build(p):
        lee = p.delegate(p.guests, "Lee Ho")
        interpreter = p.delegate(p.guests, "Lim Ji", role="interpreter", interprets=("ko", "ja"))
        p.group(p.item("13:30", "15:00", "Labs"), lee, name=titled("2조"))
        return {"lee": lee, "interpreter": interpreter}

    papers = made(build)
    (tour,) = cells(papers.make(languages=("ko",), who="interpreter"), "13:30–")
    assert tour[1].split("\n") == ["통역", "2조", "한↔일"]
    (tour,) = cells(papers.make(languages=("ko",), who="lee"), "13:30–")
    assert tour[1] == "2조"


def test_a_guide_has_the_tour_with_their_own_stop(made):
    def build(p):
        lee, guide = p.delegate(p.guests, "Lee Ho"), p.delegate(p.hosts, "Sato Ken")
        tour = p.item("13:30", "15:00", "Labs", kind=ItemKind.LAB_TOUR)
        p.group(tour, lee, name=titled("2조"))
        p.stop(tour, guide, "Clock")
        p.stop(tour, None, "Mass")
        return {"lee": lee, "guide": guide}

    papers = made(build)
    (tour,) = cells(papers.make(languages=("ko",), who="guide"), "13:30–")
    assert tour[1] == "안내"
    assert "Clock" in tour[2]
    assert "Mass" not in tour[2]


def test_each_rule_that_can_be_chosen_has_its_words_on_paper():
    assert set(RULES) == set(RULE_NAMES)


def test_a_personal_itinerary_tells_both_terminals(made):
    def build(p):
        person = p.delegate(p.guests, "Lee Ho")
        p.leg("09:00", "11:00", person, departure_terminal=titled("T2"), arrival_terminal=titled("T4"))
        late = p.item("20:00")
        p.leg("12:00", "13:00", person, arrival_terminal=titled("T5"), departure_time=dt.time(12))
        return {"lee": person, "late": late}

    text = made(build).text(languages=("en",), who="lee")
    assert "T2 → T4" in text
    assert "arrival: T5" in text


def test_an_interpreter_from_outside_belongs_to_no_organisation(made):
    def build(p):
        p.delegate(p.guests, "Lee Ho")
        p.delegate(p.guests, "Lim Ji", role="interpreter")
        p.delegate(p.guests, "Kim Soo", role="interpreter", organisation_id=p.organisation("Agency"))
        p.item("09:00", "10:00")
        return {"side": p.kriss}

    document = made(build).make(languages=("en",), who="side")
    houses = {name: cells(document, name)[0][3] for name in ("LEE", "LIM", "KIM")}
    assert houses == {"LEE": "KRISS", "LIM": "", "KIM": "Agency"}
