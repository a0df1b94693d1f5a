"""Whether a window can be shown here, and on what."""

import ctypes
import socket
import sys
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

# Qt platforms that draw into memory: nobody would see the window.
UNSEEN = ("offscreen", "minimal")


class Display(Enum):
    """What a window would be shown on."""

    NONE = auto()
    X11 = auto()
    WAYLAND = auto()
    NATIVE = auto()  # Windows, macOS
    OTHER = auto()  # one that the user named by QT_QPA_PLATFORM


def is_unseen(environ: Mapping[str, str]) -> bool:
    """Whether the user asked Qt to draw where nobody sees it."""
    return environ.get("QT_QPA_PLATFORM", "").startswith(UNSEEN)


def named(environ: Mapping[str, str], platform: str = sys.platform) -> list[Display]:
    """The displays that this session names, whether or not they answer; Qt takes one that it has the libraries for."""
    if is_unseen(environ):
        return []
    if not platform.startswith("linux"):
        return [Display.NATIVE]
    wish = environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if wish not in ("", "xcb") and not wish.startswith("wayland"):
        return [Display.OTHER]
    displays = []
    if environ.get("WAYLAND_DISPLAY") and wish != "xcb":
        displays.append(Display.WAYLAND)
    if environ.get("DISPLAY") and not wish.startswith("wayland"):
        displays.append(Display.X11)
    return displays


def answers(display: Display, environ: Mapping[str, str]) -> bool:
    """Whether a display is really there; Qt would abort the program where it is not."""
    if display is Display.X11:
        return _x11_answers()
    if display is Display.WAYLAND:
        return _wayland_answers(environ)
    return display is not Display.NONE


def _x11_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    path = Path(environ.get("XDG_RUNTIME_DIR", "/")) / environ["WAYLAND_DISPLAY"]
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True
