"""The rows of the list: papers, then who gets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.text.names import full_name
from ui.pages.papers.plan import Options, PaperKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.pages.papers.chosen import Chosen
    from ui.values import DelegationChoice, VisitView

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
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

    @property
    def key(self) -> str:
        """Return what tells the row from the others."""
        return f"{self.kind.value}:{self.who}"


Row = Caption | Entry


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
    for kind in PaperKind:
        made.append(
            Entry(
                kind,
                "",
                paper_title(kind, words),
                options_line(kind, chosen.options[kind], visit, words),
                kind in chosen.papers,
                icon=ICONS[kind],
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
    shown: set[str] = set()
    for delegation in visit.delegations:
        name, language = delegation_name(delegation, visit, words)
        wanted = delegation.id not in chosen.left_out
        made.append(
            Entry(
                PaperKind.DELEGATION, delegation.id, name, "", wanted, language, ICONS[PaperKind.DELEGATION]
            )
        )
        for person in delegation.people:
            if person.id in shown:
                continue
            shown.add(person.id)
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
                )
            )
    return made


class PaperModel(QAbstractListModel):
    """The rows as a view asks for them; checked means wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, wanted: Sequence[Row]) -> None:
        """Show other rows; what stays in its place is only painted anew."""
        same = [_place(row) for row in wanted] == [_place(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(wanted)
        if not same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def index_of(self, key: str) -> QModelIndex:
        """Return where a row stands."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.key == key:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Tell what can be done with a row: heads cannot be selected."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Entry):
            enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            return enabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a view or a screen reader asks for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Caption):
            return f"{row.text} {row.count}" if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (row.title, row.side) if part)
        if role == Qt.ItemDataRole.ToolTipRole and len(row.title) > _LONG:
            return row.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.wanted else Qt.CheckState.Unchecked
        return None


def _place(row: Row) -> str:
    return row.key if isinstance(row, Entry) else row.text
