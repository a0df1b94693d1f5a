"""Word: export against the same tables made with python-docx, growth of export and import."""

import subprocess
import sys
import zipfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import docx

from rbb_editor import resources
from rbb_editor.document.blocks import Table
from rbb_editor.document.compose import compose
from rbb_editor.document.spaces import read_back
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx.render.package import LEVEL
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from tests.bench.measure import seconds, tell

LANGUAGES = ("en", "zh", "ar")
RUNS = 5
SMALL, LARGE = 1_000, 10_000
GROWTH = 12
SHARE = 1 / 15
"""Our export may take a fifteenth of the time of the plain way."""
JOINED = 4
"""And four times that of joining the pieces of the same XML and zipping them."""
PIECE = 400
MEGABYTES, HEARD_WITHIN = 400, 0.1
"""CPU seconds for the second: half of what a user may wait, for a machine that does something else as well."""
MEMORY = """
import resource, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from rbb_editor.formats.docx_writer import write
from rbb_editor.project.sample import make_sample
with TemporaryDirectory() as folder:
    write(make_sample(int(sys.argv[2]), sys.argv[1]), Path(folder) / "a.docx")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
CHECKOUT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Prints the lines."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for code in LANGUAGES:
            report = make_sample(LARGE, code)
            path, tables = folder / f"{code}.docx", words_of(report)
            ours = seconds(partial(write, report, path), runs=RUNS, clock=process_time)
            plain = seconds(partial(write_plainly, tables, folder / "plain.docx"), runs=1, clock=process_time)
            detail = f"{plain / ours:.1f} times as fast: {ours:.2f} s against {plain:.2f} s"
            tell(f"{code}: export of {LARGE} outputs against python-docx", ours / plain, SHARE, detail=detail)
            bare = seconds(partial(write_pieces, pieces_of(path), folder / "bare.zip"), runs=RUNS, clock=process_time)
            detail = f"{ours:.2f} s against {bare:.2f} s"
            tell(f"{code}: export of {LARGE} outputs against joining and zipping", ours / bare, JOINED, detail=detail)
            tell(f"{code}: memory of the process", memory(code), MEGABYTES, "MB")
            silent_for = longest_silence(report, path)
            tell(f"{code}: longest time in which a cancel is not heard", silent_for, HEARD_WITHIN, "s")
        reports = {size: make_sample(size, "en") for size in (SMALL, LARGE)}
        exports = {size: seconds(partial(write, each, folder / f"{size}.docx")) for size, each in reports.items()}
        imports = {size: seconds(partial(read, folder / f"{size}.docx", None, silent)) for size in reports}
        for what, times in (("export", exports), ("import of our own file", imports)):
            detail = f"{times[SMALL]:.3f} s, {times[LARGE]:.3f} s"
            tell(f"{what}, {LARGE} against {SMALL} outputs", times[LARGE] / times[SMALL], GROWTH, detail=detail)


def memory(code: str) -> float:
    """Megabytes that a process needs at most to make and export a report."""
    command = [sys.executable, "-c", MEMORY, code, str(LARGE)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=CHECKOUT).stdout)


def longest_silence(report: Report, path: Path) -> float:
    """CPU seconds between two calls of progress at most, from the start to the end of an export."""
    times = [process_time()]
    write(report, path, lambda _done, _total: times.append(process_time()))
    times.append(process_time())
    return max(after - before for before, after in pairwise(times))


def pieces_of(path: Path) -> list[str]:
    """The document of a Word file in pieces as long as those of a row."""
    with zipfile.ZipFile(path) as archive:
        whole = archive.read("word/document.xml").decode()
    return [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]


def write_pieces(pieces: list[str], path: Path) -> None:
    """The least that can be done: the pieces joined, encoded and zipped as we zip them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        archive.writestr("word/document.xml", "".join(pieces).encode())


def words_of(report: Report) -> list[list[tuple[str, ...]]]:
    """The words of the tables, row by row."""
    return [
        [
            tuple(map(read_back, (row.planned or "", row.completed, "\n".join((*row.remarks, *row.explanation)))))
            for row in block.rows
        ]
        for block in compose(report, resources.language(report.info.language))
        if isinstance(block, Table)
    ]


def write_plainly(tables: list[list[tuple[str, ...]]], path: Path) -> None:
    """The same tables in the plain way of python-docx, without styles, heads or marks."""
    document = docx.Document()
    for rows in tables:
        table = document.add_table(rows=0, cols=3)
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.save(str(path))
