"""Which numbers of a text count something: not those that name, date or measure, nor those in a title."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from rbb_editor.domain.count_qualifiers import is_range
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH, is_amount, is_name, is_year, names_a_number
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.signs import WORD_OR_MARK

_TITLE = re.compile(r"[«“„「《][^«»“”„「」《》]{1,200}[»”“」》]|\"[^\"]{1,200}\"")
"""A title or name in quotation marks, whose numbers count nothing."""
QUOTES = '«“„「《"'
"""What opens a title."""
_RUNNING = re.compile(r"\A\s*\d{1,3}(?:[.)](?=\s|[^\d\s])|(?:、| - )(?=\D))")
"""The running number with which a list numbers a text: "1. ", "2)", "3、"; it counts nothing."""


def counting_numbers(
    text: str, numerals: Sequence[Numeral], words: CountWords, *, beside: bool = False, titled: bool = True
) -> list[Numeral]:
    """The numbers that count something, or that measure it where nothing is counted or it is asked for `beside`.

    `titled`: there may be a title in the text.
    """
    if not numerals:
        return []
    if not text[0].isalpha() and (running := _RUNNING.match(text)):
        numerals = [numeral for numeral in numerals if numeral.end > running.end()]
    if titled:
        numerals = _outside_titles(text, numerals)
    kept = [each for each in numerals if not is_name(text, each, words) or (beside and is_amount(text, each, words))]
    if len(kept) > 1 and any(numeral.article for numeral in kept[:-1]):
        kept = [one for one, two in zip(kept, [*kept[1:], None], strict=True) if not _belongs_to(text, one, two, words)]
    if kept and len(kept) < len(numerals):
        kept = _without_lower_ends(text, numerals, kept, words)
        kept = _without_further_names(text, numerals, kept, words)
    if not kept:
        kept = _amounts(text, numerals, words) or [each for each in numerals if _ends_a_clause(text, each, words)]
    elif len(numerals) > 2 and kept[0].start > numerals[0].start and _is_in_brackets(text, kept[0].start):
        kept = _products(text, numerals, kept[0], words) + kept
    return kept


def _outside_titles(text: str, numerals: Sequence[Numeral]) -> Sequence[Numeral]:
    """The numbers that stand in no title, but for one that opens the text."""
    titles = [found.span() for found in _TITLE.finditer(text) if found.start()]
    if not titles:
        return numerals
    starts = [start for start, _ in titles]
    before = [bisect_left(starts, one.start) - 1 for one in numerals]
    return [one for one, at in zip(numerals, before, strict=True) if at < 0 or titles[at][1] <= one.start]


def _ends_a_clause(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a number stands alone in brackets behind what it counts: "Notes on ports (4) and on salaries (2)"."""
    behind = text[max(0, numeral.start - 3) : numeral.start]
    if not (behind[:1].isalpha() and behind[1:] == " (" and text.startswith(")", numeral.end)):
        return False
    rest = text[numeral.end + 1 :].lstrip()
    return rest[:1] in ("", ",", ";", ".") or rest.startswith(words.joins)


def _amounts(text: str, numerals: Sequence[Numeral], words: CountWords) -> list[Numeral]:
    """The numbers that measure what is delivered, with the lower ends of their ranges: "15 to 18 kilometres"."""
    kept = [numeral for numeral in numerals if is_amount(text, numeral, words)]
    amounts = set(kept)
    lower = []
    for low, high in pairwise(numerals):
        if is_range(text, low, high, words) and (high in amounts or is_amount(text, high, words, low.start)):
            lower += [low] if high in amounts else [low, high]
    return sorted({*lower, *kept}, key=attrgetter("start")) if lower else kept


def _belongs_to(text: str, article: Numeral, numeral: Numeral | None, words: CountWords) -> bool:
    """Whether an article only stands before a number, or what qualifies it: "a 40% share", "a maximum of 300"."""
    if numeral is None or not article.article:
        return False
    return numeral.start == article.end + 1 or text[article.start : numeral.start].rstrip() in words.before


def _is_in_brackets(text: str, place: int) -> bool:
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def _products(text: str, numerals: Sequence[Numeral], rate: Numeral, words: CountWords) -> list[Numeral]:
    """Amounts before a bracket that tells their rate and its times: "36,500 days (100 patrols a day for 365 days)"."""
    totals = {rate.value * each.value for each in numerals if each.start > rate.start}
    ahead = (each for each in numerals if each.start < rate.start and each.value in totals)
    return [each for each in ahead if is_amount(text, each, words)]


def _without_lower_ends(
    text: str, numerals: Sequence[Numeral], kept: list[Numeral], words: CountWords
) -> list[Numeral]:
    """Without the lower ends of ranges whose upper ends count nothing: "within 2 to 3 months"."""
    named = {high.start for high in numerals} - {each.start for each in kept}
    ends = {low.start for low, high in pairwise(numerals) if high.start in named and is_range(text, low, high, words)}
    return [each for each in kept if each.start not in ends] if ends else kept


def _without_further_names(
    text: str, numerals: Sequence[Numeral], kept: list[Numeral], words: CountWords
) -> list[Numeral]:
    """Without numbers that go on with names and count nothing themselves: the 7 of "chapters 3 and 7 of the manual"."""
    counting = {each.start for each in kept}
    before: Numeral | None = None  # the last that counts
    for one, two in pairwise(numerals):
        before = one if one.start in counting else before
        between = text[one.end : two.start].strip()
        if between == "-" and one.start not in counting and one.number_end + 1 == two.start:
            counting.discard(two.start)  # "rule 105-16"
        joined = between == "," or between.strip(", ") in words.joins
        if one.start in counting or one.article or not joined or is_year(text, one, words):
            continue
        if two.percent or text[two.end : two.end + 1].isalpha():  # 12次: Chinese puts no space there
            continue
        behind = WORD_OR_MARK.match(text, two.end + 1) if text[two.end : two.end + 1] == " " else None
        if behind and before and text.startswith(f" {behind.group()} ", before.end):
            continue  # "2 at P-3 and 2 at P-4"
        rest = text[two.end : two.end + REACH].split(maxsplit=2)[:2]
        listed = behind is None or behind.group() in words.stops or behind.group() in words.joins
        if listed or any(names_a_number(word, words) for word in rest):
            counting.discard(two.start)
    return [each for each in kept if each.start in counting]
