"""An entry typed as one line: "9:30-10:15 Welcome address", "13:30 오찬", "7/31 09:30-10:00 Tea"; no Qt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time

from ui.widgets.typed import Around, Unreadable, read_moment, read_span, read_time

_KINDS: tuple[tuple[str, str], ...] = (
    ("meal", r"lunch|dinner|breakfast|banquet|오찬|만찬|조찬|점심|저녁|식사|昼食|夕食|朝食|会食|晩餐|昼食会"),
    ("tea", r"\btea\b|coffee|refreshment|다과|티타임|차담|휴식|お茶|ティータイム|休憩|コーヒー"),
    ("photo", r"photo|사진|기념촬영|写真|記念撮影"),
    ("lab tour", r"\btour\b|투어|견학|ツアー|見学"),
    ("signing", r"signing|signature|서명|조인식|署名|調印"),
    ("address", r"address|welcome|opening|closing|환영사|답사|축사|개회|폐회|인사말|挨拶|あいさつ|開会|閉会"),
    ("transfer", r"transfer|\bmove\b|departure|arrival|이동|출발|도착|移動|出発|到着"),
    ("bilateral", r"bilateral|면담|양자회담|面談|二者会談"),
    ("discussion", r"discussion|토의|토론|협의|회의|討議|討論|協議|会議"),
    (
        "presentations",
        r"presentation|\btalks?\b|lecture|seminar|발표|강연|세미나|소개|発表|講演|セミナー|紹介",
    ),
    ("free", r"free time|자유|自由"),
)
_CLOCK = re.compile(r"[:.시時hH]|오전|오후|午前|午後|[ap]\.?m\b|[-–~〜]")
_TIME = r"(?:(?:오전|오후|午前|午後)\s*)?\d{1,2}(?::\d{2}|[시時](?:\s*\d{1,2}\s*[분分])?)"
_INSIDE = re.compile(rf"(?<![\d:.]){_TIME}(?:\s*[-–~〜]\s*{_TIME})?(?![\d:])")
"""A time, or two, that need not stand at the beginning."""
_LONGEST = 6
"""Words that a day with its times may have."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line says: day and times where they stand in it, the title, and which kind that suggests."""

    title: str
    kind: str
    date: date | None = None
    start: time | None = None
    end: time | None = None


def read_entry(text: str, near: date | Around) -> Typed | None:
    """Read a line as an entry; None where nothing is typed."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if not plain:
        return None
    words = plain.split(" ")
    for number in range(min(_LONGEST, len(words)), 0, -1):
        when = _when(" ".join(words[:number]), near)
        if when is not None:
            title = " ".join(words[number:]).lstrip("·:,-– ")
            return Typed(title, kind_of(title), *when)
    return Typed(plain, kind_of(plain))


def readings(text: str, near: date | Around) -> list[Typed]:
    """Return what a line can mean: one reading, or several where words stand before and behind the time.

    Of several the last one is all that is typed as a title, without a time; none where nothing is typed.
    """
    whole = read_entry(text, near)
    if whole is None or whole.start is not None:
        return [] if whole is None else [whole]
    found = list(_INSIDE.finditer(whole.title))
    times = _when(found[0][0], near) if len(found) == 1 else None
    if times is None:
        return [whole]
    parts = (whole.title[found[0].end() :], whole.title[: found[0].start()])
    titles = [title for part in parts if (title := part.strip(" ·:,-–"))]
    meant = [Typed(title, kind_of(title), *times) for title in titles]
    return meant if len(meant) == 1 else [*meant, whole]


def kind_of(title: str) -> str:
    """Return the kind of entry that a title suggests; empty for none."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return next((kind for kind, pattern in _KINDS if re.search(pattern, plain)), "")


def _when(text: str, near: date | Around) -> tuple[date | None, time | None, time | None] | None:
    """Read the beginning of a line as a time, two times, or a day with them; None if it is no such thing."""
    span = read_span(text)
    if span is not None and _is_clear(text):
        return None, *span
    if _is_clear(text):
        try:
            found = read_time(text)
        except Unreadable:
            found = None
        if found is not None:
            return None, found, None
    moment = read_moment(text, near)
    if moment is not None and moment.date is not None and moment.start is not None:
        return moment.date, moment.start, moment.end
    return None


def _is_clear(text: str) -> bool:
    """Tell whether figures can only be meant as a time: 9:30, 14시, 0930, but not 3 or 2024."""
    if re.fullmatch(r"\d{4}", text):
        return text[0] == "0" or (text[-1] in "05" and not 1950 <= int(text) <= 2099)
    return bool(_CLOCK.search(text))
