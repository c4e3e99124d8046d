"""A new visit: from scratch, or as the next edition of a series with number, host and parties proposed."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.text.dates import DayForm, day, partial_date
from models.text.languages import known_languages, language
from models.text.ordinals import edition, ordinal
from ui.data.templates import for_visit
from ui.dialogs.base import Dialog
from ui.dialogs.visit_parties import PartyRows
from ui.style import measures
from ui.widgets.entry import ChoiceEntry, DateEntry, LineEntry
from ui.widgets.field import Field
from ui.widgets.order import chain
from ui.widgets.text import Text
from ui.widgets.typed import Around, Unreadable, around

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from models.text.catalogue import Words
    from ui.data.planning import Planning, SeriesProposal
    from ui.hands import Hands

_MOST_DAYS, _TALL = 60, 800


class VisitDialog(Dialog):
    """``made`` carries the arguments of ``visit.plan``."""

    made = Signal(dict)

    def __init__(self, hands: Hands, words: Words, parent: QWidget, *, series: str = "") -> None:
        theme = hands.theme
        super().__init__(theme, words.say("New visit"), words.say("Cancel"), words.say("Add visit"), parent)
        self._words, self._hands = words, hands
        self.planning: Planning | None = None
        self._over, self._begin_with = False, series
        self.series = ChoiceEntry(theme)
        self.number = LineEntry(theme)
        self._number_field = Field(theme, self.number)
        self._reason = Text(theme, "", 12, colour="text2", wrap=True)
        self.titles = {tag: LineEntry(theme, tag) for tag in own_first(words)}
        self.title = self.titles[words.language]
        self._title_fields = {
            tag: Field(theme, entry, quiet=True, language=tag) for tag, entry in self.titles.items()
        }
        self.first, self.last = DateEntry(theme), DateEntry(theme)
        self._first_field, self._last_field = Field(theme, self.first), Field(theme, self.last)
        self.boxes: dict[str, QCheckBox] = {}
        self.parties = PartyRows(hands, words)
        self.checklist = QCheckBox()
        self._proposed: dict[str, str] = {}
        self.inside = self._scrolled()
        self._build()
        self._wire()
        self.parties.show_parties(())
        self._show_languages()
        self._show_planning(None)
        self.setMinimumWidth(640)
        self.resize(680, min(_TALL, parent.window().height() - 24))
        self.title.setFocus()
        self.finished.connect(self._end)
        hands.ask(_read, self._planned)

    # How it is built.

    def _scrolled(self) -> QVBoxLayout:
        """Return the column of the fields, which scrolls in a low window."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(measures.GROUP_GAP)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        self.body.addWidget(scroll, 1)
        return column

    def _build(self) -> None:
        theme, words = self.theme, self._words
        series = Field(theme, self.series)
        series.tell(words.say_in("new visit", "Series"))
        self._number_field.tell(words.say_in("new visit", "Edition"))
        self.number.setFixedWidth(72)
        above = QHBoxLayout()
        above.setSpacing(measures.GAP)
        above.addWidget(series, 1)
        above.addWidget(self._number_field)
        self.inside.addLayout(above)
        # Two lines are kept free, so that nothing jumps when a series is chosen.
        self._reason.setMinimumHeight(40)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inside.addWidget(self._reason)
        self.inside.addLayout(self._languages())
        titles = QVBoxLayout()
        titles.setSpacing(6)
        titles.addWidget(Text(theme, words.say_in("window", "Title"), 12, bold=True, colour="text2"))
        for tag, field in self._title_fields.items():
            own = language(tag).own_name
            field.tell(own, name=f"{words.say_in('window', 'Title')}, {own}")
            titles.addWidget(field)
        self.inside.addLayout(titles)
        self._first_field.tell(words.say("First day"))
        self._last_field.tell(words.say("Last day"))
        days = QHBoxLayout()
        days.setSpacing(measures.GAP)
        for entry, field in ((self.first, self._first_field), (self.last, self._last_field)):
            entry.show_date(None, date.today(), self._write)
            field.keep_room()
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.inside.addLayout(days)
        self.inside.addWidget(
            Text(theme, words.say_in("new visit", "Parties"), 12, bold=True, colour="text2")
        )
        self.inside.addWidget(self.parties)
        self.checklist.setFont(theme.font())
        self.checklist.setChecked(True)
        self.inside.addWidget(self.checklist)
        self.inside.addStretch(1)

    def _languages(self) -> QVBoxLayout:
        theme, words = self.theme, self._words
        row = QHBoxLayout()
        row.setSpacing(16)
        for tag in self.titles:
            box = QCheckBox(language(tag).own_name)
            box.setFont(theme.font(language=tag))
            box.setChecked(tag in (words.language, "en"))
            box.toggled.connect(self._show_languages)
            self.boxes[tag] = box
            row.addWidget(box)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(measures.LABEL_GAP)
        column.addWidget(Text(theme, words.say("Working languages"), 12, bold=True, colour="text2"))
        column.addLayout(row)
        return column

    def _wire(self) -> None:
        self.series.left.connect(self._series_chosen)
        self.number.left.connect(self._propose_titles)
        self.first.left.connect(self._first_left)
        self.last.left.connect(self._last_left)
        self.parties.changed.connect(self._explain)
        # Rows are made after what stands below them; Tab goes as one reads.
        self.parties.laid.connect(lambda: chain(self))
        self.act.clicked.connect(self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the visit with Ctrl+Return from anywhere."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._done()
        else:
            super().keyPressEvent(event)

    # What is proposed.

    def _planned(self, found: Planning) -> None:
        if self._over:
            return
        self._show_planning(found)
        at = self.series.findData(self._begin_with) if self._begin_with else -1
        if at >= 0 and not self.series.value():
            self.series.setCurrentIndex(at)
            self._series_chosen()

    def _end(self) -> None:
        """Note that the dialog is gone: what was asked for may still come."""
        self._over = True

    def _show_planning(self, planning: Planning | None) -> None:
        words, self.planning = self._words, planning
        choices = [("", words.say_in("new visit", "Without a series"))]
        if planning is not None:
            choices += [(each.id, self._picked(each)) for each in planning.series]
            untouched = not self.parties.values()
            if untouched and planning.home is not None:
                home = planning.home
                self.parties.show_parties([(home.id, home.called(words.language), "guest")])
        self.checklist.setEnabled(planning is not None)
        self.series.offer(choices, self.series.value())
        self.series.begin()
        self._explain()

    def _picked(self, series: SeriesProposal) -> str:
        found = (series.short_title or series.title).pick([self._words.language, "en"])
        return found.text if found else self._words.say("Untitled")

    def chosen(self) -> SeriesProposal | None:
        """Return the series that is chosen."""
        known = self.planning.series if self.planning else ()
        return next((each for each in known if each.id == self.series.value()), None)

    def _series_chosen(self) -> None:
        self.series.begin()
        series = self.chosen()
        self.number.show_text(str(series.number) if series else "")
        if series is not None:
            tag = self._words.language
            self.parties.show_parties(
                [
                    (each.id, each.called(tag), "host" if each.id == series.host else "guest")
                    for each in series.parties
                ]
            )
        self._propose_titles()
        self._explain()

    def _propose_titles(self) -> None:
        """Write the titles that follow from series and number; what somebody typed stays."""
        series = self.chosen()
        for tag, entry in self.titles.items():
            typed = entry.text().strip()
            if typed and typed != self._proposed.get(tag, ""):
                continue
            text = ""
            if series is not None:
                named = series.title.text_in(tag) or series.short_title.text_in(tag)
                text = edition(self._edition(), named, tag) if named else ""
            self._proposed[tag] = text
            entry.show_text(text)
        if series is not None:
            for tag, box in self.boxes.items():
                if series.title.text_in(tag) or series.short_title.text_in(tag):
                    box.setChecked(True)

    def _edition(self) -> int | None:
        text = self.number.text().strip()
        return int(text) if text.isdecimal() and int(text) > 0 else None

    def _explain(self) -> None:
        """Say where number and host come from."""
        words, series = self._words, self.chosen()
        if self.planning is not None:
            self.checklist.setText(self._checklist(self.planning, words))
        self._number_field.setEnabled(series is not None)
        if series is None:
            self._reason.setText(
                words.say_in(
                    "new visit", "With a series, the next number, the host and the parties are proposed."
                )
            )
        else:
            self._reason.setText(" ".join(self._reasons(series, words)))
        self._reason.restyle()

    def _checklist(self, planning: Planning, words: Words) -> str:
        """Return how many tasks the visit begins with: fewer where nobody of ours travels."""
        number = len(for_visit(planning.tasks, abroad=not self._receives()))
        if number == len(planning.tasks):
            return words.count(
                "With the usual checklist ({number} task)",
                "With the usual checklist ({number} tasks)",
                number,
            )
        return words.count(
            "With the usual checklist ({number} task: as hosts we do not travel)",
            "With the usual checklist ({number} tasks: as hosts we do not travel)",
            number,
        )

    def _reasons(self, series: SeriesProposal, words: Words) -> list[str]:
        tag = words.language
        host = next((each.called(tag) for each in series.parties if each.id == series.host), "")
        last = {"host": host, "last": series.last_host}
        if series.last_number is not None:
            last["number"] = ordinal(series.last_number, tag)
            last["date"] = partial_date(series.last_date, tag) if series.last_date else "–"
        said = {
            "turn": lambda: words.say_in(
                "new visit",
                "By the order of the parties {host} is the next host,"
                " since {last} hosted the {number} edition ({date}).",
                **last,
            ),
            "same": lambda: words.say_in("new visit", "The host is always {host}.", **last),
            "first": lambda: words.say_in(
                "new visit",
                "Host is {host}, the first of the parties: no edition with a known host yet.",
                **last,
            ),
            "irregular": lambda: words.say_in("new visit", "Hosting follows no rule: choose the host."),
            "no parties": lambda: words.say_in("new visit", "The series has no parties yet: choose them."),
        }
        found = [said[series.basis]()]
        chosen = self.parties.host_name()
        if not chosen:
            found.append(
                words.say_in("new visit", "Nobody is host yet: choose “Host” beside one of the parties.")
            )
        elif host and chosen != host:
            found.append(words.say_in("new visit", "Chosen as host now: {host}.", host=chosen))
        if series.missing:
            numbers = ", ".join(str(each) for each in series.missing[:6])
            found.append(words.say_in("new visit", "Editions without data: {numbers}.", numbers=numbers))
        if series.year is not None:
            found.append(words.say_in("new visit", "Due in {year}.", year=series.year))
        return found

    # What is typed.

    def _show_languages(self) -> None:
        tags = self._tags()
        for tag, field in self._title_fields.items():
            field.setVisible(tag in tags or tag == self._words.language)

    def _tags(self) -> tuple[str, ...]:
        return tuple(tag for tag, box in self.boxes.items() if box.isChecked()) or (self._words.language,)

    def _write(self, when: date) -> str:
        return day(when, self._words.language, DayForm.FULL)

    def _read(self, entry: DateEntry, field: Field) -> date | None:
        try:
            found = entry.value()
        except Unreadable:
            found = None
        if found is None:
            field.error(self._words.say("This is not a date; type it like 7/30 or 2024-07-30"))
            return None
        field.error("")
        entry.show_date(found, self._last_near(found) if entry is self.last else found, self._write)
        return found

    def _last_near(self, first: date) -> Around:
        """Return what decides how the last day is read: it follows the first."""
        with contextlib.suppress(Unreadable):
            first = self.first.value() or first
        return around(first, first, first + timedelta(days=_MOST_DAYS - 1), self._words.language)

    def _first_left(self) -> None:
        found = self._read(self.first, self._first_field)
        if found and not self.last.text():
            self.last.show_date(found, self._last_near(found), self._write)
        elif found:
            self._last_left()

    def _last_left(self) -> None:
        last = self._read(self.last, self._last_field)
        try:
            first = self.first.value()
        except Unreadable:
            first = None
        if first is not None and last is not None:
            self._last_field.error(self._wrong_with(first, last))

    def _wrong_with(self, first: date, last: date) -> str:
        """Return why a visit cannot last from one day to another, or nothing."""
        words = self._words
        if last < first:
            return words.say_in("new visit", "The last day lies before the first; change one of the two.")
        if last >= first + timedelta(days=_MOST_DAYS):
            return words.say_in(
                "new visit", "A visit has at most {days} days; check the year.", days=_MOST_DAYS
            )
        return ""

    def _done(self) -> None:
        words = self._words
        titles = {tag: text for tag in self.titles if (text := self.titles[tag].text().strip())}
        shown = [tag for tag in self.titles if not self._title_fields[tag].isHidden()]
        titles = {tag: text for tag, text in titles.items() if tag in shown}
        self._title_fields[words.language].error("" if titles else words.say("A visit needs a title"))
        first, last = self._read(self.first, self._first_field), self._read(self.last, self._last_field)
        if first is not None and last is not None:
            wrong = self._wrong_with(first, last)
            self._last_field.error(wrong)
            if titles and not wrong:
                self.made.emit(self._arguments(titles, first, last))
                self.accept()

    def _receives(self) -> bool:
        """Tell whether our own institute hosts, as far as it is known which that is."""
        home = self.planning.home if self.planning is not None else None
        return home is not None and any(
            each.get("organisation_id") == home.id and each["side"] == "host"
            for each in self.parties.values()
        )

    def _arguments(self, titles: dict[str, str], first: date, last: date) -> dict[str, Any]:
        from ui.data.device import device_zone

        arguments: dict[str, Any] = {
            "title": titles,
            "languages": self._tags(),
            "first": first,
            "last": last,
            "time_zone": device_zone(),
            "parties": self.parties.values(),
        }
        host = self.planning.organisations.get(self.parties.host()) if self.planning else None
        if host is not None:
            arguments |= {
                "time_zone": host.zone or device_zone(),
                "country": host.country,
                "city": host.city.to_json(),
            }
        series = self.chosen()
        if series is not None:
            arguments["meeting"] = {
                "series_id": series.id,
                "number": self._edition(),
                "host_id": self.parties.host() or None,
            }
        if self.planning is not None and self.checklist.isChecked():
            arguments["tasks"] = for_visit(self.planning.tasks, abroad=not self._receives())
        return arguments


def _read(office: Any) -> Planning:
    from ui.data.planning import read_planning

    return read_planning(office)


def own_first(words: Words) -> list[str]:
    """Return all languages, that of the screen first."""
    return sorted(known_languages(), key=lambda tag: tag != words.language)
