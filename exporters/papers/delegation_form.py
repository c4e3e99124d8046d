"""A sheet for a partner to fill in: the people of one delegation in a row each, with flights and hotel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.intake.columns import Column, Holds, In3
from models.intake.headings import column_in
from models.intake.tabs import Head, Tab
from models.intake.values.choices import wording

KIND = "delegations"
_COLUMNS = (
    "full_name",
    "organisation",
    "department",
    "position",
    "role",
    "email",
    "phone",
    "diet",
    "in_flight",
    "arrives",
    "out_flight",
    "departs",
    "hotel",
)
_TITLE = In3("대표단 명단", "代表団名簿", "Delegation list")
_GUIDANCE = In3(
    "※ 한 명을 한 행에 적어 주십시오. 모르는 칸은 비워 두셔도 됩니다.",
    "※ 一人を一行に記入してください。不明な欄は空欄のままで構いません。",
    "※ One person in each row; leave empty what is not known yet.",
)
_LANGUAGES = {
    "ko": In3("한국어", "韓国語", "Korean"),
    "ja": In3("일본어", "日本語", "Japanese"),
    "en": In3("영어", "英語", "English"),
    "zh": In3("중국어", "中国語", "Chinese"),
    "de": In3("독일어", "ドイツ語", "German"),
    "fr": In3("프랑스어", "フランス語", "French"),
}


def delegation_tab(languages: Sequence[str], said: str) -> Tab:
    """Return the sheet, without ids: it is read back like any list of a partner."""
    heads = tuple(head for name in _COLUMNS for head in _heads(name, languages, said))
    return Tab(_TITLE.said(said), True, _GUIDANCE.said(said), heads, ())


def _heads(name: str, languages: Sequence[str], said: str) -> Iterator[Head]:
    column = column_in(KIND, name)
    assert column is not None
    heading = column.heading.said(said)
    if column.holds is Holds.FULL_NAME:
        for tag in languages:
            language = _LANGUAGES[tag].said(said) if tag in _LANGUAGES else tag
            yield Head(f"{heading} ({language})", "", column, tag)
        return
    yield Head(heading, "", column, choices=_choices(column, said))


def _choices(column: Column, said: str) -> tuple[str, ...]:
    return tuple(wording(member, said) for member in column.choice) if column.choice is not None else ()
