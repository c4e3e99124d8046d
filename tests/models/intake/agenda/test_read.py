"""What an agenda leaves unsaid is taken from what is around it, and marked."""

from __future__ import annotations

import datetime as dt

from models.intake.agenda.agenda import LineRole
from models.intake.agenda.read import AgendaContext, read_agenda
from models.intake.agenda.records import agenda_records
from models.intake.readers.word import word_of
from models.intake.record import Doubt, Unreadable
from tests.models.intake.agendas.build import content, lines, new, table


def agenda_of(*texts, context=None):
    document = new()
    lines(document, *texts)
    return read_agenda(word_of(content(document), "made.docx", "made.docx"), context)


def test_the_date_of_the_paper_is_not_that_of_the_visit():
    agenda = agenda_of("작성일: 2024. 11. 1.", "일시: 2024. 11. 18.(월)", "09:30~10:00 환영사")
    (item,) = agenda.items
    assert (item.date.value, item.date.doubt) == (dt.date(2024, 11, 18), None)


def test_where_only_the_date_of_the_paper_is_said_it_is_doubtful():
    (item,) = agenda_of("작성일: 2024. 11. 1.", "09:30~10:00 환영사").items
    assert item.date.doubtful


def test_the_first_day_of_the_visit_counts_days_that_have_no_date():
    context = AgendaContext(("en",), dt.date(2024, 7, 30))
    agenda = agenda_of("Day 1", "09:30 Welcome address", "Day 2", "09:30 Lab tour", context=context)
    assert [item.date.value for item in agenda.items] == [dt.date(2024, 7, 30), dt.date(2024, 7, 31)]
    assert all(item.date.doubtful for item in agenda.items)


def test_an_entry_without_any_day_cannot_be_taken_and_says_why():
    agenda = agenda_of("Programme", "09:30 – 10:00 Welcome address", "10:00 – 10:15 Group photo")
    records = agenda_records(agenda).records
    assert [record.unread[0].reason for record in records] == [Unreadable.MISSING] * 2
    assert len(agenda.lines) == 3


def test_text_in_a_language_that_the_visit_has_not_is_doubtful():
    agenda = agenda_of("2024. 7. 30.(화)", "09:30~10:00 Welcome address")
    (record,) = agenda_records(agenda, ("ko", "ja")).records
    assert record.fields["title.en"].doubt is Doubt.LANGUAGE


def test_text_that_stands_in_two_languages_shows_by_itself_which_is_which():
    agenda = agenda_of("2024. 7. 30.(화)", "09:30~10:00 환영사 / Welcome address")
    (record,) = agenda_records(agenda, ("ko", "ja")).records
    assert record.fields["title.ko"].doubt is record.fields["title.en"].doubt is None


def test_what_was_not_used_is_marked():
    document = new()
    lines(document, "30 July 2024")
    table(document, [["09:30 – 10:00", "Welcome address"], ["10:00 – 10:30", "Group photo"]])
    lines(document, "Please bring the blue folder to the second floor.")
    agenda = read_agenda(word_of(content(document), "a", "a"))
    assert [line.text for line in agenda.lines if line.role is LineRole.UNUSED] == [
        "Please bring the blue folder to the second floor."
    ]
    assert agenda.doubtful_first()[0].role is LineRole.UNUSED


def test_a_file_without_an_agenda_has_no_entries():
    agenda = agenda_of("Dear colleagues,", "thank you for your letter.", "Kind regards")
    assert agenda.items == ()
    assert agenda_records(agenda).records == ()


def with_edges(head, foot, *texts, context=None):
    document = new()
    lines(document, *texts)
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    section.footer.paragraphs[0].text = foot
    return read_agenda(word_of(content(document), "made.docx", "made.docx"), context)


def test_what_only_the_head_of_the_pages_says_is_taken_in_doubt():
    agenda = with_edges(
        "제19차 한일 원장회의 (2024. 7. 30. ~ 7. 31.)\n장소: 쓰쿠바 AIST",
        "- 1 -",
        "09:30~10:00 환영사",
        "10:00~10:20 촬영",
    )
    assert [item.date.value for item in agenda.items] == [dt.date(2024, 7, 30)] * 2
    assert all(item.date.doubtful for item in agenda.items)
    assert agenda.place is not None
    assert agenda.place.value == "쓰쿠바 AIST"
    heads = [line.text for line in agenda.lines if line.origin.sheet == "H"]
    # The number of the page says nothing.
    assert heads == ["제19차 한일 원장회의 (2024. 7. 30. ~ 7. 31.)", "장소: 쓰쿠바 AIST"]
    assert all(line.role is LineRole.ABOUT for line in agenda.lines if line.origin.sheet == "H")


def test_the_title_at_the_head_of_the_pages_is_that_of_the_visit_where_the_text_has_none():
    agenda = with_edges("Quantum workshop Tsukuba", "Page 1 of 2", "30 July 2024", "09:30 – 10:00 Welcome")
    assert [parsed.value for parsed in agenda.title.values()] == ["Quantum workshop Tsukuba"]


