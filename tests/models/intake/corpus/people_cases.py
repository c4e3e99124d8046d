"""Made lists of people, delegations, organisations and places."""

from __future__ import annotations

import datetime as dt
import quopri
from collections.abc import Callable, Iterator
from typing import Any

from models.intake.record import Mention
from models.intake.values.read import Context
from tests.models.intake.corpus.files import Case, Rows, ods, page, separated, xlsx
from tests.models.intake.corpus.pools import EVERYBODY, FIRST, JAPANESE, KOREANS, WESTERNERS, Someone

VISIT = Context(first=FIRST, last=FIRST + dt.timedelta(3), languages=("ko", "ja", "en"))


def names(who: Someone, *, own: bool = True, latin: bool = False) -> dict[str, str]:
    """Return the names that a line says."""
    said: dict[str, str] = {}
    if own and who.language != "en":
        said |= {f"family.{who.language}": who.family, f"given.{who.language}": who.given}
    if latin or who.language == "en":
        said |= {"family.en": who.latin_family, "given.en": who.latin_given}
    return said


def listed(people: list[Someone], line: Callable[[int, Someone], list[Any]]) -> Rows:
    return [line(number, who) for number, who in enumerate(people, start=1)]


def truths(
    people: list[Someone], first: int, said: Callable[[Someone], dict[str, Any]]
) -> dict[int, dict[str, Any]]:
    return {first + number: said(who) for number, who in enumerate(people)}


def whole(who: Someone) -> str:
    return f"{who.family}{who.given}"


def korean(who: Someone) -> dict[str, Any]:
    return {
        **names(who),
        "organisation": Mention(who.house),
        "position.ko": who.position,
        "email": who.mail,
    }


def japanese(who: Someone) -> dict[str, Any]:
    return {**names(who), "organisation": Mention(who.house), "position.ja": who.position, "email": who.mail}


def latin(who: Someone) -> dict[str, Any]:
    return {
        **names(who, own=False, latin=True),
        "organisation": Mention(who.house_en),
        "position.en": who.position_en,
        "email": who.mail,
    }


def cases() -> Iterator[Case]:
    """Yield the lists."""
    yield from _korean_lists()
    yield from _japanese_lists()
    yield from _latin_lists()
    yield from _mixed_lists()
    yield from _contacts()
    yield from _delegations()
    yield from _houses_and_places()


