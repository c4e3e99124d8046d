"""Who speaks: a line of an agenda taken apart into people with their organisation and position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from models.intake.values.known_names import is_family_name, known_names
from models.intake.values.names import split_name

_KOREAN_FAMILIES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_TWO_SYLLABLES: Final = ("남궁", "황보", "제갈", "사공", "선우", "독고")

_HAN = "[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_POSITION_KO = re.compile(
    r"(?:장|원|관|박사|교수|대표|감|위원|리더|매니저|이사|총무|간사|대리|사원|주무관|선임"
    r"|책임|수석|회장|총장|대사|총영사|부영사|참사관|변호사|변리사|의원|비서|담당)$"
)
_HONORIFIC = re.compile(r"\s?(?:님|씨|氏|様|殿|先生|さん)$")
_TITLE_CJK = re.compile(r"\s?(?:박사|博士)(?:님)?$")
_POSITION_JA = re.compile(
    r"(?:長|員|教授|博士|理事|主任|官|補佐|代表|リーダー|マネージャー|部員|主査|主幹|主席"
    r"|参事|役|フェロー|担当|大臣|大使|助教|講師|総裁|職員|ディレクター|コーディネーター)$"
)
_POSITION_EN = re.compile(
    r"\b(?:director|president|head|manager|professor|researcher|scientist|chair(?:man|woman"
    r"|person)?|secretary|minister|deputy|"
    r"vice|chief|leader|officer|coordinator|fellow|engineer|ceo|cto|dg|ddg|principal"
    r"|advisor|adviser|ambassador|representative|"
    r"executive|lead|dean|rector|assistant|associate|group head|metrologist)\b",
    re.IGNORECASE,
)
_TITLE_EN = re.compile(
    r"^(?:(?:Prof|Dr|Mr|Mrs|Ms|Mx|Sir|Dame|Ir|Eng|Hon|H\.E|Amb|PhD)\b\.?\s*(?:-?Ing\.?\s*)?)+", re.IGNORECASE
)
_DEGREE = re.compile(r",?\s+(?:Ph\.?\s?D\.?|MSc|MBA|M\.D\.)$", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"室$|課$|部$|部門$|局$|실$|진흥원|연구원|연구소|대학|센터|부처|위원회|공사|재단|협회|학회|청$|부$"
    r"|처$|그룹|研究所|大学|センター|機構|省|庁|協会|学会|株式会社|法人|財団|グループ|総研"
    r"|institut|univers|centre|center|agency|ministry|council|laborator|department|division"
    r"|corporation|company|inc\.?$|ltd|gmbh|office|embassy",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?:실|팀|부|과|처|단|센터|본부|그룹|연구소|연구원|국|위원회|대학교?|학부|회|소|室|課"
    r"|部門?|局|所|院|会|センター|グループ|機構|省|庁)$"
)
_ATTACHED = re.compile(
    rf"(?P<ja>{_HAN}{{1,3}})(?:[副次]?(?:部|課|係|室|所|社|会|局|院|議|班|組合)長|主任|教授|主査|主幹|専務|常務|理事|研究員|審議官)"
    r"|(?P<ko>[가-힣]{3})(?:원장|부장|과장|차장|실장|팀장|소장|본부장|센터장|그룹장|단장|국장|교수|박사|책임|선임|수석|대표|이사)"
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9]*(?:[-/&][A-Z0-9][A-Za-z0-9]*)*$")
_UNNAMED = re.compile(
    r"(?:,\s*)?(?:[(（\[]\s?)?(?:발표자\s?미정|연사\s?미정|담당자\s?미정|추후\s?(?:확정"
    r"|결정|통보)|미정|発表者未定|登壇者未定|講演者未定|未定|調整中"
    r"|(?:speakers?\s)?(?:to be (?:confirmed|announced|decided|determined|advised)"
    r"|\bTB[ACD]\b)|N\.?N\.?$)(?:\s?[)）\]])?",
    re.IGNORECASE,
)
_LATIN_NAME_WORD = (
    r"(?:[A-Z\u00c0-\u00de][\w\u00c0-\u024f’'-]*|[A-Z]\.(?:-?[A-Z]\.)*"
    r"|van|von|de|der|den|di|da|la|le|bin|al|el)"
)
_LATIN_NAME = re.compile(rf"{_LATIN_NAME_WORD}(?:\s{_LATIN_NAME_WORD}){{1,4}}")
_NOT_NAMES = re.compile(
    r"\b(?:Session|Room|Hall|Lunch|Dinner|Break|Coffee|Tour|Visit|Meeting|Opening|Closing"
    r"|Welcome|Address|Group|Photo|Discussion|Workshop|"
    r"Overview|Introduction|Quantum|Time|Lab|Laboratory|Building|Hotel|Center|Centre"
    r"|Airport|Station|Tea|Remarks|Report|Status|Review|"
    r"Program|Programme|Agenda|Standards?|Institute|University|Research|Metrology"
    r"|Technology|Science|National|International|Day|Korea|Japan|"
    r"Reception|Transfer|Departure|Arrival|Registration|Signing|Ceremony|Plenary|Keynote"
    r"|Presentation|Panel|Free|New|Progress|Future|Main|"
    r"Conference|Restaurant|Auditorium|Lobby|Campus|Museum|Digital|Data|Update|Summary|Wrap"
    r"|Check|Bus|City|Dress|Code|Note|Contact)s?\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:;|；|\n|\s/\s|\s&\s|\sand\s|\s및\s|・(?=\S+\s)|\s+[·]\s+|、)\s*")
_BRACKET_END = re.compile(
    r"^(?P<outer>.*?)\s*[(（\[]\s*(?P<inner>[^()（）\[\]]*(?:[(（][^()（）]*[)）][^()（）\[\]]*)?)\s*[)）\]]\s*$",
    re.DOTALL,
)
_COMMA = re.compile(r"\s*[,，]\s*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as an agenda names them; without a name, somebody of an organisation not named yet."""

    name: str = ""
    organisation: str = ""
    position: str = ""
    title: str = ""
    sure: bool = True


