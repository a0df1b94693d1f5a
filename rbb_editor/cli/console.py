"""The terminal as the sub-commands see it: results on stdout, everything said to a person on stderr."""

import json
import os
import sys
import time
from collections.abc import Mapping
from typing import Any, TextIO

from msgspec import Struct

from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator, interface_languages
from rbb_editor.progress import Progress, silent

BAR = 30  # signs of a full progress bar
PATIENCE = 0.5  # seconds of work before a progress line appears (UX: progress for anything over half a second)
INTERVAL = 0.1  # seconds between two drawings of it


def preferred_language(environ: Mapping[str, str], known: tuple[str, ...]) -> str:
    """The first of the user's languages that is `known`, by the variables that gettext reads; English without any."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wish in filter(None, environ.get(name, "").split(":")):
            code = wish.replace("-", "_").split("_")[0].split(".")[0].lower()
            if code in known:
                return code
            if name != "LANGUAGE":
                return "en"  # a locale was chosen, and it is none of ours
    return _windows_language(known)


def _windows_language(known: tuple[str, ...]) -> str:
    code = "en"
    if sys.platform == "win32":
        import ctypes
        import locale

        name = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")
        code = name.split("_")[0]
    return code if code in known else "en"


class Console(Struct, frozen=True):
    """Speaks one language to one terminal."""

    translate: Translator
    out: TextIO
    err: TextIO

    @classmethod
    def of(cls, language: str | None) -> "Console":
        """The console of this process; `language` None: the user's own."""
        code = language or preferred_language(os.environ, interface_languages())
        return cls(Translator.load(code), sys.stdout, sys.stderr)

    def line(self, text: Text | str = "", /, **fields: object) -> None:
        """A line of the result, on stdout. A `str` with fields must have been marked with `N_`."""
        print(self.translate(text, **fields) if text else "", file=self.out)

    def raw(self, text: str = "") -> None:
        """A line of the result that is no text of the program, but a user's, a path or a table."""
        print(text, file=self.out)

    def json(self, data: Any) -> None:
        """The result for another program."""
        json.dump(data, self.out, ensure_ascii=False, indent=2)
        print(file=self.out)

    def note(self, text: Text) -> None:
        """A word to the person at the terminal, on stderr."""
        print(self.translate(text), file=self.err)

    def error(self, text: Text) -> None:
        """Why it could not be done: one sentence on stderr."""
        print(self.translate(Text.of(N_("rbb-editor: {sentence}"), sentence=text)), file=self.err)

    def progress(self, text: Text) -> "ProgressLine":
        """A progress line named `text`; as context manager it wipes itself out. Nothing where nobody watches."""
        return ProgressLine(self.translate(text), self.err if self.err.isatty() else None)


class ProgressLine:
    """One line on a terminal that grows with the work and disappears at its end."""

    def __init__(self, title: str, stream: TextIO | None) -> None:
        self._title = title
        self._stream = stream
        self._next = 0.0
        self._width = 0

    def __enter__(self) -> Progress:
        self._next = time.monotonic() + PATIENCE
        return self._draw if self._stream is not None else silent

    def __exit__(self, *error: object) -> None:
        if self._stream is not None and self._width:
            self._show("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self._stream is None or now < self._next:
            return
        self._next = now + INTERVAL
        share = min(done / total, 1.0) if total else 0.0
        filled = round(BAR * share)
        self._show(f"{self._title}  [{'#' * filled}{'.' * (BAR - filled)}] {share:4.0%}")

    def _show(self, line: str) -> None:
        """Draws over the line before, with blanks where that was longer (not every console knows an erase code)."""
        assert self._stream is not None
        self._stream.write("\r" + line + " " * (self._width - len(line)))
        self._stream.flush()
        self._width = len(line)
