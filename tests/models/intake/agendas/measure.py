"""How much of the made agendas is understood: each cell of the truth against what was read.

A cell is right, wrong but marked doubtful, or wrong unmarked. What is missing counts as wrong unmarked,
unless a line that holds it is marked; what was read and is not in the truth counts as wrong too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from docx.document import Document

from models.intake.agenda.agenda import Agenda
from models.intake.agenda.agenda import Item as ReadItem
from models.intake.agenda.agenda import Talk as ReadTalk
from models.intake.agenda.read import read_agenda
from models.intake.readers.word import word_of
from models.intake.record import Mention, Parsed

from .bilingual import BILINGUAL
from .build import content
from .international import INTERNATIONAL
from .japanese import JAPANESE
from .korean import KOREAN
from .last import LAST
from .later import LATER
from .odd import ODD
from .truth import Item, Talk, Truth, Who

CORPUS: tuple[Callable[[], tuple[Document, Truth]], ...] = (
    *KOREAN,
    *JAPANESE,
    *INTERNATIONAL,
    *BILINGUAL,
    *ODD,
    *LATER,
    *LAST,
)


@dataclass
class Score:
    """The cells of a file, or of all."""

    cells: int = 0
    right: int = 0
    doubted: int = 0
    """Wrong, and marked as doubtful."""
    silent: int = 0
    """Wrong, and not marked."""
    asked: int = 0
    """Right, but marked as doubtful."""
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the cells of another file."""
        self.cells += other.cells
        self.right += other.right
        self.doubted += other.doubted
        self.silent += other.silent
        self.asked += other.asked

    @property
    def share_right(self) -> float:
        return self.right / self.cells

    @property
    def share_silent(self) -> float:
        return self.silent / self.cells


def measure_file(make: Callable[[], tuple[Document, Truth]]) -> tuple[Score, Agenda]:
    """Read one made agenda and compare it with its truth."""
    document, truth = make()
    agenda = read_agenda(word_of(content(document), make.__name__, f"{make.__name__}.docx"))
    return compare(truth, agenda), agenda


def measure_all() -> dict[str, Score]:
    """Read the whole corpus."""
    return {make.__name__: measure_file(make)[0] for make in CORPUS}


def compare(truth: Truth, agenda: Agenda) -> Score:
    """Compare what was read with the truth."""
    score = Score()
    for wanted, found in _pairs(truth.items, agenda.items):
        if wanted is None and found is not None:
            _surplus(score, found)
        elif wanted is not None:
            for cell in _cells(wanted, found):
                _judge(score, agenda, *cell)
    return score


Cell = tuple[str, object, Parsed | None]


def _judge(score: Score, agenda: Agenda, name: str, wanted: object, found: Parsed | None) -> None:
    value = _plain(found.value) if found is not None else ""
    if wanted in ("", None, 0) and value in ("", 0):
        return
    score.cells += 1
    if value == wanted:
        score.right += 1
        score.asked += found is not None and found.doubt is not None
        return
    doubted = found.doubt is not None if found is not None else _line_doubted(agenda, str(wanted))
    score.doubted += doubted
    score.silent += not doubted
    score.wrong.append(f"{name}: {wanted!r} read as {value!r}{' (doubtful)' if doubted else ''}")


def _line_doubted(agenda: Agenda, text: str) -> bool:
    return bool(text) and any(line.doubt is not None and text in line.text for line in agenda.lines)


def _plain(value: object) -> object:
    if hasattr(value, "strftime") and hasattr(value, "hour"):
        return value.strftime("%H:%M")  # type: ignore[attr-defined]
    if hasattr(value, "isoformat"):
        return value.isoformat()  # type: ignore[attr-defined]
    return value


def _surplus(score: Score, item: ReadItem) -> None:
    score.cells += 1
    doubted = any(part.doubt is not None for part in (item.date, item.start, item.kind) if part is not None)
    score.doubted += doubted
    score.silent += not doubted
    score.wrong.append(
        f"not in the truth: {item.start and item.start.value} {[t.value for t in item.title.values()]}"
    )


