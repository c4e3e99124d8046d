"""Every row that can be meant: of the database and of the file, found by text and by key."""

from __future__ import annotations

from collections import defaultdict

from models.actions.intake.known import Known
from models.intake.labels import Values, label_of, texts_of
from models.text.matching import letters


class Register:
    """Finds rows by id, by the end of an id, and by what they are called."""

    def __init__(self, known: Known, languages: tuple[str, ...]) -> None:
        self.known = known
        self.languages = languages
        self.planned: dict[str, dict[str, Values]] = defaultdict(dict)
        self.alias: dict[tuple[str, str], str] = {}
        """The ids that rows of the file have here, by table and the id that the file says."""
        self._known_texts: dict[str, dict[str, list[str]]] = {}
        self._file_texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._pending: dict[str, list[str]] = defaultdict(list)

    def find(self, table: str, key: str | None) -> Values | None:
        """Return a row by its id, as it will be."""
        if not key:
            return None
        return self.planned[table].get(key) or self.known.rows[table].get(key)

    def plan(self, table: str, values: Values) -> None:
        """Take in a row that the file brings, or one that it changes, as it will be."""
        key = values["id"]
        self.planned[table][key] = values
        # Texts are made when somebody asks: of thousands of people in a list nobody may be named again.
        self._pending[table].append(key)

    def hold(self, table: str, key: str) -> None:
        """Take in that the file holds a known row: what the file names is rather one of its own rows."""
        self._pending[table].append(key)

    def by_text(self, table: str, text: str) -> list[str]:
        """Return the rows that a text names: of the file if there are such, else of the database."""
        wanted = letters(text)
        if not wanted:
            return []
        for key in self._pending.pop(table, ()):
            for each in texts_of(table, self.find(table, key) or {"id": key}, self.find):
                if key not in self._file_texts[table][each]:
                    self._file_texts[table][each].append(key)
        found = self._file_texts[table].get(wanted)
        return list(found) if found else list(self._texts_known(table).get(wanted, ()))

    def _texts_known(self, table: str) -> dict[str, list[str]]:
        if table not in self._known_texts:
            index: dict[str, list[str]] = defaultdict(list)
            for key, row in self.known.rows[table].items():
                for text in texts_of(table, row, self.known.find):
                    index[text].append(key)
            self._known_texts[table] = index
        return self._known_texts[table]

    def by_tail(self, table: str, tail: str) -> list[str]:
        """Return the rows whose id ends so, as the file or the database says it."""
        said = [here for (of, key), here in self.alias.items() if of == table and key.endswith(tail)]
        if said:
            return list(dict.fromkeys(said))
        rows = {*self.known.rows[table], *self.planned[table]}
        return sorted(key for key in rows if key.endswith(tail))

    def texts(self, table: str) -> dict[str, list[str]]:
        """Return all texts of rows of a table with their ids."""
        self.by_text(table, "x")
        return {**self._texts_known(table), **self._file_texts[table]}

    def label(self, table: str, key: str) -> str:
        """Return what a row is called."""
        row = self.find(table, key)
        return label_of(table, row, self.find, self.languages) if row else key
