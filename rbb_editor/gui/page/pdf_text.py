"""The words of a PDF as they are searched and copied: what each glyph stands for, mended where Qt names another letter.

A font draws several letters with one glyph (一 and the radical ⼀; a space and a no-break space), and Qt notes the
lowest of them in the font's ToUnicode map (PDF 32000-1, 9.10.3), so that a search for 一 finds nothing. Arabic letters
are noted in the forms in which they were joined. Here each entry becomes the letter that the pages hold.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from PySide6.QtGui import QFont, QRawFont

if TYPE_CHECKING:
    from pypdf import PdfWriter

ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
"""A range of glyphs and its letters: the first of a row of them, or each."""
LETTER = re.compile(rb"<([0-9A-Fa-f]+)>")
RADICALS = range(0x2E80, 0x2FE0)
SPACES = {"\u00a0": " ", "\t": " "}
BLANK = 0x20


class Letters(NamedTuple):
    """The letters on the pages, and by radicals those that a font draws with the same glyph."""

    drawn: frozenset[str]
    shared: dict[str, str]

    @classmethod
    def of(cls, drawn: Iterable[str], faces: Iterable[QFont]) -> "Letters":
        """`drawn`: the texts on the pages; `faces`: fonts they may be drawn in. In the GUI thread, as fonts are."""
        letters = frozenset("".join(drawn))
        return cls(letters, _shared(letters, faces))


def mend(writer: "PdfWriter", on_the_pages: Letters) -> None:
    """Mends the ToUnicode maps of all fonts."""
    letters, known = on_the_pages
    done: set[int] = set()
    for page in writer.pages:
        for reference in page.get("/Resources", {}).get("/Font", {}).values():
            stream = reference.get_object().get("/ToUnicode")
            if stream is not None and id(stream) not in done:
                done.add(id(stream))
                stream.set_data(ENTRY.sub(lambda match: _entry(match, letters, known), stream.get_data()))


def letter_of(noted: str, letters: frozenset[str], known: Mapping[str, str]) -> str:
    """The letter that a glyph stands for. `noted`: by Qt; `known`: letters of the pages by radicals."""
    if noted in SPACES:
        return SPACES[noted]
    if noted in letters and ord(noted) not in RADICALS:
        return noted
    return known.get(noted) or normalize("NFKC", noted)


def _entry(match: "re.Match[bytes]", letters: frozenset[str], known: Mapping[str, str]) -> bytes:
    first, last, start, each = match.groups()
    if each is None:
        if len(start) != 4:
            return match[0]
        codes = [int(start, 16) + at for at in range(int(last, 16) - int(first, 16) + 1)]
    else:
        found = LETTER.findall(each)
        if any(len(code) != 4 for code in found):
            return match[0]
        codes = [int(code, 16) for code in found]
    made = [_mended(code, letters, known) for code in codes]
    return b"<%s> <%s> [%s]" % (first, last, b" ".join(b"<%s>" % _hex(letter) for letter in made))


def _mended(code: int, letters: frozenset[str], known: Mapping[str, str]) -> str:
    """Control codes and halves of pairs stay as they are."""
    if (code < BLANK and chr(code) not in SPACES) or 0xD800 <= code < 0xE000:
        return chr(code)
    return letter_of(chr(code), letters, known)


def _hex(letter: str) -> bytes:
    return letter.encode("utf-16-be", "surrogatepass").hex().upper().encode()


def _shared(letters: frozenset[str], faces: Iterable[QFont]) -> dict[str, str]:
    """By radicals, the letters of the pages that a face draws with the same glyph."""
    ordered = sorted(
        letter for letter in letters if ord(letter) not in RADICALS and len(letter.encode("utf-16-le")) == 2
    )
    radicals = [chr(code) for code in RADICALS]
    found: dict[str, str] = {}
    for face in faces:
        raw = QRawFont.fromFont(face)
        by_glyph = dict(zip(raw.glyphIndexesForString("".join(ordered)), ordered, strict=False))
        for radical, glyph in zip(radicals, raw.glyphIndexesForString("".join(radicals)), strict=False):
            if glyph and glyph in by_glyph:
                found.setdefault(radical, by_glyph[glyph])
    return found
