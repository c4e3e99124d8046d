"""Text in several languages as one immutable value."""

from __future__ import annotations

import re
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, NoReturn, Self

from models.errors import InvalidValue
from models.text.clean import clean_block, clean_line

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class Written(NamedTuple):
    """A run: a text and the language whose letters it is in."""

    text: str
    language: str


class LocalisedText(Mapping[str, str]):
    """A mapping from language tag to text, ordered by tag; languages without text are not in it."""

    __slots__ = ("_hash", "_texts")

    _texts: dict[str, str]
    _hash: int | None

    def __init__(self, texts: Mapping[str, str | None] | None = None, /, **by_tag: str | None) -> None:
        cleaned: dict[str, str] = {}
        for tag, text in sorted({**(texts or {}), **by_tag}.items()):
            if not _TAG.fullmatch(tag):
                raise InvalidValue(field="language", value=tag, reason="not-a-language-tag")
            if text and (kept := clean_block(text)):
                cleaned[tag] = kept
        object.__setattr__(self, "_texts", cleaned)
        object.__setattr__(self, "_hash", None)

    @classmethod
    def single_line(cls, texts: Mapping[str, str | None]) -> Self:
        """Make one of texts that have no line ends, or raise TextUnfit."""
        return cls({tag: clean_line(text) if text else None for tag, text in texts.items()})

    @classmethod
    def stored(cls, texts: dict[str, str]) -> Self:
        """Wrap what ``to_json`` gave, without cleaning it again (thousands are read for one visit)."""
        self = cls.__new__(cls)
        object.__setattr__(self, "_texts", texts)
        object.__setattr__(self, "_hash", None)
        return self

    def to_json(self) -> dict[str, str]:
        """Return a plain dict of its own, ordered by tag."""
        return dict(self._texts)

    def with_text(self, tag: str, text: str | None) -> LocalisedText:
        """Return the same with another text in one language, or without that language."""
        return LocalisedText({**self._texts, tag: text})

    def text_in(self, tag: str) -> str:
        """Return the text in a language, or an empty string."""
        return self._texts.get(tag, "")

    def pick(self, languages: Sequence[str]) -> Written | None:
        """Return the text in the first of the languages that has one, else in any other, else nothing."""
        for tag in languages:
            if text := self._texts.get(tag):
                return Written(text, tag)
        for tag, text in self._texts.items():
            return Written(text, tag)
        return None

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return those of the languages that have no text."""
        return tuple(tag for tag in languages if tag not in self._texts)

    def __getitem__(self, tag: str) -> str:
        return self._texts[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def items(self) -> ItemsView[str, str]:
        """Return the languages with their texts; the dict's own view, which is walked thousands of times."""
        return self._texts.items()

    def __bool__(self) -> bool:
        return bool(self._texts)

    def __contains__(self, tag: object) -> bool:
        return tag in self._texts

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LocalisedText):
            return self._texts == other._texts
        return self._texts == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        found = self._hash
        if found is None:
            found = hash(frozenset(self._texts.items()))
            object.__setattr__(self, "_hash", found)
        return found

    def __repr__(self) -> str:
        return f"LocalisedText({self._texts!r})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[object, tuple[dict[str, str]]]:
        return LocalisedText.stored, (self._texts,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a LocalisedText is replaced, not changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a LocalisedText is replaced, not changed: {name}")


NO_TEXT: Final = LocalisedText()
