from __future__ import annotations

import pytest

from exporters.document import Style, Table, TableKind
from models.errors import PaperProblem
from models.rules.audiences import OFFICE, Reader
from models.tables import Audience
from tests.exporters.papers.conftest import lines
from tests.exporters.papers.test_itinerary import cells


def kinds(document):
    return [block.kind for block in document.blocks if isinstance(block, Table)]


def test_two_languages_of_the_parties_stand_in_columns_and_others_under_each_other(papers):
    assert TableKind.PARALLEL in kinds(papers.make("agenda", ("ko", "ja")))
    assert TableKind.PARALLEL not in kinds(papers.make("agenda", ("ko", "de")))
    assert TableKind.PARALLEL not in kinds(papers.make("agenda", ("ko", "ja", "en")))
    assert TableKind.PARALLEL not in kinds(papers.make("agenda", ("ko",)))


def test_the_layout_can_be_asked_for(papers):
    assert TableKind.PARALLEL in kinds(papers.make("agenda", ("ko", "de"), layout="columns"))
    assert TableKind.PARALLEL not in kinds(papers.make("agenda", ("ko", "ja"), layout="stacked"))
    with pytest.raises(PaperProblem) as problem:
        papers.make("agenda", ("ko",), layout="columns")
    assert problem.value.values["reason"] == "columns-need-two-languages"


@pytest.mark.parametrize(
    ("languages", "widths"),
    [
        (("ko", "ja"), (27, 71.5, 71.5)),
        (("en", "ja"), (27, 84, 59)),
        (("ko", "en"), (27, 59, 84)),
    ],
)
def test_columns_are_as_wide_as_their_language_needs(sample, languages, widths):
    document = sample.make("agenda", languages, layout="columns")
    assert {b.columns_mm for b in document.blocks if isinstance(b, Table) and b.head} == {widths}


def test_a_time_over_midnight_gets_room_beside_two_columns(papers):
    document = papers.make("agenda", ("ko", "ja"))
    assert {b.columns_mm for b in document.blocks if isinstance(b, Table) and b.head} == {(30, 70, 70)}


def test_the_first_language_leads(papers):
    ko, ja = (papers.make("agenda", languages) for languages in (("ko", "ja"), ("ja", "ko")))
    assert cells(ko, "환영사")[0][1].startswith("환영사")
    assert cells(ja, "환영사")[0][2].startswith("환영사")


def test_each_meeting_is_headed_by_its_number_in_each_language(sample):
    text = sample.text("agenda", ("ko", "ja", "en"))
    assert "제19차 한일 국가측정표준기관장회의" in text
    assert "第19回日韓国家計量標準機関長会議" in text
    assert "19th Korea-Japan NMI Directors' Meeting" in text
    assert "1st Korea-Japan Quantum Workshop" in text


def test_it_is_for_all_parties_unless_told_otherwise(papers):
    text = papers.text("agenda", ("ko",))
    assert "환영사" in text
    for hidden in ("우리만의 준비", "일본측 준비", "사무실 메모", "취소된 일정"):
        assert hidden not in text
    ours = papers.text("agenda", ("ko",), reader=Reader(Audience.PARTY, papers.keys["party-KRISS"]))
    assert "우리만의 준비" in ours
    assert "일본측 준비" not in ours
    assert "사무실 메모" in papers.text("agenda", ("ko",), reader=OFFICE)


def test_speakers_stand_with_position_and_organisation_host_first_and_three_at_most(papers):
    (row,) = cells(papers.make("agenda", ("ko",)), "공동 연구")
    joint = row[1].split("공동 연구")[1].split("미정 발표")[0]
    assert joint.split("\n")[1:4] == [
        "케테 뮐러 PTB 소장(PTB)",
        "이호성 KRISS 소장(KRISS)",
        "최재혁 KRISS 소장(KRISS) 외 1명",
    ]


def test_a_speaker_who_is_not_known_stays_open(papers):
    assert "PTB (발표자 미정)" in papers.text("agenda", ("ko",))
    assert "PTB（発表者未定）" in papers.text("agenda", ("ja",))
    assert "PTB, speaker to be confirmed" in papers.text("agenda", ("en",))


