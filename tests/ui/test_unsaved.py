"""What could not be saved is kept on this device, by file, until it is in the file."""

from __future__ import annotations

from pathlib import Path

from models.errors import FileMissing
from ui.edits import Edit, Kept
from ui.unsaved import Unsaved

FILE = Path("/office/visits.parley")


def kept(row, text):
    edit = Edit("schedule_item", row, "title.ko", {"title.ko": text}, {"title.ko": ""})
    return Kept(edit, FileMissing(path=FILE))


def test_what_is_left_over_is_forgotten_once_it_is_saved(tmp_path):
    place = tmp_path / "unsaved.json"
    first = Unsaved(place)
    assert first.begin(FILE) == ()
    first.settle((), [kept("a", "kept")])
    again = Unsaved(place)
    (left_over,) = again.begin(FILE)
    assert left_over.values == {"title.ko": "kept"}
    again.settle([left_over], ())
    assert Unsaved(place).begin(FILE) == ()


def test_two_windows_of_one_device_keep_each_others(tmp_path):
    place = tmp_path / "unsaved.json"
    one, other = Unsaved(place), Unsaved(place)
    one.begin(FILE)
    other.begin(FILE)
    one.settle((), [kept("a", "of one")])
    other.settle((), [kept("b", "of the other")])
    assert {edit.row_id for edit in Unsaved(place).begin(FILE)} == {"a", "b"}
    one.settle([kept("a", "of one").edit], ())
    assert {edit.row_id for edit in Unsaved(place).begin(FILE)} == {"b"}


def test_files_are_kept_apart(tmp_path):
    place = tmp_path / "unsaved.json"
    here, there = Unsaved(place), Unsaved(place)
    here.begin(FILE)
    here.settle((), [kept("a", "x")])
    there.begin(Path("/elsewhere.parley"))
    there.settle((), [kept("b", "y")])
    assert [edit.row_id for edit in Unsaved(place).begin(FILE)] == ["a"]
