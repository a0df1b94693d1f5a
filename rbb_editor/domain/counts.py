"""The counts in a planned text: which numbers count a deliverable, how exactly, and what each is about.

A count is what may be a planned figure. Years, dates, resolutions, symbols, durations, phases and sums of money are
none. People and places are counted beside the deliverable; parts, examples and purposes below it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.language import Language
from rbb_editor.domain.numerals import REMEMBERED, Numeral, find_numerals
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.values import Number, Qualifier

REACH = 48
"""Characters around a number in which the words about it are looked for."""

MARKS = 6
"""More signs than may stand between a word and the number that it names, and a letter of the word."""

_LAST_WORD = re.compile(r"([^\W\d_]+)[\s.:°º#№]{0,3}$")
_NEXT_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:.()。、\d]")
AFTER = 90
"""Characters behind a number in which a qualifier behind its noun is looked for: "ten visits by … at most"."""

FAR = 16
"""Characters before a Chinese number in which a qualifier before the verb is looked for."""

_HANGING = re.compile(r"- [a-z]{2,3} \d+-")
_YEAR_IN_BRACKETS = re.compile(r" ?\((?:19|20)\d\d\)")
_BREAK = re.compile(r"[,;。:、\d]")
_COLON = re.compile(":")
_BRACKET = re.compile(r"[()]")
_STRONG = re.compile(r"[;。\n]")
_CLAUSE = re.compile(r"[,;。:\n(]")


class Role(IntEnum):
    """What a count counts, the more likely planned figure first."""

    ITEM = 0
    PLACE = 1
    PERSON = 2


class Depth(IntEnum):
    """Where a count stands, the more likely planned figure first."""

    MAIN = 0
    PART = 1  # after "including", "namely"
    ASIDE = 2  # in the description of a purpose, a topic, a basis
    BRACKET = 3


ITEM, PLACE, PERSON = Role
MAIN, PART, ASIDE, BRACKET = Depth
RANGE = Qualifier.RANGE
"""Names of their own: to look a member up in its class takes as long as the rest of a comparison ten times over."""


class Count(Struct, frozen=True, gc=False):
    """A count at [start:end] of a folded text; [start:reach] holds the noun phrase that it counts.

    `noun`: the beginning of the counted noun, in Chinese the measure word; "" where it is not plain.
    """

    start: int
    end: int
    reach: int
    value: Number
    maximum: Number | None
    qualifier: Qualifier | None
    percent: bool
    role: Role
    depth: Depth
    segment: int
    clause: int
    article: bool
    joined: bool
    noun: str

    @property
    def middle(self) -> Number:
        """One number for the count: the middle of a range."""
        return self.value if self.maximum is None else (self.value + self.maximum) / 2


def find_counts(text: str, language: Language) -> Sequence[Count]:
    """The counts of a folded text, in their order. Not to be changed: they are remembered."""
    return _remembered(text, language) if len(text) <= REMEMBERED else _found(text, language)


@lru_cache(256)
def _remembered(text: str, language: Language) -> Sequence[Count]:
    return tuple(_found(text, language))


def _found(text: str, language: Language) -> list[Count]:
    numerals = find_numerals(text, language.numerals)
    if not numerals:
        return []
    words = language.counts
    kept = [numeral for numeral in numerals if not is_name(text, numeral, words)]
    kept = kept or [numeral for numeral in numerals if _is_amount(text, numeral, words)]
    if not kept:
        return []
    layout = _Layout(text, words, kept[-1].start)
    counts: list[Count] = []
    counted = -1  # the last segment that has a count of its own
    place = 0
    while place < len(kept):
        numeral = kept[place]
        place += 1
        upper = kept[place] if place < len(kept) and _is_range(text, numeral, kept[place], words) else None
        place += upper is not None
        start, last = numeral.start, upper or numeral
        limit = kept[place].start if place < len(kept) else len(text)
        role, reach, noun = _role(text, last, limit, words)
        tail = text[max(0, start - REACH) : start].rstrip()
        exact = ""
        if tail and tail.endswith(words.before_ends):
            exact = next(each for each in words.before if tail.endswith(each))
        joined = _joined(text, start, tail.removesuffix(exact).rstrip() if exact else tail, words)
        segment, clause = layout.place(start)
        depth = layout.depth(start, segment, clause, counted=counted == segment, joined=joined, role=role)
        if depth is MAIN:
            counted = segment
        counts.append(
            Count(  # in the order of its fields: names cost as much as the rest
                start,
                last.end,
                reach,
                numeral.value,
                upper.value if upper else None,
                RANGE if upper else _qualifier(text, numeral, limit, tail, words, before=bool(exact)),
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
    return _topics(text, _also_approximate(_same_role(counts, words)), words, layout)


def is_name(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a number names, dates or measures something instead of counting it."""
    start, end = numeral.start, numeral.number_end
    if numeral.dual:
        return words.units.match(text, start) is not None
    after = text[end : end + 1]
    if not numeral.written:
        if _is_code(text, start, end, text[start - 1 : start], after):
            return True
        if end - start == 4 and _is_year(text, numeral, words):
            return True
    if numeral.percent:
        return False
    if start and _follows_name(text, numeral, words):
        return True
    if after == "-" and _HANGING.match(text, end):  # 18- to 35-year-olds
        return True
    if after in words.begin_after and text.startswith(words.endings_after, end):
        return True
    if after == " " and words.head == "zh" and text.startswith(words.names_after, end + 1):
        return True
    return _is_measure(text, numeral, words)


