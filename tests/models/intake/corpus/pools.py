"""Invented people, houses and programmes that the made files are about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Someone:
    """Somebody: family and given name in the own script and in Latin letters, post and house."""

    language: str
    family: str
    given: str
    latin_family: str
    latin_given: str
    position: str
    position_en: str
    house: str
    house_en: str
    reading: str = ""

    @property
    def mail(self) -> str:
        return (
            f"{self.latin_given}.{self.latin_family}@example.org".lower()
            .replace(" ", "")
            .replace("é", "e")
            .replace("ü", "u")
        )


def _someone(language: str, line: str) -> Someone:
    parts = [part.strip() for part in line.split("|")]
    return Someone(language, *parts)


KOREANS = [
    _someone("ko", each)
    for each in """이|호성|Lee|Ho Seong|원장|President|한국표준과학연구원|KRISS
김|민수|Kim|Minsu|책임연구원|Principal Researcher|한국표준과학연구원|KRISS
박|지영|Park|Jiyoung|선임연구원|Senior Researcher|한국전자통신연구원|ETRI
최|재혁|Choi|Jae-Hyuk|본부장|Director|한국표준과학연구원|KRISS
정|수연|Jung|Soo Yeon|연구원|Researcher|한국원자력연구원|KAERI
남궁|민정|Namkung|Minjung|팀장|Team Leader|과학기술정보통신부|MSIT
황보|관|Hwangbo|Kwan|센터장|Center Director|한국표준과학연구원|KRISS
강|동원|Kang|Dongwon|실장|Head of Office|한국연구재단|NRF
윤|서진|Yoon|Seojin|과장|Manager|국가기술표준원|KATS
권|수용|Kwon|Su Yong|부원장|Vice President|한국표준과학연구원|KRISS
구|본|Koo|Bon|교수|Professor|서울대학교|SNU
제갈|혜린|Jegal|Hyerin|연구원|Researcher|한국과학기술원|KAIST""".splitlines()
]
JAPANESE = [
    _someone("ja", each)
    for each in """臼田|孝|Usuda|Takashi|所長|Director General|計量標準総合センター|NMIJ|うすだ たかし
高橋|健一|Takahashi|Kenichi|主任研究員|Senior Researcher|産業技術総合研究所|AIST|たかはし けんいち
佐々木|美咲|Sasaki|Misaki|研究員|Researcher|産業技術総合研究所|AIST|ささき みさき
渡邊|一郎|Watanabe|Ichiro|部門長|Division Director|計量標準総合センター|NMIJ|わたなべ いちろう
小林|由紀子|Kobayashi|Yukiko|室長|Head of Office|情報通信研究機構|NICT|こばやし ゆきこ
長谷川|翔|Hasegawa|Sho|課長|Manager|経済産業省|METI|はせがわ しょう
森|大輔|Mori|Daisuke|教授|Professor|東京大学|UTokyo|もり だいすけ
加藤|直子|Kato|Naoko|副所長|Deputy Director|理化学研究所|RIKEN|かとう なおこ
五十嵐|誠|Igarashi|Makoto|研究員|Researcher|物質・材料研究機構|NIMS|いがらし まこと
中村|恵|Nakamura|Megumi|事務局長|Secretary General|計量標準総合センター|NMIJ|なかむら めぐみ""".splitlines()
]
WESTERNERS = [
    _someone("en", each)
    for each in """Müller|Käthe|Müller|Käthe|Präsidentin|President|Physikalisch-Technische Bundesanstalt|PTB
