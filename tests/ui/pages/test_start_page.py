"""The page that is shown while no file is open."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect

_ICON_ENDS, _GAP = 38, 2


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_shield_stands_beside_the_middle_of_its_line(window, language):
    workspace = window(language=language)
    line = workspace.start_page._privacy
    image = line.grab().toImage()
    ratio = image.devicePixelRatio()
    icon = middle(image, QRect(0, 0, round(_ICON_ENDS * ratio), image.height()))
    text = middle(image, QRect(round(_ICON_ENDS * ratio), 0, image.width(), image.height()))
    assert abs(icon - text) <= 1.5 * ratio


def middle(image, part):
    """Return the middle of the rows that are not ground in a part of a picture."""
    ground = image.pixel(0, 0)
    rows = [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != ground for x in range(part.left(), min(part.right(), image.width() - 1)))
    ]
    # Where the text wraps, its first line counts.
    last = next((one for one, after in pairwise(rows) if after - one > _GAP), rows[-1])
    return (rows[0] + last) / 2
