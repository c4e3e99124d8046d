"""The sheets of the programme: schedule, presentations, lab tours, who takes part."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Link, Sheet, called
from models.intake.sheets_directory import NOTE
from models.intake.sheets_visit import AUDIENCE, AUDIENCE_PARTY, CODE_HINT
from models.tables.choices import (
    ItemKind,
    ItemStatus,
    ParticipationRole,
    Presence,
    SlidesState,
    TimeBasis,
)

LIST_HINT = In3(
    "여러 명은 세미콜론(;)으로 구분",
    "複数の場合はセミコロン（;）で区切る",
    "Several, separated by semicolons",
)
ZONE_HINT = In3("예: Asia/Seoul", "例：Asia/Tokyo", "For example Asia/Seoul")
ZERO_OR_ONE = In3(
    "시각이 두 번 오는 날만: 0 또는 1",
    "時刻が二度来る日のみ：0 か 1",
    "Only where a time comes twice: 0 or 1",
)
REMARKS = Column(
    "remarks",
    Holds.LOCALISED,
    In3("비고", "備考", "Remarks"),
    called("참고|참고사항|기타|備 考|その他|注記|Note|Notes|Comment|Comments|Details"),
)
WHO_SPEAKS = called(
    "발표자|연사|발표|강연자|연자|담당자|담당|発表者|講演者|登壇者|話者|"
    "担当|担当者|Speaker|Presenter|Speakers|Presenters|Speaker(s)|"
    "Presenter(s)|Lecturer|Presented by|Who"
)


def item(heading: In3, *synonyms: str) -> Column:
    """Declare the column that names an entry of the schedule."""
    return Column("item", Holds.ONE, heading, synonyms, to="schedule")


def participants_as(name: str, role: ParticipationRole, heading: In3, synonyms: tuple[str, ...]) -> Column:
    """Declare the column of those who take part in an entry in a role, nothing else being said of them."""
    return Column(
        name,
        Holds.SEVERAL,
        heading,
        synonyms,
        LIST_HINT,
        link=Link(
            "participation",
            "item_id",
            {"people": "person_id", "organisations": "organisation_id"},
            {"role": role},
        ),
    )


SCHEDULE = Sheet(
    "schedule",
    In3("일정", "日程", "Schedule"),
    (
        Block(
            "schedule_item",
            (
                Column(
                    "moment",
                    Holds.MOMENT,
                    In3("일시", "日時", "Date and time"),
                    called("날짜/시간|날짜 및 시간|일자/시간|日付・時間|Date/Time|Date & time|When|Datetime"),
                    parts=("date", "start", "end", "end_day"),
                    writes=False,
                ),
                Column(
                    "times",
                    Holds.TIMES,
                    In3("시간", "時間", "Time"),
                    called("시각|時刻|시간대|時間帯|진행시간|Hours|Times|Time slot|Slot|From–to|시 간|時 間"),
                    parts=("start", "end", "end_day"),
                    writes=False,
                ),
                Column(
                    "date",
                    Holds.DATE,
                    In3("날짜", "日付", "Date"),
                    called("일자|월일|날 짜|일 자|年月日|月日|日|Day|Date (local)|期日"),
                ),
                Column(
                    "start",
                    Holds.TIME,
                    In3("시작", "開始", "Start"),
                    called(
                        "시작시간|시작시각|시작 시간|부터|開始時刻|開始時間|から|From|"
                        "Start time|Begin|Begins|Starts"
                    ),
                ),
                Column(
                    "end",
                    Holds.TIME,
                    In3("종료", "終了", "End"),
                    called(
                        "종료시간|종료시각|종료 시간|끝|까지|終了時刻|終了時間|まで|To|Until|"
                        "End time|Finish|Ends"
                    ),
                ),
                Column(
                    "end_day",
                    Holds.NUMBER,
                    In3("종료일(며칠 뒤)", "終了日（何日後）", "Days later at the end"),
                    (),
                    In3("자정을 넘기면 1", "日をまたぐ場合は 1", "1 where it runs over midnight"),
                    rare=True,
                ),
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("내용", "内容", "Title"),
                    called(
                        "일정|행사|행사내용|일정내용|프로그램|제목|주제|세부내용|주요내용|"
                        "주요 일정|안건|행사명|内 容|내 용|日程|行事|プログラム|題名|議題|"
                        "項目|件名|次第|予定|Programme|Program|Event|Activity|Session|Item|"
                        "Agenda|Agenda item|Subject|Topic|Description|Contents|Content|What"
                    ),
                ),
                Column(
                    "kind",
                    Holds.CHOICE,
                    In3("종류", "種類", "Kind"),
                    called("구분|유형|분류|種別|区分|分類|Type|Category|Session type"),
                    choice=ItemKind,
                ),
                Column(
                    "place",
                    Holds.ONE,
                    In3("장소", "場所", "Place"),
                    called("장 소|회의실|행사장|위치|会場|場 所|会議室|開催場所|Venue|Location|Room|Where"),
                    to="places",
                ),
                participants_as(
                    "speakers", ParticipationRole.SPEAKER, In3("연사", "話者", "Speakers"), WHO_SPEAKS
                ),
                participants_as(
                    "chair",
                    ParticipationRole.CHAIR,
                    In3("좌장", "座長", "Chair"),
                    called(
                        "사회|사회자|진행|진행자|의장|司会|司会者|議長|進行|進行役|"
                        "Chairperson|Moderator|Chaired by|Session chair|MC"
                    ),
                ),
                Column(
                    "status",
                    Holds.CHOICE,
                    In3("상태", "状態", "Status"),
                    called("확정 여부|확정여부|ステータス|Confirmed?"),
                    choice=ItemStatus,
                ),
                Column(
                    "time_basis",
                    Holds.CHOICE,
                    In3("시각 확정", "時刻の確度", "Time agreed"),
                    (),
                    choice=TimeBasis,
                    rare=True,
                ),
                REMARKS,
                Column(
                    "alternative_place",
                    Holds.ONE,
                    In3("대체 장소", "予備の場所", "Alternative place"),
                    called("우천시 장소|雨天時|Alternative venue"),
                    to="places",
                    rare=True,
                ),
                Column(
                    "meeting_point",
                    Holds.ONE,
                    In3("집합 장소", "集合場所", "Meeting point"),
                    called("집결지|집합장소|待ち合わせ場所"),
                    to="places",
                ),
                Column(
                    "online_link",
                    Holds.TEXT,
                    In3("온라인 링크", "オンラインリンク", "Online link"),
                    called("링크|접속 링크|화상회의|リンク|URL|Zoom|Link|Meeting link"),
                    rare=True,
                ),
                Column(
                    "meetings",
                    Holds.SEVERAL,
                    In3("회의", "会議", "Meetings"),
                    (),
                    LIST_HINT,
                    link=Link("item_meeting", "item_id", {"meetings": "meeting_id"}),
                    rare=True,
                ),
                AUDIENCE,
                AUDIENCE_PARTY,
                Column(
                    "zone",
                    Holds.ZONE,
                    In3("시간대(표준시)", "タイムゾーン", "Time zone"),
                    ("표준시",),
                    ZONE_HINT,
                    rare=True,
                ),
                Column(
                    "start_fold",
                    Holds.NUMBER,
                    In3("두 번째 시작 시각", "二度目の開始時刻", "Second start time"),
                    (),
                    ZERO_OR_ONE,
                    rare=True,
                ),
                Column(
                    "end_fold",
                    Holds.NUMBER,
                    In3("두 번째 종료 시각", "二度目の終了時刻", "Second end time"),
                    (),
                    ZERO_OR_ONE,
                    rare=True,
                ),
                NOTE,
            ),
            visit=True,
            identity=(
                ("date", "start", "title"),
                ("date", "start", "end", "place", "kind"),
                ("date", "title"),
            ),
            needs=("date",),
        ),
    ),
    called(
        "일정표|세부일정|행사일정|日程表|スケジュール|予定表|Programme|Program|Agenda|Timetable|Itinerary"
    ),
)

PARTICIPANTS = Sheet(
    "participants",
    In3("참석", "参加", "Participation"),
    (
        Block(
            "participation",
            (
                item(In3("일정", "日程", "Entry"), "행사", "Event", "Item"),
                Column(
                    "person",
                    Holds.ONE,
                    In3("인물", "人物", "Person"),
                    called("참석자|参加者|Participant|Name"),
                    to="people",
                    each=True,
                ),
                Column("delegation", Holds.ONE, In3("대표단", "代表団", "Delegation"), (), to="delegations"),
                Column("group", Holds.ONE, In3("조", "班", "Tour group"), ("Group",), to="tour_groups"),
                Column(
                    "organisation",
                    Holds.ONE,
                    In3("기관", "機関", "Organisation"),
                    ("Organization",),
                    to="organisations",
                ),
                Column("role", Holds.CHOICE, In3("역할", "役割", "Role"), ("As",), choice=ParticipationRole),
                Column(
                    "excluded",
                    Holds.FLAG,
                    In3("제외", "除外", "Excluded"),
                    called("불참|欠席|Not taking part"),
                ),
                Column(
                    "presence",
                    Holds.CHOICE,
                    In3("참석 방식", "参加方法", "Presence"),
                    ("참석방식",),
                    choice=Presence,
                ),
                Column("start", Holds.TIME, In3("참석 시작", "参加開始", "From"), ()),
                Column("end", Holds.TIME, In3("참석 종료", "参加終了", "To"), ()),
            ),
            needs=("item",),
        ),
    ),
    main=False,
)

PRESENTATIONS = Sheet(
    "presentations",
    In3("발표", "発表", "Presentations"),
    (
        Block(
            "presentation",
            (
                item(In3("일정", "日程", "Entry"), "세션", "세션명", "セッション", "Session", "In session"),
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("발표 제목", "発表題目", "Title"),
                    called(
                        "제목|발표제목|발표주제|발표 주제|주제|강연제목|題目|演題|題名|"
                        "発表タイトル|タイトル|講演題目|発表題名|Talk|Talk title|"
                        "Presentation title|Title of talk|Title of presentation|Topic|"
                        "Subject|Presentation|Title of the talk"
                    ),
                ),
                Column(
                    "speakers",
                    Holds.SEVERAL,
                    In3("발표자", "発表者", "Speakers"),
                    WHO_SPEAKS,
                    LIST_HINT,
                    link=Link(
                        "presentation_speaker",
                        "presentation_id",
                        {"people": "person_id", "organisations": "organisation_id"},
                    ),
                ),
                Column(
                    "minutes",
                    Holds.NUMBER,
                    In3("시간(분)", "時間（分）", "Minutes"),
                    called(
                        "발표시간|소요시간|분|発表時間|所要時間|分|Duration|Duration (min)|"
                        "Min.|Length|Time (min)"
                    ),
                ),
                Column(
                    "language",
                    Holds.TEXT,
                    In3("발표 언어", "発表言語", "Language"),
                    called("언어|言語|使用言語|Spoken in"),
                    CODE_HINT,
                ),
                Column(
                    "slides",
                    Holds.CHOICE,
                    In3("발표자료", "発表資料", "Slides"),
                    called("자료|資料|Slide status|Material"),
                    choice=SlidesState,
                ),
                Column(
                    "abstract",
                    Holds.LOCALISED,
                    In3("초록", "要旨", "Abstract"),
                    called("요약|개요|概要|Summary"),
                ),
                NOTE,
            ),
            identity=(("item", "title"),),
            needs=("item",),
        ),
    ),
    called("발표목록|발표 목록|発表一覧|Talks|Presentation list"),
)
