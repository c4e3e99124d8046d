"""The name of a person: family, given, reading or preferred form, a row for each script."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.text.languages import known_languages, language
from models.text.localised import NO_TEXT, LocalisedText
from models.text.names import LATIN, Name, full_name
from ui.forms.called import name_of
from ui.forms.codecs import AsTyped
from ui.forms.editors.base import FieldEditor, Values
from ui.forms.editors.parts import PartsEditor
from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.button import Link
from ui.widgets.entry import LineEntry
from ui.widgets.field import HEAD
from ui.widgets.text import Line, Text
from ui.words import field_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.text.catalogue import Words
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_LABEL = 58
_HEADS = ("family", "given")


class NameRow(PartsEditor):
    """One script; family, given and its third column are one group, as ``name.ko``."""

    def __init__(self, theme: Theme, spec: FieldSpec, tag: str) -> None:
        third = _third(tag)
        columns = tuple(f"{column}.{tag}" for column in (*_HEADS, third) if column)
        super().__init__(theme, replace(spec, name=f"{spec.name}.{tag}", columns=columns, sensitive=False))
        self.tag = tag
        self.caption.hide()
        self.hint.hide()
        self.label_text = Text(theme, language(tag).own_name, 12, colour="text2", language=tag)
        self.label_text.setFixedWidth(_LABEL)
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.label_text)
        for column in columns:
            entry = LineEntry(theme, tag)
            self.add_part(column, entry, AsTyped())
            row.addWidget(_even(entry), 1)
        if not third:
            row.addWidget(_even(QWidget()), 1)
        self.body.addLayout(row)

    def values_of(self, record: Record) -> Values:
        """Return the parts of the name in this script."""
        return {column: _text(record, column) for column in self.spec.columns}

    def part_label(self, column: str, context: FormContext) -> str:
        """Return the part of the name and its language."""
        return f"{field_name(column.partition('.')[0], context.words)}, {language(self.tag).own_name}"

    def show_default(self, text: str) -> None:
        """Show in the preferred form, where it is empty, what stands without it."""
        entry = self.entries.get(f"preferred.{self.tag}")
        if isinstance(entry, LineEntry):
            entry.setPlaceholderText(text)


class NameEditor(FieldEditor):
    """A row for each working language, and for each other script that the name is known in."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.rows: dict[str, NameRow] = {}
        self._heads = [Text(theme, "", 12, colour="text2", wrap=True) for _ in range(3)]
        head = QHBoxLayout()
        head.setSpacing(measures.GAP)
        head.addSpacing(_LABEL + measures.GAP)
        for text in self._heads:
            head.addWidget(_even(text), 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.typed.connect(self._show_defaults)
        self._doubted = ""
        self._settled: set[tuple[str, str]] = set()
        """Of whom the order was found right, by row and script."""
        self.doubt = Line(theme, HEAD)
        self.swap, self.right = Link(theme, bold=False), Link(theme, bold=False)
        self.swap.clicked.connect(self._exchange)
        self.right.clicked.connect(self._settle)
        self.head.addWidget(self.doubt, 1)
        for link in (self.swap, self.right):
            link.setFixedHeight(HEAD)
            self.head.addWidget(link)
        self.head.addStrut(HEAD)
        self._show_doubt("")

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the name in each script."""
        self.record, self.context = record, context
        self._use(tuple(_tags(record, context.languages)))
        for text, said in zip(self._heads, _column_names(context.words, tuple(self.rows)), strict=True):
            text.setText(said)
            text.restyle()
        for row in self.rows.values():
            row.take(record, context, keep_typed=keep_typed)
        self._show_defaults()
        self._judge(record, context)

    def _judge(self, record: Record, context: FormContext) -> None:
        """Ask which word is the family name where nobody has said of what language the name is."""
        self._show_doubt("")
        if record.values.get("native_language") or context.read_only:
            return
        # The lists of names are read only where there is something to judge.
        from models.intake.values.name_order import NameOrder, order_of

        family, given = (record.values.get(column) or NO_TEXT for column in _HEADS)
        own = next((text for tag, text in family.items() if language(tag).script != "Latn"), "")
        for tag in self.rows:
            order = order_of(family.text_in(tag), given.text_in(tag), tag, own)
            if order is not NameOrder.CLEAR and (record.id, tag) not in self._settled:
                self._show_doubt(tag)
                return

    def _show_doubt(self, tag: str) -> None:
        """Say beside the label what was taken as the family name, or nothing."""
        self._doubted = tag
        context, record = self.context, self.record
        for each in (self.doubt, self.swap, self.right):
            each.setVisible(bool(tag))
        if not tag or context is None or record is None:
            return
        words, name = context.words, (record.values.get("family") or NO_TEXT).text_in(tag)
        said = words.say_in("form", "Family name “{name}”?", name=name)
        self.doubt.show_runs(lambda tokens: [Ink(said, tokens.warn.ink, 12)])
        self.swap.tell(words.say_in("form", "Exchange"))
        self.right.tell(words.say_in("form", "Right so"))
        self.swap.setAccessibleName(words.say_in("form", "Exchange family and given name"))
        self.right.setAccessibleName(words.say_in("form", "The family name is right"))

    def _exchange(self) -> None:
        """Let the family name be the given name, and the other way round."""
        row = self.rows.get(self._doubted)
        if row is None:
            return
        self._settle()
        family, given = (row.entries[f"{column}.{row.tag}"] for column in _HEADS)
        mine, theirs = family.text(), given.text()
        family.overlay(theirs, family.shown())
        given.overlay(mine, given.shown())
        row.leave()

    def _settle(self) -> None:
        """Ask no longer: the order is right."""
        if self.record is not None:
            self._settled.add((self.record.id, self._doubted))
        row = self.rows.get(self._doubted)
        first = row.first() if row is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_doubt("")

    def name(self) -> Name:
        """Return the name as it is typed now."""
        record = self.record
        if record is None:
            return Name()
        parts: dict[str, LocalisedText] = {
            column: record.values.get(column) or NO_TEXT
            for column in ("family", "given", "reading", "preferred")
        }
        for row in self.rows.values():
            for column, entry in row.entries.items():
                part, _, tag = column.partition(".")
                parts[part] = parts[part].with_text(tag, _clean(entry.text()))
        return replace(name_of(record.values), **parts)

    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return any(row.changed() for row in self.rows.values())

    def values(self) -> Values:
        """Return the parts of the name in all scripts."""
        return {name: value for row in self.rows.values() for name, value in row.values().items()}

    def shown(self) -> Values:
        """Return what stood there when typing began."""
        return {name: value for row in self.rows.values() for name, value in row.shown().items()}

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that a script is saved."""
        if row := self._row(field):
            row.confirm(field, values)

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was typed in a script and is not saved yet."""
        if row := self._row(field):
            row.overlay(field, values, shown)

    def put_back(self, field: str) -> None:
        """Show in a script what is saved."""
        if row := self._row(field):
            row.put_back()

    def flush(self) -> None:
        """Tell of a row that is being left because the panel shows something else."""
        for row in self.rows.values():
            row.flush()

    def lock(self, locked: bool) -> None:
        """Let the name be read only."""
        for row in self.rows.values():
            row.lock(locked)

    def first(self) -> QWidget | None:
        """Return the first entry of the first script."""
        row = next(iter(self.rows.values()), None)
        return row.first() if row is not None else None

    def error(self, field: str, text: str) -> None:
        """Show what is wrong in a script."""
        if row := self._row(field):
            row.error("", text)
        else:
            super().error(field, text)

    def _use(self, tags: tuple[str, ...]) -> None:
        if tuple(self.rows) == tags:
            return
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for tag in tags:
            row = NameRow(self.theme, self.spec, tag)
            row.left.connect(self.left)
            row.typed.connect(self.typed)
            self.rows[tag] = row
            self.body.addWidget(row)

    def _show_defaults(self) -> None:
        """Show how a Latin name stands where no preferred form is given."""
        name = self.name()
        for tag, row in self.rows.items():
            plain = replace(name, preferred=name.preferred.with_text(tag, None))
            row.show_default(full_name(plain, tag).text if plain.family or plain.given else "")

    def _row(self, field: str) -> NameRow | None:
        return self.rows.get(field.partition(".")[2])


def _even(widget: QWidget) -> QWidget:
    """Let a widget be as wide as its neighbours, whatever is in it."""
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
    return widget


def _third(tag: str) -> str:
    """Return what a script has besides: Latin names a preferred form, those of ideographs a reading."""
    rules = language(tag)
    if rules.script == "Latn":
        return "preferred"
    return "reading" if rules.names.sorted_by_reading else ""


def _tags(record: Record, languages: Sequence[str]) -> Iterator[str]:
    written: list[str] = []
    for column in _HEADS:
        written += record.values.get(column) or NO_TEXT
    known = known_languages()
    native = record.values.get("native_language")
    wanted = (*languages, *([native] if native else []), LATIN, *written)
    yield from dict.fromkeys(tag for tag in wanted if tag in known)


def _column_names(words: Words, tags: tuple[str, ...]) -> tuple[str, str, str]:
    thirds = {_third(tag) for tag in tags}
    both = {"reading", "preferred"} <= thirds
    third = (
        words.say_in("form", "Reading or preferred form")
        if both
        else words.say_in("form", "Reading")
        if "reading" in thirds
        else words.say_in("form", "Preferred form")
    )
    return words.say_in("form", "Family name"), words.say_in("form", "Given name"), third


def _text(record: Record, column: str) -> str:
    part, _, tag = column.partition(".")
    return (record.values.get(part) or NO_TEXT).text_in(tag)


def _clean(text: str) -> str:
    return " ".join(text.split())
