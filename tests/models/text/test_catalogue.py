"""Words and their translations: how they are said, compiled, and what a translation may not be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from models.text import catalogue
from models.text.catalogue import mark, mark_in, words
from tests.models.text.translations import files, messages, problems

CHECKOUT = Path(__file__).parents[3]
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder of translations of its own."""
    translations = tmp_path / "translations"
    translations.mkdir()
    monkeypatch.setattr(catalogue, "TRANSLATIONS", translations)
    clear()
    yield translations
    clear()


def clear():
    words.cache_clear()
    catalogue.translated_languages.cache_clear()


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + dedent(text), encoding="utf-8")
    return path


KOREAN = """
    msgid "Open {name}"
    msgstr "{name} 열기"

    msgctxt "verb"
    msgid "Open"
    msgstr "열기"

    msgctxt "state"
    msgid "Open"
    msgstr "미결"

    msgid "one talk"
    msgid_plural "{number} talks"
    msgstr[0] "발표 {number}건"
"""


def test_english_is_the_message_itself():
    english = words("en")
    assert english.language == "en"
    assert english.say("Open {name}", name="{x}") == "Open {x}"
    assert english.say("100 % {") == "100 % {"
    assert english.say_in("verb", "Open") == "Open"
    assert [english.count("one talk", "{number} talks", number) for number in (0, 1, 2)] == [
        "0 talks",
        "one talk",
        "2 talks",
    ]
    assert english.count("{who}: one", "{who}: {number}", 3, who="A") == "A: 3"
    assert mark("Open") == "Open"
    assert mark_in("verb", "Open") == "Open"


def test_a_message_without_its_value_is_a_mistake():
    with pytest.raises(KeyError):
        words("en").say("Open {name}", names="x")


def test_words_are_translated(folder):
    write(folder, "ko/text.po", KOREAN)
    write(folder, "ko/more.po", 'msgid "Close"\nmsgstr "닫기"\n')
    korean = words("ko")
    assert korean.language == "ko"
    assert korean.say("Open {name}", name="A") == "A 열기"
    assert korean.say("Close") == "닫기"
    assert korean.say_in("verb", "Open") == "열기"
    assert korean.say_in("state", "Open") == "미결"
    assert [korean.count("one talk", "{number} talks", number) for number in (1, 2)] == [
        "발표 1건",
        "발표 2건",
    ]
    assert words("ko") is korean


def test_a_language_without_translations_speaks_english_and_says_so(folder):
    write(folder, "ko/text.po", KOREAN)
    assert words("zh").language == "en"
    assert words("../ko").language == "en"
    assert words("zh").say("Open {name}", name="A") == "Open A"


def test_what_is_not_translated_yet_is_english(folder):
    write(folder, "ko/text.po", '#, fuzzy\nmsgid "Close"\nmsgstr "열기"\n\nmsgid "Save"\nmsgstr ""\n')
    assert words("ko").say("Close") == "Close"
    assert words("ko").say("Save") == "Save"
    assert words("ko").say("Undo") == "Undo"


def test_compiled_words_are_kept_and_made_anew_when_a_source_changes(folder):
    source = write(folder, "ko/text.po", KOREAN)
    compiled = folder / "ko" / "LC_MESSAGES" / "parley.mo"
    assert words("ko").say_in("verb", "Open") == "열기"
    assert compiled.is_file()
    assert [path.name for path in compiled.parent.iterdir()] == ["parley.mo"]

    # Not compiled again: what is compiled is believed.
    before = compiled.stat().st_mtime_ns
    clear()
    words("ko")
    assert compiled.stat().st_mtime_ns == before

    write(folder, "ko/text.po", KOREAN.replace("열기", "펼치기"))
    later = before + 1_000_000_000
    os.utime(source, ns=(later, later))
    clear()
    assert words("ko").say_in("verb", "Open") == "펼치기"


def test_a_source_that_was_added_is_seen_though_it_is_older(folder):
    write(folder, "ko/text.po", KOREAN)
    words("ko")
    compiled = folder / "ko" / "LC_MESSAGES" / "parley.mo"
    added = write(folder, "ko/more.po", 'msgid "Close"\nmsgstr "닫기"\n')
    os.utime(added, ns=(0, 0))
    later = compiled.stat().st_mtime_ns + 1_000_000_000
    os.utime(folder / "ko", ns=(later, later))
    clear()
    assert words("ko").say("Close") == "닫기"


