"""The counts in a planned text: which numbers count a deliverable, how exactly, and what each is about.

A count is what may be a planned figure. Years, dates, resolutions, symbols, durations, phases and sums of money are
none. People and places are counted beside the deliverable; parts, examples and purposes below it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from rbb_editor.domain.count import ASIDE, ITEM, MAIN, PERSON, PLACE, RANGE, Count, Role
from rbb_editor.domain.count_layout import CLAUSE, Layout
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.language import Language
from rbb_editor.domain.named_numbers import REACH, is_amount, is_name, is_year
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.numerals import AT_HAND, REMEMBERED, find_numerals, find_numerals_of_all
from rbb_editor.domain.values import Qualifier

_NEXT_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:.()。、\d]")
SHORTEST = 3
"""Letters of a noun that is counted, where it stands first in its phrase."""

FAR = 16
"""Characters before a number in which a qualifier before the verb is looked for."""

LONGEST_BETWEEN = 16
"""Characters between the two numbers of a range."""

_BREAK = re.compile(r"[,;。:、\d]")
_TITLE = re.compile(r"[«“„「《][^«»“”„「」《》]{1,200}[»”“」》]|\"[^\"]{1,200}\"")
"""A title or name in quotation marks, whose numbers count nothing."""
_QUOTES = '«“„「《"'
"""What opens a title."""
RUNNING = re.compile(r"\s*\d{1,3}(?:[.)](?=\s|[^\d\s])|(?:、| - )(?=\D))")
"""The running number with which a list numbers a text: "1. ", "2)", "3、"; it counts nothing."""


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
    titled = any(map("".join(texts).__contains__, _QUOTES))
    return [_counting(text, found, words, titled=titled) for text, found in zip(texts, numerals, strict=True)]


@lru_cache(AT_HAND)
def _remembered(text: str, language: Language) -> Sequence[Count]:
    return _found(text, language)


def _found(text: str, language: Language, *, beside: bool = False) -> list[Count]:
    numerals = find_numerals(text, language.numerals)
    return _described(text, _counting(text, numerals, language.counts, beside=beside), language.counts)


def _alone(text: str, numeral: Numeral, words: CountWords) -> Count:
    """What the words behind the only number that counts something tell of it."""
    start, end, value = numeral.start, numeral.end, numeral.value
    role, reach, noun = _role(text, numeral, len(text), words)
    return Count(
        start, end, reach, value, None, None, numeral.percent, role, MAIN, 0, 0, numeral.article, False, noun
    )  # fmt: skip


def _described(text: str, kept: Sequence[Numeral], words: CountWords) -> list[Count]:
    """What the words around the numbers that count something tell of each."""
    if not kept:
        return []
    layout = Layout(text, words, kept[-1].start)
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
        tail = text[start - REACH if start > REACH else 0 : start].rstrip()
        if tail.endswith(",") and tail[:-1] in words.before:  # "At most, 30 missions"
            tail = tail[:-1]
        exact = ""
        if tail and tail.endswith(words.before_ends):
            exact = next(each for each in words.before if tail.endswith(each))
        joined = _joined(text, start, tail.removesuffix(exact).rstrip() if exact else tail, words)
        segment, clause = layout.place(start) if layout.clauses else (0, 0)
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


def _counting(
    text: str, numerals: Sequence[Numeral], words: CountWords, *, beside: bool = False, titled: bool = True
) -> list[Numeral]:
    """The numbers that count something, or that measure it where nothing is counted or it is asked for `beside`.

    `titled`: there may be a title in the text.
    """
    if not numerals:
        return []
    if not text[0].isalpha() and (running := RUNNING.match(text)):
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
    lower = [low for low, high in pairwise(numerals) if high in amounts and _is_range(text, low, high, words)]
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
    ends = {low.start for low, high in pairwise(numerals) if high.start in named and _is_range(text, low, high, words)}
    return [each for each in kept if each.start not in ends] if ends else kept


def _without_further_names(
    text: str, numerals: Sequence[Numeral], kept: list[Numeral], words: CountWords
) -> list[Numeral]:
    """Without numbers that go on with names and count nothing themselves: the 7 of "chapters 3 and 7 of the manual"."""
    counting = {each.start for each in kept}
    for one, two in pairwise(numerals):
        between = text[one.end : two.start].strip()
        joined = between == "," or between.strip(", ") in words.joins
        if one.start in counting or one.article or not joined or is_year(text, one, words):
            continue
        if two.percent or text[two.end : two.end + 1].isalpha():  # 12次: Chinese puts no space there
            continue
        behind = _NEXT_WORDS.match(text, two.end + 1) if text[two.end : two.end + 1] == " " else None
        if behind is None or behind.group() in words.stops:
            counting.discard(two.start)
    return [each for each in kept if each.start in counting]


def _is_range(text: str, low: Numeral, high: Numeral, words: CountWords) -> bool:
    if high.start - low.end > LONGEST_BETWEEN or not low.value < high.value or low.article or low.dual or high.dual:
        return False
    between = text[low.end : high.start].strip()
    if not between and text[high.start] in words.prefixed:  # Arabic "and", written as one with the number
        between = text[high.start]
    if between in words.range_words:
        return True
    last = between.split()[-1] if between.count(" ") == 1 else between  # "between 10 visits and 12"
    tail = text[max(0, low.start - REACH) : low.start].rstrip()
    return any(second in (between, last) and tail.endswith(first) for first, second in words.range_pairs)


def _qualifier(
    text: str, numeral: Numeral, limit: int, tail: str, words: CountWords, *, before: bool
) -> Qualifier | None:
    """How exactly a count is meant, by the words around it; `tail`: those before it, `before`: which may tell."""
    if before:
        for phrase, qualifier in words.before.items():
            if tail.endswith(phrase):
                head = tail[: -len(phrase)]
                if not words.spaced or not head[-1:].isalpha():
                    reached = qualifier is Qualifier.UP_TO and words.reaches.search(tail[tail.rfind(",") + 1 :])
                    return None if reached else qualifier
    if numeral.written and text.startswith(words.collectives, numeral.start):
        return Qualifier.APPROXIMATELY
    if words.rounded and (rounded := words.rounded.get(text[numeral.end : numeral.end + 2].strip()[:1])):
        return rounded
    far = words.far.search(tail, max(0, len(tail) - FAR)) if words.far else None
    if far and not _BREAK.search(tail, far.end()):  # 至少举行 2 次: the verb stands between
        return words.before[far.group()]
    near = text[numeral.end : min(limit, numeral.end + words.after_within)]
    found = words.after_any.search(near)
    if found and (not words.spaced or not near[found.end() : found.end() + 1].isalpha()):  # audits environnementaux
        rest = near[found.end() :].lstrip()
        next_one = rest[:1].isdigit() or (not rest and limit < len(text))  # "5 visits and at least 3 reports"
        of_next = found.group() in words.before and next_one
        if not words.spaced or not near[: found.start()].strip():
            return words.after[found.group()]
        if not of_next and not _BREAK.search(near, 0, found.start()):
            return words.after[found.group()]
    return None


def _role(text: str, numeral: Numeral, limit: int, words: CountWords) -> tuple[Role, int, str]:
    """What is counted, where its noun phrase ends, and its noun."""
    end = min(limit, numeral.end + REACH)
    rest = numeral.end + text.startswith(" ", numeral.end)
    if not words.spaced:
        stop = CLAUSE.search(text, numeral.end, end)
        reach = stop.start() if stop else end
        rest += text.startswith(words.rounding, rest)
        if words.persons.match(text, rest):
            return PERSON, reach, text[rest : rest + 1]
        if words.place is not None and words.place.match(text, rest, min(len(text), rest + 24)):
            return PLACE, reach, text[rest : rest + 1]
        return ITEM, reach, text[rest : rest + 1]
    phrase, reach = _phrase(text, numeral.start if numeral.dual else numeral.end, end, words.stops)
    if not phrase:
        return ITEM, numeral.end, _noun_before(text, numeral.start, words)
    if numeral.dual and phrase[0][0] in words.prefixed:  # Arabic "and", written as one with the noun
        phrase[0] = phrase[0][1:]
    head, more = _head(phrase, words)
    return _role_of(f"{head} {more}" if more else head, words), reach, head[:5]


def _phrase(text: str, start: int, end: int, stops: frozenset[str]) -> tuple[list[str], int]:
    """The words from a place on, up to one that ends their noun phrase; and where they end."""
    phrase: list[str] = []
    reach = start
    if text.startswith(" ", start):
        for word in text[start + 1 : end].split(" "):  # as nearly all words stand
            if not word.isalpha():
                break
            if word in stops:
                return phrase, reach
            phrase.append(word)
            reach += 1 + len(word)
    for found in _NEXT_WORDS.finditer(text, reach, end):
        word = found.group()
        if word in stops or not word[0].isalpha():
            break
        phrase.append(word)
        reach = found.end()
    return phrase, reach


def _noun_before(text: str, start: int, words: CountWords) -> str:
    """The noun of a number word that stands behind it (زيارة واحدة); "" for others."""
    if not text.startswith(words.follow_noun, start):
        return ""
    words_before = text[max(0, start - REACH) : start].split()
    return words_before[-1].removeprefix(words.article)[:5] if words_before else ""


@lru_cache(4096)
def _role_of(head: str, words: CountWords) -> Role:
    """What a noun, with the word behind it, stands for; reports count the same things again and again."""
    if words.persons.match(head):
        return PERSON
    return PLACE if words.places.match(head) else ITEM


def _head(phrase: Sequence[str], words: CountWords) -> tuple[str, str]:
    """The counted noun of a noun phrase, and the word behind it; "" for none."""
    if words.head == "last":
        return phrase[-1], ""
    for place, word in enumerate(phrase[:4], 1):
        if noun := _noun_in(word, words):
            return noun, phrase[place] if place < len(phrase) else ""
    return phrase[0], ""


@lru_cache(4096)
def _noun_in(word: str, words: CountWords) -> str:
    """A word without its article; "" for one that only stands before a noun: 45 من رؤساء, "3 nouveaux rapports"."""
    if len(word) < SHORTEST or (len(word) > 5 and word.endswith(words.adjective_endings)):
        return ""
    return "" if word.startswith(words.adjectives) else word.removeprefix(words.article)


def _joined(text: str, start: int, tail: str, words: CountWords) -> bool:
    """Whether the count is joined to what stands before it by a comma or "and", with nothing in between.

    `tail`: the words before it, but for those that say how exact it is.
    """
    if text.startswith(words.prefixed, start):
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
        if tail.endswith(join) and (not words.spaced or not tail[: -len(join)][-1:].isalpha()):
            return True
    return False


def _same_role(counts: list[Count], words: CountWords) -> list[Count]:
    """A bare number joined to the next one counts the same thing: "1 000 and 200 suppliers"."""
    bare_nouns = {join[0] for join in words.joins} if not words.spaced else set()
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


def _topics(text: str, counts: list[Count], words: CountWords, layout: Layout) -> list[Count]:
    """What is written about stands before the verb in Chinese: "on 1 140 recommendations write 49 reports"."""
    if not words.topic_first:
        return counts
    for place, (one, two) in enumerate(pairwise(counts)):
        if one.depth is not MAIN or two.depth is not MAIN or one.clause != two.clause or two.joined:
            continue
        between = text[one.end : two.start]
        clause_from = layout.clauses[one.clause - 1] if one.clause else 0
        before = text[max(clause_from, one.start - REACH) : one.start]
        topic = any(word in before for word in words.topics) or before.lstrip().startswith(words.means)
        if topic and (one.role is not ITEM or not any(join in between for join in words.joins)):
            counts[place] = replace(one, depth=ASIDE)
    return counts
