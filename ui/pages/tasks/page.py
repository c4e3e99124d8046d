"""The checklist of a visit: what is due when, who does it, what is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from models.text.dates import DayForm, day
from models.text.localised import Written
from ui import deeds
from ui.deeds import Deed
from ui.forms.record import Offer, own_language_first
from ui.pages.tasks.due import (
    day_off_words,
    due_of,
    find_days_off,
    relative,
    sorted_tasks,
    span_of,
    state_words,
)
from ui.pages.visit.section import Section
from ui.style.tokens import Severity
from ui.widgets.button import Button, Rank
from ui.widgets.field import Note
from ui.widgets.rows.values import Cell, Column, Group, ListRow, written
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.rules.holidays import DayOff
    from models.tables import Task
    from models.text.catalogue import Words
    from ui.forms.record import FormContext, Record
    from ui.hands import Hands
    from ui.pages.tasks.due import Span

_SOON = 7
"""A task that is due within so many days stands out."""


class TasksSection(Section):
    """Tasks by their days or by who does them; Space says that one is done."""

    code = "tasks"
    tables = ("task",)
    lines = 2
    empty_icon = "list-checks"

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._authors: dict[str, str] = {}
        self._off: Mapping[dt.date, Sequence[DayOff]] = {}
        self._asked: tuple[Any, ...] = ()
        self._noted = False
        self.day_note = Note(hands.theme)
        self.list.toggled.connect(self.toggle)
        self.list.cell_clicked.connect(self._clicked)
        self.empty_add.clicked.disconnect(self.add)
        self.empty_add.clicked.connect(self.take_usual)

    # The list.

    def fill_bar(self) -> None:
        """Offer how tasks are grouped, and where more come from."""
        theme = self.hands.theme
        self.grouping = Segment(theme)
        self.grouping.chosen.connect(lambda _code: self.show_again())
        self.hide_done = Button(theme, Rank.QUIET, "eye-off")
        self.hide_done.setCheckable(True)
        self.hide_done.toggled.connect(lambda _on: self.show_again())
        self.progress = Text(theme, "", 12, colour="text2")
        self.lists = Button(theme, Rank.PLAIN, "list-checks", chevron=True)
        self.lists.clicked.connect(self._open_lists)
        self.bar.addWidget(self.grouping)
        self.bar.addWidget(self.hide_done)
        self.bar.addStretch(1)
        for widget in (self.progress, self.lists, self.add_button):
            self.bar.addWidget(widget)

    def columns(self) -> Sequence[Column]:
        """Return the columns."""
        words = self._words()
        return (
            Column("done", "", width=20),
            Column("title", words.say_in("tasks", "Task"), share=3),
            Column("due", words.say_in("tasks", "Due"), width=210),
            Column("who", words.say_in("tasks", "Who"), share=1, least=620),
            Column("state", words.say_in("tasks", "State"), width=130),
        )

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return tasks in groups."""
        words = self._words()
        self._read_more()
        span, hidden = span_of(self.whole), self.hide_done.isChecked()
        tasks = [
            task
            for task in sorted_tasks(self.whole.tasks, span.first)
            if not (hidden and task.done_on is not None)
        ]
        groups: dict[str, list[ListRow]] = {}
        if self.grouping.value() == "person":
            named = sorted({task.author.name for task in tasks if task.author is not None})
            groups = {name: [] for name in named}
            for task in tasks:
                name = task.author.name if task.author is not None else ""
                groups.setdefault(name, []).append(self._row(task, span))
            titles = {name: name or words.say_in("tasks", "Nobody yet") for name in groups}
        else:
            titles = {
                "overdue": words.say_in("tasks", "Overdue"),
                "before": words.say_in("tasks", "Before the visit"),
                "visit": words.say_in("tasks", "During the visit"),
                "after": words.say_in("tasks", "After the visit"),
                "open": words.say_in("tasks", "Without a date"),
                "done": words.say_in("tasks", "Done"),
            }
            groups = {code: [] for code in titles}
            for task in tasks:
                groups[self._when(task, span)].append(self._row(task, span))
        made: list[Group | ListRow] = []
        for code, rows in groups.items():
            if rows:
                count = words.count("{number} task", "{number} tasks", len(rows))
                made += [Group(code or "nobody", Written(titles[code], words.language), right=count), *rows]
        return made

    @staticmethod
    def _when(task: Task, span: Span) -> str:
        first, last, _today = span
        due = due_of(task, span)
        if due.done:
            return "done"
        if due.date is None:
            return "open"
        if due.overdue:
            return "overdue"
        if first is None or due.date < first:
            return "before"
        return "visit" if last is not None and due.date <= last else "after"

    def _row(self, task: Task, span: Span) -> ListRow:
        words = self._words()
        due = due_of(task, span)
        languages = own_language_first(words, self.languages())
        title = task.title.pick(languages) or Written(words.say("Untitled"), words.language)
        second = next(
            (
                Written(text, tag)
                for tag in languages
                if tag != title.language and (text := task.title.text_in(tag))
            ),
            None,
        )
        when = ""
        if due.date is not None:
            when = day(due.date, words.language, DayForm.FULL)
        if due.days is not None:
            when = f"{relative(due.days)} · {when}" if when else relative(due.days)
        off = (
            day_off_words(self._off.get(due.date, ()), words) if due.date is not None and not due.done else ""
        )
        colour = "ok" if due.done else "error" if due.overdue else "warn"
        stands = state_words(due, words)
        marked = due.done or due.overdue or (not due.passed and due.left is not None and due.left <= _SOON)
        cells = (
            Cell(Written("", ""), icon="square-check" if due.done else "square"),
            Cell(title, second, bold=True),
            Cell(written(when), written(off)),
            Cell(written(task.author.name if task.author is not None else "")),
            Cell(badge=stands, colour=colour) if marked else Cell(written(stands)),
        )
        return ListRow("task", task.id, cells, faint=due.done)

    def write(self, words: Words) -> None:
        """Write bar and empty page."""
        self.grouping.setAccessibleName(words.say_in("tasks", "Grouped"))
        self.grouping.offer(
            [
                Choice("date", words.say_in("tasks", "By date")),
                Choice("person", words.say_in("tasks", "By person")),
            ]
        )
        if not self.grouping.value():
            self.grouping.take("date")
        self.hide_done.tell(words.say_in("tasks", "Hide done"))
        self.lists.tell(words.say_in("tasks", "Checklists"))
        self.lists.setVisible(not self.hands.read_only())
        self.add_button.tell(words.say_in("tasks", "Add task"))
        self.empty_add.tell(words.say_in("tasks", "Take over the usual checklist"))
        self.list.setAccessibleName(words.say_in("tasks", "Tasks"))
        self._empty.tell(
            words.say_in("tasks", "No tasks yet"),
            words.say_in(
                "tasks",
                "Take over the usual checklist, or that of another visit; days count from the first day.",
            ),
        )
        if self.view is not None:
            done = sum(task.done_on is not None for task in self.whole.tasks)
            said = words.say_in("tasks", "{done} of {number} done", done=done, number=len(self.whole.tasks))
            self.progress.setText(said if self.whole.tasks else "")
            self.progress.restyle()

    # What is done with tasks.

    def add(self) -> None:
        """Add a task and edit it."""
        if self.view is not None and not self.hands.read_only():
            self.hands.do(deeds.add("task", visit_id=self.whole.id), self.added("task"))

    def toggle(self, table: str, key: str) -> None:
        """Say that a task is done, or not yet."""
        task: Task | None = self.row(table, key)
        if task is not None and not self.hands.read_only():
            done = None if task.done_on is not None else dt.date.today()
            self.hands.do(deeds.change("task", key, {"done_on": done}))

    def take_usual(self) -> None:
        """Take over the template of this file, or the checklist that comes with Parley."""
        key = self.whole.id

        def then(kept: bool) -> None:
            if kept:
                self.hands.do(Deed("visit.copy_tasks", {"key": key, "source": None}), self._took)
                return
            from ui.data.templates import built_in_tasks

            tasks = [dict(each) for each in built_in_tasks()]
            self.hands.do(Deed("visit.take_tasks", {"key": key, "tasks": tasks}), self._took)

        self.hands.ask(_has_template, then)

    def take_from(self, visit_id: str) -> None:
        """Take over the tasks of another visit."""
        self.hands.do(Deed("visit.copy_tasks", {"key": self.whole.id, "source": visit_id}), self._took)

    def keep_template(self) -> None:
        """Keep these tasks as the usual checklist of this file."""
        words = self._words()

        def then(number: int) -> None:
            said = words.count(
                "{number} task is the usual checklist of this file now",
                "{number} tasks are the usual checklist of this file now",
                number,
            )
            self.hands.tell(said)

        self.hands.do(Deed("visit.keep_template", {"key": self.whole.id}), then)

    def _took(self, number: int) -> None:
        words = self._words()
        if number:
            self.hands.tell(words.count("{number} task added", "{number} tasks added", number))
        else:
            self.hands.tell(words.say_in("tasks", "All of these tasks are here already"))

    def _open_lists(self) -> None:
        words = self._words()
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        menu.addAction(words.say_in("tasks", "Take over the usual checklist")).triggered.connect(
            self.take_usual
        )
        others = menu.addMenu(words.say_in("tasks", "Take over from another visit"))
        others.setFont(self.hands.theme.font())
        for offer in self.hands.offers("visit", ""):
            if offer.id != self.whole.id:
                action = others.addAction(offer.text)
                action.triggered.connect(lambda _on=False, key=offer.id: self.take_from(key))
        others.setEnabled(not others.isEmpty())
        menu.addSeparator()
        keep = menu.addAction(words.say_in("tasks", "Keep these as the usual checklist"))
        keep.setEnabled(bool(self.whole.tasks))
        keep.triggered.connect(self.keep_template)
        menu.popup(self.lists.mapToGlobal(self.lists.rect().bottomLeft()))

    def _clicked(self, table: str, key: str, column: str) -> None:
        if column == "done":
            self.toggle(table, key)

    # The panel.

    def context(self, findings: Sequence[tuple[str, Severity]]) -> FormContext:
        """Return what the form needs: tasks are done by those who work in the file."""
        made = super().context(findings)
        offers, called = made.offers, made.called

        def found(table: str, text: str) -> Sequence[Offer]:
            if table != "author":
                return offers(table, text)
            return [
                Offer(key, name) for key, name in self._authors.items() if text.casefold() in name.casefold()
            ]

        def named(table: str, key: str) -> str:
            return self._authors.get(key, "") if table == "author" else called(table, key)

        return replace(made, offers=found, called=named)

    def dress_panel(self, record: Record) -> None:
        """Say so where the task is due on a day on which a party does not work."""
        super().dress_panel(record)
        if not self._noted:
            self._noted = True
            self.panel.add_section(self.spec("task"), self.day_note, after="due")
        task: Task | None = self.row("task", record.id)
        words = self._words()
        if task is None:
            return
        due = due_of(task, span_of(self.whole))
        said = ""
        if due.date is not None:
            said = day_off_words(self._off.get(due.date, ()), words)
        self.day_note.tell(said, Severity.NOTE)

    def _words(self) -> Words:
        assert self.words is not None
        return self.words

    def _read_more(self) -> None:
        """Ask for authors and for the holidays of the days on which something is due, where they changed."""
        from models.rules.holidays import parties_by_country

        words, span = self._words(), span_of(self.whole)
        countries = tuple(parties_by_country(self.whole))
        dates = tuple(
            dict.fromkeys(
                due.date for task in self.whole.tasks if (due := due_of(task, span)).date is not None
            )
        )
        wanted = (self.whole.id, countries, dates, words.language)
        if wanted == self._asked:
            return
        self._asked = wanted

        def read(office: Any) -> tuple[dict[str, str], Mapping[dt.date, Sequence[DayOff]]]:
            days = [date for date in dates if date is not None]
            return _authors(office), find_days_off(countries, days, words.language)

        self.hands.ask(read, lambda found: self._know(wanted, *found))

    def _know(
        self, wanted: tuple[Any, ...], authors: dict[str, str], off: Mapping[dt.date, Sequence[DayOff]]
    ) -> None:
        if wanted == self._asked:
            self._authors, self._off = authors, off
            self.show_again()


def _authors(office: Any) -> dict[str, str]:
    from models.tables import Author

    return {each.id: each.name for each in sorted(office.database.rows(Author), key=lambda each: each.name)}


def _has_template(office: Any) -> bool:
    from models.tables import Task

    return bool(office.database.rows(Task, visit_id=None))
