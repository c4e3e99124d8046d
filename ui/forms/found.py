"""What was found in the row of a form: at its foot, where it comes and goes without moving a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from ui.style import measures
from ui.widgets.banner import Banner
from ui.widgets.ground import Edge, Ground
from ui.widgets.room import lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.style.theme import Theme
    from ui.style.tokens import Severity

    Repairs = Sequence[tuple[str, Callable[[], None]]]

_MOST = 0.26
"""Of the height of the form: where more was found, it scrolls."""


class Found(Ground):
    """Banners one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", Edge.TOP | Edge.LEFT)
        self._inside = Ground(theme, "panel")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(measures.PANEL_MARGIN, 0, measures.PANEL_MARGIN, 0)
        self._column.setSpacing(measures.GAP)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, measures.GAP, 0, measures.GAP)
        whole.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, found: Sequence[tuple[str, Severity, Repairs]]) -> None:
        """Show what was found, each with the repairs that there are."""
        while (kept := self._column.takeAt(0)) is not None:
            widget = kept.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, severity, repairs in found:
            banner = Banner(self.theme, text, severity, repairs)
            self._column.addWidget(banner)
            # What was just added counts in the height only once it is shown.
            banner.show()
        self.setVisible(bool(found))
        self.fit()

    def fit(self) -> None:
        """Take the height of the banners, up to a part of the form."""
        above = self.parentWidget()
        if self.isHidden() or above is None:
            return
        self._inside.setFixedWidth(max(1, above.width() - 1))
        self._column.invalidate()
        self._column.activate()
        needed = max(self._inside.sizeHint().height(), self._column.heightForWidth(self._inside.width()))
        self.setFixedHeight(min(needed, round(above.height() * _MOST)) + 2 * measures.GAP)
        lay_out(self._inside)
        lay_out(self._scroll)

    def sizeHint(self) -> QSize:
        """Return the height that was fitted."""
        return QSize(100, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sentences break anew."""
        super().resizeEvent(event)
        self.fit()
