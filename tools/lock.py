"""Pins the requirements again: for every platform and Python, with hashes, naming no host."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
# Without --universal the lines for Windows and for Python 3.12 would be lost.
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--quiet",
)


def pin(output: str, *more: str) -> None:
    """Write one requirements file from pyproject.toml, keeping pins that still fit."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *more, *OPTIONS]
    subprocess.run([*command, f"--output-file={output}"], cwd=CHECKOUT, check=True)
    if "://" in (CHECKOUT / output).read_text(encoding="utf-8"):
        sys.exit(f"{output} names a host; it may not be committed like this.")


def main(arguments: list[str]) -> int:
    """Pin what Parley runs with, then what it is developed with; ``--upgrade`` takes newer versions."""
    pin("requirements.txt", *arguments)
    pin("requirements-dev.txt", "--group=dev", *arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
