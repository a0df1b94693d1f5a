"""Spaces that no line may end at: inside numbers, and between a figure and its unit, month or percent sign.

They are a matter of printing. A text that holds such a space itself, after a figure, has it printed as `OWN`, which a
renderer marks, so that a reader of the file knows which spaces are the text's own and which were made.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    FrontLine,
    Heading,
    Note,
    Row,
    Summary,
    Table,
)
from rbb_editor.domain.language import Language

NO_BREAK = "\u00a0"
OWN = "\ufffe"
"""Stands for a no-break space of the text's own; no character, so that no text holds it."""
FIGURE = "0-9\u0660-\u0669"
OWN_SPACE = re.compile(f"(?<=[{FIGURE}]){NO_BREAK}")
LONG = 4
"""Figures from which on a number is not the first group of a longer one."""
Printed = Callable[[str], str]


def printer(language: Language) -> Printed:
    """The function that makes a text of a document language into what is printed of it, as long as before."""
    numerals, counts = language.numerals, language.counts
    words = "|".join(re.escape(word) for word in sorted((*numerals.percent, *numerals.scales), key=len, reverse=True))
    follow = f"[{FIGURE}]{{3}}(?![{FIGURE}])|(?i:{words}|{counts.units.source}|{counts.months.source})"
    is_there = re.compile(f"[{FIGURE}] (?:{follow})").search  # quick, as it begins with a figure
    kept = re.compile(f"(?<=[{FIGURE}]) (?={follow})")

    def join(match: re.Match[str]) -> str:
        """No-break, but for figures that stand beside a year or another long number: these are two."""
        start, end = match.span()
        text = match.string
        return " " if text[end].isdigit() and text[max(0, start - 4) : start].isdigit() and start >= LONG else NO_BREAK

    def printed(text: str) -> str:
        if NO_BREAK in text or OWN in text:
            text = OWN_SPACE.sub(OWN, text.replace(OWN, ""))
        return kept.sub(join, text) if is_there(text) else text

    return printed


def read_back(printed: str) -> str:
    """The text that is printed so."""
    return OWN_SPACE.sub(" ", printed).replace(OWN, NO_BREAK)


def unspaced(printed: str) -> str:
    """With plain spaces in place of all others, for comparing; as long as before."""
    return printed.replace(NO_BREAK, " ").replace(OWN, " ")


def spaced(blocks: Iterable[Block], printed: Printed) -> Iterator[Block]:
    """The blocks with the spaces as they are printed; symbol and words of the form are left as they are."""
    for block in blocks:
        match block:
            case FrontLine(text=text):
                yield replace(block, text=printed(text))
            case Summary(paragraphs=paragraphs):
                yield replace(block, paragraphs=tuple(map(printed, paragraphs)))
            case Contents(entries=entries):
                yield replace(block, entries=tuple(replace(each, title=printed(each.title)) for each in entries))
            case Abbreviations(lines=lines):
                yield replace(block, lines=tuple((printed(short), printed(long)) for short, long in lines))
            case Heading(title=title, notes=notes):
                told = tuple(Note(note.mark, printed(note.text)) for note in notes)
                yield replace(block, title=printed(title), notes=told)
            case Accomplishment(title=title):
                yield replace(block, title=printed(title))
            case Table(rows=rows):
                yield replace(block, rows=tuple([_row(row, printed) for row in rows]))
            case _:
                yield block


def _row(row: Row, printed: Printed) -> Row:
    """A row as it is printed; most are as they were, which one look at all their words shows."""
    words = "\n".join((row.planned or "", row.completed, *row.remarks, *row.explanation))
    if printed(words) == words:
        return row
    return replace(
        row,
        planned=printed(row.planned) if row.planned is not None else None,
        completed=printed(row.completed),
        remarks=tuple(map(printed, row.remarks)),
        explanation=tuple(map(printed, row.explanation)),
    )
