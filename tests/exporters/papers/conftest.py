from __future__ import annotations

import datetime as dt

import pytest

from exporters.catalogue import PaperRequest, make
from exporters.document import Paragraph, Table
from models.store import Database, Profile
from tests.models.rules.planner import planned
from tests.support.files import new_database, sample_database, sample_visit
from tests.support.visits import small_visit

TODAY = dt.date(2024, 7, 26)


class Papers:
    """Papers of a visit as text."""

    def __init__(self, visit, keys):
        self.visit = visit
        self.keys = keys

    def make(self, paper="itinerary", languages=("ko",), who=None, **more):
        key = self.keys.get(who, who)
        return make(self.visit, PaperRequest(paper, tuple(languages), who=key, **more), TODAY)

    def text(self, *args, **more):
        return "\n".join(lines(self.make(*args, **more)))


def lines(document):
    """Return every paragraph of a document as text, page head and foot first."""
    found = ["".join(run.text for run in runs) for runs in margins(document)]
    for paragraph in paragraphs(document):
        found.append(paragraph.lead + "".join(run.text for run in paragraph.runs))
    return found


def margins(document):
    return (document.header_left, document.header_right, document.footer_left)


def paragraphs(document):
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from cell.paragraphs


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    with new_database(tmp_path_factory.mktemp("papers")) as database:
        made = small_visit(database)
        return Papers(database.load_visit(made.visit), made.keys)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    with sample_database(tmp_path_factory.mktemp("sample")) as database:
        return Papers(sample_visit(database), {})


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("unusual") / "unusual.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield database


@pytest.fixture
def made(database):
    """Return the function that builds a visit and gives its papers."""

    def build(act, **fields):
        def within(p):
            if fields:
                p.begin(**fields)
            return act(p)

        visit, keys = planned(database, within)
        return Papers(visit, keys or {})

    return build
