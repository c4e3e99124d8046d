"""What looks or sounds the same is the same when somebody searches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.matching import folded, holds, letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NMIJ", "ｎｍｉｊ"),
        ("ﾃﾞｰﾀ", "データ"),
        ("データ", "でーた"),
        ("\ufa10本", "塚本"),
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("渡邊", "渡辺"),
        ("葛\U000e0100飾", "葛飾"),
        ("Müller", "MULLER"),
        ("Ōsaka", "osaka"),
        ("Straße", "STRASSE"),
        ("\u1112\u1161\u11ab", "한"),
        ("①", "1"),
        ("a\u3000 b", "A B"),
    ],
)
def test_these_are_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("が", "か"), ("バ", "パ"), ("한", "하"), ("o", "0"), ("이", "리")]
)
def test_these_are_not(one, other):
    assert folded(one) != folded(other)


def test_spaces_and_hyphens_count_only_where_asked():
    assert folded("이 호성") != folded("이호성")
    assert folded("이 호성", spaces=False) == folded("이호성")
    assert letters("Jae-Hyuk") == letters("JAE HYUK") == "jaehyuk"
    assert letters("アルベルト・アインシュタイン") == letters("アルベルト アインシュタイン")


def test_a_part_is_found_whatever_the_spaces():
    assert holds("제19차 한일 국가측정표준기관장회의", "한일국가")
    assert holds("第19回日韓国家計量標準機関長会議", "日韓 国家")
    assert holds("USUDA Takashi", "suda t")
    assert holds("a → b", "→")
    assert not holds("a b", "→")
    assert not holds("USUDA Takashi", "yamada")
    assert holds("anything", "")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=20), st.text(max_size=8), st.text(max_size=8))
def test_a_text_holds_its_own_letters(before, part, after):
    assert letters(part) == "" or holds(folded(before) + folded(part) + folded(after), letters(part))
