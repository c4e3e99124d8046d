"""What the command line prints: results to stdout, sentences about errors to stderr."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from enum import Enum
from typing import TYPE_CHECKING, Any

from models.text.localised import LocalisedText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def ready_streams() -> None:
    """Make both streams take any text, whatever the terminal says it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence() -> None:
    """Let what is still to be printed go nowhere, so that leaving does not fail on a closed pipe."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def tell(line: str) -> None:
    """Print a line of the result."""
    print(line)


def complain(sentence: str) -> None:
    """Print what is wrong."""
    print(sentence, file=sys.stderr)


def tell_json(value: Mapping[str, Any] | Sequence[Any]) -> None:
    """Print the result as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=plain))


def plain(value: object) -> object:
    """Return a value as JSON has it: texts as objects by language, dates ISO, times HH:MM."""
    if isinstance(value, LocalisedText):
        return value.to_json()
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, Enum):
        return value.value
    return str(value)
