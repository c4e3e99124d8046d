"""The form of a person, an organisation or a place, with the lists inside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark_in
from models.text.dates import partial_date
from models.text.localised import NO_TEXT
from ui import deeds
from ui.forms.inner import Inner, InnerLists
from ui.forms.preview import NamePreview, Posted
from ui.forms.spec import ListSpec
from ui.forms.specs import FORMS
from ui.forms.sublist import SubList, SubRow
from ui.pages.writing import leading, short_name
from ui.widgets.field import Field
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.forms.record import Record
    from ui.hands import Hands

POSTS = ListSpec("posts", "affiliation", "person_id", mark_in("form", "Posts"), mark_in("form", "Add post"))
VISITS = ListSpec("visits", "visit", "", mark_in("form", "Visits"), mark_in("form", "Add visit"))
PEOPLE = ListSpec("people", "person", "", mark_in("form", "People here"), mark_in("form", "Add person"))
PARTS = ListSpec(
    "parts", "organisation", "parent_id", mark_in("form", "Parts of it"), mark_in("form", "Add part")
)
INSIDE = ListSpec(
    "inside", "place", "parent_id", mark_in("form", "Places inside"), mark_in("form", "Add place")
)


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was read whole, and what else its form shows."""

    row: Any
    visits: tuple[str, ...] = ()
    people: tuple[Any, ...] = ()
    """Posts at an organisation that are held now, as far as it is known."""
    honorifics: dict[str, str] = field(default_factory=dict[str, str])


