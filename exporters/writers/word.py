"""Papers as Word files: strings of XML in the parts of a template that is opened once."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from exporters.document import Style
from exporters.writers.word_package import core_properties, font_languages, packed
from exporters.writers.word_parts import W
from exporters.writers.word_pictures import picture_parts, pictures_in
from exporters.writers.word_template import word_template
from exporters.writers.word_xml import FIGURES, FOOTER, HEADER, BlockWriter, twips
from models.errors import PaperProblem

if TYPE_CHECKING:
    from pathlib import Path

    from exporters.document import Document
    from exporters.writers.word_template import Page, WordTemplate

_TEXT_WIDTH = twips(170)


def word_bytes(document: Document, template: Path | None = None) -> bytes:
    """Return a document as the bytes of a .docx file; the same document gives the same bytes.

    A template is an office's own letterhead; without one the paper stands in ours.
    """
    if not document.languages:
        raise PaperProblem(reason="languages-missing")
    frame = word_template(template)
    writer = BlockWriter(frame.style_ids, pictures_in(frame))
    page = frame.landscape if document.landscape else frame.portrait
    body = writer.blocks(document.blocks).encode()
    shared: dict[str, bytes] = {}
    header = _header(document, writer, page)
    for margin in frame.headers:
        shared[margin.part] = margin.before + header + margin.after
    for margin in frame.footers:
        footer = _footer(document, writer, page, numbered=not margin.numbered)
        shared[margin.part] = margin.before + footer + margin.after
    name, before, after = frame.settings
    shared[name] = before + font_languages(document).encode() + after
    pictures, links = picture_parts(frame, writer.pictures)
    first, last = frame.relationships
    shared[_relationships_part(frame)] = first + links.encode() + last
    own = {
        frame.document: frame.opening + body + page.closing,
        frame.properties: core_properties(document),
        **pictures,
    }
    return packed(frame, tuple(sorted(writer.languages)), shared, own)


def _relationships_part(frame: WordTemplate) -> str:
    folder, name = posixpath.split(frame.document)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _header(document: Document, writer: BlockWriter, page: Page) -> bytes:
    left = writer.runs(document.header_left, Style.NORMAL)
    right = writer.runs(document.header_right, Style.NORMAL)
    tab = "<w:r><w:tab/></w:r>" if right else ""
    return f"{_margin_paragraph(writer, HEADER, page)}{left}{tab}{right}</w:p>".encode()


def _footer(document: Document, writer: BlockWriter, page: Page, *, numbered: bool) -> bytes:
    left = writer.runs(document.footer_left, Style.NORMAL)
    if not numbered and not left:
        return b""
    figures = f'<w:r><w:rPr><w:rStyle w:val="{writer.style_id(FIGURES)}"/></w:rPr>'
    count = (
        f'<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE ">{figures}<w:t>1</w:t></w:r></w:fldSimple>'
        f'{figures}<w:t xml:space="preserve"> / </w:t></w:r>'
        f'<w:fldSimple w:instr=" NUMPAGES ">{figures}<w:t>1</w:t></w:r></w:fldSimple>'
    )
    return f"{_margin_paragraph(writer, FOOTER, page)}{left}{count if numbered else ''}</w:p>".encode()


def _margin_paragraph(writer: BlockWriter, style: str, page: Page) -> str:
    """Open a paragraph of the page's head or foot; a page of another width has its own tab stops."""
    tabs = ""
    if page.width != _TEXT_WIDTH:
        stops = (
            ("clear", _TEXT_WIDTH // 2),
            ("clear", _TEXT_WIDTH),
            ("center", page.width // 2),
            ("right", page.width),
        )
        if style == HEADER:
            stops = (stops[1], stops[3])
        tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in sorted(stops, key=_position))
        tabs = f"<w:tabs>{tabs}</w:tabs>"
    return f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{writer.style_id(style)}"/>{tabs}</w:pPr>'


def _position(stop: tuple[str, int]) -> int:
    return stop[1]
