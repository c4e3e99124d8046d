"""A guard over database files: opening one that SQLite holds in this process is an error.

POSIX drops all of a process's locks on a file when any handle of that file is closed. Whoever open()s,
copies, hashes or zips a live database therefore takes SQLite's locks away, and two writers corrupt it.

SQLite opens files itself, unseen by Python, and says nothing when it closes them. Hence no list of
connections is kept here: what is open is read from the process's table of files when it matters.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".parley"
# Windows has neither, nor the flaw that is guarded against.
HANDLES = next((folder for folder in (Path("/proc/self/fd"), Path("/dev/fd")) if folder.is_dir()), None)

_state: dict[str, list[str] | None] = {"offences": None}
_installed: list[bool] = []


class LiveFileOpened(RuntimeError):
    """A database file was opened while SQLite had it open."""


@contextmanager
def guard():
    """Watch every open() of a database file, and yield the list of those that were wrong."""
    if HANDLES and not _installed:
        sys.addaudithook(_watch)  # it cannot be taken away again, only put to sleep
        _installed.append(True)
    offences: list[str] = []
    before, _state["offences"] = _state["offences"], offences
    try:
        yield offences
    finally:
        _state["offences"] = before


def is_live(path: str) -> bool:
    """Tell whether this process has the file open."""
    try:
        file = Path(path).stat()
    except OSError:
        return False
    for handle in HANDLES.iterdir() if HANDLES else ():
        try:
            opened = os.fstat(int(handle.name))
        except OSError:
            continue  # closed meanwhile, such as the listing's own
        if (opened.st_dev, opened.st_ino) == (file.st_dev, file.st_ino):
            return True
    return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    offences = _state["offences"]
    if event != "open" or offences is None or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    path = os.fsdecode(arguments[0])
    if path.endswith(SUFFIX) and is_live(path):
        # Kept as well as raised: the code under test may swallow what it does not expect.
        offences.append(f"{path} ({_caller()})")
        raise LiveFileOpened(path)


def _caller() -> str:
    frame = sys._getframe(2)
    while frame.f_back is not None and "/lib/python" in frame.f_code.co_filename:
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
