"""The wordings by which an importer recognises headings and table heads: those that we print, and others in use."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from rbb_editor import resources


class Words(Struct, frozen=True):
    """Recognised wordings in one language, folded by `fold`, without what stands in brackets."""

    code: str
    accomplishment: tuple[str, ...]
    planned: tuple[str, ...]
    completed: tuple[str, ...]
    remarks: tuple[str, ...]
    contents: tuple[str, ...]
    page: tuple[str, ...]
    abbreviations: tuple[str, ...]
    summary: tuple[str, ...]
    addendum: tuple[str, ...]
    author: tuple[str, ...]
    agenda_item: tuple[str, ...]  # with {number}
    section_title: tuple[str, ...]
    session: tuple[str, ...]  # a word of the session line
    masthead: tuple[str, ...]  # starts of the lines of the masthead
    indicators: tuple[str, ...]  # starts of the head cells of a table of indicators
    indicator: tuple[str, ...]  # what such a cell has in it
    measured: tuple[str, ...]  # what stands in the other cells of such a head
    reasons: tuple[str, ...]  # the head of a column for the reasons alone
    target: tuple[str, ...]  # the head of a column for the planned figures alone
    total: tuple[str, ...]  # the first words of a row that adds up
    department: tuple[str, ...]  # what a department may be called before its number: "Section 2"
    programme: tuple[str, ...]  # the same where nothing else names departments: "Component 1"
    office: tuple[str, ...]  # "Subprogramme 3"
    department_column: tuple[str, ...]  # the head of a column that names the department of each row
    office_column: tuple[str, ...]
    continued: tuple[str, ...]  # in brackets behind a heading that is repeated on another page
    note: tuple[str, ...]  # the first words of a row that is a note to its table
    halves: tuple[str, ...]  # what stands in the lower half of a head over two rows
    report: tuple[str, ...]  # how the title of a report begins, or, in Chinese, ends


DATES = ("before_period", "after_period", "months", "other_months", "of_date")
LINES = ("hanging", "hanging_signs", "whole_signs", "particles", "openings")
BESIDE = frozenset({*DATES, *LINES})
"""The lists of a language's wordings that word no heading; it may lack them."""


@cache
def all_words() -> tuple[Words, ...]:
    """The wordings of every document language that there is."""
    return tuple(_words(code) for code in resources.language_codes())


def words_of(code: str) -> Words:
    """The wordings of one document language."""
    return next(words for words in all_words() if words.code == code)


PRINTED = {
    "accomplishment": ("expected_accomplishment",),
    "planned": ("planned_outputs",),
    "completed": ("completed", "completed_short"),
    "masthead": ("united_nations", "organ"),
    "reasons": ("reason",),
}
"""The phrases of the printed form that word a kind, where their names are not its own."""


def _words(code: str) -> Words:
    phrases, others = resources.language(code).phrases, resources.wordings(code)

    def known(kind: str) -> tuple[str, ...]:
        own = [fold(phrases[name]) for name in PRINTED.get(kind, (kind,)) if name in phrases]
        return tuple(dict.fromkeys((*own, *map(fold, others.get(kind, ())))))

    return Words(code, *map(known, Words.__struct_fields__[1:]))


@lru_cache(maxsize=2000)
def fold(text: str) -> str:
    """A wording as it is compared: case, bracketed additions, white space and typographic variants aside."""
    text = re.sub(r"[(（\[][^)）\]]*[)）\]]?", " ", text)
    text = text.replace("\u2019", "'").replace("\u02bc", "'").replace("：", ":").replace("ё", "е")
    text = re.sub(r"[\u064b-\u0652\u0640]", "", text)  # Arabic vowel signs and stretching
    return " ".join(text.split()).strip(" :.*").casefold()
