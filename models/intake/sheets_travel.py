"""The sheets of travel and stays."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Link, Sheet, called
from models.intake.sheets_directory import NOTE
from models.intake.sheets_programme import LIST_HINT, REMARKS, ZERO_OR_ONE, ZONE_HINT
from models.intake.sheets_visit import AUDIENCE, AUDIENCE_PARTY
from models.tables.choices import ItemStatus, LegKind, RoomKind

BOOKING = Column(
    "booking_code",
    Holds.TEXT,
    In3("예약번호", "予約番号", "Booking code"),
    called(
        "예약 번호|예약코드|PNR|予約コード|Reservation|Reservation number|"
        "Confirmation|Confirmation number|Booking|Booking reference|"
        "Booking ref.|Reservation no."
    ),
)

TRAVEL = Sheet(
    "travel",
    In3("이동", "移動", "Travel"),
    (
        Block(
            "leg",
            (
                Column(
                    "kind",
                    Holds.CHOICE,
                    In3("이동 수단", "移動手段", "Kind"),
                    called(
                        "수단|교통편|교통수단|구분|手段|交通手段|種別|Type|Transport|Means of transport|Mode"
                    ),
                    choice=LegKind,
                ),
                Column(
                    "number",
                    Holds.TEXT,
                    In3("편명", "便名", "Flight or train"),
                    called(
                        "항공편|항공편명|편명/열차|출발편|도착편|열차번호|편|フライト|"
                        "フライト番号|列車番号|列車名|Flight|Flight number|Flight No.|"
                        "Flight no|Train|Train number|No. of flight|Number"
                    ),
                ),
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("제목", "題名", "Title"),
                    called("내용|内容|Description"),
                    rare=True,
                ),
                Column(
                    "from_place",
                    Holds.ONE,
                    In3("출발지", "出発地", "From"),
                    called(
                        "출발|출발공항|출발 공항|출발역|出発|出発空港|出発駅|発地|Origin|"
                        "Departure airport|Departure|Departs from|Departure from|"
                        "Place of departure"
                    ),
                    to="places",
                ),
                Column(
                    "to_place",
                    Holds.ONE,
                    In3("도착지", "到着地", "To"),
                    called(
                        "도착|도착공항|도착 공항|도착역|목적지|到着|到着空港|到着駅|着地|"
                        "行先|行き先|Destination|Arrival airport|Arrival|Arrives at|"
                        "Place of arrival"
                    ),
                    to="places",
                ),
                Column(
                    "departs",
                    Holds.MOMENT,
                    In3("출발 일시", "出発日時", "Departure date and time"),
                    called("출발일시|출발시각|Departs|Departure (local)|STD|ETD|발"),
                    parts=("departure_date", "departure_time"),
                    writes=False,
                ),
                Column(
                    "departure_date",
                    Holds.DATE,
                    In3("출발일", "出発日", "Departure date"),
                    called(
                        "출발 날짜|출발일자|날짜|일자|日付|搭乗日|탑승일|Date|Date of departure|Day|出発 日"
                    ),
                ),
                Column(
                    "departure_time",
                    Holds.TIME,
                    In3("출발 시각", "出発時刻", "Departure time"),
                    called("출발시간|출발 시간|出発時間|発時刻|Dep.|Dep|Departs at|Dep. time|Depart"),
                ),
                Column(
                    "departure_zone",
                    Holds.ZONE,
                    In3("출발 시간대", "出発地タイムゾーン", "Departure time zone"),
                    (),
                    ZONE_HINT,
                    rare=True,
                ),
                Column(
                    "departure_terminal",
                    Holds.LOCALISED,
                    In3("출발 터미널", "出発ターミナル", "Departure terminal"),
                    called("터미널|ターミナル|Terminal"),
                    rare=True,
                ),
                Column(
                    "arrives",
                    Holds.MOMENT,
                    In3("도착 일시", "到着日時", "Arrival date and time"),
                    called("도착일시|도착시각|Arrives|Arrival (local)|STA|ETA|착"),
                    parts=("arrival_date", "arrival_time"),
                    writes=False,
                ),
                Column(
                    "arrival_date",
                    Holds.DATE,
                    In3("도착일", "到着日", "Arrival date"),
                    called("도착 날짜|도착일자|Date of arrival"),
                ),
                Column(
                    "arrival_time",
                    Holds.TIME,
                    In3("도착 시각", "到着時刻", "Arrival time"),
                    called("도착시간|도착 시간|到着時間|着時刻|Arr.|Arr|Arrives at time|Arr. time|Arrive"),
                ),
                Column(
                    "arrival_zone",
                    Holds.ZONE,
                    In3("도착 시간대", "到着地タイムゾーン", "Arrival time zone"),
                    (),
                    ZONE_HINT,
                    rare=True,
                ),
                Column(
                    "arrival_terminal",
                    Holds.LOCALISED,
                    In3("도착 터미널", "到着ターミナル", "Arrival terminal"),
                    (),
                    rare=True,
                ),
                Column(
                    "status",
                    Holds.CHOICE,
                    In3("상태", "状態", "Status"),
                    called("예약 상태|予約状況"),
                    choice=ItemStatus,
                ),
                Column(
                    "vehicle",
                    Holds.LOCALISED,
                    In3("차량", "車両", "Vehicle"),
                    called("차종|차량번호|車種|Car"),
                    rare=True,
                ),
                Column(
                    "driver",
                    Holds.TEXT,
                    In3("기사", "運転手", "Driver"),
                    called("운전기사|ドライバー"),
                    rare=True,
                ),
                Column(
                    "driver_phone",
                    Holds.TEXT,
                    In3("기사 전화", "運転手の電話", "Driver's phone"),
                    ("기사 연락처",),
                    rare=True,
                ),
                AUDIENCE,
                AUDIENCE_PARTY,
                Column(
                    "departure_fold",
                    Holds.NUMBER,
                    In3("두 번째 출발 시각", "二度目の出発時刻", "Second departure time"),
                    (),
                    ZERO_OR_ONE,
                    rare=True,
                ),
                Column(
                    "arrival_fold",
                    Holds.NUMBER,
                    In3("두 번째 도착 시각", "二度目の到着時刻", "Second arrival time"),
                    (),
                    ZERO_OR_ONE,
                    rare=True,
                ),
                REMARKS,
                Column("leg_note", Holds.LINES, NOTE.heading, called("메모|メモ"), field="note", rare=True),
            ),
            visit=True,
            identity=(
                ("number", "departure_date"),
                ("kind", "from_place", "to_place", "departure_date", "departure_time"),
            ),
            needs=("departure_date",),
        ),
        Block(
            "leg_passenger",
            (
                Column(
                    "person",
                    Holds.ONE,
                    In3("탑승자", "搭乗者", "Passenger"),
                    called(
                        "성명|이름|승객|여행자|氏名|名前|乗客|Name|Traveller|Traveler|"
                        "Passenger name|Full name|탑승자명|탑승자 명단|탑승객|승객 명단|搭乗者名|"
                        "Passengers|Travellers|Travelers"
                    ),
                    LIST_HINT,
                    to="people",
                    each=True,
                ),
                Column(
                    "seat",
                    Holds.TEXT,
                    In3("좌석", "座席", "Seat"),
                    called("좌석번호|座席番号|Seat no.|Seat number"),
                ),
                BOOKING,
            ),
            parent="leg_id",
            needs=("person",),
        ),
    ),
    called("항공편|항공|교통|フライト|交通|移動日程|Flights|Flight|Transport"),
)

STAYS = Sheet(
    "stays",
    In3("숙박", "宿泊", "Stays"),
    (
        Block(
            "stay",
            (
                Column(
                    "place",
                    Holds.ONE,
                    In3("호텔", "ホテル", "Hotel"),
                    called("숙소|숙박|호텔명|숙박지|宿泊先|ホテル名|宿|Accommodation|Hotel name|Lodging"),
                    to="places",
                ),
                Column(
                    "check_in",
                    Holds.DATE,
                    In3("입실일", "チェックイン", "Check-in"),
                    called(
                        "체크인|입실|숙박 시작|체크인 날짜|チェックイン日|入室日|宿泊開始|"
                        "Check in|Checkin|Arrival|Check-in date"
                    ),
                ),
                Column(
                    "check_in_time",
                    Holds.TIME,
                    In3("입실 시각", "チェックイン時刻", "Check-in time"),
                    ("체크인 시간",),
                    rare=True,
                ),
                Column(
                    "check_out",
                    Holds.DATE,
                    In3("퇴실일", "チェックアウト", "Check-out"),
                    called(
                        "체크아웃|퇴실|숙박 종료|체크아웃 날짜|チェックアウト日|退室日|"
                        "Check out|Checkout|Departure|Check-out date"
                    ),
                ),
                Column(
                    "check_out_time",
                    Holds.TIME,
                    In3("퇴실 시각", "チェックアウト時刻", "Check-out time"),
                    ("체크아웃 시간",),
                    rare=True,
                ),
                Column(
                    "payer",
                    Holds.ONE,
                    In3("지불 기관", "支払機関", "Paid by"),
                    called("비용 부담|費用負担|Payer"),
                    to="organisations",
                ),
                Column(
                    "release_date",
                    Holds.DATE,
                    In3("객실 반납 기한", "返室期限", "Release date"),
                    called("취소 기한|Cancellation deadline"),
                    rare=True,
                ),
                BOOKING,
                AUDIENCE,
                AUDIENCE_PARTY,
                REMARKS,
                Column("stay_note", Holds.LINES, NOTE.heading, called("메모|メモ"), field="note", rare=True),
            ),
            visit=True,
            identity=(("place", "check_in", "check_out"),),
            needs=("check_in", "check_out"),
        ),
        Block(
            "room",
            (
                Column(
                    "room",
                    Holds.TEXT,
                    In3("객실 번호", "部屋番号", "Room number"),
                    called("객실|방 번호|호실|部屋|号室|Room|Room no."),
                    field="number",
                ),
                Column(
                    "room_kind",
                    Holds.CHOICE,
                    In3("객실 유형", "部屋タイプ", "Room kind"),
                    called("객실유형|룸타입|部屋種別|Room type"),
                    field="kind",
                    choice=RoomKind,
                ),
                Column(
                    "occupants",
                    Holds.SEVERAL,
                    In3("투숙자", "宿泊者", "Occupants"),
                    called("성명|투숙객|이름|氏名|宿泊者名|Name|Guest|Guests|Guest name|Occupant"),
                    LIST_HINT,
                    link=Link("room_occupant", "room_id", {"people": "person_id"}),
                ),
                Column("first_night", Holds.DATE, In3("첫 밤", "最初の夜", "First night"), (), rare=True),
                Column("last_night", Holds.DATE, In3("마지막 밤", "最後の夜", "Last night"), (), rare=True),
                Column(
                    "room_note",
                    Holds.LINES,
                    In3("객실 메모", "部屋のメモ", "Note on the room"),
                    (),
                    field="note",
                    rare=True,
                ),
            ),
            parent="stay_id",
            identity=(("room",), ("occupants",)),
        ),
    ),
    called("호텔|숙소|숙박 명단|ホテル|宿泊者名簿|Hotel|Hotels|Accommodation|Rooming list"),
)
