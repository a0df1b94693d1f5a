"""A number in a text, and how one language writes numbers: digits and their separators, words, signs."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import LETTER, NOTHING, Phrases, any_of, whole_words
from rbb_editor.domain.signs import BETWEEN, WORD
from rbb_editor.domain.values import Number

LONGEST = 15
"""Digits of the longest run that is taken as a number; longer ones are codes, not counts."""

_TURNED = r"(?<![\d/.,]\d)(?<!\d \d)(?:(?<=0)\d\d(?: \d{3})* [1-9]\d{0,2}|\d\d(?: \d{3})* [1-9]\d?)(?![\d/.,%]| \d)"
"""Groups of thousands from right to left, behind their first digit; what could be thousands in their order is not taken
for them.
"""


class Numeral(Struct, frozen=True, gc=False):
    """A number in folded text at [start:end], percent sign or scale word included.

    `number_end`: where the digits or words end. `written`: in words. `article`: an indefinite article that may count
    as one. `dual`: the counted noun itself, in the form that means two of it.
    """

    start: int
    end: int
    number_end: int
    value: Number
    percent: bool = False
    written: bool = False
    article: bool = False
    dual: bool = False


class Numerals(Struct, frozen=True, eq=False):
    """How one language writes numbers; made by `parse_numerals`.

    `follow`, `lead`: scale words and percent signs as they stand right behind a number or right before it;
    `begin_follow`: the first letters of the former, for a quick look. `known`: any of its number words and articles;
    `vocabulary`: the same, each encoded. `joined`: those that begin with the "and" that is written as one with them
    (Arabic و); `article`: so is the article with its noun.
    """

    spaced: bool
    digits: re.Pattern[str]
    decimal: str
    other_decimal: str
    turned: bool
    words: Mapping[str, Number]
    articles: frozenset[str]
    known: Phrases
    vocabulary: frozenset[bytes]
    joiners: frozenset[str]
    ordinal_ends: Phrases
    bound: Mapping[str, Number]
    joined: frozenset[str]
    units_first: bool
    scales: Mapping[str, int]
    multiples: Mapping[str, int]
    halves: tuple[str, ...]
    follow: tuple[str, ...]
    begin_follow: frozenset[str]
    percent: tuple[str, ...]
    percent_before: tuple[str, ...]
    lead: tuple[str, ...]
    characters: re.Pattern[str] | None
    measures: tuple[str, ...]
    not_after: str
    rounded: tuple[str, ...]
    duals: tuple[str, ...]
    dual_ends: tuple[str, ...]
    short_dual_ends: tuple[str, ...]
    dual_form: Phrases
    open_dual_form: Phrases
    dual_prefixes: str
    article: str
    bound_duals: frozenset[str]
    not_dual: frozenset[str]
    deeds: frozenset[str]


def parse_numerals(table: Mapping[str, Any], article: str, *, spaced: bool) -> Numerals:
    """The numerals of a [numerals] table; en.toml says what each key is for. `article`: of nouns."""
    words = {fold(word).text: _number(value) for value, forms in table.get("words", {}).items() for word in forms}
    prefixes: Sequence[str] = table.get("prefixes", ())
    decimal: str = table["decimal"]
    separators = "".join(sorted({" ", *table.get("grouping", "")}))
    characters: str = table.get("characters", "")
    articles = frozenset(fold(word).text for word in table.get("articles", ()))
    bound = {fold(word).text: value for word, value in table.get("bound", {}).items()}
    joiners = frozenset(fold(word).text for word in table.get("joiners", ()))
    long = [word for word in words if len(word) >= 3]
    joined = frozenset(prefix + word for prefix in joiners.intersection(prefixes) for word in (*long, *bound))
    words = {prefix + word: words[word] for prefix in prefixes for word in long} | words
    bound |= {prefix + word: value for prefix in prefixes for word, value in bound.items()}
    scales = {fold(word).text: value for word, value in table.get("scales", {}).items()}
    multiples = {fold(word).text: value for word, value in table.get("multiples", {}).items()}
    percent = tuple(fold(word).text for word in table["percent"])
    other_decimal: str = table.get("other_decimal", "")
    rest = rf"(?:[{re.escape(decimal + other_decimal)}]\d{{1,4}}(?!\d))?"
    thousands = rf"\d{{0,2}}(?:([{re.escape(separators)}])\d{{3}}(?:\1\d{{3}})*)(?!\d){rest}"
    turned = rf"{_TURNED}|" if table.get("turned", False) else ""
    percent_before = tuple(fold(word).text for word in table.get("percent_before", ()))
    known = [*words, *articles, *bound, *(multiples.keys() - words)]
    known = [word for word in known if not spaced or WORD.fullmatch(word)]
    return Numerals(
        spaced=spaced,
        digits=re.compile(rf"\d(?:{turned}{thousands}|\d*{rest})"),  # the first digit apart: it is found quickly
        turned=table.get("turned", False),
        decimal=decimal,
        other_decimal=other_decimal,
        words=words,
        articles=articles,
        known=Phrases(whole_words(known, LETTER) if spaced else any_of(known)),
        vocabulary=frozenset(map(str.encode, known)),
        joiners=joiners,
        ordinal_ends=Phrases(rf"(?:{table['ordinal_ends']})(?![\w-])" if "ordinal_ends" in table else NOTHING),
        bound=bound,
        joined=joined,
        units_first=table.get("units_first", False),
        scales=scales,
        multiples=multiples,
        halves=tuple(fold(word).text for word in table.get("halves", ())),
        follow=(*scales, *percent),
        begin_follow=frozenset(word[0] for word in (*scales, *percent)),
        percent=percent,
        percent_before=percent_before,
        lead=tuple(sign + space for sign in percent_before for space in ("", " ")),
        characters=re.compile(f"[{characters}]+") if characters else None,
        measures=tuple(table.get("measures", ())),
        not_after=table.get("not_after", ""),
        rounded=tuple(table.get("rounded", ())) or ("\0",),
        duals=tuple(fold(word).text for word in table.get("duals", ())),
        short_dual_ends=tuple(table.get("short_dual_ends", ())),
        dual_form=Phrases(table.get("dual_form", NOTHING)),
        open_dual_form=Phrases(table.get("open_dual_form", NOTHING)),
        dual_prefixes=table.get("dual_prefixes", ""),
        article=article,
        dual_ends=tuple(fold(word).text for word in table.get("dual_ends", ())),
        bound_duals=frozenset(fold(word).text for word in table.get("bound_duals", ())),
        deeds=frozenset(fold(word).text for word in table.get("deeds", ())),
        not_dual=frozenset(fold(word).text for word in table.get("not_dual", ())),
    )


def _number(written: str) -> Number:
    """A number as a language file writes it: 1000, 1.5."""
    return int(written) if written.isdigit() else float(written)


def each_match(
    finditer: Callable[[str], Iterator[re.Match[str]]], texts: Sequence[str]
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Where a pattern of letters and digits is found in many texts, which is quicker in one that joins them.

    Each match comes with the place of its text and with where that begins.
    """
    at, begin, behind = -1, 0, 0
    for match in finditer(BETWEEN.join(texts)):
        start = match.start()
        while start >= behind:
            at += 1
            begin, behind = behind, behind + len(texts[at]) + 1
        yield at, begin, match


def complete(text: str, start: int, end: int, value: Number, numerals: Numerals, *, written: bool) -> Numeral:
    """The number at [start:end] with the scale word ("million", 万) and the percent sign that follow it."""
    rest = end + 1 if text.startswith(" ", end) else end
    full = end
    if not text.startswith(numerals.follow, rest) and not text.endswith(numerals.lead, 0, start):
        return Numeral(start, end, end, value, False, written)
    for word, factor in numerals.scales.items():
        if text.startswith(word, rest) and (
            not numerals.spaced or not text[rest + len(word) : rest + len(word) + 1].isalpha()
        ):
            value, full = value * factor, rest + len(word)
            value = int(value) if value == int(value) else value
            rest = full + 1 if text.startswith(" ", full) else full
            break
    for sign in numerals.percent:
        if text.startswith(sign, rest):
            return Numeral(start, rest + len(sign), end, value, percent=True, written=written)
    for sign in numerals.percent_before:
        if text.endswith((sign, sign + " "), 0, start):
            begin = text.rindex(sign, 0, start)
            return Numeral(begin, full, end, value, percent=True, written=written)
    return Numeral(start, full, end, value, written=written)
