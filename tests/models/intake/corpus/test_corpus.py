"""The made files are read as their truth says, within the limits that are promised."""

from __future__ import annotations

from tests.models.intake.corpus.measure import RIGHT_AT_LEAST, SILENT_AT_MOST, all_cases, score, total


def test_at_least_forty_files_differ():
    cases = list(all_cases())
    assert len(cases) >= 40
    assert len({case.name for case in cases}) == len(cases)
    assert len({case.content for case in cases}) == len(cases)
    assert {case.suffix for case in cases} >= {".xlsx", ".ods", ".csv", ".tsv", ".vcf", ".html"}


def test_cells_are_read_right_without_correction():
    scores = [score(case) for case in all_cases()]
    whole = total(scores)
    faults = [f"{each.name}: {fault}" for each in scores for fault in each.faults]
    assert whole.right >= RIGHT_AT_LEAST * whole.cells, faults
    assert whole.silent <= SILENT_AT_MOST * whole.cells, faults
