"""What is chosen in the papers of one visit: which, for whom, and how each is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ui.pages.papers.plan import Options, PaperKind, Wish

if TYPE_CHECKING:
    from ui.values import VisitView


def _first_options() -> dict[PaperKind, Options]:
    return {
        PaperKind.AGENDA: Options(),
        PaperKind.DELEGATION: Options(own_language=True),
        PaperKind.PERSON: Options(own_language=True),
    }


@dataclass(slots=True)
class Chosen:
    """At first every paper is for everyone; the agenda is one for all."""

    papers: set[PaperKind] = field(default_factory=lambda: set(PaperKind))
    left_out: set[str] = field(default_factory=set[str])
    """Delegations and people who get none; whoever joins later gets one."""
    options: dict[PaperKind, Options] = field(default_factory=_first_options)
    formats: set[str] = field(default_factory=lambda: {"docx"})

    def take(self, kind: PaperKind, options: Options) -> None:
        """Make a paper otherwise; draft or final are all papers together."""
        self.options = {
            one: options if one is kind else replace(known, final=options.final)
            for one, known in self.options.items()
        }

    def readers(self, visit: VisitView, kind: PaperKind) -> tuple[str, ...]:
        """Return who gets an itinerary of a kind."""
        if kind is PaperKind.DELEGATION:
            known = [delegation.id for delegation in visit.delegations]
        else:
            known = [person.id for person in visit.people()]
        return tuple(key for key in known if key not in self.left_out)

    def wishes(self, visit: VisitView) -> tuple[Wish, ...]:
        """Return the papers that are wanted, in the order of the list."""
        made: list[Wish] = []
        for kind in PaperKind:
            if kind not in self.papers:
                continue
            if kind is PaperKind.AGENDA:
                made.append(Wish(kind, "", self.options[kind]))
            else:
                made += [Wish(kind, who, self.options[kind]) for who in self.readers(visit, kind)]
        return tuple(made)

    def wish(self, visit: VisitView, kind: PaperKind, who: str = "") -> Wish | None:
        """Return the paper to look at: of a reader, or of the first; None where nobody could have it."""
        if kind is PaperKind.AGENDA:
            return Wish(kind, "", self.options[kind])
        everyone = visit.delegations if kind is PaperKind.DELEGATION else visit.people()
        first = next(iter((*self.readers(visit, kind), *(one.id for one in everyone))), "")
        reader = who or first
        return Wish(kind, reader, self.options[kind]) if reader else None

    def still(self, visit: VisitView, looked: Wish, other: Wish | None) -> Wish:
        """Return the first of two papers that is made, else the first of all, of the same kind if any."""
        made = self.wishes(visit)
        if looked in made:
            return looked
        if other in made:
            return other
        alike = (wish for wish in made if wish.kind is looked.kind)
        return next(alike, made[0] if made else looked)

    def everyone(self, visit: VisitView) -> bool | None:
        """Tell whether all delegations and people are wanted; None where some are."""
        keys = _everyone(visit)
        left = keys & self.left_out
        return None if left and left != keys else not left

    def toggle_everyone(self, visit: VisitView) -> None:
        """Want all delegations and people, or none where all are wanted."""
        keys = _everyone(visit)
        self.left_out = self.left_out | keys if self.everyone(visit) else self.left_out - keys

    def toggle_paper(self, kind: PaperKind) -> None:
        """Want a paper, or no longer."""
        self.papers ^= {kind}

    def toggle_reader(self, visit: VisitView, key: str) -> None:
        """Give somebody their itinerary, or not; with a delegation go its people.

        Who is also in a delegation that stays, as an interpreter of both sides is, stays with it.
        """
        leave = key not in self.left_out
        mine = next((one for one in visit.delegations if one.id == key), None)
        keys = {key} | {person.id for person in mine.people} if mine else {key}
        if mine is not None and leave:
            others = [one for one in visit.delegations if one.id not in self.left_out | {key}]
            keys -= {person.id for one in others for person in one.people}
        self.left_out = self.left_out | keys if leave else self.left_out - keys


def _everyone(visit: VisitView) -> set[str]:
    """Return the ids of all delegations and people."""
    return {one.id for one in (*visit.delegations, *visit.people())}
