"""Text in several languages as a value."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValue, TextUnfit
from models.text.localised import NO_TEXT, LocalisedText, Written

TEXTS = st.dictionaries(
    st.sampled_from(["ko", "ja", "en", "zh", "zh-Hant", "de"]),
    st.text(alphabet="가나かな漢字abc \ufa10", max_size=6),
)


def test_it_is_ordered_by_tag_and_holds_no_empty_text():
    text = LocalisedText({"ko": " 한일 ", "ja": "日韓", "en": "", "de": "  ", "fr": None})
    assert list(text.items()) == [("ja", "日韓"), ("ko", "한일")]
    assert len(text) == 2
    assert "en" not in text
    assert text == LocalisedText(ja="日韓", ko="한일") == {"ja": "日韓", "ko": "한일"}


def test_it_is_composed_and_refuses_what_cannot_be_kept():
    assert LocalisedText(ko="\u1112\u1161\u11ab")["ko"] == "한"
    assert LocalisedText(ja="\ufa10")["ja"] == "\ufa10"
    assert LocalisedText(ko="한\r\n둘")["ko"] == "한\n둘"
    with pytest.raises(TextUnfit):
        LocalisedText(ko="한\x07")
    with pytest.raises(TextUnfit):
        LocalisedText.single_line({"ko": "한\n둘"})
    assert LocalisedText.single_line({"ko": " 한 ", "ja": None}) == {"ko": "한"}


@pytest.mark.parametrize("tag", ["", "KO", "korean", "ko_KR", "k", "ko-", "../ko", "ko\n"])
def test_what_is_no_language_tag_is_refused(tag):
    with pytest.raises(InvalidValue) as refused:
        LocalisedText({tag: "x"})
    assert refused.value.values["value"] == tag


def test_it_is_replaced_and_never_changed():
    text = LocalisedText(ko="가", ja="あ")
    assert text.with_text("ko", "나") == LocalisedText(ko="나", ja="あ")
    assert text.with_text("ko", None) == text.with_text("ko", " ") == LocalisedText(ja="あ")
    assert text == LocalisedText(ko="가", ja="あ")
    with pytest.raises(AttributeError):
        text._texts = {}
    with pytest.raises(AttributeError):
        del text._texts
    with pytest.raises(TypeError):
        text["ko"] = "나"
    given_out = text.to_json()
    given_out["ko"] = "나"
    assert text["ko"] == "가"


def test_the_first_language_with_text_is_picked_then_any():
    text = LocalisedText(ja="あ", en="a")
    assert text.pick(["ko", "ja", "en"]) == Written("あ", "ja")
    assert text.pick(["ko"]) == Written("a", "en")
    assert text.pick([]) == Written("a", "en")
    assert NO_TEXT.pick(["ko"]) is None
    assert text.missing(["ko", "ja", "zh"]) == ("ko", "zh")
    assert text.text_in("ko") == ""
    assert text.text_in("ja") == "あ"


def test_it_is_true_when_it_has_text():
    assert not NO_TEXT
    assert not LocalisedText(ko=" ")
    assert LocalisedText(ko="가")
    assert LocalisedText() == NO_TEXT


@given(TEXTS, TEXTS)
def test_equal_texts_have_equal_hashes_whatever_the_order(one, other):
    first, second = LocalisedText(one), LocalisedText(dict(reversed(one.items())))
    assert first == second
    assert hash(first) == hash(second)
    assert (first == LocalisedText(other)) == (dict(first) == dict(LocalisedText(other)))


@given(TEXTS)
def test_it_comes_back_whole_from_the_database_and_from_copies(texts):
    text = LocalisedText(texts)
    stored = LocalisedText.stored(json.loads(json.dumps(text.to_json())))
    for other in (stored, copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert other == text
        assert hash(other) == hash(text)
        assert list(other) == sorted(other)
    assert LocalisedText(text) == text
