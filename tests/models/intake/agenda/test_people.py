"""Who speaks, taken apart in three languages; and what is not a person is not taken for one."""

from __future__ import annotations

import pytest

from models.intake.agenda.people import read_people
from models.intake.agenda.people_labels import find_label, strip_label


def read(text, *, expected=False):
    return [(each.name, each.organisation, each.position) for each in read_people(text, expected=expected)]


@pytest.mark.parametrize(
    ("text", "name", "organisation", "position"),
    [
        ("이호성 원장(KRISS)", "이호성", "KRISS", "원장"),
        ("KRISS 이호성 원장", "이호성", "KRISS", "원장"),
        ("이호성(KRISS 원장)", "이호성", "KRISS", "원장"),
        ("한국표준과학연구원 이호성 원장", "이호성", "한국표준과학연구원", "원장"),
        ("이호성 국제협력실 실장", "이호성", "", "국제협력실 실장"),
        ("우스다 다카시 센터장(NMIJ)", "우스다 다카시", "NMIJ", "센터장"),
        ("USUDA Takashi 기관장(NMIJ)", "USUDA Takashi", "NMIJ", "기관장"),
        ("홍길동 박사 (KRISS)", "홍길동", "KRISS", ""),
        ("NIST, John Miller 박사", "John Miller", "NIST", ""),
        ("臼田 孝 総合センター長（NMIJ）", "臼田 孝", "NMIJ", "総合センター長"),
        ("産総研 臼田孝 総合センター長", "臼田孝", "産総研", "総合センター長"),
        ("国際室 田中 健一 室長", "田中 健一", "国際室", "室長"),
        ("堀部 雅弘（G-QuAT 副センター長）", "堀部 雅弘", "G-QuAT", "副センター長"),
        ("小林 誠 氏", "小林 誠", "", ""),
        ("LEE Ho Seong 院長（KRISS）", "LEE Ho Seong", "KRISS", "院長"),
        ("企画部 松本部長", "松本", "企画部", "部長"),
        ("社長 中島 隆", "中島 隆", "", "社長"),
        ("服部 健 部長（産総研）", "服部 健", "産総研", "部長"),
        ("문동민 원장, 한국산업기술진흥원", "문동민", "한국산업기술진흥원", "원장"),
        ("Dr. USUDA Takashi, Director General, NMIJ", "USUDA Takashi", "NMIJ", "Director General"),
        (
            "KWON Su Yong, Director, Division of Mass, KRISS",
            "KWON Su Yong",
            "KRISS",
            "Director, Division of Mass",
        ),
        ("Takashi Usuda, NMIJ", "Takashi Usuda", "NMIJ", ""),
        ("Ms. Kim (KRISS)", "Kim", "KRISS", ""),
        ("NMIJ (발표자 미정)", "", "NMIJ", ""),
        ("NMIJ（発表者未定）", "", "NMIJ", ""),
        ("NMIJ, speaker to be confirmed", "", "NMIJ", ""),
    ],
)
def test_a_person_is_taken_apart(text, name, organisation, position):
    assert read(text) == [(name, organisation, position)]


def test_several_people_are_told_apart():
    assert read("이호성 원장, 권수용 본부장") == [("이호성", "", "원장"), ("권수용", "", "본부장")]
    assert read("Dr. Anna Weber (PTB) and Prof. J. Smith (NPL)") == [
        ("Anna Weber", "PTB", ""),
        ("J. Smith", "NPL", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "환영사",
        "단체사진",
        "디지털 전환(DX)",
        "양자 기술",
        "회의실 이동",
        "오찬 (구내식당)",
        "계량표준 현황",
        "이동(버스)",
        "협력 방안 논의(전체)",
        "歓迎の挨拶",
        "連携協定 署名式",
        "時間標準",
        "光格子時計（安田 正美 グループ長）",
        "時系の維持（未定）",
        "Group photo",
        "Welcome address",
        "Quantum Sensing Research (KRISS)",
        "Coffee Break",
        "Main Building, Room 3",
    ],
)
def test_titles_are_no_people(text):
    assert read(text) == []


def test_where_people_are_expected_a_strange_one_is_kept_and_doubtful():
    (person,) = read_people("전원", expected=True)
    assert (person.name, person.sure) == ("전원", False)


def test_labels_say_who_follows():
    assert strip_label("발표자: 이호성 원장") == ("speakers", "이호성 원장")
    assert strip_label("座長：稲場 肇") == ("chair", "稲場 肇")
    assert strip_label("(Chair: Dr. Smith)") == ("chair", "Dr. Smith")
    assert strip_label("Welcome: a word") == ("", "Welcome: a word")
    assert find_label("표준 제도의 이해 / 강연 : 정유진 박사") == (
        "표준 제도의 이해",
        "speakers",
        "정유진 박사",
    )
    assert find_label("Speakers of the day") is None
