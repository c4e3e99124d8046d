"""Which language the user's system speaks, and its words, before there is a window that knows better."""

from __future__ import annotations

import locale
import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST_TO_READ_US = (3, 10)  # the other modules are no valid Python before


class Speaker(Protocol):
    """Whatever says a sentence in the user's language."""

    def say(self, message: str, /, **values: object) -> str:
        """Return the message in a language, its placeholders filled."""
        ...


class _PlainEnglish:
    """Says the sentences as they are written, where not even translating works."""

    def say(self, message: str, /, **values: object) -> str:
        """Return the message itself, its placeholders filled."""
        return message.format(**values)


def speaker(environment: Mapping[str, str] | None = None) -> Speaker:
    """Return the words of the user's language, or plain English where they cannot be had."""
    if sys.version_info < OLDEST_TO_READ_US:
        return _PlainEnglish()
    try:
        from models.text.catalogue import words

        return words(screen_language(os.environ if environment is None else environment))
    except ImportError:
        return _PlainEnglish()


def screen_language(environment: Mapping[str, str]) -> str:
    """Return the language (ko, ja, en...) that was asked for, or that the user's system speaks."""
    spoken = next(
        (
            environment[name]
            for name in ("PARLEY_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
            if environment.get(name)
        ),
        "",
    )
    if not spoken and sys.platform == "win32":
        import ctypes

        spoken = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    language = spoken.split(":")[0].split(".")[0].split("_")[0].split("-")[0].lower()
    return "en" if language in {"", "c", "posix"} else language
