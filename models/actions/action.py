"""What makes a function of plain values an action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar

from models.store import Database, Done, Writing

P = ParamSpec("P")
T = TypeVar("T")


class Action(Generic[P, T]):
    """A function of a running transaction and plain values, run as one change set."""

    def __init__(self, code: str, act: Callable[Concatenate[Writing, P], T]) -> None:
        self.code = code
        self.within = act
        """Run it as a part of a larger action."""

    def __call__(self, database: Database, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run it in a transaction of its own."""
        return database.run(self.code, lambda writing: self.within(writing, *args, **kwargs))


def action(code: str) -> Callable[[Callable[Concatenate[Writing, P], T]], Action[P, T]]:
    """Make a function an action; the code names it in the journal."""

    def made(act: Callable[Concatenate[Writing, P], T]) -> Action[P, T]:
        return Action(code, act)

    return made
