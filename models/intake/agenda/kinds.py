"""What kind of entry a title speaks of, by the words that agendas use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from models.tables.choices import ItemKind, ItemStatus

_WORDS: Final = (
    # The first that fits wins: what is said exactly stands before what is said broadly.
    (ItemKind.PHOTO, r"사진|기념\s?촬영|写真|撮影|photo(?:s|graph\w*|call)?\b|\bpicture"),
    (ItemKind.SIGNING, r"서명|체결식|협약식|調印|署名式|締結式|signing|signature"),
    (
        ItemKind.LAB_TOUR,
        r"랩\s?투어|실험실|연구실\s?(?:견학|투어|방문)|연구시설|시설\s?(?:견학|투어|방문)|견학|시찰|투어"
        r"|ラボツアー|見学|視察|研究室訪問|施設紹介|lab(?:oratory)?\.?\s?(?:tour|visit)"
        r"|laborator(?:y|ies) (?:tour|visit)|site (?:visit|tour)|technical visit"
        r"|facility tour|visit (?:of|to|at) .{0,40}\blab"
        r"|facilit(?:y|ies) visit|tour of|visit to (?:the )?(?:lab|facilit)|\btour\b",
    ),
    (
        ItemKind.MEAL,
        r"오찬|만찬|조찬|점심|중식|석식|저녁\s?식사|아침\s?식사|조식|식사|리셉션|환영연"
        r"|昼食|夕食|朝食|ランチ|懇親会|歓迎会|晩餐|夕食会"
        r"|レセプション|ディナー|lunch|dinner|breakfast|banquet|reception(?! desk)|\bmeal",
    ),
    (
        ItemKind.TEA,
        r"휴식|티\s?타임|티\s?브레이크|커피|다과|정회|休憩|ティー\s?ブレイク|ティータイム"
        r"|コーヒー|ブレイク|\bbreak\b|coffee|\btea\b|refreshment",
    ),
    (
        ItemKind.TRANSFER,
        r"이동|출발|도착|공항|체크인|체크아웃|귀국|입국|출국|탑승|移動|出発|到着|空港"
        r"|チェックイン|チェックアウト|送迎|帰国|搭乗"
        r"|^transfer|(?<!time )(?<!frequency )\btransfer (?:to|from|by)\b|(?:bus|hotel"
        r"|airport) transfer|\bdepart|\barriv|\bmove to\b|check-?\s?in|check-?\s?out"
        r"|pick-?up|shuttle|\bbus (?:to|for|leaves)|\btravel\b|airport",
    ),
    (
        ItemKind.FREE,
        r"자유\s?시간|자유\s?일정|개인\s?시간|自由時間|自由行動|フリータイム|free time|at leisure|own time",
    ),
    (
        ItemKind.BILATERAL,
        r"양자\s?(?:회의|회담|면담|협의)|개별\s?(?:면담|회의)|면담|환담|예방|表敬|個別(?:会議"
        r"|協議|面談)|二者|面談|会談|courtesy (?:call|visit)|bilateral|one-on-one|1:1",
    ),
    (
        ItemKind.DISCUSSION,
        r"토의|토론|논의|협의|회의록|의견\s?교환|질의\s?응답|간담회|패널|討議|討論|議論"
        r"|協議|意見交換|質疑|ディスカッション|パネル"
        r"|discussion|q\s?&\s?a|panel|round\s?table|brainstorm|exchange of (?:views|opinions)|debate",
    ),
    (ItemKind.PRESENTATIONS, r"기조\s?(?:강연|발표|연설)|基調(?:講演|発表)|keynote"),
    (
        ItemKind.ADDRESS,
        r"환영사|답사(?!\S)|축사|개회|폐회|인사\s?말|인사말씀|기념사|개식|마무리\s?말씀"
        r"|폐막|환영\s?인사|挨拶|あいさつ|開会|閉会|祝辞|答辞|式辞"
        r"|welcom|opening|closing|\bremarks|address|greeting|\breply\b|\bspeech",
    ),
    (
        ItemKind.PRESENTATIONS,
        r"발표|소개|현황|강연|세션|세미나|보고|주제|특강|설명|브리핑|発表|紹介|講演|報告"
        r"|セッション|セミナー|概要|説明|現状"
        r"|presentation|introduction|overview|session|talks?\b|lecture|keynote|seminar"
        r"|report|briefing|status|update|progress",
    ),
)
_KINDS: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
_MEETING = re.compile(r"회의|미팅|会議|会合|ミーティング|meeting", re.IGNORECASE)
"""A meeting of which nothing else is said is a discussion, which a person should look at."""
_OTHER = re.compile(
    r"등록|접수|집결|受付|登録|集合(?!写真)|registration|sign-in|gather|assemble", re.IGNORECASE
)

_EXCLUSIVE: Final = frozenset(
    {ItemKind.PHOTO, ItemKind.SIGNING, ItemKind.LAB_TOUR, ItemKind.MEAL, ItemKind.TRANSFER, ItemKind.FREE}
)
"""Kinds that one entry has not two of: where the words of two stand there, a person has to say."""

_TENTATIVE = re.compile(
    r"[(（\[]\s?(?:tentative|tbc|tbd|to be confirmed|잠정|미정|예정|가안|仮|未定|調整中|予定)\s?[)）\]]",
    re.IGNORECASE,
)
_CANCELLED = re.compile(r"[(（\[]\s?(?:cancelled|canceled|취소|中止|取消)\s?[)）\]]", re.IGNORECASE)

SESSION: Final = re.compile(
    r"^(?:[■□◆◇●○▶▷【\[<]\s?)?(?:session|part|block|track|workshop|세션"
    r"|제?\s?\d{1,2}\s?부\b|제?\s?\d{1,2}\s?세션|분과|第\s?[\d一二三四五]{1,2}\s?部"
    r"|セッション|第\s?\d{1,2}\s?セッション|[IVX]{1,4}\.\s|Ⅰ|Ⅱ|Ⅲ|Ⅳ)",
    re.IGNORECASE,
)


def kind_of(titles: Iterable[str]) -> ItemKind | None:
    """Return the kind that the titles of an entry speak of, or nothing."""
    return next(iter(kinds_of(titles)), None)


def kinds_of(titles: Iterable[str]) -> list[ItemKind]:
    """Return the kind that the titles speak of, and after it others that exclude it."""
    joined = " ¦ ".join(titles)
    found = [kind for kind, words in _KINDS if words.search(joined)]
    if not found:
        return [ItemKind.OTHER] if _OTHER.search(joined) else []
    return [found[0], *(kind for kind in found[1:] if found[0] in _EXCLUSIVE and kind in _EXCLUSIVE)]


def is_meeting(titles: Iterable[str]) -> bool:
    """Tell whether titles say no more than that somebody meets."""
    return bool(_MEETING.search(" ".join(titles)))


def status_of(text: str) -> tuple[ItemStatus, str] | None:
    """Return how firm a line says that its entry is, and the line without those words."""
    for status, words in ((ItemStatus.CANCELLED, _CANCELLED), (ItemStatus.TENTATIVE, _TENTATIVE)):
        if found := words.search(text):
            return status, (text[: found.start()] + text[found.end() :]).strip()
    return None
