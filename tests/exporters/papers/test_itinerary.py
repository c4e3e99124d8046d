from __future__ import annotations

import pytest

from exporters.document import Look, Style, Table
from models.errors import NotFound
from models.rules.audiences import ALL_PARTIES, Reader
from models.tables import Audience
from tests.exporters.papers.conftest import lines, paragraphs

KRISS = "delegation-KRISS"


def cells(document, *texts):
    """Return the rows that hold all texts, as lists of the texts of their cells."""
    rows = [
        ["\n".join("".join(run.text for run in p.runs) for p in cell.paragraphs) for cell in row.cells]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    return [row for row in rows if all(any(text in cell for cell in row) for text in texts)]


def test_people_stand_in_order_with_their_positions(papers):
    lee, *_ = cells(papers.make(languages=("ko", "ja"), who=KRISS), "이호성", "KRISS 소장")
    assert lee == ["1", "이호성\n李 浩成", "KRISS 소장\nKRISS所長", "KRISS", "단장\n団長"]


def test_an_interpreter_stands_outside_the_ranking(papers):
    (kim,) = cells(papers.make(who=KRISS), "김통역", "KRISS 소장")
    assert kim[0] == ""
    assert kim[3:] == ["KRISS", "통역"]


def test_a_name_without_that_script_is_latin_and_said_once_under_the_list(papers):
    text = papers.text(languages=("ko", "ja"), who=KRISS)
    assert "CHOI Jae-Hyuk" in text
    assert text.count("로마자로 적었습니다") == 1
    assert "일본어 성명 표기가 없는" in text


def test_a_night_flight_shows_both_zones_its_day_of_arrival_and_how_long_it_takes(papers):
    document = papers.make(who=KRISS)
    (row,) = cells(document, "18:30–13:05")
    assert "CET → KST" in row[0]
    assert "+1" in row[0]
    assert "10. 29.(화) 도착" in row[0]
    (leg,) = cells(document, "ZZ 1", "10시간 35분")
    assert "18:30  CET" in leg[2]
    assert "13:05 +1  KST" in leg[3]


def test_an_entry_over_midnight_stands_on_the_day_it_begins_only(papers):
    document = papers.make(who=KRISS)
    (row,) = cells(document, "야간 관측")
    assert row[0] == "22:00–01:30 +1\n10. 27.(일) 종료"


def test_the_cover_says_how_far_home_is_and_when_that_changes(papers):
    text = papers.text(who=KRISS)
    assert "본국(UTC+9)보다 7시간 늦습니다" in text
    assert "10. 27.(일)부터 현지 UTC+1, 본국 UTC+9" in text


def test_what_is_cancelled_or_for_others_is_not_there(papers):
    text = papers.text(who=KRISS)
    assert "우리만의 준비" in text
    assert "취소된 일정" not in text
    assert "일본측 준비" not in text
    assert "사무실 메모" not in text


def test_the_other_delegation_sees_its_own_and_not_ours(papers):
    text = papers.text(who="delegation-NMIJ")
    assert "일본측 준비" in text
    assert "우리만의 준비" not in text
    assert "ZZ 1" not in text
    assert "견본호텔" not in text
    assert "국제협력" not in text


@pytest.mark.parametrize("who", [KRISS, "lee"])
@pytest.mark.parametrize("reader", [Reader(Audience.PUBLIC), ALL_PARTIES])
def test_a_paper_that_goes_to_others_has_no_travel_of_one_party(papers, who, reader):
    text = papers.text(who=who, reader=reader)
    assert reader != ALL_PARTIES or "환영사" in text
    for hidden in ("ZZ 1", "견본호텔", "CODE", "우리만의 준비", "국제협력"):
        assert hidden not in text
    ours = papers.text(who=who, reader=Reader(Audience.PARTY, papers.keys["party-KRISS"]))
    assert "ZZ 1" in ours
    assert "견본호텔" in ours


def test_who_is_missing_at_an_entry_is_said(papers):
    (row,) = cells(papers.make(who=KRISS), "소장단 만찬")
    assert "참석: 이호성, 김통역" in row[1]


def test_booking_codes_of_several_people_stay_off_the_shared_paper(papers):
    assert "CODE" not in papers.text(who=KRISS)


def test_a_place_is_printed_where_it_changes_and_a_missing_one_is_not_as_above(papers):
    document = papers.make(who=KRISS)
    assert cells(document, "환영사")[0][2] == "대강당"
    assert cells(document, "광시계")[0][2] == ""
    assert cells(document, "번역 없는 일정")[0][2] == "–"


def test_a_missing_translation_is_marked_once_and_not_printed_twice(papers):
    document = papers.make(languages=("ko", "ja"), who=KRISS)
    (row,) = cells(document, "번역 없는 일정")
    assert row[1] == "번역 없는 일정 ［原文］"
    (paragraph,) = [p for p in paragraphs(document) if p.runs and p.runs[0].text == "번역 없는 일정"]
    assert [(run.language, run.look) for run in paragraph.runs] == [("ko", Look.PLAIN), ("ja", Look.MARK)]


def test_a_translation_that_is_missing_in_the_leading_language_comes_in_its_own(papers):
    document = papers.make(languages=("de", "ja"), who=KRISS)
    (paragraph,) = [p for p in paragraphs(document) if p.runs and p.runs[0].text == "번역 없는 일정"]
    assert paragraph.style is Style.ITEM_TITLE
    assert paragraph.runs[0].language == "ko"
    assert paragraph.runs[1].look is Look.MARK


def test_the_same_words_in_both_languages_stand_once(papers):
    (row,) = cells(papers.make(languages=("ko", "ja"), who=KRISS), "G-QuAT")
    assert row[1] == "G-QuAT"


def test_unknown_times_are_said_in_both_languages(papers):
    (row,) = cells(papers.make(languages=("ko", "ja"), who=KRISS), "시각 모르는 일정")
    assert row[0] == "시각 미정\n時刻未定"


def test_what_is_not_certain_is_marked(papers):
    (row,) = cells(papers.make(who=KRISS), "잠정 일정")
    assert row[1] == "잠정 일정 (잠정)"
    assert row[0] == "13:00–14:00 ※"
    assert "\n※ 표시한 시각은" in papers.text(who=KRISS)


def test_a_party_with_one_delegation_and_that_delegation_get_the_same_paper(papers):
    assert papers.make(who="party-KRISS") == papers.make(who=KRISS)


def test_all_delegations_of_a_party_stand_on_its_paper(sample):
    aist = next(party for party in sample.visit.parties if party.organisation.acronym == "AIST")
    text = sample.text(languages=("ja",), who=aist.id)
    assert "計量標準総合センター（NMIJ）" in text
    assert "堀部 雅弘" in text


def test_without_a_name_the_side_that_travels_is_meant(sample):
    document = sample.make(languages=("ko", "ja"))
    assert "한국표준과학연구원  KRISS" in lines(document)
    assert "KRISS 대표단 일본 AIST 방문 일정" in lines(document)
    assert "2024. 7. 29.(월)~8. 2.(금), 4박 5일" in lines(document)


def test_nobody_is_not_a_delegation(papers):
    with pytest.raises(NotFound):
        papers.make(who="nobody")


def test_before_anything_is_sent_out_it_is_a_draft_of_the_day(sample):
    for language, expected in (
        ("ko", "초안  2024. 7. 26."),
        ("ja", "案  2024年7月26日"),
        ("en", "Draft, 26 July 2024"),
    ):
        assert "".join(run.text for run in sample.make(languages=(language,)).header_right) == expected


@pytest.mark.parametrize("paper", ["itinerary", "agenda"])
def test_a_final_paper_says_its_day_and_no_longer_that_it_is_a_draft(sample, paper):
    head = sample.make(paper, languages=("ko", "ja"), final=True).header_right
    assert "".join(run.text for run in head) == "2024. 7. 26."


def test_head_and_foot_and_the_line_over_the_title_are_in_both_languages(sample):
    text = lines(sample.make(languages=("ko", "ja")))
    assert text[0].endswith("대표단 일정표 · 代表団日程表")
    assert text[1].startswith("초안 · 案")
    assert text[3:5] == ["한국표준과학연구원  KRISS", "韓国標準科学研究院  KRISS"]


def test_speakers_ways_and_bookings_are_in_both_languages(sample):
    document = sample.make(languages=("ko", "ja"))
    (welcome,) = cells(document, "환영사")
    assert welcome[1].split("\n")[2:] == ["USUDA Takashi 기관장(NMIJ)", "臼田 孝 総合センター長（NMIJ）"]
    flight, leg = cells(document, "ZZ 901")
    assert flight[1].split("\n")[2:] == ["인천공항 → 나리타공항", "仁川空港→成田空港"]
    assert leg[0] == "7. 29.(월)\n7月29日（月）"
    assert leg[4] == "2시간 20분\n2時間20分\n예약 SAMPLE\n予約 SAMPLE"


def test_who_attends_and_until_when_is_said_in_both_languages(papers):
    document = papers.make(languages=("ko", "ja"), who=KRISS)
    (dinner,) = cells(document, "소장단 만찬")
    assert "참석: 이호성, 김통역" in dinner[1]
    assert "出席：李 浩成" in dinner[1]
    (night,) = cells(document, "야간 관측")
    assert night[0] == "22:00–01:30 +1\n10. 27.(일) 종료\n10月27日（日）終了"


def test_what_is_not_certain_is_marked_in_both_languages(papers):
    (row,) = cells(papers.make(languages=("ko", "en"), who=KRISS), "잠정 일정")
    assert "(잠정)" in row[1]
    assert "(tentative)" in row[1]
