"""The rows of the list: papers, then who gets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt

from models.text.names import full_name
from ui.pages.papers.plan import Options, PaperKind
from ui.widgets.painted import ROW_ROLE, Index, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.pages.papers.chosen import Chosen
    from ui.values import DelegationChoice, VisitView

_LONG = 18
"""Letters of a title from which on there may be no room for it."""
ICONS = {PaperKind.AGENDA: "file-text", PaperKind.DELEGATION: "users", PaperKind.PERSON: "user"}


@dataclass(frozen=True, slots=True)
class Caption:
    """A head, with a count at the right."""

    text: str
    count: str
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper, a delegation or a person, that can be looked at and be wanted."""

    kind: PaperKind
    who: str
    title: str
    side: str
    wanted: bool
    language: str = ""
    icon: str = ""
    deep: bool = False
    hint: str = ""

    @property
    def key(self) -> str:
        """Return the paper that the row is about; who is in two delegations has two rows of one key."""
        return f"{self.kind.value}:{self.who}"

    @property
    def state(self) -> Qt.CheckState:
        """Return how the box stands."""
        return Qt.CheckState.Checked if self.wanted else Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class Everyone:
    """The box that wants all recipients or none; it is no paper to look at."""

    title: str
    side: str
    state: Qt.CheckState
    hint: str
    language: str = ""
    icon: str = ""
    deep: bool = False
    key: str = "everyone"


Row = Caption | Entry | Everyone


def paper_title(kind: PaperKind, words: Words) -> str:
    """Return what a paper is called."""
    if kind is PaperKind.AGENDA:
        return words.say_in("papers", "Agenda")
    if kind is PaperKind.DELEGATION:
        return words.say_in("papers", "Delegation itinerary")
    return words.say_in("papers", "Personal itinerary")


def options_line(kind: PaperKind, options: Options, visit: VisitView, words: Words) -> str:
    """Return in a few words in which languages a paper is."""
    if options.own_language:
        if kind is PaperKind.DELEGATION:
            return words.say_in("papers", "own language first")
        return words.say_in("papers", "own language")
    tags = options.languages or visit.languages[:2]
    return " + ".join(tags)


def delegation_name(delegation: DelegationChoice, visit: VisitView, words: Words) -> tuple[str, str]:
    """Return what a delegation is called, and the language of that."""
    written = delegation.name.pick([words.language, *visit.languages])
    return (written.text, written.language) if written else ("?", "")


def rows(visit: VisitView, chosen: Chosen, words: Words) -> list[Row]:
    """Return the rows of a visit."""
    made: list[Row] = [Caption(words.say_in("papers", "Papers"), f"{len(chosen.papers)} / {len(PaperKind)}")]
    hint = words.say("A click on the name shows this paper; the box says whether it is made.")
    for kind in PaperKind:
        made.append(
            Entry(
                kind,
                "",
                paper_title(kind, words),
                options_line(kind, chosen.options[kind], visit, words),
                kind in chosen.papers,
                icon=ICONS[kind],
                hint=hint,
            )
        )
    if not visit.delegations:
        return made
    getting = len(chosen.readers(visit, PaperKind.PERSON))
    made.append(
        Caption(
            words.say_in("papers", "Recipients"),
            words.count("{number} person", "{number} people", getting),
            ruled=True,
        )
    )
    made.append(_everyone(visit, chosen, words))
    follow = words.say("Its people are ticked or unticked together with a delegation.")
    for delegation in visit.delegations:
        name, language = delegation_name(delegation, visit, words)
        wanted = delegation.id not in chosen.left_out
        made.append(
            Entry(
                PaperKind.DELEGATION,
                delegation.id,
                name,
                _people_line(delegation, chosen, words),
                wanted,
                language,
                ICONS[PaperKind.DELEGATION],
                hint=f"{hint}\n{follow}",
            )
        )
        for person in delegation.people:
            written = full_name(person.name, words.language)
            made.append(
                Entry(
                    PaperKind.PERSON,
                    person.id,
                    written.text,
                    person.organisation,
                    person.id not in chosen.left_out,
                    written.language,
                    deep=True,
                    hint=hint,
                )
            )
    return made


def _people_line(delegation: DelegationChoice, chosen: Chosen, words: Words) -> str:
    """Return how many of a delegation are wanted: one sees that they follow its box."""
    total = len(delegation.people)
    getting = sum(person.id not in chosen.left_out for person in delegation.people)
    if getting == total:
        return words.count("{number} person", "{number} people", total)
    return words.count("{some} of {number} person", "{some} of {number} people", total, some=str(getting))


def _everyone(visit: VisitView, chosen: Chosen, words: Words) -> Everyone:
    wanted = chosen.everyone(visit)
    state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
    return Everyone(
        words.say_in("papers", "Everyone"),
        words.say_in("papers", "some") if wanted is None else "",
        Qt.CheckState.PartiallyChecked if wanted is None else state,
        words.say("Ticks all delegations and people, or none."),
    )


class PaperModel(RowModel["Row"]):
    """The rows as a view asks for them; checked means wanted."""

    def show_rows(self, wanted: Sequence[Row]) -> None:
        """Show other rows; what stays in its place is only painted anew."""
        self.exchange_alike(wanted, _place)

    def index_of(self, key: str) -> QModelIndex:
        """Return where a row stands."""
        for at, row in enumerate(self.rows):
            if not isinstance(row, Caption) and row.key == key:
                return self.index(at)
        return QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a row: heads cannot be selected."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Entry):
            enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            return enabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(row, Everyone):
            # What is selected is what one looks at.
            checkable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
            return checkable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def spoken(self, row: Row) -> str:
        """Return what a screen reader says of a row."""
        if isinstance(row, Caption):
            return f"{row.text} {row.count}"
        return " ".join(part for part in (row.title, row.side) if part)

    def tip(self, row: Row) -> str:
        """Return the hint of a row, below its title where that may be cut."""
        if isinstance(row, Caption):
            return ""
        return f"{row.title}\n{row.hint}" if len(row.title) > _LONG else row.hint

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view or a screen reader asks for."""
        row = super().data(index, ROW_ROLE)
        if isinstance(row, Entry | Everyone):
            if role == Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.hint
            if role == Qt.ItemDataRole.CheckStateRole:
                return row.state
        return super().data(index, role)


def _place(row: Row) -> str:
    return row.text if isinstance(row, Caption) else row.key
