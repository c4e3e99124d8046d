"""Child processes that start in a blink, so that a thousand of them can be killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from multiprocessing.process import BaseProcess

LONGEST = 120.0
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["pytest", "tests.torture.children", "tests.torture.bad_files"])


@dataclass
class Child:
    """A process that reports over a pipe."""

    process: BaseProcess
    pipe: Any
    said: list[Any] = field(default_factory=list)

    def kill_after(self, seconds: float) -> None:
        """Listen for so long, then kill -9, then hear what it had still said; it may have ended before."""
        self._listen(seconds)
        if self.process.is_alive():
            os.kill(self.process.pid or 0, signal.SIGKILL)
        self.process.join(LONGEST)
        self._listen(0)

    def wait(self, seconds: float = LONGEST) -> None:
        """Listen until it ends; one that hangs is killed, which its exit code tells."""
        self._listen(seconds, to_the_end=True)
        self.process.join(2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(LONGEST)
        self._listen(0)

    def _listen(self, seconds: float, *, to_the_end: bool = False) -> None:
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            try:
                if self.pipe.poll(max(left, 0)):
                    self.said.append(self.pipe.recv())
                elif left <= 0:
                    return
            except (EOFError, OSError):
                # It closed its end: nothing more will come.
                if not to_the_end and left > 0 and self.process.is_alive():
                    time.sleep(min(left, 0.01))
                    continue
                return


@contextmanager
def child(work: Callable[..., None], *arguments: Any) -> Generator[Child, None, None]:
    """Start a child that runs a function with a pipe as its first argument."""
    ours, theirs = _context.Pipe(duplex=False)
    process = _context.Process(target=_run, args=(work, theirs, arguments), daemon=True)
    process.start()
    theirs.close()
    made = Child(process, ours)
    try:
        yield made
    finally:
        if process.is_alive():
            process.kill()
        process.join(LONGEST)
        ours.close()
        process.close()


def _run(work: Callable[..., None], pipe: Any, arguments: tuple[Any, ...]) -> None:
    # The first argument is the database: its backups go beside it, not to those of whoever runs this.
    os.environ["PARLEY_DATA"] = str(arguments[0].parent / "data")
    work(pipe, *arguments)
