"""Every entity by the name of its table."""

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
from models.actions.entity import Entity

MODULES = (
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
"""The modules in which actions stand."""


def _entities(*modules: ModuleType) -> dict[str, Entity[Any]]:
    entities: dict[str, Entity[Any]] = {}
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Entity):
                entity = cast("Entity[Any]", value)
                entities[entity.kind.__tablename__] = entity
    return entities


ENTITIES = _entities(*MODULES)
