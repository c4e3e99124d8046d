"""What is in the window: sidebar, page, status line, and what leads from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.asking import Asking
from ui.bringing import Bringing
from ui.commands import Commands
from ui.deeds import Deed
from ui.files import Files
from ui.hands import Hands
from ui.keeping import Keeping
from ui.navigation import Navigation
from ui.pages.start.page import StartPage
from ui.pages.visit.page import VisitPage
from ui.places import Spot
from ui.saving import Saving
from ui.sidebar.panel import Sidebar
from ui.status import StatusLine
from ui.style import measures
from ui.trouble import TroubleStrip
from ui.undoing import Undoing
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty
from ui.widgets.ground import Ground
from ui.widgets.ring import FocusRing
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from models.text.catalogue import Words
    from ui.desk import Desk
    from ui.settings import Settings
    from ui.shell import Shell
    from ui.style.theme import Shade, Theme
    from ui.tongue import Tongue
    from ui.values import FileView, VisitView
    from ui.values_safety import CompanyView

_NARROW = 1100
_PAGES = ("visits", "directory", "series", "cooperation", "glossary")


class Workspace(QWidget):
    """Built at once and empty; what it shows comes by the signals of the desk."""

    def __init__(self, shell: Shell, theme: Theme, tongue: Tongue, settings: Settings, desk: Desk) -> None:
        super().__init__()
        self._shell = shell
        self._theme, self._tongue, self._settings, self.desk = theme, tongue, settings, desk
        desk.names.language = tongue.words.language
        self.commands = Commands(self, theme, settings, tongue.languages)
        self.sidebar = Sidebar(theme, self.commands.menu)
        self.start_page = StartPage(theme, tongue.languages)
        self.toast = Toast(theme, self)
        self.hands = Hands(desk, theme, tongue, self.toast, settings)
        self.hands.kept = dict(settings.kept.lists)
        self.hands.findings_asked.connect(self._go_to_finding)
        self.visit_page = VisitPage(self.hands)
        self._new_visit = Button(theme, Rank.PRIMARY, "plus")
        self._who = Button(theme, Rank.PLAIN, "user-round")
        self._no_visits = Empty(theme, "calendar-plus", self._new_visit, self._who)
        self.pages = QStackedWidget()
        self.status = StatusLine(theme)
        self.trouble = TroubleStrip(theme)
        self.navigation = Navigation(desk, self.pages, self.visit_page, self.hands)
        self.undoing = Undoing(desk, self.toast, self.commands, self.navigation, tongue)
        self.saving = Saving(
            desk, tongue, self.navigation, status=self.status, strip=self.trouble, toast=self.toast
        )
        self.bringing = Bringing(self)
        self.files = Files(self, tongue, settings)
        self.asking = Asking(self, self.hands, desk, tongue, self.commands)
        self.keeping = Keeping(
            self,
            self.hands,
            desk,
            tongue,
            self.navigation,
            files=self.files,
            commands=self.commands,
            status=self.status,
            flush=self.saving.flush,
        )
        self._ring = FocusRing(theme, self)
        self._build()
        self._wire()
        self.retranslate(tongue.words)
        theme.dress()
        shell.setCentralWidget(self)
        shell.setMinimumSize(760, 480)
        shell.when_closing(self.close_all)

    def _build(self) -> None:
        empty = Ground(self._theme, "surface")
        QVBoxLayout(empty).addWidget(self._no_visits)
        waiting = Ground(self._theme, "surface")
        self._waiting, self._no_visit_page = waiting, empty
        for page in (self.start_page, self.visit_page, empty, waiting):
            self.pages.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.sidebar)
        right = QWidget()
        above = QVBoxLayout(right)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.trouble)
        above.addWidget(self.keeping.strip)
        above.addWidget(self.pages, 1)
        self.split.addWidget(right)
        self.split.setHandleWidth(0)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(measures.SIDEBAR_LEAST)
        self.sidebar.setMaximumWidth(measures.SIDEBAR_MOST)
        self.split.setSizes([self._settings.kept.sidebar or measures.SIDEBAR, 1200])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(self.status)

    def _wire(self) -> None:
        commands, desk, navigation = self.commands, self.desk, self.navigation
        commands.new.triggered.connect(self.files.new)
        commands.open.triggered.connect(self.files.open)
        commands.sample.triggered.connect(self.files.sample)
        self.files.opened.connect(self.open_path)
        self.files.made.connect(self._create)
        commands.recent_chosen.connect(self.open_path)
        commands.new_visit.triggered.connect(self.new_visit)
        commands.add_item.triggered.connect(self.add)
        commands.back.triggered.connect(navigation.back)
        commands.forward.triggered.connect(navigation.forward)
        commands.next_section.triggered.connect(lambda: self.visit_page.open_next(1))
        commands.section_before.triggered.connect(lambda: self.visit_page.open_next(-1))
        for action, code in zip(commands.pages, _PAGES, strict=True):
            action.triggered.connect(lambda _checked=False, code=code: self.open_page(code))
        commands.export.triggered.connect(self.export)
        commands.language_chosen.connect(self.use_language)
        commands.shade_chosen.connect(self.use_shade)
        self.sidebar.settings_asked.connect(self.asking.settings)
        commands.show_menu.triggered.connect(self.sidebar.open_menu)
        commands.quit.triggered.connect(self._shell.close)
        self.start_page.new_asked.connect(self.files.new)
        self.start_page.open_asked.connect(self.files.open)
        self.start_page.sample_asked.connect(self.files.sample)
        self.start_page.recent_asked.connect(self.open_path)
        self.start_page.language_chosen.connect(self.use_language)
        self._new_visit.clicked.connect(self.new_visit)
        self._who.clicked.connect(self.commands.settings.trigger)
        self.sidebar.picked.connect(self._show_visit)
        self.sidebar.went.connect(self.open_page)
        self.sidebar.search.clicked.connect(self.asking.find_anything)
        self.asking.found.connect(navigation.find)
        self.asking.language_chosen.connect(self.use_language)
        self.asking.shade_chosen.connect(self.use_shade)
        self.sidebar.visit_asked.connect(self.new_visit)
        self.hands.went.connect(navigation.go)
        navigation.moved.connect(self._moved)
        self.visit_page.built.connect(lambda _code, section: self._look_after(section))
        navigation.built.connect(self._page_built)
        self.status.language_asked.connect(self._open_languages)
        self.status.findings_asked.connect(self._go_to_finding)
        desk.file_shown.connect(self._file_shown)
        desk.visit_shown.connect(self._visit_shown)
        desk.visit_none.connect(lambda: self._show_page(self._no_visit_page))
        desk.saving.connect(self.status.show_saving)
        desk.saved.connect(self.status.show_saved)
        self.saving.may_close.connect(self._shell.close)
        desk.failed.connect(self._failed)
        self.visit_page.header.history.clicked.connect(self.keeping.show_history)
        self.keeping.together.company_known.connect(self._show_company)
        self._theme.changed.connect(self._redress)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        parts = (self.commands, self.sidebar, self.start_page, self.visit_page, self.status)
        for part in (*parts, *self.navigation.pages.values()):
            part.retranslate(words)
        self._new_visit.tell(words.say("New visit"))
        self._who.tell(words.say("Your name and organisation…"))
        self._no_visits.tell(
            words.say("No visits yet"),
            words.say(
                "A visit is one trip, out or in. Begin with its title and dates; the schedule comes next."
                " Say once who you are and which organisation is yours: changes are signed with your name,"
                " and visits that go out are told from those that come in."
            ),
        )
        self.undoing.retranslate(words)
        self.commands.check(words.language, self._theme.shade)
        self.saving.retranslate()
        self.keeping.retranslate(words)
        self._show_company(self.keeping.together.company)
        self._name_window()

    def use_language(self, tag: str) -> None:
        """Switch the language of the screen at once."""
        self._settings.keep(language=tag)
        self._tongue.use(tag)
        self.desk.names.language = tag
        self._theme.use_language(tag)
        self.retranslate(self._tongue.words)

    def use_shade(self, shade: Shade) -> None:
        """Follow the system, or stay light or dark."""
        self._settings.keep(shade=shade.value)
        self._theme.choose(shade)

    def _redress(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()

    def open_path(self, path: Path) -> None:
        """Open a file, with the visit that was open last."""
        self._finish()
        self.undoing.forget()
        self.navigation.trail.forget()
        self.desk.open(path, self._settings.kept.visits.get(str(path), ""))

    def _create(self, path: Path, sample: bool) -> None:
        self._finish()
        self.undoing.forget()
        self.navigation.trail.forget()
        self.desk.create(path, sample=sample)

    def new_visit(self) -> None:
        """Ask for title and dates of a visit and add it."""
        from ui.dialogs.visit import VisitDialog

        here = self.navigation.here()
        page: Any = (
            self.navigation.pages.get("series") if here is not None and here.page == "series" else None
        )
        series = page.series_selected() if page is not None else ""
        dialog = VisitDialog(self.hands, self._tongue.words, self, series=series)
        dialog.made.connect(
            lambda fields: self.desk.do(Deed("visit.plan", fields), self._open_overview, visit=True)
        )
        dialog.open()

    def _open_overview(self, visit_id: object) -> None:
        """Begin a new visit where all of it is seen."""
        if self.desk.visit is not None and self.desk.visit.id == visit_id:
            self.visit_page.open_section("overview")

    def add(self) -> None:
        """Add something to the list that is shown."""
        here = self.navigation.here()
        if here is not None and here.page == "visit":
            self.visit_page.build(self.visit_page.section()).add()
        elif here is not None:
            self.navigation.pages[here.page].add()

    def open_page(self, code: str) -> None:
        """Open a page; for the visits the one that was open last."""
        if code != "visits":
            self.navigation.go(Spot(code))
            return
        file = self.desk.file
        if file is None or not file.visits:
            self._show_page(self._no_visit_page)
            return
        kept = self._settings.kept.visits.get(str(file.path), "")
        there = [line.id for line in file.visits]
        self.navigation.go(Spot("visit", kept if kept in there else there[0]))

    def export(self) -> None:
        """Go to the papers of the visit."""
        if self.desk.visit is not None and self.desk.file is not None:
            self.visit_page.open_section("papers")

    def begin(self, path: Path | None) -> None:
        """Show the first page, or wait for the file that was named, and start the worker."""
        if path is not None:
            self._show_page(self._waiting)
            self.open_path(path)
        else:
            self.start()
            self.desk.warm_up()
        self._tongue.translate_qt()

    def start(self) -> None:
        """Show the first page."""
        self.start_page.show_recent(self._settings.recent_files())
        self.commands.allow(file=False, visit=False, write=False)
        self._show_page(self.start_page)
        self.start_page.start_focus()

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def _show_visit(self, visit_id: str) -> None:
        self.navigation.go(Spot("visit", visit_id))

    def _file_shown(self, file: FileView) -> None:
        self._settings.remember_file(file.path)
        self._settings.keep(folder=str(file.path.parent))
        here = self.navigation.here()
        visit = self.desk.visit.id if self.desk.visit else ""
        page = here.page if here and here.page != "visit" else ""
        self.sidebar.show_file(file, page or visit, page or "visits", self._tongue.words)
        self.status.show_file(file)
        self.commands.allow(file=True, visit=self.desk.visit is not None, write=not file.read_only)
        self._new_visit.setVisible(not file.read_only)
        self._name_window()

    def _visit_shown(self, visit: VisitView) -> None:
        first = self.pages.currentWidget() is not self.visit_page
        self.visit_page.show_visit(visit, self._tongue.words)
        self.status.show_findings(visit.findings)
        self.navigation.visit_shown()
        if self.desk.file:
            self._settings.remember_visit(self.desk.file.path, visit.id)
        if first:
            section = self.visit_page.build(self.visit_page.section())
            getattr(section, "list", section).setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_window()

    def _moved(self) -> None:
        """Another page is open: mark it at the left, and enable what makes sense there."""
        here, file = self.navigation.here(), self.desk.file
        if here is None or file is None:
            return
        visit = here.page == "visit"
        page = "visits" if visit else here.page
        selected = here.visit if visit else here.page
        self.sidebar.show_file(file, selected, page, self._tongue.words)
        self.commands.allow(file=True, visit=visit, write=not file.read_only)
        back, forward = self.navigation.trail.can()
        self.commands.allow_ways(back=back, forward=forward)
        if not visit:
            self.status.show_findings(())

    def _page_built(self, page: Any) -> None:
        self._look_after(page)
        page.retranslate(self._tongue.words)

    def _look_after(self, page: Any) -> None:
        for form in page.forms():
            self.saving.look_after(form)
            self.keeping.look_after(form)

    def _show_company(self, company: CompanyView | None) -> None:
        from ui.values_safety import CompanyView

        self.visit_page.header.presence.show_company(company or CompanyView(""), self._tongue.words)

    def _go_to_finding(self) -> None:
        """Show what was found in the visit, each with the way to its place."""
        if self.desk.visit is not None:
            self.navigation.go(Spot("visit", self.desk.visit.id, "overview"))
            self.visit_page.overview.go_to_finding()

    def _failed(self, error: Exception) -> None:
        self.status.show_saved(None)
        if not self.keeping.rescue(error):
            self.toast.tell(self._tongue.error(error), close=self._tongue.words.say("Close"))
        if self.pages.currentWidget() is self._waiting:
            self.start()

    def _open_languages(self) -> None:
        corner = self.status.language.mapToGlobal(self.status.language.rect().topLeft())
        self.commands.dress_menus()
        menu = self.commands.languages
        corner.setY(corner.y() - menu.sizeHint().height() - 4)
        menu.popup(corner)

    def _name_window(self) -> None:
        file = self.desk.file
        self._shell.setWindowTitle(f"{file.name} – Parley" if file else "Parley")

    def _widths(self) -> dict[str, object]:
        return {} if self.width() < _NARROW else {"sidebar": self.split.sizes()[0]}

    def _finish(self) -> None:
        """Save what is being typed."""
        self.saving.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window a narrow sidebar."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        most = measures.SIDEBAR_LEAST if narrow else measures.SIDEBAR_MOST
        if self.sidebar.maximumWidth() != most:
            self.sidebar.setMaximumWidth(most)
            wide = most if narrow else self._settings.kept.sidebar or measures.SIDEBAR
            self.split.setSizes([wide, self.width() - wide])

    def close_all(self) -> bool:
        """Save what is being typed, remember the window, end the worker; tell whether that is done now."""
        if not self.saving.close():
            return False
        geometry = bytes(self._shell.saveGeometry().toBase64().data()).decode()
        self.hands.closing.emit()
        self._settings.keep(geometry=geometry, lists=dict(self.hands.kept), **self._widths())
        self.keeping.stop()
        self.desk.stop()
        return True
