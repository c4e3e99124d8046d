"""In which encoding a text is, where it does not say: by what reads as Korean, Japanese or Latin."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp949", "cp932", "euc_jp", "gb18030", "cp1252")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_ODD = re.compile("[\uff61-\uff9f\u0400-\u04ff\ue000-\uf8ff\u2500-\u257f\u0080-\u009f\u3400-\u4dbf¡-¿Þþðı]")
_USUAL = re.compile(
    "氏名|所属|役職|機関|日付|時間|場所|備考|電話|会議|研究|部|長|東京|日本|成|名|月|日|時|田|山|川|本|中|木|大|小"
    "|성명|소속|직위|기관|날짜|시간|장소|비고|연구|이메일|발표|김|이|박|최|장|원"
)


def decoded(data: bytes) -> str:
    """Return the text of bytes, in the encoding that reads best."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if (wide := _wide(data)) is not None:
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A text that was cut in the middle of a letter is UTF-8 all the same.
        if error.start >= len(data) - 3 and error.start > 0:
            return data.decode("utf-8", "replace")
    best = max(_CANDIDATES, key=lambda encoding: _merit(data, encoding))
    return data.decode(best, "replace")


def _wide(data: bytes) -> str | None:
    """Return UTF-16 without a mark, which shows by its zeros beside separators and figures."""
    head = data[:4000]
    if len(head) < 4 or b"\x00" not in head:
        return None
    for encoding, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[place::2].count(0)
        others = head[1 - place :: 2].count(0)
        # Of a text at least every fiftieth letter is a separator, a figure or a space; of noise every 256th.
        if zeros > 2 and zeros > others * 4 and zeros * 100 >= len(head):
            return data.decode(encoding, "replace")
    return None


def _merit(data: bytes, encoding: str) -> float:
    sample = data[:200_000]
    text = sample.decode(encoding, "replace")
    foreign = sum(1 for letter in text if ord(letter) > 127) or 1
    wrong = text.count("\ufffd")
    if len(data) > len(sample):
        wrong = max(0, wrong - 1)
    good = len(_HANGUL.findall(text)) + len(_KANA.findall(text)) + 0.35 * len(_IDEOGRAPH.findall(text))
    usual = 3 * len(_USUAL.findall(text))
    latin = 0.5 * sum(1 for letter in text if "À" <= letter <= "ÿ") if encoding == "cp1252" else 0
    odd = 2 * len(_ODD.findall(text))
    return (good + usual + latin - odd - 8 * wrong) / foreign
