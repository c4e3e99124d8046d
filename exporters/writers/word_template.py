"""A template as parts to be filled: opened once, by python-docx, and completed with our styles.

Everything that reaches through to a template's XML is here. Ours has neither header nor footer and gets
both; an office's letterhead keeps what it has, and our line follows its own.
"""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from exporters.writers.word_parts import (
    CONTENT_TYPES,
    OFFICE,
    PACKAGE_TYPES,
    PROPERTIES_TYPE,
    R,
    W,
    parsed,
    relationship,
    serialised,
    w,
)
from exporters.writers.word_styles import add_fonts, add_styles, complete_settings
from models.errors import PaperProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.writers.word_parts import Element

OWN = Path(__file__).resolve().parents[2] / "resources" / "templates" / "parley.docx"
HEADER_PART, FOOTER_PART = "parleyHeader.xml", "parleyFooter.xml"
_MARK = "parley"
_COMMENT = b"<!--parley-->"


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer into which our line goes, between two pieces of its part."""

    part: str
    before: bytes
    after: bytes
    numbered: bool = False
    """The office's own footer counts the pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """What closes the document's part in one orientation, and the width of its text in twips."""

    closing: bytes
    width: int


@dataclass(frozen=True, slots=True, eq=False)
class WordTemplate:
    """A template taken apart; each is read once and so equals only itself."""

    style_ids: Mapping[str, str]
    document: str
    opening: bytes
    portrait: Page
    landscape: Page
    headers: tuple[Margin, ...]
    footers: tuple[Margin, ...]
    relationships: tuple[bytes, bytes]
    settings: tuple[str, bytes, bytes]
    properties: str
    styles: str
    fonts: str
    static: Mapping[str, bytes]
    """Every other part, as it is."""


def word_template(path: Path | None = None) -> WordTemplate:
    """Return a template taken apart, ours where none is named; one that has not changed is read once."""
    chosen = OWN if path is None else path
    try:
        state = chosen.stat()
        return _read(chosen, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise PaperProblem(reason="template-unreadable", path=str(chosen), detail=str(error)) from error


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, _size: int) -> WordTemplate:
    from docx import Document
    from lxml.etree import XMLSyntaxError

    blob = path.read_bytes()
    try:
        office = Document(BytesIO(blob))
        with ZipFile(BytesIO(blob)) as package:
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
        document = str(office.part.partname)[1:]
        return _Reader(parts, document, own=path == OWN).template()
    except (KeyError, ValueError, BadZipFile, XMLSyntaxError) as error:
        raise PaperProblem(reason="template-unusable", path=str(path), detail=str(error)) from error


class _Reader:
    """Takes one package apart."""

    def __init__(self, parts: dict[str, bytes], document: str, *, own: bool) -> None:
        self._own = own
        self._parts = parts
        self._document = document
        self._folder = posixpath.dirname(document)
        self._types = parsed(parts.pop("[Content_Types].xml"))
        self._links_part = posixpath.join(self._folder, "_rels", posixpath.basename(document) + ".rels")
        self._links = parsed(parts.pop(self._links_part))
        self._body = parsed(parts.pop(document))

    def template(self) -> WordTemplate:
        """Return the package as a template."""
        ours = {} if self._own else _own_parts()
        styles, style_ids = add_styles(self._take("styles"), ours.get("word/styles.xml"))
        fonts = add_fonts(self._take("fontTable", ours), ours.get("word/fontTable.xml"))
        settings_before, settings_after = complete_settings(self._take("settings", ours))
        names = {kind: self._target(kind) for kind in ("styles", "fontTable", "settings")}
        headers, footers = self._margins("header"), self._margins("footer")
        properties = self._properties()
        for extension, kind in (("png", "image/png"), ("jpeg", "image/jpeg")):
            self._default_type(extension, kind)
        portrait, opening = self._page(landscape=False)
        landscape, _ = self._page(landscape=True)
        links = serialised(self._links)
        closing = links.rindex(b"</")
        static = {"[Content_Types].xml": serialised(self._types), **self._parts}
        static[names["styles"]] = styles
        static[names["fontTable"]] = fonts
        return WordTemplate(
            style_ids=style_ids,
            document=self._document,
            opening=opening,
            portrait=portrait,
            landscape=landscape,
            headers=headers,
            footers=footers,
            relationships=(links[:closing], links[closing:]),
            settings=(names["settings"], settings_before, settings_after),
            properties=properties,
            styles=names["styles"],
            fonts=names["fontTable"],
            static=static,
        )

    def _target(self, kind: str) -> str:
        for link in self._links:
            if link.get("Type") == f"{OFFICE}/{kind}":
                return self._resolved(link.get("Target", ""))
        return ""

    def _resolved(self, target: str) -> str:
        return (
            target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
        )

    def _take(self, kind: str, ours: Mapping[str, bytes] | None = None) -> bytes:
        """Take a part out of the package, adding ours where the office's file has none."""
        name = self._target(kind)
        if not name:
            name = posixpath.join(self._folder, f"{kind}.xml")
            content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            self._part_type(name, content)
            self._links.append(relationship(f"rIdParley{kind}", f"{OFFICE}/{kind}", f"{kind}.xml"))
            return (ours or {})[f"word/{kind}.xml"]
        return self._parts.pop(name)

    def _part_type(self, name: str, content: str) -> None:
        override = self._types.makeelement(f"{{{CONTENT_TYPES}}}Override")
        override.set("PartName", "/" + name)
        override.set("ContentType", content)
        self._types.append(override)

    def _default_type(self, extension: str, content: str) -> None:
        if not any(kind.get("Extension", "").lower() == extension for kind in self._types):
            default = self._types.makeelement(f"{{{CONTENT_TYPES}}}Default")
            default.set("Extension", extension)
            default.set("ContentType", content)
            self._types.insert(0, default)

    def _properties(self) -> str:
        """Return the name of the part of core properties, which is written anew for each document."""
        links = parsed(self._parts["_rels/.rels"])
        for link in links:
            if link.get("Type") == PROPERTIES_TYPE:
                name = link.get("Target", "").lstrip("/")
                self._parts.pop(name, None)
                return name
        links.append(relationship("rIdParleyProperties", PROPERTIES_TYPE, "docProps/core.xml"))
        self._parts["_rels/.rels"] = serialised(links)
        self._part_type("docProps/core.xml", PACKAGE_TYPES["core"])
        return "docProps/core.xml"

    def _section(self) -> Element:
        body = self._body.find(w("body"))
        if body is None:
            raise ValueError("no body")
        section = body.find(w("sectPr"))
        if section is None:
            section = deepcopy(_own_section())
            body.append(section)
        return section

    def _margins(self, kind: str) -> tuple[Margin, ...]:
        """Return where our line goes: into the office's headers, and into ours where it has no usual one."""
        section = self._section()
        references = section.findall(w(f"{kind}Reference"))
        targets = {link.get("Id"): self._resolved(link.get("Target", "")) for link in self._links}
        names = dict.fromkeys(targets[reference.get(f"{{{R}}}id", "")] for reference in references)
        margins = [self._margin(name) for name in names]
        if all(reference.get(w("type")) != "default" for reference in references):
            margins.append(self._own_margin(kind, section))
        return tuple(margins)

    def _margin(self, name: str) -> Margin:
        from lxml.etree import Comment

        root = parsed(self._parts.pop(name))
        numbered = any("PAGE" in (field.text or "") for field in root.iter(w("instrText"))) or any(
            "PAGE" in field.get(w("instr"), "") for field in root.iter(w("fldSimple"))
        )
        root.append(Comment(_MARK))
        before, _, after = serialised(root).partition(_COMMENT)
        return Margin(name, before, after, numbered)

    def _own_margin(self, kind: str, section: Element) -> Margin:
        part = HEADER_PART if kind == "header" else FOOTER_PART
        name = posixpath.join(self._folder, part)
        self._part_type(name, PACKAGE_TYPES[kind])
        key = f"rIdParley{kind}"
        self._links.append(relationship(key, f"{OFFICE}/{kind}", part))
        reference = section.makeelement(w(f"{kind}Reference"), nsmap={"r": R})
        reference.set(w("type"), "default")
        reference.set(f"{{{R}}}id", key)
        section.insert(len(section.findall(w("headerReference"))), reference)
        tag = "hdr" if kind == "header" else "ftr"
        start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag} xmlns:w="{W}">'
        return Margin(name, start.encode(), f"</w:{tag}>".encode())

    def _page(self, *, landscape: bool) -> tuple[Page, bytes]:
        from lxml.etree import Comment

        root = deepcopy(self._body)
        if root.nsmap.get("w") != W:
            raise ValueError("the prefix w is not WordprocessingML's")
        body: Any = root.find(w("body"))
        section = body.find(w("sectPr"))
        body.remove(section)
        while len(body) and body[-1].tag == w("p") and _is_blank(body[-1]):
            body.remove(body[-1])
        body.append(Comment(_MARK))
        body.append(section)
        width = _turn(section, landscape=landscape)
        opening, _, closing = serialised(root).partition(_COMMENT)
        return Page(closing, width), opening


