"""What choices are called: the English wording, to be translated, and what else people write."""

from __future__ import annotations

from models.text.catalogue import mark_in

# The same wordings as on the screen (``ui.words_choices``); a test holds them together.
WORDINGS: dict[str, dict[str, str]] = {
    "OrganisationKind": {
        "INSTITUTE": mark_in("OrganisationKind", "Institute"),
        "DIVISION": mark_in("OrganisationKind", "Division"),
        "MINISTRY": mark_in("OrganisationKind", "Ministry"),
        "UNIVERSITY": mark_in("OrganisationKind", "University"),
        "COMPANY": mark_in("OrganisationKind", "Company"),
        "OTHER": mark_in("OrganisationKind", "Other"),
    },
    "PlaceKind": {
        "CITY": mark_in("PlaceKind", "City"),
        "SITE": mark_in("PlaceKind", "Site"),
        "BUILDING": mark_in("PlaceKind", "Building"),
        "ROOM": mark_in("PlaceKind", "Room"),
        "LABORATORY": mark_in("PlaceKind", "Laboratory"),
        "HOTEL": mark_in("PlaceKind", "Hotel"),
        "RESTAURANT": mark_in("PlaceKind", "Restaurant"),
        "STATION": mark_in("PlaceKind", "Station"),
        "AIRPORT": mark_in("PlaceKind", "Airport"),
        "OTHER": mark_in("PlaceKind", "Other"),
    },
    "Frequency": {
        "YEARLY": mark_in("Frequency", "Every year"),
        "TWICE_YEARLY": mark_in("Frequency", "Twice a year"),
        "BIENNIAL": mark_in("Frequency", "Every two years"),
        "IRREGULAR": mark_in("Frequency", "At irregular intervals"),
    },
    "Hosting": {
        "ALTERNATING": mark_in("Hosting", "In turn"),
        "PROPOSED": mark_in("Hosting", "In turn (proposed)"),
        "FIXED": mark_in("Hosting", "Always the same host"),
        "IRREGULAR": mark_in("Hosting", "Irregular"),
    },
    "MeetingMode": {
        "IN_PERSON": mark_in("MeetingMode", "In person"),
        "ONLINE": mark_in("MeetingMode", "Online"),
        "HYBRID": mark_in("MeetingMode", "Hybrid"),
    },
    "VisitStatus": {
        "PLANNED": mark_in("VisitStatus", "Planned"),
        "CONFIRMED": mark_in("VisitStatus", "Confirmed"),
        "CANCELLED": mark_in("VisitStatus", "Cancelled"),
    },
    "PartySide": {
        "HOST": mark_in("PartySide", "Host"),
        "GUEST": mark_in("PartySide", "Guest"),
    },
    "DelegateRole": {
        "HEAD": mark_in("DelegateRole", "Head of delegation"),
        "DEPUTY": mark_in("DelegateRole", "Deputy head"),
        "MEMBER": mark_in("DelegateRole", "Member"),
        "INTERPRETER": mark_in("DelegateRole", "Interpreter"),
        "COORDINATOR": mark_in("DelegateRole", "Coordinator"),
        "GUEST": mark_in("DelegateRole", "Guest"),
    },
    "ItemKind": {
        "ADDRESS": mark_in("ItemKind", "Address"),
        "PRESENTATIONS": mark_in("ItemKind", "Presentations"),
        "DISCUSSION": mark_in("ItemKind", "Discussion"),
        "BILATERAL": mark_in("ItemKind", "Bilateral meeting"),
        "SIGNING": mark_in("ItemKind", "Signing"),
        "PHOTO": mark_in("ItemKind", "Group photo"),
        "TEA": mark_in("ItemKind", "Tea break"),
        "MEAL": mark_in("ItemKind", "Meal"),
        "LAB_TOUR": mark_in("ItemKind", "Lab tour"),
        "TRANSFER": mark_in("ItemKind", "Transfer"),
        "FREE": mark_in("ItemKind", "Free time"),
        "OTHER": mark_in("ItemKind", "Other"),
    },
    "ItemStatus": {
        "TENTATIVE": mark_in("ItemStatus", "Tentative"),
        "CONFIRMED": mark_in("ItemStatus", "Confirmed"),
        "CANCELLED": mark_in("ItemStatus", "Cancelled"),
    },
    "TimeBasis": {
        "ASSUMED": mark_in("TimeBasis", "Assumed"),
        "AGREED": mark_in("TimeBasis", "Agreed"),
    },
    "Audience": {
        "PUBLIC": mark_in("Audience", "Public"),
        "PARTIES": mark_in("Audience", "All parties"),
        "PARTY": mark_in("Audience", "One party"),
        "OFFICE": mark_in("Audience", "Office only"),
    },
    "ParticipationRole": {
        "PARTICIPANT": mark_in("ParticipationRole", "Participant"),
        "SPEAKER": mark_in("ParticipationRole", "Speaker"),
        "CHAIR": mark_in("ParticipationRole", "Chair"),
        "HOST": mark_in("ParticipationRole", "Host"),
        "GUEST": mark_in("ParticipationRole", "Guest"),
        "INTERPRETER": mark_in("ParticipationRole", "Interpreter"),
    },
    "Presence": {
        "ON_SITE": mark_in("Presence", "On site"),
        "ONLINE": mark_in("Presence", "Online"),
    },
    "SlidesState": {
        "NOT_ASKED": mark_in("SlidesState", "Slides not asked for"),
        "ASKED": mark_in("SlidesState", "Slides asked for"),
        "RECEIVED": mark_in("SlidesState", "Slides received"),
        "FINAL": mark_in("SlidesState", "Slides final"),
    },
    "LegKind": {
        "FLIGHT": mark_in("LegKind", "Flight"),
        "TRAIN": mark_in("LegKind", "Train"),
        "BUS": mark_in("LegKind", "Bus"),
        "CAR": mark_in("LegKind", "Car"),
        "SHIP": mark_in("LegKind", "Ship"),
        "WALK": mark_in("LegKind", "On foot"),
        "OTHER": mark_in("LegKind", "Other"),
    },
    "RoomKind": {
        "SINGLE": mark_in("RoomKind", "Single room"),
        "DOUBLE": mark_in("RoomKind", "Double room"),
        "TWIN": mark_in("RoomKind", "Twin room"),
        "OTHER": mark_in("RoomKind", "Other"),
    },
    "CooperationState": {
        "DRAFT": mark_in("CooperationState", "Draft"),
        "PROPOSED": mark_in("CooperationState", "Proposed"),
        "DISCUSSED": mark_in("CooperationState", "Discussed"),
        "AGREED": mark_in("CooperationState", "Agreed"),
        "UNDER_WAY": mark_in("CooperationState", "Under way"),
        "COMPLETED": mark_in("CooperationState", "Completed"),
        "DEFERRED": mark_in("CooperationState", "Deferred"),
        "WITHDRAWN": mark_in("CooperationState", "Withdrawn"),
    },
}

