"""The smallest binary workbook (.xlsb) that programs open, written by hand: no program here can save one."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Cell = str | float | dt.date | dt.time | None
_EPOCH = dt.date(1899, 12, 30)
_PLAIN, _DAY, _CLOCK = 0, 1, 2
_FORMATS = (0, 14, 20)
"""The numbers of the built-in formats: as it is, a day, a time of day."""
_NS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_NS}/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its rows, merged cells as rows and columns from 0, and whether it is hidden."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False


def xlsb(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook with these sheets."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types(len(sheets)))
        package.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        package.writestr("xl/workbook.bin", b"".join(_workbook(sheets)))
        targets = [("worksheet", f"worksheets/sheet{n}.bin") for n, _ in enumerate(sheets, 1)]
        package.writestr("xl/_rels/workbook.bin.rels", _relations([*targets, ("styles", "styles.bin")]))
        package.writestr("xl/styles.bin", b"".join(_styles()))
        for number, sheet in enumerate(sheets, 1):
            package.writestr(f"xl/worksheets/sheet{number}.bin", b"".join(_sheet(sheet)))
    return buffer.getvalue()


def _record(number: int, content: bytes = b"") -> bytes:
    kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = b"", len(content)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 127 else 0)])
        length >>= 7
        if not length:
            return kind + size + content


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _workbook(sheets: Sequence[Sheet]) -> Iterator[bytes]:
    yield _record(131)
    yield _record(143)
    for number, sheet in enumerate(sheets, 1):
        state = struct.pack("<II", int(sheet.hidden), number)
        yield _record(156, state + _text(f"rId{number}") + _text(sheet.name))
    yield _record(144)
    yield _record(132)


def _styles() -> Iterator[bytes]:
    yield _record(278)
    yield _record(617, struct.pack("<I", len(_FORMATS)))
    for number in _FORMATS:
        yield _record(47, struct.pack("<HHHHHBBHH", 0, number, 0, 0, 0, 0, 0, 0, 1))
    yield _record(618)
    yield _record(279)


def _sheet(sheet: Sheet) -> Iterator[bytes]:
    width = max(len(row) for row in sheet.rows)
    yield _record(129)
    yield _record(148, struct.pack("<IIII", 0, len(sheet.rows) - 1, 0, width - 1))
    yield _record(145)
    for number, row in enumerate(sheet.rows):
        yield _record(0, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0))
        for column, value in enumerate(row):
            if value is not None:
                yield _cell(column, value)
    yield _record(146)
    if sheet.merges:
        yield _record(177, struct.pack("<I", len(sheet.merges)))
        for top, left, bottom, right in sheet.merges:
            yield _record(176, struct.pack("<IIII", top, bottom, left, right))
        yield _record(178)
    yield _record(130)


def _cell(column: int, value: Cell) -> bytes:
    if isinstance(value, str):
        return _record(6, struct.pack("<II", column, _PLAIN) + _text(value))
    style, number = _PLAIN, value
    if isinstance(value, dt.date):
        style, number = _DAY, (value - _EPOCH).days
    elif isinstance(value, dt.time):
        style, number = _CLOCK, (value.hour * 60 + value.minute) / 1440
    return _record(5, struct.pack("<IId", column, style, number))


def _types(number: int) -> str:
    base = "application/vnd.ms-excel"
    parts = [
        ("/xl/workbook.bin", f"{base}.sheet.binary.macroEnabled.main"),
        ("/xl/styles.bin", f"{base}.styles"),
    ]
    parts += [(f"/xl/worksheets/sheet{n + 1}.bin", f"{base}.worksheet") for n in range(number)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_NS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="{_NS}/package/2006/relationships">{listed}</Relationships>'
    )
