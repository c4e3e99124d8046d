"""Trying with two programs whether SQLite's locks work in a folder.

Two children hold a connection each; this process touches nothing there, so that a drive that hangs cannot
hang it. The children are plain scripts: they import nothing of ours.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from models.store.connect import file_address

STEP_SECONDS = 15.0
RELEASE_SECONDS = 5.0

Addresses = Callable[[Path], tuple[str, str]]
"""The addresses under which the two programs open the file that is tried."""

CHILD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], uri=True, isolation_level=None, timeout=0)
print("ready", flush=True)
for line in sys.stdin:
    try:
        answer = [list(row) for row in connection.execute(line).fetchall()]
        print("ok", answer[0][0] if answer else "", flush=True)
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in (5, 6)
        print("busy" if busy else "failed " + type(error).__name__, flush=True)
"""


class NoAnswer(Exception):
    """A program did not answer in time, or not as it should."""


class LocksBroken(Exception):
    """Locks do not work; the first argument says how, by a code."""


def usual_addresses(path: Path) -> tuple[str, str]:
    """Return the address that both programs use."""
    address = file_address(path, "rwc")
    return address, address


def try_locks(folder: Path, addresses: Addresses = usual_addresses) -> None:
    """Try in a folder whether the locks of SQLite work between two programs.

    Raises LocksBroken where they do not, NoAnswer where it cannot be told, OSError where nothing can be
    written.
    """
    path = folder / f".parley-{uuid4().hex}.probe"
    # What cannot be written is found out here, and not by a child.
    path.touch(exist_ok=False)
    try:
        with _Program(addresses(path)[0]) as first, _Program(addresses(path)[1]) as second:
            _take_turns(first, second)
            _take_turns(second, first)
            first.tell("BEGIN IMMEDIATE")
            first.kill()
            _expect_soon(second, "BEGIN IMMEDIATE")
    finally:
        for left in (path, path.with_name(f"{path.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _take_turns(writer: _Program, other: _Program) -> None:
    writer.must("CREATE TABLE IF NOT EXISTS tried (n)")
    before = int(writer.must("SELECT count(*) FROM tried"))
    _sees(other, before)
    writer.must("BEGIN IMMEDIATE")
    if other.tell("BEGIN IMMEDIATE") != "busy":
        raise LocksBroken("no-lock")
    writer.must("INSERT INTO tried VALUES (1)")
    other.must("BEGIN")
    _sees(other, before)
    if writer.tell("COMMIT") != "busy":
        raise LocksBroken("reader-ignored")
    other.must("COMMIT")
    writer.must("COMMIT")
    _sees(other, before + 1)
    writer.must("BEGIN EXCLUSIVE")
    if other.tell("SELECT count(*) FROM tried") != "busy":
        raise LocksBroken("no-lock")
    writer.must("ROLLBACK")


def _sees(program: _Program, count: int) -> None:
    if int(program.must("SELECT count(*) FROM tried")) != count:
        raise LocksBroken("stale-reads")


def _expect_soon(program: _Program, statement: str) -> None:
    """Wait until a lock whose owner has ended is let go."""
    deadline = time.monotonic() + RELEASE_SECONDS
    while program.tell(statement) == "busy":
        if time.monotonic() > deadline:
            raise LocksBroken("lock-stays")
        time.sleep(0.05)


class _Program:
    """A child with one connection, told what to do line by line."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", CHILD, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> _Program:
        try:
            if self._answer() != "ready":
                raise NoAnswer
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def tell(self, statement: str) -> str:
        """Have a statement run, and return how that went."""
        pipe = self._process.stdin
        assert pipe is not None
        try:
            pipe.write(statement + "\n")
            pipe.flush()
        except OSError as error:
            raise NoAnswer from error
        return self._answer()

    def must(self, statement: str) -> str:
        """Have a statement run that has to go well, and return its first value."""
        word, _, value = self.tell(statement).partition(" ")
        if word == "busy":
            raise LocksBroken("lock-stays")
        if word != "ok":
            raise NoAnswer
        return value

    def kill(self) -> None:
        """End the program as a power cut would; one that hangs in the system is left behind."""
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=RELEASE_SECONDS)
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        with pipe:
            for line in pipe:
                self._answers.put(line.strip())
        self._answers.put("")

    def _answer(self) -> str:
        try:
            answer = self._answers.get(timeout=STEP_SECONDS)
        except queue.Empty:
            raise NoAnswer from None
        if not answer:
            raise NoAnswer
        return answer