SYNONYMS: dict[str, dict[str, str]] = {
    "OrganisationKind": {
        "INSTITUTE": "연구소|연구기관|연구원|研究所|研究機関|Research institute|National institute|NMI",
        "DIVISION": "부서|본부|센터|부|部門|部署|センター|Department|Centre|Center",
        "MINISTRY": "부처|정부|정부부처|省庁|政府|官庁|Government|Agency",
        "UNIVERSITY": "대학|대학교|大学|College|School",
        "COMPANY": "기업|회사|企業|会社|Industry|Firm",
        "OTHER": "기타|その他",
    },
    "PlaceKind": {
        "CITY": "도시|市",
        "SITE": "부지|캠퍼스|構内|敷地|キャンパス|Campus",
        "BUILDING": "건물|동|建物|棟",
        "ROOM": (
            "회의실|강의실|방|会議室|部屋|講堂|Meeting room|Conference room|Hall|Auditorium|강당|대강당|홀"
        ),
        "LABORATORY": "실험실|연구실|実験室|研究室|Lab",
        "HOTEL": "호텔|숙소|ホテル|旅館",
        "RESTAURANT": "식당|음식점|레스토랑|식장|食堂|レストラン|飲食店",
        "STATION": "역|기차역|駅",
        "AIRPORT": "공항|空港",
        "OTHER": "기타|その他",
    },
    "VisitStatus": {
        "PLANNED": "예정|계획|予定|計画|Tentative",
        "CONFIRMED": "확정|確定",
        "CANCELLED": "취소|中止|取消|Canceled",
    },
    "PartySide": {
        "HOST": "주최|주관|초청|호스트|主催|受入|受け入れ|ホスト|Hosting",
        "GUEST": "방문|게스트|손님|訪問|ゲスト|来訪|Visitor|Visiting",
    },
    "DelegateRole": {
        "HEAD": ("단장|대표|수석대표|団長|代表|首席代表|Head of delegation|Leader|Delegation head|Chief"),
        "DEPUTY": "부단장|차석|副団長|次席|Deputy head|Vice head",
        "MEMBER": "단원|위원|참가자|참석자|団員|委員|参加者|メンバー|Delegate|Participant|Attendee",
        "INTERPRETER": "통역|통역사|통역관|通訳|通訳者|Interpretation",
        "COORDINATOR": (
            "간사|실무|실무자|코디네이터|담당자|수행|수행원|事務局|随行|幹事|担当|"
            "コーディネーター|Secretariat|Liaison|Staff"
        ),
        "GUEST": "초청|귀빈|내빈|招待|来賓|ゲスト|VIP|Observer|참관|オブザーバー",
    },
    "ItemKind": {
        "ADDRESS": (
            "환영사|개회사|축사|인사말|폐회사|인사|기조연설|挨拶|開会|閉会|歓迎|祝辞|"
            "基調講演|Welcome|Opening|Closing|Remarks|Greeting|Welcome address|"
            "Opening remarks|Keynote"
        ),
        "PRESENTATIONS": (
            "발표|강연|세션|기관 소개|発表|講演|セッション|プレゼン|Presentation|Talk|Talks|Session|Lecture"
        ),
        "DISCUSSION": "토의|토론|논의|회의|討議|議論|討論|協議|会議|Discussions|Meeting|Panel",
        "BILATERAL": (
            "양자|양자회의|양자면담|면담|二国間|個別会談|面談|会談|Bilateral meeting|One-on-one|1:1"
        ),
        "SIGNING": "서명|서명식|체결|체결식|調印|調印式|署名|Signing ceremony|Signature",
        "PHOTO": (
            "사진|기념촬영|사진촬영|단체사진|写真|写真撮影|記念撮影|集合写真|Group photo|Photo session"
        ),
        "TEA": "휴식|티타임|다과|커피|休憩|コーヒー|ティー|Coffee break|Break|Tea break|Coffee",
        "MEAL": (
            "오찬|만찬|조찬|식사|점심|저녁|아침식사|昼食|夕食|朝食|晩餐|懇親会|食事|Lunch|"
            "Dinner|Breakfast|Reception|Banquet|Meals"
        ),
        "LAB_TOUR": (
            "랩투어|견학|실험실 견학|투어|시찰|見学|ラボツアー|視察|Tour|Laboratory tour|Lab visit|Site visit"
        ),
        "TRANSFER": "이동|교통|출발|도착|移動|出発|到着|Transport|Travel|Bus|Departure|Arrival|Move",
        "FREE": "자유|자유시간|자유 시간|自由|自由時間|Free time|Leisure",
        "OTHER": "기타|その他|등록|受付|Registration",
    },
    "ItemStatus": {
        "TENTATIVE": (
            "잠정|미정|예정|협의중|협의 중|仮|未定|予定|調整中|Planned|Provisional|TBC|To be confirmed"
        ),
        "CONFIRMED": "확정|확인|완료|예약완료|確定|確認済|済|決定|Fixed|OK|Booked|Done|Yes",
        "CANCELLED": "취소|取消|中止|キャンセル|Canceled",
    },
    "TimeBasis": {
        "ASSUMED": "가정|추정|仮|想定",
        "AGREED": "합의|확정|合意|確定",
    },
    "Audience": {
        "PUBLIC": "공개|전체 공개|公開|一般公開|Everyone",
        "PARTIES": "당사자|모든 당사자|전 당사자|当事者|全当事者|All parties|Participants",
        "PARTY": "한 당사자|一当事者|One party",
        "OFFICE": "사무실|내부|내부용|事務局|内部|Internal|Office only",
    },
    "ParticipationRole": {
        "PARTICIPANT": "참석|참석자|参加|参加者|Attendee",
        "SPEAKER": "연사|발표자|話者|講演者|発表者|Presenter",
        "CHAIR": "좌장|의장|사회|사회자|座長|議長|司会|Moderator|Chairperson",
        "HOST": "주최|主催|ホスト",
        "GUEST": "손님|초청|ゲスト|招待",
        "INTERPRETER": "통역|通訳",
    },
    "Presence": {
        "ON_SITE": "현장|대면|現地|対面|In person|Onsite",
        "ONLINE": "온라인|비대면|화상|オンライン|遠隔|Remote|Virtual|Zoom",
    },
    "SlidesState": {
        "NOT_ASKED": "미요청|未依頼|없음|Not requested|None",
        "ASKED": "요청|요청함|依頼済|依頼中|Requested|Pending",
        "RECEIVED": "접수|수령|제출|受領|受領済|提出済|Submitted|Yes",
        "FINAL": "최종|완료|最終|完了|確定版|Done|Complete",
    },
    "LegKind": {
        "FLIGHT": ("항공|항공편|비행기|항공기|飛行機|航空|航空機|空路|フライト|Air|Plane|Airplane|By air"),
        "TRAIN": "기차|열차|철도|KTX|SRT|電車|列車|新幹線|鉄道|Rail|Shinkansen|ICE|Railway",
        "BUS": ("버스|셔틀|셔틀버스|전세버스|バス|シャトル|Coach|Shuttle|Shuttle bus|Chartered bus"),
        "CAR": "승용차|차량|택시|자가용|車|自動車|タクシー|乗用車|社用車|Taxi|Van|Vehicle|By car",
        "SHIP": "배|선박|페리|船|フェリー|Ferry|Boat",
        "WALK": "도보|걷기|徒歩|On foot|Walking",
        "OTHER": "기타|その他",
    },
    "RoomKind": {
        "SINGLE": "싱글|1인실|싱글룸|シングル|シングルルーム|一人部屋|SGL|Single",
        "DOUBLE": "더블|더블룸|ダブル|ダブルルーム|DBL|Double",
        "TWIN": "트윈|2인실|트윈룸|ツイン|ツインルーム|TWN|Twin",
        "OTHER": "기타|その他|Suite|스위트|スイート",
    },
    "CooperationState": {
        "DRAFT": "초안|작성중|草案|下書き|案",
        "PROPOSED": "제안|제안됨|신규|提案|提案中|新規|New|Proposal",
        "DISCUSSED": "논의|논의중|협의|논의됨|協議|協議中|議論中|Under discussion|In discussion",
        "AGREED": "합의|합의됨|승인|合意|承認|Approved|Accepted",
        "UNDER_WAY": (
            "진행|진행중|진행 중|추진중|수행중|進行中|実施中|進行|継続|Ongoing|In progress|Active|Running"
        ),
        "COMPLETED": "완료|종료|완결|完了|終了|Done|Finished|Closed",
        "DEFERRED": "보류|연기|保留|延期|On hold|Postponed",
        "WITHDRAWN": "철회|취소|取り下げ|撤回|Cancelled|Dropped",
    },
    "Frequency": {
        "YEARLY": "매년|연 1회|毎年|年1回|Annual|Annually|Yearly",
        "TWICE_YEARLY": "연 2회|반기|年2回|Twice yearly|Semiannual",
        "BIENNIAL": "격년|2년마다|隔年|Every 2 years",
        "IRREGULAR": "비정기|수시|不定期|Ad hoc",
    },
    "Hosting": {
        "ALTERNATING": "교대|交互|Alternating",
        "PROPOSED": "교대(제안)|交互（提案）",
        "FIXED": "고정|固定",
        "IRREGULAR": "비정기|不定期",
    },
    "MeetingMode": {
        "IN_PERSON": "대면|対面|On site|Face to face",
        "ONLINE": "온라인|화상|オンライン|Virtual|Remote",
        "HYBRID": "혼합|하이브리드|ハイブリッド",
    },
}
"""What else people write, divided by upright strokes."""
