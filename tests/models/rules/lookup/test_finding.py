"""Finding rows as people type: any script, from the first sign, the best first."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.lookup import Line, Lookup, Rank
from models.text.hangul import taken_apart
from models.text.localised import LocalisedText
from models.text.matching import letters
from models.text.names import Name
from tests.support.lines import many_lines

LEE = Line(
    "person",
    "lee",
    name=Name(
        family=LocalisedText(ko="이", zh="李", en="Lee"),
        given=LocalisedText(ko="호성", zh="浩成", en="Ho-Seong"),
        native="ko",
    ),
    detail=LocalisedText(ko="책임연구원", en="Principal Researcher"),
    holder=("organisation", "kriss"),
    words=("hslee@example.org", "KRISS"),
)
USUDA = Line(
    "person",
    "usuda",
    name=Name(
        family=LocalisedText(ja="臼田", en="Usuda"),
        given=LocalisedText(ja="孝", en="Takashi"),
        reading=LocalisedText(ja="うすだ たかし"),
        native="ja",
    ),
)
KRISS = Line(
    "organisation",
    "kriss",
    label=LocalisedText(ko="한국표준과학연구원", ja="韓国標準科学研究院", en="Korea Research Institute"),
    short="KRISS",
)
GWAHAK = Line("schedule_item", "science", label=LocalisedText(ko="과학 강연", en="Ｑｕａｎｔｕｍ Café talk"))
ROOM = Line("place", "room", label=LocalisedText(en="Room"), holder=("place", "house"))
HOUSE = Line("place", "house", label=LocalisedText(en="Main building"), holder=("organisation", "kriss"))
MEETING = Line("meeting", "m19", label=LocalisedText(ko="소장회의", en="Directors' meeting"), number=19)


@pytest.fixture
def lookup():
    return Lookup.of([LEE, USUDA, KRISS, GWAHAK, ROOM, HOUSE, MEETING])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ㅇ", "lee"),
        ("이", "lee"),
        ("잏", "lee"),
        ("이호ㅅ", "lee"),
        ("이호서", "lee"),
        ("이호성", "lee"),
        ("이 호성", "lee"),
        ("ㅇㅎㅅ", "lee"),
        ("이ㅎㅅ", "lee"),
        ("호성", "lee"),
        ("李浩", "lee"),
        ("HOSEONG", "lee"),
        ("ho seong lee", "lee"),
        ("ｌｅｅ", "lee"),
        ("hslee@", "lee"),
        ("kriss lee", "lee"),
        ("臼", "usuda"),
        ("ウスダ", "usuda"),
        ("ｳｽﾀﾞ", "usuda"),
        ("takashi u", "usuda"),
        ("고", "science"),
        ("과하", "science"),
        ("quantum cafe", "science"),
        ("제19차", "m19"),
        ("19th", "m19"),
    ],
)
def test_what_is_typed_finds_the_row(lookup, text, key):
    assert key in [hit.line.id for hit in lookup.find(text)]


@pytest.mark.parametrize("text", ["이허", "ㅅㅎㅇ", "이ㅅㅎ", "xyz", "--", "", "고학", "kriss usuda"])
def test_what_does_not_fit_finds_nothing(lookup, text):
    assert lookup.find(text) == ()


def test_whole_goes_before_beginning_before_word_before_within_before_detail():
    titles = {"a": "Open quantum day", "b": "Superquantum", "c": "Quantum leap", "d": "Quantum"}
    lines = [Line("term", key, label=LocalisedText(en=title)) for key, title in titles.items()]
    lines.append(Line("term", "e", label=LocalisedText(en="Other"), detail=LocalisedText(en="Quantum")))
    found = Lookup.of(lines).find("quantum", limit=9)
    assert [(hit.line.id, hit.rank) for hit in found] == list(
        zip("dcabe", (Rank.WHOLE, Rank.BEGINS, Rank.WORD, Rank.HOLDS, Rank.BESIDES), strict=True)
    )


def test_the_whole_name_is_found_among_thousands_that_begin_so():
    lines = [Line("place", f"p{n}", label=LocalisedText(en=f"Room {n}")) for n in range(4000)]
    found = Lookup.of([*lines, ROOM, HOUSE]).find("room", limit=3)
    assert found[0].line is ROOM


def test_every_row_of_many_is_found_by_its_own_name():
    lookup = Lookup.of(many_lines(3000))
    for line in (*lookup.lines("person")[::37], *lookup.lines("presentation")[::97]):
        name = lookup.name_of(line, ("en",)).text
        assert lookup.find(name, (line.table,), limit=1)[0].line is line


def test_names_come_from_what_a_row_belongs_to_where_it_has_none(lookup):
    following = lookup.with_lines([Line("party", "p", holder=("organisation", "kriss"))], [], 3)
    assert following.called("party", "p", "ko") == "한국표준과학연구원"
    assert following.called("party", "p", "de", short=True) == "Korea Research Institute"
    assert lookup.called("organisation", "kriss", "ko", short=True) == "KRISS"
    assert lookup.called("person", "lee", "ko") == "이호성"
    assert lookup.called("person", "usuda", "ja") == "臼田 孝"
    assert lookup.called("meeting", "m19", "ko") == "제19차 소장회의"
    assert lookup.called("person", "nobody", "ko") == ""
    assert [line.id for line in lookup.path_of(ROOM)] == ["house", "kriss"]


def test_places_that_lie_in_each_other_come_to_an_end():
    a, b = Line("place", "a", holder=("place", "b")), Line("place", "b", holder=("place", "a"))
    lookup = Lookup.of([a, b])
    assert lookup.called("place", "a", "en") == ""
    assert lookup.path_of(a) == (b,)


def test_the_next_snapshot_differs_only_where_it_should(lookup):
    renamed = Line("place", "room", label=LocalisedText(en="Hall"))
    following = lookup.with_lines([renamed], [("person", "lee")], 7)
    assert following.find("hall")[0].line is renamed
    assert not following.find("room")
    assert not following.find("이호성")
    assert following.sequence == 7
    assert lookup.find("room")[0].line is ROOM
    assert lookup.find("이호성")
    assert following.blocks("schedule_item") is lookup.blocks("schedule_item")


def test_a_table_that_grows_a_lot_is_cut_anew(lookup):
    coming = [Line("term", f"t{n}", label=LocalisedText(en=f"Word {n}")) for n in range(20)]
    small = lookup.with_lines(coming, [], 1)
    more = [Line("term", f"t{n}", label=LocalisedText(en=f"Word {n}")) for n in range(5000)]
    large = small.with_lines(more, [], 2)
    assert large.count("term") == 5000
    assert len(large.blocks("term")) > 4
    assert large.find("word 4321")[0].line.id == "t4321"


def test_lists_stand_in_the_order_of_their_language():
    names = {"1": ("나", "C"), "2": ("가", "B"), "3": ("다", "A")}
    lookup = Lookup.of(
        Line("place", key, label=LocalisedText(ko=ko, en=en)) for key, (ko, en) in names.items()
    )
    assert [line.id for line in lookup.lines("place", "ko")] == ["2", "1", "3"]
    assert [line.id for line in lookup.lines("place", "en")] == ["3", "2", "1"]


def test_what_is_not_wanted_is_left_out(lookup):
    assert not lookup.find("이호성", keep=lambda line: line.id != "lee")
    assert not lookup.find("이호성", ("organisation", "place"))


@given(st.data())
def test_any_part_of_a_name_finds_its_row_and_nothing_that_does_not_hold_it(data):
    lines = many_lines(400)
    lookup = _many(400)
    line = data.draw(st.sampled_from(lines))
    text = letters(data.draw(st.sampled_from([*line.strong_texts(), *line.weak_texts()])))
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = lookup.find(part, (line.table,), limit=1000)
    assert line.id in {hit.line.id for hit in found}
    apart = taken_apart(part)
    for hit in found:
        every = (*hit.line.strong_texts(), *hit.line.weak_texts())
        assert any(apart in taken_apart(letters(each)) for each in every)


@cache
def _many(count):
    return Lookup.of(many_lines(count))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("takasi", "usuda"),
        ("Usada", "usuda"),
        ("Hosoeng", "lee"),
        ("한국표준과확연구원", "kriss"),
        ("korea reserch institute", "kriss"),
    ],
)
def test_what_is_written_nearly_so_is_found_where_nothing_else_is(lookup, text, key):
    assert lookup.find(text) == ()
    found = lookup.find(text, nearly=True)
    assert found[0].line.id == key
    assert found[0].rank is Rank.ALIKE


def test_what_is_quite_different_or_short_is_not_like_anything(lookup):
    assert lookup.find("usqqa", nearly=True) == ()
    assert lookup.find("usud", nearly=True)[0].rank is not Rank.ALIKE
    assert lookup.find("ros", nearly=True) == ()


def test_similar_ones_keep_to_what_is_wanted(lookup):
    assert lookup.find("takasi", nearly=True, keep=lambda line: line.id != "usuda") == ()
    assert lookup.find("takasi", ("organisation",), nearly=True) == ()
