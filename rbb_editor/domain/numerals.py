"""Numbers in running text, in digits and in words, of any document language.

Digits: Western, full-width and Arabic-Indic, grouped by a space of any width or by the language's separator. Words:
from the language's table, added and multiplied as they stand ("one hundred and twenty-five", "vingt-cinq", 一百二十五).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import LETTER, Phrases, whole_words
from rbb_editor.domain.values import Number

_WORD = re.compile(r"[^\W\d_]+")
_TWO = re.compile(r"(?:[اي]ن|(?:(?<!ا)ت[اي]|ي)(?= [^\W\d_]))(?![^\W_])")
"""Endings of words that may mean two; before another noun they are short: زيارتا متابعة."""
_LETTERS_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,20}$")

_TURNED = r"(?<![\d/.,]\d)(?<!\d \d)(?:(?<=0)\d\d(?: \d{3})* [1-9]\d{0,2}|\d\d(?: \d{3})* [1-9]\d?)(?![\d/.,%]| \d)"
"""Groups of thousands from right to left, behind their first digit; what could be thousands in their order is not taken
for them.
"""
REMEMBERED = 1000
"""Characters of the longest text whose numbers are remembered: a planned text or a remark is read several times."""

AT_HAND = 640
"""Texts whose numbers are remembered: more than are read in one go."""

_START = attrgetter("start")
_LONGEST = 15
"""Digits of the longest run that is taken as a number; longer ones are codes, not counts."""


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
    """How one language writes numbers; made by `parse_numerals`."""

    digits: re.Pattern[str]
    decimal: str
    turned: bool
    words: Mapping[str, int]
    articles: frozenset[str]
    known: Phrases
    joiners: frozenset[str]
    bound: Mapping[str, int]
    joined: frozenset[str]
    units_first: bool
    scales: Mapping[str, int]
    follow: frozenset[str]
    percent: tuple[str, ...]
    percent_before: tuple[str, ...]
    lead: frozenset[str]
    characters: re.Pattern[str] | None
    measures: tuple[str, ...]
    not_after: str
    rounded: tuple[str, ...]
    duals: tuple[str, ...]
    dual_ends: tuple[str, ...]
    bound_duals: frozenset[str]
    not_dual: frozenset[str]


def parse_numerals(table: Mapping[str, Any]) -> Numerals:
    """The numerals of a language from its toml table: see the comments in resources/languages/en.toml."""
    words = {fold(word).text: int(value) for value, forms in table.get("words", {}).items() for word in forms}
    prefixed, joined = _with_prefixes(words, table.get("prefixes", ()))
    words = prefixed | words
    decimal: str = table["decimal"]
    separators = "".join(sorted({" ", *table.get("grouping", "")}))
    characters: str = table.get("characters", "")
    articles = frozenset(fold(word).text for word in table.get("articles", ()))
    bound = {fold(word).text: value for word, value in table.get("bound", {}).items()}
    bound |= {prefix + word: value for prefix in table.get("prefixes", ()) for word, value in bound.items()}
    scales = {fold(word).text: value for word, value in table.get("scales", {}).items()}
    percent = tuple(fold(word).text for word in table["percent"])
    rest = rf"(?:{re.escape(decimal)}\d{{1,4}}(?!\d))?"
    thousands = rf"\d{{0,2}}(?:([{re.escape(separators)}])\d{{3}}(?:\1\d{{3}})*)(?!\d){rest}"
    turned = rf"{_TURNED}|" if table.get("turned", False) else ""
    percent_before = tuple(fold(word).text for word in table.get("percent_before", ()))
    return Numerals(
        digits=re.compile(rf"\d(?:{turned}{thousands}|\d*{rest})"),  # the first digit apart: it is found quickly
        turned=table.get("turned", False),
        decimal=decimal,
        words=words,
        articles=articles,
        known=Phrases(whole_words(filter(_WORD.fullmatch, (*words, *articles, *bound)), LETTER)),
        joiners=frozenset(fold(word).text for word in table.get("joiners", ())),
        bound=bound,
        joined=joined,
        units_first=table.get("units_first", False),
        scales=scales,
        follow=frozenset(word[0] for word in (*scales, *percent)),
        percent=percent,
        percent_before=percent_before,
        lead=frozenset((*(sign[-1] for sign in percent_before), " ")) if percent_before else frozenset(),
        characters=re.compile(f"[{characters}]+") if characters else None,
        measures=tuple(table.get("measures", ())),
        not_after=table.get("not_after", ""),
        rounded=tuple(table.get("rounded", ())) or ("\0",),
        duals=tuple(fold(word).text for word in table.get("duals", ())),
        dual_ends=tuple(fold(word).text for word in table.get("dual_ends", ())),
        bound_duals=frozenset(fold(word).text for word in table.get("bound_duals", ())),
        not_dual=frozenset(fold(word).text for word in table.get("not_dual", ())),
    )


def _with_prefixes(words: Mapping[str, int], prefixes: Sequence[str]) -> tuple[dict[str, int], frozenset[str]]:
    """Number words with the one-letter prepositions, and the "and" (و), that are written as one with them."""
    long = {word: value for word, value in words.items() if len(word) >= 3}
    prefixed = {prefix + word: value for prefix in prefixes for word, value in long.items()}
    return prefixed, frozenset("و" + word for word in long) if "و" in prefixes else frozenset()


def find_numerals(text: str, numerals: Numerals) -> Sequence[Numeral]:
    """All numbers of a folded text in their order; none overlaps another. Not to be changed: it is remembered."""
    return _remembered(text, numerals) if len(text) <= REMEMBERED else _found(text, numerals)


@lru_cache(AT_HAND)
def _remembered(text: str, numerals: Numerals) -> Sequence[Numeral]:
    return tuple(_found(text, numerals))


def _found(text: str, numerals: Numerals) -> list[Numeral]:
    found = _in_digits(text, numerals)
    in_digits = len(found)
    if numerals.characters is not None:
        found += _in_characters(text, numerals, numerals.characters)
    elif numerals.words:
        found += _in_words(text, numerals)
    if numerals.dual_ends:
        found += _duals(text, numerals)
    if len(found) == in_digits and (in_digits < 2 or not numerals.lead):
        return found
    found.sort(key=_START)
    kept: list[Numeral] = []
    for numeral in found:
        if kept and _is_of(text, kept[-1], numeral):
            kept.pop()
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _is_of(text: str, article: Numeral, numeral: Numeral) -> bool:
    """Whether an article belongs to the number word after it: "une soixantaine", not "a three-day course"."""
    written = numeral.written and not numeral.article and not numeral.dual
    return article.article and written and numeral.start - article.end == 1 and not text.startswith("-", numeral.end)


def _in_digits(text: str, numerals: Numerals) -> list[Numeral]:
    found = []
    follow, lead = numerals.follow, numerals.lead
    for match in numerals.digits.finditer(text):
        start, end = match.span()
        if end - start > _LONGEST:
            continue
        digits = match.group()
        value = int(digits) if digits.isdigit() else _value(match, numerals)
        rest = end + 1 if text.startswith(" ", end) else end
        if text[rest : rest + 1] in follow or (lead and text[start - 1 : start] in lead):
            found.append(_complete(text, start, end, value, numerals, written=False))
        else:
            found.append(Numeral(start, end, end, value))
    return found


def _value(match: re.Match[str], numerals: Numerals) -> Number:
    """The value of digits with separators."""
    digits, separator = match.group(), match.group(1)
    if numerals.turned and not separator and " " in digits:
        return turned_value(digits)
    if separator:
        digits = digits.replace(separator, "")
    whole, point, rest = digits.partition(numerals.decimal)
    if not point:
        return int(whole)
    if len(rest) == 3 and numerals.decimal == "," and not separator and len(whole) <= 3 and whole != "0":
        return int(whole + rest)  # a comma before exactly three digits is the English way to write thousands
    return float(f"{whole}.{rest}")


def turned_value(digits: str) -> int:
    """1400 for "400 1": thousands as they stand in Arabic texts whose groups were set from right to left."""
    return int("".join(reversed(digits.split(" "))))


def _complete(text: str, start: int, end: int, value: Number, numerals: Numerals, *, written: bool) -> Numeral:
    """The numeral with the scale word ("million", 万) and the percent sign that follow it."""
    rest = end + 1 if text.startswith(" ", end) else end
    full = end
    if text[rest : rest + 1] not in numerals.follow and text[start - 1 : start] not in numerals.lead:
        return Numeral(start, end, end, value, False, written)
    for word, factor in numerals.scales.items():
        if text.startswith(word, rest) and (
            numerals.characters or not text[rest + len(word) : rest + len(word) + 1].isalpha()
        ):
            value, full = value * factor, rest + len(word)
            rest = full + 1 if text.startswith(" ", full) else full
            break
    for sign in numerals.percent:
        if text.startswith(sign, rest):
            return Numeral(start, rest + len(sign), end, value, percent=True, written=written)
    for sign in numerals.percent_before:
        if text.endswith(sign, 0, start) or text.endswith(sign + " ", 0, start):
            begin = text.rindex(sign, 0, start)
            return Numeral(begin, full, end, value, percent=True, written=written)
    return Numeral(start, full, end, value, written=written)


# number words of languages with spaces


class _Hit(Struct, frozen=True):
    """A number word; `joined`: it starts with the "and" that is written as one with it (Arabic و)."""

    start: int
    end: int
    value: int
    joined: bool


def _in_words(text: str, numerals: Numerals) -> Iterator[Numeral]:
    """Number words, those that belong together as one number; and articles that may count as one."""
    run: list[_Hit] = []
    for match in numerals.known.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        value, joined = numerals.words.get(word), word in numerals.joined
        if value is None:
            article = word in numerals.articles
            unit = _Hit(start, end, 1, joined=False)
            if article and run and _belongs(text, run, unit, numerals):  # "vingt et un"
                run.append(unit)
            elif article:
                yield Numeral(start, end, end, 1, written=True, article=True)
            elif word in numerals.bound and _is_bound(text, end, numerals):
                value, joined = numerals.bound[word], word.startswith("و")
            if value is None:
                continue
        hit = _Hit(start, end, value, joined)
        if run and not _belongs(text, run, hit, numerals):
            yield from _finish(text, run, numerals)
            run = []
        run.append(hit)
    if run:
        yield from _finish(text, run, numerals)


def _is_bound(text: str, end: int, numerals: Numerals) -> bool:
    """Whether a word that is one only within a number is followed by the rest of it: "eleven", "one and twenty"."""
    following = _WORD.match(text, end + 1) if text.startswith(" ", end) else None
    if following is None:
        return False
    word = following.group()
    return word.startswith("عشر") or (word in numerals.joined and 20 <= numerals.words[word] < 100)


def _belongs(text: str, run: Sequence[_Hit], hit: _Hit, numerals: Numerals) -> bool:
    """Whether a number word continues the number before it: "twenty-five" does, "five, three" does not."""
    gap = text[run[-1].end : hit.start]
    if len(gap) > 6:
        return False
    by_joiner = (hit.joined and gap == " ") or gap.strip(" -") in numerals.joiners
    if gap not in (" ", "-") and not by_joiner:
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
    total, current = 0, 0
    for hit in run:
        if hit.value in (1000, 1_000_000):
            total, current = total + max(current, 1) * hit.value, 0
        elif hit.value == 100 or (hit.value == 20 and current % 100 == 4 and not numerals.units_first):
            current = current - current % 100 + max(current % 100, 1) * hit.value
        else:
            current += hit.value
    yield _complete(text, run[0].start, run[-1].end, total + current, numerals, written=True)


def _duals(text: str, numerals: Numerals) -> Iterator[Numeral]:
    """Arabic nouns in the dual: the noun itself says two. A dual adjective after its noun counts nothing."""
    last_end = -2
    for ending in _TWO.finditer(text):
        start, end = _word_start(text, ending.start()), ending.end()
        if start < 0:
            continue
        word = text[start:end]
        bare = word[1:] if word[:1] in "وبلف" and len(word) > 6 else word
        known = bare[:-2].startswith(numerals.duals) and len(bare) < 12
        short = bare[-1] in "اي"
        if short:
            ends_in_two = bare in numerals.bound_duals or (len(bare) >= 5 and bare[-2] == "ت")
        else:
            ends_in_two = known or (len(bare) >= 6 and bare.endswith(numerals.dual_ends))
        if not ends_in_two:
            continue
        if bare.startswith("ال") or bare in numerals.not_dual or bare in numerals.words:
            continue
        if start - last_end > 1:
            yield Numeral(start, end, start, 2, written=True, dual=True)
        last_end = end


def _word_start(text: str, end: int) -> int:
    """Where the word starts whose letters stand before `end`; -1 where there are none, or more than 20."""
    start = text.rfind(" ", max(0, end - 22), end) + 1
    if 0 < end - start <= 20 and text[start:end].isalpha():  # as nearly always
        return start
    before = _LETTERS_BEFORE.search(text, max(0, end - 21), end)
    return -1 if before is None else before.start()


# Chinese number characters

_CHINESE = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_CHINESE |= {"零": 0, "两": 2, "十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}


def _in_characters(text: str, numerals: Numerals, characters: re.Pattern[str]) -> Iterator[Numeral]:
    """Number characters that count something: a measure word follows, and none that makes a name of them precedes."""
    for match in characters.finditer(text):
        start, end = match.span()
        percent = text.endswith(numerals.percent_before, 0, start) if numerals.percent_before else False
        rest = end + 1 if text.startswith(" ", end) else end
        rest += text.startswith(numerals.rounded, rest)
        counts = text.startswith(numerals.measures, rest) or _is_low_end(text, end, characters, numerals)
        if not percent and (not counts or (start and text[start - 1] in numerals.not_after)):
            continue
        if end - start > _LONGEST or (start and text[start - 1].isdigit()):
            continue
        value = chinese_value(match.group())
        if match.group() == "一" and not percent:  # 一个 is "a" as often as "one"
            yield Numeral(start, end, end, 1, written=True, article=True)
        elif value is not None:
            yield _complete(text, start, end, value, numerals, written=True)


def _is_low_end(text: str, end: int, characters: re.Pattern[str], numerals: Numerals) -> bool:
    """Whether what follows is the upper end of a range with its measure word: 八 in 八到十次."""
    if text[end : end + 1] not in ("至", "到", "-", "或"):
        return False
    upper = characters.match(text, end + 1)
    return upper is not None and text.startswith(numerals.measures, upper.end())


def chinese_value(characters: str) -> int | None:
    """The value of 一百二十五 or 二〇一七; None for characters that make no number."""
    if all(_CHINESE.get(c, 10) < 10 for c in characters):
        return int("".join(str(_CHINESE[c]) for c in characters)) if characters else None
    total = section = digit = 0
    for c in characters:
        if c == "亿":
            total, section, digit = max(total + section + digit, 1) * 100_000_000, 0, 0
            continue
        if c == "万":
            total, section, digit = total + max(section + digit, 1) * 10_000, 0, 0
            continue
        value = _CHINESE[c]
        if value < 10:
            if digit:
                return None
            digit = value
        else:
            section, digit = section + max(digit, 1) * value, 0
    return total + section + digit
