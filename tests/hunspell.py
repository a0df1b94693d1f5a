"""A stand-in for Hunspell that speaks its pipe: a few wrong words with what it suggests, all others right."""

import stat
import sys
from pathlib import Path
from shlex import quote

WRONG = {"recieved": ("received", "relieved"), "missons": ("missions",), "xyzzyx": ()}
SCRIPT = """import sys

WRONG = {wrong!r}
sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
print("@(#) International Ispell Version 3.2.06 (but really a test)", flush=True)
for line in sys.stdin:
    word = line.strip().removeprefix("^")
    if word in WRONG:
        found = WRONG[word]
        print(f"& {{word}} {{len(found)}} 1: {{', '.join(found)}}" if found else f"# {{word}} 1")
    else:
        print("*")
    print(flush=True)
"""


def install(folder: Path, data: Path, *names: str) -> Path:
    """Puts the program into `folder` and dictionaries of these names into the user's own folder below `data`."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "hunspell.py"
    script.write_text(SCRIPT.format(wrong=WRONG), encoding="utf-8")
    program = folder / "hunspell"  # by the shell: a first line that names Python cannot hold a path with a space
    program.write_text(f"#!/bin/sh\nexec {quote(sys.executable)} {quote(str(script))}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    own = data / "rbb-editor" / "dictionaries"
    own.mkdir(parents=True, exist_ok=True)
    for name in names:
        for suffix in (".dic", ".aff"):
            (own / f"{name}{suffix}").write_text("", encoding="utf-8")
    return program
