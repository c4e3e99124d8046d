"""The way through a file: each paragraph is a day, an entry, a head, or goes with what came before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from models.intake.agenda.agenda import LineRole
from models.intake.agenda.clock import find_span, plain
from models.intake.agenda.content import Content, Text
from models.intake.agenda.content_reader import ContentReader
from models.intake.agenda.dates import find_dates, find_day_number
from models.intake.agenda.kinds import SESSION, kind_of
from models.intake.agenda.people_labels import strip_label
from models.intake.agenda.places import PLACE
from models.intake.agenda.slots import DayHead, Event, Head, Noted, Slot
from models.intake.record import Doubt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from models.intake.agenda.clock import Span
    from models.intake.agenda.dates import Found
    from models.intake.agenda.tongues import Tongues
    from models.intake.readers.word_text import Line

_WHEN: Final = re.compile(
    r"^\W{0,4}(?:일\s?시|일\s?정|기\s?간|회의\s?일자|개최\s?일시?|방문\s?기간|날\s?짜"
    r"|日\s?時|期\s?間|日\s?程|開催日時?|訪問期間|dates?(?:\s?(?:and|&)\s?(?:time|venue"
    r"|place))?|when|period)\s*[:：]",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"^\W{0,4}(?:장\s?소|개최지|회의\s?장소|場\s?所|会\s?場|開催地|venue|place|location"
    r"|where)\s*[:：]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_FOOT: Final = re.compile(
    r"^\W{0,3}(?:문의|연락처|담당자\s?연락처|お?問い?合わせ|連絡先|contact(?:s| person)?\b"
    r"|끝\.?$|以上$|end of (?:agenda|programme)|드레스|dress code|wi-?fi)"
    r"|변경될\s?수|변동될\s?수|subject to change|変更(?:に|と)?なる|変更する(?:場合|可能性)"
    r"|협의\s?전|合意前|not agreed yet|現地時間です|local time\.$",
    re.IGNORECASE,
)
_EDGE = " \t\u3000,.:;、。·・|/-–—―~()[]（）【】<>〈〉《》■□◆◇●○▶▷◎※*•#"
_LONGEST_DAY = 60
_LONG = 5 * 60
"""Minutes: what lasts so long before anything else is the whole, not an entry."""
_INTO = re.compile(r"(?:\s(?:at|from)|[\s(（\[,–—-]+)$", re.IGNORECASE)


@dataclass(slots=True)
class Walk:
    """Goes through the lines of a file and keeps what it found in their order."""

    reader: ContentReader
    year: int | None
    base: dt.date | None = None
    """The first day, as far as the file says it before its entries."""
    sure_base: bool = False
    events: list[Event] = field(default_factory=list[Event])
    noted: list[Noted] = field(default_factory=list[Noted])
    place: Text | None = None
    slot: Slot | None = None
    """The entry that further paragraphs belong to."""
    started: bool = False
    """An entry or a day was seen: what follows is no preamble any more."""
    stated: dt.date | None = None

    @property
    def tongues(self) -> Tongues:
        """Return the languages of the file."""
        return self.reader.tongues

    def note(
        self, line: Line, role: LineRole, event: Event | None = None, doubt: Doubt | None = None
    ) -> None:
        """Keep what a line was taken for."""
        self.noted.append(Noted(line, role, event, doubt))

    def close(self) -> None:
        """End the entry that paragraphs were added to."""
        if self.slot is not None and self.slot.pending:
            slot, self.slot = self.slot, None
            slot.content = self.reader.read(slot.pending)
            slot.pending = []
        self.slot = None

    def paragraph(self, line: Line) -> None:
        """Read a line that stands for itself: a paragraph, or a row that is one cell."""
        text = line.text
        if self._about(line):
            return
        span = find_span(text)
        dates = find_dates(text, self.year)
        if span is not None and self._timed(line, span, dates):
            return
        if span is None and self.day_head(line, dates):
            return
        self._untimed(line)

    def day_head(self, line: Line, dates: Sequence[Found]) -> bool:
        """Take a line as the head of a day, if it is one."""
        different = {each.date for each in dates}
        number = find_day_number(line.text)
        if len(different) > 1 or not (dates or number) or len(line.text) > 2 * _LONGEST_DAY:
            return False
        rest = self._day_rest(line.text, dates, number)
        begin = min([each.begin for each in dates] + ([number[1]] if number else []))
        before = line.text[:begin].strip(_EDGE)
        shown = line.heading or line.bold or number or len(rest) <= 20
        if len(rest) > _LONGEST_DAY or not shown or (len(before) > 12 and not line.heading):
            return False
        if not self.started and rest and before and not number and not line.heading:
            return False
        if dates:
            found = dates[0]
            self.begin_day(found.date, line, found.doubt, found.options, rest)
        elif number and self.base is not None:
            import datetime as dt

            date = self.base + dt.timedelta(days=number[0] - 1)
            self.begin_day(date, line, None if self.sure_base else Doubt.GUESS, (), rest)
        else:
            return False
        return True

    def begin_day(
        self, date: dt.date, line: Line, doubt: Doubt | None, options: tuple[dt.date, ...], rest: str = ""
    ) -> DayHead:
        """Begin a day."""
        self.close()
        day = DayHead(date, line.origin, line.text, doubt, options)
        if rest:
            self.reader.title(day.titles, rest, line, "")
        self.events.append(day)
        self.note(line, LineRole.DAY, day, doubt)
        self.stated = date
        self.started = True
        return day

    def begin_slot(self, line: Line, span: Span | None) -> Slot:
        """Begin an entry at a time."""
        self.close()
        slot = Slot(line.origin, line.text)
        if span is not None:
            slot.time(span)
        self.events.append(slot)
        self.started = True
        return slot

    def _about(self, line: Line) -> bool:
        """Take a line that says when or where the whole is, or that belongs to no entry."""
        text = line.text
        if _WHEN.match(text) and not (self.slot and self.slot.pending):
            self.close()
            self.note(line, LineRole.ABOUT)
            return True
        if not self.started and (found := _WHERE.match(text)):
            self.place = self.place or Text(found["rest"].strip(), line.origin, line.text)
            self.note(line, LineRole.ABOUT)
            return True
        if _FOOT.search(text) and find_span(text) is None:
            self.close()
            self.note(line, LineRole.ABOUT)
            return True
        return False

    def _timed(self, line: Line, span: Span, dates: Sequence[Found]) -> bool:
        """Take a line with a time as an entry, if it is one."""
        text = line.text
        before, after = text[: span.begin], text[span.stop :]
        outside = [each for each in dates if each.stop <= span.begin + 1]
        for each in reversed(outside):
            before = before[: each.begin] + before[min(each.stop, len(before)) :]
        lead = re.sub(r"^\W*(?:\(?\d{1,2}[.)]|[①-⑳]|[가나다라마바사아자차카타파하][.)])\s*", "", before)
        lead = lead.strip(_EDGE + "ㅇo")
        rest = after.strip(" \t\u3000:：|,.–—-~")
        if outside and len({each.date for each in outside}) == 1 and not lead:
            found = outside[0]
            if not self.started and (not rest or self._where(rest, span, line)):
                doubt = self.place.doubt if self.place and self.place.source == line.text else None
                self.note(line, LineRole.ABOUT, None, doubt)
                return True
            if found.date != self.stated:
                self.begin_day(found.date, line, found.doubt, found.options)
        elif outside and not self.started:
            self.note(line, LineRole.ABOUT)
            return True
        if not lead:
            self._slot_of(line, span, rest)
            return True
        if len(text) > 160:
            return False
        if not self.started and not span.ranged:
            return False
        title = _INTO.sub("", before).strip(" \t\u3000")
        bracketed = text[span.begin : span.begin + 1] in "([（" or bool(
            re.search(r"[\t(（\[]\s*$|\s{2,}$", before)
        )
        tail = rest.strip(_EDGE)
        if tail:
            title = (
                f"{title} {after.strip()}"
                if not title.endswith("(")
                else f"{title.rstrip('( ')} ({after.strip()}"
            )
        clear = span.ranged and bracketed
        slot = self._slot_of(line, span, title)
        slot.sure = slot.sure and (clear or (span.ranged and not tail))
        return True

    def _where(self, rest: str, span: Span, line: Line) -> bool:
        """Tell whether a line says when and where the whole is: a date, a time, a place and nothing else."""
        said = rest.strip(_EDGE)
        if kind_of([said]) is not None or span.start is None or span.end is None or len(said) > _LONGEST_DAY:
            return False
        clear = PLACE.search(said) is not None
        if not clear and span.end.minutes - span.start.minutes < _LONG:
            return False
        self.place = self.place or Text(said, line.origin, line.text, None if clear else Doubt.GUESS)
        return True

    def _slot_of(self, line: Line, span: Span, rest: str) -> Slot:
        from dataclasses import replace

        slot = self.begin_slot(line, span)
        self.slot = slot
        slot.lines.append(line)
        self.note(line, LineRole.ITEM, slot)
        if rest:
            slot.pending.append(replace(line, text=rest, listed=False))
        return slot

    def _untimed(self, line: Line) -> None:
        """Take a line without a time: the head of a part, more of the entry before it, or what this is."""
        text = line.text
        if not self.started:
            self.note(line, LineRole.ABOUT)
            return
        labelled = strip_label(text)[0]
        if SESSION.match(plain(text)) and not labelled and (self.slot is None or not line.listed):
            self.close()
            self.head(line, session=True)
        elif self.slot is not None and not (line.heading and self.slot.pending):
            self.slot.pending.append(line)
            self.slot.lines.append(line)
            self.note(line, LineRole.ITEM, self.slot)
        elif line.heading or line.bold:
            self.head(line, session=False)
        else:
            self.note(line, LineRole.UNUSED, None, Doubt.GUESS)

    def head(self, line: Line, *, session: bool) -> Head:
        """Keep the head of a part of a day."""
        self.close()
        head = Head(self.reader.read([line]), line.origin, line.text, session)
        self.events.append(head)
        self.note(line, LineRole.HEADING, head)
        return head

    def _day_rest(self, text: str, dates: Sequence[Found], number: tuple[int, int, int] | None) -> str:
        """Return what the head of a day says besides its date."""
        cuts = [(each.begin, each.stop) for each in dates]
        if number:
            cuts.append((number[1], number[2]))
        for begin, stop in sorted(cuts, reverse=True):
            text = f"{text[:begin]} {text[stop:]}"
        text = re.sub(r"^\W*(?:date|일\s?자|날짜|日付|日時|일시)\s*[:：]", "", text, flags=re.IGNORECASE)
        return re.sub(r"\s{2,}|\t", " ", text).strip(_EDGE)


def blank(content: Content) -> bool:
    """Tell whether an entry says nothing at all."""
    return content.empty and content.minutes is None
