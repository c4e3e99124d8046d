"""Who and what joins a visit: people, delegations and parties, found in the directory or made of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import deeds
from ui.deeds import Deed
from ui.forms.record import Making
from ui.pages.delegations import rows as written_rows
from ui.pages.delegations.home import home_of
from ui.pages.writing import person_name

if TYPE_CHECKING:
    from models.tables import Delegate
    from ui.pages.delegations.page import DelegationsSection

_ROLES = ("member", "head", "deputy", "guest", "interpreter", "coordinator")


class Joining(QObject):
    """Asks in the strip of the page, adds what was picked or typed, and shows it."""

    def __init__(self, page: DelegationsSection) -> None:
        super().__init__(page)
        self._page = page
        self._adding = ""
        page.strip.picked.connect(self._add_picked)
        page.strip.created.connect(self._create_and_add)

    def ask_for(self, what: str) -> None:
        """Open the strip that adds a person, a delegation or a party."""
        page = self._page
        words = page.words
        if words is None or page.view is None or page.hands.read_only():
            return
        self._adding = what
        if what == "person":
            # In the order of the list: guests before hosts.
            ordered = sorted(page.whole.delegations, key=lambda each: each.party.side.value != "guest")
            groups = [(each.id, page.called(each)) for each in ordered]
            roles = [(role, written_rows.role_name(role, words)) for role in _ROLES]
            first, second = (
                (words.say_in("delegations", "Delegation"), groups),
                (words.say_in("delegations", "Role"), roles),
            )
            page.strip.ask("person", words.say_in("delegations", "Add person"), words, first, second)
            page.strip.choose(self._group_of_selected())
        elif what == "delegation":
            parties = [
                (each.id, written_rows.organisation_name(each.organisation, words.language))
                for each in page.whole.parties
            ]
            first = (words.say_in("delegations", "Party"), parties)
            page.strip.ask(
                "organisation", words.say_in("delegations", "Add delegation"), words, first, ("", ())
            )
            if page.panel.row()[0] == "party":
                page.strip.choose(page.panel.row()[1])
        else:
            sides = [
                ("guest", words.say_in("PartySide", "Guest")),
                ("host", words.say_in("PartySide", "Host")),
            ]
            first = (words.say_in("delegations", "Side"), sides)
            page.strip.ask("organisation", words.say_in("delegations", "Add party"), words, first, ("", ()))

    def _add_picked(self, key: str, first: str, second: str) -> None:
        page = self._page
        if self._adding == "person":
            joins = {
                "delegation_id": first,
                "person_id": key,
                "role": second or "member",
                "own": not page.strip.chosen(),
            }
            page.hands.do(Deed("delegate.join", joins), self._show_joined)
        elif self._adding == "delegation":
            deed = deeds.add("delegation", visit_id=page.whole.id, party_id=first, organisation_id=key)
            page.hands.do(deed, lambda made: page.select("delegation", str(made)))
        else:
            deed = Deed("party.join", {"visit_id": page.whole.id, "organisation_id": key, "side": first})
            page.hands.do(deed, lambda made: page.select("party", str(made)))

    def _create_and_add(self, text: str, first: str, second: str) -> None:
        """Make whom or what was typed and add it, as one step."""
        page = self._page
        into: tuple[str, str, str, object] = {
            "person": ("delegation", first, "delegates", second or "member"),
            "delegation": ("party", first, "delegations", None),
        }.get(self._adding, ("visit", page.whole.id, "parties", first))
        table = "person" if self._adding == "person" else "organisation"
        page.hands.create_in(Making(table, text, {}, into), lambda made: self._show_made(str(made)))

    def _show_made(self, made: str) -> None:
        """Select the delegate, delegation or party that was made of a name."""
        page = self._page
        if self._adding == "person":
            rows: Any = [who for _group, who in page.posts_of(made)]
        else:
            within = page.whole.parties if self._adding == "party" else page.whole.delegations
            rows = [each for each in within if each.organisation_id == made]
        if rows:
            page.select({"person": "delegate"}.get(self._adding, self._adding), rows[-1].id)
        if self._adding == "person":
            page.strip.choose(self._group_of_selected())

    def _show_joined(self, made: object) -> None:
        """Select who was added; the next whose organisation sends nobody goes to the same delegation."""
        page = self._page
        page.select("delegate", str(made))
        page.strip.choose(self._group_of_selected())
        self._tell_home(str(made))

    def _tell_home(self, key: str) -> None:
        """Say where somebody is from who stands in the delegation of another party."""
        page = self._page
        delegate: Delegate | None = page.row("delegate", key)
        words = page.words
        home = home_of(delegate, page.whole, page.hands.lookup()) if delegate is not None else None
        here = next((each for each in page.whole.delegations if delegate in each.delegates), None)
        if delegate is None or home is None or here is None or words is None:
            return
        name = person_name(delegate.person, words)
        page.hands.tell(
            words.say_in(
                "delegations",
                "{person} is of {home}, but stands in the delegation {delegation} now",
                person=name.text if name else "?",
                home=page.called(home),
                delegation=page.called(here),
            ),
            words.say_in("delegations", "Move to {delegation}", delegation=page.called(home)),
            lambda: page.hands.do(Deed("delegate.transfer", {"key": key, "delegation_id": home.id})),
            stays=True,
        )

    def _group_of_selected(self) -> str:
        page = self._page
        table, key = page.list.selected()
        if table == "delegation":
            return key
        row: Any = page.row(table, key)
        return str(row.delegation_id) if table == "delegate" and row is not None else ""
