"""One worker thread for reads and saves: pages ask, results come back on the GUI thread by signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class _Job(NamedTuple):
    number: int
    act: Callable[[], Any]


class _Runner(QObject):
    """Lives on the worker thread and does one job after the other."""

    done = Signal(int, object)
    failed = Signal(int, object)

    @Slot(object)
    def run(self, job: _Job) -> None:
        try:
            result = job.act()
        except Exception as error:  # noqa: BLE001 - handed to the GUI thread, which words it or raises it
            self.failed.emit(job.number, error)
        else:
            self.done.emit(job.number, result)


class Work(QObject):
    """Runs jobs in the order in which they are asked for; ``idle`` is emitted when none is left."""

    _asked = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("parley-work")
        self._runner = _Runner()
        self._runner.moveToThread(self._thread)
        self._asked.connect(self._runner.run, Qt.ConnectionType.QueuedConnection)
        self._runner.done.connect(self._done)
        self._runner.failed.connect(self._failed)
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._number = 0
        self._ended = False

    def ask(
        self, act: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Have a job done; ``then`` gets its result on the GUI thread, ``otherwise`` what it raised.

        After the end nothing is done: a field that loses the focus as its window closes asks too late.
        """
        if self._ended:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._number += 1
        self._waiting[self._number] = (then, otherwise)
        self._asked.emit(_Job(self._number, act))

    def busy(self) -> bool:
        """Tell whether jobs are under way."""
        return bool(self._waiting)

    def stop(self) -> None:
        """Finish the jobs that were asked for, then end the thread."""
        self._ended = True
        if self._thread.isRunning():
            self._thread.quit()
            self._thread.wait()
        self._waiting.clear()

    def _done(self, number: int, result: object) -> None:
        callbacks = self._waiting.pop(number, None)
        if callbacks:
            callbacks[0](result)
        if not self._waiting:
            self.idle.emit()

    def _failed(self, number: int, error: Exception) -> None:
        callbacks = self._waiting.pop(number, None)
        if callbacks:
            callbacks[1](error)
        if not self._waiting:
            self.idle.emit()
