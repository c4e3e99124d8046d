"""Series, their past and coming editions, and what organisations have signed with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ui import deeds
from ui.pages.series.rows import agreement_rows, columns, series_rows
from ui.pages.watched import WatchedPage
from ui.widgets.button import Button, Rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.widgets.rows import Column, Group, ListRow


class SeriesPage(WatchedPage):
    """A group a series, whose head is its own row; the agreements below."""

    code: ClassVar[str] = "series"
    empty_icon = "repeat"

    def fill_bar(self) -> None:
        """Add the other buttons."""
        theme = self.hands.theme
        self.add_meeting = Button(theme, Rank.PLAIN, "plus")
        self.add_agreement = Button(theme, Rank.PLAIN, "plus")
        self.add_meeting.clicked.connect(self._add_meeting)
        self.add_agreement.clicked.connect(self._add_agreement)
        super().fill_bar()
        self.bar.insertWidget(self.bar.count() - 1, self.add_meeting)
        self.bar.insertWidget(self.bar.count() - 1, self.add_agreement)

    def read(self, office: Any) -> Any:
        """Read all series with their editions, meetings without a series, and agreements."""
        from models.tables import Agreement, Series

        series = sorted(office.database.load_all(Series), key=lambda one: (one.order, one.id))
        agreements = sorted(office.database.load_all(Agreement), key=lambda one: (one.order, one.id))
        return series, agreements

    def row(self, table: str, row_id: str) -> Any:
        """Return a series, an edition or an agreement."""
        series, agreements = self.content
        if table == "agreement":
            return next((one for one in agreements if one.id == row_id), None)
        rows = [row for one in series for row in (one, *one.editions)]
        return next((row for row in rows if (row.__tablename__, row.id) == (table, row_id)), None)

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        assert self.words is not None
        return columns(self.words)

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return series and agreements."""
        words = self.words
        assert words is not None
        series, agreements = self.content
        text, languages = self.filter.searched(), self.languages()
        return [
            *series_rows(series, words, languages, text),
            *agreement_rows(agreements, words, languages, text),
        ]

    def add(self) -> None:
        """Add a series."""
        if not self.hands.read_only():
            self.hands.do(deeds.add("series"), self.added("series"))

    def series_selected(self) -> str:
        """Return the series that is selected, or that of the edition that is; empty for none."""
        if self.content is None:
            return ""
        table, row_id = self.panel.row() if self.beside.is_open() else self.list.selected()
        row = self.row(table, row_id) if row_id else None
        return row_id if table == "series" else getattr(row, "series_id", None) or ""

    def _add_meeting(self) -> None:
        """Add the next edition to the series that is selected."""
        if self.hands.read_only() or self.content is None:
            return
        series = self.series_selected()
        first = next(iter(self.content[0]), None)
        series = series or (first.id if first is not None else None)
        whole = self.row("series", series) if series else None
        if whole is None:
            return
        numbers = [one.number for one in whole.editions if one.number is not None]
        fields = {"series_id": whole.id, "number": max(numbers) + 1 if numbers else 1}
        self.hands.do(deeds.add("meeting", **fields), self.added("meeting"))

    def _add_agreement(self) -> None:
        if not self.hands.read_only():
            self.hands.do(deeds.add("agreement"), self.added("agreement"))

    def name(self, words: Words) -> str:
        """Return what the page is called."""
        return words.say_in("window", "Series and agreements")

    def write(self, words: Words) -> None:
        """Write the words of the page."""
        super().write(words)
        self.add_button.tell(words.say_in("series", "Add series"))
        self.empty_add.tell(words.say_in("series", "Add series"))
        self.add_meeting.tell(words.say_in("series", "Add meeting"))
        self.add_agreement.tell(words.say_in("series", "Add agreement"))
        writable = not self.hands.read_only()
        self.add_meeting.setVisible(writable and bool(self.content and self.content[0]))
        self.add_agreement.setVisible(writable)
        self.tell_empty(
            words.say_in("series", "No series yet"),
            words.say_in(
                "series",
                "A series is a meeting that recurs, such as a yearly directors’ meeting; its editions are"
                " numbered, and the next visit is planned from it.",
            ),
            searching=bool(self.filter.searched().strip()),
        )
