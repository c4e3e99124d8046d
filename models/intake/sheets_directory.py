"""The sheets of what outlives a visit: organisations, people, places."""

from __future__ import annotations

from models.intake.columns import Block, Column, Holds, In3, Sheet, called
from models.tables.choices import OrganisationKind, PlaceKind

NOTE = Column(
    "note",
    Holds.LINES,
    In3("내부 메모", "内部メモ", "Internal note"),
    called("메모|メモ|Memo|Note|비고|備考|Notes|Comment|Comments"),
)
TIME_ZONE = Column(
    "time_zone",
    Holds.ZONE,
    In3("시간대", "タイムゾーン", "Time zone"),
    called("표준시|時間帯|Timezone|TZ"),
    In3("예: Asia/Seoul", "例：Asia/Tokyo", "For example Asia/Seoul"),
    rare=True,
)
COUNTRY = Column(
    "country",
    Holds.TEXT,
    In3("국가", "国", "Country"),
    called("나라|국가명|국적|国名|国籍|Nation|Nationality|Country/Region"),
)
PHONE = Column(
    "phone",
    Holds.TEXT,
    In3("전화번호", "電話番号", "Phone"),
    called(
        "전화|연락처|휴대폰|휴대전화|핸드폰|휴대폰번호|휴대전화번호|"
        "전화(휴대폰)|TEL|電話|携帯|携帯電話|連絡先|連絡先電話番号|Telephone|"
        "Mobile|Mobile phone|Cell|Cell phone|Phone number|Contact number|"
        "Tel.|Phone No.|Contact"
    ),
)
EMAIL = Column(
    "email",
    Holds.TEXT,
    In3("전자우편", "メールアドレス", "E-mail"),
    called(
        "이메일|메일|이메일주소|E메일|이메일 주소|전자우편주소|メール|"
        "Eメール|電子メール|メアド|Email|Mail|E-mail address|Email address|"
        "e-Mail|mail address"
    ),
)
ORGANISATION = Column(
    "organisation",
    Holds.ONE,
    In3("소속기관", "所属機関", "Organisation"),
    called(
        "소속|기관|기관명|소속 기관|소속기관명|회사|회사명|소속(기관)|"
        "所属|所属先|機関|機関名|所属機関名|会社名|勤務先|会社|"
        "Organization|Affiliation|Institute|Institution|Company|Org.|Org|"
        "Organisation name|Organization name|Employer|Institute/Company"
    ),
    to="organisations",
)
DEPARTMENT = Column(
    "department",
    Holds.LOCALISED,
    In3("부서", "部署", "Department"),
    called(
        "부서명|소속부서|소속 부서|부서/팀|팀명|실/팀|所属部署|部署名|部門|部課名|部局|課・室|"
        "Dept.|Dept|Division|Division/Department|Department/Division|Section|Department name"
    ),
    writes=False,
)
"""Kept with the position, as papers print it."""
POSITION = Column(
    "position",
    Holds.LOCALISED,
    In3("직위", "役職", "Position"),
    called(
        "직책|직함|직급|직위/직책|직위(직책)|직책/직위|직급/직위|보직|役職名|"
        "職位|職名|肩書|肩書き|職|Job title|Title/Position|Position/Title|"
        "Role/Title|Post|Designation|Job Title|Title|Function|Job position"
    ),
)

