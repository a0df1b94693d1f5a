"""Excel export: a sheet for each department with filters, an overview that counts outcomes and missing reasons."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rbb_editor import resources
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.formats.atomic import writing
from rbb_editor.formats.xlsx import look
from rbb_editor.formats.xlsx.rows import count, heading, rows_of
from rbb_editor.formats.xlsx.sheets import add_row, fill_overview, finish_department, start_department
from rbb_editor.formats.xlsx.words import sheet_names, words_of
from rbb_editor.progress import Progress, silent

EVERY = 64
BEFORE_SAVING = 0.7
"""The share of the work that is done when all cells are made."""


def write(report: Report, path: Path, progress: Progress = silent) -> None:
    """Writes a report as a workbook, whole or not at all. May run off the GUI thread on a snapshot.

    Raises UserError when the file cannot be written, Cancelled out of `progress`.
    """
    language = resources.language(report.info.language)
    reader, words = Reader(language), words_of(language)
    book = Workbook()
    look.add_styles(book, rtl=language.rtl)
    overview = book.active
    assert isinstance(overview, Worksheet)
    departments = report.sections()
    headings = [heading(department, language) for department in departments]
    overview.title, *names = sheet_names([words["overview"], *headings])
    whole = round(max(1, report.counts().figures) / BEFORE_SAVING)
    done = 0
    size = 0
    counted: list[tuple[str, str, Counter[str]]] = []
    for department, title, name in zip(departments, headings, names, strict=True):
        filler = start_department(book.create_sheet(name), words)
        rows = list(rows_of(report, department, reader))
        for row in rows:
            if done % EVERY == 0:
                progress(done, whole)
            done += 1
            add_row(filler, row, words)
        counted.append((title, name, count(rows)))
        size += filler.size
        finish_department(filler, report.info, rtl=language.rtl)
    fill_overview(overview, counted, report.info, words, rtl=language.rtl)
    progress(done, whole)
    with writing(path) as stream:
        _check_room(size)
        whole_book = BytesIO()  # not the stream: an archive cut off by a full disk complains once more when it is freed
        book.save(whole_book)
        stream.write(whole_book.getbuffer())
    progress(whole, whole)


def _check_room(size: int) -> None:
    """OSError when temporary files have no room for `size` bytes.

    openpyxl passes its sheets through them, and fails there in a way that leaves messages which nobody can catch.
    """
    piece = bytes(1 << 20)
    with TemporaryFile() as probe:
        for _ in range(size // len(piece) + 1):
            probe.write(piece)
        probe.flush()