def test_stops_of_a_tour_are_numbered_as_the_language_does(papers):
    assert "1)시간표준" in papers.text("agenda", ("ko",))
    assert "1.Stop" in papers.text("agenda", ("en",))


def test_english_readers_are_told_the_zone(papers):
    text = papers.text("agenda", ("en", "ko"))
    assert "Time (CEST)" in text
    assert "Time (CET)" in text
    assert "(CEST)" not in papers.text("agenda", ("ko", "en"))


def test_places_are_said_once_and_exceptions_where_they_are(papers):
    text = papers.text("agenda", ("ko",))
    assert text.count("대강당") == 1
    assert "장소: 시계 실험실" in text


def test_in_columns_what_is_missing_is_marked_in_its_column(papers):
    (row,) = cells(papers.make("agenda", ("ko", "ja")), "번역 없는 일정")
    assert row[1:] == ["번역 없는 일정", "번역 없는 일정 ［原文］"]


def test_a_row_of_a_pair_stays_with_the_next(papers):
    tables = [b for b in papers.make("agenda", ("ko", "ja")).blocks if isinstance(b, Table)]
    rows = [row for table in tables for row in table.rows]
    talks = [
        row for row in rows if row.cells[1].paragraphs and row.cells[1].paragraphs[0].style is Style.TALK
    ]
    assert talks
    assert any(row.keep_with_next for row in talks)


def rows_of_session(p):
    person = p.delegate(p.guests, "Lee Ho")
    session = p.item("09:00", "10:00", "Session")
    for number in range(5):
        p.talk(session, person, title=f"Talk {number}")
    return {}


@pytest.mark.parametrize(("languages", "number"), [(("ko", "en"), 1), (("ko", "ja", "en"), 6)])
def test_in_three_languages_a_session_of_talks_may_break_between_them(made, languages, number):
    document = made(rows_of_session).make("agenda", languages, layout="stacked")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert len(table.rows) == number
    # The title stays with the first talk.
    assert [row.keep_with_next for row in table.rows[:1]] == [number > 1]


def test_each_reader_finds_parties_heads_and_speakers_in_their_own_language(sample):
    document = sample.make("agenda", ("ko", "ja", "en"))
    text = lines(document)
    assert text[0].endswith("회의 일정 · 議事次第 · Agenda")
    assert text[1] == "초안 · 案 · Draft  2024. 7. 26."
    assert text[3:6] == [
        "한국표준과학연구원(KRISS) · 일본 산업기술종합연구소(AIST)",
        "韓国標準科学研究院（KRISS）・産業技術総合研究所（AIST）",
        "Korea Research Institute of Standards and Science (KRISS)"
        " · National Institute of Advanced Industrial Science and Technology (AIST)",
    ]
    assert "시각  時刻  Time" in text
    (welcome,) = cells(document, "환영사")
    assert welcome[1].split("\n") == [
        "환영사",
        "歓迎の挨拶",
        "Welcome address",
        "USUDA Takashi 기관장(NMIJ)",
        "臼田 孝 総合センター長（NMIJ）",
        "Dr. USUDA Takashi, Director General, NMIJ",
    ]
    assert "第1回日韓量子ワークショップ：G-QuAT" in text
    assert "1st Korea-Japan Quantum Workshop: G-QuAT" in text


def test_an_english_agenda_names_people_in_english_alone(sample):
    text = sample.text("agenda", ("en", "ko"))
    assert "Dr. USUDA Takashi, Director General, NMIJ" in text
    assert "USUDA Takashi 기관장" not in text


def test_where_an_exception_is_stands_in_every_language(papers):
    assert "장소: 시계 실험실" in papers.text("agenda", ("ko", "en"))
    assert "Venue: " in papers.text("agenda", ("ko", "en"))


def test_both_equal_languages_stand_in_the_head(sample):
    document = sample.make("agenda", ("ko", "ja"))
    assert lines(document)[:3] == [
        "제19차 한일 국가측정표준기관장회의  |  회의 일정 · 議事次第",
        "초안 · 案  2024. 7. 26.",
        "견본 · 見本",
    ]
