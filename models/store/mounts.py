"""On which kind of drive a path lies."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

NETWORK_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "afs",
        "ceph",
        "coda",
        "glusterfs",
        "lustre",
        "beegfs",
        "gpfs",
        "virtiofs",
        "vboxsf",
        "vmhgfs",
        "prl_fs",
        "ncpfs",
        "drvfs",
        "ocfs2",
        "gfs2",
    }
)
FUSE = "fuse."
"""How Linux calls file systems that are programs: sshfs, rclone... A ``fuseblk`` is a disk."""
FUSE_OF_THIS_COMPUTER = frozenset(
    {"fuse.ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.lxcfs", "fuse.cryfs"}
)
FUSE_WITH_LOCKS = frozenset({"fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.juicefs"})
LOCAL_LOCKS = frozenset(
    {
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs",
        "davfs",
        "webdav",
        "fuse.s3fs",
        "fuse.gcsfuse",
        "fuse.curlftpfs",
        "vboxsf",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
        "prl_fs",
    }
)
"""Two programs on one computer would find locks there, two computers none."""
LOCAL_LOCK_OPTIONS = frozenset({"nolock", "nobrl", "local_lock=all", "local_lock=posix"})


@dataclass(frozen=True, slots=True)
class Mount:
    """A drive: where it appears, what it is of, and how it was connected."""

    point: str
    source: str
    system: str
    options: tuple[str, ...] = ()

    @property
    def is_network(self) -> bool:
        """Tell whether other computers may reach the same files."""
        if self.system.startswith(FUSE):
            return self.system not in FUSE_OF_THIS_COMPUTER
        return self.system in NETWORK_SYSTEMS

    @property
    def keeps_locks_to_itself(self) -> bool:
        """Tell whether a lock on this computer is known not to reach the others."""
        return self.system in LOCAL_LOCKS or bool(LOCAL_LOCK_OPTIONS & set(self.options))

    @property
    def may_keep_locks_to_itself(self) -> bool:
        """Tell whether two programs on this computer prove nothing about two computers."""
        return self.system.startswith(FUSE) and self.system not in FUSE_WITH_LOCKS


LOCAL = Mount("", "", "")


def mount_of(path: Path, table: Callable[[], str] | None = None) -> Mount:
    """Return the drive on which a path lies; ``LOCAL`` where the system has no say."""
    if table is None:
        if sys.platform == "win32":
            return _windows(path)
        if sys.platform == "darwin":
            return _macos(path)
    try:
        known = list(_parsed((table or _system_table)()))
        real = path.resolve()
    except OSError:
        return LOCAL
    # Of two drives on one point the later one is seen.
    found = [mount for mount in known if real.is_relative_to(mount.point)]
    return max(reversed(found), key=lambda mount: len(Path(mount.point).parts), default=LOCAL)


def _system_table() -> str:
    return Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")


def _parsed(table: str) -> Iterator[Mount]:
    for line in table.splitlines():
        fields = [
            re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), each) for each in line.split(" ")
        ]
        if len(fields) >= 4:
            yield Mount(fields[1], fields[0], fields[2], tuple(fields[3].split(",")))


def _windows(path: Path) -> Mount:
    drive = path.absolute().drive
    if drive.startswith(("\\\\", "//")):
        return Mount(drive, drive, "smb3")
    remote = 4
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined]
    return Mount(drive, drive, "smb3") if kind == remote else LOCAL


class _StatFs(ctypes.Structure):
    """What macOS tells about a drive (``struct statfs`` with 64-bit inodes)."""

    _fields_ = (
        ("sizes", ctypes.c_uint32 * 2),
        ("counts", ctypes.c_uint64 * 5),
        ("id", ctypes.c_int32 * 2),
        ("owner", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("subtype", ctypes.c_uint32),
        ("system", ctypes.c_char * 16),
        ("point", ctypes.c_char * 1024),
        ("source", ctypes.c_char * 1024),
        ("reserved", ctypes.c_uint32 * 8),
    )


def _macos(path: Path) -> Mount:
    said = _StatFs()
    if ctypes.CDLL(None, use_errno=True).statfs(os.fsencode(path.resolve()), ctypes.byref(said)) != 0:
        return LOCAL
    on_this_computer = 0x1000
    if said.flags & on_this_computer:
        return LOCAL
    system = said.system.decode()
    known = system if system in NETWORK_SYSTEMS else f"{FUSE}{system}"
    return Mount(os.fsdecode(said.point), os.fsdecode(said.source), known)
