"""Word: export against the same tables made with python-docx, growth of export and import."""

import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from rbb_editor import resources
from rbb_editor.document.blocks import Table
from rbb_editor.document.compose import compose
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from tests.bench.measure import seconds, tell

OUTPUTS = 5_000
SMALL, LARGE = 1_000, 10_000
GROWTH = 12
SHARE = 1 / 15
"""Our export may take a fifteenth of the time of the plain way."""
JOINED = 4
"""And four times that of joining the pieces of the same XML and zipping them."""
PIECE = 400


def main() -> None:
    """Prints the lines."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        report = make_sample(OUTPUTS, "en")
        ours = seconds(lambda: write(report, folder / "ours.docx"))
        plain = seconds(lambda: write_plainly(report, folder / "plain.docx"), runs=1)
        detail = f"{plain / ours:.1f} times as fast: {ours:.2f} s against {plain:.2f} s"
        tell(f"export of {OUTPUTS} outputs against python-docx", ours / plain, SHARE, detail=detail)
        reports = {size: make_sample(size, "en") for size in (SMALL, LARGE)}
        exports = {size: seconds(partial(write, each, folder / f"{size}.docx")) for size, each in reports.items()}
        imports = {size: seconds(partial(read, folder / f"{size}.docx", None, silent)) for size in reports}
        pieces = pieces_of(folder / f"{LARGE}.docx")
        bare = seconds(lambda: write_pieces(pieces, folder / "bare.zip"))
        detail = f"{exports[LARGE]:.2f} s against {bare:.2f} s"
        tell(f"export of {LARGE} outputs against joining and zipping", exports[LARGE] / bare, JOINED, detail=detail)
        for what, times in (("export", exports), ("import of our own file", imports)):
            detail = f"{times[SMALL]:.3f} s, {times[LARGE]:.3f} s"
            tell(f"{what}, {LARGE} against {SMALL} outputs", times[LARGE] / times[SMALL], GROWTH, detail=detail)


def pieces_of(path: Path) -> list[str]:
    """The document of a Word file in pieces as long as those of a row."""
    with zipfile.ZipFile(path) as archive:
        whole = archive.read("word/document.xml").decode()
    return [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]


def write_pieces(pieces: list[str], path: Path) -> None:
    """The least that can be done: the pieces joined, encoded and zipped."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("word/document.xml", "".join(pieces).encode())


def write_plainly(report: Report, path: Path) -> None:
    """The same tables in the plain way of python-docx, without styles, heads or marks."""
    document = docx.Document()
    for block in compose(report, resources.language(report.info.language)):
        if not isinstance(block, Table):
            continue
        table = document.add_table(rows=0, cols=3)
        for row in block.rows:
            cells = table.add_row().cells
            cells[0].text = row.planned or ""
            cells[1].text = row.completed
            cells[2].text = "\n".join((*row.remarks, *row.explanation))
    document.save(str(path))
