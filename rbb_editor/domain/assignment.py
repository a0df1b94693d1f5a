"""Which count of a planned text each of several completed figures answers.

In order as a rule; but the words of the labels and remarks, and the figures themselves, may tell of another order.
"""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations, islice, permutations
from operator import add, attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.answers import FAR
from rbb_editor.domain.chains import EARLY
from rbb_editor.domain.count import ASIDE, BRACKET, ITEM, MAIN, PART, PLACE, Count, Role, naming
from rbb_editor.domain.counts import find_things_of_all
from rbb_editor.domain.folding import fold_all
from rbb_editor.domain.language import Language
from rbb_editor.domain.nouns import beginning
from rbb_editor.domain.scripts import LETTER as UNSPACED_LETTER
from rbb_editor.domain.scripts import RUNS, UNSPACED
from rbb_editor.domain.values import Actual, ActualKind

if TYPE_CHECKING:
    from rbb_editor.domain.figures import Question

MOST_COUNTS = 40
"""Counts of one text that are looked at; a planned text with more is a list that nobody answers one by one."""

MOST_ORDERS = 800
"""Orders that are tried one by one; beyond that only those in the order of the text."""

REMARK = 120
"""Characters at the start of a remark whose words tell which count it is about."""

SAME_NOUN = 0.8
"""What it is worth that a remark counts the same with its figure as the planned text with a count."""

NOUN = 12
"""Characters behind a count in which the noun is looked for that it counts."""

NEAR = 0.6
"""What it is worth that a figure is as large as the count."""

ANSWERED = 1.0
"""What it is worth that a figure answers a count at all."""

YES_NO, PERCENT = ActualKind.YES_NO, ActualKind.PERCENT
DEPTH_COSTS = {MAIN: 0.0, PART: 0.0, ASIDE: 2.5, BRACKET: 0.6}
"""What it costs to answer a count of each depth; one that is aside needs words and figures that speak for it."""

_SEPARATOR = re.compile(r"[,;。、(:\n]")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_FIRST = re.compile(r"([^\W\d_]{4,5})[^\W\d_]*")
_FIRST_OF_ASCII = re.compile("([A-Za-z]{4,5})[A-Za-z]*")
"""The same for a text of ASCII, where it is found in half the time."""
_SPACED_WORDS = re.compile(rf"[^\W\d_{UNSPACED}](?<![^\W\d_].)[^\W\d_]{{3,}}")


class _Case(Struct, frozen=True, gc=False):
    """A question that is open when its counts and figures are compared.

    `pool`: the counts that come into question. `remarks`: those of the question, folded. `said`: the counts of each
    that name its figure.
    """

    asked: "Question"
    pool: Sequence[Count]
    remarks: Sequence[str]
    said: Sequence[Sequence[Count]]


def assign_all(questions: "Sequence[Question]", language: Language) -> list[list[tuple[Count, ...]]]:
    """For each completed figure of many outputs the counts it answers, added up; () for none.

    Each step is made for all outputs before the next one, which is quicker.
    """
    pools = [_pool(each.counts, each.actuals) for each in questions]
    found = [_plainly(pool, each) for pool, each in zip(pools, questions, strict=True)]
    open_ = [at for at, answers in enumerate(found) if not answers]
    remarks = _folded([questions[at].remarks for at in open_])
    said = _said([questions[at].actuals for at in open_], remarks, language)
    cases: dict[int, _Case] = {}
    for at, texts, counts in zip(open_, remarks, said, strict=True):
        found[at] = _by_role(pools[at], counts)
        if not found[at]:
            cases[at] = _Case(questions[at], pools[at], texts, counts)
    for at, answers in zip(cases, _by_words([*cases.values()], language), strict=True):
        found[at] = _each_alike(cases[at], language) or answers
    return found


def _each_alike(case: _Case, language: Language) -> list[tuple[Count, ...]]:
    """The one count that each figure answers for another of the things that a text joins; nothing where it does not.

    "Fuel and ration management in 2 missions", answered by 3 for fuel and 4 for rations: no part of two, as either is
    more. Source: A/72/701/Add.1.
    """
    actuals = case.asked.actuals
    if len(case.pool) != 1 or len(actuals) < 2 or not all(case.said):
        return []
    count = case.pool[0]
    if any(each.kind is not ActualKind.QUANTITY or (each.value or 0) <= count.middle for each in actuals):
        return []
    planned = features(case.asked.text, language)
    pairs = zip(case.remarks, case.said, strict=True)
    told = [features(remark[said[0].end : said[0].reach], language) for remark, said in pairs]
    same = set.intersection(*told)
    joined = same & planned and all((words - same) & planned for words in told)
    return [(count,)] * len(actuals) if joined else []


