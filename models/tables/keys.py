"""Keys of rows: text UUIDs, made by us."""

import os
import time
import uuid

PARLEY_NAMESPACE = uuid.UUID("6f1f6d3c-5a2e-5c0b-9d77-2f6c1b1d8e10")
"""The name space of keys that are derived (RFC 9562, version 5)."""


def new_key() -> str:
    """Make a key that sorts by the moment it was made (RFC 9562, UUID version 7)."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10))
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))


def link_key(table: str, *ends: str | None) -> str:
    """Derive the key of a link from its table and its ends, so that two people who make it make one row."""
    return str(uuid.uuid5(PARLEY_NAMESPACE, "\x1f".join((table, *(end or "" for end in ends)))))
