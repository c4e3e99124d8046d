"""What a name that was typed in one piece says, as far as it says so itself; nothing is guessed."""

from __future__ import annotations

import re
from typing import Any

from models.text.person_names import is_korean_family

_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def script_language(text: str, language: str) -> str:
    """Return the language whose letters a name is in; Chinese characters may be of more than one."""
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return language if language in ("ja", "zh") else "ja"
    return "en"


def person_fields(text: str, language: str) -> dict[str, Any]:
    """Return the fields of a person of whom only a name was typed.

    Family and given name are told apart where script, capitals or a comma say so. Where nothing does, all of
    it stands as the family name, so that it prints as it was typed, until somebody corrects it.
    """
    written = " ".join(text.split())
    tag = script_language(written, language)
    family, given = _parts(written, tag)
    fields: dict[str, Any] = {"family": {tag: family}, "given": {tag: given} if given else {}}
    if tag != "en" and not _foreign(written, tag):
        fields["native_language"] = tag
    return fields


def organisation_fields(text: str, language: str) -> dict[str, Any]:
    """Return the fields of an organisation of which only a name was typed: capitals alone are an acronym."""
    written = " ".join(text.split())
    if re.fullmatch(r"[A-Z][A-Z0-9&/\-]{1,11}", written):
        return {"acronym": written}
    return {"name": {script_language(written, language) if not written.isascii() else "en": written}}


def _parts(text: str, tag: str) -> tuple[str, str]:
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    words = text.split(" ")
    if tag == "en":
        loud = [word for word in words if len(word) > 1 and word.isupper()]
        if loud and len(loud) < len(words):
            return " ".join(loud), " ".join(word for word in words if word not in loud)
        return text, ""
    if len(words) == 2:
        return words[0], words[1]
    if tag == "ko" and len(words) == 1 and 2 <= len(text) <= 4:
        cut = 2 if is_korean_family(text[:2]) and len(text) > 2 else 1
        return text[:cut], text[cut:]
    return text, ""


def _foreign(text: str, tag: str) -> bool:
    """Tell whether a name is probably that of a foreigner written in this script."""
    if tag == "ja":
        return not _HAN.search(text)
    return tag == "ko" and len(text.replace(" ", "")) > 4
