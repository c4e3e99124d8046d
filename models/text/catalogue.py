"""Words of the interface and of the papers, translated by gettext; English is the message itself."""

from __future__ import annotations

import contextlib
import gettext
import io
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
SOURCE_LANGUAGE = "en"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "say": None,
    "say_in": ((1, "c"), 2),
    "count": (1, 2),
    "mark": None,
    "mark_in": ((1, "c"), 2),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; messages are always literal strings, so that they can be extracted."""

    language: str
    _translations: gettext.NullTranslations = field(repr=False, compare=False)

    def say(self, message: str, /, **values: object) -> str:
        """Return the message in this language, its {placeholders} filled."""
        return _filled(self._translations.gettext(message), values)

    def say_in(self, context: str, message: str, /, **values: object) -> str:
        """Return the message as it is said in a context."""
        return _filled(self._translations.pgettext(context, message), values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the message for a number, which fills {number}."""
        return _filled(self._translations.ngettext(one, many, number), {"number": number, **values})


def mark(message: str) -> str:
    """Return the message as it is, marked for extraction: it is said later."""
    return message


def mark_in(context: str, message: str) -> str:
    """Return the message as it is, marked for extraction in a context."""
    return message


@cache
def words(language: str) -> Words:
    """Return the words of a language; one without translations speaks English, and says so by its tag."""
    if language == SOURCE_LANGUAGE or language not in translated_languages():
        return Words(SOURCE_LANGUAGE, gettext.NullTranslations())
    compiled = _compiled_path(language)
    if _is_fresh(language):
        with compiled.open("rb") as file:
            return Words(language, gettext.GNUTranslations(file))
    return Words(language, gettext.GNUTranslations(io.BytesIO(compile_language(language))))


@cache
def translated_languages() -> tuple[str, ...]:
    """Return the languages that have translations; the language of the messages is not among them."""
    return tuple(sorted(folder.name for folder in TRANSLATIONS.iterdir() if any(folder.glob("*.po"))))


def sources(language: str) -> tuple[Path, ...]:
    """Return the files in which a language's translations are written."""
    return tuple(sorted((TRANSLATIONS / language).glob("*.po")))


def merged(language: str) -> Catalog:
    """Return all translations of a language as one catalogue."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    whole = Catalog(locale=language, domain="parley", charset="utf-8", fuzzy=False)
    for path in sources(language):
        with path.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id:
                    whole[message.id] = message
    return whole


def compile_language(language: str) -> bytes:
    """Compile a language's translations, keep the result beside them where possible, and return it."""
    from babel.messages.mofile import write_mo

    buffer = io.BytesIO()
    write_mo(buffer, merged(language))
    target = _compiled_path(language)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        target.parent.mkdir(exist_ok=True)
        draft.write_bytes(buffer.getvalue())
        draft.replace(target)
    except OSError:
        # Installed where one may not write: the compiled form in memory does.
        with contextlib.suppress(OSError):
            draft.unlink()
    return buffer.getvalue()


def compile_all() -> None:
    """Compile the translations of every language that are not compiled yet."""
    for language in translated_languages():
        if not _is_fresh(language):
            compile_language(language)


def _compiled_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "parley.mo"


def _is_fresh(language: str) -> bool:
    compiled = _compiled_path(language)
    if not compiled.is_file():
        return False
    # The folder counts too: it changes when a file is added or taken away.
    newest = max(path.stat().st_mtime_ns for path in (*sources(language), compiled.parent.parent))
    return compiled.stat().st_mtime_ns >= newest


def _filled(message: str, values: dict[str, object]) -> str:
    return message.format(**values) if values else message


if __name__ == "__main__":
    compile_all()
