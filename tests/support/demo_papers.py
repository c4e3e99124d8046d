"""The demonstration papers by their names, and the rare cases."""

from __future__ import annotations

from exporters.document import (
    COVER_RULE,
    EMPTY_CELL,
    Document,
    Look,
    Paragraph,
    Run,
    Style,
    Table,
    TableKind,
    cell,
    head_row,
    leading,
    row,
    time_cell,
)
from tests.support.demo_agendas import agenda_columns, agenda_stacked
from tests.support.demo_itineraries import itinerary
from tests.support.demo_personal import personal
from tests.support.demo_words import document, head, ja, ko, second, title


def edge_cases() -> Document:
    rows = (
        row(
            time_cell("09:30–10:00", "ko"),
            cell(title("번역이 없는 제목")),
            cell(
                Paragraph(
                    (Run("번역이 없는 제목 ", "ko"), Run("［原文］", "ja", Look.MARK)), Style.ITEM_TITLE
                )
            ),
        ),
        row(time_cell("시각 미정", "ko", ja("時刻未定")), cell(title("시각을 아직 모르는 일정")), EMPTY_CELL),
        row(
            time_cell("23:40–01:55", "ko", ko("8. 3.(토) 도착", Style.SECOND_LANGUAGE), addition="+1"),
            cell(title("자정을 넘기는 항공편")),
            cell(title("日付をまたぐ便", "ja")),
        ),
    )
    names = tuple(
        row(
            *(
                cell(ko(text, Style.CELL_SMALL))
                for text in (
                    f"{n}",
                    f"견본 {n:02}",
                    "책임연구원",
                    f"{n + 20}",
                    f"견본 {n + 20}",
                    "책임연구원",
                )
            )
        )
        for n in range(1, 21)
    )
    blocks = (
        ko("예외 처리 시험지", Style.TITLE),
        ja("例外処理の見本", Style.SUBTITLE),
        COVER_RULE,
        Table(
            (30, 70, 70),
            rows,
            "예외",
            "드문 경우",
            (head_row(head("시각", "時刻"), head("내용"), cell(ja("内容", Style.TABLE_HEAD))),),
        ),
        leading("40명 명단", "ko", second("40名の名簿"), style=Style.HEADING_1),
        Table(
            (9, 26, 55, 9, 26, 45),
            names,
            "명단",
            "번호, 성명, 직위",
            (head_row(*(head(text) for text in ("No.", "성명", "직위") * 2)),),
            TableKind.DENSE,
        ),
    )
    return document("예외 처리 시험지", "예외 처리 시험지", blocks)


ALL = {
    "itinerary": itinerary,
    "personal": personal,
    "agenda_columns": agenda_columns,
    "agenda_stacked": agenda_stacked,
    "edge_cases": edge_cases,
}
