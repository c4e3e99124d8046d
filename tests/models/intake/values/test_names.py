"""Full names are divided by script and known family names; what is open is marked, never guessed silently."""

from __future__ import annotations

import pytest

from models.intake.mentions import mention_of, several
from models.intake.record import Doubt
from models.intake.values.known_names import known_names, romaji, romanised, short_vowels
from models.intake.values.names import split_name


@pytest.mark.parametrize(
    ("text", "language", "family", "given"),
    [
        ("이호성", "ko", "이", "호성"),
        ("이 호성", "ko", "이", "호성"),
        ("김 민 수", "ko", "김", "민수"),
        ("남궁민수", "ko", "남궁", "민수"),
        ("황보 관", "ko", "황보", "관"),
        ("독고영재", "ko", "독고", "영재"),
        ("이호성 박사", "ko", "이", "호성"),
        ("이호성님", "ko", "이", "호성"),
        ("박사랑", "ko", "박", "사랑"),
        ("구본", "ko", "구", "본"),
        ("臼田 孝", "ja", "臼田", "孝"),
        ("臼田孝", "ja", "臼田", "孝"),
        ("小林孝", "ja", "小林", "孝"),
        ("東海林太郎", "ja", "東海林", "太郎"),
        ("高橋　健一", "ja", "高橋", "健一"),
        ("臼田孝様", "ja", "臼田", "孝"),
        ("李浩成", "ja", "李", "浩成"),
        ("KIM Minsu", "en", "Kim", "Minsu"),
        ("Minsu KIM", "en", "Kim", "Minsu"),
        ("Kim, Minsu", "en", "Kim", "Minsu"),
        ("Minsu Kim", "en", "Kim", "Minsu"),
        ("Lee Ho-Seong", "en", "Lee", "Ho-Seong"),
        ("M. S. Kim", "en", "Kim", "M. S."),
        ("Sato Hanako", "en", "Sato", "Hanako"),
        ("Ludwig van Beethoven", "en", "van Beethoven", "Ludwig"),
        ("VAN DER BERG Anna", "en", "van der Berg", "Anna"),
        ("John Smith Jr.", "en", "Smith", "John Jr."),
    ],
)
def test_names_that_show_their_parts_are_certain(text, language, family, given):
    (split,) = split_name(text)
    assert (split.language, split.family, split.given, split.doubt) == (language, family, given, None)


@pytest.mark.parametrize(
    ("text", "doubt", "other"),
    [
        ("Alex Morgan", Doubt.NAME_ORDER, ("Alex", "Morgan")),
        ("Lee Ho Seong", Doubt.NAME_ORDER, ("Seong", "Lee Ho")),
        ("선우진", Doubt.NAME_SPLIT, ("선", "우진")),
        ("林田孝", Doubt.NAME_SPLIT, ("林", "田孝")),
        ("알베르트 아인슈타인", Doubt.NAME_ORDER, ("알베르트", "아인슈타인")),
        ("アルベルト・アインシュタイン", Doubt.NAME_ORDER, ("アルベルト", "アインシュタイン")),
    ],
)
def test_names_that_are_open_carry_the_other_reading(text, doubt, other):
    (split,) = split_name(text)
    assert (split.doubt, split.other) == (doubt, other)


def test_a_name_in_two_scripts_settles_the_order_of_the_latin_one():
    korean, latin = split_name("이호성 (Lee Ho Seong)")
    assert (korean.family, korean.given) == ("이", "호성")
    assert (latin.family, latin.given, latin.doubt) == ("Lee", "Ho Seong", None)


def test_titles_are_kept_apart():
    (split,) = split_name("Prof. Dr. Käthe Müller")
    assert (split.title, split.family, split.given) == ("Prof. Dr.", "Müller", "Käthe")
    assert split_name("Mr. Taro Yamada")[0].title == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("이호성, 김민수", 2),
        ("이호성·김민수", 2),
        ("臼田孝、高橋健一", 2),
        ("Minsu Kim, Taro Yamada", 2),
        ("Kim, Minsu", 1),
        ("Dr. Kim Minsu and Dr. Usuda Takashi", 2),
        ("이호성(KRISS); 臼田孝（NMIJ）", 2),
        ("미정", 0),
        ("이호성\n김민수", 2),
    ],
)
def test_lists_of_people_are_divided(text, number):
    assert len(several(text, people=True)[0]) == number


def test_what_stands_beside_a_name_is_told_apart():
    mention, doubt = mention_of("이호성 원장(KRISS)", people=True)
    assert doubt is None
    assert dict(mention.names) == {
        "organisation": "KRISS",
        "position.ko": "원장",
        "family.ko": "이",
        "given.ko": "호성",
    }
    assert mention_of("이호성 #0a1b2c3d", people=True)[0].id == "0a1b2c3d"


def test_the_lists_of_names_are_sound():
    known = known_names()
    assert {"남궁", "황보", "제갈", "선우"} <= known.hangul_long
    assert len(known.hangul) > 100
    assert len(known.ideographs) > 700
    assert {short_vowels(each) for each in ("lee", "yi", "rhee")} <= known.latin_of["이"]
    assert romaji("さとう") == "satou"
    assert romaji("しょうじ") == "shouji"
    assert romanised("호성") == "hoseong"
