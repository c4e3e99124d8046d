"""Lists and numbered editions."""

from __future__ import annotations

import pytest

from models.text.lists import join
from models.text.ordinals import edition, ordinal

DIRECTORS = {
    "ko": "한일 국가측정표준기관장회의",
    "ja": "日韓国家計量標準機関長会議",
    "en": "Korea-Japan NMI Directors' Meeting",
}


@pytest.mark.parametrize(
    ("language", "three", "two", "plain"),
    [
        ("ko", "A, B 및 C", "A 및 B", "A, B, C"),
        ("ja", "A、B、C", "A、B", "A、B、C"),
        ("en", "A, B and C", "A and B", "A, B, C"),
        ("zh", "A、B和C", "A和B", "A、B、C"),
        ("de", "A, B und C", "A und B", "A, B, C"),
    ],
)
def test_a_list_is_joined_as_the_language_does(language, three, two, plain):
    assert join("ABC", language) == three
    assert join("AB", language) == two
    assert join("ABC", language, conjunction=False) == plain
    assert join("A", language) == "A"
    assert join([], language) == ""
    assert join(["{0}", "{1}"], language, conjunction=False).startswith("{0}")


def test_text_with_braces_is_no_pattern():
    assert join(["{0}", "{x}", "{}"], "en") == "{0}, {x} and {}"


def test_four_are_joined_from_the_left():
    assert join("ABCD", "ko") == "A, B, C 및 D"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "제19차 한일 국가측정표준기관장회의"),
        ("ja", "第19回日韓国家計量標準機関長会議"),
        ("en", "19th Korea-Japan NMI Directors' Meeting"),
    ],
)
def test_an_edition_has_its_number_before_the_title(language, expected):
    assert edition(19, DIRECTORS[language], language) == expected
    assert edition(None, DIRECTORS[language], language) == DIRECTORS[language]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0th"),
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (101, "101st"),
        (111, "111th"),
    ],
)
def test_english_ordinals(number, expected):
    assert ordinal(number, "en") == expected


def test_a_number_without_title_stands_alone():
    assert edition(1, "", "ko") == "제1차"
    assert edition(1, "", "ja") == "第1回"
    assert ordinal(19, "de") == "19."
    assert ordinal(19, "zh") == "第19届"
