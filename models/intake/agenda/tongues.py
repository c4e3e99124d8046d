"""In which language a text is, by its letters and by what else the file holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9d]")
_IDEOGRAPH = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ENOUGH = 300
"""Letters of a line that tell its language."""
_IN_BRACKETS = re.compile(r"[^\x00-\x7f][^(（]*[(（/／]\s*[A-Z][a-z]+(?: [A-Za-z]+)* [a-z]{3,}")
"""A phrase in Latin letters after one in others: the file says things twice."""
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][a-z\u00df-\u024f]{2,}|\b[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of a file: what ideographs alone and Latin letters stand for in it."""

    ideographs: str = "ja"
    latin: str = "en"
    usual: tuple[str, ...] = ()
    """The languages of its lines, the most frequent first."""

    def of(self, text: str, expected: str = "") -> str:
        """Return the language of a text; ``expected`` where the letters alone do not decide."""
        text = text[:_ENOUGH]
        if _HANGUL.search(text):
            return "ko"
        if _KANA.search(text):
            return "ja"
        ideographs, latin = len(_IDEOGRAPH.findall(text)), len(_LATIN.findall(text))
        if ideographs:
            return expected if expected in ("ja", "zh") else self.ideographs
        if expected and (expected == self.latin or not _LATIN_WORD.search(text)):
            return expected
        if latin and (_LATIN_WORD.search(text) or not self.usual):
            return self.latin
        return expected or (self.usual[0] if self.usual else self.latin)

    def clear(self, text: str) -> str:
        """Return the language of a text where its letters decide, else nothing."""
        text = text[:_ENOUGH]
        if _HANGUL.search(text):
            return "ko"
        if _KANA.search(text) or _IDEOGRAPH.search(text):
            return self.of(text)
        return self.latin if _LATIN_WORD.search(text) else ""


def tongues_of(lines: Iterable[str], languages: tuple[str, ...] = ()) -> Tongues:
    """Find the languages of a file; ``languages`` are those of the visit, if they are known."""
    counts: Counter[str] = Counter()
    kana = hangul = ideographs = 0
    for line in (each[:_ENOUGH] for each in lines):
        if _IN_BRACKETS.search(line):
            counts["latin"] += 1
        if _HANGUL.search(line):
            hangul += 1
            counts["ko"] += 1
        elif _KANA.search(line):
            kana += 1
            counts["ja"] += 1
        elif _IDEOGRAPH.search(line):
            ideographs += 1
        elif _LATIN_WORD.search(line):
            counts["latin"] += 1
    others = [each for each in languages if each not in ("ko", "ja", "zh")]
    latin = others[0] if others and "en" not in others else "en"
    chinese = not kana and (("zh" in languages and "ja" not in languages) or (ideographs > 5 and not hangul))
    script = "zh" if chinese else "ja"
    counts[latin] = counts.pop("latin", 0)
    if not (hangul and ideographs < 3):
        counts[script] += ideographs
    return Tongues(script, latin, tuple(tag for tag, count in counts.most_common() if count))
