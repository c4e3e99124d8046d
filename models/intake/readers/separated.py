"""Lines with separators: CSV and TSV files, rows pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from models.errors import SourceDamaged, SourceEmpty, SourceTooLarge
from models.intake.grid import Book, Grid, Plain
from models.intake.readers.limits import MOST_BYTES, MOST_ROWS, check_extent

_SEPARATORS = ("\t", ",", ";", "|")
_LOOKED_AT = 40


def read_separated(text: str, path: Path | str, name: str) -> Book:
    """Read text of rows; raises SourceEmpty, SourceTooLarge and SourceDamaged."""
    text = text.replace("\x00", "")
    separator, text = _declared(text)
    separator = separator or separator_of(text)
    rows: list[list[Plain]] = []
    csv.field_size_limit(MOST_BYTES)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True):
            if len(rows) >= MOST_ROWS:
                raise SourceTooLarge(path=path, what="rows", limit=MOST_ROWS)
            rows.append([cell.strip() or None for cell in row])
    except csv.Error as error:
        raise SourceDamaged(path=path, detail=str(error)) from error
    width = max((len(row) for row in rows), default=0)
    check_extent(path, len(rows), width)
    for row in rows:
        row.extend([None] * (width - len(row)))
    grid = Grid("", rows)
    if not any(True for _ in grid.lines()):
        raise SourceEmpty(path=path)
    return Book(name, (grid,))


def _declared(text: str) -> tuple[str, str]:
    """Take the first line that Excel understands: sep=;"""
    if text[:4].lower() == "sep=" and len(text) > 5 and text[5] in "\r\n":
        return text[4], text[5:].lstrip("\r\n")
    return "", text


def separator_of(text: str) -> str:
    """Return the separator that divides the first lines most evenly."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_LOOKED_AT]
    best, merit = ",", 0.0
    for separator in _SEPARATORS:
        counts = [_outside_quotes(line, separator) for line in lines]
        with_it = [count for count in counts if count]
        if not with_it:
            continue
        usual = max(set(with_it), key=with_it.count)
        evenness = with_it.count(usual) / len(lines)
        found = evenness * min(usual, 12) + (0.5 if separator == "\t" else 0)
        if found > merit:
            best, merit = separator, found
    return best


def _outside_quotes(line: str, separator: str) -> int:
    if '"' not in line:
        return line.count(separator)
    return sum(part.count(separator) for part in line.split('"')[::2])
