"""Lines of all kinds, as many as wanted, for tests and benchmarks of finding."""

from __future__ import annotations

from itertools import cycle, islice

from models.rules.lookup import Line
from models.text.localised import LocalisedText
from models.text.names import Name

_FAMILY = (
    ("이", "李", "Lee"),
    ("김", "金", "Kim"),
    ("박", "朴", "Park"),
    ("최", "崔", "Choi"),
    ("정", "鄭", "Jung"),
)
_JAPANESE = (("臼田", "うすだ", "Usuda"), ("髙橋", "タカハシ", "Takahashi"), ("佐藤", "さとう", "Sato"))
_GIVEN = (("호성", "浩成", "Ho Seong"), ("재혁", "在赫", "Jae-Hyuk"), ("서연", "瑞姸", "Seo Yeon"))
_TOPIC = (
    ("양자 기술", "量子技術", "Quantum technology"),
    ("시간 주파수 표준", "時間周波数標準", "Time and frequency standards"),
    ("질량 측정", "質量計測", "Mass metrology"),
    ("디지털 전환", "デジタル変革", "Digital transformation"),
)
_WHAT = (
    ("연구 현황", "の研究状況", "research in progress"),
    ("공동 연구 제안", "の共同研究提案", "proposal for joint research"),
    ("토의", "の討議", "discussion"),
)


def many_lines(count: int = 100_000) -> list[Line]:
    """Make lines: a tenth people, some organisations and places, the rest entries and talks."""
    people = count // 10
    return [
        *(person_line(number) for number in range(people)),
        *(organisation_line(number) for number in range(count // 50)),
        *(_place(number) for number in range(count // 50)),
        *(_titled("schedule_item", number) for number in range(count * 46 // 100)),
        *(_titled("presentation", number) for number in range(count * 35 // 100)),
        *(_titled("cooperation_item", number) for number in range(count * 5 // 100)),
    ]


def _key(table: str, number: int) -> str:
    return f"{table}-{number:06}"


def person_line(number: int) -> Line:
    if number % 2:
        ko, zh, en = _FAMILY[number % 5]
        given = _GIVEN[number % 3]
        name = Name(
            family=LocalisedText(ko=ko, zh=zh, en=en),
            given=LocalisedText(ko=f"{given[0]}{number}", zh=given[1], en=f"{given[2]} {number}"),
            native="ko",
        )
    else:
        ja, kana, en = _JAPANESE[number % 3]
        name = Name(
            family=LocalisedText(ja=ja, en=en),
            given=LocalisedText(ja=f"孝{number}", en=f"Takashi {number}"),
            reading=LocalisedText(ja=f"{kana} たかし"),
            native="ja",
        )
    return Line(
        "person",
        _key("person", number),
        name=name,
        detail=LocalisedText(ko="책임연구원", ja="主任研究員", en="Principal Researcher"),
        holder=("organisation", _key("organisation", number % 100)),
        words=(f"person{number}@example.org", "KRISS"),
    )


def organisation_line(number: int) -> Line:
    name = LocalisedText(
        ko=f"한국표준과학연구원 제{number}부",
        ja=f"韓国標準科学研究院 第{number}部",
        en=f"Division {number} of KRISS",
    )
    return Line("organisation", _key("organisation", number), label=name, short=f"KRISS-{number}")


def _place(number: int) -> Line:
    return Line(
        "place",
        _key("place", number),
        label=LocalisedText(ko=f"회의실 {number}", ja=f"会議室{number}", en=f"Meeting room {number}"),
    )


def _titled(table: str, number: int) -> Line:
    topic, what = _TOPIC[number % 4], _WHAT[number // 4 % 3]
    ko, ja, en = (f"{about} {said} {number}" for about, said in zip(topic, what, strict=True))
    return Line(table, _key(table, number), label=LocalisedText(ko=ko, ja=ja.replace(" ", ""), en=en))


def typed(text: str) -> list[str]:
    """Return what stands in a field key by key."""
    return [text[:length] for length in range(1, len(text) + 1)]


def endless(*texts: str, count: int) -> list[str]:
    """Return texts over and over."""
    return list(islice(cycle(texts), count))
