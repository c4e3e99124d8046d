"""Looking into a binary workbook (.xlsb): how large it is, its merged cells, and which cells hold errors."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from models.errors import SourceDamaged
from models.intake.grid import Merge
from models.intake.readers.limits import check_extent
from models.intake.readers.package import MACROS, Look, Package, Unpacker

_ROW, _SHEET, _MERGE = 0, 156, 176
_CELLS = range(1, 12)
_ERRORS = frozenset({3, 11})
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"""\b(Id|Target)=["']([^"']*)["']""")
_WORKBOOK, _RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"


def look_into_xlsb(data: bytes, path: Path | str) -> Package:
    """See how large the sheets of an .xlsb are, what is merged in them, and which cells hold errors."""
    unpacker = Unpacker(data, path)
    found = Package(macros=any(name.endswith(MACROS) for name in unpacker.names))
    try:
        sheets = _sheets_of(unpacker)
        for name in unpacker.names:
            if name.startswith("xl/worksheets/") and name.endswith(".bin"):
                look = _look(unpacker.part(name), path)
                found.sheets[sheets.get(name, name)] = look
            elif name.startswith("xl/") and "/media/" not in name and not name.endswith(MACROS):
                unpacker.measure(name)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise SourceDamaged(path=path, detail=str(error)) from error
    return found


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the number of each record, where its contents begin, and how long they are."""
    place, end = 0, len(part)
    while place < end:
        number = part[place]
        place += 1
        if number > 127:
            number = number & 0x7F | (part[place] & 0x7F) << 7
            place += 1
        length = shift = 0
        while True:
            byte = part[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 128 or shift > 21:
                break
        yield number, place, length
        place += length


def _look(part: bytes, path: Path | str) -> Look:
    line = lines = columns = 0
    merges: list[Merge] = []
    errors: set[tuple[int, int]] = set()
    for number, place, _length in _records(part):
        if number == _ROW:
            line = struct.unpack_from("<I", part, place)[0] + 1
            lines = max(lines, line)
            check_extent(path, lines, columns)
        elif number in _CELLS:
            column = struct.unpack_from("<I", part, place)[0] + 1
            if column > columns:
                columns = column
                check_extent(path, lines, columns)
            if number in _ERRORS:
                errors.add((line, column))
        elif number == _MERGE:
            top, bottom, left, right = (each + 1 for each in struct.unpack_from("<IIII", part, place))
            # Beyond the last cell nothing is merged, whatever a damaged file says.
            merges.append(Merge(top, left, min(bottom, lines), min(right, max(columns, left))))
    return Look(frozenset(errors), merges=tuple(merges))


def _sheets_of(unpacker: Unpacker) -> dict[str, str]:
    """Return the name of the sheet that each part holds."""
    targets: dict[str, str] = {}
    if _RELATIONS in unpacker.names:
        for match in _RELATION.findall(unpacker.part(_RELATIONS)):
            said = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(match)}
            target = said.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            targets[said.get("Id", "")] = part
    workbook = unpacker.part(_WORKBOOK)
    sheets: dict[str, str] = {}
    for number, place, _length in _records(workbook):
        if number == _SHEET:
            key, after = _text(workbook, place + 8)
            name, _after = _text(workbook, after)
            sheets[targets.get(key, "")] = name
    return sheets


def _text(part: bytes, place: int) -> tuple[str, int]:
    """Return a text, and where it ends."""
    end = place + 4 + 2 * struct.unpack_from("<I", part, place)[0]
    return part[place + 4 : end].decode("utf-16-le"), end
