"""Which words name a place: rooms, halls, restaurants, floors."""

from __future__ import annotations

import re
from typing import Final

PLACE: Final = re.compile(
    r"회의실|강당|호텔|식당|레스토랑|컨벤션|볼룸|회관|센터$|홀$|(?:본|별|연구|신|구|행정|도서|기념|회|제\d)관(?:\s|$)|\d동|\d+호실?|\d층|로비|현관|귀빈실|접견실|원장실|세미나실|실험동|라운지|온라인"
    r"|会議室|ホール|講堂|食堂|レストラン|ホテル|\S棟|号室|\d階|ロビー|ラウンジ|会館|玄関|会議場|応接室|オンライン|料亭|カフェ"
    r"|\b(?:ristorante|trattoria|brasserie|gasthaus|room|hall|building|bldg|auditorium|restaurant|hotel|cafeteria|canteen|lobby|entrance|boardroom|lounge|foyer|online|zoom|theatre|theater|ballroom|floor|venue)\b",
    re.IGNORECASE,
)


def is_place(text: str) -> bool:
    """Tell whether a text is nothing but the name of a place: it ends in the word for one, or in a number."""
    found = list(PLACE.finditer(text))
    return bool(found) and bool(re.fullmatch(r"\s?[\dA-Z-]{0,6}[)）]?", text[found[-1].end() :]))
