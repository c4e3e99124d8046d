"""The one door to files: whatever it is called, a file is read as what it is."""

from __future__ import annotations

from pathlib import Path

from models.errors import SourceDamaged, SourceEmpty, SourceForeign, SourceProtected, SourceTooLarge
from models.intake.grid import Book
from models.intake.readers.contacts import read_contacts
from models.intake.readers.encoding import decoded
from models.intake.readers.limits import MOST_BYTES, read_bytes
from models.intake.readers.pages import read_page
from models.intake.readers.separated import read_separated
from models.intake.readers.sniff import Nature, nature
from models.intake.readers.workbook import read_workbook

WORKBOOKS = frozenset({Nature.XLSX, Nature.XLS, Nature.XLSB, Nature.ODS})
DATABASE_SUFFIX = ".parley"
_NAMED_AS_WORKBOOK = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"})


def read_book(path: Path) -> Book:
    """Read a file as sheets of cells; raises the FileProblem that fits."""
    if path.suffix.lower() == DATABASE_SUFFIX:
        # Never opened: closing it would drop the locks of whoever works in it.
        raise SourceForeign(path=path, found=Nature.DATABASE.value)
    return book_of(read_bytes(path), path, path.name)


def book_of(data: bytes, path: Path | str, name: str) -> Book:
    """Read the bytes of a file as sheets of cells."""
    kind = nature(data)
    if kind in WORKBOOKS:
        return read_workbook(data, kind, path, name)
    if kind is Nature.PROTECTED:
        raise SourceProtected(path=path)
    if kind is Nature.DAMAGED:
        raise SourceDamaged(path=path, detail="")
    if kind is Nature.VCARD:
        return read_contacts(data, path, name)
    if kind is Nature.HTML:
        return read_page(decoded(data), path, name)
    if kind is not Nature.TEXT:
        raise SourceForeign(path=path, found=kind.value)
    if Path(name).suffix.lower() in _NAMED_AS_WORKBOOK and not _reads_as_text(data):
        raise SourceDamaged(path=path, detail="")
    if not _reads_as_text(data):
        raise SourceForeign(path=path, found="unknown")
    return read_separated(decoded(data), path, name)


def read_pasted(text: str, name: str = "") -> Book:
    """Read rows that were pasted: a table of a web page, contacts, or lines with tabs."""
    if len(text) > MOST_BYTES:
        raise SourceTooLarge(path=name, what="bytes", limit=MOST_BYTES)
    if not text.strip():
        raise SourceEmpty(path=name)
    head = text[:4096].lstrip("\ufeff\r\n\t ").lower()
    if head.startswith("begin:vcard"):
        return read_contacts(text.encode("utf-8", "replace"), name, name)
    if head.startswith("<") and "<table" in text.lower():
        return read_page(text, name, name)
    return read_separated(text, name, name)


def _reads_as_text(data: bytes) -> bool:
    """Tell whether bytes can be a text at all: few controls, once decoded."""
    text = decoded(data[:20_000])
    controls = sum(1 for letter in text if ord(letter) < 32 and letter not in "\t\r\n\f\x0b")
    return controls <= 3 or controls * 20 <= len(text)
