"""Papers of visits of which little is known, or much at once."""

from __future__ import annotations

import pytest

from exporters.document import Paragraph, Style, Table
from models.actions import visits
from models.tables import Party, ScheduleItem, VisitDay
from tests.exporters.papers.conftest import lines
from tests.exporters.papers.test_itinerary import cells


def traveller(p, **fields):
    person = p.delegate(p.guests, "Lee Ho")
    p.item("09:00", "10:00", "Talks", zone="")
    p.leg("08:00", "10:00", person, departure_zone="", arrival_zone="", kind="flight", **fields)
    return {"lee": person, "side": p.kriss}


def test_a_leg_whose_zones_are_not_known_is_told_neither_the_visits_zone_nor_how_long_it_takes(made):
    papers = made(traveller)
    text = papers.text(who="side")
    assert "JST" not in text
    assert "2시간" not in text
    assert next(row[0] for row in cells(papers.make(who="lee"), ":00")) == "08:00–10:00"


def test_the_zone_of_an_end_is_that_of_its_place_or_of_where_that_lies(made):
    def build(p):
        person = p.delegate(p.guests, "Lee Ho")
        airport = p.place("Incheon", organisation_id=p.organisation("IIAC", country="KR"))
        narita = p.place("Narita", time_zone="Asia/Tokyo")
        known = {"from_place_id": p.place("Terminal", parent_id=narita), "to_place_id": airport}
        p.leg("08:55", "11:20", person, departure_zone="Asia/Seoul", arrival_zone="", **known)
        unknown = p.place("Naha")
        p.leg("12:00", "13:00", person, departure_zone="", from_place_id=unknown, arrival_zone="Asia/Seoul")
        return {"side": p.kriss}

    document = made(build, time_zone="Asia/Seoul").make(who="side")
    first, second = [row for row in cells(document, "KE703") if len(row) == 5]
    assert first[2].startswith("08:55  JST\n")
    assert first[3].startswith("11:20  KST\n")
    assert first[4] == "2시간 25분"
    assert second[2].startswith("12:00\n")
    assert second[3] == "13:00  KST"


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


def crowd(p):
    for number in range(26):
        role = "head" if number == 0 else "interpreter" if number == 25 else "member"
        person = p.person(
            family={"ko": "김", "en": "Kim"}, given={"ko": f"하나{number}", "en": f"No{number}"}
        )
        p.delegate(p.guests, person_id=person, role=role, organisation_id=p.other if number == 3 else None)
    return {"side": p.kriss}


def test_a_long_list_keeps_roles_other_organisations_and_the_second_language(made):
    def act(p):
        p.other = p.organisation("NIST")
        return crowd(p)

    document = made(act).make(languages=("ko", "ja"), who="side")
    first, *others = cells(document, "김하나")
    assert first[:3] == ["1", "김하나0\nKIM No0", "단장\n団長"]
    assert others[2][2] == "NIST"
    assert others[-1][5] == "통역\n通訳"
    assert [row[3] for row in cells(document, "김하나")][-1] == ""


def test_the_note_about_latin_letters_speaks_of_what_is_shown(made):
    def act(p):
        p.delegate(p.guests, "Smith Jo")
        return {"side": p.kriss}

    papers = made(act)
    assert "한국어 또는 일본어 성명" in papers.text(languages=("ko", "ja"), who="side")
    assert "日本語または韓国語の氏名" in papers.text(languages=("ja", "ko"), who="side")
    assert "Latin" not in papers.text(languages=("en",), who="side")


def test_the_strip_is_headed_by_what_is_in_it(made):
    quiet, urgent = made(traveller), made(lambda p: traveller(p) | {"desk": desk(p)})
    assert "긴급" not in quiet.text(who="lee")
    assert "본국과 시차 없음" in quiet.text(who="lee") or "현지 시각 UTC+9" in quiet.text(who="lee")
    assert "긴급" in urgent.text(who="lee")


def desk(p):
    return visits.contact.add.within(
        p.writing, visit_id=p.visit, name={"ko": "당직"}, phone="119", emergency=True, audience="public"
    )


def test_a_day_with_a_title_stands_on_the_paper_of_those_who_travel(made):
    def act(p):
        guest, host = p.delegate(p.guests, "Lee Ho"), p.delegate(p.hosts, "Sato Ken")
        party = p.writing.get(Party, p.kriss)
        p.writing.change(party, {"side": "guest"})
        p.writing.change(p.writing.get(Party, p.aist), {"side": "host"})
        days = sorted(p.writing.where(VisitDay, visit_id=p.visit), key=lambda day: day.date)
        p.writing.change(days[1], {"title": {"ko": "자체 일정"}})
        return {"guests": p.kriss, "hosts": p.aist, "lee": guest, "sato": host}

    papers = made(act)
    document = papers.make(who="guests")
    assert "2024. 7. 31.(수)  자체 일정" in lines(document)
    assert ["", "–", ""] in cells(document)
    assert "자체 일정" not in papers.text(who="hosts")


