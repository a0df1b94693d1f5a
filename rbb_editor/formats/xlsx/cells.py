"""What goes into the cells: text that stays text, figures as numbers, long texts in as many rows as they need."""

import re
from itertools import zip_longest

from rbb_editor.domain.clean import LINE_ENDS, UNPRINTABLE
from rbb_editor.domain.values import Actual, ActualKind, Number, Planned, PlannedKind, Qualifier

LONGEST = 32_767
"""Excel's limit for a cell, in UTF-16 units; it cuts longer texts without a word."""
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads "_x0041_" in a file as the letter A."""

SIGNS = {Qualifier.APPROXIMATELY: "≈ ", Qualifier.AT_LEAST: "≥ ", Qualifier.UP_TO: "≤ "}
NOTHING = "—"

Value = str | Number | tuple[Number, str]
"""A text, a number, or a number with its number format."""
PERCENT = "0.##%"


def text(content: str) -> str:
    """A text as a workbook may hold it, to be read by Excel to the letter."""
    return ESCAPE.sub("_x005F_", UNPRINTABLE.sub("", LINE_ENDS.sub("\n", content)))


def pieces(content: str) -> list[str]:
    """A text in pieces that fit into a cell each; one piece as a rule. Together they are the text."""
    if len(content) <= LONGEST // 2:
        return [content]
    found: list[str] = []
    while content:
        end = min(len(content), LONGEST)
        while _units(content[:end]) > LONGEST or (end < len(content) and _units(text(content[:end])) > LONGEST):
            end -= max(1, (_units(text(content[:end])) - LONGEST) // 2)
        gap = content.rfind(" ", end - 200, end) if end < len(content) else -1
        end = gap + 1 if gap > 0 else end
        found.append(content[:end])
        content = content[end:]
    return found


def spread(values: list[Value]) -> list[list[Value]]:
    """A row as the rows that it needs: a text longer than a cell goes on in the cell below."""
    if not any(isinstance(value, str) and len(value) > LONGEST // 2 for value in values):
        return [values]
    columns = [list[Value](pieces(value)) if isinstance(value, str) else [value] for value in values]
    return [list(row) for row in zip_longest(*columns, fillvalue="")]


def planned(figure: Planned, yes: str) -> Value:
    """The planned figure: a number where it is one, else a text such as "≥ 600", "6–8", "—"."""
    value = figure.value
    if figure.kind is PlannedKind.YES_NO:
        return yes
    if figure.kind is PlannedKind.NONE or value is None or isinstance(value, bool):
        return NOTHING
    if figure.qualifier is None:
        return (value / 100, PERCENT) if figure.kind is PlannedKind.PERCENT else value
    tail = "%" if figure.kind is PlannedKind.PERCENT else ""
    if figure.qualifier is Qualifier.RANGE and figure.maximum is not None:
        return f"{_plain(value)}–{_plain(figure.maximum)}{tail}"
    return f"{SIGNS.get(figure.qualifier, '')}{_plain(value)}{tail}"


def completed(figure: Actual, typed: str) -> Value:
    """The completed figure: a number where it is one, else what stands in the cell."""
    if figure.value is None or isinstance(figure.value, bool):
        return typed
    return (figure.value / 100, PERCENT) if figure.kind is ActualKind.PERCENT else figure.value


def _plain(value: Number) -> str:
    return f"{value:,}".replace(",", "\u00a0")


def _units(content: str) -> int:
    return len(content.encode("utf-16-le", "surrogatepass")) // 2
