"""Counts of a planned text that are joined, as one figure answers them: one of them, the first, or all together."""

import math
from collections.abc import Sequence

from msgspec.structs import replace

from rbb_editor.domain.count import BRACKET, ITEM, MAIN, Count
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import Number, Planned, PlannedKind, Qualifier

PLANNED_QUANTITY, PLANNED_PERCENT = PlannedKind.QUANTITY, PlannedKind.PERCENT
"""Names of their own, as in `count`."""

NAMED = 400
"""Characters at the start of a remark in which its figure is looked for."""

STEM = 3
"""Letters by which two forms of a noun are known as one."""

EARLY = 60
"""Characters at the start of a planned text in which an article ("a workshop") may count the deliverable."""

CLOSE = 8
"""Characters before a count in which the word stands with which a list goes on."""


def chained(counts: Sequence[Count]) -> list[Count]:
    """The first count and those joined to it one after the other: "5 visits and 4 assessments"."""
    chain = [counts[0]]
    for count in counts[1:]:
        same = count.segment == chain[-1].segment and count.percent == chain[-1].percent
        if not (same and count.joined and (count.role is chain[-1].role or count.role is ITEM)):
            break
        chain.append(count)
    return chain


def nearest(items: Sequence[Count], value: Number) -> list[Count]:
    """The first count, or a sum where the figure clearly is one."""
    first, chain = items[0], chained(items)
    if meets(first, value):
        return [first]
    sums = [chain] if len(chain) > 1 else []
    for several in (chain, list(items)):
        if len(several) > 1 and sum(count.middle for count in several) == value:
            return several
    if sums and distance(sum(count.middle for count in chain), value) < distance(first.middle, value):
        return chain
    return [first]


def together(
    text: str, counts: Sequence[Count], first: Count, value: Number, remark: str, language: Language
) -> list[Count]:
    """All of several deliverables joined in one chain, where one figure answers them and none of them alone.

    "6 briefs, 3 papers and a report", answered by 7: ten were planned. Only one of them where the remark counts no
    other: "7 briefs were issued".
    """
    rejoins = language.counts.rejoins
    start = with_one_before(counts, [first])[0].start
    beside = [count for count in counts if count.start >= start and count.depth is first.depth]
    if rejoins:
        tails = [text[max(0, count.start - CLOSE) : count.start].rstrip() for count in beside]
        beside = [
            replace(count, joined=count.joined or tail.endswith(rejoins))
            for count, tail in zip(beside, tails, strict=True)
        ]
    chain = chained(beside)
    if len(chain) < 2 or any(count.role is not ITEM for count in chain):
        return []
    if named := _named(chain, value, remark, language):
        return [named]
    return [] if any(meets(count, value) for count in chain) else chain


def with_one_before(counts: Sequence[Count], items: Sequence[Count]) -> Sequence[Count]:
    """Items with the one thing to which they are joined: the conference of "a conference and 2 meetings"."""
    first = items[0]
    one = next((count for count in counts if count.depth is MAIN), first)
    opens = one.article and one.role is ITEM and one.noun and one.start <= EARLY
    return [one, *items] if opens and first.joined and first.segment == one.segment else items


def _named(chain: Sequence[Count], value: Number, remark: str, language: Language) -> Count | None:
    """The one of several counts whose noun a remark counts with the figure, where their nouns tell them apart."""
    kinds = {count.noun[:STEM]: count for count in reversed(chain)}
    if len(kinds) < len(chain):
        return None
    said = fold(remark[:NAMED]).text
    for count in find_counts(said, language):
        if count.value == value and (one := kinds.get(count.noun[:STEM])):
            rest, joins = said[count.reach :].lstrip(), language.counts.joins
            more = rest.startswith((",", *joins)) or _goes_on(said[count.end : count.reach], language.counts)
            return None if more else one
    return None


def _goes_on(phrase: str, words: CountWords) -> bool:
    """Whether a second noun stands in a noun phrase, joined without a space: 短片和指南, ملفات وطعون."""
    if not words.spaced:
        return any(join in phrase for join in words.joins)
    return any(word.startswith(words.prefixed) and not word.startswith(words.unprefixed) for word in phrase.split())


def left_undone(chain: Sequence[Count], value: Number, remark: str, language: Language) -> bool:
    """Whether a figure answers several counts of one noun together though it is just the first of them.

    "4 inspections of vehicles and 2 inspections of arms", answered by 4: "4 inspections. Two had to be cancelled".
    """
    if len(chain) < 2 or len({count.noun[:STEM] for count in chain}) > 1 or language.numerals.measures:
        return False  # the measure word alone is known
    rest = sum(count.middle for count in chain) - value
    said = fold(remark[:NAMED]).text
    told = [count for count in find_counts(said, language) if count.noun[:STEM] == chain[0].noun[:STEM]]
    if rest <= 0 or not told or told[0].value != value:
        return False
    for count in told[1:]:
        start, end = said.rfind(". ", 0, count.start) + 1, said.find(". ", count.end)
        if count.value == rest and language.reasons.events.search(said, start, end if end > 0 else len(said)):
            return True
    return False


def in_brackets(items: Sequence[Count], counts: Sequence[Count], value: Number) -> list[Count]:
    """The issues of one thing that a bracket counts, where that is the figure: "a weekly index (52 issues)"."""
    if len(items) > 1 or items[0].value != 1 or value == 1:
        return []
    return [count for count in counts if count.depth is BRACKET and count.role is ITEM and count.value == value][:1]


def meets(count: Count, value: Number) -> bool:
    """Whether a figure is just what a count planned, or lies in its range."""
    return count.value <= value <= (count.value if count.maximum is None else count.maximum)


def distance(planned: Number, value: Number) -> float:
    """How far two figures are apart, as a ratio."""
    return abs(math.log((planned + 0.5) / (value + 0.5))) if planned >= 0 and value >= 0 else math.inf


def total(counts: Sequence[Count]) -> Planned:
    """One planned figure for several counts added up."""
    if len(counts) == 1:
        only = counts[0]
        return Planned(PLANNED_PERCENT if only.percent else PLANNED_QUANTITY, only.value, only.maximum, only.qualifier)
    kind = PLANNED_PERCENT if counts[0].percent else PLANNED_QUANTITY
    value = sum(count.value for count in counts)
    qualifiers = [count.qualifier for count in counts]
    if Qualifier.RANGE in qualifiers:
        maximum = sum(count.value if count.maximum is None else count.maximum for count in counts)
        return Planned(kind, value, maximum, Qualifier.RANGE)
    for qualifier in (Qualifier.APPROXIMATELY, Qualifier.AT_LEAST, Qualifier.UP_TO):
        if qualifier in qualifiers:
            return Planned(kind, value, None, qualifier)
    return Planned(kind, value)