ORGANISATIONS = Sheet(
    "organisations",
    In3("기관", "機関", "Organisations"),
    (
        Block(
            "organisation",
            (
                Column(
                    "acronym",
                    Holds.TEXT,
                    In3("약칭", "略称", "Acronym"),
                    called("약어|기관약칭|약칭(영문)|略号|略語|Abbreviation|Abbr.|Short name|Acronym/Abbr."),
                    In3("예: KRISS", "例：NMIJ", "For example KRISS"),
                ),
                Column(
                    "name",
                    Holds.LOCALISED,
                    In3("기관명", "機関名", "Name"),
                    called(
                        "기관|명칭|기관 명칭|소속기관|회사명|단체명|名称|機関|正式名称|"
                        "会社名|団体名|Organisation|Organization|Organisation name|"
                        "Organization name|Institute|Institution|Company|Full name|"
                        "Name of organization|Name of organisation|Name of institute"
                    ),
                ),
                Column(
                    "kind",
                    Holds.CHOICE,
                    In3("기관 유형", "機関区分", "Kind"),
                    called("유형|구분|종류|분류|種別|区分|種類|Type|Category"),
                    choice=OrganisationKind,
                ),
                Column(
                    "parent",
                    Holds.ONE,
                    In3("상위 기관", "上位機関", "Part of"),
                    called(
                        "상위기관|모기관|소속 기관|上部機関|親機関|Parent|"
                        "Parent organisation|Parent organization"
                    ),
                    to="organisations",
                ),
                COUNTRY,
                Column(
                    "city",
                    Holds.LOCALISED,
                    In3("도시", "都市", "City"),
                    called("소재지|지역|도시명|所在地|市|Location|Town"),
                ),
                Column(
                    "address",
                    Holds.LOCALISED,
                    In3("주소", "住所", "Address"),
                    called("기관주소|소재지 주소|Postal address|Street address"),
                ),
                TIME_ZONE,
                Column(
                    "website",
                    Holds.TEXT,
                    In3("홈페이지", "ウェブサイト", "Website"),
                    called("웹사이트|누리집|URL|ホームページ|HP|サイト|Web|Homepage|Home page|Web site"),
                ),
                NOTE,
            ),
            identity=(("acronym", "name"), ("name",), ("acronym",)),
            creates=True,
        ),
    ),
    called("기관목록|기관 목록|機関一覧|Organizations|Institutes|기관명부"),
)

PEOPLE = Sheet(
    "people",
    In3("인물", "人物", "People"),
    (
        Block(
            "person",
            (
                Column(
                    "full_name",
                    Holds.FULL_NAME,
                    In3("성명", "氏名", "Name"),
                    called(
                        "이름|성함|성 명|성명(한자)|참석자|참석자명|참가자|참가자명|이 름|"
                        "담당자|위원명|名前|お名前|ご氏名|参加者|参加者氏名|出席者|"
                        "出席者氏名|氏 名|担当者|姓名|Full name|Participant|Participant name|"
                        "Attendee|Name of participant|Delegate|Member|Person|"
                        "Name (Family, Given)|Contact person|Names|Names of participants|"
                        "성명/이름|단원|단원명|団員|団員名|Delegate name|Passenger|탑승자|"
                        "탑승자명|搭乗者|搭乗者名|투숙객|투숙자|宿泊者|宿泊者名|Guest|"
                        "Guest name|Traveller|Traveler|여행자"
                    ),
                    parts=("family", "given", "title"),
                    writes=False,
                ),
                Column(
                    "family",
                    Holds.LOCALISED,
                    In3("성", "姓", "Family name"),
                    called("성씨|苗字|名字|氏|Surname|Last name|Lastname|Familyname|Family|姓(漢字)"),
                ),
                Column(
                    "given",
                    Holds.LOCALISED,
                    In3("이름(명)", "名", "Given name"),
                    called(
                        "명|이름 (성 제외)|名(漢字)|First name|Firstname|Forename|Given names|Given|First"
                    ),
                ),
                Column(
                    "reading",
                    Holds.LOCALISED,
                    In3("이름 읽기", "ふりがな", "Reading of the name"),
                    called(
                        "읽기|독음|フリガナ|よみ|よみがな|読み|読み仮名|カナ|氏名カナ|"
                        "カナ氏名|氏名(カナ)|氏名(ふりがな)|Reading|Furigana|Kana|"
                        "Pronunciation"
                    ),
                ),
                Column(
                    "preferred",
                    Holds.LOCALISED,
                    In3("선호 표기", "希望表記", "Preferred form of the name"),
                    called("선호 이름|Preferred name|Badge name|Name on badge|명찰 표기"),
                    rare=True,
                ),
                Column(
                    "title",
                    Holds.LOCALISED,
                    In3("학위·호칭", "敬称・学位", "Academic title"),
                    called("호칭|학위|敬称|称号|学位|Salutation|Honorific|Prefix|Mr/Ms|Dr./Prof.|Mr./Ms."),
                ),
                EMAIL,
                PHONE,
                Column(
                    "native_language",
                    Holds.TEXT,
                    In3("모국어", "母語", "Native language"),
                    called("母国語|Mother tongue|First language"),
                    In3("언어 부호: ko, ja, en", "言語コード：ko、ja、en", "A code: ko, ja, en"),
                ),
                Column(
                    "languages",
                    Holds.TAGS,
                    In3("구사 언어", "話せる言語", "Languages spoken"),
                    called("사용 언어|가능 언어|使用言語|対応言語|Spoken languages|Languages"),
                    In3("예: ko, en", "例：ja, en", "For example ko, en"),
                ),
                Column(
                    "passport",
                    Holds.TEXT,
                    In3("여권번호", "旅券番号", "Passport number"),
                    called("여권 번호|여권|パスポート番号|パスポート|Passport|Passport No.|Passport no"),
                    sensitive=True,
                ),
                Column(
                    "diet",
                    Holds.LOCALISED,
                    In3("식이 사항", "食事制限", "Diet"),
                    called(
                        "식단|식이제한|식이 제한|알레르기|음식 제한|음식알레르기|食事の制限|"
                        "アレルギー|食物アレルギー|食事|Dietary requirements|"
                        "Dietary restrictions|Dietary needs|Allergies|Food restrictions|"
                        "Dietary"
                    ),
                    sensitive=True,
                ),
                Column(
                    "access_needs",
                    Holds.LOCALISED,
                    In3("이동·편의 사항", "配慮事項", "Access needs"),
                    called("편의 사항|배려 사항|Special needs|Accessibility"),
                    sensitive=True,
                    rare=True,
                ),
                Column(
                    "health",
                    Holds.LINES,
                    In3("건강 사항", "健康上の注意", "Health notes"),
                    called("건강상 유의사항|健康|Health|Medical"),
                    sensitive=True,
                    rare=True,
                ),
                Column(
                    "emergency_contact",
                    Holds.LINES,
                    In3("비상 연락처", "緊急連絡先", "Emergency contact"),
                    called("비상연락처|비상연락망|緊急時連絡先|Emergency|In case of emergency"),
                    sensitive=True,
                ),
                NOTE,
            ),
            needs=("family", "given", "preferred"),
            creates=True,
        ),
        Block(
            "affiliation",
            (
                ORGANISATION,
                DEPARTMENT,
                POSITION,
                Column(
                    "start",
                    Holds.PARTIAL,
                    In3("재직 시작", "在職開始", "In post from"),
                    called("임용일|취임일|부임일|就任日|着任日|Since|In post since"),
                    rare=True,
                ),
                Column(
                    "end",
                    Holds.PARTIAL,
                    In3("재직 종료", "在職終了", "In post to"),
                    called("퇴임일|임기만료|退任日|Until"),
                    rare=True,
                ),
            ),
            parent="person_id",
            needs=("organisation",),
        ),
    ),
    called(
        "인물목록|명단|연락처|주소록|참석자 명단|名簿|連絡先|人物一覧|Contacts|Persons|Address book|Directory"
    ),
)