def _korean_lists() -> Iterator[Case]:
    heading = ["연번", "성명", "소속", "직위", "이메일"]
    rows = listed(KOREANS, lambda n, w: [n, whole(w), w.house, w.position, w.mail])
    yield Case("ko-plain", ".xlsx", xlsx([heading, *rows]), "people", truths(KOREANS, 2, korean))
    titled = [
        ["제19차 정례회의 참석자 명단"],
        [None],
        ["2024. 7. 29. 현재"],
        heading,
        *rows,
        [None],
        ["합계", len(rows)],
        ["※ 변동 시 별도 통보"],
    ]
    padded = [[*row, *[None] * (5 - len(row))] for row in titled]
    yield Case(
        "ko-titled",
        ".xlsx",
        xlsx(padded, merges=((0, 0, 0, 4),)),
        "people",
        truths(KOREANS, 5, korean),
        given_kind="people",
    )
    yield Case("ko-cp949", ".csv", separated([heading, *rows], "cp949"), "people", truths(KOREANS, 2, korean))
    yield Case(
        "ko-utf8-mark", ".csv", separated([heading, *rows], "utf-8-sig"), "people", truths(KOREANS, 2, korean)
    )
    yield Case(
        "ko-utf16-tabs",
        ".txt",
        separated([heading, *rows], "utf-16", "\t"),
        "people",
        truths(KOREANS, 2, korean),
    )
    yield Case("ko-ods", ".ods", ods([heading, *rows]), "people", truths(KOREANS, 2, korean))
    two = [
        ["번호", "성명", None, "소속기관", "직책", "연락처", None],
        [None, "국문", "영문", None, None, "전자우편", "휴대전화"],
    ]
    body = listed(
        KOREANS,
        lambda n, w: [
            n,
            whole(w),
            f"{w.latin_family.upper()} {w.latin_given}",
            w.house,
            w.position,
            w.mail,
            f"010-{n:04}-{n:04}",
        ],
    )
    truth = truths(KOREANS, 3, lambda w: {**korean(w), **names(w, latin=True)})
    for number, fields in enumerate(truth.values(), start=1):
        fields["phone"] = f"010-{number:04}-{number:04}"
    merges = ((0, 1, 0, 2), (0, 5, 0, 6), (0, 0, 1, 0), (0, 3, 1, 3), (0, 4, 1, 4))
    yield Case("ko-two-headings", ".xlsx", xlsx([*two, *body], merges=merges), "people", truth)
    spaced = listed(
        KOREANS,
        lambda n, w: [
            f"{w.family} {w.given}",
            f"{w.house}\n",
            f" {w.position} ",
            w.mail.upper().lower() + " ",
        ],
    )
    yield Case(
        "ko-spaces",
        ".xlsx",
        xlsx([["성 명", "소 속", "직 위", "E-mail"], *spaced]),
        "people",
        truths(KOREANS, 2, korean),
    )
    grouped = sorted(KOREANS, key=lambda w: w.house)
    body, merged, start = [], [], 0
    for number, who in enumerate(grouped):
        if number and grouped[number - 1].house != who.house:
            start = number
        body.append([who.house if start == number else None, whole(who), who.position, who.mail])
        if number + 1 == len(grouped) or grouped[number + 1].house != who.house:
            merged.append((start + 1, 0, number + 1, 0))
    merged = [each for each in merged if each[0] != each[2]]
    yield Case(
        "ko-merged-houses",
        ".xlsx",
        xlsx([["소속", "성명", "직위", "이메일"], *body], merges=tuple(merged)),
        "people",
        truths(grouped, 2, korean),
    )
    polite = listed(KOREANS, lambda n, w: [whole(w) + (" 박사" if n % 2 else "님"), w.house, w.mail])
    said = lambda w: {key: value for key, value in korean(w).items() if not key.startswith("position")}  # noqa: E731
    with_three = [w for w in KOREANS if len(whole(w)) >= 3]
    polite = listed(with_three, lambda n, w: [whole(w) + (" 박사" if n % 2 else "님"), w.house, w.mail])
    yield Case(
        "ko-polite",
        ".xlsx",
        xlsx([["참석자명", "기관명", "메일주소"], *polite]),
        "people",
        truths(with_three, 2, said),
    )


def _japanese_lists() -> Iterator[Case]:
    heading = ["No.", "氏名", "所属", "役職", "メールアドレス"]
    spaced = listed(JAPANESE, lambda n, w: [n, f"{w.family}　{w.given}", w.house, w.position, w.mail])
    close = listed(JAPANESE, lambda n, w: [n, whole(w), w.house, w.position, w.mail])
    truth = truths(JAPANESE, 2, japanese)
    yield Case("ja-plain", ".xlsx", xlsx([heading, *spaced]), "people", truth)
    yield Case("ja-without-space", ".xlsx", xlsx([heading, *close]), "people", truth)
    yield Case("ja-sjis", ".csv", separated([heading, *spaced], "cp932"), "people", truth)
    yield Case("ja-sjis-tabs", ".tsv", separated([heading, *close], "cp932", "\t"), "people", truth)
    yield Case("ja-utf8", ".csv", separated([heading, *close], "utf-8"), "people", truth)
    kana = listed(JAPANESE, lambda n, w: [f"{w.family} {w.given}", w.reading, w.house, w.position, w.mail])
    yield Case(
        "ja-readings",
        ".xlsx",
        xlsx([["お名前", "ふりがな", "勤務先", "肩書き", "E-mail"], *kana]),
        "people",
        truths(JAPANESE, 2, lambda w: {**japanese(w), "reading.ja": w.reading}),
    )
    divided = listed(JAPANESE, lambda n, w: [w.family, w.given, w.house, w.position, w.mail])
    yield Case(
        "ja-divided",
        ".xlsx",
        xlsx([["姓", "名", "所属機関", "職名", "電子メール"], *divided]),
        "people",
        truth,
    )


