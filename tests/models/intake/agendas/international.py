"""Agendas in English as offices all over the world send them."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, styled, table
from .truth import Truth

Made = tuple[Document, Truth]


def en_paragraphs() -> Made:
    """Heading styles for the days, the time first, people in brackets."""
    document = new()
    styled(document, "Title", "Visit of the KRISS delegation")
    lines(document, "Teddington, 14-15 May 2024")
    styled(document, "Heading 1", "Tuesday, 14 May")
    lines(
        document,
        "09:30 – 10:15  Welcome address (Dr. Peter Thompson, NPL)",
        "10:15 – 10:45  Coffee break",
        "10:45 – 12:00  Overview of NPL",
        "12:00 – 13:00  Lunch in the Boardroom",
        "13:00 – 16:00  Laboratory tour",
    )
    styled(document, "Heading 1", "Wednesday, 15 May")
    lines(
        document,
        "09:00 – 10:30  Bilateral discussion on time transfer",
        "10:30 – 10:45  Signing of the MoU",
        "10:45 – 11:00  Group photo",
        "11:30  Departure for Heathrow Airport",
    )
    truth = Truth("en").on("2024-05-14")
    truth.item("09:30-10:15", "address", "Welcome address", "Peter Thompson|NPL|")
    truth.item("10:15-10:45", "tea", "Coffee break").item("10:45-12:00", "presentations", "Overview of NPL")
    truth.item("12:00-13:00", "meal", "Lunch in the Boardroom").item(
        "13:00-16:00", "lab tour", "Laboratory tour"
    )
    truth.on("2024-05-15").item("09:00-10:30", "bilateral", "Bilateral discussion on time transfer")
    truth.item("10:30-10:45", "signing", "Signing of the MoU").item("10:45-11:00", "photo", "Group photo")
    truth.item("11:30-", "transfer", "Departure for Heathrow Airport")
    return document, truth


def en_twelve_hours() -> Made:
    """Hours to twelve with am and pm; American dates."""
    document = new()
    lines(document, "AGENDA", "NIST – KRISS Technical Exchange", "Gaithersburg, MD")
    bold(document, "Monday, June 3, 2024")
    table(
        document,
        [
            ["Time", "Activity", "Speaker/Lead", "Location"],
            ["8:30 am – 9:00 am", "Registration and badging", "", "Visitor Center"],
            ["9:00 – 9:15 am", "Opening remarks", "Dr. Sarah Mitchell, Director", "Building 101, Room A"],
            [
                "9:15 – 10:30 am",
                "NIST on a Chip: status update",
                "Robert Alvarez (NIST)",
                "Building 101, Room A",
            ],
            ["11:30 am – 1:00 pm", "Lunch", "", "Cafeteria"],
            ["1:00 – 3:30 pm", "Lab tours", "Emily Carter", "Building 216"],
            ["6:30 pm", "Group dinner (no-host)", "", "Dogfish Restaurant"],
        ],
    )
    truth = Truth("en").on("2024-06-03")
    truth.item("08:30-09:00", "other", "Registration and badging", place="Visitor Center")
    truth.item(
        "09:00-09:15", "address", "Opening remarks", "Sarah Mitchell||Director", place="Building 101, Room A"
    )
    truth.item(
        "09:15-10:30",
        "presentations",
        "NIST on a Chip: status update",
        "Robert Alvarez|NIST|",
        place="Building 101, Room A",
    )
    truth.item("11:30-13:00", "meal", "Lunch", place="Cafeteria")
    truth.item("13:00-15:30", "lab tour", "Lab tours", "Emily Carter||", place="Building 216")
    truth.item("18:30-", "meal", "Group dinner (no-host)", place="Dogfish Restaurant")
    return document, truth


def en_twelve_unsaid() -> Made:
    """Hours to twelve, the half of the day left to the reader."""
    document = new()
    lines(document, "Meeting of the Steering Group", "Date: 12 November 2025")
    table(
        document,
        [
            ["9:00 - 9:30", "Arrival, coffee"],
            ["9:30 - 11:00", "Reports of the working groups"],
            ["11:00 - 12:30", "Discussion"],
            ["12:30 - 1:30", "Lunch"],
            ["1:30 - 3:00", "Work plan 2026"],
            ["3:00 - 3:15", "Closing"],
        ],
    )
    truth = Truth("en").on("2025-11-12")
    truth.item("09:00-09:30", "tea", "Arrival, coffee")
    truth.item("09:30-11:00", "presentations", "Reports of the working groups")
    truth.item("11:00-12:30", "discussion", "Discussion").item("12:30-13:30", "meal", "Lunch")
    truth.item("13:30-15:00", "other", "Work plan 2026").item("15:00-15:15", "address", "Closing")
    return document, truth


def en_german_dots() -> Made:
    """Dots in times and dates as in Germany; sessions and talks with minutes."""
    document = new()
    bold(document, "PTB–KRISS Workshop on Ultrastable Lasers")
    lines(document, "Braunschweig, 22.09.2025 – 23.09.2025", "")
    bold(document, "22.09.2025")
    table(
        document,
        [
            ["Time", "Programme"],
            ["09.00 – 09.20", "Welcome and introduction\nProf. Anna Lehmann (PTB)"],
            [
                "09.20 – 10.40",
                "Session I: Cavities\n• Cryogenic silicon cavities (Dr. Thomas Weber, PTB, 40 min)\n• Long glass cavities (Dr. Won-Kyu Lee, KRISS, 40 min)",
            ],
            ["10.40 – 11.00", "Coffee break"],
            ["11.00 – 12.00", "Session II: Clocks\n• Strontium lattice clocks (Dr. Sofia Brandt, PTB)"],
        ],
    )
    bold(document, "23.09.2025")
    table(
        document,
        [
            ["Time", "Programme"],
            ["09.30 – 12.00", "Visit to the laboratories"],
            ["12.00 – 13.00", "Lunch (Kasino)"],
        ],
    )
    truth = Truth("en").on("2025-09-22")
    truth.item("09:00-09:20", "address", "Welcome and introduction", "Anna Lehmann|PTB|")
    truth.item("09:20-10:40", "presentations", "Session I: Cavities")
    truth.talk("Cryogenic silicon cavities", "Thomas Weber|PTB|", 40).talk(
        "Long glass cavities", "Won-Kyu Lee|KRISS|", 40
    )
    truth.item("10:40-11:00", "tea", "Coffee break").item(
        "11:00-12:00", "presentations", "Session II: Clocks"
    )
    truth.talk("Strontium lattice clocks", "Sofia Brandt|PTB|")
    truth.on("2025-09-23").item("09:30-12:00", "lab tour", "Visit to the laboratories")
    truth.item("12:00-13:00", "meal", "Lunch", place="Kasino")
    return document, truth


def en_day_columns() -> Made:
    """A column for each day, entries that reach over several rows."""
    document = new()
    lines(document, "Summer School 2025")
    table(
        document,
        [
            ["", "Mon 7 July 2025", "Tue 8 July 2025", "Wed 9 July 2025"],
            ["09:00–10:30", "Opening and introduction", "Lecture: Optical clocks", "Laboratory visit"],
            ["10:30–11:00", "Coffee", "Coffee", "^"],
            ["11:00–12:30", "Lecture: SI units", "Lecture: Quantum Hall effect", "^"],
            ["12:30–14:00", "Lunch", "Lunch", "Lunch"],
            ["14:00–16:00", "Free time", "Poster session", "Closing ceremony"],
        ],
    )
    truth = Truth("en").on("2025-07-07")
    truth.item("09:00-10:30", "address", "Opening and introduction").item("10:30-11:00", "tea", "Coffee")
    truth.item("11:00-12:30", "presentations", "Lecture: SI units").item("12:30-14:00", "meal", "Lunch")
    truth.item("14:00-16:00", "free", "Free time").on("2025-07-08")
    truth.item("09:00-10:30", "presentations", "Lecture: Optical clocks").item("10:30-11:00", "tea", "Coffee")
    truth.item("11:00-12:30", "presentations", "Lecture: Quantum Hall effect").item(
        "12:30-14:00", "meal", "Lunch"
    )
    truth.item("14:00-16:00", "presentations", "Poster session").on("2025-07-09")
    truth.item("09:00-12:30", "lab tour", "Laboratory visit").item("12:30-14:00", "meal", "Lunch")
    truth.item("14:00-16:00", "address", "Closing ceremony")
    return document, truth


def en_military() -> Made:
    """Times without a sign, tabs between the parts, the speaker after a dash."""
    document = new()
    lines(document, "Programme for the official visit", "Day 1: Thursday 5 September 2024")
    lines(
        document,
        "0900-0930\tArrival at the institute\tMain lobby",
        "0930-1000\tWelcome by the Director – Dr. James O’Neill, Director, MSL",
        "1000-1100\tPresentation: Mass and the kilogram – Dr. Chris Sutton, MSL",
        "1100-1130\tMorning tea",
        "1130-1230\tTour of the mass laboratory",
    )
    lines(
        document,
        "Day 2: Friday 6 September 2024",
        "1000-1200\tDiscussion of joint projects",
        "1200-1300\tFarewell lunch\tHarbour Room",
    )
    truth = Truth("en").on("2024-09-05")
    truth.item("09:00-09:30", "transfer", "Arrival at the institute", place="Main lobby")
    truth.item("09:30-10:00", "address", "Welcome by the Director", "James O’Neill|MSL|Director")
    truth.item("10:00-11:00", "presentations", "Presentation: Mass and the kilogram", "Chris Sutton|MSL|")
    truth.item("11:00-11:30", "tea", "Morning tea").item(
        "11:30-12:30", "lab tour", "Tour of the mass laboratory"
    )
    truth.on("2024-09-06").item("10:00-12:00", "discussion", "Discussion of joint projects")
    truth.item("12:00-13:00", "meal", "Farewell lunch", place="Harbour Room")
    return document, truth


def en_labelled_lines() -> Made:
    """Entries over several lines: the title, then Speaker and Venue with labels; parallel sessions."""
    document = new()
    styled(document, "Title", "APMP Technical Workshop")
    lines(document, "When: 3 December 2024", "Where: Kuala Lumpur Convention Centre")
    for text in (
        "09:00–09:15", "Opening ceremony", "Speaker: Dr. Osman Zakaria, NMIM",
        "09:15–10:30", "Keynote lecture: The revised SI", "Speaker: Prof. Barry Inglis, NMIA", "Venue: Grand Ballroom",
        "10:30–11:00", "Tea break",
    ):  # fmt: skip
        lines(document, text)
    lines(
        document,
        "11:00–12:30  Parallel session A: Thermometry (Room 301)",
        "11:00–12:30  Parallel session B: Photometry (Room 302)",
        "12:30–14:00  Lunch",
        "14:00–17:00  Technical visit to NMIM (cancelled)",
    )
    truth = Truth("en").on("2024-12-03")
    truth.item("09:00-09:15", "address", "Opening ceremony", "Osman Zakaria|NMIM|")
    truth.item(
        "09:15-10:30",
        "presentations",
        "Keynote lecture: The revised SI",
        "Barry Inglis|NMIA|",
        place="Grand Ballroom",
    )
    truth.item("10:30-11:00", "tea", "Tea break")
    truth.item("11:00-12:30", "presentations", "Parallel session A: Thermometry", place="Room 301")
    truth.item("11:00-12:30", "presentations", "Parallel session B: Photometry", place="Room 302")
    truth.item("12:30-14:00", "meal", "Lunch").item("14:00-17:00", "lab tour", "Technical visit to NMIM")
    return document, truth


def en_start_end_columns() -> Made:
    """Start and end in columns of their own, the head said again on the second table, no year."""
    document = new()
    lines(document, "ANNUAL COORDINATION MEETING 2025")
    for day, rows in (
        ("Wednesday 19 March", [["10:00", "10:30", "Welcome and round of introductions", "Dr Maria Silva (IPQ)"], ["10:30", "12:00", "Project reports", "All"]]),
        ("Thursday 20 March", [["09:30", "11:00", "Planning of comparisons", "Dr Jan Novak (CMI)"], ["11:00", "11:15", "Wrap-up and closing", ""]]),
    ):  # fmt: skip
        bold(document, day)
        table(document, [["Start", "End", "Item", "Presenter"], *rows])
    truth = Truth("en").on("2025-03-19")
    truth.item("10:00-10:30", "address", "Welcome and round of introductions", "Maria Silva|IPQ|")
    truth.item("10:30-12:00", "presentations", "Project reports", "All||").on("2025-03-20")
    truth.item("09:30-11:00", "other", "Planning of comparisons", "Jan Novak|CMI|")
    truth.item("11:00-11:15", "address", "Wrap-up and closing")
    return document, truth


def en_merged_times() -> Made:
    """A time over several rows, each row a talk; the title of the session in the first."""
    document = new()
    lines(document, "Workshop on Mass Metrology, 8 October 2024")
    table(
        document,
        [
            ["Time", "Topic", "Speaker"],
            ["9:00–9:10", "Opening", "Dr. Stuart Davidson (NPL)"],
            ["9:10–10:40", "Session 1: Kibble balances", ""],
            ["^", "The KRISS Kibble balance", "Dr. Kim Dongmin (KRISS)"],
            ["^", "The NPL Kibble balance", "Dr. Ian Robinson (NPL)"],
            ["10:40–11:00", "Break", ""],
            ["11:00–12:00", "Session 2: Dissemination", ""],
            ["", "Pressure and mass", "Dr. Lee Sungjun (KRISS)"],
            ["", "Vacuum transfer", "TBD"],
            ["12:00–13:30", "Lunch", ""],
        ],
    )
    truth = Truth("en").on("2024-10-08")
    truth.item("09:00-09:10", "address", "Opening", "Stuart Davidson|NPL|")
    truth.item("09:10-10:40", "presentations", "Session 1: Kibble balances")
    truth.talk("The KRISS Kibble balance", "Kim Dongmin|KRISS|").talk(
        "The NPL Kibble balance", "Ian Robinson|NPL|"
    )
    truth.item("10:40-11:00", "tea", "Break").item("11:00-12:00", "presentations", "Session 2: Dissemination")
    truth.talk("Pressure and mass", "Lee Sungjun|KRISS|").talk("Vacuum transfer", "||")
    truth.item("12:00-13:30", "meal", "Lunch")
    return document, truth


INTERNATIONAL = (
    en_paragraphs, en_twelve_hours, en_twelve_unsaid, en_german_dots, en_day_columns, en_military,
    en_labelled_lines, en_start_end_columns, en_merged_times,
)  # fmt: skip
