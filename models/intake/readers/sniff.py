"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum


class Nature(StrEnum):
    """What a file is."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    PROTECTED = "protected"
    VCARD = "vcard"
    HTML = "html"
    TEXT = "text"
    PICTURE = "picture"
    PDF = "pdf"
    WORD = "word"
    ODT = "odt"
    RTF = "rtf"
    APPLE = "apple"
    SLIDES = "slides"
    HWP = "hwp"
    ARCHIVE = "archive"
    DATABASE = "database"
    DAMAGED = "damaged"
    PROGRAM = "program"


_MAGIC: tuple[tuple[bytes, Nature], ...] = (
    (b"\x89PNG", Nature.PICTURE),
    (b"\xff\xd8\xff", Nature.PICTURE),
    (b"GIF8", Nature.PICTURE),
    (b"BM6", Nature.PICTURE),
    (b"II*\x00", Nature.PICTURE),
    (b"MM\x00*", Nature.PICTURE),
    (b"%PDF", Nature.PDF),
    (b"{\\rtf", Nature.RTF),
    (b"SQLite format 3\x00", Nature.DATABASE),
    (b"HWP Document File", Nature.HWP),
    (b"\x7fELF", Nature.PROGRAM),
    (b"MZ", Nature.PROGRAM),
    (b"Rar!", Nature.ARCHIVE),
    (b"7z\xbc\xaf", Nature.ARCHIVE),
    (b"\x1f\x8b", Nature.ARCHIVE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def nature(data: bytes) -> Nature:
    """Return what the bytes of a file are."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Nature.PICTURE
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(b"PK"):
        return _package(data)
    head = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if head.startswith(b"begin:vcard"):
        return Nature.VCARD
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml")) or b"<table" in head:
        return Nature.HTML
    if _is_wide(data) and "BEGIN:VCARD" in data[:200].decode("utf-16", "ignore").upper():
        return Nature.VCARD
    return Nature.TEXT


def _is_wide(data: bytes) -> bool:
    return data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _compound(data: bytes) -> Nature:
    """Tell what is in an OLE container by the names of its streams, which stand in it as UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Nature.PROTECTED
    if holds("Workbook") or holds("Book"):
        return Nature.XLS
    if holds("WordDocument"):
        return Nature.WORD
    if holds("PowerPoint Document"):
        return Nature.SLIDES
    return Nature.HWP if holds("HwpSummaryInformation") else Nature.DAMAGED


def _package(data: bytes) -> Nature:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "mimetype" in names:
                kind = package.open("mimetype").read(200)
                if b"opendocument.spreadsheet" in kind:
                    return Nature.ODS
                if b"opendocument.text" in kind:
                    return Nature.ODT
                if b"opendocument.presentation" in kind:
                    return Nature.SLIDES
                if b"hwp" in kind:
                    return Nature.HWP
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Nature.DAMAGED
    if "xl/workbook.bin" in names:
        return Nature.XLSB
    if any(name.startswith("xl/") for name in names):
        return Nature.XLSX
    if any(name.startswith("word/") for name in names):
        return Nature.DOCX
    if any(name.startswith("ppt/") for name in names):
        return Nature.SLIDES
    if any(name.endswith(".iwa") for name in names) or "index.apxl" in names:
        return Nature.APPLE
    # Hangul's own package also comes without saying what it is.
    return Nature.HWP if "Contents/content.hpf" in names else Nature.ARCHIVE