def read_people(text: str, *, expected: bool = False) -> tuple[Speaker, ...]:
    """Read the people that a text names; nothing where it may be something else, unless expected."""
    text = text.strip().strip("-–—·•* ").strip()
    if not text or len(text) > 400:
        return ()
    pieces = [piece for piece in _split_people(text, expected) if piece]
    people = [_one(piece, expected) for piece in pieces]
    found = [each for each in people if each is not None]
    if expected:
        return tuple(
            each or Speaker(name=piece, sure=False) for each, piece in zip(people, pieces, strict=True)
        )
    if len(found) != len(pieces) or not any(each.sure for each in found):
        return ()
    return tuple(found)


def _split_people(text: str, expected: bool = False) -> list[str]:
    """Part a line between people, never inside brackets."""
    masked = re.sub(r"[(（\[][^()（）\[\]]*[)）\]]", lambda found: "\u0001" * len(found[0]), text)
    cuts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(masked)]
    # "A (X), B (Y)" and "이호성 원장, 권수용 본부장": commas part people where each piece is one.
    commas = [(found.start(), found.end()) for found in _COMMA.finditer(masked)]
    if commas and _commas_part_people(text, commas, expected):
        cuts = sorted((*cuts, *commas))
    pieces: list[str] = []
    place = 0
    for begin, stop in cuts:
        pieces.append(text[place:begin])
        place = stop
    return [piece.strip() for piece in (*pieces, text[place:])]


