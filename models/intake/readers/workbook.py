"""Workbooks (.xlsx, .xlsb, .xls, .ods), read with calamine after a look inside."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from models.errors import SourceDamaged, SourceEmpty, SourceProtected, SourceTooLarge
from models.intake.grid import Book, Grid, Merge, Notice, Plain
from models.intake.readers.binary_package import look_into_xlsb
from models.intake.readers.limits import MOST_SHEETS, check_extent
from models.intake.readers.package import Look, Package, look_into_ods, look_into_xlsx
from models.intake.readers.sniff import Nature

ERROR = "#ERROR!"
"""Stands in a cell where a formula failed and the file keeps no more than that."""


def read_workbook(data: bytes, kind: Nature, path: Path | str, name: str) -> Book:
    """Read the sheets that are not hidden; raises the SourceProblem that fits."""
    package = Package()
    if kind is Nature.XLSX:
        package = look_into_xlsx(data, path)
    elif kind is Nature.XLSB:
        package = look_into_xlsb(data, path)
    elif kind is Nature.ODS:
        package = look_into_ods(data, path)
    notices = [Notice("macros-ignored")] if package.macros else []
    grids, hidden = _read(data, package, path)
    if hidden:
        notices.append(Notice("hidden-sheets", {"names": tuple(hidden)}))
    unvalued = sum(len(grid.unvalued) for grid in grids)
    if unvalued:
        notices.append(Notice("formulas-without-value", {"number": unvalued}))
    if not any(True for grid in grids for _ in grid.lines()):
        raise SourceEmpty(path=path)
    return Book(name, tuple(grids), tuple(notices))


def _read(data: bytes, package: Package, path: Path | str) -> tuple[list[Grid], list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(workbook.sheets_metadata) > MOST_SHEETS:
            raise SourceTooLarge(path=path, what="sheets", limit=MOST_SHEETS)
        grids: list[Grid] = []
        hidden: list[str] = []
        for number, sheet in enumerate(workbook.sheets_metadata):
            if not str(sheet.typ).endswith(".WorkSheet"):
                continue
            if not str(sheet.visible).endswith(".Visible"):
                hidden.append(sheet.name)
                continue
            grids.append(_grid(workbook, number, package.sheets.get(sheet.name, Look()), path))
        return grids, hidden
    except PasswordError as error:
        raise SourceProtected(path=path) from error
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError, IndexError) as error:
        if "assword" in str(error):
            raise SourceProtected(path=path) from error
        raise SourceDamaged(path=path, detail=str(error)) from error
    except BaseException as error:
        # A panic inside the library is no Exception, and ours to bear.
        if type(error).__name__ != "PanicException":
            raise
        raise SourceDamaged(path=path, detail=type(error).__name__) from error


def _grid(workbook: Any, number: int, look: Look, path: Path | str) -> Grid:
    sheet = workbook.get_sheet_by_index(number)
    end = sheet.end or (0, 0)
    check_extent(path, end[0] + 1, end[1] + 1)
    rows: list[list[Plain]] = sheet.to_python(skip_empty_area=False)
    # Files of some programs leave error cells empty here.
    for line, column in look.errors:
        if line <= len(rows) and column <= len(rows[line - 1]):
            rows[line - 1][column - 1] = ERROR
    merges = tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Grid(sheet.name, rows, merges=merges or look.merges, unvalued=look.unvalued)
