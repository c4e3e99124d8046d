"""What was translated once is offered again."""

from __future__ import annotations

from models.rules.lookup import Line, Lookup
from models.rules.memory import earlier, earlier_translations
from models.text.localised import LocalisedText


def _line(key, sequence=0, table="term", **texts):
    return Line(table, key, label=LocalisedText(**texts), sequence=sequence)


def test_the_last_translation_of_the_same_text_is_given_whatever_spaces_and_table():
    lookup = Lookup.of(
        [
            _line("old", 1, ko="양자 기술", ja="量子テクノロジー"),
            _line("new", 5, table="schedule_item", ko="양자기술", ja="量子技術"),
            _line("none", 9, ko="양자 기술"),
            _line("longer", 9, ko="양자 기술 토의", ja="討議"),
        ]
    )
    found = earlier(lookup, "양자 기술", "ko", "ja")
    assert (found.text, found.language, found.line.id) == ("量子技術", "ja", "new")
    assert (
        earlier(lookup, "양자 기술", "ko", "ja", besides=("schedule_item", "new")).text == "量子テクノロジー"
    )
    assert earlier(lookup, "양자", "ko", "ja") is None
    assert earlier(lookup, "양자 기술", "ko", "en") is None


def test_positions_are_remembered_as_well_and_texts_of_another_language_are_not_mistaken():
    post = Line(
        "delegate", "d", detail=LocalisedText(ko="책임연구원", ja="主任研究員", en="Principal Researcher")
    )
    lookup = Lookup.of([post, _line("x", 3, en="책임연구원", ja="誤")])
    assert earlier(lookup, "책임연구원", "ko", "ja").text == "主任研究員"
    both = earlier_translations(lookup, {"ko": "책임연구원"}, ("ko", "ja", "en"))
    assert {tag: found.text for tag, found in both.items()} == {
        "ja": "主任研究員",
        "en": "Principal Researcher",
    }
