"""Who takes part in an entry: the list in its form, and the field that finds whom to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.catalogue import mark_in
from models.text.dates import clock
from models.text.localised import LocalisedText
from models.text.matching import holds
from ui.forms.spec import ListSpec
from ui.forms.sublist import SubList, SubRow
from ui.pages.writing import leading, person_name, short_name
from ui.style import measures
from ui.widgets.entry import ChoiceEntry
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.widgets.text import Text
from ui.words import code_name
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.text.catalogue import Words
    from ui.pages.schedule.page import SchedulePage

PARTICIPANTS = ListSpec(
    "participants",
    "participation",
    "item_id",
    mark_in("form", "Who takes part"),
    mark_in("form", "Add participant"),
)
ROLES = ("participant", "speaker", "chair", "host", "guest", "interpreter")
_COLUMNS = {
    "person": "person_id",
    "delegation": "delegation_id",
    "group": "group_id",
    "organisation": "organisation_id",
}
_EVERYONE = "everyone:"
_ATTENDING = ("participant", "host", "guest")
_MOST = 8
"""People and organisations of the directory that are offered besides those of the visit."""


def who_of(key: str) -> dict[str, str]:
    """Return what a choice stands for, as the end of a participation; nothing means everyone."""
    kind, _, row_id = key.partition(":")
    return {_COLUMNS[kind]: row_id} if kind in _COLUMNS else {}


def key_of(part: Any) -> str:
    """Return the choice that stands for whom a participation names."""
    for kind, column in _COLUMNS.items():
        row_id = getattr(part, column)
        if row_id:
            return f"{kind}:{row_id}"
    return _EVERYONE


def called(part: Any, words: Words, languages: Sequence[str]) -> str:
    """Return what who takes part is called."""
    if part.person is not None:
        name = person_name(part.person, words)
        return name.text if name else words.say("Untitled")
    if part.delegation is not None:
        title = leading(part.delegation.title, words, languages)
        return title.text if title else short_name(part.delegation.organisation, words)
    if part.group is not None:
        title = leading(part.group.name, words, languages)
        return title.text if title else words.say("Untitled")
    if part.organisation is not None:
        return words.say("{organisation}: to be confirmed", organisation=short_name(part.organisation, words))
    return words.say_in("window", "Everyone")


def part_row(part: Any, words: Words, languages: Sequence[str]) -> SubRow:
    """Write one who takes part: as what, and what else is said of it."""
    facts = [code_name("ParticipationRole", part.role.value, words)]
    if part.excluded:
        facts.append(words.say_in("schedule", "does not take part"))
    if part.presence.value == "online":
        facts.append(code_name("Presence", "online", words))
    if part.start or part.end:
        times = [clock(each) if each else "" for each in (part.start, part.end)]
        facts.append(" – ".join(times).strip())
    return SubRow(part.id, called(part, words, languages), " · ".join(facts), warn=part.excluded)


class WhoPicker(Picker):
    """Finds people of the visit first, then delegations, groups, everyone, and who is in the directory."""

    def __init__(self, page: SchedulePage, parent: QWidget | None = None) -> None:
        super().__init__(page.hands.theme, parent)
        self._page = page
        self.line.offers = self._offers
        self.let_clear(False)

    def word(self, words: Words, name: str) -> None:
        """Set what the field is called."""
        self.tell(name, words.say("Clear {field}", field=name))
        self.line.setPlaceholderText(words.say_in("schedule", "Person, delegation, group, everyone"))
        self.line.making = lambda text: words.say("Create “{text}”", text=text)
        self.tell_missing(nothing_called("person", words, creates=True))

    def _offers(self, text: str) -> Sequence[Choice]:
        words = self._page.words
        if words is None or self._page.view is None:
            return ()
        mine = [choice for choice, texts in self._of_visit(words) if any(holds(own, text) for own in texts)]
        if not text.strip():
            return mine
        known = {choice.key for choice in mine}
        hands = self._page.hands
        people = [
            Choice(f"person:{offer.id}", offer.text, offer.detail)
            for offer in hands.offers("person", text)[:_MOST]
        ]
        to_come = words.say_in("schedule", "to be confirmed")
        organisations = [
            Choice(f"organisation:{offer.id}", offer.text, to_come)
            for offer in hands.offers("organisation", text)[:_MOST]
        ]
        return [*mine, *(each for each in (*people, *organisations) if each.key not in known)]

    def _of_visit(self, words: Words) -> Iterator[tuple[Choice, Sequence[str]]]:
        whole, languages = self._page.whole, self._page.languages()
        everyone = words.say_in("window", "Everyone")
        seen: set[str] = set()
        for delegation in whole.delegations:
            short = short_name(delegation.organisation, words)
            for who in delegation.delegates:
                name = person_name(who.person, words)
                if name is not None and who.person_id not in seen:
                    seen.add(who.person_id)
                    texts = _name_texts(who.person)
                    yield Choice(f"person:{who.person_id}", name.text, short), (name.text, *texts)
        for delegation in whole.delegations:
            title = leading(delegation.title, words, languages)
            text = title.text if title else short_name(delegation.organisation, words)
            detail = words.say_in("form", "Delegation")
            yield Choice(f"delegation:{delegation.id}", text, detail), (text, *delegation.title.values())
        for group in self._groups():
            title = leading(group.name, words, languages)
            text = title.text if title else words.say("Untitled")
            detail = words.say_in("form", "Tour group")
            yield Choice(f"group:{group.id}", text, detail), (text, *group.name.values())
        yield Choice(_EVERYONE, everyone), (everyone,)
        for party in whole.parties:
            text = short_name(party.organisation, words)
            detail = words.say_in("schedule", "to be confirmed")
            yield Choice(f"organisation:{party.organisation_id}", text, detail), (text,)

    def _groups(self) -> Iterator[Any]:
        """Yield the groups of the entry's own tour."""
        item = self._page.entry_shown()
        for tour in item.tours if item is not None else ():
            yield from tour.groups


