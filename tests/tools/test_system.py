"""What the machine has to bring: found, installed as root, or named."""

from __future__ import annotations

import os
import subprocess

import pytest

from tools import system

PANDOC = system.Need("pandoc", program="pandoc")


@pytest.fixture
def bare(monkeypatch):
    """A Debian without anything, and apt-get that only remembers what it was asked."""
    asked = []
    have = set()

    def apt(packages):
        asked.extend(packages)
        have.update(packages)

    monkeypatch.setattr(system, "installed_packages", lambda packages: frozenset(have & set(packages)))
    monkeypatch.setattr(system, "known_libraries", str)
    monkeypatch.setattr(system, "has_font", lambda pattern: False)
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(system, "install", apt)
    monkeypatch.setattr("sys.platform", "linux")
    return asked


def test_what_is_missing_is_named_with_what_to_type(bare, monkeypatch, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert system.main(["run", "test"]) == 1
    said = capsys.readouterr().err
    assert "sudo apt-get install libxcb-cursor0" in said
    for package in ("fonts-noto-cjk", "libreoffice-writer", "poppler-utils", "pandoc"):
        assert package in said
    assert not bare


def test_root_gets_it_installed(bare, monkeypatch, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert system.main(["run", "test"]) == 0
    assert set(bare) == {need.package for need in system.FOR_RUN + system.FOR_TEST}
    assert capsys.readouterr().err == ""


def test_running_needs_nothing_of_the_tests(bare, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    system.main(["run"])
    assert not {"pandoc", "libreoffice-writer"} & set(bare)


def test_an_installation_that_fails_is_said(bare, monkeypatch, capsys):
    def refuse(packages):
        raise subprocess.CalledProcessError(100, "apt-get")

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(system, "install", refuse)
    assert system.main(["test"]) == 1
    said = capsys.readouterr().err
    assert "apt-get ended with 100" in said
    assert "pandoc" in said


def test_what_is_there_by_other_means_is_not_missing(bare, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: "/opt/bin/pandoc" if name == "pandoc" else None)
    assert not system.missing([PANDOC])
    monkeypatch.setattr(system, "known_libraries", lambda: "\tlibGL.so.1 (libc6,x86-64) => /lib/libGL.so.1\n")
    assert not system.missing([system.Need("libgl1", library="libGL.so.1")])


def test_packages_are_looked_up_without_apt(tmp_path, monkeypatch):
    answer = "#!/bin/sh\nprintf 'pandoc installed\\nfonts-noto-cjk config-files\\n'; exit 1\n"
    (tmp_path / "dpkg-query").write_text(answer)
    (tmp_path / "dpkg-query").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert system.installed_packages(["pandoc", "fonts-noto-cjk", "nothing"]) == {"pandoc"}


def test_apt_reads_its_lists_before_it_installs(tmp_path, monkeypatch, capsys):
    notes = tmp_path / "asked"
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {notes}\n')
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    system.install(["pandoc"])
    assert notes.read_text().splitlines() == [
        "noninteractive update -qq",
        "noninteractive install -y -qq --no-install-recommends pandoc",
    ]
    assert "pandoc" in capsys.readouterr().out
