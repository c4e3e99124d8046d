"""The pages of the window, one package each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.hands import Hands


def make_pages(hands: Hands) -> dict[str, Any]:
    """Make the pages besides that of a visit, by their codes."""
    del hands
    return {}
