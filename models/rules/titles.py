"""What a meeting is called: its series with the number of its edition, in each language."""

from __future__ import annotations

from collections.abc import Sequence

from models.tables import Meeting
from models.text.languages import known_languages
from models.text.localised import LocalisedText, Written
from models.text.ordinals import edition


def meeting_title(meeting: Meeting, *, short: bool = False) -> LocalisedText:
    """Return a meeting's title without its number: its own, else that of its series, short where wanted."""
    if meeting.title:
        return meeting.title
    if meeting.series is None:
        return meeting.title
    if short and meeting.series.short_title:
        # A language that has no short form keeps the whole one.
        return LocalisedText({**meeting.series.title, **meeting.series.short_title})
    return meeting.series.title


def meeting_name(meeting: Meeting, languages: Sequence[str], *, short: bool = False) -> Written | None:
    """Return a meeting's title with its number, in the first of the languages that has text, else in any."""
    written = meeting_title(meeting, short=short).pick(languages)
    if written is None or written.language not in known_languages():
        return written
    return Written(edition(meeting.number, written.text, written.language), written.language)
