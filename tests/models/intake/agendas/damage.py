"""Word files that nobody meant: bytes turned, ends missing, XML deep, wide and long; and what becomes of them."""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from models.errors import SourceProblem
from models.intake.agenda.read import read_agenda
from models.intake.agenda.records import agenda_records
from models.intake.readers.word import word_of

from .build import content
from .measure import CORPUS

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>'
_TAIL = "</w:body></w:document>"


def packed(parts: dict[str, bytes | str]) -> bytes:
    """Return a package of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def of_body(body: str) -> bytes:
    """Return a Word file with a body, and nothing else in it."""
    return packed({"word/document.xml": _HEAD + body + _TAIL})


def paragraph(text: str) -> str:
    """Return a paragraph as XML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _bytes_turned(data: bytes, chance: random.Random) -> bytes:
    turned = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        turned[chance.randrange(len(turned))] = chance.randrange(256)
    return bytes(turned)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _xml_turned(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    name = chance.choice([name for name in parts if name.endswith(".xml") or name.endswith(".rels")])
    if parts[name]:
        parts[name] = _bytes_turned(parts[name], chance)
    return packed(parts)


def _elements_moved(data: bytes, chance: random.Random) -> bytes:
    """Take pieces of the body out, double them, put them elsewhere: well formed or not."""
    parts = _parts(data)
    pieces = parts["word/document.xml"].decode().split("<w:")
    for _ in range(chance.choice((1, 5, 30))):
        at, to = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(3):
            case 0:
                del pieces[at]
            case 1:
                pieces.insert(to, pieces[at])
            case _:
                pieces[at], pieces[to] = pieces[to], pieces[at]
    parts["word/document.xml"] = "<w:".join(pieces).encode()
    return packed(parts)


def _text_turned(data: bytes, chance: random.Random) -> bytes:
    """Keep the file whole and turn its words: signs, brackets, figures, other scripts in any order."""
    parts = _parts(data)
    body = parts["word/document.xml"].decode()
    signs = "()[]（）【】:：~～–-/|,;·・　\t0123456789年月日時分오후()AMpm①가か漢é'\"&lt;."
    for _ in range(chance.choice((5, 50, 400))):
        at = body.find("<w:t", chance.randrange(len(body)))
        at = body.find(">", at) if at >= 0 else -1
        if at >= 0:
            sign = "".join(chance.choice(signs) for _ in range(chance.choice((1, 3, 12))))
            body = body[: at + 1] + sign.replace("&", "").replace("<", "") + body[at + 1 :]
    parts["word/document.xml"] = body.encode()
    return packed(parts)


def _numbers_grown(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    number = str(chance.choice((-1, 0, 64, 99999, 2**31, 10**30)))
    body = parts["word/document.xml"].decode()
    for name in ("w:gridSpan", "w:gridBefore", "w:vMerge"):
        body = body.replace("<w:tcPr>", f'<w:tcPr><{name} w:val="{number}"/>', chance.randrange(1, 40))
    parts["word/document.xml"] = body.encode()
    return packed(parts)


HARM: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _bytes_turned, _cut, _xml_turned, _elements_moved, _text_turned, _numbers_grown,
)  # fmt: skip


def harmed(count: int, seed: int = 5) -> Iterator[tuple[str, bytes]]:
    """Yield damaged Word files, each with what was done to it."""
    whole = [content(make()[0]) for make in CORPUS]
    for number in range(count):
        chance = random.Random(f"{seed}:{number}")
        harm = HARM[number % len(HARM)]
        yield f"{harm.__name__} {number}", harm(chance.choice(whole), chance)


def read_all(files: Iterable[tuple[str, bytes]]) -> tuple[Counter[str], float]:
    """Read files; return what became of them and the longest time; any error but a SourceProblem is raised."""
    ends: Counter[str] = Counter()
    longest = 0.0
    for name, data in files:
        begun = time.perf_counter()
        try:
            agenda_records(read_agenda(word_of(data, name, name)), ("ko", "ja"))
            ends["read"] += 1
        except SourceProblem as problem:
            ends[problem.code] += 1
        except Exception as error:
            raise AssertionError(f"{name}: {error!r}") from error
        longest = max(longest, time.perf_counter() - begun)
    return ends, longest


def fuzz(count: int, seed: int = 5) -> tuple[Counter[str], float]:
    """Read so many damaged files."""
    return read_all(harmed(count, seed))


_BITS = (
    "(", "() ", "（", "09:30 ", "09:30~", "- ", "一 ", "A ", "a, ", "Dr. A, ", "/ ", "、", ": ", "김", "김민수 ", "1", "7. 30.",
    "\t", "\u3000", "20분 ", "by A ", "・", "臼", "臼 ", "A.", "Ａ", "2024.",
)  # fmt: skip
"""What a pattern may stumble over when it stands there hundreds of times."""


def stuttering() -> Iterator[tuple[str, bytes]]:
    """Yield Word files with lines that say the same short thing again and again."""
    for bit in _BITS:
        for length in (580, 3_900):
            line = paragraph(f"09:30 x {bit * (length // len(bit))}")
            row = f"<w:tr><w:tc>{paragraph('10:00')}</w:tc><w:tc>{line}</w:tc></w:tr>"
            yield (
                f"{bit!r} {length}",
                of_body(f"{paragraph('2024. 7. 30.(화)')}{line}<w:tbl>{row * 2}</w:tbl>"),
            )


if __name__ == "__main__":
    found, slowest = fuzz(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
    sys.stdout.write(
        f"{sum(found.values())} damaged Word files: {dict(found)}; the slowest took {slowest:.2f} s\n"
    )