def _plainly(pool: Sequence[Count], asked: "Question") -> list[tuple[Count, ...]]:
    """What figures answer where that takes no words to tell; else nothing."""
    if not pool:
        return [()] * len(asked.actuals)
    if len(pool) == len(asked.actuals) and not any(asked.labels) and all(map(_is_answer, pool, asked.actuals)):
        return [(count,) for count in pool]
    return []


def _by_words(cases: Sequence[_Case], language: Language) -> list[list[tuple[Count, ...]]]:
    """What figures answer by the words of their labels and remarks, and by their size."""
    territories = [
        [features(_territory(each.asked.text, each.pool, j, language), language) for j in range(len(each.pool))]
        for each in cases
    ]
    nouns = [[_noun(each.asked.text, count, language) for count in each.pool] for each in cases]
    named = [
        [
            [_noun(remark, count, language) for count in said]
            for remark, said in zip(each.remarks, each.said, strict=True)
        ]
        for each in cases
    ]
    told = [[features(remark[:REMARK], language) for remark in each.remarks] for each in cases]
    scores = list(map(_scores, cases, territories, told, nouns, named))
    return [
        [() if j is None else (each.pool[j],) for j in _best(worth, each.asked.actuals, len(each.pool))]
        for each, worth in zip(cases, scores, strict=True)
    ]


def _scores(
    case: _Case,
    territories: Sequence[set[str]],
    told: Sequence[set[str]],
    nouns: Sequence[frozenset[str]],
    named: Sequence[Sequence[frozenset[str]]],
) -> list[list[float]]:
    """How well each figure answers each count, by the words of both and by what the remarks count."""
    asked, pool = case.asked, case.pool
    return [
        [
            _score(pool[j], actual, case.said[i])
            + 2 * _likeness(territories[j], told[i])
            + _same_noun(nouns[j], named[i])
            + 2 * (bool(asked.labels[i]) and _label_match(asked.text, pool, j, asked.labels[i]))
            for j in range(len(pool))
        ]
        for i, actual in enumerate(asked.actuals)
    ]


def _is_answer(count: Count, actual: Actual) -> bool:
    """Whether a figure is just what was planned."""
    same = actual.value == count.value and count.depth is MAIN and count.role is ITEM
    return same and count.percent == (actual.kind is PERCENT) and actual.kind is not YES_NO


def _pool(counts: Sequence[Count], actuals: Sequence[Actual]) -> list[Count]:
    """The counts that come into question: deeper ones only where the others are too few for the figures."""
    needed = sum(actual.kind is not YES_NO for actual in actuals)
    pool = [count for count in counts if count.depth is MAIN and not count.article]
    if len(pool) == 1 and (breakdown := _breakdown(pool[0], counts, actuals)):
        return breakdown
    if len(pool) < needed:
        articles = [count for count in counts if count.depth is MAIN and count.article]
        early = not pool and bool(articles) and articles[0].start <= EARLY
        parts = any(count.depth is PART for count in counts)
        if early or (len(pool) + len(articles) >= needed and not parts):
            pool += articles
    if pool and len(pool) < len(actuals):  # "a guide and two modules"
        pool += [
            c for c in counts if c.article and c.depth is MAIN and (c.start < min(pool[0].start, EARLY) or c.joined)
        ]
    for depth in (PART, ASIDE, BRACKET):
        if len(pool) < needed:
            pool += [count for count in counts if count.depth is depth and not count.article]
    items = [count for count in pool if count.role is ITEM and count.depth <= PART]
    if len(items) >= len(actuals):
        pool = items
    return sorted(pool, key=attrgetter("start"))[:MOST_COUNTS]


