"""What a page may ask for: to read, to write, to go somewhere, to tell something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.rules.memory import earlier
from ui import deeds
from ui.forms.record import FormContext, Offer, own_language_first

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence
    from pathlib import Path

    from models.actions.intake import Proposal
    from models.rules.lookup import Line, Lookup
    from models.text.catalogue import Words
    from ui.data.shown import Watch
    from ui.deeds import Deed
    from ui.desk import Desk
    from ui.edits import Edit
    from ui.forms.record import Making
    from ui.places import Spot
    from ui.settings import Settings
    from ui.style.theme import Theme
    from ui.style.tokens import Severity
    from ui.tongue import Tongue
    from ui.values import FindingView
    from ui.widgets.toast import Toast


_MOST = 50
"""How many rows a picker offers."""


class Hands(QObject):
    """Stands between the pages and the desk, so that a page knows neither the window nor other pages."""

    lookup_changed = Signal()
    """What everything is called, and what can be found, has changed."""
    closing = Signal()
    """The window closes: what runs on a thread of its own is to stop."""
    went = Signal(object)
    """The Spot to go to."""
    findings_asked = Signal()
    """What was found in the visit is to be shown."""

    def __init__(self, desk: Desk, theme: Theme, tongue: Tongue, toast: Toast, settings: Settings) -> None:
        super().__init__(desk)
        self.theme, self.settings = theme, settings
        self._desk, self._tongue, self._toast = desk, tongue, toast
        desk.lookup_shown.connect(self.lookup_changed)
        desk.change_known.connect(self._change_known)
        self.kept: MutableMapping[str, Any] = {}
        """What lists remember; the window hands over what is kept on the device."""
        self._changes: dict[tuple[str, str], Callable[[str, str, Any], None]] = {}
        """Who asked about which row: in another language all pages ask at once."""

    def save(self, edit: Edit) -> None:
        """Save one group of fields of a form."""
        self._desk.save(edit)

    def do(
        self,
        deed: Deed,
        then: Callable[[Any], object] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        *,
        visit: bool = False,
    ) -> None:
        """Do something; ``then`` gets its answer once the pages show it, ``otherwise`` what it raised."""
        self._desk.do(deed, then, otherwise, visit=visit)

    def bring_in(
        self,
        proposal: Proposal,
        refused: frozenset[tuple[str, str]],
        then: Callable[[str], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Take in what a file brings as one change set; ``then`` gets its id, an empty one for no change."""
        self._desk.carry_out(
            lambda office: office.accept(proposal, refused),
            lambda _lines, change_set: then(change_set),
            otherwise,
        )

    def take_back(self, change_set: str) -> None:
        """Undo a certain change of this window."""
        self._desk.turn(key=change_set)

    def remove(self, table: str, row_id: str) -> None:
        """Remove a row at once; a toast offers to have it back."""
        if not self.read_only():
            self._desk.do(deeds.remove(table, row_id))

    def watch(self, watch: Watch) -> None:
        """Read something now, and again whenever something was written."""
        self._desk.watch(watch)

    def unwatch(self, key: str) -> None:
        """Read it no longer."""
        self._desk.unwatch(key)

    def ask(self, act: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Read something once on the worker: ``act`` gets the office, ``then`` what it returned."""
        self._desk.ask(act, then)

    def run(
        self, act: Callable[[], Any], then: Callable[[Any], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Have a job done on the worker, in its turn behind reads and saves."""
        self._desk.work.ask(act, then, otherwise)

    def office(self) -> Any:
        """Return the open file, for jobs on the worker alone."""
        return self._desk.office

    def path(self) -> Path:
        """Return where the open file is."""
        assert self._desk.file is not None
        return self._desk.file.path

    def go(self, spot: Spot) -> None:
        """Go to a page, and select a row there."""
        self.went.emit(spot)

    def look_up_change(self, table: str, row_id: str, then: Callable[[str, str, Any], None]) -> None:
        """Ask who changed a row last."""
        self._changes[table, row_id] = then
        self._desk.look_up_change(table, row_id)

    def remembered(self) -> MutableMapping[str, Any]:
        """Return what lists remember on this device: columns, widths, order."""
        return self.kept

    def tell(
        self, text: str, action: str = "", act: Callable[[], object] | None = None, *, stays: bool = False
    ) -> None:
        """Say something in a toast, with a button where there is something to do about it."""
        close = self._tongue.words.say("Close")
        self._toast.tell(text, action, act, close=close, stays=stays)

    def undo(self) -> None:
        """Undo what this window did last."""
        self._desk.turn()

    def saving_failed(self) -> None:
        """Say that what was asked for was not done."""
        self._desk.saved.emit(None)

    def words(self) -> Words:
        """Return the language of the screen."""
        return self._tongue.words

    def read_only(self) -> bool:
        """Tell whether the file can only be read."""
        return self._desk.file is None or self._desk.file.read_only

    def languages(self) -> Sequence[str]:
        """Return the working languages of all visits, the most frequent first."""
        found: dict[str, int] = {}
        for line in self._desk.file.visits if self._desk.file else ():
            for at, tag in enumerate(line.languages):
                found[tag] = found.get(tag, 0) + 10 - at
        known = sorted(found, key=lambda tag: -found[tag])
        # Before the first visit nobody has said which they are: those of the screen are offered.
        return tuple(known) or tuple(dict.fromkeys((self._tongue.words.language, *self._tongue.languages)))

    def error(self, error: Exception) -> str:
        """Return an error as a sentence."""
        return self._tongue.error(error)

    def label(self, finding: FindingView) -> str:
        """Return a finding in two or three words."""
        return self._tongue.label(finding)

    def sentence(self, finding: FindingView) -> str:
        """Return a finding as a sentence."""
        return self._tongue.sentence(finding)

    def context(self, languages: Sequence[str], findings: Sequence[tuple[str, Severity]] = ()) -> FormContext:
        """Return what a form needs; the language of the screen comes first among those given."""
        words = self._tongue.words
        return FormContext(
            words=words,
            languages=own_language_first(words, languages),
            read_only=self.read_only(),
            error=self._tongue.error,
            offers=self.offers,
            create=self.create,
            create_in=self.create_in,
            called=self.called,
            earlier=self.earlier,
            findings=tuple(findings),
        )

    def offers(self, table: str, text: str) -> Sequence[Offer]:
        """Find rows of a table by what is typed; all of them, as far as a list goes, where nothing is."""
        lookup, tag = self._desk.lookup, self._tongue.words.language
        if text.strip():
            lines = [hit.line for hit in lookup.find(text, (table,), limit=_MOST)]
        else:
            lines = list(lookup.lines(table, tag)[:_MOST])
        return [Offer(line.id, lookup.called(table, line.id, tag), self._detail(line)) for line in lines]

    def _detail(self, line: Line) -> str:
        lookup, tag = self._desk.lookup, self._tongue.words.language
        written = line.detail.pick([tag, "en"]) if line.detail else None
        above = next(iter(lookup.path_of(line)), None)
        parts = (
            lookup.called(above.table, above.id, tag, short=True) if above else "",
            written and written.text,
        )
        return " ".join(part for part in parts if part)

    def called(self, table: str, row_id: str) -> str:
        """Return what a row is called in the language of the screen."""
        return self._desk.lookup.called(table, row_id, self._tongue.words.language)

    def lookup(self) -> Lookup:
        """Return everything that can be found and named, as it is known now."""
        return self._desk.lookup

    def earlier(self, text: str, source: str, target: str) -> str:
        """Return the last translation of the same text, or nothing."""
        found = earlier(self._desk.lookup, text, source, target)
        return found.text if found else ""

    def create(self, table: str, text: str, then: Callable[[str], None]) -> None:
        """Add a row of a table with the name that was typed."""
        words = self._tongue.words
        self._desk.do(
            deeds.Deed(f"{table}.named", {"text": text, "language": words.language}),
            lambda found: then(str(found)),
        )

    def create_in(self, making: Making, then: Callable[[Any], object] | None = None) -> None:
        """Add a row with the name that was typed and let a field or list refer to it, in one step of undo."""
        arguments = {
            "text": making.text,
            "language": self._tongue.words.language,
            "given": making.given,
            "into": making.into,
        }
        self._desk.do(deeds.Deed(f"{making.table}.named", arguments), then)

    def _change_known(self, table: str, row_id: str, found: Any) -> None:
        told = self._changes.pop((table, row_id), None)
        if told is not None:
            told(table, row_id, found)
