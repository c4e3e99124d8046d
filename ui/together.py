"""Working with others in one file: who is here, who edits where only one can, what others just changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.work import Work

if TYPE_CHECKING:
    from pathlib import Path

    from ui.data.door import Door
    from ui.data.presence import Attendance
    from ui.desk import Desk
    from ui.values_safety import CompanyView, OpeningView, ShareView

_BEAT_MS = 10_000
"""How often we say that we are here, and look who else is; the files expire after a minute."""


class Together(QObject):
    """What goes on beside the work itself, on a thread of its own: a slow drive holds up nobody."""

    company_known = Signal(object)
    share_known = Signal(object)
    backed_up = Signal(object)
    """What making a backup at opening came to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._side = Work(self)
        self._path: Path | None = None
        self._here: Attendance | None = None  # touched by jobs only
        self.company: CompanyView | None = None
        self.share: ShareView | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self.beat)
        desk.file_shown.connect(lambda file: self._file_shown(file.path))

    def beat(self) -> None:
        """Say that we are here, and look who else is, and who edits."""
        self._side.ask(self._renew, self._show_company, lambda _error: None)
        self._desk.ask(lambda office: office.renew_share(), self._show_share, lambda _error: None)

    def take_over(self) -> None:
        """Take the right to edit from whoever has it, and read everything again."""

        def then(share: ShareView | None) -> None:
            self._show_share(share)

        self._desk.ask(lambda office: office.take_over(), then)

    def stop(self) -> None:
        """Say that we are gone, and end the thread."""
        self._beat.stop()
        self._side.ask(self._leave, lambda _none: None, lambda _error: None)
        self._side.stop()

    def _file_shown(self, path: Path) -> None:
        if path == self._path:
            return
        self._path = path
        self._show_company(None)
        self._show_share(None)
        self._desk.ask(lambda office: (office.door(), office.share()), self._begin, lambda _error: None)
        self._beat.start()

    def _begin(self, found: tuple[Door, ShareView | None]) -> None:
        door, share = found
        self._show_share(share)

        def arrive() -> CompanyView:
            from ui.data.presence import Attendance

            self._leave()
            self._here = Attendance(door.path, door.profile)
            return self._here.renew()

        self._side.ask(arrive, self._show_company, lambda _error: None)
        if share is None or share.editing:

            def back_up() -> OpeningView:
                from ui.data.backups import at_opening

                return at_opening(door)

            self._side.ask(back_up, self.backed_up.emit, lambda _error: None)

    def _renew(self) -> CompanyView | None:
        return self._here.renew() if self._here is not None else None

    def _leave(self) -> None:
        if self._here is not None:
            self._here.close()
            self._here = None

    def _show_company(self, company: CompanyView | None) -> None:
        self.company = company
        self.company_known.emit(company)

    def _show_share(self, share: Any) -> None:
        before, self.share = self.share, share
        self.share_known.emit(share)
        if before is not None and share is not None and before.editing != share.editing:
            self._desk.refresh()
