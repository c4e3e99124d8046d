"""To what a row belongs: the rows that own it, up to the visit or the thing of the directory."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.store.writing import ROW_KINDS
from models.tables import Row


@cache
def owning_columns() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by table the columns that lead to an owner, with the owner's table."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ROW_KINDS.values():
        for relation in kind.__mapper__.relationships:
            if "owned" in relation.info:
                child: type[Row] = relation.mapper.class_
                found.setdefault(child.__tablename__, []).append((relation.info["owned"], kind.__tablename__))
    return {table: tuple(dict.fromkeys(columns)) for table, columns in found.items()}


def owners(session: Session, table: str, key: str) -> list[tuple[str, str]]:
    """Return a row and then its owners, the nearest first; a visit comes before a series."""
    chain: list[tuple[str, str]] = []
    while table and key and (table, key) not in chain:
        chain.append((table, key))
        table, key = _owner(session, table, key)
    return chain


def _owner(session: Session, table: str, key: str) -> tuple[str, str]:
    columns = sorted(owning_columns().get(table, ()), key=lambda pair: pair[1] != "visit")
    if not columns:
        return "", ""
    kept = ROW_KINDS[table].__table__.c
    found: Any = session.execute(
        select(*(kept[column] for column, _ in columns)).where(kept.id == key)
    ).first()
    for (_column, owner), value in zip(columns, found or (), strict=False):
        if value:
            return owner, str(value)
    return "", ""
