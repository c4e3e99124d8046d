"""Languages are data: the files are whole, and one more is one file more."""

from __future__ import annotations

import json
import shutil
import string
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time

import pytest
from babel import Locale

from models.errors import UnknownLanguage
from models.text import dates, languages, lists, ordinals, person_names, speaker
from models.text.dates import DayForm
from models.text.languages import known_languages, language
from models.text.localised import LocalisedText, Written
from models.text.names import Name, full_name

DAY_FIELDS = {"year", "month", "month_name", "day", "weekday", "weekday_long"}


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def has_type(value, wanted):
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        return isinstance(value, wanted) and all(
            has_type(getattr(value, field.name), hints[field.name]) for field in fields(wanted)
        )
    if origin is tuple and arguments[-1] is ...:
        return isinstance(value, tuple) and all(has_type(item, arguments[0]) for item in value)
    if origin is tuple:
        return (
            isinstance(value, tuple)
            and len(value) == len(arguments)
            and all(has_type(item, kind) for item, kind in zip(value, arguments, strict=True))
        )
    if origin is Mapping:
        return isinstance(value, types.MappingProxyType) and all(
            has_type(key, arguments[0]) and has_type(item, arguments[1]) for key, item in value.items()
        )
    return type(value) is wanted


def test_five_languages_have_data_in_the_order_of_the_house():
    assert known_languages() == ("ko", "ja", "en", "zh", "de")


@pytest.mark.parametrize("tag", known_languages())
def test_the_data_of_a_language_are_whole(tag):
    known = language(tag)
    assert has_type(known, languages.Language)
    assert known.tag == tag
    assert known.names_from in known_languages()
    assert known.family_first == person_names.puts_own_family_first(tag)
    assert len(known.dates.months) == 12
    assert len(known.dates.weekdays) == len(known.dates.weekdays_long) == 7
    assert set(known.dates.days) == set(known.dates.ranges) == {form.value for form in DayForm}
    for pattern in known.dates.days.values():
        assert placeholders(pattern) <= DAY_FIELDS
    for patterns in known.dates.ranges.values():
        for pattern in patterns:
            assert placeholders(pattern) <= DAY_FIELDS | {f"{name}2" for name in DAY_FIELDS}
    times = known.times
    for forms in (
        *(times.days_later, times.nights_days, times.nights),
        *(known.speaker.others, known.ordinals.forms),
    ):
        assert "other" in forms
    assert language(tag) is known


@pytest.mark.parametrize("tag", known_languages())
def test_month_and_weekday_names_and_lists_are_those_of_cldr(tag):
    known, locale = language(tag), Locale.parse(language(tag).locale)
    if known.script == "Latn":
        assert list(known.dates.months) == [
            locale.months["format"]["wide"][number] for number in range(1, 13)
        ]
    assert list(known.dates.weekdays_long) == [locale.days["format"]["wide"][number] for number in range(7)]
    assert list(known.dates.weekdays) == [
        locale.days["stand-alone"]["abbreviated"][number] for number in range(7)
    ]
    cldr = locale.list_patterns["standard"]
    assert (known.lists.start, known.lists.middle, known.lists.end, known.lists.two) == (
        cldr["start"],
        cldr["middle"],
        cldr["end"],
        cldr["2"],
    )


@pytest.mark.parametrize("tag", known_languages())
def test_an_ordinal_has_a_form_for_each_category_of_cldr(tag):
    rule = Locale.parse(language(tag).locale).ordinal_form
    assert set(language(tag).ordinals.forms) == {rule(number) for number in range(200)}


@pytest.mark.parametrize("tag", ["xx", "", "KO", "ko-KR", "../ko", "person-names/ko", "person-names"])
def test_a_language_without_data_is_unknown(tag):
    with pytest.raises(UnknownLanguage) as refused:
        language(tag)
    assert refused.value.values == {"language": tag, "known": known_languages()}


def test_brackets_are_those_of_the_language():
    assert language("ko").in_brackets("NMIJ") == "(NMIJ)"
    assert language("ja").in_brackets("NMIJ") == "（NMIJ）"


@pytest.fixture
def with_french(tmp_path, monkeypatch):
    """Put one more file beside copies of the others."""
    for tag in known_languages():
        text = (languages.LANGUAGES / f"{tag}.json").read_text("utf-8")
        (tmp_path / f"{tag}.json").write_text(text, "utf-8")
    shutil.copytree(languages.LANGUAGES / "person-names", tmp_path / "person-names")
    french = json.loads((tmp_path / "de.json").read_text("utf-8"))
    locale = Locale.parse("fr")
    french |= {"tag": "fr", "rank": 6, "own_name": "français", "locale": "fr", "word_lang": "fr-FR"}
    french["dates"] |= {
        "months": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "weekdays_long": [locale.days["format"]["wide"][number] for number in range(7)],
    }
    french["dates"]["days"]["FULL"] = "{weekday_long} {day} {month_name} {year}"
    french["times"]["unknown"] = "heure à préciser"
    french["ordinals"] = {
        "forms": {"one": "{number}re", "other": "{number}e"},
        "edition": "{ordinal} {title}",
    }
    french["speaker"]["unnamed"] = "{organisation}, intervenant à préciser"
    (tmp_path / "fr.json").write_text(json.dumps(french), "utf-8")
    monkeypatch.setattr(languages, "LANGUAGES", tmp_path)
    cached = (language, known_languages, languages._plural_category)
    for function in cached:
        function.cache_clear()
    yield
    for function in cached:
        function.cache_clear()


@pytest.mark.usefixtures("with_french")
def test_a_further_language_is_one_more_file():
    assert known_languages()[-1] == "fr"
    assert dates.day(date(2024, 7, 30), "fr") == "mardi 30 juillet 2024"
    assert dates.clock_range(None, None, "fr") == "heure à préciser"
    assert dates.clock_range(time(9), None, "fr") == "09:00–"
    assert ordinals.edition(1, "réunion", "fr") == "1re réunion"
    assert ordinals.edition(19, "réunion", "fr") == "19e réunion"
    assert lists.join(["a", "b"], "fr") == "a und b"
    usuda = Name(LocalisedText(en="Usuda", ja="臼田"), LocalisedText(en="Takashi", ja="孝"), native="ja")
    assert full_name(usuda, "fr") == Written("USUDA Takashi", "fr")
    unnamed = speaker.speaker_runs(None, LocalisedText(), LocalisedText(), "NMIJ", "fr")
    assert unnamed == (Written("NMIJ, intervenant à préciser", "fr"),)
