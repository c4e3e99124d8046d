"""What the window knows of every row without asking the file: what it is called, and by what it is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.text.languages import known_languages
from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.names import Name, full_name
from models.text.ordinals import edition, ordinal

Key = tuple[str, str]
"""A row: its table and its id."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row as lists, references and searching need it; small, and of no session."""

    table: str
    id: str
    label: LocalisedText = NO_TEXT
    """What it is called; of a person see ``name``."""
    short: str = ""
    """Acronym, code, number of a flight: a second thing by which it is known."""
    name: Name | None = None
    number: int | None = None
    """Of an edition; it is written in front of the label."""
    detail: LocalisedText = NO_TEXT
    """Position, city, field: what tells it from others of its name."""
    holder: Key | None = None
    """What it belongs to: the organisation of a person, the visit of an entry, the building of a room."""
    kind: str = ""
    """The value of its choice: institute, hotel, meal."""
    date: str = ""
    """When it is or begins, as far as known: 2024-07-30, 2024-07, 2024."""
    until: str = ""
    others: tuple[LocalisedText, ...] = ()
    """Further texts by which it is found, after everything that is called so."""
    words: tuple[str, ...] = ()
    """The same in no language: mail addresses, acronyms."""
    order: str = ""
    sequence: int = 0
    """The change set that wrote it last, by its number in this file."""

    @property
    def key(self) -> Key:
        """Return table and id."""
        return self.table, self.id

    def called(self, languages: Sequence[str]) -> Written:
        """Return what it is called, in the first of the languages that has text, else in any."""
        if self.name is not None:
            return full_name(self.name, languages[0] if languages else "en", title=False)
        written = self.label.pick(languages)
        if written is None:
            return Written(self.short, "en" if self.short.isascii() else "")
        if self.number is not None and written.language in known_languages():
            return Written(edition(self.number, written.text, written.language), written.language)
        return written

    def strong_texts(self) -> Iterator[str]:
        """Yield by what it is called."""
        yield from self.label.values()
        if self.short:
            yield self.short
        if self.name is not None:
            yield from _forms(self.name)
        if self.number is not None:
            for tag in known_languages():
                yield ordinal(self.number, tag)
                if tag in self.label:
                    yield edition(self.number, self.label[tag], tag)

    def weak_texts(self) -> Iterator[str]:
        """Yield by what it is found besides."""
        yield from self.detail.values()
        for text in self.others:
            yield from text.values()
        yield from self.words

    def localised(self) -> tuple[LocalisedText, ...]:
        """Return its texts that are the same thing in several languages."""
        return (self.label, self.detail, *self.others)


def _forms(name: Name) -> Iterator[str]:
    """Yield a name in each script, family first and given first, its reading and its preferred form."""
    for tag in {**name.family, **name.given}:
        family, given = name.family.text_in(tag), name.given.text_in(tag)
        if family and given:
            yield f"{family} {given}"
            yield f"{given} {family}"
        else:
            yield family or given
    yield from name.preferred.values()
    yield from name.reading.values()