def _breakdown(whole: Count, counts: Sequence[Count], actuals: Sequence[Actual]) -> list[Count]:
    """The parts of a count, each answered by a figure of its own: "25 posts (15 civilian, 10 military)"; else nothing.

    Nothing where one of the figures is the sum of the others, and answers the whole.
    """
    parts = [count for count in counts if count.depth in (PART, BRACKET) and not count.article]
    if not 1 < len(parts) == len(actuals) or sum(count.value for count in parts) != whole.value:
        return []
    values = [actual.value or 0 for actual in actuals]
    return [] if 2 * max(values) == sum(values) else [replace(count, depth=MAIN, role=ITEM) for count in parts]


def _by_role(pool: Sequence[Count], said: Sequence[Sequence[Count]]) -> list[tuple[Count, ...]]:
    """Counts that stand only in brackets, by what they count: "(5 missions, 150 staff) … (3 missions, 150 staff)".

    Nothing unless each figure answers one kind; one figure that its remark does not name answers what is left.
    """
    if len(pool) <= len(said) or any(count.depth is not BRACKET for count in pool):
        return []
    groups: dict[Role, list[Count]] = {}
    for count in pool:
        groups.setdefault(count.role, []).append(count)
    kinds = [{count.role for count in counts} for counts in said]
    roles = [next(iter(kind)) if len(kind) == 1 else None for kind in kinds]
    left = [role for role in groups if role not in roles]
    if len(groups) != len(said) or not len(left) == roles.count(None) <= 1:
        return []
    return [tuple(groups[left[0] if role is None else role]) for role in roles]


def _score(count: Count, actual: Actual, said: Sequence[Count]) -> float:
    """How well a figure answers a count, by its size and by what its remark says that it counts."""
    score = ANSWERED - DEPTH_COSTS[count.depth] - 0.5 * count.article
    if actual.kind is YES_NO:
        return score
    if actual.value is None:
        return score + NEAR  # neither near nor far
    if count.percent != (actual.kind is PERCENT):
        score -= 0.8
    apart = abs(math.log((count.middle + 0.5) / (max(actual.value, 0) + 0.5)))
    score += NEAR / (1 + apart) + (0.3 if apart == 0 else 0.0)
    if count.role is PLACE and apart > math.log(FAR):
        score -= 3
    if count.role is not ITEM and said and all(count.role is not other.role for other in said):
        score -= 1.3 if count.role is PLACE else 3.0
    if count.noun and any(count.noun == other.noun for other in said):
        score += 0.6 if len(count.noun) > 1 else 0.3  # a measure word says less than a noun
    return score


def _label_match(text: str, pool: Sequence[Count], j: int, label: str) -> float:
    """1 where the label holds the count, or follows it in the text before any other count."""
    at = text.find(label)
    if at < 0:
        return 0.0
    count = pool[j]
    if at <= count.start < at + len(label):
        return 1.0
    inside = any(at <= other.start < at + len(label) for other in pool)
    after = [other.start for other in pool if other.start > count.start]
    return float(not inside and count.end <= at <= count.end + 60 and (not after or at < after[0]))


def _territory(text: str, pool: Sequence[Count], j: int, language: Language) -> str:
    """The words of the planned text that are about the count `j`: its clause, up to its neighbours."""
    count = pool[j]
    lower = max(0, count.start - 40, pool[j - 1].end if j else 0)
    upper = min(len(text), count.end + 60, pool[j + 1].start if j + 1 < len(pool) else len(text))
    breaks = [match.end() for match in _SEPARATOR.finditer(text, lower, count.start)]
    start = breaks[-1] if breaks else lower
    return text[max([start, *(text.rfind(word, start, count.start) for word in language.counts.divides)]) : upper]


def _likeness(mine: set[str], theirs: set[str]) -> float:
    """Which share of some words (pairs of characters in Chinese) stands among others, too: 0 to 1."""
    return len(mine & theirs) / max(3, min(len(mine), len(theirs))) if mine and theirs else 0.0


def _noun(text: str, count: Count, language: Language) -> frozenset[str]:
    return _of_noun(text[count.end : min(count.reach, count.end + NOUN)], language)


@lru_cache(4096)
def _of_noun(noun: str, language: Language) -> frozenset[str]:
    """The features of a noun; reports count the same things again and again."""
    return frozenset(features(noun, language))


def _same_noun(planned: frozenset[str], named: Sequence[frozenset[str]]) -> float:
    """How much the noun of a planned count is like that which a remark counts with its figure."""
    return max([SAME_NOUN * len(planned & noun) / len(planned) for noun in named], default=0.0) if planned else 0.0


