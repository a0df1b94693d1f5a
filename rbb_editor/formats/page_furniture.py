"""What is printed on every page besides the report: symbol, page number, job number, masthead, page notes."""

import re
from collections.abc import Sequence

from rbb_editor.domain.language import Language
from rbb_editor.formats import wording

SYMBOL = r"(?=\S*\d)[A-Z]{1,5}/(?:[\w.()]+/)*[\w.()]+\*{0,2}"
FURNITURE = re.compile(
    rf"^(?:{SYMBOL}|\d{{1,4}}\s*/\s*\d{{1,4}}|\d{{2}}-\d{{4,6}}(?:\s*\([A-Z]\))?|[-–—]?\s*\d{{1,4}}\s*[-–—]?|"
    rf"\d{{2}}-\d{{4,6}}(?:\s*\([A-Z]\))?\s+\d{{1,4}}/\d{{1,4}}|\d{{1,4}}/\d{{1,4}}\s+\d{{2}}-\d{{4,6}}(?:\s*\([A-Z]\))?)$"
)
PAGE_MARK = re.compile(rf"^(?:{SYMBOL}|\d{{2}}-\d{{4,6}}(?:\s*\([A-Z]\))?|\d{{1,4}}\s*/\s*\d{{1,4}})$")
"""What stands on pages alone: a symbol, a job number, a page of so many."""
NAMED = re.compile(rf"^(?:{SYMBOL}|\d{{2}}-\d{{4,6}}(?:\s*\([A-Z]\))?)$")
MOST_PIECES = 4
PAGE_FOOT = "page foot"
"""`Paragraph.style` of the last line of a page that a reader knows to be its foot, whatever else stands in it."""
FOOTNOTE = re.compile(r"^([*†‡]+|[_]{3,})\s*(\S.*)?$")


def is_furniture(text: str, language: Language) -> bool:
    """Whether a line is the head or foot of a page, or of the masthead."""
    return FURNITURE.match(text) is not None or _is_masthead(text, language)


def is_page_row(texts: Sequence[str]) -> bool:
    """Whether the cells of a row are the foot or head of a page: job number and page number beside each other."""
    if not 1 < len(texts) < MOST_PIECES or not all(map(FURNITURE.match, texts)):
        return False
    return any(PAGE_MARK.match(text) for text in texts)


def names_document(texts: Sequence[str]) -> bool:
    """Whether the cells of a row are the foot or head of a page, among them a symbol or a job number."""
    return all(map(FURNITURE.match, texts)) and any(map(NAMED.match, texts))


def _is_masthead(text: str, language: Language) -> bool:
    """Whether a line belongs to the masthead, repeated at the head of a page."""
    plain = wording.fold(text)
    words = wording.words_of(language.code)
    return plain in words.masthead or plain.startswith("distr.:")
