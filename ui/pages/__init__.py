"""The pages of the window, one package each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.hands import Hands


def make_pages(hands: Hands) -> dict[str, Any]:
    """Make the pages besides that of a visit, by their codes."""
    from ui.pages.bring.page import BringPage
    from ui.pages.cooperation.page import CooperationPage
    from ui.pages.directory.page import DirectoryPage
    from ui.pages.glossary.page import GlossaryPage
    from ui.pages.series.page import SeriesPage

    pages = (
        DirectoryPage(hands),
        SeriesPage(hands),
        CooperationPage(hands),
        GlossaryPage(hands),
        BringPage(hands),
    )
    return {page.code: page for page in pages}
