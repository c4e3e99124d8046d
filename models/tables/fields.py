"""The kinds of fields that tables are made of.

Every column remembers its history (``active_history``), so that the journal always knows what stood
before. ``group`` names fields that only make sense together: two people who change the same group are
asked, whatever the fields. ``sensitive`` fields stay off paper unless asked for.
"""

from typing import Any, Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import mapped_column, relationship

from models.tables.types import Door, block_door, localised_line_door, partial_date_door, tags_door, zone_door
from models.text.localised import NO_TEXT

SENSITIVE = "sensitive"
GROUP = "group"
END = "end"
SEVERAL_LINES = "several lines"


def _info(door: Door | None, group: str, *, sensitive: bool = False, lines: bool = False) -> dict[str, Any]:
    info: dict[str, Any] = {}
    if door is not None:
        info["door"] = door
    if group:
        info[GROUP] = group
    if sensitive:
        info[SENSITIVE] = True
    if lines:
        info[SEVERAL_LINES] = True
    return info


def line(*, group: str = "", sensitive: bool = False) -> Any:
    """Declare one line of text."""
    return mapped_column(default="", active_history=True, info=_info(None, group, sensitive=sensitive))


def block(*, sensitive: bool = False) -> Any:
    """Declare text of several lines in no particular language."""
    return mapped_column(
        default="", active_history=True, info=_info(block_door, "", sensitive=sensitive, lines=True)
    )


def localised(*, group: str = "", lines: bool = False, sensitive: bool = False) -> Any:
    """Declare a text in several languages; each language is a field of its own in the journal."""
    return mapped_column(
        default=NO_TEXT,
        active_history=True,
        info=_info(None if lines else localised_line_door, group, sensitive=sensitive, lines=lines),
    )


def zone(*, group: str = "") -> Any:
    """Declare the IANA name of a time zone."""
    return mapped_column(default="", active_history=True, info=_info(zone_door, group))


def partial_date(*, group: str = "") -> Any:
    """Declare a date that may lack its day or month."""
    return mapped_column(default="", active_history=True, info=_info(partial_date_door, group))


def tags() -> Any:
    """Declare an ordered list of short codes."""
    return mapped_column(default=(), active_history=True, info=_info(tags_door, ""))


def value(default: Any = None, *, group: str = "", sensitive: bool = False) -> Any:
    """Declare a number, a date, a time or a choice; whether it may be empty follows from its annotation."""
    return mapped_column(default=default, active_history=True, info=_info(None, group, sensitive=sensitive))


def reference(table: str, *, group: str = "", index: bool = True, end: bool = False) -> Any:
    """Declare the key of a row of another table.

    The database itself takes no action on delete: the store removes or empties what hangs on a row, so that
    the journal sees it. A link that may lack some of its ends has them marked ``end``: when the last one that
    it has goes, the link goes too, for without any it would mean something else (everyone).
    """
    info = _info(None, group)
    if end:
        info[END] = True
    return mapped_column(ForeignKey(f"{table}.id"), active_history=True, index=index, info=info)


def order() -> Any:
    """Declare the place in an ordered list (see ``models.rules.order``)."""
    return mapped_column(default="", active_history=True, info=_info(None, "order"))


def one(column: str, *, follow: bool = True, itself: bool = False) -> Any:
    """Declare the row that a reference leads to, in the same table where ``itself`` is true.

    ``follow=False`` keeps the loading of a visit from going there. The ORM only reads it: asked to keep order
    among rows by it, each flush would take twice as long (see ``Writing.add_all``).
    """
    remote = f"{column.split('.', maxsplit=1)[0]}.id" if itself else None
    return relationship(
        foreign_keys=f"[{column}]", remote_side=remote, lazy="raise", viewonly=True, info={"follow": follow}
    )


def owned(target: str, by: str, sort: Literal["order", "date"] | None = "order") -> Any:
    """Declare the rows that belong to this one, in their order; they are only read through it."""
    return relationship(
        foreign_keys=f"{target}.{by}", lazy="raise", viewonly=True, info={"owned": by, "sort": sort}
    )
