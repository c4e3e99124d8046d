"""Looking into a packed workbook before it is read: how large it really is, and what calamine would not say.

A reader that fills a dense sheet takes memory for every cell up to the last one, so the last one is looked
for first, in the text of the parts, with limits on what they unpack to.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from models.errors import SourceDamaged, SourceProtected, SourceTooLarge
from models.intake.grid import Merge
from models.intake.readers.limits import MOST_UNPACKED, check_extent

_CELL = re.compile(rb"""\br=["']([A-Za-z]{1,3})(\d{1,7})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d{1,7})["']""")
_ROWS = re.compile(rb"<(?:\w+:)?row[\s>/]")
_CELLS = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    ValueError,
)
"""What the library raises on a package that is not whole."""
MACROS = "vbaProject.bin"


@dataclass(slots=True)
class Look:
    """What was seen in one sheet before reading it; places are (line, column) from 1."""

    errors: frozenset[tuple[int, int]] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    merges: tuple[Merge, ...] = ()
    """Merged cells, where calamine does not say them."""


@dataclass(slots=True)
class Package:
    """What was seen in a packed workbook."""

    sheets: dict[str, Look] = field(default_factory=dict[str, Look])
    macros: bool = False


class Unpacker:
    """Unpacks parts of a package, as many bytes in all as are allowed, whatever its directory claims."""

    def __init__(self, data: bytes, path: Path | str) -> None:
        self._path = path
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise SourceDamaged(path=path, detail=str(error)) from error
        self.names = self._zip.namelist()
        if any(info.flag_bits & 1 for info in self._zip.infolist()):
            raise SourceProtected(path=path)

    def part(self, name: str) -> bytes:
        """Return a part unpacked; raises SourceTooLarge and SourceDamaged."""
        pieces: list[bytes] = []
        try:
            with self._zip.open(name) as part:
                while piece := part.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise SourceTooLarge(path=self._path, what="bytes", limit=MOST_UNPACKED)
                    pieces.append(piece)
        except _BROKEN as error:
            raise SourceDamaged(path=self._path, detail=str(error)) from error
        return b"".join(pieces)

    def measure(self, name: str) -> None:
        """Unpack a part only to see how large it is."""
        self.part(name)


def look_into_xlsx(data: bytes, path: Path | str) -> Package:
    """See how large the sheets of an .xlsx are, and which cells hold errors or formulas without a value."""
    unpacker = Unpacker(data, path)
    found = Package(macros=any(name.endswith(MACROS) for name in unpacker.names))
    sheets = _sheets_of(unpacker, path)
    for name in unpacker.names:
        if not name.endswith((".xml", ".rels", ".bin", ".vml")) or name in ("xl/workbook.xml",):
            continue
        if "/media/" in name or name.endswith(MACROS):
            continue
        part = unpacker.part(name)
        if name in sheets:
            found.sheets[sheets[name]] = _look(part, path)
        elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _look(part, path)
    return found


def _look(xml: bytes, path: Path | str) -> Look:
    rows = {int(number) for number in _ROW.findall(xml)}
    letters = {column for column, _ in _CELL.findall(xml)} if len(xml) < _CHUNK else _columns(xml)
    height = max(max(rows, default=0), sum(1 for _ in _ROWS.finditer(xml)))
    width = max((column_number(each) for each in letters), default=0)
    if not letters:
        width = sum(1 for _ in _CELLS.finditer(xml)) // max(1, len(rows) or height) + 1
    check_extent(path, height, width)
    errors = frozenset(_place(*each) for each in _ERROR.findall(xml)) if b't="e"' in xml else frozenset[Any]()
    return Look(errors, _unvalued(xml))


def _columns(xml: bytes) -> set[bytes]:
    return set(re.findall(rb"""\br=["']([A-Za-z]{1,3})\d""", xml))


