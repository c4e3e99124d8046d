"""Forty kinds of bad files: what spoils a whole one, and what it is called then."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from models.errors import (
    FileDamaged,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileNewer,
    FileNotAllowed,
    FileNotDatabase,
    FileProblem,
    FileTampered,
)
from tests.models.store import test_guard
from tests.torture.bad_files import PAGE, patched, ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def later_format(path: Path) -> None:
    patched(path, 18, b"\x09\x09")


def page_size_of_nothing(path: Path) -> None:
    patched(path, 16, b"\x00\x03")


def page_size_doubled(path: Path) -> None:
    patched(path, 16, b"\x20\x00")


def magic_gone(path: Path) -> None:
    patched(path, 0, b"SQLite format 4\0")


def utf16(path: Path) -> None:
    patched(path, 56, (2).to_bytes(4))


def application_gone(path: Path) -> None:
    patched(path, 68, bytes(4))


def version_zero(path: Path) -> None:
    patched(path, 60, bytes(4))


def version_negative(path: Path) -> None:
    patched(path, 60, b"\xff\xff\xff\xff")


def schema_format(path: Path) -> None:
    patched(path, 44, (77).to_bytes(4))


def freelist_astray(path: Path) -> None:
    patched(path, 32, (9_999_999).to_bytes(4) + (5).to_bytes(4))


def reserved_space(path: Path) -> None:
    patched(path, 20, b"\xff")


def one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def fifteen_bytes(path: Path) -> None:
    path.write_bytes(b"SQLite format 3")


def one_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:PAGE])


def a_page_and_a_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: PAGE * 3 // 2])


def last_page_gone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-PAGE])


def last_byte_gone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def noise(path: Path) -> None:
    path.write_bytes(bytes((number * 7919) % 251 for number in range(50_000)))


def garbage_behind(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"garbage" * 999)


def broken_json(path: Path) -> None:
    ran(path, "UPDATE organisation SET name = '{\"ko\": \"half' WHERE acronym = 'O3'")


def json_of_another_shape(path: Path) -> None:
    ran(path, "UPDATE organisation SET name = '[1]' WHERE acronym = 'O3'")


def tags_of_another_shape(path: Path) -> None:
    ran(path, "UPDATE visit SET languages = '{}'")


def no_date(path: Path) -> None:
    ran(path, "UPDATE visit_day SET date = '30. Juli'")


def no_moment(path: Path) -> None:
    ran(path, "UPDATE file_info SET created_at = 'yesterday'")


def no_choice(path: Path) -> None:
    ran(path, "UPDATE party SET side = 'enemy'")


def broken_utf8(path: Path) -> None:
    ran(path, "UPDATE organisation SET acronym = CAST(X'FFFE41' AS TEXT) WHERE acronym = 'O3'")


def bytes_for_text(path: Path) -> None:
    ran(path, "UPDATE organisation SET acronym = X'4142' WHERE acronym = 'O3'")


def text_for_a_number(path: Path) -> None:
    ran(path, "UPDATE change_set SET sequence = 'first'")


def label_values_broken(path: Path) -> None:
    ran(path, "UPDATE change_set SET label_values = 'none'")


def change_broken(path: Path) -> None:
    ran(path, "UPDATE change SET after = '{'")


def two_cards(path: Path) -> None:
    ran(path, "INSERT INTO file_info SELECT 'second', name, created_at, NULL FROM file_info")


def extra_table(path: Path) -> None:
    ran(path, "CREATE TABLE extra (id)")


def extra_index(path: Path) -> None:
    ran(path, "CREATE INDEX extra ON person (id)")


def generated_column(path: Path) -> None:
    ran(path, "ALTER TABLE person ADD COLUMN extra TEXT")


def dangling_link(path: Path) -> None:
    (path.parent / "target.parley").write_bytes(b"")
    path.unlink()
    path.symlink_to(path.parent / "nowhere")


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


KINDS: dict[Callable[[Path], None], type[FileProblem] | None] = {
    **{
        spoil: problem
        for spoil, problem in test_guard.CASES.items()
        if spoil is not test_guard.case_header_only
    },
    later_format: FileNotDatabase,
    page_size_of_nothing: FileNotDatabase,
    page_size_doubled: FileDamaged,
    magic_gone: FileNotDatabase,
    utf16: FileDamaged,
    application_gone: FileForeign,
    version_zero: FileDamaged,
    version_negative: FileDamaged,
    schema_format: FileDamaged,
    freelist_astray: FileDamaged,
    reserved_space: FileDamaged,
    one_byte: FileNotDatabase,
    fifteen_bytes: FileNotDatabase,
    one_page: FileDamaged,
    a_page_and_a_half: FileDamaged,
    last_page_gone: FileDamaged,
    last_byte_gone: FileDamaged,
    zeros: FileNotDatabase,
    noise: FileNotDatabase,
    garbage_behind: None,
    broken_json: FileDamaged,
    json_of_another_shape: FileDamaged,
    tags_of_another_shape: FileDamaged,
    no_date: FileDamaged,
    no_moment: FileDamaged,
    no_choice: FileDamaged,
    broken_utf8: FileDamaged,
    bytes_for_text: FileDamaged,
    text_for_a_number: FileDamaged,
    label_values_broken: FileDamaged,
    change_broken: FileDamaged,
    two_cards: None,
    extra_table: FileTampered,
    extra_index: None,
    generated_column: None,
    dangling_link: FileMissing,
    link_to_itself: FileNotAllowed,
    pipe: FileNotDatabase,
}
assert {FileEmpty, FileNewer, FileIsFolder} <= set(KINDS.values())
