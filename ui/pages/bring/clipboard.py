"""What was copied in another program: files, a table of a web page, rows of a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent


def source() -> Path | str | None:
    """Return what can be brought of the clipboard: a file, or the text of rows; None for nothing."""
    return source_of(QGuiApplication.clipboard().mimeData())


def source_of(data: QMimeData | None) -> Path | str | None:
    """Return what can be brought of something that was copied or dropped."""
    if data is None:
        return None
    if (path := first_file(data)) is not None:
        return path
    text = data.text() if data.hasText() else ""
    if "\t" in text:
        # Rows of a spreadsheet; its HTML shows values as they are formatted.
        return text
    html = data.html() if data.hasHtml() else ""
    if "<table" in html.lower():
        return html
    return text if text.strip() else None


def first_file(data: QMimeData) -> Path | None:
    """Return the first file on this computer that was copied or dropped."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)


def is_paste(event: QKeyEvent) -> bool:
    """Tell whether keys mean pasting."""
    return event.matches(QKeySequence.StandardKey.Paste)
