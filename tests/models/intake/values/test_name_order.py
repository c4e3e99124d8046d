"""Which of two words is the family name: clear, open, or the wrong way round."""

from __future__ import annotations

import pytest

from models.intake.values.name_order import NameOrder, order_of


@pytest.mark.parametrize(
    ("family", "given", "tag", "native", "order"),
    [
        ("Quartz", "Zoe", "en", "", NameOrder.OPEN),
        ("Kim", "Minsu", "en", "", NameOrder.CLEAR),
        ("Minsu", "Kim", "en", "", NameOrder.TURNED),
        ("Lee", "Ho Seong", "en", "이", NameOrder.CLEAR),
        ("Green", "Alice", "en", "", NameOrder.CLEAR),
        ("Alice", "Green", "en", "", NameOrder.TURNED),
        ("민수", "김", "ko", "", NameOrder.TURNED),
        ("김", "민수", "ko", "", NameOrder.CLEAR),
        ("臼田", "孝", "ja", "", NameOrder.CLEAR),
        ("Kim", "", "en", "", NameOrder.CLEAR),
    ],
)
def test_an_order_is_judged(family, given, tag, native, order):
    assert order_of(family, given, tag, native) is order
