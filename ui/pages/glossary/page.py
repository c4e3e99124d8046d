"""The glossary: terms with a column a language, and forms of address by language and kind of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.text.languages import known_languages, language
from models.text.localised import Written
from models.text.matching import folded, holds
from ui import deeds
from ui.pages.watched import WatchedPage
from ui.pages.writing import leading
from ui.widgets.button import Button, Rank
from ui.widgets.rows import Cell, Column, Group, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words


class GlossaryPage(WatchedPage):
    """Terms by field; what a language lacks is marked."""

    code: ClassVar[str] = "glossary"
    lines = 1
    marks: ClassVar[dict[tuple[str, str], str]] = {("term", ""): "text.{}"}
    empty_icon = "book-a"

    def fill_bar(self) -> None:
        """Add the other button."""
        self.add_honorific = Button(self.hands.theme, Rank.PLAIN, "plus")
        self.add_honorific.clicked.connect(self._add_honorific)
        super().fill_bar()
        self.bar.insertWidget(self.bar.count() - 1, self.add_honorific)

    def read(self, office: Any) -> Any:
        """Read all terms and forms of address."""
        from models.tables import Honorific, Term

        return office.database.load_all(Term), office.database.load_all(Honorific)

    def row(self, table: str, row_id: str) -> Any:
        """Return a term or a form of address."""
        return next((one for one in self.content[0 if table == "term" else 1] if one.id == row_id), None)

    def _columns(self) -> list[str]:
        words = self.words
        assert words is not None
        wanted = self.languages()
        return [words.language, *(tag for tag in wanted if tag != words.language)][:4]

    def columns(self) -> Sequence[Column]:
        """Return a column a language."""
        return [
            Column(tag, language(tag).own_name, language=tag, least=0 if at < 2 else 560)
            for at, tag in enumerate(self._columns())
        ]

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return terms by field, then forms of address by language."""
        words = self.words
        assert words is not None
        text = self.filter.searched()
        terms, honorifics = self.content
        by_field: dict[str, list[Any]] = {}
        for term in terms:
            if text.strip() and not any(
                holds(own, text) for own in (*term.text.values(), *term.field.values())
            ):
                continue
            field = leading(term.field, words, self.languages())
            by_field.setdefault(field.text if field else "", []).append(term)
        made: list[Group | ListRow] = []
        for field in sorted(by_field, key=lambda name: (not name, folded(name))):
            title = field or words.say_in("glossary", "Without a field")
            made.append(Group(f"field:{field}", Written(title, "")))
            made += sorted(
                (self._term(term) for term in by_field[field]), key=lambda row: folded(row.spoken())
            )
        return [*made, *self._honorifics(honorifics, text)]

    def _term(self, term: Any) -> ListRow:
        words = self.words
        assert words is not None
        cells = [
            Cell(Written(term.text[tag], tag), bold=not at)
            if tag in term.text
            else Cell(missing=words.say_in("glossary", "Missing"))
            for at, tag in enumerate(self._columns())
        ]
        return ListRow("term", term.id, tuple(cells))

    def _honorifics(self, honorifics: Sequence[Any], text: str) -> list[Group | ListRow]:
        words = self.words
        assert words is not None
        wanted = [one for one in honorifics if not text.strip() or holds(one.form, text)]
        if not wanted:
            return []
        made: list[Group | ListRow] = [
            Group("honorifics", Written(words.say_in("glossary", "Forms of address"), words.language))
        ]
        for one in sorted(wanted, key=lambda one: (one.language, one.paper.value, one.order)):
            known = one.language in known_languages()
            cells = [
                Cell(Written(one.form, one.language), bold=True),
                Cell(Written(language(one.language).own_name if known else one.language, "")),
                Cell(Written(code_name("PaperKind", one.paper.value, words), words.language)),
                Cell(Written(" ", "")),
            ]
            made.append(ListRow("honorific", one.id, tuple(cells[: len(self._columns())])))
        return made

    def add(self) -> None:
        """Add a term."""
        if not self.hands.read_only():
            self.hands.do(deeds.add("term"), self.added("term"))

    def _add_honorific(self) -> None:
        if not self.hands.read_only():
            fields = {"language": self._columns()[0]}
            self.hands.do(deeds.add("honorific", **fields), self.added("honorific"))

    def name(self, words: Words) -> str:
        """Return what the page is called."""
        return words.say_in("window", "Glossary")

    def write(self, words: Words) -> None:
        """Write the words of the page."""
        super().write(words)
        self.add_button.tell(words.say_in("glossary", "Add term"))
        self.empty_add.tell(words.say_in("glossary", "Add term"))
        self.add_honorific.tell(words.say_in("glossary", "Add form of address"))
        self.add_honorific.setVisible(not self.hands.read_only())
        self.tell_empty(
            words.say_in("glossary", "No terms yet"),
            words.say_in(
                "glossary",
                "Words that are always to be translated alike, in all languages; the forms offer them.",
            ),
            searching=bool(self.filter.searched().strip()),
        )
