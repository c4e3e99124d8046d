"""Papers, against raw XML and zip of the same strings."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, unescape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.catalogue import PaperRequest, content, make
from exporters.papers.collector import collector_waiting
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


TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")


@dataclass(frozen=True, slots=True)
class Bare:
    """A finished paper taken apart: the XML between its texts, its texts, and the other parts as they are."""

    between: list[str]
    texts: list[str]
    parts: dict[str, bytes]


def taken_apart(made):
    """Take a Word file apart, so that it can be put together again without any help of ours."""
    with ZipFile(BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    between, texts, last = [], [], 0
    xml = parts.pop("word/document.xml").decode()
    for found in TEXT.finditer(xml):
        between.append(xml[last : found.start(2)])
        texts.append(unescape(found[2]))
        last = found.end(2)
    between.append(xml[last:])
    return Bare(between, texts, parts)


def raw(bare):
    """Write the same strings in the same XML: what no program can do without."""
    out = []
    for before, text in zip(bare.between, bare.texts, strict=False):
        out.append(before)
        out.append(escape(text))
    out.append(bare.between[-1])
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in bare.parts.items():
            package.writestr(name, content)
        package.writestr("word/document.xml", "".join(out).encode())
    return stream.getvalue()


@pytest.mark.parametrize("languages", [("ko", "ja"), ("en", "ko")], ids="-".join)
def test_an_agenda_of_500_entries(visit, languages):
    request = PaperRequest("agenda", languages)
    document = make(visit, request, TODAY)
    bare = taken_apart(word_bytes(document))
    assert len(bare.texts) > 1500
    assert taken_apart(raw(bare)) == bare
    compare(
        f"Agenda of 500 entries, {'+'.join(languages)}, with building it",
        lambda: raw(bare),
        lambda: content(visit, request, TODAY),
        6,
    )


def test_fifty_personal_itineraries(visit):
    people = [delegate.person_id for delegation in visit.delegations for delegate in delegation.delegates][
        :50
    ]
    requests = [PaperRequest("itinerary", ("ko",), who=person) for person in people]
    documents = [make(visit, request, TODAY) for request in requests]
    bare = [taken_apart(word_bytes(document)) for document in documents]

    def ours():
        # As ``export`` does it, but into memory.
        view = View(visit)
        with collector_waiting():
            return [content(visit, request, TODAY, view) for request in requests]

    def floor():
        return [raw(each) for each in bare]

    compare("50 personal itineraries, written", floor, lambda: [word_bytes(d) for d in documents], 2)
    compare("50 personal itineraries, with building them", floor, ours, 2, rounds=7)
