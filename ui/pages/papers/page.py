"""The papers section: what and for whom at the left, the pages in the middle, how and where at the right."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.errors import Cancelled, ParleyError
from ui.pages.papers.chosen import Chosen
from ui.pages.papers.foot import Foot
from ui.pages.papers.options import FORMATS, OptionsPanel
from ui.pages.papers.plan import Options, PaperKind, PaperSet, Wish
from ui.pages.papers.preview import Preview
from ui.pages.papers.rows import Entry, Everyone, paper_title, rows
from ui.pages.papers.touched import touching
from ui.pages.papers.view import PaperList
from ui.style import measures
from ui.widgets.ground import Edge, Ground
from ui.widgets.segment import Choice, Segment
from ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from exporters.document import Document
    from models.text.catalogue import Words
    from ui.settings import Settings
    from ui.style.theme import Theme
    from ui.values import FindingView, VisitView

LIST, OPTIONS = 310, 284
_NARROW = 940
"""Below this width the options stand in the place of the list, when they are asked for."""
_OF_LIST, _OF_OPTIONS = "list", "options"
_WAIT_MS = 80
"""After the last change, before a paper is built again to be looked at."""


class Ask(Protocol):
    """Has a job done elsewhere, as ``Work.ask`` does."""

    def __call__(
        self, act: Callable[[], Any], then: Callable[[Any], None], otherwise: Callable[[Exception], None], /
    ) -> None:
        """Have a job done; one of the other two is called on the GUI thread."""
        ...


class PapersPage(QWidget):
    """A section of a visit.

    ``build`` makes a paper of a visit (by its id) to be looked at and runs where ``ask`` has jobs done;
    ``make`` writes a set of papers and runs on a thread of the page's own, which ``stop`` ends.
    """

    advanced = Signal(int, int)
    made = Signal(list)
    """The files of a set are there."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        word_error: Callable[[Exception], str],
        *,
        ask: Ask,
        build: Callable[[str, Wish], Document],
        make: Callable[[str, PaperSet, Callable[[int, int], None], threading.Event], list[Path]],
        label: Callable[[FindingView], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._word_error = settings, word_error
        self._ask, self._build_paper, self._make_papers = ask, build, make
        self._label = label
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self._chosen: dict[str, Chosen] = {}
        self._looked = f"{PaperKind.AGENDA.value}:"
        self._asked = 0
        self._stale = False
        self._making = False
        self._folder_made = Path()
        self._stop = threading.Event()
        self._work = Work(self)
        self.list = PaperList(theme)
        self.preview = Preview(theme)
        self.options = OptionsPanel(theme)
        self.foot = Foot(theme)
        self.sides = Segment(theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask_preview)
        self._build(theme)
        self._wire()

    def _build(self, theme: Theme) -> None:
        self._left = Ground(theme, "surface", Edge.RIGHT)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(measures.MARGIN, 10, measures.MARGIN, 4)
        bar.addWidget(self.sides)
        bar.addStretch(1)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 4, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack)
        self._right = Ground(theme, "panel", Edge.LEFT)
        self._side = QVBoxLayout(self._right)
        self._side.setContentsMargins(1, 0, 0, 0)
        self._side.addWidget(self.options)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.preview, 1)
        row.addWidget(self._right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.foot)
        self._left.setFixedWidth(LIST)
        self._right.setFixedWidth(OPTIONS)
        self._arrange()

    def _wire(self) -> None:
        self.list.looked.connect(self._look)
        self.list.toggled.connect(self._toggle)
        self.options.changed.connect(self._options_changed)
        self.options.filed.connect(self._filed)
        self.foot.export.clicked.connect(self.export)
        self.foot.busy.stopped.connect(self._stop_making)
        self.foot.open_folder.clicked.connect(self._show_folder)
        self.advanced.connect(self._advance)
        self.sides.chosen.connect(self._turn_side)

    def offer_folder(self, folder: Path) -> None:
        """Set where files go at first: beside the database, unless another folder was taken before."""
        self.options.folder.show_text(self._settings.kept.papers or str(folder))

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show the papers of a visit, or what became of it."""
        if self._visit is None or self._visit.id != visit.id:
            self._looked = f"{PaperKind.AGENDA.value}:"
            self.foot.open_folder.hide()
        self._visit, self._words = visit, words
        self.options.set_formats(self._choice().formats)
        self._show()
        self._renew()

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self.options.retranslate()
        if self._visit is not None:
            self._show()

    def selected(self) -> Wish | None:
        """Return the paper that is looked at."""
        if self._visit is None:
            return None
        kind, _, who = self._looked.partition(":")
        return self._choice().wish(self._visit, PaperKind(kind), who)

    def papers(self) -> PaperSet:
        """Return the set that is wanted."""
        wishes = self._choice().wishes(self._visit) if self._visit is not None else ()
        options = self.options
        return PaperSet(
            wishes, options.chosen_formats(), options.chosen_folder(), options.overwrite.isChecked()
        )

    def export(self) -> None:
        """Make the set on a thread of its own; nothing is left where it is stopped."""
        visit, words, papers, stop = self._visit, self._words, self.papers(), self._stop
        if visit is None or words is None or self._making or not len(papers):
            return
        self._settings.keep(papers=str(papers.folder), formats=papers.formats)
        self._making, self._folder_made = True, papers.folder
        stop.clear()
        self.foot.open_folder.hide()
        self.foot.begin(words.say("Getting ready…"), words.say("Stop"))
        self._write_foot()

        def begin(_none: None) -> None:
            def act() -> list[Path]:
                return self._make_papers(visit.id, papers, self.advanced.emit, stop)

            self._work.ask(act, self._done, self._failed)

        # Behind the saves that were asked for: papers are made of what is in the file.
        self._ask(lambda: None, begin, self._failed)

    def making(self) -> bool:
        """Tell whether a set is being made."""
        return self._making

    def stop(self) -> None:
        """Stop what is under way, as the window closes."""
        self._stop.set()
        self._work.stop()

    def _choice(self) -> Chosen:
        visit = self._visit.id if self._visit else ""
        if visit not in self._chosen:
            kept = {form for form in self._settings.kept.formats if form in FORMATS}
            self._chosen[visit] = Chosen(formats=kept or {FORMATS[0]})
        return self._chosen[visit]

    def _show(self) -> None:
        """Show list, options and foot as they are now."""
        visit, words = self._visit, self._words
        if visit is None or words is None:
            return
        chosen = self._choice()
        self.list.setAccessibleName(words.say_in("papers", "Papers and recipients"))
        self.sides.setAccessibleName(words.say_in("papers", "What stands at the left"))
        sides = [
            (_OF_LIST, words.say_in("papers", "Papers")),
            (_OF_OPTIONS, words.say_in("papers", "Options")),
        ]
        self.sides.offer([Choice(code, text) for code, text in sides])
        self._arrange()
        shown = rows(visit, chosen, words)
        if not any(isinstance(row, Entry) and row.key == self._looked for row in shown):
            self._looked = f"{PaperKind.AGENDA.value}:"
        self.list.show_rows(shown, self._looked)
        kind = PaperKind(self._looked.partition(":")[0])
        self.options.show_options(kind, paper_title(kind, words), chosen.options[kind], visit, words)
        self.options.warn_of(visit, words)
        self.preview.retranslate(self._title(), words)
        self._write_foot()

    def _title(self) -> str:
        entry = self.list.entry(self._looked)
        if entry is None or self._words is None:
            return ""
        named = paper_title(entry.kind, self._words)
        return f"{named} · {entry.title}" if entry.who else named

    def _write_foot(self) -> None:
        visit, words = self._visit, self._words
        if visit is None or words is None:
            return
        papers = self.papers()
        number = len(papers)
        self.foot.show_findings(touching(visit, papers.wishes if number else ()), self._label, words)
        self.foot.open_folder.tell(words.say("Open the folder"))
        self.foot.export.tell(words.say_in("papers", "Export"))
        self.foot.export.setEnabled(not self._making and number > 0)
        if self._making:
            return
        if number:
            self.foot.say(words.count("{number} file will be made", "{number} files will be made", number))
        elif not self.options.chosen_formats():
            self.foot.say(words.say("Choose a format at the right."))
        else:
            self.foot.say(words.say("Choose a paper and who gets it."))

    def _look(self, entry: Entry) -> None:
        self._looked = entry.key
        self._show()
        self._renew()

    def _toggle(self, row: Entry | Everyone) -> None:
        visit, chosen, before = self._visit, self._choice(), self.selected()
        if visit is None:
            return
        made = before in chosen.wishes(visit)
        if isinstance(row, Everyone):
            chosen.toggle_everyone(visit)
        elif row.who:
            chosen.toggle_reader(visit, row.who)
        else:
            chosen.toggle_paper(row.kind)
        now, other = self.selected(), None
        if isinstance(row, Entry):
            other = chosen.wish(visit, row.kind, row.who)
        if now is not None and (made or other in chosen.wishes(visit)):
            wish = chosen.still(visit, now, other)
            self._looked = self._looked if wish == now else f"{wish.kind.value}:{wish.who}"
        self._show()
        if self.selected() != before:
            self._renew()

    def _options_changed(self, kind: PaperKind, options: Options) -> None:
        self._choice().take(kind, options)
        self._show()
        self._renew()

    def _filed(self) -> None:
        self._choice().formats = set(self.options.chosen_formats())
        self._write_foot()

    def _renew(self) -> None:
        """Look at the paper anew, when the page is seen."""
        self._stale = True
        self._asked += 1
        if self.isVisible():
            self._timer.start()

    def _ask_preview(self) -> None:
        visit, words, wish = self._visit, self._words, self.selected()
        if visit is None or words is None:
            return
        self._stale = False
        if wish is None:
            self.preview.tell(
                self._title(), words.say("Add a delegation first: itineraries are for those who travel.")
            )
            return
        self._asked += 1
        asked = self._asked

        def act() -> Document:
            import exporters.writers.pdf  # noqa: F401 - imported here, the window would wait for it

            return self._build_paper(visit.id, wish)

        def then(document: Document) -> None:
            if asked == self._asked:
                self.preview.lay_out(self._title(), document)

        def otherwise(error: Exception) -> None:
            if not isinstance(error, ParleyError):
                raise error
            if asked == self._asked:
                self.preview.tell(self._title(), self._word_error(error))

        self._ask(act, then, otherwise)

    def _advance(self, done: int, total: int) -> None:
        words = self._words
        if words is not None and self._making:
            self.foot.busy.advance(words.say("{done} of {total}", done=done, total=total), done, total)

    def _stop_making(self) -> None:
        self._stop.set()

    def _done(self, made: list[Path]) -> None:
        self._ended()
        words = self._words
        if words is not None:
            self.foot.say(words.count("{number} file was made", "{number} files were made", len(made)))
            self.foot.open_folder.show()
        self.made.emit(made)

    def _failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, Cancelled) and self._words is not None:
            self.foot.say(self._words.say("Stopped; nothing half made is left"))
        else:
            self.foot.complain(self._word_error(error))

    def _ended(self) -> None:
        self._making = False
        self.foot.busy.end()
        self._write_foot()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder_made)))

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the paper that is to be seen."""
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Build nothing that nobody sees."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages what the sides can spare."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW
        inside = self._stack.indexOf(self.options) >= 0
        if narrow and not inside:
            self._stack.addWidget(self.options)
        elif not narrow and inside:
            self._stack.setCurrentWidget(self.list)
            self._side.addWidget(self.options)
            self.options.show()
        self._right.setVisible(not narrow)
        self._bar.setVisible(narrow)
        self.sides.take(_OF_OPTIONS if self._stack.currentWidget() is self.options else _OF_LIST)

    def _turn_side(self, code: str) -> None:
        self._stack.setCurrentWidget(self.options if code == _OF_OPTIONS else self.list)
