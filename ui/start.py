"""What happens before anything else: which way to go, and whether the machine can follow.

Nothing here imports Qt, nor anything slow at module level: the command line passes through it too.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ui.display import has_display
from ui.spoken import speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION = "0.1.0"

# What `ui.cli` understands; a first argument that is none of these is the file of the window.
COMMANDS = frozenset(
    {
        "new",
        "sample",
        "visits",
        "papers",
        "export",
        "health",
        "findings",
        "backups",
        "restore",
        "merge",
        "erase",
        "import",
        "template",
    }
)

FAILED = 1
OLDEST_PYTHON = (3, 11)

# What the window imports; what is missing of it is named.
REQUIRED = ("PySide6", "sqlalchemy", "babel", "platformdirs")


def start(arguments: Sequence[str]) -> int:
    """Run a command or open the window, and return the exit code."""
    if list(arguments) == ["--version"]:
        print(f"Parley {VERSION}")
        return 0
    problem = problem_before_a_command() if is_command(arguments) else problem_before_the_window(arguments)
    if problem:
        print(problem, file=sys.stderr)
        return FAILED
    if is_command(arguments):
        from ui.cli import main

        return main(list(arguments))
    from ui.app import run

    return run(Path(arguments[0]) if arguments else None)


def is_command(arguments: Sequence[str]) -> bool:
    """Tell whether these arguments go to the command line rather than to the window."""
    if not arguments:
        return False
    # Options and too many words are the command line's to explain or to refuse.
    first = Path(arguments[0])
    return (
        arguments[0] in COMMANDS
        or arguments[0].startswith("-")
        or len(arguments) > 1
        # One word that is no file is a command that does not exist.
        or (first.name == arguments[0] and not first.suffix and not first.exists())
    )


def problem_before_the_window(arguments: Sequence[str] = ()) -> str:
    """Return what says why no window can be opened, and whether its file is there; or nothing."""
    problem = _problem_of_python() or _problem_of_packages(REQUIRED)
    if problem:
        return problem
    if sys.version_info < (3, 12):
        import PySide6

        if loses_none(sys.version_info, PySide6.__version__):
            return speaker().say(
                "PySide6 {version} crashes on Python {python}; type: pip install -r requirements.txt"
                " (or use Python 3.12 or newer).",
                version=PySide6.__version__,
                python=f"{sys.version_info[0]}.{sys.version_info[1]}",
            )
    if not has_display(os.environ):
        sentence = speaker().say(
            "There is no display to open a window on; papers can be made without one: {command}",
            command="python main.py export FILE --visit VISIT --paper PAPER --output PATH",
        )
        if arguments and not Path(arguments[0]).exists():
            missing = speaker().say("{path} is not there; check the name and the folder.", path=arguments[0])
            return f"{sentence}\n{missing}"
        return sentence
    return ""


def problem_before_a_command() -> str:
    """Return the sentence that says why no command can run, or nothing."""
    return _problem_of_python() or _problem_of_packages([name for name in REQUIRED if name != "PySide6"])


def missing_packages(names: Sequence[str]) -> list[str]:
    """Return those of the packages that Python cannot find."""
    return [name for name in names if importlib.util.find_spec(name) is None]


def _problem_of_packages(names: Sequence[str]) -> str:
    lacking = missing_packages(names)
    if not lacking:
        return ""
    return speaker().say(
        "Parley's libraries are not installed here ({packages}); type: pip install -r requirements.txt",
        packages=", ".join(lacking),
    )


def _problem_of_python() -> str:
    version = sys.version_info
    if version >= OLDEST_PYTHON:
        return ""
    python = f"{version[0]}.{version[1]}"
    return speaker().say("Parley needs Python 3.11 or newer; this is {python}.", python=python)


def loses_none(python: tuple[object, ...], pyside: str) -> bool:
    """Tell whether this PySide6 loses a reference to None with every call on this Python, until it aborts."""
    major, minor = (int(part) for part in pyside.split(".")[:2])
    return tuple(python[:2]) < (3, 12) and (major, minor) >= (6, 12)
