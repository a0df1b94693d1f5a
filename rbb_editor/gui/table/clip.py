"""Cells to and from the clipboard: text with tabs, and a table for word processors and spreadsheets. No Qt.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken away on the way back.
"""

import csv
import html
import io
from collections.abc import Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_tsv(table: Sequence[Sequence[str]]) -> str:
    """Rows of cells as tab-separated text; cells with line breaks are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows([[_guarded(text) for text in row] for row in table])
    return out.getvalue().removesuffix("\n")


def to_html(table: Sequence[Sequence[str]]) -> str:
    """Rows of cells as an HTML table whose cells are text to a spreadsheet."""
    rows = "".join("<tr>" + "".join(_cell(text) for text in row) + "</tr>" for row in table)
    return f"<table>{rows}</table>"


def from_tsv(text: str) -> list[list[str]]:
    """The rows of cells of a pasted text; one cell where it holds neither tabs nor several quoted lines."""
    text = text.replace("\r\n", "\n").rstrip("\n")
    if "\t" not in text and not text.startswith('"'):
        return [[_bare(line)] for line in text.split("\n")]
    rows = csv.reader(io.StringIO(text), delimiter="\t")
    return [[_bare(cell) for cell in row] for row in rows]


def _cell(text: str) -> str:
    inner = html.escape(text).replace("\n", "<br>")
    return f"<td style=\"mso-number-format:'\\@'\">{inner}</td>"


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
