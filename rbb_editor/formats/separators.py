"""How the cells of a text table are parted: by tabs, upright strokes, semicolons, commas, or by two and more spaces.

The head row of the tables tells: the way of parting that finds most head rows in the text is the one in use.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rbb_editor.formats.blocks import Cell, Place, Row
from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.tables import head_columns
from rbb_editor.formats.text_columns import Heads, heads_of, tokens_of

Split = Callable[[str], list[str] | None]
"""The cells of a line; None where it is no table row."""

STROKE = re.compile(r"(?<!\\)\|")
FIGURE = re.compile(r"^[\d\s.,%/–-]{1,20}$|^\S{1,6}$")
MOST_LINES_OF_A_ROW = 200
COLUMNS = 3


class Way(NamedTuple):
    """How the cells of a text are parted. `columns`: the head rows of a text that is set in columns; of others none."""

    split: Split
    columns: Heads


def of_text(lines: Sequence[str]) -> Way:
    """The way of parting that is in use in a text; tabs where nothing tells."""
    ways: tuple[Split, ...] = (by_tabs, by_strokes, by_semicolons, by_commas, by_spaces(lines))
    heads = [sum(_is_head(way(line)) for line in lines if _may_be_head(line)) for way in ways]
    best = max(range(len(ways)), key=lambda index: (heads[index], -index))
    spaces = len(ways) - 1
    if heads[best] and best != spaces:
        return Way(ways[best], Heads())
    columns = heads_of([line.replace("\f", "") for line in lines])
    if heads[best] or columns.grids:
        return Way(ways[spaces], columns)
    tabs = sum("\t" in line for line in lines)
    strokes = sum(line.strip().startswith("|") and line.strip().endswith("|") for line in lines)
    return Way(by_strokes if strokes > 3 and strokes > tabs else by_tabs, Heads())


def by_tabs(line: str) -> list[str] | None:
    """Cells parted by tabs."""
    return [_unquoted(cell) for cell in line.split("\t")] if "\t" in line else None


def by_strokes(line: str) -> list[str] | None:
    """Cells parted by upright strokes, with or without one at each end."""
    if "|" not in line:
        return None
    text = line.strip()
    framed = text.startswith("|") and text.endswith("|") and len(text) > 1
    cells = STROKE.split(text[1:-1] if framed else text)
    return [cell.replace(r"\|", "|") for cell in cells] if len(cells) > 1 or framed else None


def by_semicolons(line: str) -> list[str] | None:
    """Cells parted by semicolons, in quotation marks where they hold one."""
    return _quoted(line, ";")


def by_commas(line: str) -> list[str] | None:
    """Cells parted by commas, each in quotation marks where it holds one."""
    return _quoted(line, ",")


def _quoted(line: str, separator: str) -> list[str] | None:
    if separator not in line:
        return None
    try:
        cells = next(csv.reader([line], delimiter=separator, strict=True))
    except (csv.Error, StopIteration):
        return None
    while len(cells) > COLUMNS and not cells[-1].strip():
        cells.pop()
    return cells if len(cells) >= COLUMNS else None


def by_spaces(lines: Iterable[str]) -> Split:
    """Cells parted by two and more spaces, below a head row; where one is empty the place in the line tells which."""
    head = next((tokens for tokens in map(tokens_of, lines) if _is_head([text for _, text in tokens])), [])
    starts = [start for start, _ in head]

    def split(line: str) -> list[str] | None:
        tokens = tokens_of(line)
        indented = line[:2].isspace()
        heading = read_heading(line)
        if len(tokens) < (1 if indented and starts else 2) or (heading is not None and heading.sure):
            return None
        return [text for _, text in tokens] if len(tokens) >= len(starts) else _placed(tokens, starts)

    return split


def _placed(tokens: list[tuple[int, str]], starts: list[int]) -> list[str]:
    """Too few cells, each where it belongs: a figure in the second column, else by its place in the line."""
    cells = [""] * len(starts)
    at = 0
    for start, text in tokens:
        left = range(at, len(cells))
        if not left:
            cells[-1] += f" {text}"
            continue
        figure = FIGURE.match(text) is not None and at <= 1 < len(cells)
        column = 1 if figure else min(left, key=lambda index: abs(starts[index] - start))
        if not figure and column == 1:
            column = len(cells) - 1
        cells[column] = text
        at = column + 1
    return cells


def _may_be_head(line: str) -> bool:
    return 0 < len(line) < 300


def _is_head(cells: list[str] | None) -> bool:
    if cells is None or len(cells) < 2:
        return False
    row = Row(tuple(Cell((cell.strip(),) if cell.strip() else ()) for cell in cells), Place(1))
    return head_columns(row) is not None


def whole_rows(lines: Sequence[str], separator: Split) -> list[tuple[int, str]]:
    """The lines with their numbers (from 1); a quoted cell that holds line ends makes one line of several."""
    if separator not in (by_semicolons, by_commas, by_tabs):
        return list(enumerate(lines, start=1))
    is_open = _opens_quoted_cell if separator is by_tabs else _has_open_mark
    found: list[tuple[int, str]] = []
    number = 0
    while number < len(lines):
        end = number + 1
        if is_open(lines[number]):
            while end < min(len(lines), number + MOST_LINES_OF_A_ROW) and is_open("\n".join(lines[number:end])):
                end += 1
            if is_open("\n".join(lines[number:end])):
                end = number + 1  # a mark that nothing closes
        found.append((number + 1, "\n".join(lines[number:end])))
        number = end
    return found


def _has_open_mark(text: str) -> bool:
    return text.count('"') % 2 == 1


def _opens_quoted_cell(text: str) -> bool:
    """Whether the last cell of a text parted by tabs begins with a mark that does not end it."""
    if '"' not in text:
        return False
    last = text.rpartition("\t")[2]
    return last.startswith('"') and last.count('"') % 2 == 1


def _unquoted(cell: str) -> str:
    """A cell without the marks that a spreadsheet puts around one with line ends or marks inside."""
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and ("\n" in cell or '""' in cell[1:-1]):
        return cell[1:-1].replace('""', '"')
    return cell
