"""Files of papers: names that every system takes, and writing all of them or none."""

from __future__ import annotations

import errno
import os
import re
import secrets
import unicodedata
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


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool) -> None:
    """Write files that appear whole or not at all; nothing appears before all of them are on the disk."""
    for path in contents:
        if path.is_dir():
            raise FileIsFolder(path=path)
        if path.exists() and not overwrite:
            raise FileExists(path=path)
    drafts: dict[Path, Path] = {}
    path = None
    try:
        for path, content in contents.items():
            if not path.parent.is_dir():
                path.parent.mkdir()
            drafts[path] = path.with_name(f".parley-{secrets.token_hex(4)}.tmp")
            with drafts[path].open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _problem(error: OSError, path: Path | None) -> FileProblem:
    if error.errno in _FULL:
        return FileFull(path=path)
    if error.errno in _REFUSED:
        return FileNotAllowed(path=path)
    if error.errno in _NOWHERE:
        return FileMissing(path=path.parent if path else path)
    if error.errno == errno.EISDIR:
        return FileIsFolder(path=path)
    return FileProblem(path=path, detail=os.strerror(error.errno) if error.errno else str(error))
