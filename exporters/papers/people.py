"""People on a paper: speakers, chairs, names in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.document import Paragraph, Run, Style
from exporters.papers import phrases
from exporters.papers.scribe import Runs, letters_of, merged, original_mark
from models.rules.people import chair_of, speakers_of
from models.tables import ParticipationRole
from models.text.lists import join
from models.text.localised import NO_TEXT, LocalisedText
from models.text.names import full_name
from models.text.speaker import others_runs, speaker_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from exporters.papers.scribe import Scribe
    from exporters.papers.view import View
    from models.tables import Organisation, Person, Presentation, ScheduleItem

MOST_SPEAKERS = 3
"""More are counted, not named."""
Voice = tuple["Person | None", "Organisation | None"]


class _PartTakers(NamedTuple):
    """Who speaks in an entry itself, and who chairs it."""

    voices: tuple[Voice, ...]
    chair: Person | None


_NOBODY = _PartTakers((), None)
_THIRD_PARTIES = "en"
"""A paper that begins in this language is for others than the parties too: people are named in it alone."""
_TASKS = (ParticipationRole.SPEAKER, ParticipationRole.CHAIR)
"""The parts in an entry that an agenda names; most entries have neither."""


def _part_takers(item: ScheduleItem) -> _PartTakers:
    if not [link for link in item.participations if link.role in _TASKS]:
        return _NOBODY
    voices: tuple[Voice, ...] = tuple(
        [
            (link.person, link.organisation or (link.delegation.organisation if link.delegation else None))
            for link in speakers_of(item)
        ]
    )
    chair = chair_of(item)
    return _PartTakers(voices, chair) if voices or chair else _NOBODY


class Cast:
    """Writes the people of a visit for a paper; each of them once for each language."""

    def __init__(self, view: View, scribe: Scribe) -> None:
        self._view = view
        self._scribe = scribe
        self._languages = scribe.languages[:1] if scribe.first == _THIRD_PARTIES else scribe.languages
        self._takers: dict[str, _PartTakers] = {}
        self._speakers: dict[tuple[str, str, str], Runs] = {}

    def speaker(self, person: Person | None, organisation: Organisation | None, language: str) -> Runs:
        """Write a speaker with position and organisation, or the organisation whose speaker is not known."""
        key = (person.id if person else "", organisation.id if organisation else "", language)
        found = self._speakers.get(key)
        if found is None:
            found = self._speakers[key] = self._speaker(person, organisation, language)
        return found

    def _speaker(self, person: Person | None, organisation: Organisation | None, language: str) -> Runs:
        position = NO_TEXT
        if person is not None:
            post = self._view.post(person)
            position, organisation = post.position, organisation or post.organisation
        name = organisation.name if organisation else NO_TEXT
        acronym = organisation.acronym if organisation else ""
        written = speaker_runs(
            person.name if person else None,
            self._at_hand(position, language),
            self._at_hand(name, language),
            acronym,
            language,
        )
        runs = [Run(run.text, letters_of(run.text, run.language)) for run in written]
        missing = (position and not position.text_in(language)) or (
            name and not acronym and not name.text_in(language)
        )
        return merged((*runs, original_mark(language)) if missing else runs)

    def _at_hand(self, text: LocalisedText, language: str) -> LocalisedText:
        """Keep only the text that is to be printed: that of the language, else the visit's next."""
        if text.text_in(language):
            return text
        written = text.pick(self._scribe.order)
        return text if written is None else LocalisedText.stored({written.language: written.text})

    def lines(
        self, write: Callable[[str], Sequence[Runs]], style: Style, second: Style
    ) -> Sequence[Paragraph]:
        """Set lines about people, under each of them the same in the other languages of the paper."""
        first, *others = [write(language) for language in self._languages]
        if not (others and first):
            return spoken(first, style)
        return [
            paragraph
            for line in zip(first, *others, strict=True)
            for paragraph in self._scribe.under_each_other(line, style, second)
        ]

    def position(self, person: Person) -> LocalisedText:
        """Return the position that a person holds at this visit."""
        return self._view.post(person).position

    def name_and_post(self, person: Person, language: str) -> Runs:
        """Write a person with the position held, without the organisation."""
        position = self._view.post(person).position
        written = speaker_runs(person.name, self._at_hand(position, language), NO_TEXT, "", language)
        runs = [Run(run.text, run.language) for run in written]
        if position and not position.text_in(language):
            runs.append(original_mark(language))
        return merged(runs)

    def names(self, people: Iterable[Person], language: str) -> Runs:
        """Write names in a row."""
        written = [full_name(person.name, language) for person in people]
        if all(name.language == language for name in written):
            return (Run(join([name.text for name in written], language, conjunction=False), language),)
        runs: list[Run] = []
        for name in written:
            if runs:
                runs.append(Run(join(["", ""], language, conjunction=False), language))
            runs.append(Run(name.text, name.language))
        return merged(runs)

    def talk_speakers(self, talk: Presentation, language: str) -> list[Runs]:
        """Write who gives a talk, a line each; a talk without anybody says that."""
        voices: list[Voice] = [(link.person, link.organisation) for link in talk.speakers]
        return self._lines(voices or [(None, None)], language)

    def item_speakers(self, item: ScheduleItem, language: str) -> list[Runs]:
        """Write who speaks in an entry itself, a line each."""
        voices = self._part_takers(item).voices
        return self._lines(voices, language) if voices else []

    def chair(self, item: ScheduleItem, language: str) -> Runs:
        """Write who chairs an entry, if anybody does."""
        person = self._part_takers(item).chair
        if person is None:
            return ()
        return self._scribe.filled(phrases.CHAIR_IS, language, who=self.speaker(person, None, language))

    def _part_takers(self, item: ScheduleItem) -> _PartTakers:
        """Return who speaks and who chairs; asked for in each language, found once."""
        key = item.id
        found = self._takers.get(key)
        if found is None:
            found = self._takers[key] = _part_takers(item)
        return found

    def _lines(self, voices: Sequence[Voice], language: str) -> list[Runs]:
        if len(voices) > 1:
            voices = sorted(voices, key=lambda voice: self._view.rank(voice[0].id if voice[0] else None))
        lines = [
            self.speaker(person, organisation, language) for person, organisation in voices[:MOST_SPEAKERS]
        ]
        if len(voices) > MOST_SPEAKERS:
            more = others_runs(len(voices) - MOST_SPEAKERS, language, attached=True)
            lines[-1] = merged((*lines[-1], *(Run(run.text, run.language) for run in more)))
        return lines


def spoken(lines: Iterable[Runs], style: Style = Style.SPEAKER) -> list[Paragraph]:
    """Set lines of speakers."""
    return [Paragraph(runs, style) for runs in lines]
