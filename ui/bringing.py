"""The ways into bringing a file: the menu, and dropping it on the window; and the workbooks to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from ui.pages.bring.clipboard import first_file
from ui.places import Spot

if TYPE_CHECKING:
    from ui.pages.bring.page import BringPage
    from ui.values import FileView
    from ui.window import Workspace

SUFFIX = ".xlsx"


class Bringing(QObject):
    """Stands between the window and its page for files that are brought."""

    def __init__(self, window: Workspace) -> None:
        super().__init__(window)
        self._window = window
        commands = window.commands
        commands.bring.triggered.connect(self.open)
        commands.empty_workbook.triggered.connect(self.write_empty)
        commands.filled_workbook.triggered.connect(self.write_filled)
        window.navigation.built.connect(self._wire)
        window.desk.file_shown.connect(self._file_shown)
        commands.filled_workbook.setEnabled(False)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def page(self) -> BringPage:
        """Return the page, built where it is not there yet."""
        return cast("BringPage", self._window.navigation.page("bring"))

    def _wire(self, page: Any) -> None:
        """Listen to the page once it is there."""
        if page.code != "bring":
            return
        page.choose_asked.connect(self.choose)
        page.empty_asked.connect(self.write_empty)
        page.filled_asked.connect(self.write_filled)
        page.list_asked.connect(self.write_list)

    def open(self) -> None:
        """Go to the page; a file is chosen there."""
        self._remember_visit()
        self._window.navigation.go(Spot("bring"))

    def bring(self, source: Path | str) -> None:
        """Go to the page with a file, for the visit that is open."""
        visit = self._remember_visit()
        self._window.navigation.go(Spot("bring"))
        self.page.begin(source, visit)

    def choose(self) -> None:
        """Ask for a file and bring it."""
        words = self._window.hands.words()
        kinds, everything = words.say("Lists, contacts, agendas"), words.say("All files")
        patterns = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.vcf *.docx *.html *.htm"
        folder = self._window.hands.settings.kept.folder
        named, _kind = QFileDialog.getOpenFileName(
            self._window,
            words.say("Bring a file"),
            folder,
            f"{kinds} ({patterns});;{everything} (*)",
        )
        if named:
            self.bring(Path(named))

    def write_empty(self) -> None:
        """Ask where, and write the empty workbook."""
        self._write_sheets(self._window.hands.words().say_in("import", "Workbook"), ())

    def write_list(self) -> None:
        """Ask where, and write the one sheet on which a partner lists a delegation."""
        self._write_sheets(self._window.hands.words().say_in("import", "Delegation list"), ("delegations",))

    def _write_sheets(self, name: str, sheets: tuple[str, ...]) -> None:
        hands = self._window.hands
        words = hands.words()
        languages = hands.languages()
        path = self._where(name)
        if path is None:
            return

        def act() -> Path:
            from ui.data.bring import write_empty_workbook

            return write_empty_workbook(path, tuple(languages), words.language, sheets)

        hands.run(act, self._written, self._not_written)

    def write_filled(self) -> None:
        """Ask where, and write the workbook of the visit that is open, or was last."""
        window, hands = self._window, self._window.hands
        words = hands.words()
        visit = self._visit()
        line = (
            next((each for each in window.desk.file.visits if each.id == visit), None)
            if window.desk.file
            else None
        )
        if line is None:
            return
        title = line.title.pick([words.language, "en"])
        path = self._where(title.text if title else words.say_in("import", "Workbook"))
        if path is None:
            return

        def act() -> Path:
            from ui.data.bring import write_visit_workbook

            return write_visit_workbook(hands.path(), visit, path)

        hands.run(act, self._written, self._not_written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file that is dropped on the window."""
        if isinstance(event, QDropEvent | QDragEnterEvent | QDragMoveEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            path = first_file(event.mimeData()) if self._window.desk.file is not None else None
            if path is not None:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self.bring(path)
                return True
        return super().eventFilter(watched, event)

    def _file_shown(self, file: FileView) -> None:
        """Offer the workbook of a visit where there is any."""
        self._window.commands.filled_workbook.setEnabled(bool(file.visits))

    def _visit(self) -> str:
        """Return the visit that is open, or was last where another page is shown."""
        file, here = self._window.desk.file, self._window.navigation.here()
        if file is None:
            return ""
        there = {line.id for line in file.visits}
        shown = here.visit if here is not None else ""
        last = self._window.hands.settings.kept.visits.get(str(file.path), "")
        return next((key for key in (shown, last) if key in there), "")

    def _remember_visit(self) -> str:
        here = self._window.navigation.here()
        visit = here.visit if here is not None and here.page == "visit" else ""
        if visit:
            self.page.visit = visit
        return visit or self.page.visit

    def _where(self, name: str) -> Path | None:
        words = self._window.hands.words()
        workbooks = words.say("Workbooks")
        plain = "".join(" " if letter in '\\/:*?"<>|' else letter for letter in name).strip()
        folder = Path(self._window.hands.settings.kept.folder or Path.home())
        named, _kind = QFileDialog.getSaveFileName(
            self._window,
            words.say("Write a workbook"),
            str(folder / f"{plain}{SUFFIX}"),
            f"{workbooks} (*{SUFFIX})",
        )
        if not named:
            return None
        path = Path(named)
        return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")

    def _written(self, path: Any) -> None:
        words = self._window.hands.words()
        self._window.hands.tell(
            words.say("Made: {path}", path=path.name),
            words.say("Open"),
            lambda: _open(path),
        )

    def _not_written(self, error: Exception) -> None:
        self._window.hands.tell(self._window.hands.error(error))


def _open(path: Path) -> None:
    """Open a file in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
