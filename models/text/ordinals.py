"""Numbers of editions: 제19차, 第19回, 19th."""

from __future__ import annotations

from models.text import languages
from models.text.languages import plural_form


def ordinal(number: int, language: str) -> str:
    """Return the number of an edition: 제19차, 第19回, 19th."""
    return plural_form(languages.language(language).ordinals.forms, number, language, ordinal=True).format(
        number=number
    )


def edition(number: int | None, title: str, language: str) -> str:
    """Return a title with the number of its edition; a meeting without a number has the title alone."""
    if number is None:
        return title
    return (
        languages.language(language)
        .ordinals.edition.format(ordinal=ordinal(number, language), title=title)
        .strip()
    )