def _commas_part_people(text: str, commas: list[tuple[int, int]], expected: bool) -> bool:
    bounds = [0, *(edge for pair in commas for edge in pair), len(text)]
    pieces = [text[bounds[i] : bounds[i + 1]] for i in range(0, len(bounds), 2)]
    if expected and all(_is_bare_name(piece) for piece in pieces):
        # "안내: 정재훈, 남궁현"
        return True
    people = [_one(piece.strip()) for piece in pieces]
    return all(each is not None and each.sure and each.name for each in people) and not any(
        _POSITION_EN.search(piece)
        for piece in pieces
        if not re.search(r"[(（]", piece) and not _TITLE_EN.match(piece)
    )


def _is_bare_name(text: str) -> bool:
    """Tell whether a text is the whole name of somebody and nothing else."""
    text = text.replace("\u3000", " ").strip()
    if not text or _is_latin(text) or is_position(text):
        return False
    if re.fullmatch("[가-힣]{3}", text):
        return text[0] in _KOREAN_FAMILIES and not _ORGANISATION.search(text)
    if re.fullmatch("[가-힣]{4}", text):
        return text.startswith(_TWO_SYLLABLES)
    if re.fullmatch(f"{_HAN}{{1,3}}[ ]?[{_HAN[1:-1]}\u3041-\u3096\u30a1-\u30fa]{{1,4}}", text):
        return all(split.doubt is None and split.given for split in split_name(text, "ja")) and not (
            _is_office(text) or _DEPARTMENT.search(text)
        )
    return False


def _one(text: str, expected: bool = False) -> Speaker | None:
    """Read one person."""
    if _UNNAMED.search(text):
        rest = _UNNAMED.sub("", text).strip(" ,;:-–/()（）[]")
        known = not rest or _ACRONYM.match(rest) or (len(rest) < 60 and _ORGANISATION.search(rest))
        return Speaker(organisation=rest) if known else None
    outer, organisation, position = text, "", ""
    bracket = _BRACKET_END.match(text)
    if bracket and bracket["outer"]:
        outer = bracket["outer"].strip()
        inside = (
            None if _is_latin(bracket["inner"]) else _of_house(bracket["inner"]) or _eastern(bracket["inner"])
        )
        if inside is not None and inside.sure and inside.name and not re.search(r"[A-Za-z]", inside.name):
            # "光格子時計（安田 正美 グループ長）" is a talk and who gives it.
            return None
        organisation, position = _affiliation(bracket["inner"])
    elif (alone := _of_house(outer)) is not None:
        return alone
    found = _western(outer, expected) if _is_latin(outer) else _eastern(outer)
    head, comma, tail = outer.rpartition(",")
    if comma and not organisation and not _is_latin(head) and _works_at(tail.strip()):
        # "문동민 원장, 한국산업기술진흥원"
        found, organisation = _eastern(head) or found, tail.strip()
    if found is None:
        return None
    return Speaker(
        found.name,
        organisation or found.organisation,
        _joined(found.position, position),
        found.title,
        found.sure
        or bool(
            bracket
            and found.name
            and (position or _ACRONYM.match(organisation) or _ORGANISATION.search(organisation))
        ),
    )


def _of_house(text: str) -> Speaker | None:
    """Read "황보성민, KRISS": a whole name, and behind a comma where they work."""
    head, comma, tail = (part.strip() for part in text.partition(","))
    if comma and _is_bare_name(head) and "," not in tail and _works_at(tail):
        return Speaker(head, tail)
    return None


def _is_office(word: str) -> bool:
    """Tell whether a word names an organisation or a part of one; 堀部 is a family, 企画部 is not."""
    family = word in known_names().ideographs or re.fullmatch(f"(?![本支学幹]){_HAN}部", word)
    return _ORGANISATION.search(word) is not None and not family


def _works_at(text: str) -> bool:
    """Tell whether a text is the name of an organisation."""
    return bool(
        _ACRONYM.match(text) or (_ORGANISATION.search(text) and not is_position(text)) or text.endswith("원")
    )


def _joined(first: str, second: str) -> str:
    return f"{first}, {second}" if first and second else first or second


def _is_latin(text: str) -> bool:
    return not re.search(f"{_HAN}|[가-힣\u3041-\u30fa]", text)


