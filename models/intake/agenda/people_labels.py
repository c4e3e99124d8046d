"""The words before a name that say who somebody is: speaker, chair, 발표자, 座長."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^\s?[(（\[]?\s?(?:발표자?|연사|강연자?|담당자?|진행자?|발제자?|보고자?|설명자?"
    r"|안내자?|토론자|패널|登壇者?|発表者?|講演者?|説明者?|担当者?|報告者?|案内者?|演者"
    r"|話者|パネリスト|パネラー"
    r"|speakers?|presenters?|presented by|lecturers?|panell?ists?|guided? by|guides?|by"
    r"|given by|delivered by|host)\s?(?:[:：]\s?|(?<=by)\s)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\s*[/,|·]?\s+[(（]?(?:발표자?|연사|강연자?|좌장|사회자?|진행자?|登壇者?|発表者?"
    r"|講演者?|座長|司会者?|説明者?|[Ss]peakers?|[Pp]resenters?|[Cc]hair(?:ed by)?"
    r"|[Mm]oderators?)\s?[:：]"
)
_CHAIR_LABEL = re.compile(
    r"^\s?[(（\[]?\s?(?:좌장|사회자?|의장|진행|座長|司会者?|議長|進行|chair(?:ed by|person"
    r"|man|s)?|moderators?|moderated by|facilitator|mc)\s?(?:[:：]\s?|(?<=by)\s)",
    re.IGNORECASE,
)


def strip_label(text: str) -> tuple[str, str]:
    """Return what a line says it is (``speakers``, ``chair`` or nothing), and the rest of it."""
    for label, words in (("chair", _CHAIR_LABEL), ("speakers", _LABEL)):
        if found := words.match(text):
            rest = text[found.end() :].strip()
            if re.match(r"\s?[(（\[]", found[0]) and rest.endswith((")", "）", "]")):
                rest = rest[:-1].strip()
            return label, rest
    return "", text


def find_label(text: str) -> tuple[str, str, str] | None:
    """Return what stands before the label of a speaker or chair within a line, which it is, and the rest."""
    found = _INLINE.search(text)
    if found is None or not text[: found.start()].strip():
        return None
    label, rest = strip_label(text[found.start() :].lstrip(" /,|·-–—(（"))
    return (text[: found.start()].strip(), label, rest.strip()) if label and rest else None
