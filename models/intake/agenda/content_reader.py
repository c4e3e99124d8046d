"""The lines of one entry taken apart into title, talks, people, place, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.intake.agenda.clock import find_minutes, plain
from models.intake.agenda.content import Content, Named, Text, merge_people
from models.intake.agenda.kinds import kind_of, status_of
from models.intake.agenda.people import Speaker, read_people
from models.intake.agenda.people_labels import find_label, strip_label
from models.intake.agenda.places import PLACE
from models.intake.agenda.tongues import Tongues
from models.intake.grid import Origin
from models.intake.readers.word_text import Line
from models.intake.record import Doubt
from models.tables.choices import ItemKind

_PLACE_LABEL = re.compile(
    r"^[(（\[]?\s?(?:[-·※○●▪■]\s?)?(?:장\s?소|場\s?所|会\s?場|venue|place|location|room|where)\s?[:：]\s?(?P<rest>.+?)[)）\]]?$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:※|＊|\*|†|비고\s?[:：]|備考\s?[:：]|참고\s?[:：]|注\s?[:：]|(?:note|remarks?|n\.b\.)\s?[:.：])\s*",
    re.IGNORECASE,
)
_PARTICIPANTS = re.compile(
    r"^(?:참석자?|참가자|대상|参加者|出席者|対象|participants?|attendees?)\s?[:：]", re.IGNORECASE
)
_BULLET = re.compile(
    r"^(?:[-–—‐・·•●○◦▪▫■□◆◇▶▷►‣⁃∙*✓✔➢➤⇒→ㅇo]\s*(?=\S)(?<!o)|o\s+|ㆍ\s*|(?:\(?\d{1,2}\)|\d{1,2}[.)](?!\d)|[①-⑳]|[ⓐ-ⓩ]|\([a-zA-Z가-하]\)|[a-z][.)]|[가나다라마바사아자차카타파하][.)]|[ivx]{1,4}[.)]"
    r"|(?:Talk|발표|発表|講演)\s?\d{1,2}\s?[.:)：])\s*)"
)
_BRACKET_END = re.compile(
    r"^(?P<outer>.+?)\s*[(（\[【]\s*(?P<inner>(?:[^()（）\[\]【】]|[(（][^()（）]*[)）])+)\s*[)）\]】]\s*$",
    re.DOTALL,
)
_ENCLOSED = re.compile(
    r"^[(（\[【<〈]\s*(?P<inner>[^()（）\[\]]*(?:[(（][^()（）]*[)）][^()（）\[\]]*)*)\s*[)）\]】>〉]$"
)
_GAP = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_SLASH = re.compile(r"\s*/\s+|\s+/\s*|\s*／\s*")
_TAIL = re.compile(
    r"\s+[-–—―]+\s+|\s*[:：]\s*|\s+by\s+(?=[A-Z])|\s*,\s+(?=(?:Dr|Prof|Mr|Ms|Mrs)\b)|\s*@\s*|\s+[-–—](?=\S)|\.\s+(?=(?:Dr|Prof|Mr|Ms|Mrs)\b)"
)
_MIXED = re.compile(
    r"^(?P<first>.*[가-힣\u3041-\u30fa\u4e00-\u9fff][^A-Za-z]*?)\s+(?P<second>(?:[A-Z][A-Za-z]*(?:\s+[A-Za-z&’',:-]+)+|[A-Z][a-z]{3,}))$"
)
_REVERSED = re.compile(
    r"^(?P<second>[A-Z][A-Za-z’'-]+(?:\s+[A-Za-z&’',-]+)+)\s+(?P<first>[가-힣\u3041-\u30fa\u4e00-\u9fff][^A-Za-z]*)$"
)
_WORDS = re.compile("[A-Za-z]{3,}")
_LONGEST = 600
"""A longer line is prose: it is kept whole and not taken apart."""


@dataclass(slots=True)
class ContentReader:
    """Reads the lines of entries in the languages of one file."""

    tongues: Tongues

    def read(self, lines: Iterable[Line], language: str = "", *, talks: bool = False) -> Content:
        """Read the lines of one entry; ``talks`` where its title is already known from elsewhere."""
        whole = Content()
        target = whole
        for line in lines:
            target = self._line(whole, target, line, language, talks)
        return whole

    def people(self, text: str, origin: Origin, language: str = "", *, expected: bool = True) -> list[Named]:
        """Read the people of a cell or line where people are expected."""
        found = read_people(text, expected=expected)
        return [self.named(each, text, origin, language) for each in found]

    def named(self, speaker: Speaker, source: str, origin: Origin, language: str = "") -> Named:
        """Return a speaker in the language of the text that names them."""
        tag = self.tongues.of(source, language)
        return Named({tag: speaker}, origin, source, None if speaker.sure else Doubt.REFERENCE)

    def _line(self, whole: Content, target: Content, line: Line, language: str, talks: bool) -> Content:
        text = line.text.strip(" \t\u3000")
        if len(text) > _LONGEST:
            return self._prose(whole, target, line, language)
        bullet = _BULLET.match(plain(text))
        bare = text[bullet.end() :].strip(" \t\u3000") if bullet else text
        if not bare:
            return target
        label, rest = strip_label(bare)
        if label:
            people = self.people(rest, line.origin, language)
            (target.chair if label == "chair" else target.speakers).extend(people)
            return target
        if found := _PLACE_LABEL.match(bare):
            target.place = Text(found["rest"].strip(), line.origin, line.text)
            return target
        if _REMARK.match(text) or _PARTICIPANTS.match(bare):
            said = _REMARK.sub("", text)
            target.remark(self.tongues.of(said, language), Text(said, line.origin, line.text))
            return target
        marked = bool(bullet) or line.listed
        if not (whole.titles or talks):
            self.title(whole, bare, line, language)
            whole.marked = marked
            return whole
        if marked:
            return self._talk(whole, bare, line, language)
        if enclosed := _ENCLOSED.match(bare):
            if self._bracket(target, enclosed["inner"], line, language, alone=True):
                return target
        elif people := self.people(bare, line.origin, language, expected=False):
            self._add_people(target, people)
            return target
        return self._other(whole, target, bare, line, language)

    def _prose(self, whole: Content, target: Content, line: Line, language: str) -> Content:
        """Keep a long line whole: as the title where there is none, else as a remark."""
        tag = self.tongues.of(line.text, language)
        text = Text(line.text, line.origin, line.text, Doubt.SPLIT)
        if whole.titles:
            target.remark(tag, text)
        else:
            whole.titles[tag] = text
        return target

    def _talk(self, whole: Content, text: str, line: Line, language: str) -> Content:
        people = self.people(text, line.origin, language, expected=False)
        if people and not whole.talks:
            # "- Dr. Anna Weber (PTB)" under a title is who speaks, not what is said.
            whole.speakers.extend(people)
            return whole
        talk = Content(marked=True)
        self.title(talk, text, line, language)
        whole.talks.append(talk)
        return talk

    def _other(self, whole: Content, target: Content, text: str, line: Line, language: str) -> Content:
        """Place a line without a mark that follows a title."""
        spoken = self.tongues.of(text, language)
        if target.titles and spoken not in target.titles:
            first = next(iter(target.titles.values()))
            parsed = Content()
            self.title(parsed, text, line, spoken)
            for tag, each in parsed.titles.items():
                target.titles.setdefault(tag, each)
            self._add_people(target, parsed.speakers)
            target.place = target.place or parsed.place
            if len(text) > 4 * max(len(first.text), 12):
                target.titles[spoken].doubt = Doubt.LANGUAGE
            return target
        parsed = Content()
        self.title(parsed, text, line, language)
        if (parsed.speakers and parsed.titles) or not target.titles:
            whole.talks.append(parsed)
            return parsed
        if PLACE.search(text) and len(text) < 40 and not target.place:
            target.place = Text(text, line.origin, line.text, Doubt.GUESS)
            return target
        target.remark(spoken, Text(text, line.origin, line.text, Doubt.GUESS))
        return target

    def title(self, target: Content, text: str, line: Line, language: str) -> None:
        """Take a title apart: what is said, in which languages, by whom, where, how long."""
        text = text.strip(" \t\u3000")
        if firm := status_of(text):
            target.status = firm[0], Text(text, line.origin, line.text)
            text = firm[1]
        if labelled := find_label(text):
            text, label, rest = labelled
            if rest[-1] in ")）" and rest.count("(") + rest.count("（") < rest.count(")") + rest.count("）"):
                rest = rest[:-1]
            people = self.people(rest, line.origin, language)
            (target.chair if label == "chair" else target.speakers).extend(people)
        text = self._gaps(target, text, line, language)
        text = self._brackets(target, text, line, language)
        text = self._minutes_at_end(target, text, line)
        text = self._tail(target, text, line, language)
        self._languages(target, text, line, language)

    def _gaps(self, target: Content, text: str, line: Line, language: str) -> str:
        """Take away what stands after tabs or wide spaces, if it is clear what it is."""
        pieces = _GAP.split(text)
        if len(pieces) == 1 and "\u3000" in text:
            pieces = text.split("\u3000", 1)
        kept = [pieces[0]]
        for piece in pieces[1:]:
            said = piece.strip(" \u3000")
            if not said:
                continue
            inner = _ENCLOSED.match(said)
            if self._bracket(target, inner["inner"] if inner else said, line, language, alone=bool(inner)):
                continue
            spoken = self.tongues.clear(said)
            if spoken and spoken != self.tongues.clear(kept[0]) and spoken not in target.titles:
                target.titles[spoken] = Text(said, line.origin, line.text)
            else:
                kept.append(said)
        return " ".join(kept)

    def _brackets(self, target: Content, text: str, line: Line, language: str) -> str:
        """Take away brackets at the end, as long as it is clear what they say."""
        for _ in range(4):
            found = _BRACKET_END.match(text)
            if not found or not self._bracket(target, found["inner"], line, language, outer=found["outer"]):
                break
            text = found["outer"].strip()
        return text

    def _bracket(
        self, target: Content, inner: str, line: Line, language: str, *, outer: str = "", alone: bool = False
    ) -> bool:
        """Take what a bracket says: people, a place, minutes, a translation; tell whether it was clear."""
        inner = inner.strip()
        length = find_minutes(inner)
        if length and length[2] - length[1] >= len(inner.strip()) - 2:
            target.minutes = length[0], Text(inner, line.origin, line.text)
            return True
        if length and length[2] == len(inner) and not alone:
            # "(Dr. Thomas Weber, PTB, 40 min)"
            shorter = inner[: length[1]].rstrip(" ,;、·")
            if shorter and self._bracket(target, shorter, line, language, outer=outer):
                target.minutes = length[0], Text(inner, line.origin, line.text)
                return True
        label, rest = strip_label(inner)
        if label:
            people = self.people(rest, line.origin, language)
            if label == "chair":
                target.chair.extend(people)
            else:
                self._add_people(target, people)
            return True
        if found := _PLACE_LABEL.match(inner):
            target.place = Text(found["rest"].strip(), line.origin, line.text)
            return True
        if people := self.people(inner, line.origin, language, expected=False):
            self._add_people(target, people)
            return True
        if PLACE.search(inner) and len(inner) < 60 and not target.place:
            target.place = Text(inner.lstrip("@ "), line.origin, line.text)
            return True
        spoken = self.tongues.clear(inner)
        whole = self.tongues.clear(outer) if outer else next(iter(target.titles), "")
        translated = spoken and whole and spoken != whole and len(inner) >= 0.4 * len(outer or inner)
        # Two words or more, else "(DX)" and "(KRISS)" would be translations.
        words = spoken != self.tongues.latin or len(re.findall("[A-Za-z]{2,}", inner)) > 1
        usual = words and spoken in self.tongues.usual[:3]
        if not translated or spoken in target.titles or not (usual or alone):
            return False
        doubt = None if spoken in self.tongues.usual[:2] else Doubt.LANGUAGE
        target.titles[spoken] = Text(inner, line.origin, line.text, doubt)
        return True

    def _minutes_at_end(self, target: Content, text: str, line: Line) -> str:
        found = find_minutes(text)
        if not found or target.minutes is not None or found[2] < len(text) - 1 or found[1] <= 3:
            return text
        if text[found[1] - 1] not in " ,([（、-–" and text[found[1]] not in "([（":
            return text
        target.minutes = found[0], Text(text, line.origin, line.text)
        return text[: found[1]].rstrip(" ,、-–")

    def _tail(self, target: Content, text: str, line: Line, language: str) -> str:
        """Take away people or a place after a dash or a colon, or people before one."""
        for found in _TAIL.finditer(text):
            head, tail = text[: found.start()].strip(), text[found.end() :].strip()
            if not head or not tail:
                continue
            at = "@" in found[0]
            if people := self.people(tail, line.origin, language, expected=False):
                self._add_people(target, people)
                return head
            if at or (PLACE.search(tail) and len(tail) < 40 and ":" not in found[0] and "：" not in found[0]):
                target.place = target.place or Text(tail, line.origin, line.text, None if at else Doubt.SPLIT)
                return head
            if people := self.people(head, line.origin, language, expected=False):
                self._add_people(target, people)
                return tail
        return text

    def _languages(self, target: Content, text: str, line: Line, language: str) -> None:
        """Part a title between its languages."""
        pieces = [each.strip() for each in _SLASH.split(text) if each.strip()]
        if len(pieces) == 1 and text.count("/") == 1:
            pieces = [each.strip() for each in text.split("/")]
        spoken = [self.tongues.clear(each) for each in pieces]
        if len(pieces) > 1 and all(spoken) and len(set(spoken)) == len(spoken):
            for tag, each in zip(spoken, pieces, strict=True):
                target.titles.setdefault(
                    tag, Text(self._brackets(target, each, line, tag), line.origin, line.text)
                )
            return
        if (found := _MIXED.match(text) or _REVERSED.match(text)) and self._bilingual(language):
            # One word in Latin letters behind others may be a name: 화상 회의 Zoom.
            words = len(_WORDS.findall(found["second"])) > 1 or kind_of([found["second"]]) is not None
            doubt = None if words else Doubt.LANGUAGE
            for name in ("first", "second"):
                tag = self.tongues.of(found[name])
                target.titles.setdefault(tag, Text(found[name].strip(), line.origin, line.text, doubt))
            return
        if text:
            tag = self.tongues.of(text, language)
            # What stands in brackets after a meal is often where it is, and often not.
            open_question = _BRACKET_END.match(text) is not None and kind_of([text]) is ItemKind.MEAL
            target.titles.setdefault(
                tag, Text(text, line.origin, line.text, Doubt.SPLIT if open_question else None)
            )

    def _bilingual(self, language: str) -> bool:
        return not language and self.tongues.latin in self.tongues.usual[:2] and len(self.tongues.usual) > 1

    def _add_people(self, target: Content, people: list[Named]) -> None:
        """Add speakers; the same number again in another language are the same people."""
        if not people:
            return
        new = {tag for each in people for tag in each.forms}
        known = {tag for each in target.speakers for tag in each.forms}
        if len(people) == len(target.speakers) and not new & known:
            merge_people(target.speakers, people)
        else:
            target.speakers.extend(people)
