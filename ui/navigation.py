"""Going from page to page: what is open, back and forward, and where a row is to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication

from ui.pages import PAGES
from ui.places import Spot, Trail
from ui.widgets.order import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStackedWidget

    from models.text.catalogue import Words
    from ui.desk import Desk
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.pages.visit.page import VisitPage


class Page(Protocol):
    """A page of the window besides that of a visit."""

    code: str

    def enter(self) -> None:
        """Begin to read what the page shows."""

    def leave(self) -> None:
        """Save what is being typed and read no longer."""

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms in which something may be typed."""
        ...

    def select(self, table: str, row_id: str) -> Any:
        """Select a row, as soon as it is there."""

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""


class Navigation(QObject):
    """Owns the trail; asks the desk for visits, and pages to enter and leave."""

    moved = Signal()
    """Another page, section or visit is open."""
    built = Signal(object)
    """A page was built; it is shown for the first time."""

    def __init__(self, desk: Desk, stack: QStackedWidget, visit_page: VisitPage, hands: Hands) -> None:
        super().__init__(stack)
        self._desk, self._stack, self._visit_page, self._hands = desk, stack, visit_page, hands
        self.pages: dict[str, Any] = {}
        """The pages that were built, by code."""
        self.trail = Trail()
        self._wanted: Spot | None = None
        visit_page.section_opened.connect(self._section_opened)

    def here(self) -> Spot | None:
        """Return where one is."""
        return self.trail.here

    def page(self, code: str) -> Page:
        """Return a page by its code, built where it is not there yet."""
        if code not in self.pages:
            self.pages[code] = PAGES[code].make(self._hands)
            self._stack.addWidget(self.pages[code])
            self.built.emit(self.pages[code])
        return self.pages[code]

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms of the page that is open."""
        here = self.here()
        if here is None:
            return ()
        return self._visit_page.forms() if here.page == "visit" else self._page_forms(here.page)

    def all_forms(self) -> Sequence[FormPanel]:
        """Return the forms of all pages."""
        others = [form for page in self.pages.values() for form in page.forms()]
        return [*self._visit_page.forms(), *others]

    def go(self, spot: Spot) -> None:
        """Go somewhere; what is being typed is saved first."""
        self._go(spot)
        self.trail.go(spot)
        self.moved.emit()

    def back(self) -> None:
        """Go back."""
        self._follow(self.trail.back())

    def forward(self) -> None:
        """Go forward."""
        self._follow(self.trail.forward())

    def find(self, table: str, row_id: str) -> None:
        """Go to wherever a row is edited."""
        self._desk.ask(lambda office: office.owners(table, row_id), self._found)

    def enter_list(self) -> None:
        """Put the cursor into the list of the page, or where it is empty on what adds to it."""
        here = self._stack.currentWidget()
        focus = QApplication.focusWidget()
        if here is None or (focus is not None and here.isAncestorOf(focus)):
            return
        stops = [stop for stop in reading(here) if stop.isVisible() and stop.isEnabled()]
        lists = [stop for stop in stops if isinstance(stop, QAbstractItemView)]
        for stop in (*lists, *stops)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def visit_shown(self) -> None:
        """Select what was asked for, now that the visit is there."""
        visit = self._desk.visit
        wanted, self._wanted = self._wanted, None
        if visit is None:
            return
        here = self.here()
        if here is None or here.page != "visit":
            self.trail.go(Spot("visit", visit.id, self._visit_page.section()))
        elif here.visit != visit.id:
            self.trail.go(Spot("visit", visit.id, here.section))
        if wanted is not None and wanted.visit == visit.id:
            self._visit_page.open_section(wanted.section or self._visit_page.section())
            if wanted.row:
                self._visit_page.select(wanted.table, wanted.row)
        self._stack.setCurrentWidget(self._visit_page)
        self.moved.emit()

    def spot_of(self, chain: Sequence[tuple[str, str]]) -> Spot | None:
        """Return where a row is edited; it comes with what it belongs to, the nearest first."""
        visit = next((row_id for table, row_id in chain if table == "visit"), "")
        for table, row_id in chain:
            section = self._visit_page.section_of(table) if visit else ""
            if section:
                return Spot("visit", visit, section, table, row_id)
            for code, page in PAGES.items():
                if table in page.tables:
                    return Spot(code, table=table, row=row_id)
        return Spot("visit", visit) if visit else None

    def _found(self, chain: Sequence[tuple[str, str]]) -> None:
        spot = self.spot_of(chain)
        if spot is not None:
            self.go(spot)

    def _follow(self, spot: Spot | None) -> None:
        if spot is not None:
            self._go(spot)
            self.moved.emit()

    def _go(self, spot: Spot) -> None:
        for form in self.forms():
            form.flush()
        current = self._stack.currentWidget()
        for page in self.pages.values():
            if page is current and page is not self.pages.get(spot.page):
                page.leave()
        if spot.page == "visit":
            self._go_to_visit(spot)
            return
        page = self.page(spot.page)
        self._desk.leave_visit()
        self._stack.setCurrentWidget(page)  # pyright: ignore[reportArgumentType]
        page.enter()
        if spot.row:
            page.select(spot.table, spot.row)

    def _go_to_visit(self, spot: Spot) -> None:
        shown = self._desk.visit
        if shown is not None and shown.id == spot.visit:
            self._stack.setCurrentWidget(self._visit_page)
            if spot.section:
                self._visit_page.open_section(spot.section)
            if spot.row:
                self._visit_page.select(spot.table, spot.row)
            return
        self._wanted = spot
        self._desk.show_visit(spot.visit)

    def _section_opened(self, section: str) -> None:
        here = self.here()
        if here is not None and here.page == "visit" and here.section != section:
            self.trail.go(Spot("visit", here.visit, section))
            self.moved.emit()

    def _page_forms(self, code: str) -> Sequence[FormPanel]:
        page = self.pages.get(code)
        return page.forms() if page is not None else ()