def test_the_edges_of_the_pages_never_overrule_the_text_or_the_visit():
    agenda = with_edges(
        "1 March 2023", "Venue: Seoul", "Venue: Tsukuba", "30 July 2024", "09:30 – 10:00 Welcome"
    )
    (item,) = agenda.items
    assert (item.date.value, item.date.doubt) == (dt.date(2024, 7, 30), None)
    assert agenda.place is not None
    assert agenda.place.value == "Tsukuba"
    context = AgendaContext(("en",), dt.date(2024, 7, 30))
    (item,) = with_edges("1 March 2023", "", "Day 1", "09:30 – 10:00 Welcome", context=context).items
    assert item.date.value == dt.date(2024, 7, 30)


def in_parallel(*rows):
    document = new()
    lines(document, "Programme", "8 March 2027")
    table(document, [["Time", "Room 201", "Room 202", "Room 203"], *rows])
    return read_agenda(word_of(content(document), "made.docx", "made.docx"))


def titles_and_places(agenda):
    return [
        (next(iter(item.title.values())).value, item.place.value if item.place else None)
        for item in agenda.items
    ]


def test_a_cell_over_several_parallel_columns_is_one_entry_for_all():
    agenda = in_parallel(
        ["09:00-09:30", "Opening address", None, None],
        ["09:30-10:30", "Weighing", "Lasers", "Clocks"],
        ["10:50-11:50", "Joint session", None, "Forces"],
    )
    assert titles_and_places(agenda) == [
        ("Opening address", None),
        ("Weighing", "Room 201"),
        ("Lasers", "Room 202"),
        ("Clocks", "Room 203"),
        ("Joint session", None),
        ("Forces", "Room 203"),
    ]


def test_a_common_entry_without_a_time_is_no_talk_of_the_last_parallel_session():
    agenda = in_parallel(
        ["09:30-10:30", "Weighing", "Lasers", "Clocks"],
        ["", "Lunch", None, None],
        ["13:00-14:00", "Balances", "Gauge blocks", "Fountains"],
    )
    assert [title for title, _ in titles_and_places(agenda)][3:5] == ["Lunch", "Balances"]
    lunch = agenda.items[3]
    assert (lunch.start, lunch.place) == (None, None)
    assert not any(item.talks for item in agenda.items)


def test_people_over_all_parallel_columns_make_no_entry():
    agenda = in_parallel(
        ["09:30-10:30", "Weighing", "Lasers", "Clocks"],
        ["", "Moderator: Dr. Alex Morgan", None, None],
    )
    assert [title for title, _ in titles_and_places(agenda)] == ["Weighing", "Lasers", "Clocks"]


def merged(rows, *spans):
    """Read a table in which some rows have one cell over all but the first column."""
    document = new()
    lines(document, "30 July 2024")
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            made.cell(row, column).text = text
    for row, first, last in spans:
        text = made.cell(row, first).text
        made.cell(row, first).merge(made.cell(row, last)).text = text
    agenda = read_agenda(word_of(content(document), "made.docx", "made.docx"))
    assert all(line.about for line in agenda.lines if line.role is LineRole.ITEM)
    return [
        (item.start.value.hour, item.title["en"].value, item.place.value if item.place else None)
        for item in agenda.items
    ], agenda


WELCOME, BREAK = ["09:00-09:30", "Welcome address", "", ""], ["11:00-11:30", "Coffee break", "", ""]
BESIDE = ["10:00-11:00", "Quantum sensors", "", "Time standards"]


def test_a_cell_over_parallel_sessions_is_one_entry_for_all_of_them():
    rows = [["Time", "Room 101", "Room 102", "Room 103"], WELCOME, BESIDE, BREAK]
    items, _ = merged(rows, (1, 1, 3), (2, 1, 2), (3, 1, 3))
    assert items == [
        (9, "Welcome address", None),
        # For two of three rooms: neither is the place.
        (10, "Quantum sensors", None),
        (10, "Time standards", "Room 103"),
        (11, "Coffee break", None),
    ]


def test_rooms_named_under_one_head_are_parallel_sessions():
    rows = [["Time", "Parallel sessions", "", ""], ["", "Room 101", "Room 102", "Room 103"], WELCOME, BESIDE]
    items, _ = merged(rows, (0, 1, 3), (2, 1, 3), (3, 1, 2))
    assert items == [
        (9, "Welcome address", None),
        (10, "Quantum sensors", None),
        (10, "Time standards", "Room 103"),
    ]


def test_a_row_without_a_time_goes_on_with_the_session_above_each_of_its_cells():
    rows = [["Time", "Track A", "Track B"], ["10:00-11:00", "Sensors", "Standards"], ["", "Gravity", "Time"]]
    _, agenda = merged(rows)
    talks = {item.title["en"].value: [talk.title["en"].value for talk in item.talks] for item in agenda.items}
    assert talks == {"Sensors": ["Gravity"], "Standards": ["Time"]}
