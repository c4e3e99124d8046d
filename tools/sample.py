"""Makes the sample database and its papers in build/, and opens it, as a user would: through main.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from ui.display import has_display

CHECKOUT = Path(__file__).resolve().parent.parent
BUILD = CHECKOUT / "build"
DATABASE = BUILD / "sample.parley"
PAPERS = BUILD / "papers"

DONE = 0
ATTENTION = 3  # done, and something among the findings wants attention


def parley(*arguments: str) -> str:
    """Run a command of Parley and return what it printed; leave with its exit code where it failed."""
    ended = subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=False
    )
    if ended.returncode not in (DONE, ATTENTION):
        sys.exit(ended.returncode)
    return ended.stdout


def make_database() -> None:
    """Write the sample database where there is none."""
    if not DATABASE.exists():
        BUILD.mkdir(exist_ok=True)
        parley("sample", str(DATABASE))


def make_papers() -> None:
    """Write the itineraries and the agenda of every visit in Korean and Japanese, and say where."""
    PAPERS.mkdir(parents=True, exist_ok=True)
    for visit in json.loads(parley("visits", str(DATABASE), "--json")):
        for paper in ("itinerary", "agenda"):
            choice = ("--visit", visit["id"], "--paper", paper, "--languages", "ko,ja")
            parley("export", str(DATABASE), *choice, "--output", str(PAPERS), "--overwrite")
    print(f"The papers of the sample are in {PAPERS}")


def main(arguments: list[str]) -> int:
    """Make the sample anew (``make``), or open it, or without a display write its papers (``open``)."""
    match arguments:
        case ["make"]:
            DATABASE.unlink(missing_ok=True)
            make_database()
            make_papers()
        case ["open"] if has_display(os.environ):
            make_database()
            return subprocess.run(
                [sys.executable, "main.py", str(DATABASE)], cwd=CHECKOUT, check=False
            ).returncode
        case ["open"]:
            print(
                "There is no display to open the window on, so the papers of the sample are written instead."
            )
            make_database()
            make_papers()
        case _:
            print("python -m tools.sample make | open", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
