"""What was found in a visit: one sentence for each finding, which names the things concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from models.text.dates import DayForm, clock, clock_range, day, day_range, duration
from models.text.lists import join
from ui.words_names import Namer
from ui.words_things import field_name, language_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from models.rules.findings import Finding
    from models.tables import Row, Visit
    from models.text.catalogue import Words

MOST_NAMES = 3
_rows: WeakKeyDictionary[Visit, Mapping[tuple[str, str], Row]] = WeakKeyDictionary()


def finding_sentence(finding: Finding, visit: Visit, words: Words) -> str:
    """Return what was found, where, and what to do about it."""
    return SENTENCES[finding.code.value](finding, _Names(visit, words), words)


class _Names:
    """The things of a visit by name, in the user's language."""

    def __init__(self, visit: Visit, words: Words) -> None:
        if visit not in _rows:
            from models.rules.findings import rows_by_key

            _rows[visit] = rows_by_key(visit)
        self._known = _rows[visit]
        self._namer = Namer(words, visit.languages, visit.time_zone)

    def one(self, thing: tuple[str, str]) -> str:
        """Return the name of a thing."""
        row = self._known.get(thing)
        return self._namer.name(row) if row is not None else self._namer.kind(thing[0])

    def placed(self, thing: tuple[str, str]) -> str:
        """Return the name of a thing with its day and time, so that it can be found."""
        row = self._known.get(thing)
        return self._namer.placed(row) if row is not None else self._namer.kind(thing[0])

    def people(self, things: tuple[tuple[str, str], ...]) -> str:
        """Return the first names and how many more there are."""
        words = self._namer.words
        names = join([self.one(thing) for thing in things[:MOST_NAMES]], words.language, conjunction=False)
        more = len(things) - MOST_NAMES
        if more <= 0:
            return names
        return words.count("{names} and {number} other", "{names} and {number} others", more, names=names)


def _person_twice(finding: Finding, names: _Names, words: Words) -> str:
    values = {
        "people": names.people(finding.objects[2:]),
        "first": names.placed(finding.objects[0]),
        "second": names.placed(finding.objects[1]),
    }
    if finding.severity.value == "error":
        return words.say(
            "{people}: in two places at once, {first} and {second}; move one, or change who takes part.",
            **values,
        )
    return words.say(
        "{people}: would miss something, for {first} and {second} are at the same time;"
        " move one, or exclude them.",
        **values,
    )


def _place_twice(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{place}: used twice at once, {first} and {second}; move one, or choose another place.",
        place=names.one(finding.objects[2]),
        first=names.placed(finding.objects[0]),
        second=names.placed(finding.objects[1]),
    )


def _guide_twice(finding: Finding, names: _Names, words: Words) -> str:
    item, stop, group, person = finding.objects
    return words.say(
        "{thing}: {person} guides at {stop} and goes with {group}, while another group comes to that stop;"
        " let somebody else guide or go along.",
        thing=names.placed(item),
        person=names.one(person),
        stop=names.one(stop),
        group=names.one(group),
    )


def _outside_days(finding: Finding, names: _Names, words: Words) -> str:
    values = cast("Mapping[str, dt.date]", finding.values)
    return words.say(
        "{thing}: {date} is none of the visit’s days ({period}); move it, or add the day.",
        thing=names.one(finding.objects[0]),
        date=day(values["date"], words.language, DayForm.NUMERIC),
        period=day_range(values["first"], values["last"], words.language, DayForm.NUMERIC),
    )


def _no_such_time(finding: Finding, names: _Names, words: Words) -> str:
    values = finding.values
    return words.say(
        "{thing}: {date} {time} ({field}) does not exist in {zone}, where the clocks go forward then;"
        " choose another time.",
        thing=names.one(finding.objects[0]),
        field=field_name(str(values["which"]), words),
        date=day(cast("dt.date", values["date"]), words.language, DayForm.NUMERIC),
        time=clock(cast("dt.time", values["time"])),
        zone=values["zone"],
    )


def _ends_before_start(finding: Finding, names: _Names, words: Words) -> str:
    values = cast("Mapping[str, dt.time]", finding.values)
    return words.say(
        "{thing}: ends before it starts ({times}); correct a time, or let it end on the next day.",
        thing=names.one(finding.objects[0]),
        times=clock_range(values["start"], values["end"], words.language),
    )


def _arrives_before_leaving(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{thing}: arrives before it leaves; check the dates, times and time zones of both ends.",
        thing=names.placed(finding.objects[0]),
    )


def _talks_too_long(finding: Finding, names: _Names, words: Words) -> str:
    values = cast("Mapping[str, int]", finding.values)
    return words.say(
        "{thing}: the talks take {needed}, the session only {given}; shorten a talk, or let it end later.",
        thing=names.placed(finding.objects[0]),
        needed=duration(values["needed"], words.language),
        given=duration(values["given"], words.language),
    )


