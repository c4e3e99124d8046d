"""What follows from a field and is still empty: saved with it in one step, and undone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.forms.zones import zone_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.forms.record import Record

_ZONE = "time_zone"
_SYLLABLES = 3
"""As many as a Korean given name has at most, as a rule."""


def proposed(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is set together with values: the time zone of a country or city, where there is none."""
    if record.table == "person":
        return _native(record, values)
    if record.values.get(_ZONE, "-") != "" or _ZONE in values:
        return {}
    cities = [str(value or "") for name, value in values.items() if name.startswith("city.")]
    if "country" not in values and not cities:
        return {}
    known = record.values.get("city")
    country = str(values.get("country", record.values.get("country")) or "")
    zone = zone_of(country, [*cities, *(known.values() if known else ())])
    return {_ZONE: zone} if zone else {}


def _native(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return that a name in Hangul is Korean where its family name is: the order of its parts follows."""
    if record.values.get("native_language", "-") != "" or "family.ko" not in values:
        return {}
    # The lists of names are read when somebody types one.
    from models.intake.values.known_names import known_names

    family, given = (str(values.get(f"{part}.ko") or "").strip() for part in ("family", "given"))
    known = known_names()
    korean = family in known.hangul or family in known.hangul_long
    return {"native_language": "ko"} if korean and 0 < len(given) <= _SYLLABLES else {}
