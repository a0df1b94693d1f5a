"""Whether run.py expects a display, and whether it believes in one that does not answer."""

import ctypes.util
import socket
import sys
from pathlib import Path

import pytest

from firstrun import display
from firstrun.display import Display


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, []),
        ("linux", {"DISPLAY": ":0"}, [Display.X11]),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, [Display.WAYLAND, Display.X11]),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, [Display.X11]),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, []),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, []),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, [Display.OTHER]),
        ("darwin", {}, [Display.NATIVE]),
        ("win32", {}, [Display.NATIVE]),
        ("win32", {"QT_QPA_PLATFORM": "offscreen"}, []),
    ],
)
def test_the_display_that_a_session_names(platform: str, environ: dict[str, str], expected: list[Display]):
    assert display.named(environ, platform) == expected


@pytest.mark.skipif(not ctypes.util.find_library("xcb"), reason="no X11 here")
def test_an_x11_display_that_is_gone_does_not_answer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", ":9999")
    assert not display.answers(Display.X11, {"DISPLAY": ":9999"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Wayland is of Linux")
def test_a_wayland_display_answers_at_its_socket(tmp_path: Path):
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}
    assert not display.answers(Display.WAYLAND, environ)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert display.answers(Display.WAYLAND, environ)


def test_what_the_system_brings_is_believed():
    assert display.answers(Display.NATIVE, {})
    assert display.answers(Display.OTHER, {})
    assert not display.answers(Display.NONE, {})
