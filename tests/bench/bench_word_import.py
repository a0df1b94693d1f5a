"""Word import: against a bare parse of document.xml, growth, memory, and how soon a cancel is heard."""

import re
import subprocess
import sys
import zipfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from lxml import etree

from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from tests.bench.measure import seconds, tell

SMALL, LARGE = 1_000, 10_000
GROWTH = 12
BARE_PARSES = {"ours": 5, "anybody's": 25}
"""Of a stranger's file every figure and reason is read as well, to tell what belongs together."""
MEGABYTES = 400
HEARD_WITHIN = 0.1
"""CPU seconds: half of what a user may wait, for a machine that does something else as well."""
MEMORY = """
import resource, sys
from pathlib import Path
from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
read(Path(sys.argv[1]), None, silent)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
CHECKOUT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Prints the lines: for a file of our own, and for the same pages as another producer would have written them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for size in (SMALL, LARGE):
            write(make_sample(size, "en"), folder / f"ours-{size}.docx")
            without_marks(folder / f"ours-{size}.docx", folder / f"anybody's-{size}.docx")
        for kind in ("ours", "anybody's"):
            path = folder / f"{kind}-{LARGE}.docx"
            document = zipfile.ZipFile(path).read("word/document.xml")
            bare = seconds(partial(etree.fromstring, document), clock=process_time)
            times = {
                size: seconds(partial(read, folder / f"{kind}-{size}.docx", None, silent), clock=process_time)
                for size in (SMALL, LARGE)
            }
            detail = f"{times[LARGE]:.2f} s against {bare:.2f} s"
            tell(f"{kind}: import against a bare parse", times[LARGE] / bare, BARE_PARSES[kind], detail=detail)
            tell(f"{kind}: growth, {LARGE} against {SMALL} outputs", times[LARGE] / times[SMALL], GROWTH)
            tell(f"{kind}: memory of the process", memory(path), MEGABYTES, "MB")
            tell(f"{kind}: longest time in which a cancel is not heard", longest_silence(path), HEARD_WITHIN, "s")


def memory(path: Path) -> float:
    """Megabytes that a process needs at most to import a file."""
    command = [sys.executable, "-c", MEMORY, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=CHECKOUT).stdout)


def longest_silence(path: Path) -> float:
    """CPU seconds between two calls of progress at most, from the start to the end of an import."""
    times = [process_time()]
    made = read(path, None, lambda _done, _total: times.append(process_time()))
    times.append(process_time())
    del made  # kept until here: to let it go is not part of the import
    return max(after - before for before, after in pairwise(times))


def without_marks(source: Path, target: Path) -> None:
    """The same pages without bookmarks, own styles and own part: a file of any other producer."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", data)
                data = re.sub(rb'<w:pStyle w:val="RBB\w+"/>', b"", data)
            if not name.startswith("customXml"):
                new.writestr(name, data)
