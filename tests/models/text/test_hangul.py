"""Hangul taken apart for searching."""

from __future__ import annotations

import re

import pytest

from models.text.hangul import consonants_apart, has_lone_consonant, initials, pattern, taken_apart
from models.text.matching import letters


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("이호성", "ㅇㅣㅎㅗㅅㅓㅇ"),
        ("과학", "ㄱㅗㅏㅎㅏㄱ"),
        ("값", "ㄱㅏㅂㅅ"),
        ("KRISS 원", "KRISS ㅇㅜㅓㄴ"),
        ("うすだ", "うすだ"),
    ],
)
def test_syllables_are_their_letters(text, apart):
    assert taken_apart(text) == apart


def test_each_step_of_typing_begins_what_is_typed():
    steps = ("ㄱ", "가", "갑", "값", "값ㅇ", "값이", "값잋", "값이치")
    whole = taken_apart("값이치")
    assert all(whole.startswith(taken_apart(letters(step))) for step in steps)


def test_every_syllable_has_letters_and_an_initial():
    for code in range(0xAC00, 0xD7A4):
        apart = taken_apart(chr(code))
        assert 2 <= len(apart) <= 5
        assert has_lone_consonant(initials(chr(code)))


def test_a_pattern_lets_a_consonant_stand_for_its_syllables():
    key = letters("이ㅎㅅ")
    assert re.fullmatch(pattern(key), "이호성")
    assert not re.fullmatch(pattern(key), "이서현")
    assert re.fullmatch(pattern("a.ᄒ"), "a.힣")
    assert not re.fullmatch(pattern("a.ᄒ"), "axㅎ")


def test_consonants_that_an_input_method_joined_stand_alone():
    assert consonants_apart(letters("ㄳ")) == consonants_apart(letters("ㄱㅅ")) == initials("가사")
    assert consonants_apart("abc") == "abc"
