"""The panel at the right: the selected entry, saved as its fields are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.text.names import full_name
from ui.edits import Edit
from ui.kinds import AUDIENCES, ITEM_KINDS, STATUSES
from ui.pages.schedule.contents import Contents
from ui.pages.schedule.fields import LocalisedFields
from ui.pages.schedule.parts import PanelFoot, PanelHead
from ui.pages.schedule.when import When, WhenFields
from ui.style import measures
from ui.widgets.banner import Banner
from ui.widgets.entry import ChoiceEntry
from ui.widgets.field import Field
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import ChangeView, FindingView, ItemView, VisitView


class ItemPanel(Ground):
    """Edits one entry; ``edited`` carries what is to be saved."""

    edited = Signal(object)
    removed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", Edge.LEFT, parent)
        self._visit: VisitView | None = None
        self._item: ItemView | None = None
        self._words: Words | None = None
        self._head = PanelHead(theme)
        self._head.closed.connect(self.closed)
        self._head.removed.connect(lambda: self.removed.emit(self._item.id) if self._item else None)
        self.foot = PanelFoot(theme)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(measures.GAP)
        self._title_caption = Text(theme, "", 12, bold=True, colour="text2")
        self._remarks_caption = Text(theme, "", 12, bold=True, colour="text2")
        self._remarks_hint = Text(theme, "", 12, colour="text3")
        self.title = LocalisedFields(theme, required=True)
        self.remarks = LocalisedFields(theme, required=False, paragraphs=True)
        self.when = WhenFields(theme)
        self.kind, self.status, self.place = ChoiceEntry(theme), ChoiceEntry(theme), ChoiceEntry(theme)
        self.chair, self.audience = ChoiceEntry(theme), ChoiceEntry(theme)
        self._fields = {
            "kind": Field(theme, self.kind),
            "status": Field(theme, self.status),
            "place_id": Field(theme, self.place),
            "chair": Field(theme, self.chair),
            "audience": Field(theme, self.audience),
        }
        self._zone = Text(theme, "", 12, colour="text3")
        self._contents = Contents(theme)
        self._build()
        self._wire()

    def _build(self) -> None:
        body = Ground(self.theme, "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.PANEL_MARGIN, 0, measures.PANEL_MARGIN, measures.PANEL_MARGIN)
        column.setSpacing(measures.GROUP_GAP)
        column.addLayout(self._banners)
        column.addLayout(_group(self._title_caption, self.title))
        when = QVBoxLayout()
        when.setSpacing(2)
        when.addWidget(self.when)
        column.addLayout(when)
        grid = QGridLayout()
        grid.setHorizontalSpacing(measures.GAP)
        grid.setVerticalSpacing(measures.GROUP_GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(("kind", "status", "place_id", "chair", "audience")):
            wide = name == "audience"
            grid.addWidget(self._fields[name], at // 2, at % 2, 1, 2 if wide else 1)
        column.addLayout(grid)
        column.addWidget(self._contents)
        column.addLayout(_group(self._remarks_caption, self.remarks, self._remarks_hint))
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.foot)

    def _wire(self) -> None:
        self.title.left.connect(lambda tag: self._text_left("title", tag, self.title))
        self.remarks.left.connect(lambda tag: self._text_left("remarks", tag, self.remarks))
        self.when.left.connect(self._when_left)
        self.kind.left.connect(lambda: self._choice_left("kind", self.kind))
        self.status.left.connect(lambda: self._choice_left("status", self.status))
        self.place.left.connect(lambda: self._choice_left("place_id", self.place))
        self.chair.left.connect(lambda: self._choice_left("chair", self.chair))
        self.audience.left.connect(self._audience_left)

    def show_item(
        self, visit: VisitView, item: ItemView, words: Words, sentence: Callable[[FindingView], str]
    ) -> None:
        """Show an entry; ``sentence`` words a finding."""
        same = self._item is not None and self._item.id == item.id
        if not same:
            self.flush()
        self._visit, self._item, self._words = visit, item, words
        self._head.show_item(item, words)
        self._show_banners(visit, item, sentence)
        languages = [tag for tag in (words.language,) if tag in visit.languages]
        languages += [tag for tag in visit.languages if tag not in languages]
        for texts in (self.title, self.remarks):
            texts.use_languages(languages)
        self._title_caption.setText(words.say_in("window", "Title"))
        self._title_caption.restyle()
        self._remarks_caption.setText(words.say_in("window", "Remarks"))
        self._remarks_caption.restyle()
        self._remarks_hint.setText(words.say("printed under the title"))
        self._remarks_hint.restyle()
        self.title.show_text(item.title, words, words.say_in("window", "Title"), keep_typed=same)
        self.remarks.show_text(item.remarks, words, words.say_in("window", "Remarks"), keep_typed=same)
        self.when.show_item(item, words, keep_typed=same)
        self._show_choices(visit, item, words)
        self._contents.show_item(item, visit, words)
        self._lock(visit.read_only)
        if not same:
            self.foot.show_change(None, words)
            self._scroll.verticalScrollBar().setValue(0)

    def show_change(self, change: ChangeView | None, words: Words) -> None:
        """Say at the foot who changed the entry last."""
        self.foot.show_change(change, words)

    def error(self, edit: Edit, text: str) -> None:
        """Show beside its field what could not be saved."""
        if self._item is None or self._item.id != edit.item_id:
            return
        name, _, tag = edit.field.partition(".")
        if tag:
            (self.title if name == "title" else self.remarks).error(tag, text)
        elif name == "date":
            self.when.error(text)
        elif name in self._fields:
            self._fields[name].error(text)

    def flush(self) -> None:
        """Save what is being typed: the panel is about to show something else."""
        if self._item is not None:
            for part in (self.title, self.remarks, self.when):
                part.flush()

    def item_id(self) -> str:
        """Return the id of the entry that is shown."""
        return self._item.id if self._item else ""

    def edit_title(self) -> None:
        """Put the cursor into the first title."""
        first = self.title.first()
        if first:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_banners(self, visit: VisitView, item: ItemView, sentence: Callable[[FindingView], str]) -> None:
        while (kept := self._banners.takeAt(0)) is not None:
            widget = kept.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in visit.findings_of(item):
            self._banners.addWidget(Banner(self.theme, sentence(finding), finding.severity))

    def _show_choices(self, visit: VisitView, item: ItemView, words: Words) -> None:
        captions = {
            "kind": words.say_in("window", "Kind"),
            "status": words.say_in("window", "State"),
            "place_id": words.say_in("window", "Place"),
            "chair": words.say_in("window", "Chair"),
            "audience": words.say_in("window", "Visible to"),
        }
        for name, field in self._fields.items():
            field.tell(captions[name])
            field.error("")
        none = words.say_in("window", "None")
        self.kind.offer(
            [(code, words.say_in("kind", look.word)) for code, look in ITEM_KINDS.items()], item.kind
        )
        self.status.offer(
            [(code, words.say_in("status", word)) for code, word in STATUSES.items()], item.status
        )
        places = [(place.id, _picked(place.name, visit, words)) for place in visit.places]
        self.place.offer([("", none), *sorted(places, key=lambda place: place[1])], item.place)
        people = [
            (person.id, f"{full_name(person.name, words.language).text} ({person.organisation})")
            for person in visit.people()
        ]
        self.chair.offer([("", none), *people], item.chair)
        self.audience.offer(_audiences(visit, words), _audience_code(item))

    def _lock(self, locked: bool) -> None:
        for part in (self.title, self.remarks, self.when):
            part.lock(locked)
        for entry in (self.kind, self.status, self.place, self.chair, self.audience):
            entry.setEnabled(not locked)
        self._head.lock(locked)

    def _save(self, field: str, values: dict[str, object], shown: dict[str, object]) -> None:
        if self._item is not None:
            self.edited.emit(Edit(self._item.id, field, values, shown))

    def _text_left(self, name: str, tag: str, fields: LocalisedFields) -> None:
        field = f"{name}.{tag}"
        self._save(field, {field: fields.text_in(tag)}, {field: fields.shown_in(tag)})

    def _when_left(self, found: When) -> None:
        item = self._item
        if item is not None:
            shown = {"date": item.date, "start": item.start, "end": item.end, "end_day": item.end_day}
            self._save("date", dict(found._asdict()), shown)

    def _choice_left(self, name: str, entry: ChoiceEntry) -> None:
        item = self._item
        if item is None:
            return
        was = {
            "kind": item.kind,
            "status": item.status,
            "place_id": item.place or None,
            "chair": item.chair or None,
        }
        value = entry.value() or None if name in ("place_id", "chair") else entry.value()
        self._save(name, {name: value}, {name: was[name]})

    def _audience_left(self) -> None:
        item = self._item
        if item is not None:
            code, _, party = self.audience.value().partition(":")
            self._save(
                "audience",
                {"audience": code, "audience_party_id": party or None},
                {"audience": item.audience, "audience_party_id": item.audience_party or None},
            )


def _group(caption: QWidget, content: QWidget, hint: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(measures.LABEL_GAP)
    head = QHBoxLayout()
    head.addWidget(caption)
    head.addStretch(1)
    if hint:
        head.addWidget(hint)
    column.addLayout(head)
    column.addWidget(content)
    return column


def _picked(text: object, visit: VisitView, words: Words) -> str:
    from models.text.localised import LocalisedText

    written = text.pick([words.language, *visit.languages]) if isinstance(text, LocalisedText) else None
    return written.text if written else words.say("Untitled")


def _audience_code(item: ItemView) -> str:
    return f"party:{item.audience_party}" if item.audience == "party" else item.audience


def _audiences(visit: VisitView, words: Words) -> list[tuple[str, str]]:
    named = {code: words.say_in("audience", word) for code, word in AUDIENCES.items()}
    made = [(code, named[code]) for code in ("public", "parties")]
    made += [
        (f"party:{party.id}", words.say("{organisation} only", organisation=party.name))
        for party in visit.parties
    ]
    return [*made, ("office", named["office"])]
