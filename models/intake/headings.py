"""What a column is, by its heading in Korean, Japanese or English, with the language that it names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from models.intake.columns import Column, Holds
from models.intake.sheets import SHEETS
from models.intake.values.read import tidy
from models.intake.values.simple import LANGUAGE_NAMES, language_of
from models.text.matching import letters

_OWN = {"en": "Parley id", "ko": "Parley 식별자", "ja": "Parley 識別子"}
"""Heads the first column of our own workbooks; any of them is known, whoever made the file and when."""
NUMBERING = frozenset(
    letters(each)
    for each in [
        "No",
        "No.",
        "#",
        "번호",
        "연번",
        "순번",
        "순서",
        "番号",
        "順番",
        "連番",
        "項番",
        "Nr",
        "Nr.",
        "S/N",
        "Seq",
        "순",
        "通し番号",
        "Num",
        "№",
        "NO",
        "Item no.",
    ]
)
_BRACKETS = re.compile(r"[(（\[【［<＜]([^()（）\[\]]*)[)）\]】］>＞]")
_PIECES = re.compile(r"\s*(?:\n|/|／|\||·|・)\s*")
_ALIKE = 90


def own_heading(said: str, table: str = "") -> str:
    """Return the heading of a column of ids: of the row, or of what stands in the same row besides."""
    heading = _OWN.get(said, _OWN["en"])
    return f"{heading}: {table}" if table else heading


def is_own(heading: str) -> bool:
    """Tell whether a column has the ids of its rows."""
    return heading in _OWN.values()


def own_table(heading: str) -> str | None:
    """Return of which table a column has the ids of what stands in the same row besides; None for others."""
    before, colon, table = heading.partition(": ")
    return table if colon and is_own(before) else None


class Heading(NamedTuple):
    """A column that a heading means, the language that it names, and whether it was understood exactly."""

    column: str
    language: str = ""
    exact: bool = True


@cache
def _forms(kind: str) -> dict[str, str]:
    """Return the columns of a sheet by everything that they are called; own headings go first."""
    forms: dict[str, str] = {}
    names = (kind, *SHEETS[kind].also)
    columns = [column for name in names for column in SHEETS[name].columns()]
    columns += SHEETS[kind].beside
    for column in columns:
        for heading in (*column.heading, column.name):
            forms.setdefault(letters(heading), column.name)
    for column in columns:
        for synonym in column.synonyms:
            forms.setdefault(letters(synonym), column.name)
    forms.pop("", None)
    return forms


@cache
def column_in(kind: str, name: str) -> Column | None:
    """Return a column that may stand in a sheet."""
    for sheet in (kind, *SHEETS[kind].also):
        if (found := SHEETS[sheet].column(name)) is not None:
            return found
    return next((column for column in SHEETS[kind].beside if column.name == name), None)


@cache
def _language_affixes() -> list[tuple[str, str]]:
    pairs = [(letters(name), tag) for tag, names in LANGUAGE_NAMES.items() for name in names.split()]
    return sorted((pair for pair in pairs if pair[0]), key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=8192)
def read_heading(kind: str, text: str) -> Heading | None:
    """Return which column of a sheet a heading means; None where it means none."""
    text = tidy(text)
    if not text or len(text) > 80:
        return None
    if letters(text) in NUMBERING or text in ("#", "№"):
        return Heading("", "numbering")
    return _read(kind, text) or _alike(kind, text)


def _read(kind: str, text: str) -> Heading | None:
    forms = _forms(kind)
    key = letters(text)
    if key in forms:
        return Heading(forms[key])
    plain, _, tag = text.partition(".")
    if tag and language_of(tag) and letters(plain) in forms:
        return Heading(forms[letters(plain)], language_of(tag))
    for inside in _BRACKETS.findall(text):
        base = letters(_BRACKETS.sub("", text))
        if (language := _language(inside)) and base in forms:
            return Heading(forms[base], language)
    if found := _with_affix(forms, key):
        return found
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) > 1:
        read = [found for piece in pieces if (found := _read(kind, piece)) is not None]
        if read:
            return read[0] if len({each.column for each in read}) == 1 else read[0]._replace(exact=False)
    base = _BRACKETS.sub("", text).strip()
    if base and base != text and (found := _read(kind, base)):
        return found._replace(exact=False)
    return None


def _language(text: str) -> str:
    if letters(text) in ("漢字", "kanji"):
        return "ja"
    if letters(text) in ("한자", "hanja"):
        return ""
    return language_of(text)


def _with_affix(forms: dict[str, str], key: str) -> Heading | None:
    """Understand 영문성명, 성명영문, Korean name, name in English."""
    for word, tag in _language_affixes():
        if len(word) < 2 and word not in ("한", "영", "일", "韓", "英", "日"):
            continue
        for base in (key.removeprefix(word), key.removesuffix(word)):
            if base == key:
                continue
            for rest in (base, base.removesuffix("in"), base.removeprefix("の"), base.removesuffix("の")):
                if rest in forms and (len(word) > 1 or len(rest) > 1):
                    return Heading(forms[rest], tag)
    return None


def _alike(kind: str, text: str) -> Heading | None:
    key = letters(text)
    if len(key) < 4:
        return None
    found = process.extractOne(key, _forms(kind).keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return Heading(_forms(kind)[found[0]], exact=False) if found else None


def localised(kind: str, name: str) -> bool:
    """Tell whether a column has a text for each language."""
    column = column_in(kind, name)
    return column is not None and column.holds in (Holds.LOCALISED, Holds.FULL_NAME)