def _latin_lists() -> Iterator[Case]:
    everybody = EVERYBODY
    heading = ["#", "Name", "Affiliation", "Position", "E-mail"]

    def made(written: Callable[[Someone], str]) -> Rows:
        return [heading, *listed(everybody, lambda n, w: [n, written(w), w.house_en, w.position_en, w.mail])]

    truth = truths(everybody, 2, latin)
    yield Case(
        "en-capitals-first",
        ".xlsx",
        xlsx(made(lambda w: f"{w.latin_family.upper()} {w.latin_given}")),
        "people",
        truth,
    )
    yield Case(
        "en-capitals-last",
        ".csv",
        separated(made(lambda w: f"{w.latin_given} {w.latin_family.upper()}"), "utf-8", ";"),
        "people",
        truth,
    )
    yield Case(
        "en-commas",
        ".csv",
        separated(made(lambda w: f"{w.latin_family}, {w.latin_given}"), "utf-8"),
        "people",
        truth,
    )
    yield Case(
        "en-given-first", ".xlsx", xlsx(made(lambda w: f"{w.latin_given} {w.latin_family}")), "people", truth
    )
    titled = truths(everybody, 2, lambda w: {**latin(w), "title.en": "Dr."})
    yield Case(
        "en-titles",
        ".xlsx",
        xlsx(made(lambda w: f"Dr. {w.latin_given} {w.latin_family.upper()}")),
        "people",
        titled,
    )
    divided = [
        ["First name", "Last name", "Organization", "Job title", "Email address"],
        *listed(everybody, lambda n, w: [w.latin_given, w.latin_family, w.house_en, w.position_en, w.mail]),
    ]
    yield Case("en-divided", ".xlsx", xlsx(divided), "people", truth)
    upper = [
        ["SURNAME", "GIVEN NAME", "INSTITUTION", "TITLE/POSITION", "EMAIL"],
        *listed(
            WESTERNERS + KOREANS,
            lambda n, w: [w.latin_family.upper(), w.latin_given, w.house_en, w.position_en, w.mail],
        ),
    ]
    shouting = truths(WESTERNERS + KOREANS, 2, latin)
    yield Case("en-shouting", ".xlsx", xlsx(upper), "people", shouting)
    western = list(WESTERNERS)
    yield Case(
        "en-latin1",
        ".csv",
        separated(
            [
                heading,
                *listed(
                    western,
                    lambda n, w: [
                        n,
                        f"{w.latin_family.upper()}, {w.latin_given}",
                        w.house_en,
                        w.position_en,
                        w.mail,
                    ],
                ),
            ],
            "cp1252",
            ";",
        ),
        "people",
        truths(western, 2, latin),
    )


