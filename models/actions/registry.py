"""Every entity by the name of its table and every action by its code, for work that goes over all of them."""

from __future__ import annotations

from typing import Any

from models.actions import history
from models.actions.action import Action
from models.actions.entities import ENTITIES, MODULES
from models.actions.joins import enter_joins
from models.actions.links import SETTERS
from models.actions.unite import UNITING

__all__ = ["ACTIONS", "ENTITIES"]


def _actions() -> dict[str, Action[Any, Any]]:
    known: dict[str, Action[Any, Any]] = {}
    for entity in ENTITIES.values():
        for made in entity.actions():
            known[made.code] = made
    for module in (*MODULES, history):
        for value in vars(module).values():
            if isinstance(value, Action):
                known[value.code] = value
    for made in (*SETTERS.values(), *UNITING.values()):
        known[made.code] = made
    return known


enter_joins()
ACTIONS = _actions()
"""By code, such as ``person.add`` or ``schedule_item.chair``."""
