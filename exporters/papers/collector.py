"""The garbage collector while papers are built."""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

_lock = threading.Lock()
_waiting = 0
"""How many papers are being built, in whatever threads; the first stops the collector, the last starts it."""
_was_on = True


@contextmanager
def collector_waiting() -> Generator[None, None, None]:
    """Let the garbage collector wait: a document is a tree, and each of its rounds walks the whole visit."""
    global _waiting, _was_on  # noqa: PLW0603
    with _lock:
        if _waiting == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _waiting += 1
    try:
        yield
    finally:
        with _lock:
            _waiting -= 1
            if _waiting == 0 and _was_on:
                gc.enable()