def _mixed_lists() -> Iterator[Case]:
    asians = [*KOREANS, *JAPANESE]
    both = lambda w: {**names(w, latin=True), "organisation": Mention(w.house), "email": w.mail}  # noqa: E731
    rows = listed(
        asians, lambda n, w: [f"{whole(w)} ({w.latin_family.upper()} {w.latin_given})", w.house, w.mail]
    )
    yield Case(
        "two-scripts-in-a-cell",
        ".xlsx",
        xlsx([["성명 / Name", "소속 / Affiliation", "이메일 / E-mail"], *rows]),
        "people",
        truths(asians, 2, both),
    )
    rows = listed(KOREANS, lambda n, w: [whole(w), f"{w.latin_given} {w.latin_family}", w.house, w.mail])
    yield Case(
        "two-name-columns",
        ".xlsx",
        xlsx([["Name in Korean", "Name in English", "Affiliation", "Email"], *rows]),
        "people",
        truths(KOREANS, 2, both),
    )
    rows = listed(JAPANESE, lambda n, w: [whole(w), f"{w.latin_given} {w.latin_family}", w.house, w.mail])
    yield Case(
        "ja-and-romaji",
        ".xlsx",
        xlsx([["氏名", "ローマ字氏名", "所属", "メール"], *rows]),
        "people",
        truths(JAPANESE, 2, both),
    )
    rows = listed(KOREANS, lambda n, w: [whole(w), w.position, w.position_en, w.house, w.mail])
    yield Case(
        "positions-in-two",
        ".xlsx",
        xlsx([["성명", "직위(국문)", "직위(영문)", "소속", "이메일"], *rows]),
        "people",
        truths(KOREANS, 2, lambda w: {**korean(w), "position.en": w.position_en}),
    )
    rows = listed(KOREANS, lambda n, w: [whole(w), w.house, w.position, w.mail])
    yield Case(
        "web-page",
        ".html",
        page([["이름", "소속", "직책", "이메일"], *rows]),
        "people",
        truths(KOREANS, 2, korean),
    )
    yield Case(
        "xls-that-is-a-page",
        ".xls",
        page([["이름", "소속", "직책", "이메일"], *rows], "cp949"),
        "people",
        truths(KOREANS, 2, korean),
    )
    rows = listed(KOREANS, lambda n, w: [whole(w), w.mail])
    bare = truths(KOREANS, 1, lambda w: {**names(w), "email": w.mail})
    yield Case("no-heading", ".tsv", separated(rows, "utf-8", "\t"), "people", bare)
    dirty = listed(
        KOREANS,
        lambda n, w: [n, whole(w) + "\u200b", f"\u00a0{w.house}", w.position if n % 3 else "-", w.mail, "x"],
    )
    truth = truths(KOREANS, 2, korean)
    for number, fields in enumerate(truth.values(), start=1):
        if number % 3 == 0:
            del fields["position.ko"]
    yield Case(
        "dirt", ".xlsx", xlsx([["순번", "성명", "소속", "직위", "이메일", "확인"], *dirty]), "people", truth
    )


def _card(lines: list[str], version: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]) + "\r\n"


def _contacts() -> Iterator[Case]:
    def quoted(text: str) -> str:
        return (
            quopri.encodestring(text.encode(), quotetabs=True)
            .decode()
            .replace("=\n", "=\r\n")
            .replace("\n", "")
        )

    old = "".join(
        _card(
            [
                f"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(who.family)};{quoted(who.given)};;;",
                f"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(who.house)}",
                f"TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(who.position)}",
                f"EMAIL;INTERNET:{who.mail}",
            ],
            "2.1",
        )
        for who in KOREANS
    )
    yield Case("vcard-2.1", ".vcf", old.encode(), "people", truths(KOREANS, 2, korean))
    third = "".join(
        _card(
            [
                f"N:{who.latin_family};{who.latin_given};;;",
                f"FN:{who.latin_given} {who.latin_family}",
                f"ORG:{who.house_en};Division",
                f"TITLE:{who.position_en}",
                f"EMAIL;TYPE=WORK:{who.mail}",
                "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n /2wBDAAgGBgcGBQgHBwcJCQ",
            ],
            "3.0",
        )
        for who in WESTERNERS
    )
    yield Case("vcard-3.0", ".vcf", third.encode(), "people", truths(WESTERNERS, 2, latin))
    fourth = "".join(
        _card(
            [
                f"N:{who.family};{who.given};;;",
                f"ORG:{who.house}",
                f"TITLE:{who.position}",
                f"EMAIL:{who.mail}",
            ],
            "4.0",
        )
        for who in JAPANESE
    )
    yield Case("vcard-4.0", ".vcf", fourth.encode(), "people", truths(JAPANESE, 2, japanese))


