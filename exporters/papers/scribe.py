"""Writes text for a paper in its languages: runs that know their language, fallbacks with a mark."""

from __future__ import annotations

import re
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from exporters.document import GAP, Look, Paragraph, Run, Style, side_by_side
from exporters.papers import phrases
from models.rules.titles import meeting_name
from models.text.catalogue import words
from models.text.dates import clock_range
from models.text.languages import language as language_rules
from models.text.localised import LocalisedText, Written

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from models.tables import Meeting, Organisation, Place

Runs = tuple[Run, ...]

CONTEXT = "paper"
"""The context in which all words of papers are translated."""
_DOTS = {"ja": "・"}
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff]")
# Constants of modules: reading a member of an enum costs as much as making a run.
_MARK = Look.MARK
_ADDED = (_MARK, Look.QUIET)


@lru_cache(maxsize=4096)
def letters_of(text: str, language: str) -> str:
    """Return the language whose face a text without a language of its own needs, else the one given."""
    if text.isascii():
        return language
    if _HANGUL.search(text):
        return "ko"
    return "ja" if _KANA.search(text) else language


@lru_cache(maxsize=1024)
def _pieces(message: str, language: str) -> tuple[str, tuple[tuple[str, str | None], ...]]:
    """Return in which language a message is said, and its pieces: text and the value that follows it."""
    known = words(language)
    said = known.say_in(CONTEXT, message)
    return known.language, tuple([(text, name) for text, name, _, _ in Formatter().parse(said)])


def dot(language: str) -> str:
    """Return the dot between names that stand in a row."""
    return _DOTS.get(language, " · ")


def plain(text: str, language: str, look: Look = Look.PLAIN) -> Run:
    """Make a run of text that carries no language of its own: a number, a name as it was typed."""
    return Run(text, letters_of(text, language), look)


def original_mark(language: str) -> Run:
    """Make the mark that tells the readers of a language that a text stands in for its translation."""
    return Run(" " + language_rules(language).original_mark, language, Look.MARK)


def text_of(runs: Iterable[Run]) -> str:
    """Return runs as plain text, without the marks of missing translations."""
    return "".join(run.text for run in runs if run.look is not Look.MARK)


def joined(parts: Iterable[Runs], separator: str, language: str, look: Look = Look.PLAIN) -> Runs:
    """Join runs by a separator in a language."""
    whole: list[Run] = []
    for part in parts:
        if not part:
            continue
        if whole:
            whole.append(Run(separator, language, look))
        whole.extend(part)
    return merged(whole)


def merged(runs: Iterable[Run]) -> Runs:
    """Put neighbouring runs of the same language and look together."""
    whole: list[Run] = []
    for run in runs:
        if whole and whole[-1].language == run.language and whole[-1].look is run.look:
            whole[-1] = Run(whole[-1].text + run.text, run.language, run.look)
        elif run.text:
            whole.append(run)
    return tuple(whole)


def beside(first: Runs, others: Iterable[Runs]) -> Runs:
    """Put the other languages behind the leading one on its line, lighter, each string once."""
    whole, printed = [*first], {text_of(first)}
    for other in others:
        if not other or text_of(other) in printed:
            continue
        printed.add(text_of(other))
        light = [run if run.look is Look.MARK else Run(run.text, run.language, Look.SECOND) for run in other]
        whole.append(Run(GAP + light[0].text if whole else light[0].text, light[0].language, light[0].look))
        whole.extend(light[1:])
    return tuple(whole)


