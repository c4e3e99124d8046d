"""Every entity by the name of its table, for work that goes over all of them."""

from __future__ import annotations

from types import ModuleType
from typing import Any, cast

from models.actions import directory, meetings, schedule, travel, visits
from models.actions.entity import Entity


def _entities(*modules: ModuleType) -> dict[str, Entity[Any]]:
    entities: dict[str, Entity[Any]] = {}
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Entity):
                entity = cast("Entity[Any]", value)
                entities[entity.kind.__tablename__] = entity
    return entities


ENTITIES = _entities(directory, meetings, visits, schedule, travel)
