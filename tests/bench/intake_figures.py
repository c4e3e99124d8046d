"""Prints how well the made files of others are read, and how damaged ones end: ``make figures``."""

from __future__ import annotations

import sys
import warnings

from tests.models.intake.corpus.measure import RIGHT_AT_LEAST, SILENT_AT_MOST, all_cases, score, total
from tests.models.intake.fuzz import run

DAMAGED = 2000


def corpus() -> bool:
    """Print the figures; answers with whether they are reached."""
    scores = [score(case) for case in all_cases()]
    for each in scores:
        share = each.right / each.cells if each.cells else 0.0
        print(f"{each.name:26} {each.cells:5} cells  {share:7.2%} right  {each.silent:3} wrong unmarked")
        for fault in each.faults[:4]:
            print(f"    {fault}")
    whole = total(scores)
    right, silent = whole.right / whole.cells, whole.silent / whole.cells
    print(f"{len(scores)} files, {whole.cells} cells: {right:.2%} right (at least {RIGHT_AT_LEAST:.0%}),")
    print(f"  {silent:.2%} wrong and not marked doubtful (at most {SILENT_AT_MOST:.1%})")
    return right >= RIGHT_AT_LEAST and silent <= SILENT_AT_MOST


def damaged(number: int) -> None:
    """Print how so many damaged files end; one that crashes or hangs stops the program."""
    warnings.simplefilter("ignore")
    ended = run(number)
    print(f"{number} damaged files: none crashed, none hung")
    for code, many in ended.most_common():
        print(f"  {code}: {many}")


if __name__ == "__main__":
    reached = corpus()
    damaged(int(sys.argv[1]) if len(sys.argv) > 1 else DAMAGED)
    sys.exit(not reached)
