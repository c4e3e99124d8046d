"""Searching the bytes of a database file, past everything that SQLite would hide."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from models.store.backup import copy_database

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def spellings(mark: str) -> set[bytes]:
    """Return every way in which a text may lie in a file."""
    found = {mark.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    found.add(json.dumps(mark)[1:-1].encode())  # with \\u escapes
    for shift in range(3):
        # The whole groups of base64 that any text holding the mark must have.
        encoded = base64.b64encode(b"\0" * shift + mark.encode())
        begin = (shift * 4 + 2) // 3
        end = (shift + len(mark.encode())) * 8 // 6
        found.add(encoded[begin:end])
    return {each for each in found if len(each) >= 3}


def search_bytes(path: Path, marks: Iterable[str]) -> set[str]:
    """Return which marks the bytes of a closed file hold; nobody may have it open."""
    content = path.read_bytes()
    return {mark for mark in marks if any(spelled in content for spelled in spellings(mark))}


def search_copy(path: Path, copy: Path, marks: Iterable[str]) -> set[str]:
    """Return which marks a file holds that may be open: a copy is searched, page by page the same."""
    copy_database(path, copy)
    try:
        return search_bytes(copy, marks)
    finally:
        copy.unlink()
