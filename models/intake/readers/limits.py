"""How much is taken at once: more than any office's list, and little enough for any computer."""

from __future__ import annotations

from pathlib import Path

from models.errors import (
    FileIsFolder,
    FileMissing,
    FileNotAllowed,
    SourceEmpty,
    SourceProblem,
    SourceTooLarge,
)

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 512
MOST_CELLS = 4_000_000
MOST_SHEETS = 200
MOST_LETTERS = 32_767
"""Of one cell, as in Excel."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that is not too large; raises the FileProblem that fits."""
    try:
        if path.is_dir():
            raise FileIsFolder(path=path)
        if path.stat().st_size > MOST_BYTES:
            raise SourceTooLarge(path=path, what="bytes", limit=MOST_BYTES)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(path=path) from None
    except PermissionError:
        raise FileNotAllowed(path=path) from None
    except (OSError, ValueError) as error:
        raise SourceProblem(path=path, detail=str(error)) from error
    if not data:
        raise SourceEmpty(path=path)
    return data


def check_extent(path: Path | str, rows: int, columns: int) -> None:
    """Refuse a sheet of more rows, columns or cells than are taken at once; raises SourceTooLarge."""
    if rows > MOST_ROWS:
        raise SourceTooLarge(path=path, what="rows", limit=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise SourceTooLarge(path=path, what="columns", limit=MOST_COLUMNS)
    if rows * columns > MOST_CELLS:
        raise SourceTooLarge(path=path, what="cells", limit=MOST_CELLS)
