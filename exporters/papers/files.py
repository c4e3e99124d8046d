"""Files of papers: names that every system takes, and writing all of them or none."""

from __future__ import annotations

import errno
import os
import re
import secrets
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from models.errors import FileExists, FileFull, FileIsFolder, FileMissing, FileNotAllowed, FileProblem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MOST_BYTES = 200
"""Of a name in UTF-8: file systems take 255, and synchronising programs add to it."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u2028\u2029]+')
_SPACE = re.compile(r"\s+")
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY, errno.EBUSY}
_NOWHERE = {errno.ENOENT, errno.ENOTDIR}


def safe_name(parts: Sequence[str], suffix: str) -> str:
    """Make a file name of several parts, without what a system refuses, and not too long."""
    cleaned = [_cleaned(part) for part in parts]
    name = "_".join(part for part in cleaned if part) or "Parley"
    # The end tells papers apart (their languages): a long name loses from its middle part.
    end = f"_{cleaned[-1]}" if len(cleaned) > 1 and cleaned[-1] else ""
    body = name[: len(name) - len(end)] if end else name
    room = MOST_BYTES - len(end.encode()) - len(suffix) - 1
    while len(body.encode()) > room:
        body = body[:-1]
    name = (body.rstrip(" ._") + end) or "Parley"
    return f"_{name}.{suffix}" if _RESERVED.fullmatch(name) else f"{name}.{suffix}"


def _cleaned(text: str) -> str:
    spaced = _SPACE.sub(" ", _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text)))
    return spaced.strip(" .")


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool, folder: Path | None = None) -> None:
    """Write files that appear all of them or not at all; nothing appears before all are on the disk.

    ``folder`` is made where it is missing, and taken away again where nothing could be written.
    """
    for path in contents:
        if path.is_dir():
            raise FileIsFolder(path=path)
        if path.exists() and not overwrite:
            raise FileExists(path=path)
    is_new = folder is not None and not folder.is_dir()
    drafts: dict[Path, Path] = {}
    done = False
    path = folder
    try:
        if folder is not None and is_new:
            folder.mkdir()
        for path, content in contents.items():
            drafts[path] = _beside(path)
            with drafts[path].open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        _place_all(drafts, overwrite=overwrite)
        done = True
    except FileExistsError as error:
        raise FileExists(path=path) from error
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        if folder is not None and is_new and not done:
            with suppress(OSError):
                folder.rmdir()


def _beside(path: Path) -> Path:
    return path.with_name(f".parley-{secrets.token_hex(4)}.tmp")


def _place_all(drafts: Mapping[Path, Path], *, overwrite: bool) -> None:
    """Give the drafts their names; where one fails, what was there before comes back."""
    placed: list[Path] = []
    kept: dict[Path, Path] = {}
    try:
        for path, draft in drafts.items():
            if overwrite and path.exists():
                kept[path] = _kept(path)
                draft.replace(path)
            else:
                _place(draft, path)
            placed.append(path)
    except BaseException:
        for path in placed:
            if path not in kept:
                path.unlink(missing_ok=True)
        for path, old in kept.items():
            old.replace(path)
            # Two names of one file are left as they are by replacing.
            old.unlink(missing_ok=True)
        raise
    for old in kept.values():
        old.unlink(missing_ok=True)


def _kept(path: Path) -> Path:
    """Keep a file under another name as well; where there are no hard links, under that name alone."""
    old = _beside(path)
    try:
        os.link(path, old)
    except OSError:
        path.replace(old)
    return old


def _place(draft: Path, path: Path) -> None:
    """Give a draft its name; raises FileExistsError where somebody was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some shares): an empty file holds the name until the draft takes it.
        path.open("xb").close()
        try:
            draft.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _problem(error: OSError, path: Path | None) -> FileProblem:
    if error.errno in _FULL:
        return FileFull(path=path)
    if error.errno in _REFUSED:
        return FileNotAllowed(path=path)
    if error.errno in _NOWHERE:
        if path is not None and path.parent.is_dir():
            # Some folders answer so to whoever makes a file in them (/proc).
            return FileNotAllowed(path=path)
        return FileMissing(path=path.parent if path else path)
    if error.errno == errno.EISDIR:
        return FileIsFolder(path=path)
    return FileProblem(path=path, detail=os.strerror(error.errno) if error.errno else str(error))
