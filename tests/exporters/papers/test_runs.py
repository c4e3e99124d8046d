"""What holds for every paper: languages of runs, what is secret, and what a file must hold."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile

import pytest

from exporters.catalogue import choices_for
from exporters.document import Look, Table, runs_of
from exporters.writers.word import word_bytes
from models.rules.audiences import OFFICE
from tests.support.visits import SECRET

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff]")
LANGUAGES = [("ko",), ("ko", "ja"), ("ja", "ko"), ("ko", "en"), ("ja", "en"), ("en", "ja")]


def every_paper(*sources):
    for source in sources:
        for languages in (*LANGUAGES, ("ko", "ja", "en"), ("de", "zh")):
            for layout in ("stacked", "columns") if len(languages) == 2 else (None,):
                yield source.make("agenda", languages, layout=layout)
            if len(languages) > 2:
                continue
            for choice in choices_for(source.visit, "itinerary"):
                yield source.make("itinerary", languages, who=choice.id)


@pytest.fixture(scope="module")
def everything(papers, sample):
    return list(every_paper(papers, sample))


def test_each_run_is_in_the_language_of_its_letters(everything):
    wrong = [
        run
        for document in everything
        for run in runs_of(document)
        if (HANGUL.search(run.text) and run.language != "ko")
        or (KANA.search(run.text) and run.language != "ja")
    ]
    assert not wrong


def test_no_sentence_of_ours_is_left_in_english(everything):
    figures = re.compile(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}")
    for document in everything:
        if set(document.languages) & {"en", "de", "zh"}:
            continue
        assert not [run for run in runs_of(document) if run.look is Look.PLAIN and figures.search(run.text)]


def test_nothing_secret_is_on_any_paper(papers):
    for document in every_paper(papers):
        assert SECRET not in repr(document)
        assert SECRET not in repr(document.blocks)
    office = papers.make("itinerary", ("ko",), who="delegation-KRISS", reader=OFFICE)
    assert SECRET not in repr(office.blocks)


def test_every_table_has_a_name_a_description_and_cells_for_its_columns(everything):
    for document in everything:
        for table in (block for block in document.blocks if isinstance(block, Table)):
            assert table.name
            assert table.description
            assert sum(table.columns_mm) == pytest.approx(170)
            for row in (*table.head, *table.rows):
                assert sum(cell.span for cell in row.cells) == len(table.columns_mm)


def test_every_paper_can_be_written_and_has_its_properties(everything):
    for document in everything:
        assert document.title
        assert document.author
        assert document.subject
        with zipfile.ZipFile(io.BytesIO(word_bytes(document))) as package:
            assert package.testzip() is None


@pytest.mark.schema
def test_the_papers_keep_to_the_schema(sample, papers, schema_folder, tmp_path):
    wanted = [
        sample.make("itinerary", ("ko", "ja")),
        sample.make("agenda", ("ko", "ja")),
        sample.make("agenda", ("en", "ko")),
        sample.make("agenda", ("ko", "ja", "en")),
        papers.make("itinerary", ("ja", "en"), who="delegation-NMIJ"),
        papers.make("itinerary", ("ko",), who="lee"),
        papers.make("agenda", ("de", "zh")),
    ]
    files = []
    for number, document in enumerate(wanted):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(word_bytes(document))
    done = subprocess.run(
        [sys.executable, schema_folder / "validate_docx.py", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "0 violation" in done.stdout, done.stdout