class Scribe:
    """The languages of a paper, the leading one first, and what stands in where a translation is missing."""

    def __init__(self, languages: Sequence[str], working: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self.first = self.languages[0]
        self.others = self.languages[1:]
        self.order = tuple(dict.fromkeys((*working, *self.languages)))
        """Where a missing text is looked for: the visit's languages in their order."""
        self.day_headings: dict[tuple[object, ...], Runs] = {}
        """The headings of days that were written, by what stands in them."""
        self.entries: dict[str, tuple[Paragraph, ...]] = {}
        """What stands in each entry that was written, whoever the paper is for."""
        self._said: dict[tuple[str, str, Look], Run] = {}
        self._places: dict[tuple[str, str, str], Runs] = {}
        self._meetings: dict[tuple[str, str, bool], Runs] = {}
        self._times: dict[tuple[dt.time | None, dt.time | None, str], Paragraph] = {}
        self._labels: dict[tuple[str, Style], Paragraph] = {}

    # Words of the papers

    def word(self, message: str, language: str, look: Look = Look.PLAIN, **values: str) -> Run:
        """Say a message, marked elsewhere with ``mark_in``, in a language."""
        if values:
            known = words(language)
            return Run(known.say_in(CONTEXT, message, **values), known.language, look)
        key = (message, language, look)
        found = self._said.get(key)
        if found is None:
            known = words(language)
            found = self._said[key] = Run(known.say_in(CONTEXT, message), known.language, look)
        return found

    def filled(self, message: str, language: str, look: Look = Look.PLAIN, **values: str | Runs) -> Runs:
        """Say a message some of whose values are runs in languages of their own."""
        spoken, pieces = _pieces(message, language)
        runs: list[Run] = []
        for text, name in pieces:
            if text:
                runs.append(Run(text, spoken, look))
            if name is not None:
                value = values[name]
                runs.extend((Run(value, spoken, look),) if isinstance(value, str) else value)
        return merged(runs)

    def label(self, message: str, style: Style) -> Paragraph:
        """Say a word in all languages on one line: the head of a column, a heading."""
        key = (message, style)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = Paragraph(self._label(message), style)
        return found

    def _label(self, message: str) -> Runs:
        said = [self.word(message, self.first)]
        for language in self.others:
            run = self.word(message, language, Look.SECOND)
            if run.text not in {before.text for before in said}:
                said.append(run)
        return side_by_side(*said)

    def labels(self, message: str) -> tuple[Paragraph, ...]:
        """Say a word in all languages, one under the other: the name of a fact."""
        first, *others = [self.word(message, language) for language in self.languages]
        return (
            Paragraph((first,), Style.TABLE_HEAD),
            *(Paragraph((run,), Style.SECOND_LANGUAGE) for run in others if run.text != first.text),
        )

    def times(self, start: dt.time | None, end: dt.time | None, addition: str = "") -> Paragraph:
        """Write from when to when, with a small addition; the same times come day after day."""
        key = (start, end, addition)
        found = self._times.get(key)
        if found is None:
            found = self._times[key] = _times(clock_range(start, end, self.first), self.first, addition)
        return found

    # Text of the visit

    def runs(self, text: LocalisedText, language: str, look: Look = Look.PLAIN) -> Runs:
        """Write a text in a language; where it has none, the next of the visit's languages, with a mark."""
        own = text.text_in(language)
        if own:
            return (Run(own, language, look),)
        return self._standing_in(text.pick(self.order), language, look)

    def _standing_in(self, written: Written | None, language: str, look: Look) -> Runs:
        if written is None:
            return ()
        if written.language == language:
            return (Run(written.text, language, look),)
        return (Run(written.text, written.language, look), original_mark(language))

    def meeting(self, meeting: Meeting, language: str, *, short: bool = False) -> Runs:
        """Write the title of a meeting with its number."""
        key = (meeting.id, language, short)
        found = self._meetings.get(key)
        if found is None:
            written = meeting_name(meeting, (language, *self.order), short=short)
            found = self._meetings[key] = self._standing_in(written, language, Look.PLAIN)
        return found

    def about_place(self, message: str, place: Place, language: str) -> Runs:
        """Write a place inside a sentence; the same few come again and again."""
        key = (message, place.id, language)
        found = self._places.get(key)
        if found is None:
            named = self.runs(place.name, language)
            found = self._places[key] = self.filled(message, language, place=named)
        return found

    def organisation(self, organisation: Organisation, language: str) -> Runs:
        """Write an organisation as papers call it: by its acronym, else by its name."""
        if organisation.acronym:
            return (plain(organisation.acronym, language),)
        return self.runs(organisation.name, language)

    def whole_organisation(self, organisation: Organisation, language: str) -> Runs:
        """Write an organisation by its name, with its acronym in brackets."""
        name = self.runs(organisation.name, language)
        if not name or not organisation.acronym or text_of(name) == organisation.acronym:
            return name or self.organisation(organisation, language)
        opening, closing = language_rules(language).brackets
        gap = " " if opening == "(" and language_rules(language).script == "Latn" else ""
        return merged(
            (
                *name,
                Run(gap + opening, language),
                plain(organisation.acronym, language),
                Run(closing, language),
            )
        )

    def stacked(
        self,
        text: LocalisedText,
        style: Style = Style.ITEM_TITLE,
        second: Style = Style.SECOND_LANGUAGE,
        lead: str = "",
        *,
        tentative: bool = False,
    ) -> tuple[Paragraph, ...]:
        """Write a text in the leading language and under it in the others, each string once."""
        lines = [self.runs(text, language) for language in self.languages]
        if tentative:
            lines = self.tentative(lines)
        return self.under_each_other(lines, style, second, lead)

    def tentative(self, lines: Sequence[Runs]) -> list[Runs]:
        """Add to the lines of the languages that what they say is not certain yet."""
        return [
            (*line, self.word(phrases.TENTATIVE, language, Look.QUIET)) if line else line
            for line, language in zip(lines, self.languages, strict=True)
        ]

    def texts(self, write: Callable[[str], Runs]) -> tuple[Runs, ...]:
        """Write a text once in each language of the paper."""
        return tuple([write(language) for language in self.languages])

    def each(
        self,
        write: Callable[[str], Runs],
        style: Style = Style.SECOND_LANGUAGE,
        second: Style = Style.SECOND_LANGUAGE,
    ) -> tuple[Paragraph, ...]:
        """Write a line in each language of the paper, under each other, each string once."""
        return self.under_each_other(self.texts(write), style, second)

    def under_each_other(
        self, lines: Sequence[Runs], style: Style, second: Style, lead: str = ""
    ) -> tuple[Paragraph, ...]:
        """Set the lines of the languages under each other.

        What is printed above already is not printed again; only its mark is, where it stands in there.
        """
        first = lines[0]
        if len(lines) == 1:
            return (Paragraph(first, style, lead),) if first else ()
        printed, below = [_words_of(first)], list[Paragraph]()
        for runs in lines[1:]:
            said = _words_of(runs)
            if said and said not in printed:
                printed.append(said)
                below.append(Paragraph(runs, second))
            elif not _marks_of(first):
                first = (*first, *_marks_of(runs))
        return (Paragraph(first, style, lead), *below) if first else tuple(below)


def _times(text: str, language: str, addition: str) -> Paragraph:
    if not addition:
        return Paragraph((Run(text, language, Look.FIGURES),), Style.TIME)
    runs = (Run(text + " ", language, Look.FIGURES), Run(addition, language, Look.SMALL))
    return Paragraph(runs, Style.TIME)


def _words_of(runs: Runs) -> str:
    """Return what runs say, without what is only added to them."""
    if len(runs) == 1 and runs[0].look not in _ADDED:
        return runs[0].text
    return "".join([run.text for run in runs if run.look not in _ADDED])


def _marks_of(runs: Runs) -> list[Run]:
    return [run for run in runs if run.look is _MARK]
