"""What reading a value answers, and the text of a cell."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from models.intake.grid import Plain
from models.intake.record import Doubt


class Read(NamedTuple):
    """A value that was read, what is doubtful about it, and what else it could be."""

    value: Any
    doubt: Doubt | None = None
    options: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a value: the days of the visit, the year of the file, its languages."""

    first: dt.date | None = None
    last: dt.date | None = None
    year: int | None = None
    languages: tuple[str, ...] = ()
    today: dt.date | None = None
    day_first: bool | None = None
    """Whether other dates of the column prove that the day stands before the month."""


NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "―",
        "ー",
        "－",
        "n/a",
        "na",
        "none",
        "tbd",
        "tba",
        "tbc",
        "t.b.d.",
        "to be confirmed",
        "to be determined",
        "to be announced",
        "미정",
        "추후 통보",
        "추후통보",
        "해당없음",
        "해당 없음",
        "없음",
        "未定",
        "調整中",
        "なし",
        "該当なし",
        "特になし",
        "무",
        "x.x",
        "?",
        "??",
        "…",
        "...",
        "/",
        "･",
        "・",
        "unknown",
        "미상",
        "不明",
    }
)
"""What people write where they have nothing to say."""

_SPACES = re.compile(r"[ \t\u00a0\u3000\u2000-\u200a\u202f]+")
_BRACKETS = re.compile(r"[()（）\[\]]")
_WIDTHLESS = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def text_of(value: Plain) -> str:
    """Return a cell as text: whole numbers without a point, dates as ISO."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes") if value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """Return a text without what has no width, each run of spaces one; line ends stay."""
    if text.isascii() and "  " not in text and "\t" not in text and "\n" not in text and "\r" not in text:
        return text.strip()
    text = _WIDTHLESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", ""))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a text as figures and words are looked for in it: NFKC, one line."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def says_nothing(text: str) -> bool:
    """Tell whether a text only says that there is nothing."""
    if len(text) >= 20:
        return False
    bare = text.strip().casefold()
    if not bare or bare in NOTHING:
        return True
    # 미정(TBD) says it twice.
    return bare[-1] in ")）]" and all(piece.strip() in NOTHING for piece in _BRACKETS.split(bare))
