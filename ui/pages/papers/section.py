"""The papers as a section of a visit, with what the window lends to pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.pages.papers.page import PapersPage

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from exporters.document import Document
    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.pages.papers.plan import PaperSet, Wish
    from ui.values import VisitView


class PapersSection(PapersPage):
    """Made with what the window lends to pages."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        super().__init__(
            hands.theme,
            hands.settings,
            hands.error,
            ask=hands.run,
            build=self._document,
            make=self._files,
            label=hands.label,
        )
        self.foot.findings.clicked.connect(hands.findings_asked)
        hands.closing.connect(self.stop)

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show the papers of a visit; at first they go beside the file."""
        if self.selected() is None:
            self.offer_folder(self.hands.path().parent)
        super().show_visit(visit, words)

    def forms(self) -> Sequence[FormPanel]:
        """Return no form: nothing is edited here."""
        return ()

    def select(self, table: str, row_id: str, *, edit: bool = False) -> Any:
        """Select nothing: papers are no rows."""
        del table, row_id, edit

    def add(self) -> None:
        """Make the set."""
        self.export()

    def _document(self, visit_id: str, wish: Wish) -> Document:
        from ui.data.papers import paper_document

        return paper_document(self.hands.office().loaded(visit_id), wish)

    def _files(
        self, visit_id: str, papers: PaperSet, progress: Callable[[int, int], None], stop: threading.Event
    ) -> list[Path]:
        from ui.data.papers import make_papers

        return make_papers(self.hands.path(), visit_id, papers, progress, stop)