class EntryForm:
    """Fills one panel."""

    def __init__(self, hands: Hands, panel: FormPanel, open_row: Callable[[str, str], None]) -> None:
        self._hands, self._panel, self._open = hands, panel, open_row
        self._found: Found | None = None
        self._words: Words | None = None
        theme = hands.theme
        self.inner = InnerLists(hands, panel, open_row)
        self.preview = NamePreview(theme)
        person = FORMS["person"]
        posts = self.inner.add(person, Inner(POSTS, self._posts, after="native_language"))
        posts.add_button.hide()
        self.posts = posts
        self.post_at = Picker(theme)
        self.post_field = Field(theme, self.post_at)
        self.post_at.line.offers = lambda text: [
            Choice(one.id, one.text, one.detail) for one in hands.offers("organisation", text)
        ]
        self.post_at.line.left.connect(self._add_post)
        self.post_at.line.asked.connect(self._add_post_at_new)
        panel.add_section(person, self.post_field, after="native_language")
        panel.add_section(person, self.preview, after="native_language")
        self.visits = self._reading(VISITS, "visit")
        panel.add_section(person, self.visits)
        self.people = self._reading(PEOPLE, "person")
        panel.add_section(FORMS["organisation"], self.people)
        self.inner.add(
            FORMS["organisation"], Inner(PARTS, lambda record: self._parts("organisation", record))
        )
        self.inner.add(FORMS["place"], Inner(INSIDE, lambda record: self._parts("place", record)))

    def _reading(self, spec: ListSpec, table: str) -> SubList:
        """Make a list that is only read: its rows lead elsewhere."""
        made = SubList(self._hands.theme, spec)
        made.opened.connect(lambda key: self._go(table, key))
        return made

    def _go(self, table: str, key: str) -> None:
        if table == "visit":
            from ui.places import Spot

            self._hands.go(Spot("visit", key))
        else:
            self._open(table, key)

    def read(self, office: Any, table: str, row_id: str) -> Found | None:
        """Read a row with what its form shows besides; runs on the worker."""
        from models.tables import Affiliation, Delegate, Honorific, PaperKind

        row = office.whole(table, row_id)
        if row is None:
            return None
        if table == "person":
            links = office.database.rows(Delegate, person_id=row_id)
            chains = [office.owners("delegate", link.id) for link in links]
            visits = [key for chain in chains for kind, key in chain if kind == "visit"]
            forms = office.database.rows(Honorific, paper=PaperKind.ENVELOPE)
            return Found(
                row, tuple(dict.fromkeys(visits)), honorifics={one.language: one.form for one in forms}
            )
        if table == "organisation":
            posts = [
                post for post in office.database.rows(Affiliation, organisation_id=row_id) if not post.end
            ]
            return Found(row, people=tuple(posts))
        return Found(row)

    def show(self, found: Found, words: Words) -> None:
        """Show what was read."""
        from ui.data.records import full_record

        other = self._found is None or self._found.row.id != found.row.id
        self._found, self._words = found, words
        record = full_record(found.row)
        table = record.table
        context = self._hands.context(self._hands.languages())
        if table == "affiliation":
            # A post alone does not say whose it is.
            context = replace(context, subject=self._hands.called("person", str(record.values["person_id"])))
        self._panel.show_record(FORMS[table], record, context)
        self._panel.head.show_way_up(self._way_up(words), words)
        self.inner.show(record, words)
        if table == "person":
            self._show_person(found, words, other=other)
        elif table == "organisation":
            self._show_people(found, words)

    def show_again(self, words: Words) -> None:
        """Show the same in another language."""
        if self._found is not None and not self._panel.isHidden():
            self.show(self._found, words)

    def above(self) -> tuple[str, str] | None:
        """Return the row from whose form this one was opened."""
        record = self._panel.record
        if record is not None and record.table == "affiliation":
            return "person", str(record.values.get("person_id"))
        return None

    def go_up(self) -> None:
        """Go back to it."""
        above = self.above()
        if above is not None:
            self._open(*above)

    def _way_up(self, words: Words) -> str:
        above = self.above()
        return (self._hands.called(*above) or words.say("Untitled")) if above is not None else ""

    def _show_person(self, found: Found, words: Words, *, other: bool) -> None:
        writable = not self._hands.read_only()
        self.posts.add_button.hide()
        self.post_field.setVisible(writable)
        label = words.say_in("form", "Add a post at")
        self.post_field.tell(label)
        self.post_at.tell(label, words.say("Clear"))
        self.post_at.tell_missing(nothing_called("organisation", words, creates=True))
        self.post_at.line.making = lambda text: words.say("Create “{name}”", name=text)
        if other:
            self.post_at.line.show_key("", "")
        person = found.row
        post = next((one for one in person.affiliations if not one.end), None)
        organisation = post.organisation if post is not None else None
        self.preview.show_person(
            Posted(
                person.name,
                post.position if post is not None else NO_TEXT,
                organisation.name if organisation is not None else NO_TEXT,
                organisation.acronym if organisation is not None else "",
                organisation.address if organisation is not None else NO_TEXT,
                found.honorifics,
            ),
            self._hands.languages(),
            words,
        )
        if self._panel.body is not None:
            self.preview.follow(self._panel.body)
        rows = [self._visit(key, words) for key in found.visits]
        self.visits.show_rows(rows, words, read_only=True)

    def _visit(self, key: str, words: Words) -> SubRow:
        line = self._hands.lookup().line("visit", key)
        when = partial_date(line.date, words.language) if line is not None and line.date else ""
        return SubRow(key, self._hands.called("visit", key) or words.say("Untitled"), when)

    def _show_people(self, found: Found, words: Words) -> None:
        rows: list[SubRow] = []
        for post in found.people:
            position = leading(post.position, words, self._hands.languages())
            name = self._hands.called("person", post.person_id)
            rows.append(SubRow(post.person_id, name, position.text if position else ""))
        unique = {row.id: row for row in rows}
        self.people.show_rows(list(unique.values()), words, read_only=True)

    def _posts(self, record: Record) -> list[SubRow]:
        words = self._words
        if self._found is None or words is None or self._found.row.id != record.id:
            return []
        return [self._post(post, words) for post in self._found.row.affiliations]

    def _post(self, post: Any, words: Words) -> SubRow:
        languages = self._hands.languages()
        position = leading(post.position, words, languages)
        ends = [partial_date(end, words.language) if end else "" for end in (post.start, post.end)]
        period = " – ".join(ends).strip() if any(ends) else ""
        facts = [short_name(post.organisation, words), period]
        text = position.text if position else words.say_in("form", "Position open")
        return SubRow(
            post.id,
            text,
            " · ".join(fact for fact in facts if fact),
            language=position.language if position else "",
            warn=position is None,
        )

    def _parts(self, table: str, record: Record) -> list[SubRow]:
        words = self._words
        if words is None:
            return []
        lookup = self._hands.lookup()
        key = (table, record.id)
        lines = [line for line in lookup.lines(table, words.language) if line.holder == key]
        return [SubRow(line.id, lookup.called(table, line.id, words.language), line.short) for line in lines]

    def _add_post(self) -> None:
        organisation = self.post_at.line.key()
        if organisation and self._found is not None:
            self._take_post(organisation)

    def _add_post_at_new(self, text: str) -> None:
        self._hands.create("organisation", text, self._take_post)

    def _take_post(self, organisation: str) -> None:
        if self._found is None:
            return
        fields = {"person_id": self._found.row.id, "organisation_id": organisation}
        self.post_at.line.show_key("", "")
        self._hands.do(deeds.add("affiliation", **fields), lambda key: self._open("affiliation", str(key)))
