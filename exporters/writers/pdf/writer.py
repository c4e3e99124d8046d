"""Pages as a PDF file with its fonts inside."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from exporters.writers.pdf.fonts import all_families
from exporters.writers.pdf.pages import layout
from exporters.writers.pdf.searchable import searchable
from models.errors import PaperProblem

if TYPE_CHECKING:
    from exporters.document import Document

_UNITS_PER_INCH = 1440
_UNITS_PER_POINT = 20
_kept: list[QGuiApplication] = []
"""The application that had to be made: it lives as long as the process."""


def ready() -> None:
    """See that there is an application of Qt, without which there are no fonts; it needs no display."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication([sys.argv[0] or "parley", "-platform", "offscreen"]))


def pdf_bytes(document: Document) -> bytes:
    """Return a document as the bytes of a PDF file."""
    if not document.languages:
        raise PaperProblem(reason="languages-missing")
    ready()
    pages = layout(document)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_UNITS_PER_INCH)
    writer.setTitle(document.title)
    writer.setAuthor(document.author)
    writer.setCreator("Parley")
    size = QSizeF(pages.wide / _UNITS_PER_POINT, pages.high / _UNITS_PER_POINT)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    for number in range(len(pages)):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    text = "".join(pages.text(number) for number in range(len(pages)))
    return searchable(bytes(buffer.data().data()), text, all_families())
