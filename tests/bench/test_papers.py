"""Papers, against raw XML and zip of the same strings."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.catalogue import PaperRequest, make
from exporters.document import Paragraph, Table
from exporters.papers.view import View
from exporters.writers.word import word_bytes
from tests.bench.ratio import compare
from tests.support.large import large_database

TODAY = dt.date(2024, 7, 26)


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    database, key = large_database(tmp_path_factory.mktemp("papers") / "large.parley")
    with database:
        return database.load_visit(key)


def strings(document):
    """Return the texts of a paper as bare rows: each a list of cells, each a list of (style, runs)."""
    rows = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            rows.append([[flat(block)]])
        elif isinstance(block, Table):
            rows += [
                [[flat(p) for p in cell.paragraphs] for cell in row.cells]
                for row in (*block.head, *block.rows)
            ]
    return rows


def flat(paragraph):
    return paragraph.style.value, [(run.language, run.text) for run in paragraph.runs]


def parts_of(made):
    """Return the parts of a package but the one with the text."""
    with ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist() if name != "word/document.xml"}


def raw(rows, parts):
    """Write strings as a document without any help: what no program can do without."""
    out = []
    for row in rows:
        out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for cell in row:
            out.append('<w:tc><w:tcPr><w:tcW w:w="4819" w:type="dxa"/></w:tcPr>')
            for style, runs in cell:
                out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
                for language, text in runs:
                    out.append(
                        f'<w:r><w:rPr><w:rStyle w:val="{language}"/></w:rPr>'
                        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
                    )
                out.append("</w:p>")
            out.append("</w:tc>")
        out.append("</w:tr>")
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        package.writestr("word/document.xml", "".join(out))
    return stream.getvalue()


@pytest.mark.parametrize("languages", [("ko", "ja"), ("en", "ko")], ids="-".join)
def test_an_agenda_of_500_entries(visit, languages):
    request = PaperRequest("agenda", languages)
    document = make(visit, request, TODAY)
    rows, parts = strings(document), parts_of(word_bytes(document))
    assert len(rows) > 500
    compare(
        f"Agenda of 500 entries, {'+'.join(languages)}, with building it",
        lambda: raw(rows, parts),
        lambda: word_bytes(make(visit, request, TODAY)),
        6,
    )


def test_fifty_personal_itineraries(visit):
    people = [delegate.person_id for delegation in visit.delegations for delegate in delegation.delegates][
        :50
    ]
    requests = [PaperRequest("itinerary", ("ko",), who=person) for person in people]
    documents = [make(visit, request, TODAY) for request in requests]
    bare = [(strings(document), parts_of(word_bytes(document))) for document in documents]

    def ours():
        view = View(visit)
        return [word_bytes(make(visit, request, TODAY, view)) for request in requests]

    def floor():
        return [raw(rows, parts) for rows, parts in bare]

    compare("50 personal itineraries, written", floor, lambda: [word_bytes(d) for d in documents], 2)
    compare("50 personal itineraries, with building them", floor, ours, 2, rounds=7)
