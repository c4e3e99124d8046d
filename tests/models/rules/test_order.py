"""Keys of ordered lists: room everywhere, whatever is inserted where."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.order import DIGITS, key_between, keys_in_row


def assert_in_order(keys):
    assert all(one < other for one, other in pairwise(keys))


@settings(max_examples=60)
@given(places=st.lists(st.floats(0, 1), max_size=150))
def test_inserting_anywhere_keeps_a_strict_order(places):
    keys = []
    for place in places:
        at = int(place * len(keys))
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        key = key_between(before, after)
        assert key > before
        assert not after or key < after
        keys.insert(at, key)
    assert_in_order(keys)


def squeezed(count, *, upward):
    """Insert always beside the same neighbour, where the room is used up soonest."""
    low, high = key_between("", ""), key_between(key_between("", ""), "")
    keys = [low, high]
    for _ in range(count):
        key = key_between(low, high)
        assert low < key < high
        keys.append(key)
        low, high = (key, high) if upward else (low, key)
    return keys


def test_there_is_always_room_at_one_place():
    for upward in (True, False):
        assert len(set(squeezed(300, upward=upward))) == 302


def test_there_is_always_room_at_both_ends():
    first = last = key_between("", "")
    for _ in range(500):
        first, before = key_between("", first), first
        assert first < before
        last, after = key_between(last, ""), last
        assert after < last


def test_a_long_list_made_at_once_keeps_short_keys():
    keys = list(keys_in_row(5000))
    assert_in_order(keys)
    assert max(map(len, keys)) <= 12
    assert next(keys_in_row(1, keys[-1])) > keys[-1]


def test_two_people_who_insert_at_one_place_get_different_keys():
    low, high = keys_in_row(2)
    made = {key_between(low, high) for _ in range(100)}
    assert len(made) > 95
    assert all(low < key < high for key in made)


@given(st.text(DIGITS, min_size=1, max_size=8), st.text(DIGITS, min_size=1, max_size=8))
def test_any_keys_with_room_take_another(one, other):
    low, high = sorted((one, other))
    # What stands in a list ends in a digit above the lowest.
    if low == high or high.endswith(DIGITS[0]):
        return
    assert low < key_between(low, high) < high


def test_equal_keys_which_a_merge_may_bring_still_give_a_key_behind():
    key = key_between("", "")
    assert key_between(key, key) > key
