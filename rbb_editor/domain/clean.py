"""Text as it comes from a keyboard, a clipboard or a file, made fit to be stored: no word of it is changed."""

import re

LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters and lone surrogates: Word and Excel files cannot hold them (XML 1.0, production 2)."""


def lines(text: str) -> str:
    """The text of a cell of several lines: one kind of line end, tabs as spaces, nothing unprintable, trimmed."""
    return UNPRINTABLE.sub("", LINE_ENDS.sub("\n", text).replace("\t", " ")).strip()


def line(text: str) -> str:
    """The text of a cell of one line: as `lines`, each line end a space."""
    return " ".join(part for part in lines(text).split("\n") if part)
