"""An agenda as records that can be compared with a visit: days, entries, talks, stops of tours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.intake.agenda.agenda import Agenda, Day, Item, Talk, Texts
from models.intake.record import Doubt, Intake, Mention, Parsed, Record, Unread, Unreadable
from models.intake.values.names import split_name

if TYPE_CHECKING:
    from collections.abc import Sequence


def agenda_records(agenda: Agenda, languages: Sequence[str] = ()) -> Intake:
    """Return the records of an agenda; text in a language that the visit does not have is doubtful.

    The keys of the records are those that the lines of the agenda name (``Understood.about``).
    """
    return Intake(agenda.source, tuple(_records(agenda, tuple(languages))))


def _records(agenda: Agenda, languages: tuple[str, ...]) -> Iterator[Record]:
    for day in agenda.days:
        if day.title and day.date.value is not None:
            yield _day(day, languages)
        for item in day.items:
            yield _item(item, languages)
            for talk in item.talks:
                yield _talk("presentations", "title", talk, item, languages)
            for stop in item.stops:
                yield _talk("lab_tours", "name", stop, item, languages)


def _day(day: Day, languages: tuple[str, ...]) -> Record:
    return Record("days", day.key, day.origin, {"date": day.date, **_texts("title", day.title, languages)})


def _item(item: Item, languages: tuple[str, ...]) -> Record:
    fields: dict[str, Parsed] = {}
    unread: tuple[Unread, ...] = ()
    if item.date.value is None:
        unread = (Unread("date", item.date.text, item.date.origin, Unreadable.MISSING),)
    else:
        fields["date"] = item.date
    for name in ("start", "end", "end_day", "kind", "status"):
        parsed: Parsed | None = getattr(item, name)
        if parsed is not None:
            fields[name] = parsed
    fields |= _texts("title", item.title, languages)
    if item.place is not None:
        place = item.place
        fields["place"] = Parsed(Mention(place.value), place.text, place.origin, place.doubt)
    fields |= _people("speakers", item.speakers)
    fields |= _people("chair", item.chair)
    fields |= _texts("remarks", item.remarks, languages)
    return Record("schedule", item.key, item.origin, fields, unread)


def _talk(kind: str, title: str, talk: Talk, item: Item, languages: tuple[str, ...]) -> Record:
    named = next(iter(item.title.values()), None)
    text = str(named.value) if named else ""
    fields: dict[str, Parsed] = {"item": Parsed(Mention(text, record=item.key), text, item.origin)}
    fields |= _texts(title, talk.title, languages)
    if talk.minutes is not None:
        fields["minutes"] = talk.minutes
    if kind == "presentations":
        fields |= _people("speakers", talk.speakers)
    return Record(kind, talk.key, talk.origin, fields)


def _texts(name: str, texts: Texts, languages: tuple[str, ...]) -> dict[str, Parsed]:
    fields: dict[str, Parsed] = {}
    # What stands in two languages shows by its letters which is which.
    strange = languages and not any(tag in languages for tag in texts)
    for tag, parsed in texts.items():
        doubt = parsed.doubt or (Doubt.LANGUAGE if strange else None)
        fields[f"{name}.{tag}"] = Parsed(parsed.value, parsed.text, parsed.origin, doubt, parsed.options)
    return fields


def _people(name: str, people: tuple[Parsed, ...]) -> dict[str, Parsed]:
    """Return the field that mentions some people; who is neither named nor of anywhere is left out."""
    mentions: list[Mention] = []
    doubt: Doubt | None = None
    for parsed in people:
        mention, unsure = _mention(parsed.value)
        if mention.text:
            mentions.append(mention)
            doubt = doubt or parsed.doubt or unsure
    if not mentions:
        return {}
    first = people[0]
    text = "; ".join(dict.fromkeys(parsed.text for parsed in people))
    return {name: Parsed(tuple(mentions), text, first.origin, doubt)}


def _mention(said: Mention) -> tuple[Mention, Doubt | None]:
    """Return a mention with the name parted into family and given, as rows of lists have it."""
    names: dict[str, str] = {}
    doubt: Doubt | None = None
    forms = [(tag, said.names[tag]) for tag in said.names if tag.startswith("name.")]
    # Both scripts at once: the native one shows which part of the Latin one is the family name.
    native = next((text for _, text in forms if not text.isascii()), "")
    latin = next((text for _, text in forms if text.isascii()), "")
    whole = f"{native} ({latin})" if native and latin else native or latin
    hint = next((tag.partition(".")[2] for tag, text in forms if text == native), "")
    for split in split_name(whole, hint) if whole else ():
        names[f"family.{split.language}"] = split.family
        if split.given:
            names[f"given.{split.language}"] = split.given
        doubt = doubt or split.doubt
    for tag, text in said.names.items():
        if tag == "organisation" or tag.startswith(("position.", "title.")):
            names[tag] = text
    return Mention(said.text, names=names), doubt
