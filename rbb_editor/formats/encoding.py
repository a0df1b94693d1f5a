"""Which encoding a text file is in: tried strictly, certain things first; a guess is told as a guess."""

import codecs
from functools import cache

from msgspec import Struct

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats import wording
from rbb_editor.formats.imported import Certainty, ImportNote, Kind

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KNOWN_BINARIES = (
    (b"PK\x03\x04", N_("a Word, Excel or zip file")),
    (b"%PDF", N_("a PDF file")),
    (b"\xd0\xcf\x11\xe0", N_("an old Word or Excel file")),
    (b"SQLite format 3\0", N_("a database (a report of this program is opened, not imported)")),
    (b"\x1f\x8b", N_("a compressed file")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
)
NATIONAL = {
    "gb18030": ("zh",),
    "big5": ("zh",),
    "cp1251": ("ru",),
    "koi8-r": ("ru",),
    "iso8859-5": ("ru",),
    "cp866": ("ru",),
    "mac-cyrillic": ("ru",),
    "cp1256": ("ar",),
    "iso8859-6": ("ar",),
    "cp1252": ("en", "fr", "es"),
    "mac-roman": ("en", "fr", "es"),
    "cp850": ("en", "fr", "es"),
}
"""The older encodings, and the document languages that were written in them."""
LEAST_LETTERS = 0.7
"""At least so many of the letters of a text in a Latin encoding are without accents."""
JUDGED = 1_000_000
"""Bytes from the beginning of a file by which its encoding is judged."""
NUL_SHARE_OF_UTF16 = 0.02
BROKEN_SHARE = 0.001
"""At most so many bytes of a UTF-8 text may be damaged for it still to be read as UTF-8."""
PLAUSIBLE_SHARE = 0.97


class Decoded(Struct, frozen=True):
    """The text of a file and what there is to say about its encoding."""

    text: str
    notes: tuple[ImportNote, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text in `data`. UserError where it is no text."""
    for magic, what in KNOWN_BINARIES:
        if data.startswith(magic):
            raise UserError(
                N_(
                    "“{name}” was not read: it is no text but {what}, whatever its name says. Nothing was changed. "
                    "Rename it, or choose another file."
                ),
                name=name,
                what=Text.of(what),
            )
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding, name)
    if data.count(0) > len(data) * NUL_SHARE_OF_UTF16:
        return Decoded(_utf16_without_bom(data, name), (_read_as("UTF-16", Certainty.LIKELY),))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return Decoded(data[: error.start].decode("utf-8"), (_cut_off(),))
    return _damaged_utf8(data) or _national(data, name)


def _with_bom(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), () if encoding == "utf-8-sig" else (_read_as(encoding.upper()),))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="ignore" if error.start >= len(data) - 4 else "replace")
        if text.count("\ufffd") > len(text) * BROKEN_SHARE:
            raise _no_text(name) from error
        return Decoded(text, (_read_as(encoding.upper().removesuffix("-SIG")), _cut_off()))


def _utf16_without_bom(data: bytes, name: str) -> str:
    """The more plausible of the two byte orders."""
    best, best_share = "", 0.0
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
        share = _plausible(text)
        if share > best_share:
            best, best_share = text, share
    if best_share < PLAUSIBLE_SHARE:
        raise _no_text(name)
    return best


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if not broken or broken > len(data) * BROKEN_SHARE or text.isascii():
        return None
    lines = [str(number) for number, line in enumerate(text.split("\n"), start=1) if "\ufffd" in line]
    message = Text.of(
        N_("{count} damaged character was replaced by �, in line {lines}."),
        plural="{count} damaged characters were replaced by �, in lines {lines}.",
        count=broken,
        lines=", ".join(lines[:20]),
    )
    return Decoded(text, (ImportNote(Kind.DOUBT, Certainty.CERTAIN, message),))


def _national(data: bytes, name: str) -> Decoded:
    """The older encoding in which most of the fixed phrases of a report can be read; where there are none, a guess."""
    sample = data[:JUDGED]
    best = max(NATIONAL, key=lambda encoding: _phrases_in(sample, encoding))
    if _phrases_in(sample, best):
        return Decoded(data.decode(best, errors="replace"), (_read_as(best.upper(), Certainty.LIKELY),))
    from charset_normalizer import from_bytes

    found = from_bytes(data[:200_000]).best()
    if found is None:
        raise _no_text(name)
    text = data.decode(found.encoding, errors="replace")
    if _plausible(text) < PLAUSIBLE_SHARE:
        raise _no_text(name)
    return Decoded(text, (_read_as(found.encoding.upper().replace("_", "-"), Certainty.GUESS),))


def _phrases_in(data: bytes, encoding: str) -> int:
    """How many of the fixed phrases of its languages are in a text, read in this encoding; 0 where it is in another."""
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > len(data) * BROKEN_SHARE + 1:
        return 0
    letters = [c for c in text[:100_000] if c.isalpha()]
    if "en" in NATIONAL[encoding] and sum(map(str.isascii, letters)) < len(letters) * LEAST_LETTERS:
        return 0
    text = text.casefold()
    return sum(phrase in text for phrase in _phrases(NATIONAL[encoding]))


@cache
def _phrases(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        phrase.casefold()
        for words in wording.all_words()
        if words.code in languages
        for phrases in (
            words.accomplishment,
            words.planned,
            words.completed,
            words.halves,
            words.remarks,
            words.contents,
        )
        for phrase in phrases
        if not phrase.isascii() or len(phrase) > 6
    )


def _plausible(text: str) -> float:
    """The share of characters that stand in the texts of the six languages."""
    if not text:
        return 0.0
    sample = text[:100_000]
    good = sum(
        1
        for c in sample
        if c in "\t\n\r\f"
        or " " <= c < "\u007f"
        or "\u00a0" <= c < "\u0700"
        or "\u2000" <= c < "\u2c00"
        or "\u3000" <= c < "\u3100"
        or "\u4e00" <= c < "\ua000"
        or "\ufb50" <= c < "\ufffd"
    )
    return good / len(sample)


def _read_as(encoding: str, certainty: Certainty = Certainty.CERTAIN) -> ImportNote:
    return ImportNote(Kind.READ, certainty, Text.of(N_("The text was read as {encoding}."), encoding=encoding))


def _cut_off() -> ImportNote:
    message = Text.of(N_("The file ends in the middle of a character: it was cut off, its end is missing."))
    return ImportNote(Kind.DOUBT, Certainty.CERTAIN, message)


def _no_text(name: str) -> UserError:
    return UserError(
        N_(
            "“{name}” was not read: it is no text in any known encoding. Nothing was changed. "
            "Save it as UTF-8, or choose another file."
        ),
        name=name,
    )
