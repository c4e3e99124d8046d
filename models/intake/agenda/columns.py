"""What the columns of a table are: by their heads, and where these say nothing, by what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from models.intake.agenda.clock import find_minutes, find_span, plain
from models.intake.agenda.dates import find_dates, find_day_number
from models.intake.agenda.kinds import SESSION
from models.intake.agenda.people import read_people
from models.intake.agenda.places import PLACE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from models.intake.agenda.tongues import Tongues
    from models.intake.readers.word_text import Cell, Table


class Role(Enum):
    """What a column holds."""

    TIME = "time"
    START = "start"
    END = "end"
    DATE = "date"
    MINUTES = "minutes"
    TITLE = "title"
    TALK = "talk"
    SPEAKER = "speaker"
    ORGANISATION = "organisation"
    POSITION = "position"
    CHAIR = "chair"
    PLACE = "place"
    REMARKS = "remarks"
    NUMBER = "number"
    IGNORED = "ignored"


_HEADS: Final = (
    (Role.START, r"시작(?:\s?시간|시각)?|개시|開始(?:時刻|時間)?|start(?: time)?|from|begins?"),
    (Role.END, r"종료(?:\s?시간|시각)?|終了(?:時刻|時間)?|end(?: time)?|to|until|finish"),
    (Role.MINUTES, r"소요\s?시간|소요|분|시간\(분\)|所要時間|所要|分|duration|min\.?|mins|minutes|length"),
    (
        Role.TIME,
        r"시간|시각|시간대|일정\s?시간|時間|時刻|時間帯|time(?:\s?\(.*\))?|times|hours?"
        r"|time slot|timing|local time|일시|日時|date\s?(?:/|&|and)\s?time",
    ),
    (Role.DATE, r"일자|날짜|월일|날자|요일|일차|日付|日にち|月日|期日|日程|日|date|day|dates"),
    (
        Role.ORGANISATION,
        r"소속|기관|소속\s?기관|所属|機関|affiliation|organi[sz]ation|institute|institution|company",
    ),
    (Role.POSITION, r"직위|직책|직급|役職|職名|肩書|position|job title|role"),
    (Role.CHAIR, r"좌장|사회|사회자|座長|司会|議長|chair(?:person|man)?|moderator|facilitator"),
    (
        Role.SPEAKER,
        r"발표자|연사|강연자|담당|담당자|진행|진행자|발제자|성명|주관|발표|登壇者|発表者"
        r"|講演者|担当|担当者|説明者|演者|講師|氏名|対応者|話者"
        r"|speakers?|presenters?|by|who|lead|person|responsible|in charge|lecturer|contact"
        r"|speaker\(s\)|presented by|name",
    ),
    (Role.PLACE, r"장소|회의장|위치|場所|会場|開催場所|venue|place|location|rooms?|where"),
    (
        Role.REMARKS,
        r"비고|참고|참석자|참가자|대상|기타|메모|備考|参加者|出席者|対象|摘要|remarks?"
        r"|notes?|comments?|participants?|attendees?|details?",
    ),
    (Role.NUMBER, r"번호|연번|순번|순서|순|番号|順|項番|no\.?|#|nr\.?"),
    (
        Role.TITLE,
        r"내용|일정|세부\s?일정|세부\s?내용|주요\s?내용|주요\s?일정|프로그램|행사"
        r"|행사\s?내용|안건|의제|주제|제목|발표\s?주제|발표\s?제목|활동|議題|内容"
        r"|プログラム|次第|項目|題目|演題|行事|行程|件名|テーマ|スケジュール|活動"
        r"|programme?|items?|agenda|events?|activit(?:y|ies)|contents?|title|topics?"
        r"|sessions?|description|subject|schedule|what",
    ),
)
_HEAD_WORDS: Final = tuple((role, re.compile(rf"(?:{words})", re.IGNORECASE)) for role, words in _HEADS)
_LANGUAGES: Final = (
    (
        "ko",
        re.compile(
            r"한국어|국문|한글|한국\s?측|korean|韓国語|(?:programme?|agenda)\s?\(kor?\)", re.IGNORECASE
        ),
    ),
    ("ja", re.compile(r"일본어|일문|japanese|日本語|和文|日本側", re.IGNORECASE)),
    ("en", re.compile(r"영어|영문|english|英語|英文", re.IGNORECASE)),
)
_TRACK = re.compile(
    r"(?:room|track|hall|session|stream|group|parallel|세션|분과|트랙|조$|회의실|홀|강당"
    r"|会議室|ホール|分科会|トラック|セッション|会場|グループ)",
    re.IGNORECASE,
)
_HALVES = re.compile(r"오전|오후|저녁|午前|午後|夜|am|pm|morning|afternoon|evening", re.IGNORECASE)
_SORTS = re.compile(r"구\s?분|区\s?分|分類|category|type", re.IGNORECASE)
"""A column of such a head says what sort of thing an entry is, or which part of the day."""
_PARTS = re.compile(r"\s*[/|\n]\s*|\s{2,}|\s*[(（]\s*|\s*[)）]\s*|\u3000")
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is."""

    role: Role
    language: str = ""
    label: str = ""
    """Its head, where it tells what stands in parallel."""
    date: dt.date | None = None
    """The day that a column is, in a table with a column for each day."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are, and which rows are heads."""

    columns: tuple[Column, ...]
    heads: frozenset[int]

    def of(self, *roles: Role) -> list[int]:
        """Return the columns that have one of the roles."""
        return [place for place, column in enumerate(self.columns) if column.role in roles]

    @property
    def parallel(self) -> bool:
        """Tell whether several columns hold entries of the same time: tracks or days."""
        return sum(bool(column.label or column.date) for column in self.columns) > 1


