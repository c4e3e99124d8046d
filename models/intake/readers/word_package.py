"""The zip around a Word file: opened with limits, so that no file can fill the memory or the time."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from models.errors import (
    FileEmpty,
    FileFailing,
    FileIsFolder,
    FileMissing,
    FileNotAllowed,
    FileOtherFormat,
    FileProtected,
    FileTooLarge,
    FileUnreadable,
)

if TYPE_CHECKING:
    from typing import NoReturn

    from lxml.etree import _Element as Element

LARGEST_FILE = 200 * 1024 * 1024
"""Pictures make a file large; they are not read."""
LARGEST_PART = 16 * 1024 * 1024
MOST_PARTS = 10_000

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KNOWN = {
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"%PDF": "pdf",
    b"{\\rtf": "rtf",
    b"SQLite f": "sqlite",
    b"HWP Docu": "hwp",
    b"<html": "html",
    b"<!DOCTYP": "html",
}
_PARTS_OF_OTHERS = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "ppt/presentation.xml": "pptx",
    "content.xml": "odf",
    "Contents/section0.xml": "hwpx",
}
_OFFICE_DOCUMENT = "/officeDocument"
_USUAL = "word/document.xml"


class Package:
    """The parts of a Word file, read one by one when asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        content = _content(path)
        try:
            self._zip = zipfile.ZipFile(content)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            content.close()
            raise FileUnreadable(path=path, detail=str(error)) from error
        try:
            self._names = self._checked_names()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the file go."""
        stream = self._zip.fp
        self._zip.close()
        if stream is not None:
            stream.close()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def document(self) -> Element:
        """Return the body of text, wherever its relationships say that it stands."""
        name = self._main_part()
        if name not in self._names:
            found = next((kind for part, kind in _PARTS_OF_OTHERS.items() if part in self._names), "zip")
            raise FileOtherFormat(path=self.path, expected="docx", found=found)
        root = self.part(name)
        if root is None or not str(root.tag).endswith("}document"):
            raise FileUnreadable(path=self.path, detail="no document")
        return root

    def part(self, name: str) -> Element | None:
        """Return a part as XML, or nothing where there is none; entities are never resolved."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(self._bytes(name), parser)
        except etree.XMLSyntaxError as error:
            raise FileUnreadable(path=self.path, detail=str(error)) from error

    def beside(self, name: str) -> Element | None:
        """Return a part of the same folder as the body: numbering.xml, styles.xml; nothing if unreadable."""
        try:
            return self.part(f"{self._main_part().rpartition('/')[0]}/{name}".lstrip("/"))
        except FileUnreadable:
            return None

    def _main_part(self) -> str:
        try:
            relationships = self.part("_rels/.rels")
        except FileUnreadable:
            return _USUAL
        if relationships is not None:
            for each in relationships:
                if isinstance(each.tag, str) and (each.get("Type") or "").endswith(_OFFICE_DOCUMENT):
                    return (each.get("Target") or _USUAL).lstrip("/")
        return _USUAL

    def _checked_names(self) -> frozenset[str]:
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise FileTooLarge(path=self.path, limit=MOST_PARTS)
        names = frozenset(part.filename for part in parts)
        if any(part.flag_bits & 1 for part in parts):
            raise FileProtected(path=self.path)
        return names

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as stream:
                # What the directory says of the size need not be true.
                content = stream.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
        ) as error:
            raise FileUnreadable(path=self.path, detail=str(error)) from error
        except OSError as error:
            raise FileUnreadable(path=self.path, detail=str(error)) from error
        if len(content) > LARGEST_PART:
            raise FileTooLarge(path=self.path, limit=LARGEST_PART)
        return content


def _content(path: Path):  # noqa: ANN202
    """Open the file after a look at what it is."""
    try:
        if path.is_dir():
            raise FileIsFolder(path=path)
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except PermissionError as error:
        raise FileNotAllowed(path=path) from error
    except OSError as error:
        raise FileFailing(path=path, detail=str(error)) from error
    try:
        size = stream.seek(0, 2)
        stream.seek(0)
        head = stream.read(8)
        if not size:
            raise FileEmpty(path=path)
        if size > LARGEST_FILE:
            raise FileTooLarge(path=path, limit=LARGEST_FILE)
        if not head.startswith(b"PK"):
            if head == _OLD_OFFICE:
                _refuse_old_office(path, stream.read(4 * 1024 * 1024))
            found = next((kind for start, kind in _KNOWN.items() if head.startswith(start)), "")
            raise FileOtherFormat(path=path, expected="docx", found=found)
        stream.seek(0)
    except BaseException:
        stream.close()
        raise
    return stream


def _refuse_old_office(path: Path, content: bytes) -> NoReturn:
    if _ENCRYPTED in content:
        raise FileProtected(path=path)
    raise FileOtherFormat(path=path, expected="docx", found="doc")
