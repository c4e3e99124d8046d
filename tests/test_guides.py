"""The readme and the guides say what is so: commands run, links lead somewhere, words are the screen's."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.seen import spoken

CHECKOUT = Path(__file__).resolve().parents[1]
GUIDES = {"en": "guide.md", "ko": "guide.ko.md", "ja": "guide.ja.md"}
_LINK = re.compile(r"\]\(([^)#]+)")
_MARKED = re.compile(r"(?<!\*)(\*{1,2})([^*\n]+?)\1(?!\*)")
# What the guides call by its own name: what people do, not what stands on the screen.
_OWN = {
    "en": {"Together", "On the way", "Backups", "Your own first visit"},
    "ko": {"공동 작업", "출장 중", "백업"},
    "ja": {"共同作業", "出張中", "バックアップ"},
}


def pages():
    return [CHECKOUT / "README.md", *(CHECKOUT / "docs" / name for name in GUIDES.values())]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert links
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("tag", GUIDES)
def test_what_a_guide_tells_to_press_is_called_so(tag):
    # What stands for a name is written "…" in a guide: Create “…”.
    said = {re.sub(r"\{\w+\}", "…", text).rstrip("…") for text in spoken(tag)}
    text = (CHECKOUT / "docs" / GUIDES[tag]).read_text(encoding="utf-8")
    body = text.split("\n## If ", 1)[0] if tag == "en" else text.rsplit("\n## ", 1)[0]
    named = {marked.strip().rstrip(".。…") for _stars, marked in _MARKED.findall(body)}
    assert len(named) > 30
    assert named - said - _OWN[tag] == set()


def test_the_guides_have_the_same_chapters_and_pictures():
    texts = [(CHECKOUT / "docs" / name).read_text(encoding="utf-8") for name in GUIDES.values()]
    assert len({len(re.findall(r"^## ", text, re.MULTILINE)) for text in texts}) == 1
    scenes = [re.findall(r"screens/([a-z-]+)-light-(..)\.png", text) for text in texts]
    assert [[scene for scene, _tag in found] for found in scenes] == [
        [scene for scene, _tag in scenes[0]]
    ] * 3
    assert [{tag for _scene, tag in found} for found in scenes] == [{tag} for tag in GUIDES]


def test_the_commands_of_the_readme_run(tmp_path):
    lines = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [shlex.split(line)[2:] for line in lines if line.startswith(".venv/bin/python main.py ")]
    assert len(commands) == 6
    for command in commands:
        ended = subprocess.run(
            [sys.executable, str(CHECKOUT / "main.py"), *command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        # 3: done, and something among the findings wants attention.
        assert ended.returncode in (0, 3), ended.stdout + ended.stderr
