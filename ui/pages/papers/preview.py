"""The paper that is looked at: its name, which page of how many, larger and smaller, and the page."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.button import Button, Rank
from ui.widgets.ground import Ground
from ui.widgets.pages import PageView
from ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Generator

    from exporters.document import Document
    from exporters.writers.pdf import Pages
    from models.text.catalogue import Words
    from ui.style.theme import Theme

_SLICE = 0.012
"""Seconds that laying out may take before the window gets its turn."""


class Preview(Ground):
    """Lays out a document between two other things that the window does; ``shown`` when its pages stand."""

    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "press", parent=parent)
        self._words: Words | None = None
        self._title = self._seen = ""
        self._document: Document | None = None
        self._laid: Document | None = None
        self._steps: Generator[None, None, Pages] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self.pages = PageView(theme)
        self.message = Text(theme, "", colour="text2", wrap=True)
        self._name = Line(theme, measures.TOOLBAR)
        self._place = Text(theme, "", colour="text2")
        self.smaller = Button(theme, Rank.QUIET, "zoom-out")
        self.larger = Button(theme, Rank.QUIET, "zoom-in")
        self.fit = Button(theme, Rank.QUIET)
        self.back = Button(theme, Rank.QUIET, "chevron-left")
        self.forward = Button(theme, Rank.QUIET, "chevron-right")
        self._stack = QStackedWidget()
        self._build()
        self.smaller.clicked.connect(lambda: self.pages.zoom(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom(1))
        self.fit.clicked.connect(self.pages.fit)
        self.back.clicked.connect(lambda: self.pages.go(self.pages.number() - 1))
        self.forward.clicked.connect(lambda: self.pages.go(self.pages.number() + 1))
        self.pages.turned.connect(self._write)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self._name)
        row.addWidget(self._place)
        row.addSpacing(8)
        for button in (self.smaller, self.fit, self.larger):
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(measures.MARGIN, 40, measures.MARGIN, measures.MARGIN)
        column.addWidget(self.message)
        column.addStretch(1)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self._stack, 1)

    def lay_out(self, title: str, document: Document) -> None:
        """Begin to lay out a paper; what stood there stays until it is done."""
        from exporters.writers.pdf import layout_steps

        self._title = title
        if document == self._document and self.pages.count():
            # What was saved meanwhile does not stand on this paper.
            self._end()
            self._stack.setCurrentIndex(0)
            self._write()
            self.shown.emit()
            return
        self._document = None
        self._laid = document
        self._steps = layout_steps(document)
        self._timer.start()

    def tell(self, title: str, message: str) -> None:
        """Say why there are no pages."""
        self._end()
        self._document = None
        self._title = title
        self.message.setText(message)
        self._stack.setCurrentIndex(1)
        self.pages.show_pages(None)
        self.shown.emit()

    def busy(self) -> bool:
        """Tell whether a paper is being laid out."""
        return self._steps is not None

    def retranslate(self, title: str, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words, self._title = words, title
        self.message.restyle()
        self._write()

    def _step(self) -> None:
        if self._steps is None:
            return
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration as ended:
                self._end()
                self._document = self._laid
                self._stack.setCurrentIndex(0)
                self.pages.show_pages(ended.value)
                if self._seen != self._title:
                    # Another paper is read from its beginning; the same one stays where it was.
                    self._seen = self._title
                    self.pages.go(0)
                self.shown.emit()
                return

    def _end(self) -> None:
        self._timer.stop()
        self._steps = None

    def _write(self) -> None:
        words = self._words
        if words is None:
            return
        pages, title = self.pages, self._title
        count = pages.count()
        place = words.say_in("papers", "{number} / {count}", number=pages.number() + 1, count=count)

        def inks(tokens: object) -> list[Ink]:
            return [Ink(title, getattr(tokens, "text", ""), 13, True)]

        self._name.show_runs(inks)
        self._place.restyle()
        self._place.setText(place if count else "")
        percent = words.say_in("papers", "{number} %", number=round(pages.scale() * 100))
        self.fit.tell(percent)
        self.fit.setAccessibleName(words.say("Fit the width ({percent} now)", percent=percent))
        self.fit.setToolTip(words.say("Fit the width"))
        self.smaller.tell("", words.say("Smaller"))
        self.larger.tell("", words.say("Larger"))
        self.back.tell("", words.say("Previous page"))
        self.forward.tell("", words.say("Next page"))
        self.back.setEnabled(pages.number() > 0)
        self.forward.setEnabled(pages.number() + 1 < count)
        self.smaller.setEnabled(count > 0 and pages.can_zoom(-1))
        self.larger.setEnabled(count > 0 and pages.can_zoom(1))
        self.fit.setEnabled(count > 0)
        if count:
            named = words.say(
                "{paper}, page {number} of {count}", paper=title, number=pages.number() + 1, count=count
            )
        else:
            named = words.say("Preview")
        pages.setAccessibleName(named)
        pages.setAccessibleDescription(pages.text())
        pages.setCursor(Qt.CursorShape.ArrowCursor)
