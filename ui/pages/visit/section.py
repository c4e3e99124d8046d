"""A section of a visit: a list made from the loaded visit, and the form of what is selected."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from models.text.matching import holds
from ui.data.records import full_record
from ui.forms.record import Offer
from ui.pages.listed import ListedPage
from ui.pages.writing import leading, short_name
from ui.widgets.rows.values import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.tables import Visit
    from models.text.catalogue import Words
    from ui.forms.record import FormContext, Record
    from ui.style.tokens import Severity
    from ui.values import FindingView, VisitView

_OF_THE_VISIT = ("party", "delegation", "meeting", "visit_day", "tour_stop", "tour_group")


_MARGIN = timedelta(days=7)
"""So long before and after a visit people travel."""


class Section(ListedPage):
    """Makes its rows from ``self.view`` and from ``self.whole``, the visit as it was loaded."""

    code = ""
    tables: tuple[str, ...] = ()
    """The tables whose rows are edited here: finding one leads to this section."""

    view: VisitView | None = None

    @property
    def whole(self) -> Visit:
        """Return the visit with all that belongs to it."""
        assert self.view is not None
        assert self.view.whole is not None
        return self.view.whole

    def show_visit(self, view: VisitView, words: Words) -> None:
        """Show a visit, or what became of it."""
        other = self.view is None or self.view.id != view.id
        self.view, self.words = view, words
        self.show_again(other=other)

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now."""
        if self.view is not None:
            super().show_again(other=other)

    def languages(self) -> Sequence[str]:
        """Return the working languages of the visit."""
        return self.view.languages if self.view else ()

    def row(self, table: str, row_id: str) -> Any:
        """Return a loaded row of the visit, or None."""
        return self.view.rows.get((table, row_id)) if self.view else None

    def record(self, table: str, row_id: str) -> Record | None:
        """Return a row as its form shows it."""
        row = self.row(table, row_id)
        return full_record(row) if row is not None else None

    def context(self, findings: Sequence[tuple[str, Severity]]) -> FormContext:
        """Return what the form needs: of parties and the like only those of the visit are offered."""
        made = super().context(findings)
        if self.view is None:
            return made
        first, last = self.view.first, self.view.last
        within = (first - _MARGIN, last + _MARGIN) if first is not None and last is not None else None
        return replace(made, offers=self._offers, near=first, within=within, zone=self.view.zone)

    def _offers(self, table: str, text: str) -> Sequence[Offer]:
        if self.view is None or (table not in _OF_THE_VISIT and not (table == "person" and not text.strip())):
            return self.hands.offers(table, text)
        if table == "person":
            # Nothing is typed yet: those who come or receive are meant most often.
            return [
                Offer(who.id, self.hands.called("person", who.id), who.organisation)
                for who in self.view.people()
            ]
        known = [self._offer(table, key) for kind, key in self.view.rows if kind == table]
        return [offer for offer, texts in known if any(holds(each, text) for each in texts)]

    def _offer(self, table: str, key: str) -> tuple[Offer, Sequence[str]]:
        """Return a row of the visit as a picker shows it, and by what it is found: an acronym says most."""
        name = self.hands.called(table, key)
        organisation = getattr(self.row(table, key), "organisation", None)
        if organisation is None or self.words is None:
            return Offer(key, name), (name,)
        title = (
            leading(self.row(table, key).title, self.words, self.languages())
            if table == "delegation"
            else None
        )
        short = title.text if title else short_name(organisation, self.words)
        detail = name if name != short else ""
        return Offer(key, short, detail), (short, name, organisation.acronym, *organisation.name.values())

    def found(self, row_id: str) -> Sequence[FindingView]:
        """Return what was found about a row."""
        return self.view.found.get(row_id, ()) if self.view else ()

    def line(self, *row_ids: str) -> Line | None:
        """Return the worst that was found about some rows, as a row of the list shows it."""
        found: dict[int, FindingView] = {}
        for row_id in row_ids:
            for finding in self.found(row_id):
                found.setdefault(id(finding), finding)
        return worst_line(list(found.values()), self.hands.label)


def worst_line(found: Sequence[FindingView], label: Any) -> Line | None:
    """Return the worst of some findings and how many more there are."""
    from ui.style.tokens import Severity

    order = list(Severity)
    if not found:
        return None
    worst = min(found, key=lambda finding: order.index(finding.severity))
    return Line(label(worst), worst.severity, len(found) - 1)
