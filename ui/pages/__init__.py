"""The pages of the window, one package each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hands import Hands


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page besides that of a visit: whose rows are edited there, and how it is made."""

    tables: tuple[str, ...]
    make: Callable[[Hands], Any]


def _directory(hands: Hands) -> Any:
    from ui.pages.directory.page import DirectoryPage

    return DirectoryPage(hands)


def _series(hands: Hands) -> Any:
    from ui.pages.series.page import SeriesPage

    return SeriesPage(hands)


def _cooperation(hands: Hands) -> Any:
    from ui.pages.cooperation.page import CooperationPage

    return CooperationPage(hands)


def _glossary(hands: Hands) -> Any:
    from ui.pages.glossary.page import GlossaryPage

    return GlossaryPage(hands)


def _history(hands: Hands) -> Any:
    from ui.pages.history.spot import HistorySpot

    return HistorySpot(hands)


def _bring(hands: Hands) -> Any:
    from ui.pages.bring.page import BringPage

    return BringPage(hands)


PAGES = {
    "directory": PageKind(("person", "affiliation", "organisation", "place"), _directory),
    "series": PageKind(("series", "meeting", "agreement"), _series),
    "cooperation": PageKind(("cooperation_item", "cooperation_decision", "follow_up"), _cooperation),
    "glossary": PageKind(("term", "honorific"), _glossary),
    "history": PageKind((), _history),
    "bring": PageKind((), _bring),
}
"""By code."""
