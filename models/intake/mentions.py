"""Who or what a cell names: one or several, with the post and the house that stand beside a name."""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.record import Doubt, Mention
from models.intake.values.names import Split, script_language, split_name
from models.intake.values.read import says_nothing

_TAIL = re.compile(r"\s*#([0-9a-f]{6,36})$")
_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]\s*")
_POST = re.compile(
    r"\s+((?:[가-힣]+\s)?(?:원장|부원장|소장|본부장|센터장|그룹장|팀장|부장|차장|과장|실장|"
    r"선임연구원|책임연구원|연구원|교수|이사장|이사|위원장|위원|대표|사장|회장|국장|장관))$"
    r"|[\s　]+([^\s　]*(?:所長|副所長|部長|課長|室長|センター長|グループ長|"
    r"理事長|理事|研究員|教授|准教授|社長|会長|局長|委員長|研究部門長|総括))$"
)
_OFFICE = re.compile(r"(?:장|원|교수|이사|대표|박사|長|員|教授|理事|総括)$(?<!연구원)(?<!진흥원)(?<!기술원)")
"""How a post ends, other than a house."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TWO_FORMS = re.compile(r"\s+/\s+|\s*／\s*|\s*\n\s*")
_IN_A_ROW = re.compile(
    r"^(.*[가-힣\u3041-\u30fa\u4e00-\u9fff][^A-Za-z]*?)\s+([A-Z][A-Za-z]*(?:\s+[A-Za-z&’',-]+)+(?:\s\d+)?|[A-Z][a-z]{3,})$"
)
"""A name in letters of the East, and the same in Latin ones behind it."""
_AND = re.compile(r"\s+(?:and|und|및|와|과)\s+|\s*&\s*", re.IGNORECASE)


@lru_cache(maxsize=65536)
def mention_of(text: str, *, people: bool) -> tuple[Mention, Doubt | None]:
    """Return what a text names, and what is doubtful about the name should it be a new one."""
    tail = _TAIL.search(text)
    if tail:
        return Mention(text[: tail.start()].strip(), id=tail[1]), None
    if not people:
        return Mention(text), None
    names: dict[str, str] = {}
    rest = text.strip()
    for inside in _BRACKETS.findall(rest):
        # 臼田孝（USUDA Takashi） is one person in two scripts; 이호성(KRISS) names where he works.
        if not _is_other_script(inside, _BRACKETS.sub("", rest)):
            names["organisation"] = inside.strip()
            rest = _BRACKETS.sub(" ", rest, count=1).strip()
    if post := _POST.search(rest):
        position = (post[1] or post[2] or "").strip()
        names[f"position.{script_language(position)}"] = position
        rest = rest[: post.start()].strip()
    if " " in rest and "," in rest and not _CJK.search(rest):
        rest, names = _after_comma(rest, names)
    elif "," in rest and _CJK.search(rest):
        rest, names = _before_office(rest, names)
    splits = split_name(rest)
    for split in splits:
        names[f"family.{split.language}"] = split.family
        if split.given:
            names[f"given.{split.language}"] = split.given
        if split.title:
            names["title.en"] = split.title
    return Mention(text.strip(), names=names), _doubt(splits)


def _after_comma(text: str, names: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Take apart Dr. Minsu Kim, KRISS; but Kim, Minsu is a name."""
    before, _, after = text.partition(",")
    if len(before.split()) >= 2 and len(after.split()) >= 1 and "organisation" not in names:
        bare = [word for word in before.split() if not word.endswith(".")]
        if len(bare) >= 2:
            return before.strip(), {**names, "organisation": after.strip()}
    return text, names


