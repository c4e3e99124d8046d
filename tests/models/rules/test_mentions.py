"""What names a person in free text, and what may."""

from __future__ import annotations

import pytest

from models.rules.mentions import Certainty, marks_of
from models.text.localised import LocalisedText
from models.text.names import Name

LEE = Name(
    LocalisedText(ko="이", en="Lee", ja="イ", zh="李"),
    LocalisedText(ko="호성", en="Ho-Seong", ja="ホソン", zh="浩成"),
    native="ko",
)
USUDA = Name(
    LocalisedText(ja="臼田", en="Usuda"),
    LocalisedText(ja="孝", en="Takashi"),
    reading=LocalisedText(ja="うすだ たかし"),
    native="ja",
)
MUELLER = Name(LocalisedText(en="Müller"), LocalisedText(en="Käthe"), native="de")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LEE, "이호성 박사 환영"),
        (LEE, "이 호성"),
        (LEE, "Talk by Ho-Seong Lee (KRISS)"),
        (LEE, "LEE Hoseong"),
        (LEE, "Lee, Ho Seong"),
        (LEE, "イ・ホソン氏"),
        (LEE, "李浩成"),
        (USUDA, "臼田 孝"),
        (USUDA, "Dr. USUDA Takashi"),
        (USUDA, "ウスダタカシ"),
        (MUELLER, "Kathe Muller"),
        (MUELLER, "MÜLLER, Käthe"),
        (MUELLER, "mail to kathe@example.org"),
        (MUELLER, "Passport M-1234567"),
        (MUELLER, "call +49 (30) 123-4567"),
    ],
)
def test_a_whole_name_in_any_spelling_names(name, text):
    marks = marks_of([name], ["kathe@example.org", "M1234567", "+49 30 1234567"])
    assert marks.found_in(text) is Certainty.NAMES


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LEE, "이 박사"),
        (LEE, "호성 씨가"),
        (LEE, "Dr. Lee will chair"),
        (LEE, "Prof. H. Lee"),
        (USUDA, "臼田さん"),
        (USUDA, "臼田"),
        (USUDA, "ask Takashi"),
        (MUELLER, "seat of Muller"),
    ],
)
def test_a_part_of_a_name_may_name(name, text):
    assert marks_of([name]).found_in(text) is Certainty.MAY_NAME


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LEE, ""),
        (LEE, "이 회의"),
        (LEE, "시간이 님"),
        (LEE, "leeway for the leeward side"),
        (LEE, "plan Lee Hoseongs"),
        (LEE, "Lee Garden hotel"),
        (USUDA, "Usu Dam"),
        (MUELLER, "Mulleringen"),
        (MUELLER, "room 12"),
    ],
)
def test_other_words_do_not(name, text):
    assert marks_of([name], ["12", "a"]).found_in(text) is None


def test_nobody_is_found_nowhere():
    marks = marks_of([Name()], ["", "  "])
    assert marks.found_in("anything") is None
