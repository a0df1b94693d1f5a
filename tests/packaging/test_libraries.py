"""The system libraries that Qt would abort without."""

import sys

import pytest

from firstrun import libraries, pip, system_packages
from firstrun.display import Display
from firstrun.problem import Problem

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system libraries are of Linux")


def without(*absent: str):
    """A loader of libraries on a system that lacks some."""

    def load(library: str) -> None:
        if library in absent:
            raise OSError(library)

    return load


def test_a_window_on_x11_needs_what_debian_desktops_lack():
    assert libraries.needed(Display.X11)["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert "libxcb-cursor.so.0" not in libraries.needed(Display.OTHER)
    assert "libwayland-cursor.so.0" in libraries.needed(Display.WAYLAND)
    assert libraries.needed(Display.NATIVE) == {}


def test_missing_libraries_are_found_by_loading():
    assert libraries.missing(libraries.X11, without("libxcb-cursor.so.0")) == ["libxcb-cursor.so.0"]
    assert libraries.missing(["libno-such-thing.so.0"]) == ["libno-such-thing.so.0"]


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary user's Debian that has a good pip and lacks two libraries."""
    monkeypatch.setattr(libraries, "missing", lambda _libraries: ["libGL.so.1", "libEGL.so.1"])
    monkeypatch.setattr(libraries.program, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(pip, "lacking", list)


@pytest.mark.usefixtures("debian")
def test_a_user_is_told_the_apt_line():
    with pytest.raises(Problem) as told:
        libraries.bring(Display.OTHER)
    assert str(told.value) == (
        "These system libraries are missing: libGL.so.1, libEGL.so.1. "
        "Install them with: sudo apt-get update && sudo apt-get install -y libgl1 libegl1"
    )


@pytest.mark.usefixtures("debian")
def test_root_gets_them_installed(monkeypatch: pytest.MonkeyPatch):
    installed: list[str] = []

    def install(packages: list[str]) -> None:
        installed.extend(packages)
        monkeypatch.setattr(libraries, "missing", lambda _libraries: [])

    monkeypatch.setattr(libraries.program, "is_root", lambda: True)
    monkeypatch.setattr(pip, "lacking", lambda: ["python3-venv"])
    monkeypatch.setattr(system_packages, "install", install)
    libraries.bring(Display.OTHER)
    assert installed == ["libgl1", "libegl1", "python3-venv"]


@pytest.mark.usefixtures("debian")
@pytest.mark.parametrize(("tool", "line"), [("dnf", "sudo dnf install 'libGL.so.1()(64bit)'"), ("", "package manager")])
def test_other_systems_are_told_in_their_words(monkeypatch: pytest.MonkeyPatch, tool: str, line: str):
    monkeypatch.setattr(system_packages, "has_apt", lambda: False)
    monkeypatch.setattr(libraries.shutil, "which", lambda name: name if name == tool else None)
    with pytest.raises(Problem) as told:
        libraries.bring(Display.OTHER)
    assert line in str(told.value)


def test_here_they_are_all_there_for_these_tests():
    libraries.bring(Display.OTHER)


def test_a_font_is_found_by_its_language():
    assert libraries.has_font_for("en")
    assert not libraries.has_font_for("xx-no-such-language")