def _before_office(text: str, names: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Take apart 이호성, 국제협력실장: a whole name, and behind the comma an office or a house."""
    before, _, after = (part.strip() for part in text.partition(","))
    first = split_name(before)
    if not after or not all(split.given and split.doubt is None for split in first):
        return text, names
    if _OFFICE.search(after):
        return before, {f"position.{script_language(after)}": after, **names}
    return before, {"organisation": after, **names}


def _is_other_script(inside: str, outside: str) -> bool:
    if bool(_CJK.search(inside)) == bool(_CJK.search(outside)):
        return False
    if _CJK.search(outside):
        words = inside.replace(",", " ").split()
        return len(words) >= 2 and not all(word.isupper() for word in words)
    return len(inside.replace(" ", "")) <= 6


def _doubt(splits: tuple[Split, ...]) -> Doubt | None:
    return next((split.doubt for split in splits if split.doubt is not None), None)


@lru_cache(maxsize=16384)
def several(text: str, *, people: bool) -> tuple[tuple[Mention, ...], Doubt | None]:
    """Return everybody or everything that a text lists."""
    pieces, doubt = _pieces(text, people=people)
    mentions: list[Mention] = []
    for piece in pieces:
        if says_nothing(piece):
            continue
        mention, unsure = mention_of(piece, people=people)
        mentions.append(mention)
        doubt = doubt or unsure
    return tuple(mentions), doubt


def by_language(text: str) -> dict[str, str]:
    """Return a name by its languages where it stands in two: 대회의실 / Main Room; else nothing."""
    for pieces in (_TWO_FORMS.split(text), found.groups() if (found := _IN_A_ROW.match(text)) else ()):
        parts = [piece.strip() for piece in pieces if piece and piece.strip()]
        tagged = {script_language(part): part for part in parts}
        if len(parts) == len(tagged) == 2 and not any(_is_code(part) for part in parts):
            return tagged
    return {}


def _is_code(text: str) -> bool:
    return text.isascii() and (len(text) < 4 or text.isupper())


def are_people(mentions: tuple[Mention, ...]) -> bool:
    """Tell whether each is surely somebody: a whole name, all in the same letters, none a mere office."""
    scripts = {bool(_CJK.search(mention.text)) for mention in mentions}
    return len(scripts) == 1 and all(_is_whole(mention) for mention in mentions)


def _is_whole(mention: Mention) -> bool:
    splits = split_name(_BRACKETS.sub(" ", mention.text))
    return bool(splits) and all(
        split.given and split.doubt in (None, Doubt.NAME_ORDER) and not _POST.search(f" {mention.text}")
        for split in splits
    )


def _pieces(text: str, *, people: bool) -> tuple[list[str], Doubt | None]:
    pieces = [piece.strip() for piece in re.split(r"[;；\n]+", text) if piece.strip()]
    if len(pieces) != 1:
        return pieces, None
    (whole,) = pieces
    if _CJK.search(whole):
        parts = [
            part.strip()
            for part in re.split(r"[,，、]|\s/\s|／|(?<=[가-힣一-龥])·(?=[가-힣])|\s및\s|\s와\s", whole)
        ]
        return [part for part in parts if part], None
    parts = [part.strip() for part in re.split(r"\s/\s|／", whole) if part.strip()]
    if len(parts) > 1:
        return parts, None
    parts = [part.strip() for part in _AND.split(whole) if part.strip()]
    if not people:
        return [piece.strip() for part in parts for piece in part.split(",") if piece.strip()], None
    found: list[str] = []
    doubt: Doubt | None = None
    for part in parts:
        names, unsure = _by_commas(part)
        found += names
        doubt = doubt or unsure
    return found, doubt


def _by_commas(text: str) -> tuple[list[str], Doubt | None]:
    """Tell Kim, Minsu (one) from Minsu Kim, Taro Yamada (two)."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) == 1:
        return pieces, None
    several_words = [len(piece.split()) >= 2 for piece in pieces]
    if all(several_words):
        return pieces, None
    if len(pieces) == 2:
        return [text], None if not any(several_words) else None if not several_words[0] else Doubt.SPLIT
    return pieces, Doubt.SPLIT
