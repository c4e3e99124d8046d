"""The database's own card: whose it is, and who works in it."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Row
from models.tables.directory import Organisation
from models.tables.fields import line, one, reference


class FileInfo(Row):
    """The one row that names the database; copies of a database share its id."""

    __tablename__ = "file_info"

    name: Mapped[str] = line()
    created_at: Mapped[dt.datetime] = mapped_column(active_history=True)
    home_organisation_id: Mapped[str | None] = reference("organisation", index=False)

    home_organisation: Mapped[Organisation | None] = one("FileInfo.home_organisation_id")


class Author(Row):
    """Somebody who works in the database, on whatever device."""

    __tablename__ = "author"

    name: Mapped[str] = line()