def _affiliation(text: str) -> tuple[str, str]:
    """Part what stands in brackets: the organisation and the position."""
    text = text.strip()
    if _is_latin(text):
        parts = [part for part in _COMMA.split(text) if part]
        positions = [part for part in parts if _POSITION_EN.search(part) and not _ORGANISATION.search(part)]
        others = [part for part in parts if part not in positions]
        return ", ".join(others), ", ".join(positions)
    parts = [part for part in re.split(r"\s*[,，、/]\s*", text) if part]
    if len(parts) > 1:
        positions = [part for part in parts if is_position(part)]
        return " ".join(part for part in parts if part not in positions), ", ".join(positions)
    words = text.split()
    if len(words) > 1 and is_position(words[-1]):
        return " ".join(words[:-1]), words[-1]
    if is_position(text) and not _ORGANISATION.search(text):
        return "", text
    return text, ""


def is_position(text: str) -> bool:
    """Tell whether a word of Korean or Japanese ends like a position."""
    if re.search("[가-힣]", text):
        return (
            bool(_POSITION_KO.search(text))
            and not re.search(r"(?:연구원|병원|학원|대학원|과학원|기술원|진흥원|개발원|교육원|회원)$", text)
        ) or bool(re.search(r"(?:책임|선임|수석|주임|전임)\s?연구원$|^연구원$|위촉연구원$", text))
    return bool(_POSITION_JA.search(text))


def _western(text: str, expected: bool) -> Speaker | None:
    """Read "Dr. USUDA Takashi, Director General, NMIJ"."""
    titled = _TITLE_EN.match(text)
    title = titled[0].strip() if titled else ""
    rest = text[titled.end() :] if titled else text
    rest = _DEGREE.sub("", rest)
    parts = [part for part in _COMMA.split(rest) if part]
    if not parts:
        return None
    name, others = parts[0], parts[1:]
    dash = re.split(r"\s[–—-]\s", name, maxsplit=1)
    if len(dash) > 1:
        name, others = dash[0], [dash[1], *others]
    named = _LATIN_NAME.fullmatch(name) or (title and re.fullmatch(_LATIN_NAME_WORD, name))
    if not named or (not (title or expected) and _NOT_NAMES.search(name)) or len(name) > 60:
        # "NPL (John Smith)" and other ways are left to a human.
        return None
    # What follows a position belongs to it, but for the last part, which is where they work.
    position: list[str] = []
    organisation: list[str] = []
    for place, part in enumerate(others):
        last = place == len(others) - 1
        if (
            _POSITION_EN.search(part) and not (last and _ORGANISATION.search(part) and not position and place)
        ) or (position and not last):
            position.append(part)
        else:
            organisation.append(part)
    sure = bool(
        title
        or position
        or (organisation and (_ACRONYM.match(organisation[-1]) or _ORGANISATION.search(organisation[-1])))
    )
    return Speaker(name, ", ".join(organisation), ", ".join(position), title, sure)


