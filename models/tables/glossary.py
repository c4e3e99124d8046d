"""Words and forms of address in several languages."""

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import PaperKind
from models.tables.fields import block, line, localised, order, value
from models.text.localised import LocalisedText


class Term(Row):
    """An entry of the glossary."""

    __tablename__ = "term"

    text: Mapped[LocalisedText] = localised()
    field: Mapped[LocalisedText] = localised()
    note: Mapped[str] = block()
    order: Mapped[str] = order()


class Honorific(Row):
    """A form of address, by language and kind of paper."""

    __tablename__ = "honorific"

    language: Mapped[str] = line()
    paper: Mapped[PaperKind] = value(PaperKind.LETTER)
    form: Mapped[str] = line()
    note: Mapped[str] = block()
    order: Mapped[str] = order()
