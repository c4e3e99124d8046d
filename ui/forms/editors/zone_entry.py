"""A time zone as one of several entries that are saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark
from ui.forms.editors.base import Unfit
from ui.forms.zones import zone_offers
from ui.widgets.picker import PickLine
from ui.widgets.picklist import Choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.forms.record import FormContext
    from ui.style.theme import Theme


class ZoneEntry(PickLine):
    """A picker of zones that speaks as other entries do: what a zone is called is its key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.day: Callable[[], date | None] = lambda: None
        """On which day the zones are told: they differ in summer."""
        self.offers = self._offers

    def show_text(self, text: str) -> None:
        """Show a zone as saved."""
        self.show_key(text, text)

    def _offers(self, text: str) -> list[Choice]:
        found = zone_offers(text, self.day())
        return [Choice(offer.id, offer.text, offer.detail) for offer in found]

    def overlay(self, key: str, text: str, base: str = "") -> None:
        """Put back a zone that is not saved yet."""
        # As other entries have it, the text comes first and its base follows.
        super().overlay(key, key, text or base)

    def changed(self) -> bool:
        """Tell whether another zone was picked, or is searched for."""
        return super().changed() or self.searching()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(self._theme.font())


class Zone:
    """A zone by its name."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return the name."""
        del context
        return value or ""

    def read(self, text: str, context: FormContext, base: Any) -> str:
        """Return the zone that is meant."""
        del context, base
        found = [offer.id for offer in zone_offers(text)] if text.strip() else [""]
        if text in found:
            return text
        if len(found) != 1:
            raise Unfit(mark("This is no known time zone; type a city, like Seoul"))
        return found[0]