def _unvalued(xml: bytes) -> frozenset[tuple[int, int]]:
    if b"<f" not in xml and b":f" not in xml:
        return frozenset()
    found: set[tuple[int, int]] = set()
    for match in _FORMULA.finditer(xml):
        place = _PLACE.search(match[1])
        # A formula may well give an empty text; then the cell says that it holds text.
        if place and b't="str"' not in match[1]:
            found.add(_place(place[1], place[2]))
    return frozenset(found)


def _place(column: bytes, line: bytes) -> tuple[int, int]:
    return int(line), column_number(column)


def column_number(letters: bytes) -> int:
    """Return the number of a column from its letters, counted from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _sheets_of(unpacker: Unpacker, path: Path | str) -> dict[str, str]:
    """Return the name of the sheet that each part holds."""
    if "xl/workbook.xml" not in unpacker.names:
        raise SourceDamaged(path=path, detail="xl/workbook.xml")
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in unpacker.names:
        for relation in _elements(unpacker.part("xl/_rels/workbook.xml.rels"), path):
            target = relation.get("Target") or ""
            part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            targets[relation.get("Id") or ""] = part
    sheets: dict[str, str] = {}
    for element in _elements(unpacker.part("xl/workbook.xml"), path):
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "sheet":
            keys = [value for name, value in element.attrib.items() if str(name).endswith("}id")]
            part = targets.get(str(keys[0])) if keys else None
            if part:
                sheets[part] = element.get("name") or ""
    return sheets


def _elements(xml: bytes, path: Path | str) -> Iterator[Any]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        yield from etree.fromstring(xml, parser).iter()
    except etree.XMLSyntaxError as error:
        raise SourceDamaged(path=path, detail=str(error)) from error


def look_into_ods(data: bytes, path: Path | str) -> Package:
    """See how large the sheets of an .ods are, its repetitions counted, and whether it is protected."""
    unpacker = Unpacker(data, path)
    if "META-INF/manifest.xml" in unpacker.names:
        manifest = unpacker.part("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise SourceProtected(path=path)
    if "content.xml" not in unpacker.names:
        raise SourceDamaged(path=path, detail="content.xml")
    found = Package(macros=any(name.startswith("Basic/") for name in unpacker.names))
    _measure_ods(unpacker.part("content.xml"), path, found)
    return found


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def _measure_ods(xml: bytes, path: Path | str, found: Package) -> None:
    row = height = used = width = column = 0
    spans: list[Merge] = []
    try:
        for _, element in etree.iterparse(
            io.BytesIO(xml), events=("end",), resolve_entities=False, no_network=True
        ):
            match element.tag:
                case tag if tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    down, across = (_times(element, f"number-{each}-spanned") for each in ("rows", "columns"))
                    if down > 1 or across > 1:
                        spans.append(Merge(row + 1, column + 1, row + down, column + across))
                    column += _times(element, "number-columns-repeated")
                    if len(element) or element.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"):
                        used = column
                case tag if tag == f"{_TABLE}table-row":
                    row += _times(element, "number-rows-repeated")
                    if used:
                        height, width = row, max(width, used)
                    column = used = 0
                    check_extent(path, height, width)
                    element.clear()
                case tag if tag == f"{_TABLE}table":
                    # What is merged beyond the last cell that is filled is cut: a file may claim any number.
                    merges = (
                        Merge(each.top, each.left, min(each.bottom, height), min(each.right, width))
                        for each in spans
                        if each.top <= height and each.left <= width
                    )
                    found.sheets[element.get(f"{_TABLE}name") or ""] = Look(merges=tuple(merges))
                    row = height = width = column = used = 0
                    spans = []
                case _:
                    pass
    except etree.XMLSyntaxError as error:
        raise SourceDamaged(path=path, detail=str(error)) from error


def _times(element: Any, name: str) -> int:
    try:
        return max(1, int(element.get(f"{_TABLE}{name}") or 1))
    except ValueError:
        return 1
