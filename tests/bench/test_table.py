"""A list of 100,000 rows: shown, sorted and filtered, and how long the window stands still for it."""

from __future__ import annotations

from time import perf_counter

import pytest

from models.rules.lookup import Lookup
from models.text.catalogue import words
from tests.support.lines import organisation_line, person_line
from tests.ui.large_list import people_spec
from ui.style.theme import Shade, Theme
from ui.widgets.table import Table

ROWS = 100_000


@pytest.fixture(scope="module")
def lookup():
    return Lookup.of(
        [*(person_line(number) for number in range(ROWS)), *(organisation_line(n) for n in range(100))]
    )


def test_a_list_of_many_rows(qtbot, qapp, lookup):
    theme, said = Theme(qapp, "ko", Shade.LIGHT), words("ko")
    table = Table(theme, said, people_spec(lookup, said))
    qtbot.addWidget(table)
    table.resize(900, 700)
    table.show()
    rows = list(lookup.lines("person"))
    stalls = []

    def measured(name, act):
        begin = perf_counter()
        act()
        worst = perf_counter() - begin
        while table.busy():
            at = perf_counter()
            qapp.processEvents()
            worst = max(worst, perf_counter() - at)
        whole = perf_counter() - begin
        at = perf_counter()
        qapp.processEvents()
        worst = max(worst, perf_counter() - at)
        stalls.append(worst)
        print(f"\n{name}: {whole * 1000:.0f} ms, the window stands still for at most {worst * 1000:.0f} ms")

    measured("Shown", lambda: table.show_rows(rows))
    measured("Sorted over known keys", lambda: table.sort_by("number", descending=True))
    measured("Sorted by name for the first time", lambda: table.sort_by("name"))
    measured("Turned round", lambda: table.sort_by("name", descending=True))
    measured("Filtered for the first time", lambda: table.filter("이"))
    measured("Filtered on", lambda: table.filter("이호"))
    measured("No filter", lambda: table.filter(""))
    measured("Shown again after a save", lambda: table.show_rows([*rows[1:], person_line(1)]))
    begin = perf_counter()
    sorted(range(ROWS), key=[line.id for line in rows].__getitem__)
    print(f"\nFloor, sorting in Python: {(perf_counter() - begin) * 1000:.0f} ms")
    assert max(stalls) < 0.5
