"""The paragraphs of a remark whose line ends were lost: where one can have ended, and what they are."""

import re

from msgspec import Struct

from rbb_editor.domain.language import Language
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.values import Outcome
from rbb_editor.formats.line_words import after_particle

BETWEEN_SIGNS = re.compile(rf"(?<![(（]\w[)）])(?<=[{UNSPACED}。；！？：”）)])\s+(?=[{UNSPACED}“《（(])")
AFTER_SENTENCE = re.compile(r"(?<=[.!?؟»”)])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a0-9«“(])")
BEFORE_NUMBER = re.compile(rf"(?<=[{UNSPACED}）)])\s+(?=\d)")
LINE_END = re.compile(r"(?<!\s)\s*\n\s*")


class Seam(Struct, frozen=True):
    """A place where a paragraph may end: [start:end] is the white space. `cost`: how unlikely it is, 0 = certain."""

    start: int
    end: int
    cost: float


def seams(text: str, language: Language, *, numbers: bool = False) -> list[Seam]:
    """The places where a paragraph of `text` may end: line ends, where words have no spaces those between two letters
    (which stand for a lost line end), elsewhere ends of sentences. `numbers`: also a space before a number.
    """
    found = {match.start(): Seam(match.start(), match.end(), 0.0) for match in LINE_END.finditer(text)}
    patterns = [(AFTER_SENTENCE, 0.3)] if language.spaced else [(BETWEEN_SIGNS, 0.1)]
    if numbers and not language.spaced:
        patterns += [(after_particle(language), 1.5), (BEFORE_NUMBER, 0.45)]
    for pattern, cost in patterns:
        for match in pattern.finditer(text):
            found.setdefault(match.start(), Seam(match.start(), match.end(), cost))
    return [found[start] for start in sorted(found)]


def paragraphs(text: str, language: Language) -> list[str]:
    """A remark cut at its seams."""
    pieces, start = [], 0
    for seam in seams(text, language):
        pieces.append(text[start : seam.start])
        start = seam.end
    return [piece for piece in (*pieces, text[start:]) if piece.strip()]


def begins_with_reason(text: str, language: Language) -> bool:
    """Whether a text is from its first word on an explanation of a deviation."""
    return any(
        split.explanation and not split.remarks.strip()
        for split in (split_remarks(text, outcome, language) for outcome in (Outcome.EXCEEDED, Outcome.SHORTFALL))
    )
