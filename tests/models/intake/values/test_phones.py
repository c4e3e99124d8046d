"""Telephone numbers that are one, however they are written, and the zero that a spreadsheet took."""

from __future__ import annotations

import pytest

from models.intake.values.phones import is_same_number, with_lost_zero


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("010-2345-0003", "01023450003", True),
        ("010 2345 0003", "010.2345.0003", True),
        ("+82-10-2345-0010", "010-2345-0010", True),
        ("+81 (0)29 861 0001", "029-861-0001", True),
        ("0082 10 2345 0010", "+82 10-2345-0010", True),
        ("010-2345-0003", "010-2345-0004", False),
        ("+82-10-2345-0010", "+81-10-2345-0010", False),
        ("112", "112", False),
    ],
)
def test_numbers_are_the_same_up_to_how_they_are_written(first, second, same):
    assert is_same_number(first, second) is same
    assert is_same_number(second, first) is same


def test_a_mobile_number_without_its_zero():
    assert with_lost_zero("1023450006") == "01023450006"
    assert with_lost_zero("9012345678") == "09012345678"
    assert with_lost_zero("01023450006") == ""
    assert with_lost_zero("2125550100") == ""
