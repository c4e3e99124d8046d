"""The sheets of lab tours: stops with their guides, groups with their way round."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Link, Sheet, called
from models.intake.sheets_programme import LIST_HINT, item

LAB_TOURS = Sheet(
    "lab_tours",
    In3("랩투어", "ラボツアー", "Lab tours"),
    (
        Block(
            "lab_tour",
            (
                item(In3("일정", "日程", "Entry"), "투어", "견학", "見学", "Tour"),
                Column(
                    "minutes_before",
                    Holds.NUMBER,
                    In3("집합(몇 분 전)", "集合（何分前）", "Minutes before"),
                    (),
                    rare=True,
                ),
                Column(
                    "walking_minutes",
                    Holds.NUMBER,
                    In3("이동(분)", "移動（分）", "Walking minutes"),
                    called("이동시간|移動時間|Walk"),
                    rare=True,
                ),
                Column(
                    "tour_note",
                    Holds.LINES,
                    In3("투어 메모", "ツアーのメモ", "Note on the tour"),
                    (),
                    field="note",
                    rare=True,
                ),
            ),
            identity=(("item",),),
            needs=("item",),
        ),
        Block(
            "tour_stop",
            (
                Column(
                    "name",
                    Holds.LOCALISED,
                    In3("견학처", "見学先", "Stop"),
                    called(
                        "실험실|연구실|그룹명|견학 장소|방문지|研究室|実験室|見学場所|"
                        "グループ|Laboratory|Lab|Group|Facility"
                    ),
                ),
                Column(
                    "place",
                    Holds.ONE,
                    In3("장소", "場所", "Place"),
                    called("위치|건물|会場|建物|Room|Location|Building"),
                    to="places",
                ),
                Column(
                    "guide",
                    Holds.ONE,
                    In3("안내자", "案内者", "Guide"),
                    called("안내|설명자|담당자|案内|説明者|担当者|Host|Guided by"),
                    to="people",
                ),
                Column(
                    "minutes",
                    Holds.NUMBER,
                    In3("시간(분)", "時間（分）", "Minutes"),
                    called("소요시간|所要時間|Duration|분|分|Min."),
                ),
                Column(
                    "capacity",
                    Holds.NUMBER,
                    In3("정원", "定員", "Capacity"),
                    called("수용인원|最大人数|Max. persons"),
                ),
                Column(
                    "rules",
                    Holds.CODES,
                    In3("규칙", "規則", "Rules"),
                    ("유의사항 부호",),
                    In3(
                        "예: no-photographs, shoes",
                        "例：no-photographs, shoes",
                        "For example no-photographs, shoes",
                    ),
                    rare=True,
                ),
                Column(
                    "rules_text",
                    Holds.LOCALISED,
                    In3("유의사항", "注意事項", "Rules on site"),
                    called("주의사항|注意|Notice|Rules text"),
                ),
            ),
            parent="tour_id",
            identity=(("name",), ("place",)),
        ),
    ),
    called("견학|실험실 견학|見学|研究室見学|Lab tour|Laboratory tour"),
)

TOUR_GROUPS = Sheet(
    "tour_groups",
    In3("조", "班", "Tour groups"),
    (
        Block(
            "tour_group",
            (
                Column("tour", Holds.ONE, In3("투어 일정", "ツアーの日程", "Tour"), (), to="lab_tours"),
                Column("name", Holds.LOCALISED, In3("조 이름", "班の名称", "Group"), called("조|班")),
                Column(
                    "members",
                    Holds.SEVERAL,
                    In3("조원", "班員", "Members"),
                    (),
                    LIST_HINT,
                    link=Link("tour_group_member", "group_id", {"people": "person_id"}),
                ),
                Column(
                    "rotation",
                    Holds.SEVERAL,
                    In3("견학 순서", "見学順", "Order of stops"),
                    (),
                    LIST_HINT,
                    link=Link("tour_rotation", "group_id", {"tour_stops": "stop_id"}),
                ),
                Column("escort", Holds.ONE, In3("인솔자", "引率者", "Escort"), (), to="people"),
                Column("interpreter", Holds.ONE, In3("통역", "通訳", "Interpreter"), (), to="people"),
                Column("phone", Holds.TEXT, In3("전화번호", "電話番号", "Phone"), ()),
            ),
            identity=(("tour", "name"),),
            needs=("tour",),
        ),
    ),
    main=False,
)
