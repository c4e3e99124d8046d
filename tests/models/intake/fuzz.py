"""Damaged and absurd files: each is read, or refused with an error of ours; none crashes or hangs."""

from __future__ import annotations

import faulthandler
import io
import random
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

from models.errors import ParleyError
from models.intake.readers.files import book_of
from models.intake.understand import understand
from models.intake.values.read import Context
from tests.models.intake.corpus.measure import all_cases

LONGEST_SECONDS = 20
"""A file that takes longer hangs."""


def mutants(count: int, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """Yield made files with damage of many kinds, and files that are noise."""
    draw = random.Random(seed)
    originals = [(case.name + case.suffix, case.content) for case in all_cases()]
    for number in range(count):
        name, content = draw.choice(originals)
        way = draw.choice(WAYS)
        yield f"{number}-{way.__name__.strip('_')}-{name}", way(draw, content)


def _flipped(draw: random.Random, content: bytes) -> bytes:
    data = bytearray(content)
    for _ in range(draw.choice((1, 3, 20, 200))):
        data[draw.randrange(len(data))] = draw.randrange(256)
    return bytes(data)


def _cut(draw: random.Random, content: bytes) -> bytes:
    return content[: draw.randrange(len(content))]


def _without_a_piece(draw: random.Random, content: bytes) -> bytes:
    start = draw.randrange(len(content))
    return content[:start] + content[start + draw.randrange(1, 500) :]


def _twice(draw: random.Random, content: bytes) -> bytes:
    start = draw.randrange(len(content))
    return content[:start] + content[start : start + 300] * draw.choice((2, 50)) + content[start:]


def _noise(draw: random.Random, content: bytes) -> bytes:
    return content[: draw.choice((0, 4, 8, 40))] + draw.randbytes(draw.choice((10, 1000, 20_000)))


def _other_end(draw: random.Random, content: bytes) -> bytes:
    return content[: draw.randrange(len(content))] + draw.randbytes(draw.randrange(200))


_SPLICES = (
    b'<c r="XFD1048576"><v>1</v></c>',
    b'<row r="1048576"/>',
    b"<f>A1</f>",
    b' t="e"',
    b' t="s"',
    b"<v>99999999</v>",
    b"\xff\xfe",
    b"&#0;",
    b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>",
    b"]]>",
    b"\x00",
    b' rowspan="999999999"',
    b' table:number-columns-repeated="99999999"',
    b'"',
    b"'",
    b"\t" * 600,
    b"-" * 9000,
    b"9" * 400,
    b"1e308",
    b"2024-13-45",
)


def _spliced(draw: random.Random, content: bytes) -> bytes:
    """Damage what is inside a package, so that it unpacks all the same."""
    if not content.startswith(b"PK"):
        place = draw.randrange(len(content))
        return content[:place] + draw.choice(_SPLICES) + content[place:]
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = draw.choice(names)
        for name in names:
            part = old.read(name)
            if name == chosen and part:
                for _ in range(draw.choice((1, 4))):
                    place = draw.randrange(len(part))
                    part = part[:place] + draw.choice(_SPLICES) + part[place + draw.randrange(12) :]
            if name != chosen or draw.random() > 0.1:
                new.writestr(name, part)
    return buffer.getvalue()


def _packed_noise(draw: random.Random, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", draw.randbytes(200))
        package.writestr("xl/worksheets/sheet1.xml", zlib.compress(content))
    return buffer.getvalue()


WAYS = (
    _flipped,
    _cut,
    _without_a_piece,
    _twice,
    _noise,
    _other_end,
    _spliced,
    _spliced,
    _spliced,
    _packed_noise,
)


def attempt(name: str, content: bytes) -> str:
    """Read a file; answers with how that ended. Raises what is no error of ours."""
    faulthandler.dump_traceback_later(LONGEST_SECONDS * 3, exit=True)
    begin = perf_counter()
    try:
        if not content:
            return "empty"
        reading = understand(book_of(content, name, name), Context())
        ended = "read" if reading.records else "nothing in it"
    except ParleyError as error:
        ended = error.code
    finally:
        faulthandler.cancel_dump_traceback_later()
    taken = perf_counter() - begin
    assert taken < LONGEST_SECONDS, f"{name} took {taken:.0f} s"
    return ended


def run(count: int, seed: int = 7) -> Counter[str]:
    """Try so many files; answers with how many ended how."""
    return Counter(attempt(name, content) for name, content in mutants(count, seed))