def _speaker_not_delegate(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{person}: speaks at {thing} but is in no delegation of the visit; add them to one.",
        person=names.one(finding.objects[-1]),
        thing=names.one(finding.objects[0]),
    )


def _speaker_unknown(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{thing}: speaker to be confirmed; ask for the name.", thing=names.one(finding.objects[0])
    )


def _absent(finding: Finding, names: _Names, words: Words) -> str:
    people = tuple(each for each in finding.objects if each[0] == "person")
    return words.say(
        "{people}: not there on the day of {thing}; change the days of presence, or who takes part.",
        people=names.people(people),
        thing=names.placed(next(each for each in finding.objects if each[0] == "schedule_item")),
    )


def _hidden(finding: Finding, names: _Names, words: Words) -> str:
    item, seeing, *taking = finding.objects
    return words.say(
        "{thing}: visible to {party} only, but those who take part are of {others};"
        " no paper of theirs will have it.",
        thing=names.placed(item),
        party=names.one(seeing),
        others=join([names.one(each) for each in taking], words.language, conjunction=False),
    )


def _no_translation(finding: Finding, names: _Names, words: Words) -> str:
    tags = cast("tuple[str, ...]", finding.values["languages"])
    return words.say(
        "{thing} ({field}): not translated into {languages}; papers will show another language, marked.",
        thing=names.placed(finding.objects[0]),
        field=field_name(str(finding.values["field"]), words),
        languages=join([language_name(tag, words) for tag in tags], words.language, conjunction=False),
    )


def _no_text(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{thing}: {field} missing in every language; fill it in.",
        thing=names.placed(finding.objects[0]),
        field=field_name(str(finding.values["field"]), words),
    )


def _no_name(finding: Finding, names: _Names, words: Words) -> str:
    tags = cast("tuple[str, ...]", finding.values["languages"])
    return words.say(
        "{person}: no name in {languages}; papers will show the name in another script.",
        person=names.one(finding.objects[-1]),
        languages=join([language_name(tag, words) for tag in tags], words.language, conjunction=False),
    )


def _no_native_name(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{person}: the name in the person’s own script ({language}) is missing; ask for it.",
        person=names.one(finding.objects[0]),
        language=language_name(str(finding.values["language"]), words),
    )


def _holiday(finding: Finding, names: _Names, words: Words) -> str:
    from models.rules.holidays import holiday
    from models.text.countries import country_name

    del names
    date, country = cast("dt.date", finding.values["date"]), str(finding.values["country"])
    return words.say(
        "{day}: public holiday in {country} ({name}); see who works that day and what is open.",
        day=day(date, words.language, DayForm.FULL),
        country=country_name(country, words.language),
        name=holiday(country, date, words.language),
    )


def _zone_unknown(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{thing}: the time zone of {places} is not known, and its times may be read by another clock; "
        "set the zone at the place.",
        thing=names.one(finding.objects[0]),
        places=names.people(finding.objects[1:]),
    )


def _no_items(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{thing}: nothing is planned yet, and an agenda would be empty; add entries to the schedule.",
        thing=names.one(finding.objects[0]),
    )


def _travelling(finding: Finding, names: _Names) -> str:
    """Return who is concerned: a whole party, or some of its people."""
    if len(finding.objects) == 1:
        return names.one(finding.objects[0])
    return names.people(finding.objects[:-1])


def _no_way_there(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{people}: no journey there yet; add a leg under travel, or name its passengers.",
        people=_travelling(finding, names),
    )


def _no_way_back(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{people}: no journey back yet; add a leg under travel, or name its passengers.",
        people=_travelling(finding, names),
    )


def _no_bed(finding: Finding, names: _Names, words: Words) -> str:
    return words.say(
        "{people}: no hotel yet; add one under travel, or put them into a room.",
        people=_travelling(finding, names),
    )


SENTENCES: dict[str, Callable[[Finding, _Names, Words], str]] = {
    "person-twice": _person_twice,
    "place-twice": _place_twice,
    "guide-twice": _guide_twice,
    "outside-days": _outside_days,
    "no-such-time": _no_such_time,
    "ends-before-start": _ends_before_start,
    "arrives-before-leaving": _arrives_before_leaving,
    "zone-unknown": _zone_unknown,
    "talks-too-long": _talks_too_long,
    "speaker-not-delegate": _speaker_not_delegate,
    "speaker-unknown": _speaker_unknown,
    "no-translation": _no_translation,
    "no-text": _no_text,
    "no-name": _no_name,
    "no-native-name": _no_native_name,
    "absent": _absent,
    "hidden": _hidden,
    "holiday": _holiday,
    "no-items": _no_items,
    "no-way-there": _no_way_there,
    "no-way-back": _no_way_back,
    "no-bed": _no_bed,
}