def _name_texts(person: Any) -> list[str]:
    texts: list[str] = []
    for field in (person.family, person.given, person.reading):
        if isinstance(field, LocalisedText):
            texts += field.values()
    return texts


class Participants(QWidget):
    """The list of who takes part, with a field that adds to it; the role is chosen beside."""

    picked = Signal(str, str)
    """The choice that was picked, and as what."""
    created = Signal(str, str)
    """A name of somebody who is to be made, and as what."""

    def __init__(self, page: SchedulePage) -> None:
        super().__init__()
        self._page = page
        self.list = SubList(page.hands.theme, PARTICIPANTS)
        self.picker = WhoPicker(page)
        self.role = ChoiceEntry(page.hands.theme)
        self.picker.line.left.connect(self._take)
        self.picker.line.asked.connect(self._make)
        self._adding = QWidget()
        row = QHBoxLayout(self._adding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.GAP)
        row.addWidget(self.picker, 2)
        row.addWidget(self.role, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addWidget(self.list)
        column.addWidget(self._adding)

    def show_parts(self, parts: Sequence[Any], words: Words, languages: Sequence[str]) -> None:
        """Show who takes part."""
        read_only = self._page.hands.read_only()
        rows = [part_row(part, words, languages) for part in parts]
        # Who chairs, speaks or interprets does so before everyone, as long as nobody else is named.
        limited = any(part.role.value in _ATTENDING and not part.excluded for part in parts)
        total = "" if limited else words.say_in("window", "Everyone")
        self.list.show_rows(rows, words, read_only=read_only, total=total)
        self.list.add_button.hide()
        self._adding.setVisible(not read_only)
        self.picker.word(words, words.say_in("form", PARTICIPANTS.add))
        self.role.setAccessibleName(words.say_in("form", "Takes part as"))
        offer_roles(self.role, words, self.role.value() or ROLES[0])

    def _take(self) -> None:
        key = self.picker.line.key()
        if key:
            self.picker.line.show_key("", "")
            self.picked.emit(key, self.role.value())

    def _make(self, text: str) -> None:
        self.picker.line.show_key("", "")
        self.created.emit(text, self.role.value())


def offer_roles(entry: ChoiceEntry, words: Words, role: str) -> None:
    """Offer as what somebody can take part."""
    entry.offer([(each, code_name("ParticipationRole", each, words)) for each in ROLES], role)
    entry.begin()


class Instead(QWidget):
    """In the form of a participation: the field that lets somebody else take part instead."""

    picked = Signal(str)

    def __init__(self, page: SchedulePage) -> None:
        super().__init__()
        self._page = page
        self.caption = Text(page.hands.theme, "", 12, bold=True, colour="text2")
        self.picker = WhoPicker(page)
        self.picker.line.left.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addWidget(self.caption)
        column.addWidget(self.picker)

    def show_part(self, part: Any, words: Words, languages: Sequence[str]) -> None:
        """Show who it is."""
        name = words.say_in("schedule", "Who it is")
        self.caption.setText(name)
        self.caption.restyle()
        self.picker.word(words, name)
        self.picker.line.making = None
        self.picker.tell_missing(nothing_called("person", words))
        self.picker.line.show_key(key_of(part), called(part, words, languages))
        self.picker.lock(self._page.hands.read_only())

    def _take(self) -> None:
        key = self.picker.line.key()
        if key:
            self.picked.emit(key)


def add_arguments(item_id: str, key: str, role: str) -> Mapping[str, Any]:
    """Return what adds somebody to an entry."""
    return {"item_id": item_id, **who_of(key), "role": role, "excluded": False}