def _eastern(text: str) -> Speaker | None:
    """Read "KRISS 이호성 원장", "臼田 孝 総合センター長", "USUDA Takashi 기관장"."""
    title = ""
    text = text.replace("\u3000", " ").strip()
    if any(mark in text for mark in ":：?!。"):
        return None
    polite = bool(_HONORIFIC.search(text))
    text = _HONORIFIC.sub("", text)
    if (doctor := _TITLE_CJK.search(text)) and len(text[: doctor.start()].split()) >= 1:
        title, text = doctor[0].strip(), text[: doctor.start()].strip()
    words = [part for word in re.split(r"\s+|(?<=[가-힣\w]),\s*", text) if word for part in _attached(word)]
    if not words or len(words) > 9:
        return None
    best: tuple[float, Speaker] | None = None
    for begin in range(len(words)):
        for length in (3, 2, 1):
            if begin + length > len(words):
                continue
            name = " ".join(words[begin : begin + length])
            before, after = words[:begin], words[begin + length :]
            score = _name_score(name, length, titled=bool(after or title))
            if (
                not score
                or (after and not is_position(after[-1]))
                or (before and not _is_affiliation(before))
            ):
                continue
            # "이호성 국제협력실 실장" has a department between; "우스다 다카시 센터장" has not.
            strange = sum(not _DEPARTMENT.search(word) and not _ACRONYM.match(word) for word in after[:-1])
            position, organisation = " ".join(after), " ".join(before)
            if not after and len(before) == 1 and is_position(before[0]):
                organisation, position = "", before[0]
            elif not after and organisation and is_position(before[-1]) and len(before) > 1:
                organisation, position = " ".join(before[:-1]), before[-1]
            sure = bool(position or title or polite or (organisation and score > 1))
            if score - 2 * strange > (best[0] if best else 0):
                best = score - 2 * strange, Speaker(name, organisation, position, title, sure)
    return best[1] if best else None


def _attached(word: str) -> tuple[str, ...]:
    """Part a family name from the position written to it: 松本部長, 김철수부장."""
    found = _ATTACHED.fullmatch(word)
    if found is None:
        return (word,)
    name = found["ja"] or found["ko"]
    known = name in known_names().ideographs if found["ja"] else name[0] in _KOREAN_FAMILIES
    return (name, word[len(name) :]) if known else (word,)


def _is_affiliation(words: list[str]) -> bool:
    text = " ".join(words)
    return bool(
        _ORGANISATION.search(text) or all(_ACRONYM.match(word) for word in words) or is_position(words[-1])
    )


def _name_score(name: str, length: int, *, titled: bool) -> float:
    """Say how much a word, or two, looks like a name: 0 not at all, 2 very much."""
    if length == 2 and titled and re.fullmatch("[가-힣]{2,5} [가-힣]{1,5}", name):
        # A foreign name in Hangul, before a position.
        return 0 if any(_DEPARTMENT.search(word) or is_position(word) for word in name.split()) else 1.5
    if length == 1 and re.fullmatch("[가-힣]{2}", name) and is_position(name):
        return 0
    if length == 1 and re.fullmatch("[가-힣]{2,4}", name):
        if (
            is_position(name)
            and len(name) > 2
            and name[-1] in "장관원"
            and name[0] not in "김이박최정강조윤임한오서신권황안송류유전홍"
        ):
            return 0
        if name.startswith(_TWO_SYLLABLES) and len(name) == 4:
            return 2
        return (
            2
            if name[0] in _KOREAN_FAMILIES and len(name) == 3
            else 1
            if name[0] in _KOREAN_FAMILIES and len(name) == 2
            else 0
        )
    if length == 2 and re.fullmatch(
        f"{_HAN}{{1,3}} (?:{_HAN}{{1,3}}|[\u3041-\u3096\u30a1-\u30fa]{{1,4}})", name
    ):
        first, second = name.split()
        return 0 if _is_office(first) or (is_position(second) and len(second) > 1) else 2
    if length == 1 and titled and name in known_names().ideographs:
        return 1.5
    if length == 1 and re.fullmatch(f"{_HAN}{{3,5}}", name):
        if _DEPARTMENT.search(name):
            return 0
        return 0 if (is_position(name) and name[-1] in "長員官") or _ORGANISATION.search(name) else 1
    if length == 1 and re.fullmatch("[\u30a1-\u30fc]+(?:[・＝=][\u30a1-\u30fc]+)+", name):
        return 2
    if length in (2, 3) and _LATIN_NAME.fullmatch(name) and not _NOT_NAMES.search(name):
        # "KRISS KIM Minsu": an acronym before capitals is where they work.
        first, second, *_ = name.split()
        if (first.isupper() and second.isupper() and len(second) > 2) or (name.isupper() and length == 3):
            return 0
        return 1.4 if length == 3 and first.isupper() and not is_family_name(first) else 2
    return 0
