"""Contacts as vCards (2.1, 3.0, 4.0), as a grid with a row for each card."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from pathlib import Path

from models.errors import SourceEmpty, SourceTooLarge
from models.intake.grid import Book, Grid, Plain
from models.intake.readers.encoding import decoded
from models.intake.readers.limits import MOST_ROWS

HEADINGS = (
    "Family name",
    "Given name",
    "Full name",
    "Academic title",
    "Reading of the name",
    "Organisation",
    "Position",
    "E-mail",
    "Phone",
    "Internal note",
)
_IGNORED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_FOLDED = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_ESCAPED = re.compile(r"\\([\\,;:nN])")


def read_contacts(data: bytes, path: Path | str, name: str) -> Book:
    """Read the cards of a file; raises SourceEmpty and SourceTooLarge."""
    rows: list[list[Plain]] = [list(HEADINGS)]
    for card in _cards(decoded(data)):
        if len(rows) > MOST_ROWS:
            raise SourceTooLarge(path=path, what="rows", limit=MOST_ROWS)
        row = _row(card)
        if any(row):
            rows.append(row)
    if len(rows) == 1:
        raise SourceEmpty(path=path)
    return Book(name, (Grid("", rows),))


def _cards(text: str) -> Iterator[dict[str, list[str]]]:
    card: dict[str, list[str]] | None = None
    for line in _lines(text):
        head, colon, value = line.partition(":")
        if not colon:
            continue
        name, *parameters = head.split(";")
        name = name.rpartition(".")[2].strip().upper()
        if name == "BEGIN":
            card = {}
        elif name == "END" and card is not None:
            yield card
            card = None
        elif card is not None and name not in _IGNORED:
            card.setdefault(name, []).append(_value(value, parameters))


def _lines(text: str) -> Iterator[str]:
    """Yield whole lines: folded ones joined, and those that quoted-printable goes on with."""
    whole = ""
    for line in _FOLDED.sub("", text).splitlines():
        whole += line
        if "QUOTED-PRINTABLE" in whole.upper().partition(":")[0] and whole.endswith("="):
            whole = whole[:-1]
            continue
        yield whole
        whole = ""
    if whole:
        yield whole


def _value(value: str, parameters: list[str]) -> str:
    given = [each.upper() for each in parameters]
    if any("QUOTED-PRINTABLE" in each for each in given):
        charset = next(
            (each.partition("=")[2] for each in parameters if each.upper().startswith("CHARSET=")), ""
        )
        raw = quopri.decodestring(_SOFT.sub("", value).encode("utf-8", "replace"))
        try:
            return raw.decode(charset or "utf-8")
        except (UnicodeDecodeError, LookupError):
            return decoded(raw)
    if any(each in ("ENCODING=B", "ENCODING=BASE64") for each in given):
        try:
            return decoded(binascii.a2b_base64(value))
        except binascii.Error:
            return ""
    return value


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def _parts(value: str) -> list[str]:
    """Split what semicolons divide, escaped ones left alone."""
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _row(card: dict[str, list[str]]) -> list[Plain]:
    def first(name: str) -> str:
        return next((text for value in card.get(name, ()) if (text := _plain(value))), "")

    family, given, middle, prefix, _ = (
        [*_parts(card["N"][0]), "", "", "", "", ""][:5] if "N" in card else [""] * 5
    )
    given = " ".join(part for part in (given, middle) if part)
    reading = " ".join(
        text for name in ("X-PHONETIC-LAST-NAME", "X-PHONETIC-FIRST-NAME") if (text := first(name))
    )
    organisation = next(iter(_parts(card["ORG"][0])), "") if card.get("ORG") else ""
    email = first("EMAIL").removeprefix("mailto:")
    phone = first("TEL").removeprefix("tel:")
    whole = "" if family or given else first("FN")
    values = (
        family,
        given,
        whole,
        prefix,
        reading,
        organisation,
        first("TITLE"),
        email,
        phone,
        first("NOTE"),
    )
    return [value or None for value in values]
