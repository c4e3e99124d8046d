from __future__ import annotations

import pytest

from exporters.document import Style
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


def test_sittings_that_are_only_attended_are_one_line(sample):
    kwon = next(
        one.person_id
        for delegation in sample.visit.delegations
        for one in delegation.delegates
        if one.person.family.text_in("ko") == "권"
    )
    (row,) = cells(sample.make(languages=("ko",), who=kwon), "환영사")
    assert row[2].startswith("환영사 · 답사 · 기관 현황 소개")
    assert row[0] == "09:30–10:45"