def features(text: str, language: Language) -> set[str]:
    """What tells a text from others: beginnings of its longer words; in a script without spaces its pairs of signs."""
    nouns = language.nouns
    if text.isascii() or UNSPACED_LETTER.search(text) is None:
        if not nouns.prefixed:
            return set((_FIRST_OF_ASCII if text.isascii() else _FIRST).findall(text))
        return {beginning(word, nouns) for word in _WORDS.findall(text)}
    found = {beginning(word, nouns) for word in _SPACED_WORDS.findall(text)}
    for run in RUNS.findall(text):
        found.update(map(add, run, run[1:]))
    return found


def _folded(remarks: Sequence[Sequence[str]]) -> list[list[str]]:
    """The remarks of some questions, folded."""
    folded = iter(fold_all([remark for some in remarks for remark in some]))
    return [[each.text.rstrip() for each in islice(folded, len(some))] for some in remarks]


def _said(
    actuals: Sequence[Sequence[Actual]], remarks: Sequence[Sequence[str]], language: Language
) -> list[list[list[Count]]]:
    """For each figure of some questions the counts of its folded remark that name it."""
    figures = [pair for some, texts in zip(actuals, remarks, strict=True) for pair in zip(some, texts, strict=True)]
    told = [(at, remark) for at, (actual, remark) in enumerate(figures) if remark and _is_number(actual)]
    counts = find_things_of_all([remark for _, remark in told], language)
    said: list[list[Count]] = [[] for _ in figures]
    for (at, _), found in zip(told, counts, strict=True):
        said[at] = naming(found, figures[at][0].value)
    rest = iter(said)
    return [[*islice(rest, len(some))] for some in actuals]


def _is_number(actual: Actual) -> bool:
    return actual.value is not None and actual.kind is not YES_NO


def _best(scores: Sequence[Sequence[float]], actuals: Sequence[Actual], counts: int) -> list[int | None]:
    """The assignment with the highest sum; order kept counts for it, and yes may well answer nothing."""
    silent = 0.4 if counts == len(actuals) else 0.5  # as many counts as figures: each has one as a rule
    free = [silent if actual.kind is YES_NO else 0.0 for actual in actuals]
    rows, columns = len(scores), len(scores[0])
    if rows <= columns and all(row[at] == max(row) >= free[at] for at, row in enumerate(scores)):
        return [*range(rows)]  # nothing is better for any of them
    in_order = _monotone(scores, free)
    if math.perm(columns + rows, rows) > MOST_ORDERS:
        return in_order
    cost = 0.6 if counts == len(actuals) else 0.3

    def worth(chosen: Sequence[int | None], crossed: int) -> float:
        total = -cost * crossed
        for i, j in enumerate(chosen):
            total += free[i] if j is None else scores[i][j]
        return total

    best, best_worth = in_order, worth(in_order, _crossed(in_order))
    for chosen, crossed in _choices(rows, columns):
        value = worth(chosen, crossed)
        if value > best_worth + 1e-9:
            best, best_worth = list(chosen), value
    return best


@cache
def _choices(rows: int, columns: int) -> tuple[tuple[tuple[int | None, ...], int], ...]:
    """Every way to give each row a column of its own, or none, and how many pairs of rows are out of order in it."""
    found: dict[tuple[int | None, ...], int] = {}
    for order in permutations(range(columns + rows), rows):
        chosen = tuple(j if j < columns else None for j in order)
        if chosen not in found:
            found[chosen] = _crossed(chosen)
    return tuple(found.items())


def _crossed(chosen: Sequence[int | None]) -> int:
    taken = [j for j in chosen if j is not None]
    return sum(one > two for one, two in combinations(taken, 2))


def _monotone(scores: Sequence[Sequence[float]], free: Sequence[float]) -> list[int | None]:
    """The best assignment in which counts are answered in their order."""
    rows, columns = len(scores), len(scores[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        best[i][columns] = free[i] + best[i + 1][columns]
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(scores[i][j] + best[i + 1][j + 1], best[i][j + 1], free[i] + best[i + 1][j])
    chosen: list[int | None] = []
    i = j = 0
    while i < rows:
        if j < columns and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            chosen.append(j)
            i, j = i + 1, j + 1
        elif j < columns and best[i][j] == best[i][j + 1]:
            j += 1
        else:
            chosen.append(None)
            i += 1
    return chosen
