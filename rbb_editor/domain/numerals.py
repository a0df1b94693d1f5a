"""Numbers in running text, in digits and in words, of any document language.

Digits: Western, full-width and Arabic-Indic, grouped by a space of any width or by the language's separator. Words:
from the language's table, added and multiplied as they stand ("one hundred and twenty-five", "vingt-cinq", 一百二十五).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from rbb_editor.domain.numeral import LONGEST, Numeral, Numerals, complete, each_match
from rbb_editor.domain.signs import BETWEEN, WORD
from rbb_editor.domain.values import Number

REMEMBERED = 1000
"""Characters of the longest text whose numbers are remembered: a planned text or a remark is read several times."""

AT_HAND = 640
"""Texts whose numbers are remembered: more than are read in one go."""

_LETTERS = bytes(
    sign if sign >= 128 or chr(sign).isalpha() or chr(sign) == BETWEEN else ord(" ") for sign in range(256)
)
"""Letters of ASCII, all beyond it and what stands between texts as they are, spaces for all else."""

_OTHER_LETTER = re.compile("[^\\W\\d_\x00-\x7f\u0400-\u0481\u0620-\u064a]")
"""A letter of another script, which may have no spaces between its words."""

_OTHER_SIGN = re.compile("[^\x00-\x7f\u0400-\u0481\u0620-\u064a]")
"""A sign that is neither in ASCII nor one of the letters beyond it that folded texts are written with."""

_START = attrgetter("start")


def find_numerals(text: str, numerals: Numerals) -> Sequence[Numeral]:
    """All numbers of a folded text in their order; none overlaps another. Not to be changed: it is remembered."""
    return _remembered(text, numerals) if len(text) <= REMEMBERED else _found(text, numerals)


def find_numerals_of_all(texts: Sequence[str], numerals: Numerals) -> list[list[Numeral]]:
    """The numbers of many folded texts, which are not remembered.

    Each step is made for all texts before the next one: that is a third quicker than text by text.
    """
    found: list[list[Numeral]] = [[] for _ in texts]
    for at, numeral in _in_digits(texts, numerals):
        found[at].append(numeral)
    in_digits = [*map(len, found)]
    for finder in _finders(numerals):
        for at, numeral in finder(texts, numerals):
            found[at].append(numeral)
    return [
        some if len(some) == size and (size < 2 or not numerals.lead) else _apart(text, some)
        for text, some, size in zip(texts, found, in_digits, strict=True)
    ]


@lru_cache(AT_HAND)
def _remembered(text: str, numerals: Numerals) -> Sequence[Numeral]:
    return tuple(_found(text, numerals))


def _found(text: str, numerals: Numerals) -> list[Numeral]:
    return find_numerals_of_all([text], numerals)[0]


def _apart(text: str, found: list[Numeral]) -> list[Numeral]:
    """Numbers in their order, of those that overlap the first."""
    found.sort(key=_START)
    kept: list[Numeral] = []
    for numeral in found:
        if kept and _is_of(text, kept[-1], numeral):
            kept.pop()
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


@lru_cache(8)
def _finders(numerals: Numerals) -> tuple[Callable[[Sequence[str], Numerals], Iterator[tuple[int, Numeral]]], ...]:
    """What finds numbers of a language that are not in digits, with the place of the text that holds each; that of
    Chinese and Arabic is loaded for them alone.
    """
    if numerals.characters is not None:
        from rbb_editor.domain.number_characters import in_characters

        return (in_characters,)
    if numerals.dual_ends:
        from rbb_editor.domain.duals import find_duals

        return (_in_words, find_duals)
    return (_in_words,)


def _is_of(text: str, article: Numeral, numeral: Numeral) -> bool:
    """Whether an article belongs to the number word after it: "une soixantaine", not "a three-day course"."""
    written = numeral.written and not numeral.article and not numeral.dual
    return article.article and written and numeral.start - article.end == 1 and not text.startswith("-", numeral.end)


def _in_digits(texts: Sequence[str], numerals: Numerals) -> Iterator[tuple[int, Numeral]]:
    """The numbers in digits of many texts, each with the place of its text."""
    follow, begin, lead = numerals.follow, numerals.begin_follow, numerals.lead
    for at, offset, match in each_match(numerals.digits.finditer, texts):
        start, end = match.span()
        if end - start > LONGEST:
            continue
        text, start, end = texts[at], start - offset, end - offset
        digits = match.group()
        value = int(digits) if digits.isdigit() else _value(match, numerals)
        rest = end + 1 if text.startswith(" ", end) else end
        followed = text[rest : rest + 1] in begin and text.startswith(follow, rest)
        if followed or (lead and text.endswith(lead, 0, start)):
            yield at, complete(text, start, end, value, numerals, written=False)
        else:
            yield at, Numeral(start, end, end, value)


def _value(match: re.Match[str], numerals: Numerals) -> Number:
    """The value of digits with separators."""
    digits, separator = match.group(), match.group(1)
    if numerals.turned and not separator and " " in digits:
        return turned_value(digits)
    if separator:
        digits = digits.replace(separator, "")
    if numerals.other_decimal:
        digits = digits.replace(numerals.other_decimal, numerals.decimal)
    whole, point, rest = digits.partition(numerals.decimal)
    if not point:
        return int(whole)
    if len(rest) == 3 and numerals.decimal == "," and not separator and len(whole) <= 3 and whole != "0":
        return int(whole + rest)  # a comma before exactly three digits is the English way to write thousands
    return float(f"{whole}.{rest}")


def turned_value(digits: str) -> int:
    """1400 for "400 1": thousands as they stand in Arabic texts whose groups were set from right to left."""
    return int("".join(reversed(digits.split(" "))))


# number words


class _Hit(Struct, frozen=True):
    """A number word; `joined`: it starts with the "and" that is written as one with it (Arabic و)."""

    start: int
    end: int
    value: Number
    joined: bool


def _in_words(texts: Sequence[str], numerals: Numerals) -> Iterator[tuple[int, Numeral]]:
    """Number words of many texts, each with the place of its text."""
    has_none = numerals.vocabulary.isdisjoint
    other = _OTHER_LETTER.search(BETWEEN.join(texts)) is not None
    for at, words in enumerate(_encoded_words(texts)):
        # few texts have any, which is seen in a third of the time
        if not has_none(words) or (other and _OTHER_LETTER.search(texts[at])):
            for numeral in _words_of(texts[at], numerals):
                yield at, numeral


def _encoded_words(texts: Sequence[str]) -> Iterator[list[bytes]]:
    """The words of each of some texts, encoded; what number words are never written with stands between words."""
    whole = BETWEEN.join(texts)
    if whole.count(BETWEEN) >= len(texts):
        whole = BETWEEN.join([text.replace(BETWEEN, " ") for text in texts])
    if not whole.isascii():
        whole = _OTHER_SIGN.sub(" ", whole)
    return map(bytes.split, whole.encode().translate(_LETTERS).split(BETWEEN.encode()))


def _words_of(text: str, numerals: Numerals) -> Iterator[Numeral]:
    """Number words, those that belong together as one number; and articles that may count as one."""
    run: list[_Hit] = []
    for match in numerals.known.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if word in numerals.multiples and run and run[-1].value < 20 and text[run[-1].end : start] == " ":
            last = run.pop()  # "two dozen"
            run.append(_Hit(last.start, end, last.value * numerals.multiples[word], last.joined))
            continue
        value, joined = numerals.words.get(word), word in numerals.joined
        if value is None:
            article = word in numerals.articles
            unit = _Hit(start, end, 1, joined=False)
            if article and run and _belongs(text, run, unit, numerals):  # "vingt et un"
                run.append(unit)
            elif article:
                yield Numeral(start, end, end, 1, written=True, article=True)
            elif word in numerals.bound and _is_bound(text, end, numerals):
                value, joined = numerals.bound[word], word in numerals.joined
            if value is None:
                continue
        if value > 10 and text.endswith(numerals.halves, 0, start):
            half = next(each for each in numerals.halves if text.endswith(each, 0, start))
            value, start = value / 2, start - len(half)
        hit = _Hit(start, end, value, joined)
        if run and not _belongs(text, run, hit, numerals):
            yield from _finish(text, run, numerals)
            run = []
        run.append(hit)
    if run:
        yield from _finish(text, run, numerals)


def _is_bound(text: str, end: int, numerals: Numerals) -> bool:
    """Whether a word that is one only within a number is followed by the rest of it: "eleven", "one and twenty"."""
    following = WORD.match(text, end + 1) if text.startswith(" ", end) else None
    if following is None:
        return False
    word = following.group()
    value = numerals.words.get(word, 0)
    return value == 10 or (word in numerals.joined and 20 <= value < 100)


def _belongs(text: str, run: Sequence[_Hit], hit: _Hit, numerals: Numerals) -> bool:
    """Whether a number word continues the number before it: "twenty-five" does, "five, three" does not."""
    gap = text[run[-1].end : hit.start]
    if len(gap) > 6:
        return False
    by_joiner = (hit.joined and gap == " ") or gap.strip(" -") in numerals.joiners
    if gap not in (" ", "-") and not by_joiner and (gap or numerals.spaced):
        return False
    last = run[-1].value
    if last == 20 and len(run) > 1 and run[-2].value == 4:
        last = 80  # "quatre-vingts"
    if hit.value >= 100 and hit.value in (100, 1000, 1_000_000):
        return last < hit.value or hit.value == 1000
    if last >= 100:
        return last > hit.value
    if last >= 20 and last % 10 == 0:  # tens and units; "soixante-dix", "quatre-vingt-dix"
        return hit.value < (20 if last in (60, 80) else 10)
    if last == 10 and 7 <= hit.value <= 9:  # "dix-sept"
        return gap == "-"
    if last == 4 and hit.value == 20:  # "quatre-vingts"
        return gap == "-"
    if numerals.units_first:  # Arabic: "five and twenty", "five ten"
        return (by_joiner and hit.value >= 20 and hit.value % 10 == 0) or (not by_joiner and hit.value == 10)
    return False


def _finish(text: str, run: Sequence[_Hit], numerals: Numerals) -> Iterator[Numeral]:
    """The number of the words of a run; none where an ordinal ends it: "the seventy-third session"."""
    if run[-1].value >= 20 and numerals.ordinal_ends.match(text, run[-1].end):
        return
    total: Number = 0
    current: Number = 0
    for hit in run:
        if hit.value in (1000, 1_000_000):
            total, current = total + max(current, 1) * hit.value, 0
        elif hit.value == 100 or (hit.value == 20 and current % 100 == 4 and not numerals.units_first):
            current = current - current % 100 + max(current % 100, 1) * hit.value
        elif hit.value in (2000, 2_000_000):  # Arabic writes two thousand as one word
            total += hit.value
        else:
            current += hit.value
    value = total + current
    value = int(value) if value == int(value) else value
    found = complete(text, run[0].start, run[-1].end, value, numerals, written=True)
    if numerals.spaced or text.startswith(numerals.measures, found.end + text.startswith(" ", found.end)):
        yield found  # without spaces the letters of a number word may stand anywhere; a measure word tells