def _delegations() -> Iterator[Case]:
    roles = ["head", "deputy", *["member"] * 8, "interpreter", "coordinator"]
    ko = dict(
        zip(
            ("head", "deputy", "member", "interpreter", "coordinator"),
            ("단장", "부단장", "단원", "통역", "간사"),
            strict=True,
        )
    )
    ja = dict(zip(ko, ("団長", "副団長", "団員", "通訳", "事務局"), strict=True))
    en = dict(
        zip(ko, ("Head of delegation", "Deputy head", "Member", "Interpreter", "Coordinator"), strict=True)
    )
    for name, people, words, heading, language in (
        ("ko-delegation", KOREANS, ko, ["구분", "성명", "소속", "직위", "입국일", "출국일"], "ko"),
        ("ja-delegation", JAPANESE, ja, ["役割", "氏名", "所属", "役職", "入国日", "出国日"], "ja"),
        (
            "en-delegation",
            WESTERNERS,
            en,
            ["Role", "Name", "Organisation", "Position", "Arrival date", "Departure date"],
            "en",
        ),
    ):
        rows, truth = [], {}
        for number, (who, role) in enumerate(zip(people, roles, strict=False)):
            own = language != "en"
            position = who.position if own else who.position_en
            house = who.house if own else who.house_en
            written = whole(who) if own else f"{who.latin_family.upper()}, {who.latin_given}"
            there, back = FIRST, FIRST + dt.timedelta(3)
            shown = (f"{there.month}/{there.day}", f"{back.month}/{back.day}") if own else (there, back)
            rows.append([words[role], written, house, position, *shown])
            truth[number + 2] = {
                "role": role,
                "organisation": Mention(house),
                f"position.{language}": position,
                "present_from": there,
                "present_to": back,
            }
        yield Case(name, ".xlsx", xlsx([heading, *rows]), "delegations", truth, VISIT, "delegation")


def _houses_and_places() -> Iterator[Case]:
    houses = {(who.house, who.house_en) for who in [*KOREANS, *JAPANESE]}
    listed_houses = sorted(houses)
    rows = [
        [acronym, name, "대한민국"]
        for name, acronym in listed_houses
        if any(w.house == name for w in KOREANS)
    ]
    truth = {
        number: {"acronym": row[0], "name.ko": row[1], "country": row[2]}
        for number, row in enumerate(rows, start=2)
    }
    yield Case(
        "ko-organisations",
        ".xlsx",
        xlsx([["약칭", "기관명", "국가"], *rows], sheet="기관목록"),
        "organisations",
        truth,
    )
    rows = [
        [name, acronym, "https://example.org"]
        for name, acronym in listed_houses
        if any(w.house == name for w in JAPANESE)
    ]
    truth = {
        number: {"acronym": row[1], "name.ja": row[0], "website": row[2]}
        for number, row in enumerate(rows, start=2)
    }
    yield Case(
        "ja-organisations",
        ".csv",
        separated([["機関名", "略称", "ホームページ"], *rows], "cp932"),
        "organisations",
        truth,
    )
    places = [
        ("대강당", "회의실", 300),
        ("제1회의실", "회의실", 20),
        ("시간표준실험실", "실험실", 8),
        ("구내식당", "식당", 200),
    ]
    kinds = {"회의실": "room", "실험실": "laboratory", "식당": "restaurant"}
    truth = {
        number: {"name.ko": name, "kind": kinds[kind], "capacity": size}
        for number, (name, kind, size) in enumerate(places, start=2)
    }
    yield Case(
        "ko-places",
        ".xlsx",
        xlsx([["장소명", "유형", "수용인원"], *[list(each) for each in places]], sheet="장소"),
        "places",
        truth,
    )
