"""Pictures of every page, from the sample: light and dark, in each language, and of one small window.

Each scene is drawn by a process of its own, because the ratio of the screen is set before Qt starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
LANGUAGES = ("ko", "ja", "en")
SCENES = (
    *((language, shade, "schedule") for language in LANGUAGES for shade in ("light", "dark")),
    *((language, "light", "start") for language in LANGUAGES),
    *((language, "light", "delegations") for language in LANGUAGES),
    ("ko", "dark", "delegations"),
    ("ko", "light", "overview"),
    ("en", "dark", "overview"),
    ("ja", "light", "order"),
    ("en", "light", "tasks"),
    ("ko", "light", "conflict"),
    ("ja", "dark", "conflict"),
    ("ko", "light", "deleted"),
    ("en", "dark", "trouble"),
    ("ja", "light", "empty"),
    ("en", "light", "menu"),
    ("ko", "light", "new-visit"),
    ("en", "light", "export"),
    ("ko", "light", "small"),
    ("ko", "light", "bring"),
    ("ja", "dark", "bring"),
    ("en", "light", "bring-columns"),
    ("ko", "light", "bring-doubt"),
    ("ko", "light", "bring-agenda"),
    ("en", "light", "bring-small"),
)


def main(arguments: list[str]) -> int:
    """Draw all pictures into a folder; those that are there already are replaced."""
    if arguments[:1] == ["--draw"]:
        from tools.scenes import draw

        _, folder, language, shade, scene = arguments
        return draw(Path(folder), language, shade, scene)
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as profile:
        for language, shade, scene in SCENES:
            ratio = "1.25" if scene.endswith("small") else "1"
            environment = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": ratio,
                "PARLEY_PROFILE": profile,
                "TZ": "Asia/Seoul",
            }
            command = [sys.executable, "-m", "tools.screens", "--draw", str(folder), language, shade, scene]
            subprocess.run(command, check=True, env=environment)
    for path in sorted(folder.glob("*.png")):
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