def head_role(text: str) -> Role | None:
    """Return the role that a head names, in whichever language."""
    said = re.sub(
        r"(?<=[가-힣\u4e00-\u9fff])[ \u3000]+(?=[가-힣\u4e00-\u9fff])",
        "",
        plain(text).strip().strip("*:·").strip(),
    )
    if not said or len(said) > 40:
        return None
    for role, words in _HEAD_WORDS:
        if words.fullmatch(said):
            return role
    parts = [part for part in _PARTS.split(said) if part]
    roles = [role for part in parts for role, words in _HEAD_WORDS if words.fullmatch(part)]
    if roles and len(parts) <= 4 and len(roles) >= len(parts) / 2:
        return roles[0]
    return None


def is_head(cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row of cells is the head of a table."""
    texts = [cell.text for cell in cells if cell.lines]
    if not texts or any(find_span(text) is not None for text in texts):
        return False
    roles = [head_role(text) for text in texts]
    known = sum(role is not None for role in roles)
    return (
        known >= 2
        or (known == len(texts) >= 1 and len(cells) > 1)
        or (roles[0] in (Role.TIME, Role.START) and len(texts) > 1)
    )


def _heads_days(cells: tuple[Cell, ...], year: int | None) -> bool:
    """Tell whether a row is the head of a table with a column for each day."""
    texts = [cell.text for cell in cells if cell.lines]
    dates = [find_dates(text, year) for text in texts if find_span(text) is None]
    days = [found[0].date for found in dates if len(found) == 1]
    return len(set(days)) > 1 and len(days) >= len(texts) - 1


def layout_of(table: Table, tongues: Tongues, year: int | None, known: Layout | None = None) -> Layout | None:
    """Find what the columns of a table are; nothing where it holds no times."""
    rows = [cells for _, cells in table.rows()]
    heads = frozenset(
        number
        for number, cells in enumerate(rows)
        if is_head(cells) or (number < 3 and _heads_days(cells, year))
    )
    width = table.width
    columns: list[Column | None] = [None] * width
    first = min(heads) if heads else None
    under = _names_tracks(rows, first) if first is not None else False
    if first is not None and under:
        heads |= {first + 1}
    if first is not None:
        _by_heads(columns, rows[first], year)
        if under:
            _clear(columns, rows[first])
        elif first + 1 in heads:
            _by_heads(columns, rows[first + 1], year)
    elif known is not None and len(known.columns) == width:
        columns = list(known.columns)
    body = [cell for number, cells in enumerate(rows) if number not in heads for cell in cells if cell.lines]
    by_column: list[list[str]] = [[] for _ in range(width)]
    for cell in body:
        if cell.width < width or width == 1:
            by_column[cell.column].append(cell.text)
    timed = [
        _share(texts, lambda text: find_span(text, bare=True) is not None and len(text) < 40)
        for texts in by_column
    ]
    if not any(column and column.role in (Role.TIME, Role.START) for column in columns):
        best = max(range(width), key=lambda place: (timed[place], -place), default=None)
        if best is None or timed[best] < 0.34:
            return None
        columns[best] = Column(Role.TIME)
    elif not any(share > 0 for share in timed):
        return None
    labels = _labels(rows[first], width) if first is not None else [""] * width
    if first is not None and under:
        labels = [
            below or above for above, below in zip(labels, _labels(rows[first + 1], width), strict=True)
        ]
    _by_content(columns, by_column, labels, tongues, timed)
    done = tuple(column or Column(Role.IGNORED) for column in columns)
    return Layout(_languages(done, by_column, labels, tongues), heads)


def _by_heads(columns: list[Column | None], cells: tuple[Cell, ...], year: int | None) -> None:
    dates = {cell.column: find_dates(cell.text, year) for cell in cells if cell.lines}
    grid = sum(len(found) == 1 for found in dates.values()) > 1
    for cell in cells:
        text = cell.text
        role = head_role(text)
        language = next((tag for tag, words in _LANGUAGES if words.search(text)), "")
        column: Column | None = None
        if grid and len(dates.get(cell.column, ())) == 1:
            column = Column(Role.TITLE, label=text, date=dates[cell.column][0].date)
        elif role is not None:
            column = Column(role, language)
        elif language:
            column = Column(Role.TITLE, language)
        for place in range(cell.column, min(cell.column + cell.width, len(columns))):
            if column is not None and (columns[place] is None or cell.width == 1):
                columns[place] = column


def _names_tracks(rows: list[tuple[Cell, ...]], first: int) -> bool:
    """Tell whether the row under a head names what stands beside each other under one of its cells."""
    wide = [cell for cell in rows[first] if cell.width > 1 and cell.lines]
    below = [cell for cell in rows[first + 1] if cell.lines] if first + 1 < len(rows) else []
    return (
        bool(wide)
        and len(below) > 1
        and all(
            _is_track(cell.text)
            and any(cell.column in range(one.column, one.column + one.width) for one in wide)
            for cell in below
        )
    )


def _is_track(text: str) -> bool:
    return len(text) < 40 and bool(_TRACK.search(text) or PLACE.search(text))


def _clear(columns: list[Column | None], head: tuple[Cell, ...]) -> None:
    """Take for columns of titles what stands under one wide head."""
    for cell in head:
        for place in range(cell.column, cell.column + cell.width) if cell.width > 1 else ():
            columns[place] = Column(Role.TITLE)


def _labels(cells: tuple[Cell, ...], width: int) -> list[str]:
    labels = [""] * width
    for cell in cells:
        for place in range(cell.column, min(cell.column + cell.width, width)):
            labels[place] = cell.text.replace("\n", " ")
    return labels


def _by_content(
    columns: list[Column | None],
    by_column: list[list[str]],
    labels: list[str],
    tongues: Tongues,
    timed: list[float],
) -> None:
    titles = sum(column is not None and column.role is Role.TITLE for column in columns)
    for place, column in enumerate(columns):
        if column is not None:
            continue
        texts = by_column[place]
        if not texts or all(_HALVES.fullmatch(text.strip()) for text in texts):
            columns[place] = Column(Role.IGNORED)
        elif _SORTS.fullmatch(labels[place].strip()) and not _share(texts, _is_part) >= 0.5:
            columns[place] = Column(Role.DATE if _share(texts, _is_date) >= _ENOUGH else Role.IGNORED)
        elif timed[place] >= _ENOUGH:
            columns[place] = Column(Role.TIME)
        elif _share(texts, _is_date) >= _ENOUGH:
            columns[place] = Column(Role.DATE)
        elif _share(texts, lambda text: text.strip("().").isdigit()) >= _ENOUGH:
            columns[place] = Column(Role.NUMBER)
        elif _share(texts, lambda text: len(text) < 12 and find_minutes(text) is not None) >= _ENOUGH:
            columns[place] = Column(Role.MINUTES)
        elif titles and _share(texts, lambda text: bool(read_people(text.replace("\n", ";")))) >= 0.5:
            columns[place] = Column(Role.SPEAKER)
        elif titles and _share(texts, lambda text: bool(PLACE.search(text)) and len(text) < 40) >= 0.5:
            columns[place] = Column(Role.PLACE)
        else:
            columns[place] = Column(Role.TITLE)
            titles += 1


def _is_date(text: str) -> bool:
    return len(text) < 30 and bool(find_dates(text) or find_day_number(text))


def _is_part(text: str) -> bool:
    return SESSION.match(plain(text)) is not None


def _languages(
    columns: tuple[Column, ...], by_column: list[list[str]], labels: list[str], tongues: Tongues
) -> tuple[Column, ...]:
    """Tell titles in two languages, parallel tracks and talks beside their session apart."""
    places = [place for place, column in enumerate(columns) if column.role is Role.TITLE]
    done = list(columns)
    if len(places) < 2:
        return columns
    if any(columns[place].date for place in places):
        return tuple(
            column if column.role is not Role.TITLE or column.date else Column(Role.REMARKS)
            for column in columns
        )
    spoken = {place: columns[place].language or _main_language(by_column[place], tongues) for place in places}
    if len(set(spoken.values())) == len(places):
        return tuple(
            replace(column, language=spoken[place]) if place in spoken else column
            for place, column in enumerate(columns)
        )
    if all(_TRACK.search(labels[place]) or PLACE.search(labels[place]) for place in places):
        named = {labels[place] for place in places}
        for place, column in enumerate(columns):
            # A session in which every cell is one with its neighbour's has no text of its own.
            alone = column.role is Role.IGNORED and _is_track(labels[place]) and labels[place] not in named
            if place in places or alone:
                done[place] = Column(Role.TITLE, label=labels[place])
        return tuple(done)
    # A session, and beside it what is in it; anything further is a remark.
    first, second, *others = places
    left, right = len(by_column[first]), len(by_column[second])
    if left <= right or head_role(labels[second]) is Role.TITLE:
        done[second] = Column(Role.TALK)
    else:
        done[second] = Column(Role.REMARKS)
    for place in others:
        done[place] = Column(Role.REMARKS)
    return tuple(done)


def _main_language(texts: list[str], tongues: Tongues) -> str:
    counts = Counter(tongues.clear(line) for text in texts for line in text.split("\n"))
    counts.pop("", None)
    return counts.most_common(1)[0][0] if counts else ""


def _share(texts: list[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts) if texts else 0.0
