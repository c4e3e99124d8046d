"""A visit at a glance as rows of a list: what is coming, what is missing, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock_range, day, partial_date
from models.text.languages import language
from models.text.localised import Written
from models.text.names import full_name
from models.text.ordinals import edition
from ui.forms.record import own_language_first
from ui.pages.tasks.due import due_of, relative, sorted_tasks, span_of, state_words
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS
from ui.widgets.rows.values import Cell, Column, Group, ListRow, written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from models.tables import Meeting, Party, Task, Visit, VisitContact, VisitDay
    from models.text.catalogue import Words
    from models.text.localised import LocalisedText
    from ui.values import FindingView, VisitView

_NEXT, _SHOWN = 4, 5


def columns() -> tuple[Column, ...]:
    """Return the columns: what, when, and how it stands."""
    return (
        Column("what", "", share=3),
        Column("when", "", width=180, least=520),
        Column("state", "", width=150, least=700),
    )


class Glance:
    """Makes the rows of one visit in the language of the screen."""

    def __init__(
        self,
        view: VisitView,
        words: Words,
        *,
        label: Callable[[FindingView], str],
        sentence: Callable[[FindingView], str],
        open_codes: Collection[str],
    ) -> None:
        assert view.whole is not None
        self._view, self._visit, self._words = view, view.whole, words
        self._label, self._sentence, self._open = label, sentence, open_codes
        self._languages = own_language_first(words, view.languages)
        self._span = span_of(self._visit)

    def rows(self) -> list[Group | ListRow]:
        """Return all groups."""
        words = self._words
        groups: tuple[tuple[str, str, Sequence[ListRow]], ...] = (
            ("coming", words.say_in("overview", "What is coming"), self._coming()),
            ("missing", "", ()),
            (
                "parties",
                words.say_in("overview", "Parties"),
                [self._party(each) for each in self._visit.parties],
            ),
            (
                "meetings",
                words.say_in("overview", "Meetings"),
                [
                    self._meeting(each)
                    for each in sorted(self._visit.meetings, key=lambda each: (each.date, each.order))
                ],
            ),
            ("days", words.say_in("overview", "Days"), [self._day(each) for each in self._visit.days]),
            (
                "contacts",
                words.say_in("overview", "Contacts"),
                [self._contact(each) for each in self._visit.contacts],
            ),
        )
        made: list[Group | ListRow] = []
        for code, title, rows in groups:
            if code == "missing":
                made += self._missing()
                continue
            right = str(len(rows)) if rows else self._nothing(code)
            made += [Group(code, Written(title, words.language), right=right), *rows]
        return made

    def _nothing(self, code: str) -> str:
        words = self._words
        return {
            "coming": words.say_in("overview", "nothing left to come"),
            "parties": words.say_in("overview", "none yet: add them under Delegations"),
            "meetings": words.say_in("overview", "none: add one with the button above"),
            "days": words.say_in("overview", "not known yet"),
            "contacts": words.say_in("overview", "none yet: add who can be reached"),
        }[code]

    # What is coming.

    def _coming(self) -> list[ListRow]:
        tasks = [each for each in sorted_tasks(self._visit.tasks, self._span.first) if each.done_on is None]
        items = [
            item
            for plan in self._view.days
            for item in plan.items
            if item.date >= self._span.today and item.status != "cancelled"
        ]
        made = [self._task(each) for each in tasks[:_NEXT]]
        for item in items[:_NEXT]:
            when = f"{day(item.date, self._words.language, DayForm.SHORT)} "
            when += clock_range(item.start, item.end, self._words.language)
            cells = (
                Cell(self._picked(item.title), icon="calendar"),
                Cell(written(when)),
                Cell(self._picked(item.place_name) if item.place_name else None),
            )
            made.append(ListRow("schedule_item", item.id, cells))
        return made

    def _task(self, task: Task) -> ListRow:
        words = self._words
        due = due_of(task, self._span)
        when = day(due.date, words.language, DayForm.SHORT) if due.date is not None else ""
        if due.days is not None:
            when = f"{relative(due.days)} · {when}" if when else relative(due.days)
        stands = state_words(due, words)
        state = Cell(badge=stands, colour="error") if due.overdue else Cell(written(stands))
        return ListRow(
            "task", task.id, (Cell(self._picked(task.title), icon="square"), Cell(written(when)), state)
        )

    # What is missing.

    def _missing(self) -> list[Group | ListRow]:
        words = self._words
        findings = self._view.findings
        if not findings:
            right = words.say_in("overview", "nothing found")
            return [
                Group(
                    "missing",
                    Written(words.say_in("overview", "What is missing"), words.language),
                    right=right,
                )
            ]
        by_code: dict[str, list[tuple[int, FindingView]]] = {}
        for at, each in enumerate(findings):
            by_code.setdefault(each.code, []).append((at, each))
        made: list[Group | ListRow] = []
        for code, found in by_code.items():
            title = Written(self._label(found[0][1]), words.language)
            mark = self._gravity(found[0][1].severity)
            made.append(Group(f"missing-{code}", title, mark=mark, right=str(len(found))))
            shown = found if code in self._open or len(found) <= _SHOWN + 1 else found[:_SHOWN]
            for at, each in shown:
                cells = (
                    Cell(Written(self._sentence(each), words.language), icon=ICONS[each.severity], wide=True),
                    Cell(Written("", "")),
                    Cell(Written("", "")),
                )
                made.append(ListRow("finding", str(at), cells))
            if len(shown) < len(found):
                more = words.count("{number} more…", "{number} more…", len(found) - len(shown))
                cells = (
                    Cell(Written(more, words.language), icon="chevron-down"),
                    Cell(Written("", "")),
                    Cell(Written("", "")),
                )
                made.append(ListRow("more", code, cells))
        return made

    def _gravity(self, severity: Severity) -> str:
        words = self._words
        if severity is Severity.ERROR:
            return words.say_in("overview", "Wrong")
        if severity is Severity.WARN:
            return words.say_in("overview", "Missing or open")
        return words.say_in("overview", "To know")

    # What belongs to it.

    def _party(self, party: Party) -> ListRow:
        words = self._words
        name = party.organisation.name.pick(self._languages)
        short = party.organisation.acronym
        text = f"{short} {name.text if name else ''}".strip()
        people = {
            each.person_id
            for delegation in self._visit.delegations
            if delegation.party_id == party.id
            for each in delegation.delegates
        }
        side = (
            words.say_in("PartySide", "Host")
            if party.side.value == "host"
            else words.say_in("PartySide", "Guest")
        )
        spoken = language(party.language).own_name if party.language in self._view.languages else ""
        cells = (
            Cell(Written(text, name.language if name else ""), icon="building-2"),
            Cell(written(" · ".join(part for part in (side, spoken) if part))),
            Cell(written(words.count("{number} person", "{number} people", len(people)))),
        )
        return ListRow("party", party.id, cells)

    def _meeting(self, meeting: Meeting) -> ListRow:
        words = self._words
        found = meeting.title.pick(self._languages) if meeting.title else None
        if found is None and meeting.series is not None:
            found = meeting.series.title.pick(self._languages)
        tag = found.language if found else words.language
        text = edition(meeting.number, found.text if found else words.say("Untitled"), tag)
        when = partial_date(meeting.date, words.language) if meeting.date else ""
        host = ""
        if meeting.host is not None:
            named = meeting.host.acronym or (meeting.host.name.pick(self._languages) or ("",))[0]
            host = words.say_in("overview", "host: {name}", name=named)
        cells = (Cell(Written(text, tag), icon="repeat"), Cell(written(when)), Cell(written(host)))
        return ListRow("meeting", meeting.id, cells)

    def _day(self, row: VisitDay) -> ListRow:
        words = self._words
        when = day(row.date, words.language, DayForm.FULL)
        number = sum(each.date == row.date for each in self._visit.items)
        found = [each for each in self._view.found.get(row.id, ()) if each.code == "holiday"]
        entries = words.count("{number} entry", "{number} entries", number)
        cells = (
            Cell(written(when), icon="calendar-days"),
            Cell(self._picked(row.title) if row.title else Written("", "")),
            Cell(badge=self._label(found[0]), colour="note") if found else Cell(written(entries)),
        )
        return ListRow("visit_day", row.id, cells)

    def _contact(self, contact: VisitContact) -> ListRow:
        words = self._words
        name = full_name(contact.person.name, words.language) if contact.person is not None else None
        name = name or contact.name.pick(self._languages)
        purpose = contact.purpose.pick(self._languages)
        said = " · ".join(part.text for part in (purpose, name) if part and part.text)
        state = words.say_in("overview", "Emergency") if contact.emergency else ""
        cells = (
            Cell(Written(said or words.say("Untitled"), words.language), icon="phone"),
            Cell(written(contact.phone or contact.email)),
            Cell(badge=state, colour="warn") if state else Cell(Written("", "")),
        )
        return ListRow("visit_contact", contact.id, cells)

    def _picked(self, text: LocalisedText) -> Written:
        return text.pick(self._languages) or Written(self._words.say("Untitled"), self._words.language)


def numbers(visit: Visit) -> Mapping[str, int]:
    """Return how much there is of what, by table."""
    talks = sum(len(item.presentations) for item in visit.items)
    return {
        "delegation": len({each.person_id for group in visit.delegations for each in group.delegates}),
        "schedule_item": sum(item.status.value != "cancelled" for item in visit.items),
        "lab_tour": sum(len(item.tours) for item in visit.items),
        "presentation": talks,
        "leg": len(visit.legs),
        "stay": len(visit.stays),
        "task": sum(task.done_on is None for task in visit.tasks),
    }