def _is_measure(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a unit of measure or a month follows a number."""
    full = numeral.end + 1 if text.startswith(" ", numeral.end) else numeral.end
    if text[full : full + 1] not in words.begin_measures:
        return False
    if words.period_word.match(text, full):  # "51 weekly briefings" measures no weeks
        return False
    return words.units.match(text, full) is not None or words.months.match(text, full) is not None


def _is_amount(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a number measures what is delivered, where nothing is counted: "repair of 140 kilometres of roads"."""
    start = numeral.end + text.startswith(" ", numeral.end)
    return words.amounts.match(text, start) is not None


def _follows_name(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether what stands before a number names what is numbered there, or is a month."""
    start = numeral.start
    low = max(0, start - REACH)
    if words.head == "zh":
        return text[low:start].rstrip().endswith(words.names) or (numeral.article and _is_rhythm(text, start, words))
    last = _LAST_WORD.search(text, max(low, text.rfind(" ", low, max(low, start - MARKS))), start)
    if last is None:
        return text[low:start].rstrip().endswith("№")
    word = last[1]
    return word in words.name_set or word.startswith(words.long_names) or words.months.match(word) is not None


def _is_rhythm(text: str, start: int, words: CountWords) -> bool:
    """Whether 一次 at `start` says how often, as in 半年一次."""
    return any(text[max(0, start - len(word)) : start] == word for word in words.rhythms)


def _is_code(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Part of a symbol, version, time, ordinal or year, or in brackets: A/71/587, 70/287, 2nd, 2295 (2016), (3)."""
    if "a" <= after <= "z" or "a" <= before <= "z" or "\u0400" <= after <= "\u04ff" or "\u0400" <= before <= "\u04ff":
        return True
    if before != " " and start > 1:
        sign = text[start - 2]
        if before in ("/", "_", "#") and sign.isalnum():
            return True
        if before == "-" and sign.isascii() and sign.isalpha():
            return True
        if before in (":", ".") and sign.isdigit():
            return True
    if after in ("/", ":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if before == "(" and after == ")":
        return True
    return text.startswith(("(", " ("), end) and _YEAR_IN_BRACKETS.match(text, end) is not None


def _is_year(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether four digits are in the range of years; unless a measure word follows or the text starts with them."""
    if not 1945 <= numeral.value <= 2099:
        return False
    rest = numeral.number_end
    rest += text.startswith(" ", rest)
    if words.head == "zh":
        return not text.startswith(("个", "次", "份", "项", "名", "页", "件", "笔", "条", "人"), rest)
    return numeral.start > 0 or not text[rest : rest + 1].isalpha()


def _is_range(text: str, low: Numeral, high: Numeral, words: CountWords) -> bool:
    if high.start - low.end > 8 or not low.value < high.value or low.article or low.dual or high.dual:
        return False
    between = text[low.end : high.start].strip()
    if not between and text[high.start] in words.joins:  # Arabic "and", written as one with the number
        between = text[high.start]
    if between in words.range_words:
        return True
    tail = text[max(0, low.start - REACH) : low.start].rstrip()
    return any(between == second and tail.endswith(first) for first, second in words.range_pairs)


def _qualifier(
    text: str, numeral: Numeral, limit: int, tail: str, words: CountWords, *, before: bool
) -> Qualifier | None:
    """How exactly a count is meant, by the words around it; `tail`: those before it, `before`: which may tell."""
    if before:
        for phrase, qualifier in words.before.items():
            if tail.endswith(phrase):
                head = tail[: -len(phrase)]
                if words.head == "zh" or not head[-1:].isalpha():
                    return qualifier
    if words.collectives and text.startswith(words.collectives, numeral.start):
        return Qualifier.APPROXIMATELY
    if words.rounded and (rounded := words.rounded.get(text[numeral.end : numeral.end + 2].strip()[:1])):
        return rounded
    far = words.far.search(tail, max(0, len(tail) - FAR)) if words.head == "zh" else None
    if far and not _BREAK.search(tail, far.end()):  # 至少举行 2 次: the verb stands between
        return words.before[far.group()]
    near = text[numeral.end : min(limit, numeral.end + (5 if words.head == "zh" else AFTER))]
    found = words.after_any.search(near)
    if found and (words.head == "zh" or not near[found.end() : found.end() + 1].isalpha()):  # audits environnementaux
        rest = near[found.end() :].lstrip()
        of_next = not rest and found.group() in words.before and limit < len(text)  # "5 visits and at least 3 reports"
        if words.head == "zh" or not near[: found.start()].strip():
            return words.after[found.group()]
        if not of_next and not _BREAK.search(near, 0, found.start()):
            return words.after[found.group()]
    return None


def _role(text: str, numeral: Numeral, limit: int, words: CountWords) -> tuple[Role, int, str]:
    """What is counted, where its noun phrase ends, and its noun."""
    end = min(limit, numeral.end + REACH)
    rest = numeral.end + text.startswith(" ", numeral.end)
    if words.head == "zh":
        stop = _CLAUSE.search(text, numeral.end, end)
        reach = stop.start() if stop else end
        rest += text.startswith("多", rest)
        if words.persons.match(text, rest):
            return PERSON, reach, text[rest : rest + 1]
        if words.place is not None and words.place.match(text, rest, min(len(text), rest + 24)):
            return PLACE, reach, text[rest : rest + 1]
        return ITEM, reach, text[rest : rest + 1]
    phrase: list[str] = []
    reach = numeral.start if numeral.dual else numeral.end
    for word in _NEXT_WORDS.findall(text, reach, end):
        if word in words.stops or not word[0].isalpha():
            break
        reach = text.index(word, reach) + len(word)
        phrase.append(word)
    if not phrase:
        return ITEM, numeral.end, ""
    head = _head(phrase, words)
    return _role_of(head, words), reach, head[:5]


@lru_cache(4096)
def _role_of(head: str, words: CountWords) -> Role:
    """What a noun stands for; reports count the same things again and again."""
    if words.persons.match(head):
        return PERSON
    return PLACE if words.places.match(head) else ITEM


def _head(phrase: Sequence[str], words: CountWords) -> str:
    """The counted noun of a noun phrase."""
    if words.head == "last":
        return phrase[-1]
    for word in phrase[:4]:
        ending = len(word) > 5 and word.endswith(words.adjective_endings)
        if not ending and not word.startswith(words.adjectives):
            return word.removeprefix("ال")
    return phrase[0]


def _joined(text: str, start: int, tail: str, words: CountWords) -> bool:
    """Whether the count is joined to what stands before it by a comma or "and", with nothing in between.

    `tail`: the words before it, but for those that say how exact it is.
    """
    if words.head == "first" and text.startswith("و", start):
        return True
    if not tail:
        return False
    if tail[-1] in ",、":
        return True
    if words.not_joins and tail.endswith(words.not_joins):
        return False
    if not tail.endswith(words.joins):
        return False
    for join in words.joins:
        if tail.endswith(join) and (words.head == "zh" or not tail[: -len(join)][-1:].isalpha()):
            return True
    return False


def _same_role(counts: list[Count], words: CountWords) -> list[Count]:
    """A bare number joined to the next one counts the same thing: "1 000 and 200 suppliers"."""
    bare_nouns = {join[0] for join in words.joins} if words.head == "zh" else set()
    for place in range(len(counts) - 2, -1, -1):
        one, two = counts[place], counts[place + 1]
        bare = one.reach <= one.end or one.noun in bare_nouns
        if bare and two.joined and two.start - one.end <= REACH // 4:
            counts[place] = replace(one, role=two.role, noun=two.noun)
    return counts


def _also_approximate(counts: list[Count]) -> list[Count]:
    """About is said once of several counts that are joined: "about 30 draft resolutions and 30 reports"."""
    for place, (one, two) in enumerate(pairwise(counts)):
        about = counts[place].qualifier is Qualifier.APPROXIMATELY
        plain = two.qualifier is None and two.maximum is None and not two.article
        if about and plain and two.joined and (one.role, one.depth, one.percent) == (two.role, two.depth, two.percent):
            counts[place + 1] = replace(two, qualifier=Qualifier.APPROXIMATELY)
    return counts


def _topics(text: str, counts: list[Count], words: CountWords, layout: "_Layout") -> list[Count]:
    """In Chinese what is written about stands before the verb: "on 1 140 recommendations write 49 reports"."""
    if words.head != "zh":
        return counts
    for place, (one, two) in enumerate(pairwise(counts)):
        if one.depth is not MAIN or two.depth is not MAIN or one.clause != two.clause or two.joined:
            continue
        between = text[one.end : two.start]
        clause_from = layout.clauses[one.clause - 1] if one.clause else 0
        before = text[max(clause_from, one.start - REACH) : one.start]
        topic = any(word in before for word in words.topics) or before.lstrip().startswith(words.means)
        if topic and (one.role is not ITEM or not any(mark in between for mark in ("、", "和", "及"))):
            counts[place] = replace(one, depth=ASIDE)
    return counts


class _Layout:
    """Where the segments, clauses, brackets and markers of a text are, found once for all of its counts."""

    def __init__(self, text: str, words: CountWords, end: int) -> None:
        self.text = text
        self.words = words
        self.segments = [match.end() for match in _STRONG.finditer(text, 0, end)] if end else []
        self.clauses = [match.end() for match in _CLAUSE.finditer(text, 0, end)] if end else []
        self.brackets = _brackets(text)
        self.end = end
        self.found: dict[Phrases | re.Pattern[str], list[int]] = {}

    def place(self, start: int) -> tuple[int, int]:
        """In which segment and which clause a place is."""
        return (
            bisect_right(self.segments, start) if self.segments else 0,
            bisect_right(self.clauses, start) if self.clauses else 0,
        )

    def _places(self, pattern: Phrases | re.Pattern[str]) -> list[int]:
        """Where a pattern is found, looked for once."""
        places = self.found.get(pattern)
        if places is None:
            places = self.found[pattern] = [match.start() for match in pattern.finditer(self.text, 0, self.end)]
        return places

    def _opens(self, pattern: Phrases | re.Pattern[str], start: int, end: int) -> bool:
        """Whether a pattern is found in [start, end)."""
        if start >= end:
            return False
        places = self._places(pattern)
        place = bisect_left(places, start)
        return place < len(places) and places[place] < end

    def depth(self, start: int, segment: int, clause: int, *, counted: bool, joined: bool, role: Role) -> Depth:
        """How deep the count at `start` stands; `counted`: its segment has a count of its own already."""
        place = bisect_right(self.brackets, (start, start)) if self.brackets else 0
        if place and self.brackets[place - 1][0] < start < self.brackets[place - 1][1]:
            return BRACKET
        segment_from = self.segments[segment - 1] if segment else 0
        clause_from = self.clauses[clause - 1] if clause else 0
        if self._opens(self.words.parts, segment_from, start) or (counted and self._opens(_COLON, segment_from, start)):
            return PART
        if self.text.startswith(self.words.bases, clause_from + self.text.startswith(" ", clause_from)):
            return ASIDE
        describes = counted or role is not ITEM or self.words.head == "zh"
        if self.words.head == "zh":  # 载有…的 4 份报告: the description ends before the count
            clause_from = max(clause_from, self.text.rfind("的", max(clause_from, start - REACH), start))
        if describes and not (joined and role is ITEM) and self._opens(self.words.purposes, clause_from, start):
            return ASIDE
        return MAIN


def _brackets(text: str) -> list[tuple[int, int]]:
    """The places in round brackets; an unclosed bracket holds nothing."""
    if "(" not in text:
        return []
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "(":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, match.start()))
    return found
