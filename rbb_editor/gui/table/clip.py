"""Cells to and from the clipboard as text with tabs, and what may be pasted at all. No Qt.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken away on the way back.
"""

import csv
import io
import re
from collections.abc import Sequence

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_CELLS = 100_000
"""Cells that are pasted at once: a report of ten thousand outputs has half of that."""
MOST_LETTERS = 20_000_000
"""Characters of the clipboard that are looked at."""
MOST_IN_A_FIELD = 1_000_000
"""Characters of one text: more of them hold the window for seconds wherever they are shown."""
MOST_UNBROKEN = 20_000
"""Letters without a space, of a script that has spaces: no line ends in them, which takes time by the square."""
UNBROKEN = re.compile(r"[^\s\u2e80-\uffff]+")

Table = list[list[str]]


def to_tsv(table: Sequence[Sequence[str]]) -> str:
    """Rows of cells as tab-separated text; cells with line breaks are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows([[_guarded(text) for text in row] for row in table])
    return out.getvalue().removesuffix("\n")


def from_tsv(text: str) -> Table:
    """The rows of cells of a pasted text; one cell a line where it holds neither tabs nor quoted lines.

    UserError for more cells than can be pasted.
    """
    check_size(text, text.count("\t") + text.count("\n") + 1)
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if "\t" not in text and not text.startswith('"'):
        return checked([[_bare(line)] for line in text.split("\n")])
    limit = csv.field_size_limit(MOST_LETTERS)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
        return checked([[_bare(cell) for cell in row] for row in rows])
    finally:
        csv.field_size_limit(limit)


def checked(table: Table) -> Table:
    """The same table; UserError where a cell is longer than a field takes."""
    for row in table:
        for cell in row:
            check_length(cell)
    return table


def check_size(text: str, cells: int) -> None:
    """UserError where a pasted text is longer, or has more cells, than can be pasted."""
    _check(text, MOST_LETTERS)
    if cells > MOST_CELLS:
        raise UserError(
            N_("The clipboard holds {cells} cells; at most {most} are pasted at once. Nothing was pasted."),
            cells=f"{cells:,}",
            most=f"{MOST_CELLS:,}",
        )


def check_length(text: str) -> None:
    """UserError where a pasted text is longer than a field takes, or where it is not made of words at all."""
    _check(text, MOST_IN_A_FIELD)
    if len(text) > MOST_UNBROKEN and any(len(run) > MOST_UNBROKEN for run in UNBROKEN.findall(text)):
        raise UserError(
            N_("The clipboard holds more than {count} characters without a space. Nothing was pasted."),
            count=f"{MOST_UNBROKEN:,}",
        )


def _check(text: str, most: int) -> None:
    if len(text) > most:
        raise UserError(
            N_("The clipboard holds {count} characters; at most {most} are pasted at once. Nothing was pasted."),
            count=f"{len(text):,}",
            most=f"{most:,}",
        )


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
