"""Making Word files the way offices make them: with Word's own means, clean or not."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def lines(document: Document, *texts: str) -> None:
    """Add paragraphs; a \\n within one is a soft line break, a \\t a tab."""
    for text in texts:
        document.add_paragraph(text)


def styled(document: Document, style: str, *texts: str) -> None:
    """Add paragraphs in a style of Word."""
    for text in texts:
        document.add_paragraph(text, style=style)


def bold(document: Document, text: str) -> None:
    """Add a bold paragraph."""
    document.add_paragraph().add_run(text).bold = True


def table(document: Document, rows: Sequence[Sequence[str | None]]) -> Table:
    """Add a table: ``None`` joins the cell to the one before it, "^" to the one above.

    A \\n in a cell begins a paragraph, a \\v a soft line break.
    """
    width = max(len(row) for row in rows)
    made = document.add_table(len(rows), width, style="Table Grid")
    for number, row in enumerate(rows):
        column = 0
        while column < len(row):
            text, last = row[column], column
            while last + 1 < len(row) and row[last + 1] is None:
                last += 1
            if text != "^":
                bottom = number
                while (
                    bottom + 1 < len(rows)
                    and len(rows[bottom + 1]) > column
                    and rows[bottom + 1][column] == "^"
                ):
                    bottom += 1
                cell = made.cell(number, column)
                if (bottom, last) != (number, column):
                    cell = cell.merge(made.cell(bottom, last))
                _fill(cell, text or "")
            column = last + 1
    return made


def _fill(cell: object, text: str) -> None:
    first, *others = text.split("\n")
    paragraphs = [cell.paragraphs[0], *(cell.add_paragraph() for _ in others)]  # type: ignore[attr-defined]
    for paragraph, each in zip(paragraphs, (first, *others), strict=True):
        paragraph.add_run(each.replace("\v", "\n"))


def tracked(paragraph: Paragraph, gone: str, new: str) -> None:
    """Write a tracked change: a text deleted, another put in."""
    for tag, inner, text in (("w:del", "w:delText", gone), ("w:ins", "w:t", new)):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "9")
        change.set(qn("w:author"), "office")
        run, said = OxmlElement("w:r"), OxmlElement(inner)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)


def text_box(document: Document, text: str) -> None:
    """Add a text box, as Word writes it: a drawing, and the same again for old versions."""
    box = f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    alternate = parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f'xmlns:v="urn:schemas-microsoft-com:vml" {nsdecls("w")}>'
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    run = document.add_paragraph().add_run()
    run._r.append(alternate)


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field with its code and what it shows."""
    for kind, text in (("begin", None), (None, code), ("separate", None), (None, shown), ("end", None)):
        run = OxmlElement("w:r")
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if text == code else "w:t")
            mark.text = text
        run.append(mark)
        paragraph._p.append(run)


def hidden(paragraph: Paragraph, text: str) -> None:
    """Add hidden text."""
    paragraph.add_run(text).font.hidden = True


def nested(document: Document, rows: Sequence[Sequence[str | None]]) -> None:
    """Add a table within the only cell of another, as a frame."""
    inner = table(document, rows)
    outer = document.add_table(1, 1, style="Table Grid")
    outer.cell(0, 0)._tc.insert(0, deepcopy(inner._tbl))
    inner._tbl.getparent().remove(inner._tbl)


def new() -> Document:
    """Make an empty Word file."""
    return docx.Document()


def content(document: Document) -> bytes:
    """Return the bytes of a Word file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
