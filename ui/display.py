"""Whether there is a display: an X or a Wayland server that answers where the environment says it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Ways for Qt to draw that need neither an X nor a Wayland server.
_SCREEN_SERVERS = ("", "xcb", "wayland")

X_SOCKETS = "/tmp/.X11-unix/X"
X_PORTS = 6000
PATIENCE = 2.0  # seconds, for a display at the other end of a network


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether Qt will find something to draw on; without it Qt would abort the process."""
    if not sys.platform.startswith("linux"):
        return True
    platforms = environment.get("QT_QPA_PLATFORM", "").split(";")
    if any(name.split(":")[0].split("-")[0] not in _SCREEN_SERVERS for name in platforms):
        return True
    return answers(environment)


def answers(environment: Mapping[str, str]) -> bool:
    """Tell whether the Wayland or the X display that is named takes connections.

    A variable alone proves little: it outlives the session it came from (screen, cron, a closed tunnel).
    """
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if wayland and _local(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return True
    display = environment.get("DISPLAY", "")
    return bool(display) and _x_answers(display)


def _x_answers(display: str) -> bool:
    host, colon, numbers = display.rpartition(":")
    if not colon:
        return False
    if host.startswith("/"):  # macOS and some containers name the socket itself
        return _local(display)
    number = numbers.split(".")[0]
    if not number.isdigit():
        return False
    if host in {"", "unix"}:
        return _local(X_SOCKETS + number) or _local("\0" + X_SOCKETS + number)
    import socket  # only where there may be a server to ask: it costs a tenth of the way to the first paint

    try:
        with socket.create_connection((host, X_PORTS + int(number)), timeout=PATIENCE):
            return True
    except OSError:
        return False


def _local(address: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
        return True
