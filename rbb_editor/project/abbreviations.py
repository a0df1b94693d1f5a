"""Abbreviations of a report: where their short forms are used, and lists of them out of pasted lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rbb_editor.domain.entities import Entity, ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import texts
from rbb_editor.project.words import is_whole_word

SPACED_PAIR = re.compile(r"^(\S.{0,60}?\S|\S)(?:\s{2,}|\s*[:：]\s*|\s+[–—-]\s+)(\S.*)$")
"""A short form and its long form on one line without a tab: two spaces, a colon or a dash between them."""


def counting(report: Report, shorts: Sequence[str], at_a_time: int = 200) -> Iterator[Counter[str]]:
    """In how many texts each short form stands as a word of its own, the list of abbreviations left out.

    Yields the counts so far after every `at_a_time` entities and at the end, so that a window can count in between
    two key presses. The report must not change before the end.
    """
    wanted = [short for short in dict.fromkeys(shorts) if short]
    counts: Counter[str] = Counter()
    for done, entity in enumerate(report.entities(), start=1):
        for text in _printed(entity):
            counts.update(short for short in wanted if short in text and _stands(text, short))
        if done % at_a_time == 0:
            yield counts
    yield counts


def from_table(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Short and long forms out of pasted rows: the first two cells that hold something, or a line with a sign between.

    What has no long form comes without one.
    """
    found = []
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        match = SPACED_PAIR.match(cells[0]) if len(cells) == 1 else None
        if match:
            found.append((match[1], match[2]))
        elif cells:
            found.append((cells[0], cells[1] if len(cells) > 1 else ""))
    return found


def _printed(entity: Entity) -> Iterator[str]:
    for _, _, field, text in texts(entity):
        if text and not (isinstance(entity, ReportInfo) and field.startswith("abbreviations")):
            yield text


def _stands(text: str, short: str) -> bool:
    at = text.find(short)
    while at >= 0:
        if is_whole_word(text, at, at + len(short)):
            return True
        at = text.find(short, at + 1)
    return False
