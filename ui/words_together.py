"""The wording of working together: who is here, who edits, when something was done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.text.dates import DayForm, clock, day
from models.text.lists import join
from ui.words_things import with_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.text.catalogue import Words
    from ui.values_safety import CompanyView, HolderView

MINUTE = 60


def moment_words(at: dt.datetime | None, words: Words, *, dated: bool = False) -> str:
    """Return a moment by the clock of this computer; of today only the time, unless ``dated``."""
    if at is None:
        return ""
    local = at.astimezone()
    time = clock(local.time())
    if not dated and local.date() == dt.date.today():
        return time
    return f"{day(local.date(), words.language, DayForm.NUMERIC)} {time}"


def company_sentence(company: CompanyView, words: Words) -> str:
    """Return who else works here, in one sentence; empty while one is alone."""
    names = list(dict.fromkeys(each.name for each in company.others))
    if not names:
        return ""
    return words.say("Also working here: {names}", names=join(names, words.language))


def company_count(company: CompanyView, words: Words) -> str:
    """Return how many work here, oneself counted; empty while one is alone."""
    others = {(each.name, each.host) for each in company.others}
    if not others:
        return ""
    return words.count("{number} working here", "{number} working here", len(others) + 1)


def company_lines(company: CompanyView, words: Words) -> Iterator[str]:
    """Yield who is here, one line each: the name, the computer, since when."""
    yield words.say("{name} (you)", name=company.own)
    for each in company.others:
        told = [each.host] if each.host else []
        if each.since is not None:
            told.append(words.say("since {when}", when=moment_words(each.since, words)))
        yield with_brackets(each.name, ", ".join(told), words) if told else each.name


def lease_sentence(holder: HolderView, words: Words) -> str:
    """Return who edits where one person edits at a time."""
    name = with_brackets(holder.name, holder.host, words) if holder.host else holder.name
    minutes = int(holder.idle) // MINUTE
    if minutes:
        return words.count(
            "{name} edits this file, last heard of {number} minute ago; you read.",
            "{name} edits this file, last heard of {number} minutes ago; you read.",
            minutes,
            name=name,
        )
    return words.say("{name} edits this file; you read.", name=name)
