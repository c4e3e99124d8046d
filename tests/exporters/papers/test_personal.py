from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.document import PageBreak, Paragraph, Style
from tests.exporters.papers.conftest import lines, paragraphs
from tests.exporters.papers.test_itinerary import cells


def test_the_title_is_the_person_and_the_position(papers):
    assert lines(papers.make(who="lee"))[4] == "이호성 KRISS 소장"


def test_what_a_person_does_is_bold_and_named(papers):
    document = papers.make(who="lee")
    (row,) = cells(document, "광시계")
    assert row[1] == "발표"
    assert row[2].startswith("광시계 · 공동 연구")
    assert "세션: 발표" in row[2]
    bold = [p.runs[0].text for p in paragraphs(document) if p.style is Style.ITEM_TITLE]
    assert "광시계" in bold[1]


def test_the_group_of_a_tour_and_its_way_are_told(papers):
    (row,) = cells(papers.make(who="lee"), "랩투어")
    assert row[1] == "2조"
    assert "시간표준 → 무기표준" in row[2]


def test_who_is_in_no_group_of_a_tour_with_groups_does_not_go(papers):
    assert "랩투어" not in papers.text(who="choi")


def test_who_is_excluded_is_not_told_of_it(papers):
    assert "소장단 만찬" in papers.text(who="lee")
    assert "소장단 만찬" not in papers.text(who="choi")


def test_legs_and_nights_are_ones_own(papers):
    text = papers.text(who="lee")
    assert "좌석 1A, 예약 CODE1A" in text
    assert "301호실" in text
    assert "CODE2B" not in text
    assert "ZZ 1" not in papers.text(who="kim")
    assert "301" not in papers.text(who="choi")


@pytest.mark.parametrize("hidden", ["취소된 일정", "일본측 준비", "사무실 메모"])
def test_what_is_cancelled_or_for_others_is_not_there(papers, hidden):
    assert hidden not in papers.text(who="lee")


def test_a_guest_of_another_party_sees_only_what_is_for_it(papers):
    text = papers.text(languages=("ja",), who="usuda")
    assert "日程 theirs" in text
    assert "日程 ours" not in text
    assert "ZZ 1" not in text


def test_in_two_languages_the_second_stands_under_the_first(papers):
    (row,) = cells(papers.make(languages=("ko", "ja"), who="usuda"), "일본측 준비")
    assert row[2] == "일본측 준비\n日程 theirs"


def member(papers, family):
    return next(
        one.person_id
        for delegation in papers.visit.delegations
        for one in delegation.delegates
        if family in (one.person.family.text_in("ko"), one.person.family.text_in("ja"))
    )


def test_sittings_that_are_only_attended_are_one_line_with_the_start_of_each(sample):
    (row,) = cells(sample.make(languages=("ko",), who=member(sample, "권")), "환영사")
    assert row[2] == "환영사 · 09:40\N{NO-BREAK SPACE}답사 · 09:50\N{NO-BREAK SPACE}기관 현황 소개"
    assert row[0] == "09:30–10:30"


def test_a_meal_keeps_a_row_of_its_own_where_closer_lines_make_room_for_it(sample):
    (row,) = cells(sample.make(languages=("ko",), who=member(sample, "권")), "오찬", "12:05")
    assert row == ["12:05–13:30", "", "오찬", "〃"]


def test_a_sign_that_stands_for_a_place_is_explained(sample):
    assert "〃 위와 같은 장소" in sample.text(languages=("ko",), who=member(sample, "권"))
    assert "″ same place as above" in sample.text(languages=("en",), who=member(sample, "권"))


def test_where_there_is_room_each_place_is_written(papers):
    document = papers.make(who="lee")
    assert cells(document, "환영사")[0][3] == "대강당"
    assert cells(document, "광시계")[0][3] == "대강당"
    assert "〃" not in papers.text(who="lee")


def test_both_readers_find_roles_places_and_contacts_in_their_language(sample):
    document = sample.make(languages=("ja", "en"), who=member(sample, "臼田"))
    assert not any(isinstance(block, PageBreak) for block in document.blocks)
    (row,) = cells(document, "Welcome address")
    assert row[1:] == ["挨拶\nAddress", "歓迎の挨拶  Welcome address", "産総研つくば\nAIST Tsukuba"]
    text = lines(document)
    for said in ("役割  Role", "International affairs [sample]", "Local time UTC+9"):
        assert said in text
    assert any("Session: Introduction of the institutes" in line for line in text)


def test_what_two_languages_cannot_say_on_one_page_is_a_page_in_each(sample):
    document = sample.make(languages=("ko", "en"), who=member(sample, "이"))
    assert document.languages == ("ko", "en")
    breaks = [at for at, block in enumerate(document.blocks) if isinstance(block, PageBreak)]
    assert len(breaks) == 1
    front, back = document.blocks[: breaks[0]], document.blocks[breaks[0] + 1 :]
    for blocks, spoken in ((front, "ko"), (back, "en")):
        runs = [run for p in paragraphs(replace(document, blocks=blocks)) for run in p.runs]
        # Figures and names of services belong to no language.
        assert {run.language for run in runs if not run.text.isascii()} <= {spoken}
        assert (
            text_of_first(blocks, Style.TITLE)
            == {"ko": "이호성 원장", "en": "LEE Ho Seong, President"}[spoken]
        )


def text_of_first(blocks, style):
    found = next(block for block in blocks if isinstance(block, Paragraph) and block.style is style)
    return "".join(run.text for run in found.runs)
