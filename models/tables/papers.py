"""What was sent out, and files that are kept."""

import datetime as dt

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.fields import block, line, one, order, owned, reference, tags, value
from models.tables.visits import Visit


class Attachment(Row):
    """A file kept with its name, size and hash; it hangs on the row that ``table`` and ``row_id`` name."""

    __tablename__ = "attachment"

    table: Mapped[str] = line(group="owner")
    row_id: Mapped[str] = line(group="owner")
    name: Mapped[str] = line()
    media_type: Mapped[str] = line(group="content")
    size: Mapped[int] = value(0, group="content")
    sha256: Mapped[str] = line(group="content")
    content: Mapped[bytes] = value(b"", group="content")
    note: Mapped[str] = block()
    order: Mapped[str] = order()


class Release(Row):
    """A numbered version of a visit's papers as sent out."""

    __tablename__ = "release"

    visit_id: Mapped[str] = reference("visit")
    number: Mapped[int] = value()
    at: Mapped[dt.datetime] = value()
    change_set_id: Mapped[str] = line()
    languages: Mapped[tuple[str, ...]] = tags()
    recipients: Mapped[str] = block()
    note: Mapped[str] = block()

    visit: Mapped[Visit] = one("Release.visit_id")
    files: Mapped[list["ReleaseFile"]] = owned("ReleaseFile", "release_id")


class ReleaseFile(Row):
    """One file of a release, by name and hash."""

    __tablename__ = "release_file"

    release_id: Mapped[str] = reference("release")
    paper: Mapped[str] = line()
    name: Mapped[str] = line()
    sha256: Mapped[str] = line()
    order: Mapped[str] = order()

    release: Mapped[Release] = one("ReleaseFile.release_id")
