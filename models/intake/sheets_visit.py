"""The sheets of a visit itself: its facts, parties, days and delegations."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Sheet, called
from models.intake.journeys import COLUMNS as JOURNEYS
from models.intake.sheets_directory import COUNTRY, DEPARTMENT, NOTE, ORGANISATION, POSITION, TIME_ZONE
from models.tables.choices import Audience, DelegateRole, PartySide, VisitStatus

AUDIENCE = Column(
    "audience",
    Holds.CHOICE,
    In3("공개 범위", "公開範囲", "Visibility"),
    called("공개|公開|Audience|Visible to"),
    choice=Audience,
    rare=True,
)
AUDIENCE_PARTY = Column(
    "audience_party",
    Holds.ONE,
    In3("공개 대상 당사자", "公開対象の当事者", "Visible to party"),
    (),
    to="parties",
    rare=True,
)
CODE_HINT = In3("언어 부호: ko, ja, en", "言語コード：ko、ja、en", "A code: ko, ja, en")

VISIT = Sheet(
    "visit",
    In3("방문", "訪問", "Visit"),
    (
        Block(
            "visit",
            (
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("방문 제목", "訪問の題名", "Title"),
                    called("방문명|행사명|제목|訪問名|行事名|題名|Visit|Event|Name of visit"),
                ),
                Column(
                    "city",
                    Holds.LOCALISED,
                    In3("도시", "都市", "City"),
                    called("방문지|訪問先|訪問地|Destination"),
                ),
                COUNTRY,
                TIME_ZONE,
                Column(
                    "languages",
                    Holds.TAGS,
                    In3("사용 언어", "使用言語", "Working languages"),
                    called("언어|言語|Languages"),
                    In3("순서대로: ko, ja, en", "順に：ko, ja, en", "In their order: ko, ja, en"),
                ),
                Column(
                    "status",
                    Holds.CHOICE,
                    In3("상태", "状態", "Status"),
                    called("진행 상태|ステータス|State"),
                    choice=VisitStatus,
                ),
                Column("period", Holds.PARTIAL, In3("시기", "時期", "Period"), called("기간|期間|When")),
                Column(
                    "mark",
                    Holds.LOCALISED,
                    In3("문서 표시", "文書の表示", "Mark on papers"),
                    called("표시|Mark"),
                    rare=True,
                ),
                Column(
                    "note", Holds.LOCALISED, In3("메모", "メモ", "Note"), called("비고|備考|Notes|Remarks")
                ),
            ),
            identity=(("title",),),
        ),
    ),
    called("방문 개요|訪問概要|Visits|Overview"),
)

PARTIES = Sheet(
    "parties",
    In3("당사자", "当事者", "Parties"),
    (
        Block(
            "party",
            (
                ORGANISATION,
                Column(
                    "side",
                    Holds.CHOICE,
                    In3("구분", "区分", "Side"),
                    called("주최/방문|主催/訪問|Host or guest"),
                    choice=PartySide,
                ),
                Column(
                    "language",
                    Holds.TEXT,
                    In3("언어", "言語", "Language"),
                    called("사용 언어|使用言語"),
                    CODE_HINT,
                ),
                TIME_ZONE,
                NOTE,
            ),
            visit=True,
            identity=(("organisation",),),
            needs=("organisation",),
        ),
    ),
    main=False,
)

DAYS = Sheet(
    "days",
    In3("일자", "日付", "Days"),
    (
        Block(
            "visit_day",
            (
                Column("date", Holds.DATE, In3("날짜", "日付", "Date"), called("일자|日|Day")),
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("일자 제목", "日の題名", "Title of the day"),
                    called("제목|題名|Title|Theme"),
                ),
                Column("note", Holds.LOCALISED, In3("메모", "メモ", "Note"), called("비고|備考|Notes")),
            ),
            visit=True,
            identity=(("date",),),
            needs=("date",),
        ),
    ),
    main=False,
)

DELEGATIONS = Sheet(
    "delegations",
    In3("대표단", "代表団", "Delegations"),
    (
        Block(
            "delegation",
            (
                Column("party", Holds.ONE, In3("당사자", "当事者", "Party"), (), to="parties"),
                Column(
                    "delegation",
                    Holds.ONE,
                    In3("대표단 기관", "代表団の機関", "Delegation of"),
                    called("대표단|파견 기관|代表団|派遣機関|Delegation"),
                    field="organisation_id",
                    to="organisations",
                ),
                Column(
                    "delegation_title",
                    Holds.LOCALISED,
                    In3("대표단 명칭", "代表団の名称", "Title of the delegation"),
                    (),
                    field="title",
                    rare=True,
                ),
                Column(
                    "delegation_note",
                    Holds.LINES,
                    In3("대표단 메모", "代表団メモ", "Note on the delegation"),
                    (),
                    field="note",
                    rare=True,
                ),
            ),
            visit=True,
            identity=(("party", "delegation", "delegation_title"),),
            needs=("delegation",),
        ),
        Block(
            "delegate",
            (
                Column("person", Holds.ONE, In3("단원", "団員", "Delegate"), (), to="people", each=True),
                Column(
                    "role",
                    Holds.CHOICE,
                    In3("역할", "役割", "Role"),
                    called("구분|담당|임무|자격|区分|役目|Function in the delegation|Capacity|Type"),
                    choice=DelegateRole,
                ),
                ORGANISATION,
                DEPARTMENT,
                POSITION,
                Column(
                    "interprets",
                    Holds.TAGS,
                    In3("통역 언어", "通訳言語", "Interprets"),
                    called("통역|通訳|Language pair"),
                    In3("예: ko, ja", "例：ja, ko", "For example ko, ja"),
                    rare=True,
                ),
                Column(
                    "present_from",
                    Holds.DATE,
                    In3("참석 시작일", "参加開始日", "Present from"),
                    called("체류 시작|입국일|도착일|入国日|到着日|Arrival date|Arrives|From"),
                ),
                Column(
                    "present_to",
                    Holds.DATE,
                    In3("참석 종료일", "参加終了日", "Present to"),
                    called("체류 종료|출국일|출발일|出国日|出発日|Departure date|Departs|To"),
                ),
                NOTE,
            ),
            parent="delegation_id",
            identity=(("person",),),
            needs=("person",),
        ),
    ),
    called(
        "대표단 명단|방문단|방문단 명단|참가자 명단|단원 명단|代表団名簿|訪問団|訪問団名簿|参加者名簿|"
        "Delegation|Participants|Delegates|Attendees|List of participants|"
        "Delegation list"
    ),
    also=("people",),
    beside=JOURNEYS,
)
