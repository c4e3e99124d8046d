"""Damaged files end in records or in an error of ours; the long form is run for the figures."""

from __future__ import annotations

import warnings

from tests.models.intake.fuzz import run


def test_damaged_files_neither_crash_nor_hang():
    with warnings.catch_warnings():
        # The damage is meant: zipfile warns of names that stand twice.
        warnings.simplefilter("ignore", UserWarning)
        ended = run(150, seed=3)
    assert sum(ended.values()) == 150
    assert ended["read"] > 10
    assert len(ended) > 3
