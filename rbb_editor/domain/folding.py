"""One form for the many spellings of a text, so that words can be looked up in it: case, accents, apostrophes, dashes,
full-width and Arabic-Indic digits, Arabic vowel signs, invisible marks. Places in the folded text lead back to the text
itself.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from rbb_editor.domain.once import Once
from rbb_editor.domain.signs import BETWEEN


class Folded(Struct, frozen=True, dict=True):
    """A folded text, with the `original`."""

    text: str
    original: str

    @Once
    def places(self) -> list[int] | None:
        """For each of its characters, and its end, the index in the source; None: they agree."""
        if len(self.text) == len(self.original):
            return None
        places: list[int] = []
        start = 0
        for dropped in _DROPPED_RE.finditer(self.original):
            places.extend(range(start, dropped.start()))
            start = dropped.end()
        places.extend(range(start, len(self.original) + 1))
        return places

    def source(self, index: int) -> int:
        """The index in the source text of an index in the folded text."""
        return index if self.places is None else self.places[index]


_DROPPED = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD),
        (0x300, 0x36F),
        (0x640, 0x640),
        (0x64B, 0x652),
        (0x670, 0x670),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_DROPPED_RE = re.compile(f"[{''.join(_DROPPED)}]")


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for first, last in ((0xC0, 0x17F), (0x1E00, 0x1EFF), (0x400, 0x45F)):
        for code in range(first, last + 1):
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base != chr(code):
                table[code] = base.lower()
    for code in range(0xFF01, 0xFF5F):  # full-width forms
        table[code] = chr(code - 0xFEE0).lower()
    for zero in (0x660, 0x6F0):  # Arabic-Indic and Persian digits
        for digit in range(10):
            table[zero + digit] = str(digit)
    for letters, plain in {
        "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000": " ",
        "’‘ʼ‛＇": "'",
        "‐‑‒–—―−﹣－": "-",
        "أإآٱ": "ا",
        "ى": "ي",
        "٪": "%",
        "٫": ".",
        "٬،": ",",
        "؛": ";",
        "؟": "?",
        "٭": "*",
    }.items():
        table.update({ord(letter): plain for letter in letters})
    return table


_TABLE = _table()
_SIGNS = re.compile(f"[{''.join(map(chr, _TABLE))}{''.join(_DROPPED)}]")
"""Finds the signs of the table and what is left out."""

LONG_BELOW = "\u0130"
"""The one capital whose small form is of two signs, which changes how the letters around it are put right."""

REMEMBERED = 1000
"""Characters of the longest text whose folded form is remembered."""


def fold(text: str) -> Folded:
    """The folded form of a text. Never raises, whatever the text holds. Not to be changed: it is remembered."""
    return _remembered(text) if len(text) <= REMEMBERED else Folded(folded_text(text), text)


@lru_cache(256)
def _remembered(text: str) -> Folded:
    return Folded(folded_text(text), text)


def fold_all(texts: Sequence[str]) -> list[Folded]:
    """The folded forms of many texts, folded as one."""
    whole = BETWEEN.join(texts)
    parts = [] if LONG_BELOW in whole else folded_text(whole).split(BETWEEN)
    if len(parts) != len(texts):  # what stands between them stands in one
        return [fold(text) for text in texts]
    return list(map(Folded, parts, texts))


def folded_text(text: str) -> str:
    """The folded form of a text without its places; it is shorter where unseen marks were left out."""
    folded, marked = _with_marks(text)
    return _DROPPED_RE.sub("", folded) if marked else folded


def _with_marks(text: str) -> tuple[str, bool]:
    """The folded text, sign by sign, before unseen marks are left out; and whether it has any."""
    lowered = text.lower()
    if text.isascii():
        return lowered, False
    if len(lowered) != len(text):  # a few letters have a lower case of two
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    # sign by sign, which is quicker than with a table; none is folded to one that is folded itself or left out
    found = _SIGNS.search(lowered)
    while found is not None and (sign := found[0]) not in _DROPPED:
        lowered = lowered.replace(sign, _TABLE[ord(sign)])
        found = _SIGNS.search(lowered, found.end())
    if found is None:
        return lowered, False
    for sign in set(_SIGNS.findall(lowered, found.end())) - _DROPPED:
        lowered = lowered.replace(sign, _TABLE[ord(sign)])
    return lowered, True
