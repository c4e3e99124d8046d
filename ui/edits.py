"""What a form asks to be saved: plain values, and what it showed when the user began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Edit:
    """One group of fields of one row; ``field`` names the editor that is to show what goes wrong."""

    item_id: str
    field: str
    values: Mapping[str, object]
    shown: Mapping[str, object]
