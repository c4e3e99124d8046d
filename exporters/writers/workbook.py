"""Writing sheets as .xlsx: headings, a line of guidance, choices as drop-downs, and the rows."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Sequence
from typing import Any, cast
from unicodedata import east_asian_width

from models.errors import PaperProblem
from models.intake.columns import Holds
from models.intake.tabs import Head, Tab

LONGEST = 32_767
"""Letters of a cell, as Excel keeps them."""
SPARE_ROWS = 300
"""Empty rows below that offer their choices, too."""
_WIDTHS = {Holds.DATE: 12, Holds.TIME: 8, Holds.NUMBER: 9, Holds.FLAG: 9, Holds.CHOICE: 14}
_USUAL_WIDTH = 24
_ID_WIDTH = 11
_A4 = 9
"""The number of the paper size, ECMA-376 part 1, 18.3.1.63."""
_LINE_HEIGHT = 15
"""Points."""
_MOST_LINES = 8
_MOST_INLINE = 255
"""Letters that a drop-down may list."""


def workbook_bytes(tabs: Sequence[Tab]) -> bytes:
    """Write sheets as a workbook; raises PaperProblem where a text is longer than a cell can be."""
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "remove_timezone": True,
    }
    with cast("Any", xlsxwriter).Workbook(buffer, options) as workbook:
        workbook.set_properties({"title": "Parley", "created": dt.datetime(2000, 1, 1)})
        formats = _Formats(workbook)
        for tab in tabs:
            _write(workbook.add_worksheet(tab.name), tab, formats)
    return buffer.getvalue()


class _Formats:
    """The formats of cells."""

    def __init__(self, workbook: Any) -> None:
        def made(**properties: Any) -> Any:
            return workbook.add_format({"valign": "top", **properties})

        heading = {"bold": True, "text_wrap": True, "border": 1, "border_color": "#C9CED6"}
        self.heading = made(**heading, bg_color="#E4ECF7")
        self.rare_heading = made(**heading, bg_color="#F1F2F4")
        self.id_heading = made(**heading, bg_color="#F1F2F4", font_color="#8A9099")
        self.guidance = made(italic=True, font_color="#6B7280", font_size=9)
        self.id = made(font_color="#8A9099", num_format="@")
        self.text = made(num_format="@", text_wrap=True)
        self.date = made(num_format="yyyy-mm-dd", align="left")
        self.time = made(num_format="hh:mm", align="left")
        self.number = made(num_format="0", align="left")

    def of(self, head: Head) -> Any:
        """Return the format of the cells of a column."""
        if head.column is None:
            return self.id
        match head.column.holds:
            case Holds.DATE:
                return self.date
            case Holds.TIME:
                return self.time
            case Holds.NUMBER:
                return self.number
            case _:
                return self.text


def _write(sheet: Any, tab: Tab, formats: _Formats) -> None:
    sheet.set_tab_color("#2F6FC4" if tab.main else "#B6BDC8")
    sheet.freeze_panes(2, 1)
    sheet.set_row(0, 32)
    for place, head in enumerate(tab.heads):
        kind = formats.of(head)
        sheet.set_column(place, place, _width(head), kind, {"hidden": head.hidden})
        heading = (
            formats.id_heading
            if head.column is None
            else formats.rare_heading
            if head.rare
            else formats.heading
        )
        sheet.write_string(0, place, head.heading, heading)
        sheet.write_string(1, place, head.hint, formats.guidance)
        _offer(sheet, place, head, len(tab.rows))
    sheet.write_string(1, 0, tab.guidance, formats.guidance)
    _set_up_print(sheet)
    for number, row in enumerate(tab.rows, start=2):
        # Not every spreadsheet program makes a row as high as its wrapped text when it opens a file.
        if (lines := _lines(tab.heads, row)) > 1:
            sheet.set_row(number, lines * _LINE_HEIGHT)
        for place, value in enumerate(row):
            if value is not None:
                _write_cell(sheet, number, place, value, formats.of(tab.heads[place]))


def _set_up_print(sheet: Any) -> None:
    """Print a sheet on A4 across, all columns on one page, the headings on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lines(heads: Sequence[Head], row: Sequence[object]) -> int:
    """Return how many lines the longest text of a row takes, as far as a row grows."""
    needed = (
        sum(max(1, math.ceil(_cells(line) / _width(head))) for line in value.splitlines())
        for head, value in zip(heads, row, strict=True)
        if isinstance(value, str) and head.column is not None and not head.hidden
    )
    return min(max(needed, default=1), _MOST_LINES)


def _cells(text: str) -> int:
    """Return the width of a text in half-width letters; a Hangul, kana or Han letter is two (UAX #11)."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _width(head: Head) -> int:
    if head.column is None:
        return _ID_WIDTH
    return _WIDTHS.get(head.column.holds, _USUAL_WIDTH)


def _offer(sheet: Any, place: int, head: Head, rows: int) -> None:
    """Offer the choices of a column; another word is warned of, for it may be one in another language."""
    if head.choices and len(",".join(head.choices)) <= _MOST_INLINE:
        sheet.data_validation(
            2,
            place,
            rows + SPARE_ROWS,
            place,
            {"validate": "list", "source": list(head.choices), "error_type": "warning"},
        )


def _write_cell(sheet: Any, row: int, place: int, value: Any, kind: Any) -> None:
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise PaperProblem(reason="text-too-long", limit=LONGEST, text=value[:60])
        sheet.write_string(row, place, value, kind)
    elif isinstance(value, (dt.date, dt.time)):
        sheet.write_datetime(row, place, value, kind)
    else:
        sheet.write_number(row, place, value, kind)
