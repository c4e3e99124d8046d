"""The package around a Word file: its parts as XML, with limits, so that none can fill memory or time."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lxml import etree

from models.errors import SourceDamaged, SourceForeign, SourceProtected, SourceTooLarge
from models.intake.readers.sniff import Nature, nature

Element = Any
"""An element of lxml, whose own class is private."""

LARGEST_PART = 16 * 1024 * 1024
"""Of the XML of one part, unpacked; a tree of it takes some ten times as much."""
MOST_PARTS = 10_000
_MOST_MARGINS = 60
"""Heads and feet that are looked at: three of each in ten sections."""

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
_OFFICE_DOCUMENT = "/officeDocument"
_USUAL = "word/document.xml"


class WordPackage:
    """The parts of a Word file, unpacked one by one when asked for."""

    def __init__(self, data: bytes, path: Path | str) -> None:
        self._path = path
        match nature(data):
            case Nature.DOCX:
                pass
            case Nature.PROTECTED:
                raise SourceProtected(path=path)
            case Nature.DAMAGED:
                raise SourceDamaged(path=path, detail="")
            case found:
                raise SourceForeign(path=path, found=found.value)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except _BROKEN as error:
            raise SourceDamaged(path=path, detail=str(error)) from error
        if len(parts) > MOST_PARTS:
            raise SourceTooLarge(path=path, what="parts", limit=MOST_PARTS)
        if any(part.flag_bits & 1 for part in parts):
            raise SourceProtected(path=path)
        self._names = frozenset(part.filename for part in parts)
        self._main = self._main_part()

    def document(self) -> Element:
        """Return the part that holds the text, wherever its relationships say that it is."""
        root = self.part(self._main)
        if root is None or not str(root.tag).endswith("}document"):
            raise SourceDamaged(path=self._path, detail=self._main)
        return root

    def part(self, name: str) -> Element | None:
        """Return a part as XML, or nothing where there is none; entities are never resolved."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(self._unpacked(name), parser)
        except etree.XMLSyntaxError as error:
            raise SourceDamaged(path=self._path, detail=str(error)) from error

    def beside(self, name: str) -> Element | None:
        """Return a part of the folder of the text, such as styles.xml; nothing where it cannot be read."""
        try:
            return self.part(f"{self._main.rpartition('/')[0]}/{name}".lstrip("/"))
        except SourceDamaged:
            return None

    def margins(self) -> list[Element]:
        """Return the parts that hold the heads and feet of the pages; none that cannot be read."""
        folder, _, name = self._main.rpartition("/")
        found: dict[str, Element] = {}
        relationships = self.beside(f"_rels/{name}.rels")
        for each in relationships if relationships is not None else ():
            kind = (each.get("Type") or "") if isinstance(each.tag, str) else ""
            target = each.get("Target") or ""
            if kind.endswith(("/header", "/footer")) and target not in found and len(found) < _MOST_MARGINS:
                at = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                try:
                    part = self.part(at)
                except SourceDamaged:
                    # The text itself is whole; a head that is not is no obstacle.
                    continue
                if part is not None:
                    found[target] = part
        return list(found.values())

    def _main_part(self) -> str:
        try:
            relationships = self.part("_rels/.rels")
        except SourceDamaged:
            return _USUAL
        for each in relationships if relationships is not None else ():
            if isinstance(each.tag, str) and (each.get("Type") or "").endswith(_OFFICE_DOCUMENT):
                return (each.get("Target") or _USUAL).lstrip("/")
        return _USUAL

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as stream:
                # What the directory says of the size need not be true.
                content = stream.read(LARGEST_PART + 1)
        except _BROKEN as error:
            raise SourceDamaged(path=self._path, detail=str(error)) from error
        if len(content) > LARGEST_PART:
            raise SourceTooLarge(path=self._path, what="bytes", limit=LARGEST_PART)
        return content
