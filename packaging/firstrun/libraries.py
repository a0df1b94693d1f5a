"""The C libraries that Qt needs and its packages do not bring.

A missing one ends the program without a word that Python could catch, so they are looked for before Qt is started.
"""

import ctypes
import ctypes.util
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping

from firstrun import pip, program, system_packages
from firstrun.display import Display
from firstrun.problem import Problem

# Library file → Debian package.
ANY = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
CHINESE_FONT = "fonts-noto-cjk"


def needed(display: Display) -> dict[str, str]:
    """The libraries for a kind of display, each with its Debian package; none where Qt's packages bring all."""
    if display is Display.NATIVE:
        return {}
    return ANY | {Display.X11: X11, Display.WAYLAND: WAYLAND}.get(display, {})


def missing(libraries: Iterable[str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Those of the libraries that cannot be loaded here."""
    absent = []
    for library in libraries:
        try:
            load(library)
        except OSError:
            absent.append(library)
    return absent


def bring(display: Display) -> None:
    """See to it that Qt can start on a kind of display; `Problem` names what is missing and how to install it."""
    if not sys.platform.startswith("linux"):
        return
    libraries = needed(display)
    absent = missing(libraries)
    if absent and program.is_root() and system_packages.has_apt():
        system_packages.install(_packages(absent, libraries))
        absent = missing(absent)
    if absent:
        msg = f"These system libraries are missing: {', '.join(absent)}. {_advice(absent, libraries)}"
        raise Problem(msg)


def bring_chinese_font() -> None:
    """See to it that Chinese is not shown as boxes: installed as root, else a hint; the editor works without."""
    if not sys.platform.startswith("linux") or has_font_for("zh-cn"):
        return
    if program.is_root() and system_packages.has_apt():
        try:
            system_packages.install([CHINESE_FONT])
        except Problem as problem:
            print(f"Chinese text may be shown as boxes. {problem}", file=sys.stderr)
    else:
        hint = f" (Debian, Ubuntu: {system_packages.install_line([CHINESE_FONT])})" if system_packages.has_apt() else ""
        print(f"No font with Chinese characters is installed; they may be shown as boxes{hint}.", file=sys.stderr)


def has_font_for(language: str) -> bool:
    """Whether fontconfig knows a font for a language such as "zh-cn"."""
    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # FcFontSet begins with its int nfont
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    pattern = fontconfig.FcNameParse(f":lang={language}".encode())
    fonts = fontconfig.FcFontList(None, pattern, fontconfig.FcObjectSetCreate())
    return bool(fonts) and fonts[0] > 0


def _packages(libraries: Iterable[str], packages: Mapping[str, str]) -> list[str]:
    # All that is lacking at once, so that nobody is sent to apt twice.
    return [*dict.fromkeys(packages[library] for library in libraries), *pip.lacking()]


def _advice(absent: list[str], libraries: Mapping[str, str]) -> str:
    if system_packages.has_apt():
        return f"Install them with: {system_packages.install_line(_packages(absent, libraries))}"
    for tool in ("dnf", "zypper"):
        if shutil.which(tool):
            return f"Install them with: sudo {tool} install {' '.join(_provided(library) for library in absent)}"
    return "Install them with the package manager of this system and start again."


def _provided(library: str) -> str:
    return f"'{library}()({ctypes.sizeof(ctypes.c_void_p) * 8}bit)'"
