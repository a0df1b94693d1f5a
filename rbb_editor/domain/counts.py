"""The counts in a planned text: which numbers count a deliverable, how exactly, and what each is about.

A count is what may be a planned figure. Years, dates, resolutions, symbols, durations, phases and sums of money are
none. People and places are counted beside the deliverable; parts, examples and purposes below it. Each of the
questions has a file of its own: `count_numbers` which numbers count, `count_nouns` what, `count_qualifiers` how
exactly, `count_layout` how deep in the sentence, `count_neighbours` what they share.
"""

from collections.abc import Sequence
from functools import lru_cache

from rbb_editor.domain.count import MAIN, RANGE, Count
from rbb_editor.domain.count_layout import Layout
from rbb_editor.domain.count_neighbours import (
    also_approximate,
    is_joined,
    with_same_role,
    without_details,
    without_topics,
)
from rbb_editor.domain.count_nouns import what_is_counted
from rbb_editor.domain.count_numbers import QUOTES, counting_numbers
from rbb_editor.domain.count_qualifiers import is_range, qualifier_of
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.language import Language
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.numerals import AT_HAND, REMEMBERED, find_numerals, find_numerals_of_all


def find_counts(text: str, language: Language) -> Sequence[Count]:
    """The counts of a folded text, in their order. Not to be changed: they are remembered."""
    return _remembered(text, language) if len(text) <= REMEMBERED else _found(text, language)


def find_counts_of_all(texts: Sequence[str], language: Language) -> list[list[Count]]:
    """The counts of many folded texts.

    Each step is made for all texts before the next one: that is a third quicker than text by text.
    """
    kept = _counting_of_all(texts, language)
    return [_described(text, found, language.counts) for text, found in zip(texts, kept, strict=True)]


def find_things_of_all(texts: Sequence[str], language: Language) -> list[list[Count]]:
    """As `find_counts_of_all`, but how exactly a lone count is meant, and how deep it stands, is not looked for."""
    words = language.counts
    return [
        [_alone(text, found[0], words)] if len(found) == 1 else _described(text, found, words)
        for text, found in zip(texts, _counting_of_all(texts, language), strict=True)
    ]


def find_counts_and_amounts(text: str, language: Language) -> Sequence[Count]:
    """As `find_counts`, and what measures work beside counted things: "3 plants, and repair of 45 km of roads"."""
    return _found(text, language, beside=True)


def _counting_of_all(texts: Sequence[str], language: Language) -> list[list[Numeral]]:
    """The numbers of many folded texts that count something."""
    numerals, words = find_numerals_of_all(texts, language.numerals), language.counts
    titled = any(map("".join(texts).__contains__, QUOTES))
    return [counting_numbers(text, found, words, titled=titled) for text, found in zip(texts, numerals, strict=True)]


@lru_cache(AT_HAND)
def _remembered(text: str, language: Language) -> Sequence[Count]:
    return _found(text, language)


def _found(text: str, language: Language, *, beside: bool = False) -> list[Count]:
    numerals = find_numerals(text, language.numerals)
    return _described(text, counting_numbers(text, numerals, language.counts, beside=beside), language.counts)


def _alone(text: str, numeral: Numeral, words: CountWords) -> Count:
    """What the words behind the only number that counts something tell of it."""
    start, end, value = numeral.start, numeral.end, numeral.value
    role, reach, noun = what_is_counted(text, numeral, len(text), words)
    return Count(
        start, end, reach, value, None, None, numeral.percent, role, MAIN, 0, 0, numeral.article, False, noun
    )  # fmt: skip


def _described(text: str, kept: Sequence[Numeral], words: CountWords) -> list[Count]:
    """What the words around the numbers that count something tell of each."""
    if not kept:
        return []
    layout = Layout(text, words, kept[-1].start)
    counts: list[Count] = []
    counted, first = -1, -1  # the last segment that has a count of its own, and where its first is
    place = 0
    while place < len(kept):
        numeral = kept[place]
        place += 1
        upper = kept[place] if place < len(kept) and is_range(text, numeral, kept[place], words) else None
        place += upper is not None
        start, last = numeral.start, upper or numeral
        limit = kept[place].start if place < len(kept) else len(text)
        role, reach, noun = what_is_counted(text, last, limit, words)
        tail = text[start - REACH if start > REACH else 0 : start].rstrip()
        if tail.endswith(",") and tail[:-1] in words.before:  # "At most, 30 missions"
            tail = tail[:-1]
        exact = ""
        if tail.endswith(words.determiners):  # "up to a dozen"
            bare = tail.rpartition(" ")[0]
            tail = bare if bare.endswith(words.before_ends) else tail
        if tail and tail.endswith(words.before_ends):
            exact = next(each for each in words.before if tail.endswith(each))
        joined = is_joined(text, start, tail.removesuffix(exact).rstrip() if exact else tail, words)
        segment, clause = layout.place(start) if layout.clauses else (0, 0)
        depth = layout.depth(
            start, segment, clause, counted=first if counted == segment else -1, joined=joined, role=role
        )
        if depth is MAIN and counted != segment:
            counted, first = segment, start
        counts.append(
            Count(  # in the order of its fields: names cost as much as the rest
                start,
                last.end,
                reach,
                numeral.value,
                upper.value if upper else None,
                RANGE if upper else qualifier_of(text, numeral, limit, tail, words, before=bool(exact)),
                last.percent,
                role,
                depth,
                segment,
                clause,
                numeral.article,
                joined,
                noun,
            )
        )
    if len(counts) == 1:
        return counts
    counts = with_same_role(text, without_details(text, counts, words), words)
    return without_topics(text, also_approximate(counts), words, layout)
