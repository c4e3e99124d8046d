"""Documents that are no .docx are refused with a sentence that says what they are and what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from models.errors import SourceForeign
from models.intake.readers.files import book_of
from models.text.catalogue import words
from ui.words import error_sentence

FILES = Path(__file__).parents[1] / "files"


def package(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return buffer.getvalue()


def compound(*streams):
    """Return the beginning of a compound file, in whose directory the names of its streams stand."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "\0".join(streams).encode("utf-16-le")


CASES = [
    ("a.doc", (FILES / "agenda.doc").read_bytes(), "Word", ".docx"),
    ("a.hwp", compound("FileHeader", "BodyText", "\x05HwpSummaryInformation"), ".hwp", ".docx"),
    ("a.hwpx", package(mimetype="application/hwp+zip"), ".hwpx", ".docx"),
    ("b.hwpx", package(**{"Contents/content.hpf": "<x/>"}), ".hwpx", ".docx"),
    ("a.odt", package(mimetype="application/vnd.oasis.opendocument.text"), ".odt", ".docx"),
    ("a.rtf", b"{\\rtf1\\ansi 09:30 Welcome}", ".rtf", ".docx"),
    ("a.pages", package(**{"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}), "Pages", ".docx"),
    ("a.pdf", b"%PDF-1.7\n", "PDF", ".docx"),
]


@pytest.mark.parametrize(("name", "content", "called", "asked"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("disguise", ["", ".docx", ".xlsx"])
def test_a_document_says_what_it_is_and_what_to_save_it_as(name, content, called, asked, disguise):
    name += disguise
    with pytest.raises(SourceForeign) as problem:
        book_of(content, name, name)
    said = [error_sentence(problem.value, words(language)) for language in ("ko", "ja", "en")]
    assert len(set(said)) == 3
    for sentence in said:
        assert sentence.startswith(name)
        assert called in sentence.removeprefix(name)
        assert asked in sentence.removeprefix(name)
