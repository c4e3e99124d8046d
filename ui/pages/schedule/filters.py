"""What of the schedule is shown: entries of a participant, for an audience, in a state, of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.pages.writing import leading, meeting_name, person_name, short_name
from ui.widgets.button import Button, Rank
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.text.catalogue import Words
    from ui.pages.schedule.page import SchedulePage
    from ui.values import ItemView

_WIDTH = {"public": 0, "parties": 1, "party": 2, "office": 3}

Choice = tuple[str, str]


class Filters(QObject):
    """Four buttons with a menu each; of every kind one choice is in force, or all."""

    changed = Signal()

    def __init__(self, page: SchedulePage) -> None:
        super().__init__(page)
        self._page = page
        theme = page.hands.theme
        self._chosen: dict[str, str] = {}
        self._attendance: tuple[Any, Any] = (None, None)
        icons = {"who": "users", "audience": "eye", "status": "circle-check", "meeting": "messages-square"}
        self.buttons = {name: Button(theme, Rank.QUIET, icon) for name, icon in icons.items()}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self._open(name))

    def active(self) -> bool:
        """Tell whether anything is left out."""
        return any(self._chosen.values())

    def state(self) -> tuple[object, ...]:
        """Return what the buttons depend on."""
        whole, words = self._page.view.whole if self._page.view is not None else None, self._page.words
        chosen = sorted(self._chosen.items())
        # What is chosen may be called otherwise by now, or be gone.
        called = [words and self._text_of(name, code, words) for name, code in chosen]
        return tuple(chosen), tuple(called), len(whole.meetings) if whole is not None else 0

    def _text_of(self, name: str, code: str, words: Words) -> str:
        """Return what a choice is called; of hundreds of people nobody is named where none is chosen."""
        return dict(self.choices(name, words)).get(code, "") if code else ""

    def clear(self) -> None:
        """Show everything: another visit is shown."""
        self._chosen = {}

    def choose(self, name: str, code: str) -> None:
        """Show only what fits a choice; all of it where the code is empty."""
        self._chosen[name] = code
        self.changed.emit()

    def keeps(self, item: ItemView) -> bool:
        """Tell whether an entry is shown."""
        chosen = self._chosen
        if chosen.get("status") and item.status != chosen["status"]:
            return False
        if chosen.get("audience") and not _is_for(item, chosen["audience"]):
            return False
        if not chosen.get("who") and not chosen.get("meeting"):
            return True
        row = self._page.row("schedule_item", item.id)
        if row is None:
            return False
        if chosen.get("meeting") and all(link.meeting_id != chosen["meeting"] for link in row.meetings):
            return False
        return not chosen.get("who") or self._takes_part(row, chosen["who"])

    def _takes_part(self, row: Any, who: str) -> bool:
        from models.rules.attendance import Attendance

        whole = self._page.whole
        if self._attendance[0] is not self._page.view:
            self._attendance = (self._page.view, Attendance(whole))
        attendance = self._attendance[1]
        kind, _, key = who.partition(":")
        if kind == "person":
            return attendance.part(row, key) is not None
        people = next((one.delegates for one in whole.delegations if one.id == key), ())
        return any(attendance.part(row, each.person_id) is not None for each in people)

    def choices(self, name: str, words: Words) -> Sequence[Choice]:
        """Return what can be chosen, by code; the first shows everything."""
        return [("", words.say_in("schedule", "All")), *self._others(name, words)]

    def _others(self, name: str, words: Words) -> Iterator[Choice]:
        whole, languages = self._page.whole, self._page.languages()
        if name == "who":
            for delegation in whole.delegations:
                title = leading(delegation.title, words, languages)
                yield (
                    f"delegation:{delegation.id}",
                    title.text if title else short_name(delegation.organisation, words),
                )
                for each in delegation.delegates:
                    person = person_name(each.person, words)
                    yield f"person:{each.person_id}", person.text if person else words.say("Untitled")
        elif name == "audience":
            yield "parties", code_name("Audience", "parties", words)
            for party in whole.parties:
                yield f"party:{party.id}", short_name(party.organisation, words)
            yield "office", code_name("Audience", "office", words)
        elif name == "status":
            for code in ("confirmed", "tentative", "cancelled"):
                yield code, code_name("ItemStatus", code, words)
        else:
            for meeting in whole.meetings:
                title = meeting_name(meeting, words, languages)
                yield meeting.id, title.text if title else words.say("Untitled")

    def write(self, words: Words, *, wordy: bool) -> None:
        """Say on each button what is chosen; where there is little room only by its icon."""
        for name, button in self.buttons.items():
            code = self._chosen.get(name, "")
            chosen = self._text_of(name, code, words)
            if not chosen:
                self._chosen.pop(name, None)
                chosen = words.say_in("schedule", "All")
            said = _said(name, chosen, words)
            button.tell(said if wordy or code else "", said)
        self.buttons["meeting"].setVisible(len(self._page.whole.meetings) > 1)

    def _open(self, name: str) -> None:
        words, button = self._page.words, self.buttons[name]
        if words is None:
            return
        menu = QMenu(button)
        menu.setFont(self._page.hands.theme.font())
        for code, text in self.choices(name, words):
            indent = "    " if code.startswith("person:") else ""
            action = QAction(indent + text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(self._chosen.get(name, "") == code)
            action.triggered.connect(lambda _on=False, code=code: self.choose(name, code))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _said(name: str, choice: str, words: Words) -> str:
    if name == "who":
        return words.say_in("schedule", "Participants: {choice}", choice=choice)
    if name == "audience":
        return words.say_in("schedule", "Shown to: {choice}", choice=choice)
    if name == "status":
        return words.say_in("schedule", "State: {choice}", choice=choice)
    return words.say_in("schedule", "Meeting: {choice}", choice=choice)


def _is_for(item: ItemView, audience: str) -> bool:
    """Tell whether somebody of an audience sees an entry: what is for it, and what is for more."""
    if audience == "office":
        return item.audience == "office"
    if audience.startswith("party:"):
        if item.audience == "party":
            return item.audience_party == audience.removeprefix("party:")
        return item.audience != "office"
    return _WIDTH.get(item.audience, 3) <= _WIDTH["parties"]
