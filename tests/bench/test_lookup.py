"""Finding among 100,000 rows at each key, and exchanging the snapshot after a save."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import pytest

from models.actions import directory
from models.actions.lookup import load_lookup, refreshed
from models.rules.lookup import SEARCHED, Line, Lookup
from models.rules.memory import earlier
from models.text.localised import LocalisedText
from models.text.matching import letters
from tests.support.large import large_database
from tests.support.lines import many_lines, typed

TYPED = [
    *("ㅇ", "이", "잏", "이호", "이홋", "이호서", "이호성", "ㅇㅎㅅ", "양자 기수", "표준", "표준과학"),
    *typed("usuda"),
    *typed("quantum t"),
    *typed("jaehyuk"),
    *("う", "うす", "ウスダ", "臼", "臼田", "量子", "量子技術", "ｋｒｉｓｓ", "1", "12345", "zzz", "없는 것"),
]


def timed(act):
    """Return the seconds a function takes; the garbage of 100,000 rows is not collected each time."""
    begin = perf_counter()
    act()
    return perf_counter() - begin


@pytest.fixture(scope="module")
def lookup():
    lines = many_lines()
    begin = perf_counter()
    made = Lookup.of(lines)
    print(f"\n{len(made)} rows folded and joined: {perf_counter() - begin:.2f} s")
    made.find("x")
    return made


def test_each_key_is_answered_within_a_frame(lookup):
    plain = [
        letters(" ".join((*line.strong_texts(), *line.weak_texts())))
        for table in SEARCHED
        for line in lookup.lines(table)
    ]
    ours, floor = [], []
    for text in TYPED:
        key = letters(text)
        ours.append(median(timed(lambda text=text: lookup.find(text)) for _ in range(5)))
        floor.append(
            median(
                timed(lambda key=key: [n for n, each in enumerate(plain) if key in each]) for _ in range(3)
            )
        )
    slowest = max(range(len(TYPED)), key=ours.__getitem__)
    print(
        f"\nA key among {len(lookup)} rows: median {median(ours) * 1000:.1f} ms, slowest"
        f" {ours[slowest] * 1000:.1f} ms ({TYPED[slowest]!r}); plain 'in' over a list: median"
        f" {median(floor) * 1000:.1f} ms; ratio {median(ours) / median(floor):.2f}"
    )
    assert median(ours) < 0.016


def test_a_saved_row_is_exchanged_at_once(lookup):
    def exchange():
        line = Line("presentation", "presentation-000007", label=LocalisedText(ko="새 제목", en="New title"))
        following = lookup.with_lines([line], [], 1)
        assert following.find("새 제", ("presentation",))[0].line is line

    seconds = sorted(timed(exchange) for _ in range(20))
    print(f"\nExchange after a save, and the first search: median {median(seconds) * 1000:.1f} ms")
    assert median(seconds) < 0.016


def test_an_earlier_translation_is_found_at_once(lookup):
    seconds = [timed(lambda: earlier(lookup, "양자기술 토의 8", "ko", "ja")) for _ in range(10)]
    print(f"\nAn earlier translation: median {median(seconds) * 1000:.1f} ms")
    assert earlier(lookup, "양자기술 토의 8", "ko", "ja").text == "量子技術の討議8"
    assert median(seconds) < 0.016


def test_loading_all_rows_of_a_file(tmp_path):
    """Reading is the worker's; what it costs the window is that both share one interpreter."""
    database, _ = large_database(tmp_path / "large.parley", items=5000, people=5000, talks=5000, links=10_000)
    with database:
        begin = perf_counter()
        loaded = load_lookup(database)
        whole = perf_counter() - begin
        done = directory.person.add(database, family={"ko": "홍"}, given={"ko": "길동"})
        seconds = []
        for _ in range(10):
            begin = perf_counter()
            following = refreshed(database, loaded)
            seconds.append(perf_counter() - begin)
        assert following.find("ㅎㄱㄷ")[0].line.id == done.value
        print(
            f"\nLoading {len(loaded)} rows: {whole:.2f} s ({whole / len(loaded) * 1e5:.1f} s for 100,000);"
            f" fresh after one save: median {median(seconds) * 1000:.1f} ms"
        )
