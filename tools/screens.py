"""Pictures of every page and section, from the sample: light and dark, in each language.

Each language and shade is drawn by a process of its own: the ratio of the screen is set before Qt starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
LANGUAGES = ("ko", "ja", "en")
PAGES = (
    "overview",
    "delegations",
    "schedule",
    "tours",
    "presentations",
    "agreed",
    "travel",
    "papers",
    "people",
    "organisations",
    "places",
    "series",
    "cooperation",
    "glossary",
    "bring",
    "tasks",
    "history",
)
SHADES = ("light", "dark")
ALONE = (
    *((language, "light", "start") for language in LANGUAGES),
    *((language, "light", "empty") for language in LANGUAGES),
    *((language, "light", "new-visit") for language in LANGUAGES),
    *((language, "light", "menu") for language in LANGUAGES),
    *((language, "light", "find") for language in LANGUAGES),
    ("ko", "light", "conflict"),
    ("ja", "dark", "conflict"),
    ("ja", "light", "order"),
    ("ko", "light", "deleted"),
    ("en", "dark", "trouble"),
    ("ko", "light", "small"),
    ("en", "light", "bring-columns"),
    ("ko", "light", "bring-doubt"),
    ("ko", "light", "bring-agenda"),
    ("en", "light", "bring-small"),
)
"""The scenes that need a window of their own, each with its language and shade."""


def main(arguments: list[str]) -> int:
    """Draw all pictures into a folder; those that are there already are replaced."""
    if arguments[:1] == ["--draw"]:
        from tools.scenes import draw

        _, folder, language, shade, *scenes = arguments
        return draw(Path(folder), language, shade, scenes)
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as profile:
        for language in LANGUAGES:
            for shade in SHADES:
                _draw(folder, profile, language, shade, *PAGES)
        for language, shade, scene in ALONE:
            _draw(folder, profile, language, shade, scene)
    for path in sorted(folder.glob("*.png")):
        print(path.name)
    return 0


def _draw(folder: Path, profile: str, language: str, shade: str, *scenes: str) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1.25" if scenes[0].endswith("small") else "1",
        "PARLEY_PROFILE": profile,
        "TZ": "Asia/Seoul",
    }
    command = [sys.executable, "-m", "tools.screens", "--draw", str(folder), language, shade, *scenes]
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
