"""Which editor edits which kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.forms.editors.choice import AudienceEditor, ChoiceEditor
from ui.forms.editors.flag import FlagEditor
from ui.forms.editors.listed import SeveralEditor
from ui.forms.editors.localised import LocalisedEditor
from ui.forms.editors.name import NameEditor
from ui.forms.editors.period import DueEditor, PeriodEditor
from ui.forms.editors.reference import CountryEditor, ReferenceEditor, ZoneEditor
from ui.forms.editors.span import SpanEditor
from ui.forms.editors.typed import EntryEditor
from ui.forms.editors.when import EndEditor, WhenEditor
from ui.forms.spec import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.editors.base import FieldEditor
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_EDITORS: dict[FieldKind, Callable[[Theme, FieldSpec], FieldEditor]] = {
    FieldKind.LINE: EntryEditor,
    FieldKind.PROSE: EntryEditor,
    FieldKind.EMAIL: EntryEditor,
    FieldKind.NUMBER: EntryEditor,
    FieldKind.DATE: EntryEditor,
    FieldKind.PARTIAL_DATE: EntryEditor,
    FieldKind.TIME: EntryEditor,
    FieldKind.TEXT: LocalisedEditor,
    FieldKind.TEXTS: LocalisedEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.AUDIENCE: AudienceEditor,
    FieldKind.FLAG: FlagEditor,
    FieldKind.NAME: NameEditor,
    FieldKind.REFERENCE: ReferenceEditor,
    FieldKind.REFERENCES: SeveralEditor,
    FieldKind.LANGUAGES: SeveralEditor,
    FieldKind.TAGS: SeveralEditor,
    FieldKind.ZONE: ZoneEditor,
    FieldKind.COUNTRY: CountryEditor,
    FieldKind.PERIOD: PeriodEditor,
    FieldKind.PARTIAL_PERIOD: PeriodEditor,
    FieldKind.DUE: DueEditor,
    FieldKind.SPAN: SpanEditor,
    FieldKind.WHEN: WhenEditor,
    FieldKind.END: EndEditor,
}


def editor_of(theme: Theme, spec: FieldSpec) -> FieldEditor:
    """Make the editor of a field."""
    return _EDITORS[spec.kind](theme, spec)
