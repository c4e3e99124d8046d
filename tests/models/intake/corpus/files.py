"""Writing made files in the formats and encodings that offices use."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from models.intake.values.read import Context

Rows = list[list[Any]]


@dataclass(frozen=True)
class Case:
    """A made file, and what it says: for each line the fields that are to be read."""

    name: str
    suffix: str
    content: bytes
    kind: str
    truth: dict[int, dict[str, Any]]
    context: Context = field(default_factory=Context)
    given_kind: str | None = None


def xlsx(rows: Rows, *, sheet: str = "Sheet1", merges: tuple[tuple[int, int, int, int], ...] = ()) -> bytes:
    """Write a workbook; dates and times as such, merged ranges from 0."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet(sheet)
        day = workbook.add_format({"num_format": 'yyyy". "m". "d".("aaa")"'})
        clock = workbook.add_format({"num_format": "h:mm"})
        both = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, dt.datetime):
                    page.write_datetime(number, place, value, both)
                elif isinstance(value, dt.date):
                    page.write_datetime(number, place, value, day)
                elif isinstance(value, dt.time):
                    page.write_datetime(number, place, value, clock)
                elif value is not None:
                    page.write(number, place, value)
        for top, left, bottom, right in merges:
            page.merge_range(top, left, bottom, right, rows[top][left])
    return buffer.getvalue()


def separated(rows: Rows, encoding: str, separator: str = ",") -> bytes:
    """Write CSV or TSV."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(
        [["" if value is None else value for value in row] for row in rows]
    )
    return buffer.getvalue().encode(encoding)


def ods(rows: Rows) -> bytes:
    """Write a small OpenDocument spreadsheet."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string"><text:p>'
            f"{escape(str(value))}</text:p></table:table-cell>"
            if value is not None
            else "<table:table-cell/>"
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Sheet1">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        package.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return buffer.getvalue()


def page(rows: Rows, encoding: str = "utf-8") -> bytes:
    """Write a web page with a table."""
    body = "".join(
        "<tr>"
        + "".join(f"<td>{escape('' if value is None else str(value))}</td>" for value in row)
        + "</tr>\n"
        for row in rows
    )
    return f"<html><body><h1>List</h1><table border=1>\n{body}</table></body></html>".encode(encoding)
