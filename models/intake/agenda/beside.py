"""What stands beside the title of an entry in a table: people, places, remarks, the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.intake.agenda.clock import find_minutes
from models.intake.agenda.columns import Column, Layout, Role
from models.intake.agenda.content import Content, Text, merge_people
from models.intake.agenda.content_reader import ContentReader
from models.intake.agenda.places import PLACE, is_place
from models.intake.record import Doubt

if TYPE_CHECKING:
    from models.intake.agenda.content import Named
    from models.intake.readers.word_text import Cell


_DITTO = re.compile(r"[\"″〃”]+|동상|상동|위와 같음|同上|同じ|ditto|same(?: as above)?", re.IGNORECASE)


@dataclass(slots=True)
class Beside:
    """Reads the cells of one row beside its title."""

    reader: ContentReader
    layout: Layout
    cells: dict[int, Cell]
    """The cell that covers each column of the row."""
    row: int
    last_place: Text | None = None
    """Where the entry above is: for cells that say "the same"."""

    def add(self, content: Content, title_cells: list[Cell]) -> None:
        """Add what the columns beside the title say."""
        reader = self.reader
        titles = {id(cell) for cell in title_cells}
        for place, column in enumerate(self.layout.columns):
            cell = self.cells.get(place)
            if cell is None or not cell.lines or id(cell) in titles or cell.column != place:
                continue
            line = cell.lines[0]
            text = cell.text
            if column.role is Role.PLACE:
                if _DITTO.fullmatch(text.strip()):
                    content.place = self.last_place
                elif text.strip("-–— "):
                    content.place = Text(text.replace("\n", " "), line.origin, line.text)
            elif column.role is Role.REMARKS and cell.row == self.row:
                self._remark(content, cell)
            elif column.role is Role.CHAIR and text.strip("-–— "):
                for each in cell.lines:
                    content.chair.extend(reader.people(each.text, each.origin, column.language))
            elif (
                column.role is Role.SPEAKER
                and text.strip("-–— ")
                and (cell.row == self.row or not content.speakers)
            ):
                self._speakers(content, cell, column)

    def _remark(self, content: Content, cell: Cell) -> None:
        """Add what a column of remarks says: people, a place or minutes where it is clear, else a remark."""
        reader = self.reader
        for line in cell.lines:
            if not line.text.strip("-–— "):
                continue
            people = reader.people(line.text, line.origin, expected=False)
            found = find_minutes(line.text)
            if people and not content.speakers:
                content.speakers.extend(people)
            elif found and found[2] - found[1] >= len(line.text.strip()) - 2:
                content.minutes = content.minutes or (found[0], Text(line.text, line.origin, line.text))
            elif not content.place and len(line.text) < 30 and is_place(line.text):
                content.place = Text(line.text, line.origin, line.text)
            else:
                content.remark(reader.tongues.of(line.text), Text(line.text, line.origin, line.text))

    def _speakers(self, content: Content, cell: Cell, column: Column) -> None:
        """Add the people of the column of speakers: one for each talk, or one in each language."""
        reader = self.reader
        by_line = [reader.people(line.text, line.origin, column.language) for line in cell.lines]
        by_line = [people for people in by_line if people]
        unsure = all(each.doubt is not None for people in by_line for each in people)
        if unsure and not content.place and PLACE.search(cell.text):
            # "Ristorante Porto di Savona" in a column that otherwise says who speaks.
            line = cell.lines[0]
            content.place = Text(cell.text.replace("\n", " "), line.origin, line.text, Doubt.GUESS)
            return
        self._affiliated(by_line)
        tags = [next(iter(people[0].forms)) for people in by_line]
        talks = content.talks
        if (
            len(by_line) > 1
            and len(set(tags)) == len(tags) <= max(len(content.titles), 1)
            and len(content.titles) > 1
        ):
            for people in by_line[1:]:
                if len(people) == len(by_line[0]):
                    merge_people(by_line[0], people)
            content.speakers.extend(by_line[0])
        elif talks and len(by_line) == len(talks) and not any(talk.speakers for talk in talks):
            for talk, people in zip(talks, by_line, strict=True):
                talk.speakers.extend(people)
        elif talks and len(talks) == 1 and not content.titles:
            talks[0].speakers.extend(each for people in by_line for each in people)
        else:
            content.speakers.extend(each for people in by_line for each in people)

    def _affiliated(self, by_line: list[list[Named]]) -> None:
        """Add what columns of organisations and positions say of the people."""
        for role, name in ((Role.ORGANISATION, "organisation"), (Role.POSITION, "position")):
            for place in self.layout.of(role):
                cell = self.cells.get(place)
                if cell is None or not cell.lines:
                    continue
                lines = [line.text for line in cell.lines]
                for number, people in enumerate(by_line):
                    said = lines[number] if len(lines) == len(by_line) else " ".join(lines)
                    for each in people:
                        each.forms = {
                            tag: replace(form, **{name: said}, sure=True) for tag, form in each.forms.items()
                        }
                        each.doubt = None