@pytest.mark.parametrize("paper", ["itinerary", "agenda"])
def test_the_papers_of_a_cancelled_visit_say_so(made, paper):
    papers = made(traveller, status="cancelled")
    who = "side" if paper == "itinerary" else None
    head = "".join(run.text for run in papers.make(paper, ("ko", "ja"), who=who).header_right)
    assert head.startswith("취소")
    assert "초안" in head
    assert "Cancelled" in papers.text(paper, ("en",), who=who)


def test_a_line_is_marked_once(made):
    def act(p):
        p.delegate(p.guests, "Lee Ho")
        p.writing.change(p.writing.get(ScheduleItem, p.item("09:00")), {"title": {"ko": "번역 없음"}})
        return {"side": p.kriss}

    (row,) = cells(made(act).make(languages=("de", "ja"), who="side"), "번역 없음")
    assert row[1].count("[") + row[1].count("［") == 1


def test_a_blank_place_is_always_that_of_the_row_above(made):
    def act(p):
        person = p.delegate(p.guests, "Lee Ho")
        p.leg("07:00", "08:00", person, from_place_id=p.place("Gimpo"))
        p.item("09:00", "10:00", "Nowhere")
        p.item("10:00", "11:00", "Somewhere", place_id=p.place("Hall"))
        p.leg("12:00", "13:00", person, number="KE9")
        return {"side": p.kriss}

    document = made(act).make(who="side")
    rows = {row[1].split("\n")[0]: row[2] for row in cells(document) if len(row) == 3}
    assert rows["Nowhere"] == "–"
    assert rows["Somewhere"] == "Hall"
    assert next(place for title, place in rows.items() if "KE9" in title) == "–"


def test_the_words_of_the_cover_and_of_nights_are_official(sample):
    korean, japanese = sample.text(languages=("ko",)), sample.text(languages=("ja",))
    assert "장소란이 비어 있는 일정은 바로 위 일정과 장소가 같습니다." in korean
    assert "상대 기관과 협의 전입니다." in korean
    assert "場所欄が空欄の日程は、直前の日程と同じ場所です。" in japanese
    assert "시각 안내" in korean
    assert "時刻について" in japanese


def test_what_is_noted_of_a_day_stands_between_its_heading_and_its_table(made):
    def act(p):
        days = sorted(p.writing.where(VisitDay, visit_id=p.visit), key=lambda day: day.date)
        p.item("09:00", "10:00", "Talks", zone="")
        p.writing.change(days[0], {"note": {"ko": "정장 차림", "ja": "正装"}})
        p.delegate(p.guests, "Lee Ho")
        return {"side": p.kriss}

    papers = made(act)
    document = papers.make(who="side", languages=("ko", "ja"))
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    heading = next(number for number, block in enumerate(blocks) if block.style is Style.HEADING_2)
    noted = blocks[heading + 1 : heading + 3]
    assert ["".join(run.text for run in block.runs) for block in noted] == ["정장 차림", "正装"]
    assert [run.language for block in noted for run in block.runs] == ["ko", "ja"]
    assert all(block.keep_next for block in noted)
    assert isinstance(document.blocks[document.blocks.index(noted[-1]) + 1], Table)


def test_what_is_noted_of_a_day_stands_under_its_date_on_a_personal_itinerary(made):
    def act(p):
        keys = traveller(p)
        days = sorted(p.writing.where(VisitDay, visit_id=p.visit), key=lambda day: day.date)
        p.writing.change(days[0], {"note": {"ko": "정장 차림", "ja": "正装"}})
        return keys

    (row,) = cells(made(act).make(who="lee", languages=("ko", "ja")), "정장 차림")
    assert row[0].split("\n")[1:] == ["정장 차림", "正装"]


def test_who_joins_from_elsewhere_has_the_time_of_the_visit_with_their_own_below(made):
    def act(p):
        p.item("09:00", "10:00", "Opening")
        p.item("14:00", "15:00", "Talks")
        # 10:30 of the next day in Tokyo.
        p.item("19:30", "20:30", "Online", days=-1, zone="America/Denver")
        p.delegate(p.guests, "Lee Ho")
        return {"side": p.kriss}

    text = made(act).text("agenda", ("ko",))
    assert text.index("Opening") < text.index("Online") < text.index("Talks")
    assert "10:30–11:30" in text
    assert "7. 29. 19:30–20:30 MDT" in text
