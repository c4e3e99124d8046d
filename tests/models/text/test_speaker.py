"""A speaker as a line of a paper."""

from __future__ import annotations

import pytest

from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.names import Name
from models.text.speaker import others_runs, speaker_runs

LEE = Name(LocalisedText(ko="이", en="Lee"), LocalisedText(ko="호성", en="Ho Seong"), native="ko")
USUDA = Name(
    LocalisedText(ja="臼田", en="Usuda"),
    LocalisedText(ja="孝", en="Takashi"),
    title=LocalisedText(en="Dr."),
    native="ja",
)
PRESIDENT = LocalisedText(ko="원장", ja="院長", en="President")
DIRECTOR = LocalisedText(ko="기관장", ja="総合センター長", en="Director General")
NMIJ = LocalisedText(ko="일본 국가측정표준대표기관", ja="計量標準総合センター")


@pytest.mark.parametrize(
    ("name", "position", "acronym", "language", "expected"),
    [
        (LEE, PRESIDENT, "KRISS", "ko", [("이호성 원장(KRISS)", "ko")]),
        (LEE, PRESIDENT, "KRISS", "ja", [("LEE Ho Seong", "en"), (" 院長（KRISS）", "ja")]),
        (LEE, PRESIDENT, "KRISS", "en", [("LEE Ho Seong, President, KRISS", "en")]),
        (USUDA, DIRECTOR, "NMIJ", "ko", [("USUDA Takashi", "en"), (" 기관장(NMIJ)", "ko")]),
        (USUDA, DIRECTOR, "NMIJ", "ja", [("臼田 孝 総合センター長（NMIJ）", "ja")]),
        (USUDA, DIRECTOR, "NMIJ", "en", [("Dr. USUDA Takashi, Director General, NMIJ", "en")]),
        # What is not known is left out with its comma or brackets.
        (LEE, NO_TEXT, "KRISS", "ko", [("이호성(KRISS)", "ko")]),
        (LEE, NO_TEXT, "KRISS", "en", [("LEE Ho Seong, KRISS", "en")]),
        # Without an acronym the name of the organisation; what is not translated is in its own language.
        (USUDA, DIRECTOR, "", "ja", [("臼田 孝 総合センター長（計量標準総合センター）", "ja")]),
        (
            USUDA,
            LocalisedText(en="Director General"),
            "",
            "ko",
            [
                ("USUDA Takashi", "en"),
                (" ", "ko"),
                ("Director General", "en"),
                ("(일본 국가측정표준대표기관)", "ko"),
            ],
        ),
        # Nobody named yet.
        (None, NO_TEXT, "NMIJ", "ko", [("NMIJ (발표자 미정)", "ko")]),
        (None, NO_TEXT, "NMIJ", "ja", [("NMIJ（発表者未定）", "ja")]),
        (None, NO_TEXT, "NMIJ", "en", [("NMIJ, speaker to be confirmed", "en")]),
        (
            None,
            NO_TEXT,
            "",
            "en",
            [("計量標準総合センター", "ja"), (", speaker to be confirmed", "en")],
        ),
        (Name(), NO_TEXT, "NMIJ", "ko", [("NMIJ (발표자 미정)", "ko")]),
    ],
)
def test_a_speaker_stands_with_position_and_organisation(name, position, acronym, language, expected):
    runs = speaker_runs(name, position, NMIJ, acronym, language)
    assert runs == tuple(Written(*run) for run in expected)


def test_a_speaker_of_whom_nothing_is_known():
    assert speaker_runs(None, NO_TEXT, NO_TEXT, "", "ko") == (Written("발표자 미정", "ko"),)
    assert speaker_runs(None, NO_TEXT, NO_TEXT, "", "ja") == (Written("発表者未定", "ja"),)
    assert speaker_runs(None, NO_TEXT, NO_TEXT, "", "en") == (Written("Speaker to be confirmed", "en"),)
    assert speaker_runs(LEE, NO_TEXT, NO_TEXT, "", "ko") == (Written("이호성", "ko"),)


@pytest.mark.parametrize(
    ("language", "alone", "attached", "one"),
    [
        ("ko", "외 2명", " 외 2명", "외 1명"),
        ("ja", "ほか2名", "ほか2名", "ほか1名"),
        ("en", "and 2 others", " and 2 others", "and 1 other"),
    ],
)
def test_there_are_others(language, alone, attached, one):
    assert others_runs(2, language) == (Written(alone, language),)
    assert others_runs(2, language, attached=True) == (Written(attached, language),)
    assert others_runs(1, language) == (Written(one, language),)
