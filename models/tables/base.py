"""What every mapped class shares: a text key, guarded fields, and columns that remember their history."""

import datetime as dt
import enum
from collections.abc import Callable
from typing import Any, ClassVar, cast

from sqlalchemy import Boolean, Date, Integer, MetaData, Text
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm.attributes import instance_state

from models.errors import InvalidValue
from models.tables.keys import new_key
from models.tables.types import (
    Clock,
    Door,
    Localised,
    Tags,
    Utc,
    clock_door,
    date_door,
    flag_door,
    line_door,
    localised_door,
    number_door,
    tags_door,
)
from models.text.localised import LocalisedText

WRITING = "parley.writing"
"""The mark in ``session.info`` that lets an action assign."""


def _values_of(choice: type[enum.Enum]) -> list[str]:
    return [member.value for member in choice]


class TableRow(DeclarativeBase):
    """A row of any table, the journal's among them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        str: Text(),
        LocalisedText: Localised(),
        dt.date: Date(),
        dt.time: Clock(),
        dt.datetime: Utc(),
        tuple[str, ...]: Tags(),
        enum.Enum: EnumType(enum.Enum, native_enum=False, create_constraint=True, values_callable=_values_of),
    }


class Row(TableRow):
    """A row that people write, through actions only, and that the journal follows."""

    __abstract__ = True
    _doors: ClassVar[dict[str, Door] | None] = None

    id: Mapped[str] = mapped_column(Text, primary_key=True, default=new_key, sort_order=-1)

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse assignment to a loaded object outside an action, and clean what is assigned inside."""
        door = type(self).doors().get(name)
        if door is not None:
            state = instance_state(self)
            if state.key is not None and (state.session is None or not state.session.info.get(WRITING)):
                raise AttributeError(
                    f"{type(self).__name__}.{name}: a loaded object is read-only; call an action"
                )
            try:
                value = door(value)
            except InvalidValue as error:
                raise InvalidValue(**{**error.values, "field": name}) from None
        super().__setattr__(name, value)

    @classmethod
    def doors(cls) -> dict[str, Door]:
        """Return the door of each column, by field name."""
        if cls.__dict__.get("_doors") is None:
            cls._doors = {
                attribute.key: _door(attribute.columns[0].info.get("door"), attribute.columns[0])
                for attribute in cls.__mapper__.column_attrs
            }
        return cast("dict[str, Door]", cls._doors)


def _door(declared: Door | None, column: Any) -> Door:
    inner = declared or _door_by_type(column.type)
    if not column.nullable:
        return inner
    return lambda value: None if value is None else inner(value)


_DOORS: tuple[tuple[type[Any], Door], ...] = (
    (Localised, localised_door),
    (Tags, tags_door),
    (Clock, clock_door),
    (Date, date_door),
    (Boolean, flag_door),
    (Integer, number_door),
    (Text, line_door),
)


def _door_by_type(kind: Any) -> Door:
    if isinstance(kind, EnumType) and kind.enum_class is not None:
        return cast("Door", _choice_door(kind.enum_class))
    return next((door for stored, door in _DOORS if isinstance(kind, stored)), _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def _choice_door(choice: type[enum.Enum]) -> Callable[[Any], enum.Enum]:
    def door(value: Any) -> enum.Enum:
        try:
            return choice(value)
        except ValueError:
            raise InvalidValue(field="", value=value, reason="not-a-choice") from None

    return door