def _is_blank(paragraph: Element) -> bool:
    """Tell whether a paragraph holds nothing: no text, no picture, no end of a section."""
    holding = {w("t"), w("drawing"), w("pict"), w("object"), w("sectPr"), w("br"), w("sdt")}
    return not any(element.tag in holding for element in paragraph.iter())


def _turn(section: Element, *, landscape: bool) -> int:
    """Turn the page as asked and return the width of its text."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    own = _own_section()
    if size is None:
        size = deepcopy(own[0])
        before = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
        section.insert(sum(len(section.findall(w(name))) for name in before), size)
    if margins is None:
        margins = deepcopy(own[1])
        section.insert(section.index(size) + 1, margins)
    wide, high = sorted((int(size.get(w("w"), "0")), int(size.get(w("h"), "0"))), reverse=landscape)
    size.set(w("w"), str(wide))
    size.set(w("h"), str(high))
    if landscape:
        size.set(w("orient"), "landscape")
    elif w("orient") in size.attrib:
        del size.attrib[w("orient")]
    return wide - int(margins.get(w("left"), "0")) - int(margins.get(w("right"), "0"))


@lru_cache(maxsize=1)
def _own_parts() -> dict[str, bytes]:
    with ZipFile(OWN) as package:
        return {name: package.read(name) for name in package.namelist()}


@lru_cache(maxsize=1)
def _own_section() -> Element:
    section = parsed(_own_parts()["word/document.xml"]).find(f".//{w('sectPr')}")
    if section is None:
        raise ValueError("no section")
    return section
