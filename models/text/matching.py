"""Text as it is compared when somebody searches: what looks or sounds the same is the same."""

from __future__ import annotations

import re
import unicodedata

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}

# Forms of one ideograph that stand in names and are typed one for the other; NFKC does not join them.
_NAME_FORMS = str.maketrans(
    "髙﨑濵濱邉邊齋齊斉澤廣國嶋嶌櫻眞德槗𠮷龍瀧壽惠榮藏祐曾彌寬",
    "高崎浜浜辺辺斎斎斎沢広国島島桜真徳橋吉竜滝寿恵栄蔵祐曽弥寛",
)
_FOLD = {**_KATAKANA_TO_HIRAGANA, **_NAME_FORMS}

# Marks on Latin letters (ü, ō), variation selectors (葛󠄀), and what has no width. Not the marks of kana.
_DROPPED = re.compile("[\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")
_NEITHER_LETTER_NOR_FIGURE = re.compile(r"[\W_]+")


def folded(text: str, *, spaces: bool = True) -> str:
    """Return the text as it is searched: NFKC and casefold, kana alike, no accents; spaces if wanted."""
    if text.isascii():
        plain = text.casefold()
    else:
        compatible = unicodedata.normalize("NFKC", text).casefold()
        bare = _DROPPED.sub("", unicodedata.normalize("NFKD", compatible))
        plain = unicodedata.normalize("NFKC", bare).translate(_FOLD)
    return _SPACE.sub(" " if spaces else "", plain).strip()


def letters(text: str) -> str:
    """Return only the letters and figures of the folded text: Jae-Hyuk, Jae Hyuk and JAEHYUK are one."""
    return _NEITHER_LETTER_NOR_FIGURE.sub("", folded(text, spaces=False))


def holds(text: str, part: str) -> bool:
    """Tell whether a part that somebody typed is in a text, whatever the spaces and hyphens."""
    wanted = letters(part)
    return wanted in letters(text) if wanted else folded(part) in folded(text)
