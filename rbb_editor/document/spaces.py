"""Spaces that no line may end at: inside numbers, between a figure and its unit, month or percent sign, and in French
before the signs of two parts and inside quotation marks.

They are a matter of printing: `compose` puts them into its blocks, so that all renderers have them. A text that holds
such a space itself, where one may be made, has it printed as `OWN`, which a renderer draws as a no-break space and in a
file marks, so that its reader knows which spaces are the text's own and which were made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Block,
    Contents,
    FrontLine,
    Heading,
    Note,
    Summary,
)
from rbb_editor.domain.language import Language
from rbb_editor.domain.signs import BETWEEN

NO_BREAK = "\u00a0"
OWN = "\ufffe"
"""Stands for a no-break space of the text's own; no character, so that no text holds it."""
FIGURE = "0-9\u0660-\u0669"
OPENING, CLOSING = "«", ":;?!»"
"""Signs that a space follows, or stands before, in French."""
OWN_SPACE = re.compile(f"{NO_BREAK}(?:(?<=[{FIGURE}{OPENING}]{NO_BREAK})|(?=[{CLOSING}]))")
"""Where a space may be made; begins with the space, which is found the fastest."""
Printed = Callable[[str], str]


@cache
def printer(language: Language) -> Printed:
    """The function that makes a text of a document language into what is printed of it, as long as before."""
    numerals, counts = language.numerals, language.counts
    words = "|".join(re.escape(word) for word in sorted((*numerals.percent, *numerals.scales), key=len, reverse=True))
    # a group of figures, but not beside a year or another long number: these are two; else a unit or a month
    group = f"(?<![{FIGURE}]{{4}} )(?=[{FIGURE}]{{3}}(?![{FIGURE}]))"
    follow = f"(?=(?i:{words}|{counts.units.source}|{counts.months.source}))"
    signs = f"|(?=[{CLOSING}])|(?<={OPENING} )" if language.signs_apart else ""
    kept = re.compile(f" (?:(?<=[{FIGURE}] )(?:{group}|{follow}){signs})")  # begins with the space, as above

    def printed(text: str) -> str:
        if NO_BREAK in text or OWN in text:
            text = OWN_SPACE.sub(OWN, text.replace(OWN, ""))
        return kept.sub(NO_BREAK, text)

    return printed


def read_back(printed: str) -> str:
    """The text that is printed so."""
    return OWN_SPACE.sub(" ", printed).replace(OWN, NO_BREAK)


def unspaced(printed: str) -> str:
    """With plain spaces in place of all others, for comparing; as long as before."""
    return printed.replace(NO_BREAK, " ").replace(OWN, " ")


def all_printed(texts: Sequence[str], printed: Printed) -> Sequence[str]:
    """What is printed of many texts, which are looked at together: in a fraction of the time."""
    made = printed(BETWEEN.join(texts)).split(BETWEEN)
    return made if len(made) == len(texts) else list(map(printed, texts))


def spaced(blocks: Iterable[Block], printed: Printed) -> Iterator[Block]:
    """The blocks with the spaces as they are printed, but for tables, whose texts are printed when they are composed.

    Symbol and words of the form are left as they are.
    """
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
            case Accomplishment(label=label, title=title):
                yield replace(block, label=printed(label), title=printed(title))
            case _:
                yield block