PLACES = Sheet(
    "places",
    In3("장소", "場所", "Places"),
    (
        Block(
            "place",
            (
                Column(
                    "name",
                    Holds.LOCALISED,
                    In3("장소명", "場所名", "Place"),
                    called(
                        "장소|명칭|시설명|호텔명|場所|名称|施設名|会場|会場名|ホテル名|Name|"
                        "Venue|Place name|Location|Name of place|Facility"
                    ),
                ),
                Column(
                    "kind",
                    Holds.CHOICE,
                    In3("장소 유형", "場所区分", "Kind"),
                    called("유형|구분|종류|種別|区分|種類|Type|Category"),
                    choice=PlaceKind,
                ),
                Column(
                    "parent",
                    Holds.ONE,
                    In3("상위 장소", "上位の場所", "In"),
                    called("건물|소재 건물|建物|Building|Located in|Inside"),
                    to="places",
                ),
                Column(
                    "organisation",
                    Holds.ONE,
                    In3("소속기관", "所属機関", "Organisation"),
                    called("기관|소속|機関|所属|Organization|Institute|Owner"),
                    to="organisations",
                ),
                Column(
                    "code",
                    Holds.TEXT,
                    In3("부호", "コード", "Code"),
                    called("코드|공항 코드|空港コード|IATA|번호|호실|Room number"),
                ),
                Column(
                    "address",
                    Holds.LOCALISED,
                    In3("주소", "住所", "Address"),
                    called("도로명주소|所在地|소재지"),
                ),
                PHONE,
                TIME_ZONE,
                Column(
                    "capacity",
                    Holds.NUMBER,
                    In3("수용 인원", "収容人数", "Capacity"),
                    called("수용인원|정원|좌석수|좌석 수|定員|席数|Seats|Max. persons"),
                ),
                NOTE,
            ),
            identity=(("name", "parent"), ("name",), ("code",)),
            creates=True,
        ),
    ),
    called("장소목록|장소 목록|회의실|場所一覧|会場一覧|Venues|Locations|Rooms"),
)
