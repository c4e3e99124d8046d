"""Sees to it that the machine brings what no Python package can: libraries, fonts, programs.

``python -m tools.system run test`` looks, installs what is missing where it may (as root, with apt-get), and
otherwise ends with a sentence that names the Debian packages. It runs before anything is installed, so it
uses the standard library alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class Need:
    """A Debian package and what shows, on any system, that its content is there."""

    package: str
    library: str = ""
    program: str = ""
    font: str = ""


# What Qt's plugin for X and QtGui are linked with; any Wayland desktop has its own. And fonts for ko, ja, en.
FOR_RUN = (
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-image0", library="libxcb-image.so.0"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-randr0", library="libxcb-randr.so.0"),
    Need("libxcb-render-util0", library="libxcb-render-util.so.0"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-shm0", library="libxcb-shm.so.0"),
    Need("libxcb-sync1", library="libxcb-sync.so.1"),
    Need("libxcb-xfixes0", library="libxcb-xfixes.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libx11-xcb1", library="libX11-xcb.so.1"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("fonts-noto-cjk", font="NotoSansCJK*"),
    Need("fonts-liberation", font="LiberationSans-Regular*"),
)

# What the tests open and read back papers with.
FOR_TEST = (
    Need("libreoffice-writer", program="soffice"),
    Need("poppler-utils", program="pdftoppm"),
    Need("pandoc", program="pandoc"),
)

NEEDS = {"run": FOR_RUN, "test": FOR_TEST}


def installed_packages(packages: Sequence[str]) -> frozenset[str]:
    """Return those of the Debian packages that dpkg has; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return frozenset()
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *packages],
        capture_output=True,
        text=True,
        check=False,  # it fails when one is unknown and still lists the others
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    return frozenset(line[0] for line in lines if line[-1] == "installed")


def known_libraries() -> str:
    """Return what the dynamic linker finds, as ldconfig prints it."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    if not Path(ldconfig).exists():
        return ""
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


def has_font(pattern: str) -> bool:
    """Tell whether a font file of that name lies in one of the usual folders."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob(pattern), None) is not None for folder in folders if folder.is_dir())


def missing(needs: Iterable[Need]) -> list[Need]:
    """Return what is neither installed as a Debian package nor present by other means."""
    wanted = list(needs)
    installed = installed_packages([need.package for need in wanted])
    rest = [need for need in wanted if need.package not in installed]
    libraries = known_libraries() if any(need.library for need in rest) else ""

    def present(need: Need) -> bool:
        if need.library:
            return need.library in libraries
        return has_font(need.font) if need.font else shutil.which(need.program) is not None

    return [need for need in rest if not present(need)]


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, reading the package lists again first."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing Debian packages:", " ".join(packages), flush=True)
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)


def complaint(needs: Iterable[Need]) -> str:
    """Return the sentence that says what is missing and what to type."""
    packages = " ".join(need.package for need in needs)
    return f"This machine lacks what Parley needs; type: sudo apt-get install {packages}"


def main(purposes: Sequence[str]) -> int:
    """Check what the purposes need, install it where possible, else say what is missing."""
    if not sys.platform.startswith("linux"):
        # Elsewhere Qt brings its libraries and the system its fonts; only programs can be missing.
        lacking = [need for purpose in purposes for need in missing(NEEDS[purpose]) if need.program]
    else:
        lacking = missing(need for purpose in purposes for need in NEEDS[purpose])
    if lacking and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        try:
            install([need.package for need in lacking])
        except subprocess.CalledProcessError as error:
            print(f"apt-get ended with {error.returncode}.", file=sys.stderr)
        lacking = missing(lacking)
    if lacking:
        print(complaint(lacking), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
