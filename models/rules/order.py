"""Places in an ordered list, as text keys with room between any two.

Two people can insert at the same place at the same time: each key ends in a random tail, so that merging
never has to renumber anything. Keys compare as bytes (SQLite's BINARY collation, Python's ``str`` order).
"""

import secrets
from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
HEAD = 3
"""Digits that count up when something is put at the end, so that long lists keep short keys."""
TAIL = 3
MIDDLE = BASE**HEAD // 2


def key_between(before: str, after: str) -> str:
    """Make a key between two others; an empty one stands for the open end of the list."""
    if not before and not after:
        return _head(MIDDLE) + _tail()
    if not after or before >= after:
        step = _value(before) + 1
        return (_head(step) if step < BASE**HEAD else _midpoint(before, "")) + _tail()
    if not before:
        step = _value(after) - 1
        return (_head(step) if step > 0 else _midpoint("", after)) + _tail()
    if _value(after) - _value(before) > 1:
        return _head((_value(before) + _value(after)) // 2) + _tail()
    return _midpoint(before, after) + _tail()


def keys_in_row(count: int, after: str = "") -> Iterator[str]:
    """Make keys for a list that is written at once, each behind the other."""
    key = after
    for _ in range(count):
        key = key_between(key, "")
        yield key


def _head(value: int) -> str:
    digits = ""
    for _ in range(HEAD):
        value, digit = divmod(value, BASE)
        digits = DIGITS[digit] + digits
    return digits


def _value(key: str) -> int:
    value = 0
    for digit in key[:HEAD].ljust(HEAD, DIGITS[0]):
        value = value * BASE + DIGITS.index(digit)
    return value


def _tail() -> str:
    """Make random digits that do not end in the lowest, so that there is always room below."""
    return "".join(secrets.choice(DIGITS) for _ in range(TAIL - 1)) + secrets.choice(DIGITS[1:])


def _midpoint(before: str, after: str) -> str:
    """Make a key that differs from both at its last digit, so that any tail keeps it between them."""
    made = ""
    bounded = bool(after)
    for place in range(max(len(before), len(after)) + 2):
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = DIGITS.index(after[place]) if bounded and place < len(after) else (0 if bounded else BASE)
        if high - low > 1:
            return made + DIGITS[(low + high) // 2]
        made += DIGITS[low]
        if high > low:
            bounded = False
    raise ValueError(f"no room between {before!r} and {after!r}")
