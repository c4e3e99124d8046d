"""The page on which a file is brought: what it is, what was understood, and what it would change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.errors import Cancelled, EditConflict
from ui.data.shown import Watch
from ui.pages.bring import clipboard, texts
from ui.pages.bring.body import Body
from ui.pages.bring.foot import Foot
from ui.pages.bring.head import CHANGES, COLUMNS, Head
from ui.pages.bring.invitation import Invitation
from ui.pages.bring.landing import landing
from ui.pages.bring.looking import Looking
from ui.pages.bring.wish import Asked, Part, SheetWish, Wish
from ui.style.tokens import Severity
from ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.pages.bring.wish import Brought
    from ui.values import FileView


class BringPage(QWidget):
    """Looks into files on a thread of its own; ``choose_asked`` and the others ask the window for files."""

    code: ClassVar[str] = "bring"
    tables: ClassVar[tuple[str, ...]] = ()

    choose_asked = Signal()
    empty_asked = Signal()
    """The empty workbook is to be written."""
    list_asked = Signal()
    """The sheet on which a partner lists a delegation is to be written."""
    filled_asked = Signal()
    """The workbook of the visit is to be written."""
    shown = Signal()
    """What came of a file is shown."""
    brought_in = Signal(str)
    """A file is in; the id of its change set."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hands = hands
        self.words: Words | None = None
        self.visit = ""
        """The visit that was open when the page was: what is brought is for it at first."""
        self.wish: Wish | None = None
        self.brought: Brought | None = None
        self.refused: frozenset[tuple[str, str]] = frozenset()
        self._taken_back: frozenset[tuple[str, str]] = frozenset()
        """What the user wants after all, though it was left out the last time."""
        self._file: FileView | None = None
        self._view = CHANGES
        self._busy = False
        self._goes_on = False
        """Whether a question was just answered: the next one is shown then."""
        self._looking = Looking(hands, self)
        theme = hands.theme
        self.head = Head(theme)
        self.body = Body(theme)
        self.foot = Foot(theme)
        self.invitation = Invitation(theme)
        self._problem = Empty(theme, "triangle-alert")
        self._build()
        self._wire()
        hands.closing.connect(self.stop)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.invitation, self._problem, self.body):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)
        self.foot.hide()

    def _wire(self) -> None:
        for button in (self.head.choose, self.invitation.choose):
            button.clicked.connect(self.choose_asked)
        for button in (self.head.paste, self.invitation.paste):
            button.clicked.connect(self.paste)
        self.invitation.blank.clicked.connect(self.empty_asked)
        self.invitation.list.clicked.connect(self.list_asked)
        self.invitation.filled.clicked.connect(self.filled_asked)
        self.head.visit_chosen.connect(lambda key: self._ask(visit=key, visit_said=True, delegation=""))
        self.head.delegation_chosen.connect(lambda key: self._ask(delegation=key))
        self.head.kind_chosen.connect(self._kind_chosen)
        self.head.turned.connect(self._turn)
        self.body.taken.connect(self.take)
        self.body.answered.connect(self.answer)
        self.body.chosen.connect(self._choose_values)
        self.body.corrected.connect(self.correct)
        self.body.turned.connect(self._turn)
        self.foot.bring.clicked.connect(self.bring_in)
        self.foot.busy.stopped.connect(self.cancel)
        self._looking.advanced.connect(self._advance)

    # What the window asks of a page.

    def enter(self) -> None:
        """Begin to look at what changes in the database."""
        self.hands.watch(Watch(self.code, lambda office: office.file(), self._file_read))
        first = self.invitation.choose if self.wish is None else self.body.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop what is under way."""
        self.hands.unwatch(self.code)
        self.cancel()

    def forms(self) -> Sequence[FormPanel]:
        """Return no form: nothing is edited here."""
        return ()

    def select(self, table: str, row_id: str, *, edit: bool = False) -> Any:
        """Select nothing: what is shown here is in no table yet."""
        del table, row_id, edit

    def add(self) -> None:
        """Bring in what is shown, or ask for a file."""
        if self.brought is None:
            self.choose_asked.emit()
        else:
            self.bring_in()

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        again = self.words is not None and self.words.language != words.language
        self.words = words
        self.head.retranslate(words)
        self.body.retranslate(words)
        self.foot.bring.tell(words.say_in("import", "Bring in"))
        self.invitation.retranslate(words)
        if self.wish is None:
            self.head.show_nothing(words)
        elif again:
            self.look_again()

    # What is brought.

    def begin(self, source: Path | str, visit: str = "") -> None:
        """Look into a file, or rows that were pasted, for a visit where one is open."""
        words = self.words
        if words is None:
            return
        name = source.name if isinstance(source, Path) else words.say_in("import", "Pasted rows")
        self.refused = self._taken_back = frozenset()
        self.brought, self._view = None, CHANGES
        self._look(Wish(source, name, visit or self.visit), None)

    def paste(self) -> None:
        """Look into what was copied in another program."""
        source = clipboard.source()
        if source is None and self.words is not None:
            self.hands.tell(self.words.say("There is nothing to paste; copy the rows first."))
        elif source is not None:
            self.begin(source)

    def forget(self) -> None:
        """Forget the file and the visit: another database is open."""
        self.visit = ""
        self.forget_file()

    def forget_file(self) -> None:
        """Forget the file, so that the page begins anew."""
        self.cancel()
        self.wish = self.brought = None
        self.refused = self._taken_back = frozenset()
        self._stack.setCurrentWidget(self.invitation)
        self.foot.hide()
        if self.words is not None:
            self.head.show_nothing(self.words)

    def look_again(self) -> None:
        """Read the same anew: the database or what was said of the file has changed."""
        if self.wish is not None:
            self._look(self.wish, self.brought.book if self.brought is not None else None)

    def busy(self) -> bool:
        """Tell whether a file is being read or brought in."""
        return self._busy

    def cancel(self) -> None:
        """Stop reading; what was shown before stays."""
        self._looking.cancel()

    def stop(self) -> None:
        """Stop for good, as the window closes."""
        self._looking.stop()

    def correct(self, sheet: str, said: SheetWish) -> None:
        """Take what the user says of a sheet."""
        if self.wish is not None:
            self._look(self.wish.with_sheet(sheet, said), self.brought.book if self.brought else None)

    def answer(self, question: str, answer: str) -> None:
        """Take the answer to a question about who is meant."""
        if self.wish is not None:
            lines = self.brought.lines if self.brought is not None else ()
            open_ = [line for line in lines if line.part is Part.QUESTION]
            wish = self.wish.with_places(open_).with_answer(question, answer)
            self._goes_on = True
            self._look(wish, self.brought.book if self.brought else None)

    def take(self, line: str, field: str, taken: bool) -> None:
        """Note whether a line, or a cell of it, is to be brought in."""
        key = (line, field)
        self.refused = self.refused - {key} if taken else self.refused | {key}
        self._taken_back = self._taken_back | {key} if taken else self._taken_back - {key}
        self._show_line(line)

    def bring_in(self) -> None:
        """Do it: one change set, which a toast offers to undo."""
        brought, words = self.brought, self.words
        if brought is None or brought.proposal is None or words is None or not self._can_bring():
            return
        self._busy = True
        self.foot.begin(words.say("Bringing in…"), "")
        self._write_foot()
        spot = landing(brought, self.refused)
        counts = texts.brought_in(brought, self.refused, words)

        def then(change_set: str) -> None:
            self._ended()
            self.refused = self._taken_back = frozenset()
            self.hands.tell(counts, words.say("Undo"), lambda: self.hands.take_back(change_set))
            self.brought_in.emit(change_set)
            if spot is not None:
                # What is in is done: who comes here again brings something else.
                self.forget_file()
                self.hands.go(spot)
            else:
                self.look_again()

        self.hands.bring_in(brought.proposal, self.refused, then, self._not_brought)

    # Inner life.

    def _ask(self, **said: Any) -> None:
        if self.wish is not None:
            self._look(replace(self.wish, **said), self.brought.book if self.brought else None)

    def _kind_chosen(self, kind: str) -> None:
        if self.brought is not None and self.brought.sheets:
            self.correct(self.brought.sheets[0].name, SheetWish(kind))

    def _choose_values(self, line: str, values: dict[str, Any]) -> None:
        """Take other values for doubtful cells; nothing else depends on them: nothing is read again."""
        brought, words = self.brought, self.words
        if self.wish is None or brought is None or brought.proposal is None or words is None:
            return
        from models.actions.intake.chosen import with_chosen
        from ui.data.bring_lines import line_view

        for field, value in values.items():
            self.wish = self.wish.with_value(line, field, value)
        self.wish = self.wish.with_places(each for each in brought.lines if each.key == line)
        proposal = with_chosen(brought.proposal, {(line, field): value for field, value in values.items()})
        fresh = line_view(proposal, line, words)
        # It stays in its place in the list: what was just decided is not to jump away.
        lines = tuple(replace(fresh, part=each.part) if each.key == line else each for each in brought.lines)
        self.brought = replace(brought, wish=self.wish, proposal=proposal, lines=lines, rows=())
        self._show_line(line)

    def _look(self, wish: Wish, book: Any) -> None:
        """Read and compare on a thread of the page's own; what was asked before is stopped."""
        words = self.words
        if words is None:
            return
        self.wish = wish
        self._busy = True
        self.head.show_source(wish.name)
        self.foot.show()
        self.foot.begin(words.say("Reading {name}…", name=wish.name), words.say("Cancel"))
        self._write_foot()
        asked = Asked(wish, words, book, self.refused, self._taken_back)
        self._looking.look(asked, self._looked, self._failed)

    def _advance(self, done: int, total: int) -> None:
        if self._busy and self.words is not None and total:
            said = self.words.say("{done} of {total}", done=f"{done:,}", total=f"{total:,}")
            self.foot.busy.advance(said, done, total)

    def _looked(self, brought: Brought) -> None:
        self._ended()
        self.brought, self.wish = brought, brought.wish
        self.refused |= brought.left_out_before - self._taken_back
        words = self.words
        if words is None:
            return
        if brought.problem is not None:
            self._view = COLUMNS if brought.sheets else CHANGES
            self._problem.tell(
                words.say("Nothing was changed"), texts.problem(brought.problem, self.hands, words)
            )
        self._show()
        self.shown.emit()

    def _failed(self, error: Exception) -> None:
        self._ended()
        words = self.words
        if not isinstance(error, Cancelled) or words is None:
            self._problem.tell("", self.hands.error(error))
            self._stack.setCurrentWidget(self._problem)
            return
        if self.brought is None:
            self.forget()
        else:
            self.wish = self.brought.wish
            self._show()
        self.foot.say(words.say("Stopped; nothing was changed."))

    def _not_brought(self, error: Exception) -> None:
        """Say why nothing was brought in; where somebody else changed something, compare again."""
        self._ended()
        self.hands.tell(self.hands.error(error))
        if isinstance(error, EditConflict):
            self.look_again()

    def _ended(self) -> None:
        self._busy = False
        self.foot.busy.end()
        self._write_foot()

    def _file_read(self, file: FileView) -> None:
        """Offer the visits that there are; compare again, as something was written."""
        before, self._file = self._file, file
        self.invitation.filled.setVisible(bool(file.visits))
        if before is not None and before.path != file.path:
            self.forget()
        elif self.wish is not None and not self._busy:
            # What is shown was compared with what stood there before.
            QTimer.singleShot(0, self.look_again)

    def _show(self) -> None:
        brought, words = self.brought, self.words
        if brought is None or words is None:
            return
        self.head.show_brought(brought, self._file.visits if self._file else (), self._view, words)
        self.foot.show()
        if brought.problem is not None and (not brought.sheets or texts.blocks(brought.problem)):
            self._stack.setCurrentWidget(self._problem)
        else:
            self._stack.setCurrentWidget(self.body)
            self.body.show_brought(
                brought, self.refused, self._view, texts.notices(brought, self.hands, words)
            )
            if self._goes_on:
                self.body.go_on()
            self._goes_on = False
        self._write_foot()

    def _show_line(self, key: str) -> None:
        if self.brought is not None:
            self.body.show_line(self.brought, self.refused, key)
            self._write_foot()

    def _turn(self, view: str) -> None:
        self._view = view
        self.head.views.take(view)
        self.body.turn(view)

    def _can_bring(self) -> bool:
        brought = self.brought
        return (
            brought is not None
            and brought.proposal is not None
            and not self._busy
            and not self.hands.read_only()
            and texts.number_taken(brought, self.refused) > 0
        )

    def _write_foot(self) -> None:
        words, brought = self.words, self.brought
        if words is None:
            return
        self.foot.bring.setEnabled(self._can_bring())
        if self._busy:
            return
        counts = texts.counts(brought, self.refused, words) if brought is not None else ""
        note = ""
        if self.hands.read_only() and brought is not None:
            note = words.say("This file can only be read; nothing can be brought in.")
        elif brought is not None:
            note = texts.open_questions(brought, words)
        self.foot.say(counts, note, Severity.WARN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste rows with the usual keys, unless a field has the focus."""
        if clipboard.is_paste(event):
            self.paste()
            event.accept()
        else:
            super().keyPressEvent(event)
