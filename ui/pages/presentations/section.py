"""Talks in running order under their sessions, with speakers, minutes and the state of the slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.text.dates import DayForm, clock_range, day, duration
from models.text.languages import known_languages, language
from models.text.localised import Written
from ui import deeds
from ui.data.clocks import slot_of, when_of
from ui.pages.visit.section import Section
from ui.pages.writing import leading, person_name, second, short_name
from ui.widgets.rows import Cell, Column, Group, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words

_SLIDES = {"not asked": "tint", "asked": "warn", "received": "note", "final": "ok"}


class PresentationsSection(Section):
    """A group a session; talks are moved within their session and into another one."""

    code = "presentations"
    tables = ("presentation", "presentation_speaker")
    inside: ClassVar[dict[str, tuple[str, str]]] = {}
    marks: ClassVar[dict[tuple[str, str], str]] = {("presentation", "speaker"): "speakers"}
    movable = True
    between_groups = True
    empty_icon = "presentation"

    def sessions(self) -> list[Any]:
        """Return the entries that have talks or are there for them, in the order in which they happen."""
        items = sorted(self.whole.items, key=lambda item: when_of(item, self.whole))
        return [item for item in items if item.presentations or item.kind.value == "presentations"]

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        words = self.words
        assert words is not None
        return [
            Column("no", words.say_in("talks", "No."), width=32, right=True),
            Column("title", words.say_in("talks", "Talk"), share=5),
            Column("speaker", words.say_in("talks", "Speakers"), share=3),
            Column("minutes", words.say_in("talks", "Time"), width=64, right=True, least=480),
            Column("language", words.say_in("talks", "Language"), width=76, least=700),
            Column("slides", words.say_in("talks", "Slides"), width=136, least=640),
        ]

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return the talks by session."""
        words = self.words
        assert words is not None
        made: list[Group | ListRow] = []
        for item in self.sessions():
            made.append(self._session(item, words))
            made += [self._talk(talk, at, words) for at, talk in enumerate(item.presentations, 1)]
        return made

    def _session(self, item: Any, words: Words) -> Group:
        title = leading(item.title, words, self.languages())
        at = slot_of(item, self.whole)
        when = f"{day(at.date, words.language, DayForm.SHORT)} "
        when += clock_range(at.start, at.end, words.language, days=at.end_day)
        taken = sum(talk.minutes or 0 for talk in item.presentations)
        facts = [when.strip()]
        if taken:
            facts.append(words.say("{time} of talks", time=duration(taken, words.language)))
        return Group(
            item.id,
            title or Written(words.say("Untitled"), words.language),
            second(item.title, words, self.languages(), title),
            right=" · ".join(facts),
            found=self.line(item.id) if self._too_long(item) else None,
        )

    def _too_long(self, item: Any) -> bool:
        return any(found.code == "talks-too-long" for found in self.found(item.id))

    def _talk(self, talk: Any, at: int, words: Words) -> ListRow:
        languages = self.languages()
        title = leading(talk.title, words, languages)
        named = [person_name(one.person, words) for one in talk.speakers if one.person is not None]
        still = [short_name(one.organisation, words) for one in talk.speakers if one.person is None]
        names = ", ".join(name.text for name in named if name)
        open_ones = [words.say("{organisation}: to be confirmed", organisation=name) for name in still]
        first = names or ", ".join(open_ones)
        tag = talk.language
        spoken = language(tag).own_name if tag in known_languages() else tag
        state = talk.slides.value
        found = self.line(talk.id)
        return ListRow(
            "presentation",
            talk.id,
            (
                Cell(Written(str(at), "")),
                Cell(
                    title or Written(words.say("Untitled"), words.language),
                    second(talk.title, words, languages, title),
                    bold=True,
                ),
                Cell(
                    Written(first, words.language) if first else None,
                    Written(", ".join(open_ones), words.language) if names and open_ones else None,
                    missing="" if first else words.say_in("talks", "No speaker"),
                ),
                Cell(Written(duration(talk.minutes, words.language), "") if talk.minutes else None),
                Cell(Written(spoken, tag) if spoken else None),
                Cell(badge=code_name("SlidesState", state, words), colour=_SLIDES[state])
                if state != "not asked"
                else Cell(Written(code_name("SlidesState", state, words), words.language)),
            ),
            found=found,
        )

    def add(self) -> None:
        """Add a talk to the session of the one that is selected, else to the first session."""
        sessions = self.sessions()
        if self.hands.read_only():
            return
        words = self.words
        assert words is not None
        if not sessions:
            self.hands.tell(
                words.say_in(
                    "talks", "Talks stand under an entry of the schedule: add a session there first."
                )
            )
            return
        table, row_id = self.panel.row() if self.beside.is_open() else self.list.selected()
        row = self.row(table, row_id) if row_id else None
        session = getattr(row, "item_id", "") or sessions[0].id
        self.hands.do(deeds.add("presentation", item_id=session), self.added("presentation"))

    def move_between(self, table: str, row_id: str, group: str, before: str | None) -> None:
        """Put a talk into another session."""
        self.hands.do(deeds.Deed("presentation.to_session", {"key": row_id, "item": group, "before": before}))

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Presentations"))
        self.add_button.tell(words.say_in("talks", "Add talk"))
        self.empty_add.tell(words.say_in("talks", "Add talk"))
        self.tell_empty(
            words.say_in("talks", "No talks yet"),
            words.say_in(
                "talks",
                "Talks stand under entries of the schedule that are presentations; add such an entry first.",
            ),
        )
