"""What is in the file twice is found by name in any script and order, by mail address, by acronym."""

from __future__ import annotations

from time import perf_counter

from models.rules.duplicates import Reason, duplicates
from models.rules.lookup import Line
from models.text.localised import LocalisedText
from models.text.names import Name
from tests.support.lines import many_lines


def _person(key, family=None, given=None, reading=None, holder="", mail=""):
    return Line(
        "person",
        key,
        name=Name(
            family=LocalisedText(family or {}),
            given=LocalisedText(given or {}),
            reading=LocalisedText(reading or {}),
        ),
        holder=("organisation", holder) if holder else None,
        words=(mail,) if mail else (),
    )


def _found(*lines):
    return {(each.first, each.second): each.reason for each in duplicates(lines)}


def test_one_name_in_the_same_script_whatever_its_spaces():
    one = _person("a", {"en": "Lee"}, {"en": "Ho Seong"})
    two = _person("b", {"en": "LEE"}, {"en": "Ho-seong"})
    assert _found(one, two) == {("a", "b"): Reason.NAME}


def test_family_and_given_name_the_other_way_round():
    one = _person("a", {"en": "Usuda"}, {"en": "Takashi"})
    two = _person("b", {"en": "Takashi"}, {"en": "Usuda"})
    assert _found(one, two) == {("a", "b"): Reason.ORDER}


def test_one_name_in_two_scripts():
    korean = _person("a", {"ko": "최"}, {"ko": "재혁"})
    latin = _person("b", {"en": "Choi"}, {"en": "Jae-Hyuk"})
    japanese = _person("c", {"ja": "臼田"}, {"ja": "孝"}, {"ja": "うすだ たかし"})
    romaji = _person("d", {"en": "Usuda"}, {"en": "Takashi"})
    assert _found(korean, latin, japanese, romaji) == {
        ("a", "b"): Reason.SCRIPT,
        ("c", "d"): Reason.SCRIPT,
    }


def test_a_mail_address_says_more_than_a_name():
    one = _person("a", {"ko": "김"}, {"ko": "민수"}, mail="ms@example.org")
    two = _person("b", {"ko": "김"}, {"ko": "민수"}, mail="MS@example.org")
    (found,) = duplicates([one, two])
    assert (found.reason, found.likeness) == (Reason.MAIL, 100)


def test_a_name_at_the_same_institute_is_surer_than_at_two():
    def likeness(first, second):
        lines = [
            _person(key, {"ko": "김"}, {"ko": "민수"}, holder=at)
            for key, at in zip("ab", (first, second), strict=True)
        ]
        return duplicates(lines)[0].likeness

    assert likeness("x", "x") > likeness("x", "") > likeness("x", "y") > 0


def test_near_spellings_are_found_and_people_with_other_names_are_not():
    one = _person("a", {"en": "Takahashi"}, {"en": "Masahiro"})
    two = _person("b", {"en": "Takahasi"}, {"en": "Masahiro"})
    assert _found(one, two) == {("a", "b"): Reason.SPELLING}
    other = _person("c", {"en": "Takahashi"}, {"en": "Kenji"})
    assert _found(one, other) == {}
    hak, hyuk = (_person(key, {"ko": "최"}, {"ko": given}) for key, given in (("h", "재학"), ("k", "재혁")))
    assert _found(hak, hyuk) == {}


def test_organisations_by_name_and_acronym_places_within_their_building():
    lines = [
        Line("organisation", "a", label=LocalisedText(en="National Institute"), short="NMIJ"),
        Line("organisation", "b", label=LocalisedText(en="national-institute")),
        Line("organisation", "c", label=LocalisedText(ko="계량표준센터"), short="nmij"),
        Line("organisation", "d", label=LocalisedText(en="Planning"), holder=("organisation", "a")),
        Line("organisation", "e", label=LocalisedText(en="Planning"), holder=("organisation", "x")),
        Line("place", "p", label=LocalisedText(en="Room 1"), holder=("place", "h1")),
        Line("place", "q", label=LocalisedText(en="Room 1"), holder=("place", "h1")),
        Line("place", "r", label=LocalisedText(en="Room 1"), holder=("place", "h2")),
        Line("place", "s", label=LocalisedText(en="Large lecture room 2")),
        Line("place", "t", label=LocalisedText(en="Large lecture room 3")),
    ]
    assert _found(*lines) == {("a", "b"): Reason.NAME, ("a", "c"): Reason.ACRONYM, ("p", "q"): Reason.NAME}


def test_ten_thousand_people_are_looked_through_in_seconds_not_pair_by_pair():
    people = [line for line in many_lines(20_000) if line.table == "person"]
    lines = people + [Line("person", f"x-{line.id}", name=line.name) for line in people]
    begin = perf_counter()
    found = duplicates(lines)
    assert {(each.first, each.second) for each in found} >= {(line.id, f"x-{line.id}") for line in people}
    assert perf_counter() - begin < 20
