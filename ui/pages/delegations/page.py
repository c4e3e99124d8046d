"""The delegations of a visit: who comes and who receives, in order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QMenu

from models.rules.people import position_of
from ui import deeds
from ui.data.records import full_record
from ui.deeds import Deed
from ui.forms.editors.localised import LocalisedEditor
from ui.forms.record import own_language_first
from ui.forms.sublist import SubList, SubRow
from ui.pages.delegations import rows as written_rows
from ui.pages.delegations.adding import AddStrip
from ui.pages.delegations.joining import Joining
from ui.pages.delegations.parts import ALSO_IN, DELEGATIONS, Journeys, PostLine
from ui.pages.delegations.person import PersonPart, person_spec
from ui.pages.visit.section import Section
from ui.places import Spot
from ui.widgets.badge import Badge, Mark
from ui.widgets.button import Button, Rank
from ui.widgets.cursor import put_cursor
from ui.widgets.field import HEAD
from ui.widgets.order import chain
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from models.tables import Delegate, Delegation, Party
    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.forms.record import Record, Repair
    from ui.hands import Hands
    from ui.pages.delegations.rows import Shown
    from ui.values import FindingView
    from ui.widgets.rows import Column, Group, ListRow


class DelegationsSection(Section):
    """Groups of people by delegation; the panel edits whom one selects, and the person behind them."""

    code = "delegations"
    tables = ("delegation", "delegate", "party")
    lines = 2
    movable = True
    between_groups = True
    empty_icon = "users"

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._dressed: set[str] = set()
        theme = hands.theme
        self.strip = AddStrip(hands)
        self.joining = Joining(self)
        self.strip.closed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        column = self.beside.left.layout()
        if column is not None:
            column.insertWidget(1, self.strip)  # type: ignore[attr-defined]
        self.person = PersonPart(theme, self._delegate_of)
        self.person.edited.connect(hands.save)
        self.post, self.journeys = PostLine(theme), Journeys(theme)
        self.also, self.sent = SubList(theme, ALSO_IN), SubList(theme, DELEGATIONS)
        self.post.taken.connect(lambda: hands.do(Deed("delegate.post", {"key": self.panel.row()[1]})))
        self.journeys.opened.connect(self._open_leg)
        self.also.added.connect(self._offer_others)
        self.also.opened.connect(lambda key: self.select("delegate", key))
        self.also.removed.connect(lambda key: self.remove("delegate", key))
        self.sent.added.connect(lambda: self.ask_for("delegation"))
        self.sent.opened.connect(lambda key: self.select("delegation", key))
        self.sent.removed.connect(lambda key: self.remove("delegation", key))
        self.list.missing_opened.connect(self._open_missing)
        self.list.head_moved.connect(self._move_delegation)
        self.beside.covered.connect(self.strip.keep_clear)
        self.beside.left.installEventFilter(self)

    # The list.

    def fill_bar(self) -> None:
        """Offer sides, order, diets, and what can be added."""
        theme = self.hands.theme
        self.side = Segment(theme)
        self.side.chosen.connect(lambda _side: self.show_again())
        self.order_button = Button(theme, Rank.QUIET, "arrow-up-down")
        self.order_button.clicked.connect(self.propose_order)
        self.diets = Button(theme, Rank.QUIET, "eye")
        self.diets.setCheckable(True)
        self.diets.toggled.connect(lambda _on: self.show_again())
        self.gaps = Badge(theme)
        self.count = Text(theme, "", 12, colour="text2")
        self.more = Button(theme, Rank.PLAIN, "plus", chevron=True)
        self.more.clicked.connect(self._open_more)
        for widget in (self.side, self.order_button, self.diets, self.gaps):
            self.bar.addWidget(widget)
        self.bar.addStretch(1)
        for widget in (self.count, self.more, self.add_button):
            self.bar.addWidget(widget)

    def columns(self) -> Sequence[Column]:
        """Return the columns."""
        return written_rows.columns(self._how())

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return delegations and their people."""
        return written_rows.rows(self.whole, self._how())

    def write(self, words: Words) -> None:
        """Write bar and empty page."""
        self.side.setAccessibleName(words.say_in("delegations", "Side"))
        self.side.offer(
            [
                Choice("", words.say_in("delegations", "All sides")),
                Choice("guest", words.say_in("delegations", "Guests")),
                Choice("host", words.say_in("delegations", "Hosts")),
            ]
        )
        if not self.side.value():
            self.side.take("")
        self.add_button.tell(words.say_in("delegations", "Add person"))
        self.empty_add.tell(words.say_in("delegations", "Add party"))
        self.list.setAccessibleName(words.say_in("delegations", "Delegations"))
        self._empty.tell(
            words.say_in("delegations", "No parties yet"),
            words.say_in(
                "delegations",
                "Add the organisations that take part, as host or guest; then the people of each.",
            ),
        )
        self._write_counts(words)

    def _write_counts(self, words: Words) -> None:
        if self.view is None:
            return
        how = self._how()
        number = written_rows.headcount(self.whole, how.side)
        self.count.setText(words.count("{number} person", "{number} people", number))
        self.count.restyle()
        gaps = written_rows.missing(self.list.rows.shown())
        said = words.count("{number} translation missing", "{number} translations missing", gaps)
        self.gaps.tell(Mark(said, "triangle-alert"), "warn")
        writable = not self.hands.read_only()
        self.more.setVisible(writable)
        self.order_button.setVisible(writable)
        self.add_button.setEnabled(bool(self.whole.delegations))
        self._fit_bar()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the bar say less where the panel leaves it little room."""
        if watched is self.beside.left:
            kind = event.type()
            grown = kind is QEvent.Type.LayoutRequest and self._is_crowded()
            if grown or kind is QEvent.Type.Resize:
                self._fit_bar()
        return super().eventFilter(watched, event)

    def _is_crowded(self) -> bool:
        """Tell whether the bar has become wider than its room since it was fitted, and could say less."""
        return bool(self.order_button.text()) and self.bar.sizeHint().width() > self.beside.left.width()

    def _fit_bar(self) -> None:
        """Show of the bar what there is room for: first the counts go, then the words of some buttons."""
        words = self.words
        if words is None or self.view is None:
            return
        gaps = written_rows.missing(self.list.rows.shown()) > 0
        for counts, wordy in ((True, True), (False, True), (False, False)):
            self.gaps.setVisible(counts and gaps)
            self.count.setVisible(counts)
            self._name_buttons(words, wordy=wordy)
            self.bar.invalidate()
            if self.bar.sizeHint().width() <= self.beside.left.width():
                break

    def _name_buttons(self, words: Words, *, wordy: bool) -> None:
        shown = self.diets.isChecked()
        diets = (
            words.say_in("delegations", "Hide diets") if shown else words.say_in("delegations", "Show diets")
        )
        order = words.say_in("delegations", "Order by precedence")
        more = words.say_in("delegations", "Party or delegation")
        for button, text in ((self.diets, diets), (self.order_button, order), (self.more, more)):
            button.tell(text if wordy else "", text)
        purpose = words.say_in("delegations", "For ordering meals; never on a paper unless asked for.")
        self.diets.setToolTip(purpose if wordy else f"{diets}. {purpose}")

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now; another visit hides what is sensitive again."""
        if other:
            self.strip.hide()
            self.diets.blockSignals(True)
            self.diets.setChecked(False)
            self.diets.blockSignals(False)
        self.list.movable = not self.hands.read_only()
        super().show_again(other=other)
        self._fit_bar()
        # What was just made is measured only once it is laid out.
        QTimer.singleShot(0, self, self._fit_bar)

    def _how(self) -> Shown:
        assert self.words is not None
        return written_rows.shown(
            self.words,
            self.languages(),
            self.side.value(),
            diets=self.diets.isChecked(),
            locked=self.hands.read_only(),
        )

    # Adding, moving, ordering.

    def add(self) -> None:
        """Ask for a person, or for a party where there is none yet."""
        if self.view is not None:
            self.ask_for("person" if self.whole.delegations else "party")

    def ask_for(self, what: str) -> None:
        """Open the strip that adds a person, a delegation or a party."""
        self.joining.ask_for(what)

    def called(self, delegation: Delegation) -> str:
        """Return what a delegation is called."""
        assert self.words is not None
        tag = self.words.language
        title = delegation.title.pick([tag, *self.languages()])
        return title.text if title else written_rows.organisation_name(delegation.organisation, tag)

    def _open_more(self) -> None:
        words = self.words
        if words is None:
            return
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        for what, text in (
            ("party", words.say_in("delegations", "Add party")),
            ("delegation", words.say_in("delegations", "Add delegation")),
        ):
            action = menu.addAction(text)
            action.setEnabled(what == "party" or bool(self.whole.parties))
            action.triggered.connect(lambda _on=False, what=what: self.ask_for(what))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def move_between(self, table: str, row_id: str, group: str, before: str | None) -> None:
        """Put a person into another delegation; one that is not there yet is made for its party."""
        party: Party | None = self.row("party", group)
        if table != "delegate":
            return

        def transfer(delegation_id: object) -> None:
            arguments = {"key": row_id, "delegation_id": str(delegation_id), "before": before}
            self.hands.do(Deed("delegate.transfer", arguments))

        if party is None:
            transfer(group)
            return
        deed = deeds.add(
            "delegation", visit_id=self.whole.id, party_id=party.id, organisation_id=party.organisation_id
        )
        self.hands.do(deed, transfer)

    def _move_delegation(self, table: str, key: str, up: bool) -> None:
        """Put a delegation before or behind its neighbour on the same side."""
        moved: Delegation | None = self.row(table, key) if table == "delegation" else None
        if moved is None or self.hands.read_only():
            return
        side = moved.party.side
        mates = [each.id for each in self.whole.delegations if each.party.side is side]
        at = mates.index(key) + (-1 if up else 1)
        if 0 <= at < len(mates):
            before = mates[at] if up else next(iter(mates[at + 1 :]), None)
            self.hands.do(deeds.move("delegation", key, before))

    def propose_order(self) -> None:
        """Show what order role and position suggest."""
        from ui.pages.delegations.order import OrderDialog

        if self.words is None or self.view is None:
            return
        dialog = OrderDialog(self.hands.theme, self.words, self.whole, self.side.value(), self)
        dialog.decided.connect(
            lambda orders: self.hands.do(Deed("visit.rank", {"key": self.whole.id, "orders": orders}))
        )
        dialog.open()

    # The panel.

    def forms(self) -> Sequence[FormPanel]:
        """Return the form of the delegate and that of the person in it."""
        return (self.panel, self.person)

    def found(self, row_id: str) -> Sequence[FindingView]:
        """Return what was found about a row; about a delegate also what was found about the person."""
        row: Any = self.row("delegate", row_id)
        mine = list(super().found(row_id))
        if row is not None:
            mine += [each for each in super().found(row.person_id) if each not in mine]
        return mine

    def repairs(self, finding: FindingView) -> Sequence[Repair]:
        """Offer to type the name or the position that is missing."""
        words, values = self.words, finding.finding.values
        missing = values.get("languages") or tuple(filter(None, (values.get("language"),)))
        below = values.get("field") == "position"
        if words is None or not missing or not (below or finding.code in ("no-name", "no-native-name")):
            return ()
        tag = own_language_first(words, missing)[0]
        text = (
            words.say_in("delegations", "Type the position")
            if below
            else words.say_in("delegations", "Type the name")
        )
        return ((text, lambda: self._open_missing(*self.panel.row(), tag, below)),)

    def dress_panel(self, record: Record) -> None:
        """Fill what is no field."""
        words = self.words
        if words is None:
            return
        fill = {
            "delegate": self._dress_delegate,
            "delegation": self._dress_delegation,
            "party": self._dress_party,
        }
        super().dress_panel(record)
        fill[record.table](record.id, words)
        chain(self.panel)

    def _dress_delegate(self, key: str, words: Words) -> None:
        delegate: Delegate = self.row("delegate", key)
        delegation: Delegation = self.row("delegation", delegate.delegation_id)
        if "delegate" not in self._dressed:
            self._dressed.add("delegate")
            spec = self.spec("delegate")
            head = self.panel.form(spec).editors["position"].head
            head.addWidget(self.post, 1)
            head.addStrut(HEAD)
            self.panel.add_section(spec, self.journeys, after="present")
            self.panel.add_section(spec, self.also, after="interprets")
            self.panel.add_section(spec, self.person)
        locked = self.hands.read_only()
        self.post.show_post(delegate, delegation, self.whole, words, locked=locked)
        position = self.panel.editor("position")
        if isinstance(position, LocalisedEditor):
            on = min((each.date for each in self.whole.days), default=None)
            position.stand_behind(position_of(delegate, delegation, on))
        self.journeys.show_journeys(delegate.person_id, self.whole, words)
        others = [(group, each) for group, each in self.posts_of(delegate.person_id) if each.id != key]
        shown = [
            SubRow(each.id, self.called(group), written_rows.role_name(each.role.value, words))
            for group, each in others
        ]
        self.also.show_rows(shown, words, read_only=locked, movable=False)
        free = len(self.whole.delegations) > len(others) + 1
        self.also.add_button.setVisible(free and not locked)
        self.also.setVisible(free or bool(others))
        person = delegate.person
        other = self.person.row()[1] != person.id
        self.person.show_record(person_spec(), full_record(person), self.context(()))
        if other:
            self.person.updateGeometry()

    def _dress_delegation(self, key: str, words: Words) -> None:
        del key, words

    def _dress_party(self, key: str, words: Words) -> None:
        if "party" not in self._dressed:
            self._dressed.add("party")
            self.panel.add_section(self.spec("party"), self.sent)
        rows = [
            SubRow(
                each.id,
                self.called(each),
                words.count("{number} person", "{number} people", len(each.delegates)),
            )
            for each in self.whole.delegations
            if each.party_id == key
        ]
        self.sent.show_rows(rows, words, read_only=self.hands.read_only(), movable=False)

    def _delegate_of(self, person_id: str) -> tuple[str, str] | None:
        found = self.posts_of(person_id) if self.view is not None else []
        return ("delegate", found[0][1].id) if found else None

    def posts_of(self, person_id: str) -> list[tuple[Delegation, Delegate]]:
        """Return the places of a person in the delegations."""
        return [
            (group, each)
            for group in self.whole.delegations
            for each in group.delegates
            if each.person_id == person_id
        ]

    def _offer_others(self) -> None:
        """Offer the delegations in which the person is not yet: an interpreter may serve several."""
        delegate: Delegate | None = self.row(*self.panel.row())
        if delegate is None:
            return
        inside = {group.id for group, _each in self.posts_of(delegate.person_id)}
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        for group in self.whole.delegations:
            if group.id not in inside:
                arguments = {
                    "delegation_id": group.id,
                    "person_id": delegate.person_id,
                    "role": delegate.role.value,
                    "interprets": delegate.interprets,
                }
                action = menu.addAction(self.called(group))
                action.triggered.connect(
                    lambda _on=False, arguments=arguments: self.hands.do(Deed("delegate.join", arguments))
                )
        button = self.also.add_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_leg(self, key: str) -> None:
        self.hands.go(Spot("visit", self.whole.id, "travel", "leg", key))

    def _open_missing(self, table: str, key: str, column: str, below: bool) -> None:
        """Put the cursor where what is missing can be typed."""
        if not self.select(table, key):
            return
        if not below:
            self.person.focus_name(column)
            return
        editor = self.panel.editor("position")
        if isinstance(editor, LocalisedEditor):
            put_cursor(editor.entry(column))
