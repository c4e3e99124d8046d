"""The demonstration papers as files, written and converted once for all tests of the writers."""

from __future__ import annotations

import pytest

from tests.support import demo_papers
from tests.support.ooxml import to_pdf, write


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """Return the path of each demonstration paper by its name."""
    folder = tmp_path_factory.mktemp("papers")
    paths = {}
    for name, made in demo_papers.ALL.items():
        paths[name] = folder / f"{name}.docx"
        write(made(), paths[name])
    return paths


@pytest.fixture(scope="session")
def printed(papers, tmp_path_factory):
    """Return the same papers as PDF, made by LibreOffice."""
    made = to_pdf(list(papers.values()), tmp_path_factory.mktemp("printed"))
    return dict(zip(papers, made, strict=True))
