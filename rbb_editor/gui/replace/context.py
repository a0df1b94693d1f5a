"""The words around the hits of a text, as a redline that fits into two lines. No Qt."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from rbb_editor.domain.wording import Hit

LEAD, GAP, LONGEST = 40, 50, 90
"""Units shown before the first hit, between two, and of one hit. A Chinese character is two units wide."""

THIN = "\u2009"
"""Keeps what is inserted apart from what is deleted."""


class Ink(StrEnum):
    """What a piece of a redline is."""

    KEPT = "text"
    FOUND = "found"
    DELETED = "deleted"
    INSERTED = "inserted"


Piece = tuple[str, Ink]


def width_of(text: str) -> int:
    """About how wide a text is, in widths of a Latin letter."""
    return len(text) if text.isascii() else (len(text.encode("utf-8", "replace")) + len(text)) // 2


def redline(text: str, hits: Sequence[Hit], new: Callable[[Hit], str], room: int) -> list[Piece]:
    """Pieces of a text, its hits deleted and what stands in their place inserted, cut to about `room` units.

    A hit that stays as it is, is only marked.
    """
    pieces: list[Piece] = []
    used = 0

    def add(words: str, ink: Ink) -> None:
        nonlocal used
        if words:
            pieces.append((words.replace("\n", " "), ink))
            used += width_of(words)

    done = 0
    for hit in hits:
        between = text[done : hit.start]
        add(_end(between, LEAD) if done == 0 else _middle(between, GAP), Ink.KEPT)
        inserted = new(hit)
        if inserted == hit.text:
            add(_middle(hit.text, LONGEST), Ink.FOUND)
        else:
            add(_middle(hit.text, LONGEST), Ink.DELETED)
            add(THIN if inserted else "", Ink.KEPT)
            add(_middle(inserted, LONGEST), Ink.INSERTED)
        done = hit.end
        if used > room:
            break
    add(_start(text[done:], max(8, room - used)), Ink.KEPT)
    return pieces


def _letters(text: str, units: int) -> int:
    """How many letters of a text have about so many units."""
    sample = text[:units]
    return units if not sample else max(1, units * len(sample) // max(1, width_of(sample)))


def _start(text: str, units: int) -> str:
    count = _letters(text, units)
    return text if len(text) <= count + 1 else f"{text[:count].rstrip()} …"


def _end(text: str, units: int) -> str:
    count = _letters(text[-units:], units)
    return text if len(text) <= count + 1 else f"… {text[-count:].lstrip()}"


def _middle(text: str, units: int) -> str:
    count = _letters(text, units)
    return text if len(text) <= count + 3 else f"{text[: count // 2]} … {text[-(count // 2) :]}"
