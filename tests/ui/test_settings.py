from pathlib import Path

from ui.settings import Settings


def test_settings_are_read_again(tmp_path):
    Settings(tmp_path).keep(language="ja", recent=("a.parley",))
    kept = Settings(tmp_path).kept
    assert (kept.language, kept.recent) == ("ja", ("a.parley",))


def test_a_broken_file_gives_the_first_settings(tmp_path):
    for broken in ("", "[]", "{", '{"language": 3, "recent": "x"}'):
        (tmp_path / "window.json").write_text(broken, "utf-8")
        assert Settings(tmp_path).kept.language == ""


def test_recent_files_come_newest_first_and_only_if_they_are_there(tmp_path):
    settings = Settings(tmp_path / "settings")
    for name in ("a", "b", "a", "gone"):
        path = tmp_path / f"{name}.parley"
        if name != "gone":
            path.touch()
        settings.remember_file(path)
    assert [Path(path).stem for path in settings.recent_files()] == ["a", "b"]