def _cells(wanted: Item, found: ReadItem | None) -> Iterator[Cell]:
    where = f"{wanted.date} {wanted.start} {next(iter(wanted.titles.values()))}"
    yield f"{where}: date", wanted.date, found and found.date
    yield f"{where}: start", wanted.start, found and found.start
    yield f"{where}: end", wanted.end, found and found.end
    yield f"{where}: end_day", wanted.end_day, found and found.end_day
    yield f"{where}: kind", wanted.kind, found and found.kind
    yield f"{where}: place", wanted.place, found and found.place
    yield from _texts(where, wanted.titles, found)
    yield from _people(f"{where}: speaker", wanted.speakers, found.speakers if found else ())
    yield from _people(f"{where}: chair", wanted.chair, found.chair if found else ())
    remarks = list(found.remarks.values()) if found else []
    yield f"{where}: remark", wanted.remark, remarks[0] if remarks else None
    for text in remarks[1:]:
        yield f"{where}: remark too many", "", text
    talks = (*found.talks, *found.stops) if found else ()
    for number, talk in enumerate(wanted.talks):
        yield from _talk(f"{where}: talk {number + 1}", talk, talks[number] if number < len(talks) else None)
    for talk in talks[len(wanted.talks) :]:
        for text in talk.title.values():
            yield f"{where}: talk too many", "", text


def _talk(where: str, wanted: Talk, found: ReadTalk | None) -> Iterator[Cell]:
    yield from _texts(where, wanted.titles, found)
    yield f"{where}: minutes", wanted.minutes, found and found.minutes
    yield from _people(f"{where}: speaker", wanted.speakers, found.speakers if found else ())


def _texts(where: str, wanted: dict[str, str], found: ReadItem | ReadTalk | None) -> Iterator[Cell]:
    texts = found.title if found else {}
    for tag in dict.fromkeys((*wanted, *texts)):
        yield f"{where}: title {tag}", wanted.get(tag, ""), texts.get(tag)


def _people(where: str, wanted: tuple[Who, ...], found: tuple[Parsed, ...]) -> Iterator[Cell]:
    for number in range(max(len(wanted), len(found))):
        who = wanted[number] if number < len(wanted) else Who()
        parsed = found[number] if number < len(found) else None
        mention = parsed.value if parsed is not None else Mention("")
        named = any(key.startswith("name") for key in mention.names)
        for part, said, value in (
            ("name", who.name, " ".join(mention.text.split()) if named else ""),
            ("organisation", who.organisation, mention.names.get("organisation", "")),
            ("position", who.position, mention.names.get("position", "")),
        ):
            read = Parsed(value, parsed.text, parsed.origin, parsed.doubt) if parsed is not None else None
            yield f"{where} {part}", said, read


def _pairs(
    wanted: Iterable[Item], found: Iterable[ReadItem]
) -> Iterator[tuple[Item | None, ReadItem | None]]:
    """Pair entries of the same day and time, the most alike first; the rest stay alone."""
    left = list(found)
    for item in wanted:
        best = max(left, key=lambda each: _alike(item, each), default=None)
        if best is not None and _alike(item, best) > 0.9:
            left.remove(best)
            yield item, best
        else:
            yield item, None
    for each in left:
        yield None, each


def _alike(wanted: Item, found: ReadItem) -> float:
    same_date = found.date.value is not None and found.date.value.isoformat() == wanted.date
    same_start = found.start is not None and _plain(found.start.value) == wanted.start
    titles = [
        SequenceMatcher(None, text, found.title[tag].value).ratio()
        for tag, text in wanted.titles.items()
        if tag in found.title
    ]
    return 0.4 * same_date + 0.4 * same_start + max(titles, default=0.0)


def print_figures(write: Callable[[str], object] = print) -> Score:
    """Print the figures of every file and of all; return those of all."""
    total = Score()
    for name, score in measure_all().items():
        total.add(score)
        write(
            f"{name:28} {score.cells:4} cells  right {score.share_right:7.2%}  "
            f"wrong, marked {score.doubted:3}  wrong, unmarked {score.silent:3}  right, marked {score.asked:3}"
        )
        for each in score.wrong:
            write(f"    {each}")
    write(
        f"{len(CORPUS)} Word agendas, {total.cells} cells: right {total.share_right:.2%}, wrong and marked "
        f"{total.doubted / total.cells:.2%}, wrong and not marked {total.share_silent:.2%}, "
        f"right but marked {total.asked / total.cells:.2%}"
    )
    return total


if __name__ == "__main__":
    print_figures(lambda text: sys.stdout.write(f"{text}\n"))
