"""Names of people on paper: CLDR, ours over it, and the person's own wish over both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.languages import known_languages
from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.names import Name, cldr_name, full_name, has_form, sort_key
from models.text.person_names import NameFormality, NameLength, NameUsage, compose, patterns


def name(native="", *, preferred=None, title=None, reading=None, **forms):
    """Make a name of pairs of family and given name by language tag."""
    return Name(
        LocalisedText({tag: family for tag, (family, _) in forms.items()}),
        LocalisedText({tag: given for tag, (_, given) in forms.items()}),
        LocalisedText(reading),
        LocalisedText(preferred),
        LocalisedText(title),
        native,
    )


LEE = name("ko", ko=("이", "호성"), en=("Lee", "Ho Seong"))
LEE_IN_KATAKANA = name("ko", ko=("이", "호성"), ja=("イ", "ホソン"), en=("Lee", "Ho Seong"))
LEE_IN_HANJA = name("ko", ko=("이", "호성"), ja=("李", "浩成"))
CHOI = name("ko", ko=("최", "재혁"), en=("Choi", "Jae-Hyuk"))
NAMGUNG = name("ko", ko=("남궁", "민"), en=("Namgung", "Min"))
USUDA = name("ja", ja=("臼田", "孝"), en=("Usuda", "Takashi"), title={"en": "Dr."})
USUDA_IN_HANGUL = name("ja", ja=("臼田", "孝"), ko=("우스다", "다카시"), zh=("臼田", "孝"))
TSUKAMOTO = name("ja", ja=("\ufa10本", "ひかり"), en=("Tsukamoto", "Hikari"))
EINSTEIN = name(
    "de",
    en=("Einstein", "Albert"),
    ja=("アインシュタイン", "アルベルト"),
    zh=("爱因斯坦", "阿尔伯特"),
    title={"en": "Dr."},
)
MUELLER = name("de", en=("Müller", "Käthe"), ko=("뮐러", "케테"))
MILLER = name(ja=("ミラー", "ジョン"), ko=("밀러", "존"), en=("Miller", "John"))
MARY_SUE = name("en", en=("Watson", "Mary Sue"), ja=("ワトソン", "メアリー スー"))
WANG = name("zh", zh=("王", "伟"), ja=("王", "偉"), ko=("왕", "웨이"), en=("Wang", "Wei"))
KOVACS = name("hu", en=("Kovács", "Béla"))
NGUYEN = name("vi", en=("Nguyễn", "Văn An"))
ERDEM = name("tr", en=("Erdil", "Işıl"))
SUHARTO = Name(given=LocalisedText(en="Suharto", ko="수하르토"), native="id")
WISHED = name(
    "ko",
    ko=("이", "호성"),
    en=("Lee", "Ho Seong"),
    preferred={"en": "Ho Seong Lee"},
    title={"en": "Dr."},
)


@pytest.mark.parametrize(
    ("person", "language", "expected"),
    [
        # At home, without a space in Korean and with one in Japanese.
        (LEE, "ko", Written("이호성", "ko")),
        (NAMGUNG, "ko", Written("남궁민", "ko")),
        (USUDA, "ja", Written("臼田 孝", "ja")),
        (TSUKAMOTO, "ja", Written("\ufa10本 ひかり", "ja")),
        (WANG, "zh", Written("王伟", "zh")),
        # Abroad in the script of the paper: the order of the name's own language, the spaces of the paper's.
        (MUELLER, "ko", Written("케테 뮐러", "ko")),
        (WANG, "ko", Written("왕 웨이", "ko")),
        (USUDA_IN_HANGUL, "ko", Written("우스다 다카시", "ko")),
        (EINSTEIN, "ja", Written("アルベルト・アインシュタイン", "ja")),
        (MARY_SUE, "ja", Written("メアリー・スー・ワトソン", "ja")),
        (LEE_IN_KATAKANA, "ja", Written("イ・ホソン", "ja")),
        (EINSTEIN, "zh", Written("阿尔伯特·爱因斯坦", "zh")),
        # Ideographs are at home in Japanese and in Chinese.
        (LEE_IN_HANJA, "ja", Written("李 浩成", "ja")),
        (WANG, "ja", Written("王 偉", "ja")),
        (USUDA_IN_HANGUL, "zh", Written("臼田孝", "zh")),
        # Latin: FAMILY in capitals, first where the name's own language has it first.
        (LEE, "en", Written("LEE Ho Seong", "en")),
        (CHOI, "en", Written("CHOI Jae-Hyuk", "en")),
        (USUDA, "en", Written("Dr. USUDA Takashi", "en")),
        (EINSTEIN, "en", Written("Dr. Albert EINSTEIN", "en")),
        (MUELLER, "en", Written("Käthe MÜLLER", "en")),
        (KOVACS, "en", Written("KOVÁCS Béla", "en")),
        (NGUYEN, "en", Written("NGUYỄN Văn An", "en")),
        (ERDEM, "en", Written("Işıl ERDİL", "en")),
        (MARY_SUE, "en", Written("Mary Sue WATSON", "en")),
        # A further Latin language takes the Latin form, and its own order of titles, not CLDR's comma.
        (USUDA, "de", Written("Dr. USUDA Takashi", "de")),
        (EINSTEIN, "de", Written("Dr. Albert EINSTEIN", "de")),
        # Without the script of the paper: the Latin form, without the title that belongs to Latin papers.
        (LEE, "ja", Written("LEE Ho Seong", "en")),
        (USUDA, "ko", Written("USUDA Takashi", "en")),
        (MUELLER, "ja", Written("Käthe MÜLLER", "en")),
        # Without a Latin form too: as it is at home.
        (LEE_IN_HANJA, "en", Written("이호성", "ko")),
        (USUDA_IN_HANGUL, "en", Written("臼田 孝", "ja")),
        # One name only.
        (SUHARTO, "en", Written("Suharto", "en")),
        (SUHARTO, "ko", Written("수하르토", "ko")),
        (Name(family=LocalisedText(ko="이"), native="ko"), "ko", Written("이", "ko")),
        (Name(), "ko", Written("", "ko")),
    ],
)
def test_a_name_on_a_paper(person, language, expected):
    assert full_name(person, language) == expected


def test_half_a_name_does_not_stand_for_a_whole_one():
    person = Name(LocalisedText(ko="이", en="Lee"), LocalisedText(en="Ho Seong"), native="ko")
    assert full_name(person, "ko") == Written("LEE Ho Seong", "en")


def test_the_title_and_the_capitals_can_be_left_out():
    assert full_name(USUDA, "en", title=False).text == "USUDA Takashi"
    assert full_name(USUDA, "en", capitals=False).text == "Dr. Usuda Takashi"
    assert full_name(EINSTEIN, "en", capitals=False, title=False).text == "Albert Einstein"


def test_the_preferred_form_wins_in_its_own_language_alone():
    assert full_name(WISHED, "en").text == "Dr. Ho Seong Lee"
    assert full_name(WISHED, "en", title=False).text == "Ho Seong Lee"
    assert full_name(WISHED, "ko").text == "이호성"
    assert full_name(WISHED, "ja") == Written("Ho Seong Lee", "en")
    only_wished = Name(preferred=LocalisedText(ja="李 ホソン先生"))
    assert full_name(only_wished, "ja").text == "李 ホソン先生"
    assert full_name(only_wished, "ko") == Written("李 ホソン先生", "ja")


def test_a_title_that_the_preferred_form_has_is_not_said_twice():
    person = name("ja", en=("Usuda", "Takashi"), preferred={"en": "Dr. T. Usuda"}, title={"en": "Dr."})
    assert full_name(person, "en").text == "Dr. T. Usuda"
    drew = name("en", en=("Barrymore", "Drew"), title={"en": "Dr"})
    assert full_name(drew, "en").text == "Dr Drew BARRYMORE"


def test_a_title_in_the_language_of_the_paper_comes_before_the_english_one():
    person = name("de", en=("Einstein", "Albert"), title={"en": "Prof.", "de": "Prof. Dr."})
    assert full_name(person, "de").text == "Prof. Dr. Albert EINSTEIN"
    assert full_name(person, "en").text == "Prof. Albert EINSTEIN"


@pytest.mark.parametrize(
    ("person", "language", "expected"),
    [
        (name(ko=("이", "호성"), en=("Lee", "Ho Seong")), "ko", "이호성"),
        (name(ko=("이", "호성"), en=("Lee", "Ho Seong")), "en", "LEE Ho Seong"),
        (name(ja=("臼田", "孝"), ko=("우스다", "다카시"), en=("Usuda", "Takashi")), "ko", "우스다 다카시"),
        (
            name(ja=("アインシュタイン", "アルベルト"), en=("Einstein", "Albert")),
            "ja",
            "アルベルト・アインシュタイン",
        ),
        (name(en=("Einstein", "Albert")), "en", "Albert EINSTEIN"),
        # In katakana and in Hangul, and no Korean family name: of neither.
        (MILLER, "ko", "존 밀러"),
        (MILLER, "ja", "ジョン・ミラー"),
        (MILLER, "en", "John MILLER"),
        (name(ja=("キム", "ミンス"), ko=("김", "민수"), en=("Kim", "Minsu")), "ko", "김민수"),
        (name(ja=("キム", "ミンス"), ko=("김", "민수"), en=("Kim", "Minsu")), "ja", "キム・ミンス"),
    ],
)
def test_a_name_whose_language_nobody_said_is_taken_for_that_of_its_only_native_form(
    person, language, expected
):
    assert full_name(person, language).text == expected


def test_whether_a_name_is_known_in_a_script():
    assert has_form(LEE, "ko")
    assert not has_form(LEE, "ja")
    assert has_form(LEE, "de")
    assert has_form(Name(preferred=LocalisedText(ja="イ")), "ja")
    assert not has_form(Name(), "ko")


LONG, MEDIUM, SHORT = NameLength
REFERRING, ADDRESSING = NameUsage
FORMAL, INFORMAL = NameFormality


@pytest.mark.parametrize(
    ("person", "language", "length", "usage", "formality", "expected"),
    [
        (EINSTEIN, "en", LONG, REFERRING, FORMAL, "Dr. Albert Einstein"),
        (EINSTEIN, "en", MEDIUM, REFERRING, FORMAL, "Albert Einstein"),
        (EINSTEIN, "en", SHORT, REFERRING, FORMAL, "A. Einstein"),
        (EINSTEIN, "en", LONG, ADDRESSING, FORMAL, "Dr. Einstein"),
        (EINSTEIN, "en", LONG, ADDRESSING, INFORMAL, "Albert"),
        (MARY_SUE, "en", SHORT, REFERRING, FORMAL, "M.S. Watson"),
        (USUDA, "en", LONG, ADDRESSING, FORMAL, "Dr. Usuda"),
        (USUDA, "en", MEDIUM, REFERRING, FORMAL, "Usuda Takashi"),
        (USUDA, "ja", LONG, REFERRING, FORMAL, "臼田孝"),
        (USUDA, "ja", SHORT, ADDRESSING, FORMAL, "臼田"),
        (LEE, "ko", MEDIUM, REFERRING, FORMAL, "이호성"),
        (MUELLER, "ko", LONG, REFERRING, FORMAL, "케테 뮐러"),
        (EINSTEIN, "ja", LONG, REFERRING, FORMAL, "アルベルト・アインシュタイン"),
        (SUHARTO, "en", LONG, ADDRESSING, FORMAL, "Suharto"),
        (Name(LocalisedText(en="Lee")), "en", LONG, ADDRESSING, INFORMAL, "Lee"),
        (Name(LocalisedText(en="Lee"), LocalisedText(en="-")), "en", SHORT, REFERRING, FORMAL, "- Lee"),
        (WISHED, "en", LONG, REFERRING, FORMAL, "Ho Seong Lee"),
        (WISHED, "en", LONG, ADDRESSING, FORMAL, "Dr. Lee"),
        (Name(), "en", LONG, ADDRESSING, FORMAL, ""),
    ],
)
def test_a_name_by_cldr_alone(person, language, length, usage, formality, expected):
    assert cldr_name(person, language, length=length, usage=usage, formality=formality).text == expected


@pytest.mark.parametrize(
    ("language", "fields", "family_first", "expected"),
    [
        # The sample names of CLDR itself.
        ("ja", {"given": "慎太郎"}, True, "慎太郎"),
        ("ja", {"given": "一郎", "surname": "安藤"}, True, "安藤 一郎"),
        (
            "ja",
            {"given": "セシリア", "given2": "ローズ", "surname": "ブラウン"},
            False,
            "セシリア ローズ ブラウン",
        ),
        ("en", {"given": "Irene", "surname": "Adler"}, False, "Irene Adler"),
        (
            "en",
            {"title": "Mr.", "given": "Bertram", "surname": "Wooster", "credentials": "MP"},
            False,
            "Mr. Bertram Wooster, MP",
        ),
        (
            "en",
            {"given": "Bertram", "surname": "Wooster", "generation": "Jr", "credentials": "MP"},
            False,
            "Bertram Wooster Jr, MP",
        ),
        ("de", {"given": "Iris", "surname": "Falke"}, True, "Falke, Iris"),
        ("de", {"surname": "Falke"}, True, "Falke"),
        ("de", {"given": "Iris"}, True, "Iris"),
        ("und", {"title": "Dr", "given": "A", "surname": "B"}, False, "Dr A B"),
        ("en", {}, False, ""),
    ],
)
def test_literal_text_goes_with_the_field_that_has_no_value(language, fields, family_first, expected):
    rules = patterns(language)
    pattern = rules.pattern(family_first, LONG, REFERRING, FORMAL)
    assert compose(pattern, fields, rules) == expected


def test_a_language_without_patterns_takes_those_of_the_root():
    assert patterns("fr").patterns == patterns("und").patterns
    assert patterns("de-AT").foreign_space == " "


def test_lists_go_by_the_reading_and_other_scripts_come_after():
    people = [
        name("ko", en=("Lee", "Ho Seong")),
        name("ja", ja=("堀部", "雅弘"), reading={"ja": "ホリベ マサヒロ"}),
        name("ja", ja=("金子", "晋久"), reading={"ja": "かねこ のぶひさ"}),
        name("ja", ja=("臼田", "孝"), reading={"ja": "うすだ たかし"}),
        name("ja", ja=("山田", "太郎")),
        name("de", ja=("アインシュタイン", "アルベルト")),
        Name(),
    ]
    people.sort(key=lambda person: sort_key(person, "ja"))
    assert [person.family.text_in("ja") for person in people] == [
        "アインシュタイン",
        "臼田",
        "金子",
        "堀部",
        "山田",
        "",
        "",
    ]
    assert people[-1] == Name()


def test_korean_lists_are_in_the_order_of_hangul():
    people = [CHOI, USUDA, NAMGUNG, LEE]
    people.sort(key=lambda person: sort_key(person, "ko"))
    assert people == [NAMGUNG, LEE, CHOI, USUDA]


PARTS = st.text(alphabet="이호성臼田孝アーabcdéß塚 ", max_size=6)
FORMS = st.dictionaries(st.sampled_from(["ko", "ja", "en", "zh"]), PARTS)
NAMES = st.builds(
    Name,
    family=st.builds(LocalisedText, FORMS),
    given=st.builds(LocalisedText, FORMS),
    title=st.builds(LocalisedText, st.dictionaries(st.just("en"), st.just("Dr."))),
    native=st.sampled_from(["", "ko", "ja", "zh", "de", "hu", "xx"]),
)


@given(NAMES, st.sampled_from(known_languages()))
def test_no_part_of_a_name_is_lost_and_none_is_doubled(person, language):
    written = full_name(person, language, capitals=False, title=False)
    assert written.language in known_languages()
    assert written.text == written.text.strip()
    letters = sorted(letter for letter in written.text if letter.isalnum() or letter == "ー")
    forms = {
        tag: sorted(
            letter
            for letter in person.family.text_in(tag) + person.given.text_in(tag)
            if letter.isalnum() or letter == "ー"
        )
        for tag in {*person.family, *person.given}
    }
    assert letters in forms.values() or (not forms and written == Written("", language))


@given(NAMES, st.sampled_from(known_languages()))
def test_cldr_loses_no_part_either(person, language):
    full = full_name(person, language, capitals=False, title=False)
    by_cldr = cldr_name(Name(person.family, person.given, native=person.native), language)
    assert sorted(filter(str.isalnum, by_cldr.text)) == sorted(filter(str.isalnum, full.text))


@given(
    NAMES, *map(st.sampled_from, (NameLength, NameUsage, NameFormality)), st.sampled_from(known_languages())
)
def test_whoever_has_a_name_is_called_something(person, length, usage, formality, language):
    written = cldr_name(person, language, length=length, usage=usage, formality=formality)
    assert bool(written.text) == bool(person.family or person.given)


@given(NAMES, st.sampled_from(known_languages()))
def test_what_a_person_prefers_is_printed_as_it_is(person, language):
    wished = Name(person.family, person.given, NO_TEXT, LocalisedText({language: "Ho~Seong"}), person.title)
    assert full_name(wished, language, title=False) == Written("Ho~Seong", language)
