"""Keys of rows: text UUIDs, made by us."""

import os
import threading
import time
import uuid

PARLEY_NAMESPACE = uuid.UUID("6f1f6d3c-5a2e-5c0b-9d77-2f6c1b1d8e10")
"""The name space of keys that are derived (RFC 9562, version 5)."""


_RANDOM = 74
"""Bits of a key that are random, below its moment."""
_lock = threading.Lock()
_last = 0


def new_key() -> str:
    """Make a key that sorts by the moment it was made (RFC 9562, UUID version 7).

    Of two that this process makes in one millisecond the later sorts later, too (its section 6.2, method 2).
    """
    global _last  # noqa: PLW0603
    with _lock:
        moment = time.time_ns() // 1_000_000 << _RANDOM
        _last = max(moment | int.from_bytes(os.urandom(10)) >> 6, _last + 1)
        value = _last
    high = value >> _RANDOM << 80
    middle = (value >> 62 & 0xFFF) << 64
    low = value & (1 << 62) - 1
    return str(uuid.UUID(int=high | 0x7 << 76 | middle | 0x2 << 62 | low))


def link_key(table: str, *ends: str | None) -> str:
    """Derive the key of a link from its table and its ends, so that two people who make it make one row."""
    return str(uuid.uuid5(PARLEY_NAMESPACE, "\x1f".join((table, *(end or "" for end in ends)))))
