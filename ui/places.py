"""Where one is in the window, and the way there: back and forward."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Spot:
    """A page, in a visit also its section, and the row that is selected there."""

    page: str
    """``visit``, ``directory``, ``series``, ``cooperation``, ``glossary``, ``history``, ``start``..."""
    visit: str = ""
    section: str = ""
    table: str = ""
    row: str = ""

    def same_page(self, other: Spot) -> bool:
        """Tell whether only the selected row differs."""
        return replace(self, table="", row="") == replace(other, table="", row="")


class Trail:
    """The spots one has been at; going somewhere new forgets those ahead."""

    _MOST = 100

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []
        self.here: Spot | None = None

    def go(self, spot: Spot) -> None:
        """Note that one went to a spot; another row of the same page is no step of its own."""
        if self.here is not None and not self.here.same_page(spot):
            self._behind = [*self._behind, self.here][-self._MOST :]
            self._ahead = []
        self.here = spot

    def back(self) -> Spot | None:
        """Step back; returns where to, or None at the beginning."""
        return self._step(self._behind, self._ahead)

    def forward(self) -> Spot | None:
        """Step forward; returns where to, or None at the end."""
        return self._step(self._ahead, self._behind)

    def can(self) -> tuple[bool, bool]:
        """Tell whether there is a way back and forward."""
        return bool(self._behind), bool(self._ahead)

    def forget(self) -> None:
        """Another file is open: the way leads nowhere any more."""
        self._behind, self._ahead, self.here = [], [], None

    def _step(self, source: list[Spot], target: list[Spot]) -> Spot | None:
        if not source:
            return None
        if self.here is not None:
            target.append(self.here)
        self.here = source.pop()
        return self.here
