"""The panel at the right: the selected entry, saved as its fields are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.errors import FileProblem
from ui.edits import Edit
from ui.pages.schedule.choices import captions, choices, chosen, code_of, stored
from ui.pages.schedule.conflict import ConflictBox
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
    from collections.abc import Callable, Sequence

    from models.text.catalogue import Words
    from ui.edits import Kept
    from ui.style.theme import Theme
    from ui.style.tokens import Severity
    from ui.values import ChangeView, FindingView, ItemView, VisitView


class ItemPanel(Ground):
    """Edits one entry; ``edited`` carries what is to be saved."""

    edited = Signal(object)
    removed = Signal(str)
    closed = Signal()
    decided = Signal(object, bool)
    """A kept edit of which two values stand against each other, and whether mine stays."""

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
        self._choices = {
            "kind": self.kind,
            "status": self.status,
            "place_id": self.place,
            "chair": self.chair,
            "audience": self.audience,
        }
        self._fields = {name: Field(theme, entry) for name, entry in self._choices.items()}
        self._flying: dict[str, dict[str, object]] = {}
        self._kept: Sequence[Kept] = ()
        self._error: Callable[[Exception], str] = str
        self.boxes: list[ConflictBox] = []
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(measures.GROUP_GAP)
        self._banner_texts: list[tuple[str, Severity]] = []
        self._contents = Contents(theme)
        self._build()
        self._wire()

    def _build(self) -> None:
        body = Ground(self.theme, "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.PANEL_MARGIN, 0, measures.PANEL_MARGIN, measures.PANEL_MARGIN)
        column.setSpacing(measures.GROUP_GAP)
        column.addLayout(self._boxes)
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
        for name, entry in self._choices.items():
            entry.left.connect(lambda name=name: self._choice_left(name))

    def show_item(
        self, visit: VisitView, item: ItemView, words: Words, sentence: Callable[[FindingView], str]
    ) -> None:
        """Show an entry; what is being typed into it stays. ``sentence`` words a finding."""
        same = self._item is not None and self._item.id == item.id
        if not same:
            self.flush()
            self._flying.clear()
            self._kept = ()
        self._visit, self._item, self._words = visit, item, words
        self._head.show_item(item, words)
        self._show_banners([(sentence(found), found.severity) for found in visit.findings_of(item)])
        languages = [tag for tag in (words.language,) if tag in visit.languages]
        languages += [tag for tag in visit.languages if tag not in languages]
        for texts in (self.title, self.remarks):
            texts.use_languages(languages)
        for caption, text in (
            (self._title_caption, words.say_in("window", "Title")),
            (self._remarks_caption, words.say_in("window", "Remarks")),
            (self._remarks_hint, words.say("printed under the title")),
        ):
            caption.setText(text)
            caption.restyle()
        self.title.show_text(item.title, words, words.say_in("window", "Title"), keep_typed=same)
        self.remarks.show_text(item.remarks, words, words.say_in("window", "Remarks"), keep_typed=same)
        self.when.show_item(item, words, keep_typed=same)
        self._show_choices(visit, item, words, same=same)
        self._contents.show_item(item, visit, words)
        self._lock(visit.read_only)
        if not same:
            self.foot.show_change(None, words)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_kept()

    def show_kept(self, kept: Sequence[Kept], error: Callable[[Exception], str], *, put_in: bool) -> None:
        """Show what is not saved of the entry; ``put_in`` writes it into the fields anew."""
        self._kept, self._error = kept, error
        for each in kept:
            if self._flying.get(each.edit.field) == each.edit.values:
                del self._flying[each.edit.field]
            if put_in:
                self._put_in(each.edit)
        self._show_kept()

    def confirm(self, edit: Edit) -> None:
        """Note that an edit is in the file."""
        if self._item is None or self._item.id != edit.item_id:
            return
        if self._flying.get(edit.field) == edit.values:
            del self._flying[edit.field]
        name, _, tag = edit.field.partition(".")
        if tag:
            self._texts(name).confirm(tag, str(edit.values[edit.field]))
        elif name == "date":
            self.when.confirm(When(**edit.values))  # pyright: ignore[reportArgumentType]
        elif name in self._choices:
            self._choices[name].confirm(code_of(name, edit.values))

    def put_back(self, edit: Edit) -> None:
        """Show what is in the file instead of an edit."""
        name, _, tag = edit.field.partition(".")
        if tag:
            self._texts(name).put_back(tag)
        elif name == "date":
            self.when.put_back()
        elif name in self._choices:
            self._choices[name].put_back()

    def typing(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._item is not None and (
            self.when.unread()
            or any(part.changed() for part in (self.title, self.remarks, self.when, *self._choices.values()))
        )

    def show_change(self, change: ChangeView | None, words: Words) -> None:
        """Say at the foot who changed the entry last."""
        self.foot.show_change(change, words)

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

    def _texts(self, name: str) -> LocalisedFields:
        return self.title if name == "title" else self.remarks

    def _put_in(self, edit: Edit) -> None:
        name, _, tag = edit.field.partition(".")
        if tag:
            self._texts(name).overlay(tag, str(edit.values[edit.field]), str(edit.shown[edit.field]))
        elif name == "date":
            base = {field: edit.shown[field] for field in When._fields}
            self.when.overlay(When(**edit.values), When(**base))  # pyright: ignore[reportArgumentType]
        elif name in self._choices:
            self._choices[name].overlay(code_of(name, edit.values), code_of(name, edit.shown))

    def _show_kept(self) -> None:
        """Show beside its field what could not be saved, and above what two have changed."""
        wanted = [each for each in self._kept if each.conflict]
        shown = [box.kept for box in self.boxes]
        if shown != wanted or any(box.words is not self._words for box in self.boxes):
            _clear(self._boxes)
            self.boxes = []
            for each in wanted:
                if each.conflict and self._visit and self._words:
                    made = ConflictBox(self.theme, each, each.conflict, self._visit, self._words)
                    made.decided.connect(self.decided)
                    self.boxes.append(made)
                    self._boxes.addWidget(made)
            if self.boxes:
                self._scroll.verticalScrollBar().setValue(0)
        for each in self._kept:
            text = self._said(each)
            name, _, tag = each.edit.field.partition(".")
            if tag:
                self._texts(name).error(tag, text)
            elif name == "date":
                self.when.error(text)
            elif name in self._fields:
                self._fields[name].error(text)

    def _said(self, kept: Kept) -> str:
        """Return what stands beside a field; what is wrong with the file is told above the page."""
        if self._words and kept.conflict:
            return self._words.say("See above")
        if self._words and isinstance(kept.error, FileProblem):
            return self._words.say("Not saved yet")
        return self._error(kept.error)

    def _show_banners(self, texts: list[tuple[str, Severity]]) -> None:
        if texts == self._banner_texts:
            return
        self._banner_texts = texts
        _clear(self._banners)
        for text, severity in texts:
            self._banners.addWidget(Banner(self.theme, text, severity))

    def _show_choices(self, visit: VisitView, item: ItemView, words: Words, *, same: bool) -> None:
        offered, saved, called = choices(visit, words), chosen(item), captions(words)
        for name, entry in self._choices.items():
            self._fields[name].tell(called[name])
            self._fields[name].error("")
            if not same:
                entry.begin()
            entry.offer(offered[name], saved[name])

    def _lock(self, locked: bool) -> None:
        for part in (self.title, self.remarks, self.when):
            part.lock(locked)
        for entry in self._choices.values():
            entry.setEnabled(not locked)
        self._head.lock(locked)

    def _save(self, field: str, values: dict[str, object], shown: dict[str, object]) -> None:
        if self._item is None or self._flying.get(field) == values:
            return
        # What is on its way is what the next edit of the same field stands on.
        shown = {**shown, **self._flying.get(field, {})}
        self._flying[field] = values
        self.edited.emit(Edit(self._item.id, field, values, shown))

    def _text_left(self, name: str, tag: str, fields: LocalisedFields) -> None:
        field = f"{name}.{tag}"
        self._save(field, {field: fields.text_in(tag)}, {field: fields.shown_in(tag)})

    def _when_left(self, found: When) -> None:
        base = self.when.base()
        if base is not None and self._item is not None:
            self._save("date", found._asdict(), {**base._asdict(), "zone": self._item.zone})

    def _choice_left(self, name: str) -> None:
        entry = self._choices[name]
        self._save(name, stored(name, entry.value()), stored(name, entry.shown()))


def _clear(column: QVBoxLayout) -> None:
    while (kept := column.takeAt(0)) is not None:
        widget = kept.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


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
