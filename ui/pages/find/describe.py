"""How a found row is shown: its icon, its second name, what tells it from others; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark_in
from models.text.dates import partial_date
from models.text.localised import Written
from ui.words import code_name

if TYPE_CHECKING:
    from models.rules.lookup import Line, Lookup
    from models.text.catalogue import Words

HEADS = {
    "person": mark_in("found", "People"),
    "organisation": mark_in("found", "Organisations"),
    "place": mark_in("found", "Places"),
    "visit": mark_in("found", "Visits"),
    "series": mark_in("found", "Series"),
    "meeting": mark_in("found", "Meetings"),
    "schedule_item": mark_in("found", "Schedule"),
    "presentation": mark_in("found", "Presentations"),
    "cooperation_item": mark_in("found", "Cooperation items"),
    "agreement": mark_in("found", "Agreements"),
    "term": mark_in("found", "Glossary"),
    "command": mark_in("found", "Commands"),
}
ICONS = {
    "person": "user",
    "organisation": "building-2",
    "place": "map-pin",
    "visit": "calendar-days",
    "series": "users",
    "meeting": "messages-square",
    "presentation": "presentation",
    "cooperation_item": "handshake",
    "agreement": "signature",
    "term": "book-open",
}
_LANGUAGES = ("ko", "ja", "en")


def head(table: str, words: Words) -> str:
    """Return what stands over the results of a table."""
    return words.say_in("found", HEADS[table])


def icon_of(line: Line) -> str:
    """Return the icon of a row."""
    if line.table == "schedule_item":
        from ui.kinds import look_of

        return look_of(line.kind).icon
    return ICONS.get(line.table, "circle")


def second_name(lookup: Lookup, line: Line, words: Words) -> Written:
    """Return what a row is called besides: its acronym, or its name in its own or another language."""
    first = lookup.name_of(line, (words.language,))
    if line.short and line.short != first.text:
        return Written(line.short, "en")
    own = (line.name.native,) if line.name is not None and line.name.native else ()
    for tag in (*own, *_LANGUAGES):
        other = lookup.name_of(line, (tag,))
        if other.text and other.text != first.text:
            return other
    return Written("", words.language)


def detail(lookup: Lookup, line: Line, words: Words) -> str:
    """Return what tells a row from others of its name, in a few words."""
    tag = words.language
    above = lookup.line(*line.holder) if line.holder is not None else None
    holder = lookup.name_of(above, (tag,), short=True).text if above is not None else ""
    written = line.detail.pick((tag,))
    own = written.text if written is not None else ""
    if line.table == "presentation" and above is not None:
        # The visit tells more than the entry of the day.
        visit = lookup.path_of(above)
        return _joined(_date(above, words), lookup.name_of(visit[0], (tag,)).text if visit else holder)
    if line.table == "schedule_item":
        return _joined(f"{_date(line, words)} {line.until}".strip(), holder)
    if line.table == "cooperation_item":
        return _joined(code_name("CooperationState", line.kind, words), own)
    return _joined(own, _date(line, words), holder)


def _date(line: Line, words: Words) -> str:
    return partial_date(line.date, words.language) if line.date else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
