"""A list of people, as large as wanted, for tests and benchmarks of the table."""

from __future__ import annotations

from ui.widgets.table import Column, Side, TableSpec


def people_spec(lookup, words, *, two_lines=False, folded=True):
    tag = words.language

    def name(row, _words):
        return lookup.name_of(row, (tag,)).text

    def office(row, _words):
        return lookup.called(*row.holder, tag, short=True) if row.holder else ""

    return TableSpec(
        "people",
        (
            Column(
                "name",
                "Name",
                name,
                width=240,
                icon=lambda row: "user",
                second=(lambda row, _words: row.detail.text_in(tag)) if two_lines else None,
            ),
            Column("post", "Position", lambda row, _words: row.detail.text_in(tag), width=200),
            Column("office", "Organisation", office, width=180),
            Column("mail", "E-mail", lambda row, _words: row.words[0] if row.words else "", shown=False),
            Column(
                "number",
                "Number",
                lambda row, _words: row.id[-6:],
                sort=lambda row: row.id,
                width=90,
                align=Side.RIGHT,
            ),
        ),
        key=lambda row: row.id,
        label="People",
        needle=lookup.letters_of if folded else None,
        two_lines=two_lines,
    )
