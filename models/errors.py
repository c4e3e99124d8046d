"""The errors of Parley: one small tree, each with a code and the values that a sentence about it needs.

    ParleyError
    ├── TextUnfit            text that no paper could hold (control character, lone surrogate)
    ├── UnknownLanguage      a language of which Parley has no data
    ├── InvalidValue         a value that its field cannot take
    ├── NotFound             nothing answers to an id or a part of a name
    ├── Ambiguous            several things answer to it
    ├── EditConflict         the same group of fields was changed by someone else meanwhile
    ├── UndoConflict         what is to be undone has been changed since
    ├── PersonErased         what is to come back was erased for good
    ├── OpenQuestions        a merge that needs decisions first
    ├── FileProblem          a file that cannot be used
    │   ├── FileMissing      ├── FileIsFolder      ├── FileNotAllowed    ├── FileEmpty
    │   ├── FileNotDatabase  ├── FileForeign       ├── FileDamaged       ├── FileTampered
    │   ├── FileNewer        ├── FileExists        ├── FileReadOnly      ├── FileBusy
    │   ├── FileFull         ├── FileFailing       ├── OtherDatabase
    │   ├── LeaseTaken       ├── LeaseLost         ├── FileOlder
    │   └── SourceProblem    a file brought by somebody that cannot be read
    │       ├── SourceProtected  ├── SourceDamaged  ├── SourceForeign
    │       ├── SourceTooLarge   └── SourceEmpty
    ├── PaperProblem         a paper that cannot be made as asked
    ├── ImportProblem        what was brought cannot be taken as asked
    └── Cancelled            the user stopped the work

Lower layers raise them; ``ui/words.py`` words them once, in the user's language.
"""

from __future__ import annotations

from typing import ClassVar


class ParleyError(Exception):
    """Base of everything that Parley raises on purpose."""

    code: ClassVar[str] = "error"

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(f"{self.code} {values}" if values else self.code)


class TextUnfit(ParleyError):
    """Text holds a character that cannot be kept; values: ``character`` (U+…), ``position``, ``text``."""

    code = "text-unfit"


class UnknownLanguage(ParleyError):
    """There are no data for a language; values: ``language``, ``known``."""

    code = "unknown-language"


class InvalidValue(ParleyError):
    """A value does not fit its field; values: ``field``, ``value``, ``reason`` (a code)."""

    code = "invalid-value"


class NotFound(ParleyError):
    """Nothing answers; values: ``what`` (table name), ``text``, ``known`` (names, where they are few)."""

    code = "not-found"


class Ambiguous(ParleyError):
    """Several answer; values: ``what``, ``text``, ``candidates`` (tuples of id and name)."""

    code = "ambiguous"


class EditConflict(ParleyError):
    """Someone else changed the same group; values: ``table``, ``row``, ``group``, ``mine``, ``theirs``."""

    code = "edit-conflict"


class UndoConflict(ParleyError):
    """What is to be undone was changed since; values: ``clashes`` (see ``models.store.undo.Clash``)."""

    code = "undo-conflict"


class FileProblem(ParleyError):
    """A file cannot be used; values: ``path`` and what the case adds."""

    code = "file-problem"


class FileMissing(FileProblem):
    """The path leads to nothing."""

    code = "file-missing"


class FileIsFolder(FileProblem):
    """The path leads to a folder."""

    code = "file-is-folder"


class FileNotAllowed(FileProblem):
    """The system does not let us read or write here."""

    code = "file-not-allowed"


class FileEmpty(FileProblem):
    """The file has no bytes."""

    code = "file-empty"


class FileNotDatabase(FileProblem):
    """The file is not an SQLite database."""

    code = "file-not-database"


class FileForeign(FileProblem):
    """An SQLite database of another application."""

    code = "file-foreign"


class FileDamaged(FileProblem):
    """Ours, but not whole; values: ``detail``."""

    code = "file-damaged"


class FileTampered(FileProblem):
    """Ours, but with objects that Parley never makes (a trigger, a view); values: ``detail``."""

    code = "file-tampered"


class FileNewer(FileProblem):
    """Written by a newer Parley; values: ``version``, ``known``."""

    code = "file-newer"


class FileExists(FileProblem):
    """Something is there already and may not be replaced unasked."""

    code = "file-exists"


class FileReadOnly(FileProblem):
    """The file can be read and exported from, but not changed."""

    code = "file-read-only"


class FileBusy(FileProblem):
    """Another window or device was writing for longer than we wait."""

    code = "file-busy"


class FileFull(FileProblem):
    """There is no room left on the disk; nothing was changed."""

    code = "file-full"


class FileFailing(FileProblem):
    """Reading or writing failed below us: a share that went away, a disk that fails; values: ``detail``."""

    code = "file-failing"


class OtherDatabase(FileProblem):
    """A copy or a backup of another database than the one it is used with."""

    code = "other-database"


class LeaseTaken(FileProblem):
    """Locks do not work here and somebody else edits; values: ``name``, ``host``, ``since``, ``idle``."""

    code = "lease-taken"


class LeaseLost(FileProblem):
    """Somebody has taken over the right to edit, or the share is gone; values: ``name``, ``host``."""

    code = "lease-lost"


class FileOlder(FileProblem):
    """A copy in an older format, where bringing it up to date would keep what is to be erased."""

    code = "file-older"


class SourceProblem(FileProblem):
    """A list, a document or contacts that somebody brings cannot be read; values: ``detail``."""

    code = "source-problem"


class SourceProtected(SourceProblem):
    """It is protected with a password."""

    code = "source-protected"


class SourceDamaged(SourceProblem):
    """It is not whole."""

    code = "source-damaged"


class SourceForeign(SourceProblem):
    """It is something else than its name says, or nothing that Parley reads; values: ``found`` (a code)."""

    code = "source-foreign"


class SourceTooLarge(SourceProblem):
    """It holds more than Parley takes at once; values: ``what`` (bytes, rows, columns, cells), ``limit``."""

    code = "source-too-large"


class SourceEmpty(SourceProblem):
    """There is nothing in it."""

    code = "source-empty"


class PersonErased(ParleyError):
    """A row was erased for good and may not come back; values: ``table``, ``row``."""

    code = "person-erased"


class OpenQuestions(ParleyError):
    """A merge needs decisions that were not given; values: ``count``, ``plan`` (a ``MergePlan``)."""

    code = "open-questions"


class ImportProblem(ParleyError):
    """What was brought cannot be taken as asked; values: ``reason`` (a code) and what the case adds."""

    code = "import-problem"


class PaperProblem(ParleyError):
    """A paper cannot be made as asked; values: ``reason`` (a code) and what the case adds."""

    code = "paper-problem"


class Cancelled(ParleyError):
    """The user stopped the work; nothing half made is left."""

    code = "cancelled"
