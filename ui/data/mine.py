"""The change sets that this window made: what can be undone here, and where to show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from models.actions import undo
from models.text.localised import NO_TEXT, LocalisedText
from models.text.names import Name, full_name
from ui.data.history import step_of
from ui.values import StepsView, StepView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.store import Database, Done
    from models.tables import Row


class Made(NamedTuple):
    """A change set of this window: what it was, and what to show for it."""

    step: StepView
    visit_id: str
    table: str
    row_id: str


_NAMES = ("title", "name", "purpose", "text", "position", "number", "form")
"""The fields that say what a row is, the first that there is."""


def called(row: Row | None) -> LocalisedText:
    """Return what a row is called, as far as it says so itself."""
    if row is None:
        return NO_TEXT
    for field in _NAMES:
        value = getattr(row, field, None) if field in row.__table__.columns or field == "name" else None
        if isinstance(value, LocalisedText) and value:
            return value
        if isinstance(value, Name):
            return LocalisedText({tag: full_name(value, tag).text for tag in ("ko", "ja", "en")})
        if isinstance(value, str) and value:
            return LocalisedText(en=value)
    return NO_TEXT


class MyChanges:
    """Kept by the worker, by the ids of the change sets."""

    def __init__(self) -> None:
        self._made: dict[str, Made] = {}

    def remember(self, done: Done[Any], made: Made) -> None:
        """Keep what was done, where anything was."""
        self.adopt(done.change_set, made)

    def adopt(self, change_set: str, made: Made) -> None:
        """Keep what was done beside this connection, by a dialog of this window."""
        if change_set:
            self._made[change_set] = made

    def of(self, key: str) -> Made | None:
        """Return what a change set was, if this window made it."""
        return self._made.get(key)

    def next(self, database: Database, *, again: bool) -> str:
        """Return the change set to undo (or to do again) next, or an empty string."""
        steps = undo.steps_of(database)
        return self._own(steps.redo if again else steps.undo)

    def steps(self, database: Database) -> StepsView:
        """Return what can be undone and redone next."""
        steps = undo.steps_of(database)
        back, again = self._own(steps.undo), self._own(steps.redo)
        return StepsView(
            self.told(database, back) if back else None, self.told(database, again) if again else None
        )

    def told(self, database: Database, key: str) -> StepView:
        """Return a step of this window with what naming it in full needs."""
        return replace(self._made[key].step, told=step_of(database, key))

    def _own(self, keys: Sequence[str]) -> str:
        """Return the newest change set that this window made: not those of last week, or of the sample."""
        return next((key for key in reversed(keys) if key in self._made), "")
