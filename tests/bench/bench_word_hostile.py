"""Hostile Word files: how long the worst of 300 takes, and how much memory it needs."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rbb_editor.formats.docx_writer import write
from rbb_editor.project.sample import make_sample
from tests.bench.measure import tell
from tests.formats.hostile_files import hostile_files

SECONDS, MEGABYTES = 5, 500
CHECKOUT = Path(__file__).resolve().parents[2]
READ_ALL = """
import resource, sys, time
from pathlib import Path
from rbb_editor.errors import UserError
from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
slowest = refused = 0
for path in sorted(Path(sys.argv[1]).glob("*.docx")):
    start = time.perf_counter()
    try:
        read(path, None, silent)
    except UserError:
        refused += 1
    slowest = max(slowest, time.perf_counter() - start)
print(slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, refused)
"""


def main() -> None:
    """Prints the lines; all files are read by one process, so that what one leaves behind counts as well."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.docx"
        write(make_sample(12, "en"), whole)
        files = [make(folder / f"{number}.docx") for number, (_, make) in enumerate(hostile_files(whole))]
        command = [sys.executable, "-c", READ_ALL, str(folder)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=CHECKOUT).stdout
        slowest, megabytes, refused = map(float, printed.split())
        tell(
            f"{len(files)} hostile files: the slowest", slowest, SECONDS, "s", f"{refused:.0f} refused, the others read"
        )
        tell(f"{len(files)} hostile files: memory of the process", megabytes, MEGABYTES, "MB")
