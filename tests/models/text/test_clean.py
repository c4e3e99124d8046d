"""What text must be like before it is kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from models.errors import TextUnfit
from models.text.clean import clean_block, clean_line, composed

COMPATIBILITY = "\ufa10"  # 塚 as somebody writes it; NFC would make U+585A of it
ANY = st.text(alphabet=st.characters(), max_size=40)
# What people paste: decomposed letters, marks, compatibility ideographs, spaces, line ends, controls.
ODD = st.text(
    alphabet="aé한か가\u0301\u3099\u1100\u1161\u11a8\ufa10\U0002f800 \u3000\t\n\r\u2028\ufeff\u200d\x07\u202e"
)


def cleaned(clean, text):
    try:
        return clean(text)
    except TextUnfit:
        return None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("한글", unicodedata.normalize("NFC", "한글")),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("か\u3099", "が"),
        ("e\u0301", "é"),
        (f"飯{COMPATIBILITY} \u1112\u1161\u11ab e\u0301", f"飯{COMPATIBILITY} 한 é"),
        ("\U0002f800", "\U0002f800"),
        ("a\tb", "a b"),
        ("\t a \u3000", "a"),
        ("\ufeffa \ufeff", "a"),
        ("नि\u200dन", "नि\u200dन"),
        ("a\u200cb", "a\u200cb"),
        ("葛\U000e0100飾", "葛\U000e0100飾"),
        ("\ue000", "\ue000"),  # somebody's own character
        ("𠮷野家", "𠮷野家"),
        ("ﾃﾞｰﾀ ①", "ﾃﾞｰﾀ ①"),  # only matching takes these as the same
        ("", ""),
    ],
)
def test_text_is_composed_and_trimmed_and_otherwise_kept(text, kept):
    assert clean_line(text) == kept
    assert clean_block(text) == kept


@pytest.mark.parametrize("clean", [clean_line, clean_block])
@pytest.mark.parametrize(
    ("text", "character", "position"),
    [
        ("a\x00", "U+0000", 1),
        ("\x07", "U+0007", 0),
        ("한\x0b", "U+000B", 1),
        ("\x0c", "U+000C", 0),
        ("\x1f", "U+001F", 0),
        ("ab\x7f", "U+007F", 2),
        ("\x85", "U+0085", 0),
        ("\x9f", "U+009F", 0),
        ("\ufffe", "U+FFFE", 0),
        ("\uffff", "U+FFFF", 0),
        ("\ufdd0", "U+FDD0", 0),
        ("𠮷\U0001ffff", "U+1FFFF", 1),
        ("\U0010ffff", "U+10FFFF", 0),
        ("a\ud800", "U+D800", 1),
        ("\udfff", "U+DFFF", 0),
        ("\u202a", "U+202A", 0),
        ("x\u202e", "U+202E", 1),
        ("\u2066", "U+2066", 0),
        ("\u2069", "U+2069", 0),
    ],
)
def test_what_no_paper_can_hold_is_refused_by_name_and_place(clean, text, character, position):
    with pytest.raises(TextUnfit) as refused:
        clean(text)
    assert refused.value.values == {"character": character, "position": position, "text": text}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_a_line_has_no_line_end_and_a_block_has_one_kind(end):
    with pytest.raises(TextUnfit):
        clean_line(f"a{end}b")
    assert clean_block(f" {end}a {end}{end}b{end}") == "a\n\nb"


@given(ANY | ODD)
def test_cleaning_twice_changes_nothing(text):
    for clean in (clean_line, clean_block):
        once = cleaned(clean, text)
        assert once is None or clean(once) == once


@given(ANY | ODD)
def test_what_is_kept_can_stand_in_a_word_file(text):
    kept = cleaned(clean_block, text)
    if kept is not None:
        element = etree.Element("t")
        element.text = kept
        assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text == (kept or None)


@given(ANY | ODD)
def test_what_a_line_keeps_a_block_keeps_too(text):
    line = cleaned(clean_line, text)
    if line is not None:
        assert clean_block(text) == line


@given(ANY | ODD)
def test_composing_keeps_compatibility_ideographs_and_changes_no_meaning(text):
    result = composed(text)
    assert unicodedata.normalize("NFC", result) == unicodedata.normalize("NFC", text)
    assert result.count("\ufa10") == text.count("\ufa10")
    assert composed(result) == result
    if "\ufa10" not in text and "\U0002f800" not in text and not any("\uf900" <= c <= "\ufaff" for c in text):
        assert unicodedata.is_normalized("NFC", result) or any(
            "\U0002f800" <= c <= "\U0002fa1f" for c in text
        )
