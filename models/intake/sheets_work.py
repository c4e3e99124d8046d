"""The sheets of meetings, preparation and cooperation."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Link, Sheet, called
from models.intake.sheets_directory import EMAIL, NOTE, PHONE
from models.intake.sheets_programme import LIST_HINT
from models.intake.sheets_visit import AUDIENCE, AUDIENCE_PARTY
from models.tables.choices import CooperationState, Frequency, Hosting, MeetingMode

ITEM_OF_COOPERATION = Column(
    "item",
    Holds.ONE,
    In3("협력의제", "協力議題", "Cooperation item"),
    called("의제|議題|Item"),
    to="cooperation_items",
)

SERIES = Sheet(
    "series",
    In3("정례회의", "定例会議", "Series of meetings"),
    (
        Block(
            "series",
            (
                Column("title", Holds.LOCALISED, In3("회의명", "会議名", "Title"), ()),
                Column("short_title", Holds.LOCALISED, In3("약칭", "略称", "Short title"), ()),
                Column(
                    "parties",
                    Holds.SEVERAL,
                    In3("참여 기관", "参加機関", "Parties"),
                    (),
                    LIST_HINT,
                    link=Link("series_party", "series_id", {"organisations": "organisation_id"}),
                ),
                Column("first_year", Holds.NUMBER, In3("첫 해", "初年", "First year"), ()),
                Column("frequency", Holds.CHOICE, In3("주기", "頻度", "Frequency"), (), choice=Frequency),
                Column("hosting", Holds.CHOICE, In3("주최 방식", "開催方式", "Hosting"), (), choice=Hosting),
                NOTE,
            ),
            identity=(("title",), ("short_title",)),
        ),
    ),
    main=False,
)

MEETINGS = Sheet(
    "meetings",
    In3("회의", "会議", "Meetings"),
    (
        Block(
            "meeting",
            (
                Column("series", Holds.ONE, In3("정례회의", "定例会議", "Series"), (), to="series"),
                Column(
                    "of_visit",
                    Holds.FLAG,
                    In3("이 방문의 회의", "この訪問の会議", "Of this visit"),
                    (),
                    field="visit_id",
                ),
                Column("number", Holds.NUMBER, In3("차수", "回次", "Number"), called("회차|回")),
                Column("title", Holds.LOCALISED, In3("회의명", "会議名", "Title"), ()),
                Column("date", Holds.PARTIAL, In3("날짜", "日付", "Date"), ()),
                Column("mode", Holds.CHOICE, In3("방식", "方式", "Mode"), (), choice=MeetingMode),
                Column(
                    "host",
                    Holds.ONE,
                    In3("주최 기관", "主催機関", "Host"),
                    called("주최|主催"),
                    to="organisations",
                ),
                Column("city", Holds.LOCALISED, In3("도시", "都市", "City"), ()),
                NOTE,
            ),
            identity=(("series", "number"), ("title", "number")),
        ),
    ),
    main=False,
)

CONTACTS = Sheet(
    "contacts",
    In3("연락처", "連絡先", "Contacts"),
    (
        Block(
            "visit_contact",
            (
                Column("purpose", Holds.LOCALISED, In3("용무", "用件", "For what"), called("용도|Purpose")),
                Column("name", Holds.LOCALISED, In3("명칭", "名称", "Name"), ()),
                Column("person", Holds.ONE, In3("인물", "人物", "Person"), (), to="people", each=True),
                Column("party", Holds.ONE, In3("당사자", "当事者", "Party"), (), to="parties"),
                PHONE,
                EMAIL,
                Column("first_day", Holds.DATE, In3("시작일", "開始日", "First day"), ()),
                Column("last_day", Holds.DATE, In3("종료일", "終了日", "Last day"), ()),
                Column("emergency", Holds.FLAG, In3("비상", "緊急", "Emergency"), ()),
                AUDIENCE,
                AUDIENCE_PARTY,
                NOTE,
            ),
            visit=True,
            identity=(("purpose", "name", "person", "phone"),),
        ),
    ),
    main=False,
)

TASKS = Sheet(
    "tasks",
    In3("준비업무", "準備作業", "Tasks"),
    (
        Block(
            "task",
            (
                Column("title", Holds.LOCALISED, In3("업무", "作業", "Task"), called("할 일|Title")),
                Column(
                    "due_days",
                    Holds.NUMBER,
                    In3("기한(일 전후)", "期限（何日前後）", "Due, in days"),
                    (),
                    In3("-30은 30일 전", "-30 は30日前", "-30 is thirty days before"),
                ),
                Column("due_date", Holds.DATE, In3("기한", "期限", "Due date"), ()),
                Column("done_on", Holds.DATE, In3("완료일", "完了日", "Done on"), ()),
                NOTE,
            ),
            visit=True,
            identity=(("title", "due_days", "due_date"), ("title",)),
        ),
    ),
    main=False,
)

COOPERATION_ITEMS = Sheet(
    "cooperation_items",
    In3("협력의제", "協力議題", "Cooperation items"),
    (
        Block(
            "cooperation_item",
            (
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("의제명", "議題名", "Title"),
                    called(
                        "의제|협력의제|협력과제|과제명|제목|議題|協力議題|件名|Item|"
                        "Cooperation item|Topic|Subject"
                    ),
                ),
                Column(
                    "field",
                    Holds.LOCALISED,
                    In3("분야", "分野", "Field"),
                    called("협력분야|기술분야|協力分野|Area|Field of cooperation"),
                ),
                Column(
                    "proposer",
                    Holds.ONE,
                    In3("제안 기관", "提案機関", "Proposed by"),
                    called("제안기관|제안|제안자|提案|提案者|Proposer|Proposing party"),
                    to="organisations",
                ),
                Column(
                    "state",
                    Holds.CHOICE,
                    In3("상태", "状態", "State"),
                    called("진행상황|진행 상태|進捗|状況|Status|Progress"),
                    choice=CooperationState,
                ),
                Column("background", Holds.LOCALISED, In3("배경", "背景", "Background"), ("추진배경",)),
                Column(
                    "content",
                    Holds.LOCALISED,
                    In3("내용", "内容", "Content"),
                    called("협력내용|주요내용|協力内容|Contents|Description|Details"),
                ),
                Column(
                    "benefit",
                    Holds.LOCALISED,
                    In3("기대효과", "期待効果", "Benefit"),
                    called("효과|効果|Benefits|Expected benefit|Expected outcome"),
                ),
                Column(
                    "parties",
                    Holds.SEVERAL,
                    In3("참여 기관", "参加機関", "Parties"),
                    called("협력기관|協力機関|Partners"),
                    LIST_HINT,
                    link=Link("cooperation_party", "item_id", {"organisations": "organisation_id"}),
                ),
                Column("series", Holds.ONE, In3("정례회의", "定例会議", "Series"), (), to="series"),
                NOTE,
            ),
            identity=(("series", "title"), ("title",)),
        ),
    ),
    called("협력패키지|협력과제|協力パッケージ|Cooperation|Cooperation Package"),
)

COOPERATION_PEOPLE = Sheet(
    "cooperation_people",
    In3("협력 담당자", "協力担当者", "People of cooperation"),
    (
        Block(
            "cooperation_person",
            (
                ITEM_OF_COOPERATION,
                Column(
                    "person",
                    Holds.ONE,
                    In3("인물", "人物", "Person"),
                    called("담당자|担当者"),
                    to="people",
                    each=True,
                ),
                Column(
                    "organisation", Holds.ONE, In3("기관", "機関", "Organisation"), (), to="organisations"
                ),
            ),
            needs=("item", "person"),
        ),
    ),
    main=False,
)

DECISIONS = Sheet(
    "decisions",
    In3("결정", "決定", "Decisions"),
    (
        Block(
            "cooperation_decision",
            (
                ITEM_OF_COOPERATION,
                Column("meeting", Holds.ONE, In3("회의", "会議", "Meeting"), (), to="meetings"),
                Column(
                    "state",
                    Holds.CHOICE,
                    In3("결정 후 상태", "決定後の状態", "State afterwards"),
                    (),
                    choice=CooperationState,
                ),
                Column("decision", Holds.LOCALISED, In3("결정 내용", "決定内容", "Decision"), ()),
            ),
            identity=(("item", "meeting"),),
            needs=("item", "meeting"),
        ),
    ),
    main=False,
)

FOLLOW_UPS = Sheet(
    "follow_ups",
    In3("후속조치", "フォローアップ", "Follow-ups"),
    (
        Block(
            "follow_up",
            (
                ITEM_OF_COOPERATION,
                Column("decision", Holds.ONE, In3("결정", "決定", "Decision"), (), to="decisions"),
                Column("what", Holds.LOCALISED, In3("할 일", "実施事項", "What"), ("후속조치",)),
                Column(
                    "organisation",
                    Holds.ONE,
                    In3("담당 기관", "担当機関", "Organisation"),
                    (),
                    to="organisations",
                ),
                Column("person", Holds.ONE, In3("담당자", "担当者", "Person"), (), to="people"),
                Column("due", Holds.PARTIAL, In3("기한", "期限", "Due"), ()),
                Column("done", Holds.PARTIAL, In3("완료일", "完了日", "Done"), ()),
                NOTE,
            ),
            identity=(("item", "what"),),
        ),
    ),
    main=False,
)