Smith|John|Smith|John|Director|Director|National Institute of Standards and Technology|NIST
van der Berg|Anna|van der Berg|Anna|Group Leader|Group Leader|VSL|VSL
García|Elena|García|Elena|Head of Unit|Head of Unit|Centro Español de Metrología|CEM
Wilson|Robert|Wilson|Robert|Senior Scientist|Senior Scientist|National Physical Laboratory|NPL
Nguyen|Linh|Nguyen|Linh|Researcher|Researcher|Vietnam Metrology Institute|VMI""".splitlines()
]
EVERYBODY = [*KOREANS, *JAPANESE, *WESTERNERS]
FIRST = dt.date(2024, 7, 29)


@dataclass(frozen=True)
class Event:
    """An entry of the programme."""

    day: int
    start: str
    end: str
    ko: str
    ja: str
    en: str
    place_ko: str
    place_ja: str
    place_en: str
    who: int = -1
    """Who speaks, as a place in EVERYBODY; nobody is -1."""

    @property
    def date(self) -> dt.date:
        return FIRST + dt.timedelta(self.day)

    def time(self, which: str) -> dt.time:
        return dt.time.fromisoformat(which)


PROGRAMME = [
    Event(
        0,
        "14:00",
        "15:30",
        "호텔 도착",
        "ホテル到着",
        "Arrival at the hotel",
        "호텔 로비",
        "ホテルロビー",
        "Hotel lobby",
    ),
    Event(
        1,
        "09:30",
        "09:45",
        "환영사",
        "歓迎挨拶",
        "Welcome address",
        "대강당",
        "大講堂",
        "Main auditorium",
        12,
    ),
    Event(
        1,
        "09:45",
        "10:30",
        "기관 소개",
        "機関紹介",
        "Introduction of the institute",
        "대강당",
        "大講堂",
        "Main auditorium",
        0,
    ),
    Event(1, "10:30", "10:45", "휴식", "休憩", "Coffee break", "로비", "ロビー", "Lobby"),
    Event(
        1,
        "10:45",
        "12:00",
        "양자표준 발표",
        "量子標準の発表",
        "Talks on quantum standards",
        "제1회의실",
        "第1会議室",
        "Meeting room 1",
        3,
    ),
    Event(1, "12:00", "13:30", "오찬", "昼食", "Lunch", "구내식당", "食堂", "Cafeteria"),
    Event(
        1,
        "13:30",
        "17:00",
        "협력의제 토의",
        "協力議題の討議",
        "Discussion of cooperation",
        "제1회의실",
        "第1会議室",
        "Meeting room 1",
        13,
    ),
    Event(
        1, "18:30", "20:30", "환영 만찬", "歓迎晩餐会", "Welcome dinner", "한정식당", "和食店", "Restaurant"
    ),
    Event(
        2,
        "09:30",
        "12:00",
        "시간표준 실험실 견학",
        "時間標準研究室見学",
        "Tour of the time laboratory",
        "연구동",
        "研究棟",
        "Research building",
        1,
    ),
    Event(
        2,
        "13:00",
        "14:00",
        "업무협약 서명식",
        "覚書調印式",
        "MOU signing ceremony",
        "대회의실",
        "大会議室",
        "Conference room",
    ),
    Event(
        2,
        "14:00",
        "14:15",
        "기념촬영",
        "記念撮影",
        "Group photo",
        "본관 앞",
        "本館前",
        "In front of the main building",
    ),
    Event(
        3,
        "10:00",
        "11:30",
        "경영진 면담",
        "幹部面談",
        "Meeting of the executives",
        "접견실",
        "応接室",
        "Reception room",
    ),
]


@dataclass(frozen=True)
class Flight:
    """A flight of somebody."""

    who: int
    number: str
    day: int
    start: str
    end: str
    from_code: str
    to_code: str
    from_ko: str
    to_ko: str
    from_ja: str
    to_ja: str
    later: int = 0


FLIGHTS = [
    Flight(0, "KE703", 0, "10:10", "12:35", "ICN", "NRT", "인천", "나리타", "仁川", "成田"),
    Flight(1, "KE703", 0, "10:10", "12:35", "ICN", "NRT", "인천", "나리타", "仁川", "成田"),
    Flight(3, "OZ102", 0, "09:00", "11:20", "ICN", "NRT", "인천", "나리타", "仁川", "成田"),
    Flight(0, "KE704", 3, "13:55", "16:30", "NRT", "ICN", "나리타", "인천", "成田", "仁川"),
    Flight(7, "JL091", 3, "23:50", "02:15", "HND", "GMP", "하네다", "김포", "羽田", "金浦", 1),
]
