"""The languages that a command names, in any case of letters, and those it takes where it names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.languages import known_languages, language
from ui.cli_arguments import WrongCommand

if TYPE_CHECKING:
    from models.text.catalogue import Words

OF_TEMPLATE = ("ko", "ja", "en")


def languages_named(text: str | None, said: Words) -> tuple[str, ...]:
    """Return the languages of a list of tags, none without a list; raises UnknownLanguage."""
    if text is None:
        return ()
    tags = tuple(_known(tag.strip()) for tag in text.split(",") if tag.strip())
    if not tags:
        raise WrongCommand(said.say("--languages needs at least one language, for example ko,ja."))
    for tag in tags:
        language(tag)
    return tags


def languages_of_template(said: Words) -> tuple[str, ...]:
    """Return the languages of an empty workbook: that of the screen leads."""
    return tuple(dict.fromkeys((said.language, *OF_TEMPLATE)))


def _known(tag: str) -> str:
    return next((known for known in known_languages() if known.casefold() == tag.casefold()), tag)