def test_where_nothing_can_be_written_words_are_compiled_in_memory(folder):
    write(folder, "ko/text.po", KOREAN)
    (folder / "ko" / "LC_MESSAGES").write_text("in the way")
    assert words("ko").say_in("verb", "Open") == "열기"
    assert (folder / "ko" / "LC_MESSAGES").read_text() == "in the way"


def test_all_languages_are_compiled_by_one_command(folder):
    write(folder, "ko/text.po", KOREAN)
    write(folder, "ja/text.po", KOREAN)
    catalogue.compile_all()
    for language in ("ko", "ja"):
        assert (folder / language / "LC_MESSAGES" / "parley.mo").is_file()


def test_compiled_words_are_read_without_babel():
    catalogue.compile_all()
    code = (
        "import sys; from models.text.catalogue import words; words('ko').say('x'); words('ja');"
        "import models.text.speaker, models.text.dates as d, models.text.lists as l;"
        "import datetime; d.day(datetime.date(2024, 7, 30), 'en'); l.join('ABC', 'ko');"
        "sys.exit('babel' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=CHECKOUT)


SOURCE = '''
    w.say("Open {name}", name=1)
    w.say_in("verb", "Open"), w.mark_in("state", "Open")
    count("one talk", "{number} talks", 3)
    "a,b".count(",")
    mark("Close")
    def say(message): """Not a message."""
'''


@pytest.fixture
def tree(tmp_path):
    """Return a small tree with sources and one whole translation."""
    (tmp_path / "ui" / "pages").mkdir(parents=True)
    (tmp_path / "ui" / "pages" / "page.py").write_text(dedent(SOURCE), encoding="utf-8")
    write(tmp_path, "translations/ko/text.po", KOREAN)
    write(tmp_path, "translations/ko/ui.po", 'msgid "Close"\nmsgstr "닫기"\n')
    return tmp_path


def found(tree):
    return problems(messages(tree), files(tree / "translations")["ko"])


def test_messages_are_found_in_the_sources(tree):
    assert messages(tree) == {
        (None, "Open {name}"): ("Open {name}",),
        ("verb", "Open"): ("Open",),
        ("state", "Open"): ("Open",),
        (None, "one talk"): ("one talk", "{number} talks"),
        (None, "Close"): ("Close",),
    }
    assert found(tree) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgid "Close"\nmsgstr "닫기"', "", "missing: (None, 'Close')"),
        ('msgstr "닫기"', 'msgstr ""', "ui.po: not translated: (None, 'Close')"),
        ('msgid "Close"', '#, fuzzy\nmsgid "Close"', "ui.po: fuzzy: (None, 'Close')"),
        ('"닫기"', '"{name} 닫기"', "ui.po: other placeholders: (None, 'Close')"),
        ('"닫기"', '"창을(를) 닫기"', "ui.po: a particle that is left open: (None, 'Close')"),
        ('msgid "Close"', '#~ msgid "Gone"\n#~ msgstr "갔음"\n\nmsgid "Close"', "ui.po: commented out: Gone"),
        (
            'msgid "Close"',
            'msgid "Gone"\nmsgstr "갔음"\n\nmsgid "Close"',
            "ui.po: not in the sources: (None, 'Gone')",
        ),
        (
            'msgid "Close"',
            'msgid "Open {name}"\nmsgstr "{name} 펼치기"\n\nmsgid "Close"',
            "ui.po: (None, 'Open {name}') is translated otherwise in text.po",
        ),
    ],
)
def test_what_a_translation_may_not_be(tree, old, new, complaint):
    path = tree / "translations" / "ko" / "ui.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert found(tree) == [complaint]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"{name} 열기"', '"{names} 열기"', "other placeholders: (None, 'Open {name}')"),
        ("발표 {number}건", "발표", "other placeholders: (None, 'one talk')"),
        ("{number} talks", "{number} lectures", "has other plural forms in the sources: (None, 'one talk')"),
    ],
)
def test_placeholders_and_plurals_are_compared(tree, old, new, complaint):
    write(tree, "translations/ko/text.po", KOREAN.replace(old, new))
    assert found(tree) == [f"text.po: {complaint}"]


def test_the_same_twice_is_no_contradiction(tree):
    write(tree, "translations/ko/z.po", 'msgid "Close"\nmsgstr "닫기"\n')
    assert found(tree) == []


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_every_message_of_parley_is_translated(language):
    wanted = messages(CHECKOUT)
    assert wanted
    wrong = problems(wanted, files(CHECKOUT / "resources" / "translations")[language])
    assert not wrong, "\n".join(wrong)
