"""The short words in which the demonstration papers are set."""

from __future__ import annotations

from datetime import UTC, datetime

from exporters.document import (
    Cell,
    Document,
    Look,
    Paragraph,
    Run,
    Style,
    cell,
    leading,
    line,
)

# One white point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060"
    "00000004000127340a0b0000000049454e44ae426082"
)
CREATED = datetime(2024, 7, 26, 9, 0, tzinfo=UTC)
MARK = (Run("견본 · ", "ko"), Run("見本 · ", "ja"), Run("SAMPLE", "en"))


def ko(text: str, style: Style = Style.CELL) -> Paragraph:
    return line(text, "ko", style)


def ja(text: str, style: Style = Style.SECOND_LANGUAGE) -> Paragraph:
    return line(text, "ja", style)


def en(text: str, style: Style = Style.CELL) -> Paragraph:
    return line(text, "en", style)


def second(text: str, language: str = "ja") -> Run:
    return Run(text, language, Look.SECOND)


def title(text: str, language: str = "ko") -> Paragraph:
    return line(text, language, Style.ITEM_TITLE)


def head(first: str, other: str = "") -> Cell:
    return cell(leading(first, "ko", second(other), style=Style.TABLE_HEAD))


def document(
    name: str, paper: str, blocks: tuple, languages: tuple[str, ...] = ("ko", "ja"), **more
) -> Document:
    return Document(
        title=name,
        languages=languages,
        blocks=blocks,
        author="KRISS",
        subject="제19차 한일 국가측정표준기관장회의",
        created=CREATED,
        header_left=more.get("header_left", (Run(f"제19차 한일 국가측정표준기관장회의  |  {paper}", "ko"),)),
        header_right=more.get("header_right", (Run("제3판  2024. 7. 26.", "ko"),)),
        footer_left=MARK,
    )
