"""The papers section alone, over the real sample."""

from __future__ import annotations

from functools import partial

import pytest


@pytest.fixture
def office(office_file):
    from ui.data.office import Office

    opened = Office.open(office_file)
    yield opened
    opened.close()


@pytest.fixture
def visit(office):
    found = office.file().visits
    views = [office.visit(line.id) for line in found]
    return max(views, key=lambda view: len(view.days))


@pytest.fixture
def opened(qtbot, qapp, office, office_file, visit, tmp_path):
    """Return a function that shows the section of a visit and waits for its preview."""
    from ui.data.papers import make_papers, paper_document
    from ui.pages.papers.page import PapersPage
    from ui.settings import Settings
    from ui.style.theme import Shade, Theme
    from ui.tongue import Tongue
    from ui.work import Work

    pages = []
    out = tmp_path / "papers"
    out.mkdir()

    def show(language="ko", size=(1160, 720), view=visit, shade=Shade.LIGHT):
        theme = Theme(qapp, language, shade)
        theme.dress()
        tongue, work = Tongue(qapp, language), Work()
        page = PapersPage(
            theme,
            Settings(tmp_path / "settings"),
            tongue.error,
            ask=work.ask,
            build=lambda visit_id, wish: paper_document(office.database.load_visit(visit_id), wish),
            make=partial(make_papers, office_file),
            label=lambda finding: finding.code,
        )
        page.offer_folder(out)
        page.work_elsewhere, page.out, page.tongue = work, out, tongue
        pages.append(page)
        page.resize(*size)
        page.show()
        with qtbot.waitSignal(page.preview.shown, timeout=20000):
            page.show_visit(view, tongue.words)
        return page

    yield show
    for page in pages:
        page.stop()
        page.work_elsewhere.stop()
        page.close()
        page.deleteLater()
    qapp.setStyleSheet("")
    qapp.processEvents()
