"""Shows every window in a language and a size, tells what cannot be read, and keeps pictures where a folder is named.

`QT_SCALE_FACTOR=2 python -m tests.gui.look_at_all LANGUAGE… [--theme dark] [--document ar]
[--size 1024x700] [--source FILE] [--to FOLDER]`

LANGUAGE: en, zh, pseudo (English, 40 % longer) or mirrored (English in Arabic letters, from right to left). FILE: what
the report is made from in place of the sample. A line is printed for each thing that is cut off; the exit code is 1
where there is one.
"""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.gui.every_window import Tour, make_program
from tests.gui.fit import misfits
from tests.gui.pseudo import SPOKEN


def main() -> int:
    """Walks through the program."""
    parser = ArgumentParser()
    parser.add_argument("language", nargs="+")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--document", default="en")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--source", type=Path)
    parser.add_argument("--to", type=Path)
    chosen = parser.parse_args()
    width, height = map(int, chosen.size.split("x"))
    app = QApplication.instance() or QApplication([])
    qInstallMessageHandler(lambda *_: None)  # the screen that is none says what it cannot do
    bad = 0
    for language in chosen.language:
        with TemporaryDirectory() as name:
            folder = Path(name)
            os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = name
            say = SPOKEN[language]() if language in SPOKEN else None
            program = make_program(folder, language="en" if say is not None else language, theme=chosen.theme)
            tour = Tour(program, folder, say, document=chosen.document, source=chosen.source)
            for at, (what, widget) in enumerate(tour.see(width, height)):
                for line in misfits(widget):
                    bad += 1
                    print(f"{language} {chosen.size} {what}: {line}")
                if chosen.to is not None:
                    chosen.to.mkdir(parents=True, exist_ok=True)
                    name = f"{at:02}-{what.replace(' ', '-').replace('&', '')}-{language}.png"
                    widget.grab().save(str(chosen.to / name))
            program.theme.setParent(None)  # type: ignore[call-overload]
    del app
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
