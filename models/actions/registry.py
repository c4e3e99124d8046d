"""Every entity by the name of its table and every action by its code, for work that goes over all of them."""

from __future__ import annotations

from types import ModuleType
from typing import Any, cast

from models.actions import (
    card,
    delegations,
    directory,
    entries,
    meetings,
    planning,
    schedule,
    taking_part,
    tasks,
    travel,
    visits,
)
from models.actions.action import Action
from models.actions.entity import Entity
from models.actions.links import SETTERS

_MODULES = (
    card,
    directory,
    meetings,
    visits,
    planning,
    delegations,
    tasks,
    schedule,
    entries,
    taking_part,
    travel,
)


def _entities(*modules: ModuleType) -> dict[str, Entity[Any]]:
    entities: dict[str, Entity[Any]] = {}
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Entity):
                entity = cast("Entity[Any]", value)
                entities[entity.kind.__tablename__] = entity
    return entities


def _actions(*modules: ModuleType) -> dict[str, Action[Any, Any]]:
    known: dict[str, Action[Any, Any]] = {}
    for entity in ENTITIES.values():
        for made in (entity.add, entity.named, entity.edit, entity.move, entity.remove):
            known[made.code] = made
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Action):
                known[value.code] = value
    for setter in SETTERS.values():
        known[setter.code] = setter
    return known


ENTITIES = _entities(*_MODULES)
ACTIONS = _actions(*_MODULES)
"""By code, such as ``person.add`` or ``schedule_item.chair``."""
