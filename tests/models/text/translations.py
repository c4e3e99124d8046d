"""Finds what is wrong with translations: checked against the sources, entry by entry."""

from __future__ import annotations

import io
import re
import string
from typing import TYPE_CHECKING

from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from models.text.catalogue import KEYWORDS, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from babel.messages.catalog import Message

SOURCES = ("main.py", "ui", "exporters", "models")

# What a program writes that does not know how the word before ends; a person words it otherwise.
_OPEN_PARTICLE = re.compile(
    r"[은이을와]\((?:는|가|를|과)\)|[는가를과]\((?:은|이|을|와)\)|\(으\)로|\(이\)[가-힣]"
)

# Context (or None) and message; where there is a plural, the form for one.
Key = tuple["str | None", str]


def messages(root: Path) -> dict[Key, tuple[str, ...]]:
    """Return the messages of the sources: all forms of each by its key."""
    found: dict[Key, tuple[str, ...]] = {}
    for path in _python_files(root):
        for _, forms, _, context in extract_from_file("python", path, keywords=KEYWORDS):
            together = (forms,) if isinstance(forms, str) else tuple(form for form in forms if form)
            if context is not None and isinstance(forms, tuple):
                together = together[-1:]
            if together[0]:  # else a widget's own say(), whose words come from elsewhere
                found[context, together[0]] = together
    return found


def problems(wanted: Mapping[Key, tuple[str, ...]], files: Iterable[Path]) -> list[str]:
    """Return what is wrong with a language's translations of the messages, a sentence each."""
    wrong: list[str] = []
    seen: dict[Key, tuple[str, tuple[str, ...]]] = {}
    for path in files:
        catalogue = read_po(io.BytesIO(path.read_bytes()), locale=path.parent.name, abort_invalid=True)
        wrong += [f"{path.name}: commented out: {message}" for message in catalogue.obsolete]
        for message in catalogue:
            if not message.id:
                continue
            key = _key(message)
            translated = _forms(message.string)
            if key in seen and seen[key][1] != translated:
                wrong.append(f"{path.name}: {key} is translated otherwise in {seen[key][0]}")
            seen[key] = (path.name, translated)
            wrong += [f"{path.name}: {what}: {key}" for what in _wrong_with(message, translated, wanted)]
    return wrong + [f"missing: {key}" for key in wanted if key not in seen]


def _wrong_with(
    message: Message, translated: tuple[str, ...], wanted: Mapping[Key, tuple[str, ...]]
) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    if _key(message) not in wanted:
        yield "not in the sources"
    elif _forms(message.id) != wanted[_key(message)]:
        yield "has other plural forms in the sources"
    if not translated or not all(translated):
        yield "not translated"
        return
    # The form for one may say the number in words ("one talk"); the last form holds all.
    allowed = _placeholders(_forms(message.id)[-1])
    if any(_placeholders(form) != allowed for form in translated):
        yield "other placeholders"
    if any(_OPEN_PARTICLE.search(form) for form in translated):
        yield "a particle that is left open"


def _python_files(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        path = root / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []


def _key(message: Message) -> Key:
    return message.context, _forms(message.id)[0]


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def files(translations: Path) -> dict[str, list[Path]]:
    """Return the files of each language."""
    return {
        folder.name: sorted(folder.glob("*.po"))
        for folder in sorted(translations.iterdir())
        if folder.is_dir() and folder.name != SOURCE_LANGUAGE
    }
