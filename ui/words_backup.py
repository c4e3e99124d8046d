"""The wording of backups: why one was made, what restoring it would change, what stood in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from models.errors import FileFailing, OtherDatabase, ParleyError
from models.text.catalogue import mark, mark_in

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.values_safety import DifferenceView

NOTHING = "–"

# By the value of ``models.store.backups.Reason``, which is not imported: the window words errors early.
REASONS: dict[str, str] = {
    "opening": mark_in("backup", "at opening"),
    "asked": mark_in("backup", "asked for"),
    "migrate": mark_in("backup", "before bringing the file up to date"),
    "merge": mark_in("backup", "before merging"),
    "restore": mark_in("backup", "before restoring"),
}

FAILING = mark(
    "{path} could not be read or written just now ({detail}); check the network or the disk, then try again."
)
OTHER = mark("{path} belongs to another database; choose a copy or a backup of this one.")


def reason_name(reason: str, words: Words) -> str:
    """Return why a backup was made."""
    return words.say_in("backup", REASONS[reason])


def counts_sentence(added: int, changed: int, removed: int, words: Words) -> str:
    """Return what would happen to the rows of a table."""
    return words.say(
        "{added} would come back, {changed} would change, {removed} would go",
        added=added,
        changed=changed,
        removed=removed,
    )


def size_words(size: int, words: Words) -> str:
    """Return how large a file is, as far as anybody wants to know."""
    if size >= 10 * 1024 * 1024:
        return words.say("{number} MB", number=round(size / 1024 / 1024))
    return words.say("{number} kB", number=max(1, round(size / 1024)))


def difference_lines(found: DifferenceView, words: Words) -> Iterator[tuple[str, str, bool]]:
    """Yield what restoring a backup would change: each line, its colour, whether it is a head."""
    from ui.words_merge import MergeNamer
    from ui.words_steps import is_sensitive
    from ui.words_things import field_name, thing_name

    if not found.counts:
        yield words.say("The backup holds what stands now; there is nothing to restore."), "text2", False
        return
    yield words.say("What would change"), "text", True
    for each in found.counts:
        sentence = counts_sentence(each.added, each.changed, each.removed, words)
        yield f"{thing_name(each.table, words)}: {sentence}", "text2", False
    namer = MergeNamer(words, found.named)
    heads = {
        "insert": words.say_in("backup", "comes back"),
        "update": words.say_in("backup", "changes"),
        "delete": words.say_in("backup", "goes"),
    }
    for row in found.rows:
        yield f"{namer.thing(row.table, row.row)}: {heads[row.kind]}", "text", False
        for field, now, then in row.fields:
            if field == "order" or is_sensitive(row.table, field):
                continue
            was = namer.value(row.table, field, now)
            will = namer.value(row.table, field, then)
            yield f"{field_name(field, words)}: {was} → {will}", "text3", False
    if found.erased:
        yield (
            words.count(
                "{number} row was erased for good since and stays away.",
                "{number} rows were erased for good since and stay away.",
                found.erased,
            ),
            "text2",
            False,
        )


def _wording(message: str) -> Callable[[Mapping[str, object], Words], str]:
    def wording(values: Mapping[str, object], words: Words) -> str:
        return words.say(
            message, path=str(values.get("path", NOTHING)), detail=str(values.get("detail") or NOTHING)
        )

    return wording


BACKUP: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    FileFailing: _wording(FAILING),
    OtherDatabase: _wording(OTHER),
}
