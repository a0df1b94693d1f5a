"""A planned count that is meant several times: in each of several places, every month, by each of those named."""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from rbb_editor.domain.chains import NAMED, distance, meets, total
from rbb_editor.domain.count import ASIDE, MAIN, PLACE, Count
from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.signs import WORD
from rbb_editor.domain.values import NOTHING_PLANNED, ONE_PLANNED, Number, Planned, PlannedKind

LISTED = "、"
"""Stands between the things of a Chinese list but for the last two."""

DAYS, ALL_DAYS = 365, 330
"""Times of what is done every day of a year; from how many on a figure counts what was done daily."""

MOST_SUBJECTS, MOST_EACH = 20, 100_000
"""Places of a remark that may tell a figure for each period; of whom each may do or get something."""

SUBJECT = 8
"""Chinese characters between the number of those who each do something and the word for each."""

CLAUSE, DENSE = 90, 60
"""Characters before and behind a count in which a word for its period stands; fewer of a script without spaces."""


def each_of_them(text: str, best: list[Count], value: Number, language: Language) -> list[Count]:
    """Two summits for "the Secretary-General and the Deputy each attend 1 summit", 18 inspections for "3 inspections in
    each of 6 missions", where that is nearer.
    """
    if len(best) > 1 or value <= best[0].middle:  # more of it would be farther from the figure
        return best
    many = (
        _of_whom_each(text, best[0], value, language)
        or _in_each_of_which(text, best[0].end, language)
        or _to_whom_one(text, best[0], language)
        or _in_brackets_behind_each(text, language)
    )
    one = best[0].middle
    return best * many if 0 < many <= MOST_EACH and distance(one * many, value) < distance(one, value) else best


def _of_whom_each(text: str, count: Count, value: Number, language: Language) -> int:
    """How many are named before a count of what each of them does; 0 where the text does not say so."""
    marker = language.counts.each.search(text, 0, count.start) if count.start else None
    if marker is None:
        return 0
    before = text[: marker.start()]
    told = find_counts(before, language)[-1:]
    if language.counts.each_behind and told and marker.start() - told[0].end <= SUBJECT and not told[0].article:
        return int(told[0].value)  # 三个部门各
    joins = [before.count(join) for join in language.counts.joins]
    subjects = {1 + max(joins), 1 + sum(joins)}  # "A、B和C" are three
    subjects |= {int(each.value) for each in told if each.role is PLACE or language.counts.each_behind}
    return min(subjects, key=lambda number: distance(count.middle * number, value))


def _to_whom_one(text: str, one: Count, language: Language) -> int:
    """How many things or people stand before the one thing done with them, as Chinese puts it: 对 14 个…一次."""
    if not (language.numerals.measures and one.article):
        return 0
    before = [count for count in find_counts(text, language) if count.depth is ASIDE and count.clause == one.clause]
    return int(before[-1].value) if before and before[-1].start < one.start else 0


def _in_brackets_behind_each(text: str, language: Language) -> int:
    """How many there are of those that each get something: 每个办事处(共 4 个), "each office (4 in all)"; else 0."""
    marker = language.counts.apiece.search(text) if "(" in text else None
    opening = text.find("(", marker.end(), marker.end() + CLAUSE) if marker else -1
    if marker is None or opening < 0 or any(sign in text[marker.end() : opening] for sign in ",;.。"):
        return 0
    told = find_numerals(text[opening : text.find(")", opening)], language.numerals)
    return int(told[0].value) if len(told) == 1 and not told[0].percent else 0


def _in_each_of_which(text: str, start: int, language: Language) -> int:
    """How many places or people each get what is told before `start`; 0 where the text does not say so."""
    numerals = language.numerals
    marker = None if language.counts.each_behind else language.counts.apiece.search(text, start)
    if marker is None:
        return 0
    each = find_numerals(text[marker.end() : marker.end() + CLAUSE], numerals)
    if told := next((int(many.value) for many in each if many.value > 1 and not many.percent), 0):
        return told  # "each one of the 4"
    behind = (word.group() for word in WORD.finditer(text, marker.end(), marker.end() + CLAUSE))
    definite = (word.removeprefix(numerals.article) for word in behind if word.startswith(numerals.article))
    return (
        int(next((numerals.words[word] for word in definite if word in numerals.words), 0)) if numerals.article else 0
    )


def in_a_year(text: str, first: Count, best: list[Count], value: Number, remark: str, language: Language) -> Planned:
    """The count of a whole year where the text counts by month or quarter and the figure answers the year.

    "2 monthly meetings", answered by 19: 24 were planned; answered by 3, or where a year has no more months ("24
    monthly bulletins"), the count is that of the year.
    """
    planned = total(best)
    if planned.value is None or not may_be_of_a_year(planned, value):
        return planned
    most = planned.value if planned.maximum is None else planned.maximum
    near = CLAUSE if language.spaced else DENSE
    clause = text[max(0, first.start - near) : first.reach + near]
    each = language.counts.within_year.search(clause) is not None
    noun = clause if first.value == 1 else text[first.start : first.reach]
    periods = [(*period, clause) for period in (language.counts.periods if each else ())]
    if language.counts.period_word.search(noun):
        periods += [
            (*period, noun)
            for period in language.counts.period_words
            if first.value < period[1] or value * 5 > planned.value * period[1] * 4  # 24 monthly bulletins: of a year
        ]
    for pattern, times in _told(periods):
        if times == 1 or _told_for_each(pattern, value, remark, language):
            continue
        many = _days(text, first, language) if times == DAYS else times
        yearly = planned.value * many
        one = value == most == 1 and each  # once a month
        if one or (most == 1 < value and many < DAYS) or distance(yearly, value) < distance(most, value):
            maximum = None if planned.maximum is None else most * many
            return Planned(planned.kind, yearly, maximum, planned.qualifier)
    return planned


def may_be_of_a_year(planned: Planned, value: Number) -> bool:
    """Whether a figure is more than was planned, so that twelve of it may be nearer; or one thing, as planned."""
    most = planned.value if planned.maximum is None else planned.maximum
    return most is not None and (value > most or value == most == 1)


def _told(periods: Sequence[tuple[Phrases, int, str]]) -> list[tuple[Phrases, int]]:
    """The periods, with how many of them a year has, that are told in their texts, the longest words first: "twice a
    month" and not "a month".
    """
    found = [(pattern.search(text), pattern, times) for pattern, times, text in periods]
    said = sorted((-len(match.group()), place) for place, (match, *_) in enumerate(found) if match)
    return [found[place][1:] for _, place in said]


def _days(text: str, first: Count, language: Language) -> int:
    """How many days of a year something is done each day: those that the text tells behind its count, or all."""
    behind = (each for each in find_numerals(text, language.numerals) if each.start > first.end and not each.article)
    return min(next((int(each.value) for each in behind if each.value), DAYS), DAYS)


def also_issued(
    text: str, counts: Sequence[Count], items: Sequence[Count], value: Number, language: Language
) -> Planned | None:
    """Twelve for "50 interviews and a monthly newsletter", where that is exactly the figure; else None."""
    if any(meets(count, value) for count in items):
        return None
    issued = (issues_of_a_year(text, count, value, language) for count in counts if count.joined)
    return next((planned for planned in issued if planned), None)


def issues_of_a_year(text: str, count: Count, value: Number | None, language: Language) -> Planned | None:
    """Twelve for "a monthly newsletter", where that is exactly the figure; else None."""
    if not count.article or count.depth is not MAIN:
        return None
    noun = text[count.start : count.reach]
    if any(times == value and pattern.search(noun) for pattern, times in language.counts.period_words):
        return Planned(PlannedKind.QUANTITY, value)
    return None


def _told_for_each(pattern: Phrases, value: Number, remark: str, language: Language) -> bool:
    """Whether a remark tells the figure itself for each period: "14 a month", not "168, or 14 a month"."""
    said = fold(remark[:NAMED]).text
    for found in islice(pattern.finditer(said), MOST_SUBJECTS):
        before = find_numerals(said[max(0, found.start() - CLAUSE) : found.start()], language.numerals)
        if before and before[-1].value == value:
            return True
    return False


def of_period(text: str, value: Number, language: Language) -> Planned:
    """Four for "quarterly", where the text has no count of its own; one thing where a language has no article."""
    told = [times for pattern, times in language.counts.period_words if times > 1 and pattern.search(text)]
    if len(told) > 1 and sum(told) == value:
        return Planned(PlannedKind.QUANTITY, value)  # "weekly, monthly and quarterly reports"
    for patterns in (language.counts.periods, language.counts.period_words):
        for _, times in _told([(*each, text) for each in patterns]):
            if 1 < times < DAYS or (times == DAYS and ALL_DAYS <= value <= DAYS):  # else what goes on daily is no count
                many = _in_each_of_which(text, 0, language) or 1
                if many == 1 and value == times * (joined := _joined(text, language)):
                    many = joined  # "quarterly visits to Valencia and Brindisi", 8
                return Planned(PlannedKind.QUANTITY, min((times, times * many), key=lambda each: distance(each, value)))
    if value == 1 and any(times == 1 and pattern.search(text) for pattern, times in language.counts.period_words):
        return ONE_PLANNED  # "annual report"
    if (many := _in_each_of_which(text, 0, language)) and distance(many, value) < distance(1, value):
        return Planned(PlannedKind.QUANTITY, many)  # "a seminar for each of the four regions"
    one = value == 1 and not language.numerals.articles and not language.numerals.measures  # "Publication of manual"
    return ONE_PLANNED if one else NOTHING_PLANNED


def _joined(text: str, language: Language) -> int:
    """How many things the one list of a text joins; 1 where it has none, or more than one."""
    words = language.counts
    if not words.spaced:
        last = "|".join(sorted(map(re.escape, set(words.joins) - {LISTED}), key=len, reverse=True))
        return text.count(LISTED) + 2 if len(re.findall(last, text)) == 1 else 1
    said = text.split()
    prefixed = [each for each in said if each.startswith(words.prefixed) and not each.startswith(words.unprefixed)]
    if words.prefixed and prefixed:
        return len(prefixed) + 1
    return text.count(", ") + 2 if sum(each in words.joins for each in said) == 1 else 1


def for_each_place(text: str, places: Count, value: Number, language: Language) -> Planned | None:
    """Twenty for "quarterly reports to 5 missions", or four, where that is nearer than five to a figure; else None."""
    one = next((count for count in find_counts(text, language) if count.start < places.start and count.article), places)
    there = replace(places, qualifier=one.qualifier or places.qualifier)  # "at least one visit a month to 8 centres"
    return _each_time(text[max(0, places.start - CLAUSE) : places.reach + CLAUSE], there, value, language)


def for_each_thing(text: str, things: Count, value: Number, language: Language) -> Planned | None:
    """28 for "half-yearly inspections of 14 depots", or two, where that is nearer to a larger figure; else None.

    Of a smaller one only where it is just as many as the times of a year.
    """
    if meets(things, value) or things.joined or not things.start:  # as nearly always
        return None
    if value < things.value and not _is_times(value, language):
        return None
    start = max(text.rfind(mark, 0, things.start) for mark in ",;.:(")
    return _each_time(text[max(start, things.start - CLAUSE, 0) : things.start], things, value, language)


def _is_times(value: Number, language: Language) -> bool:
    return any(value == times > 1 for _, times in language.counts.period_words)


def _each_time(near: str, things: Count, value: Number, language: Language) -> Planned | None:
    """So many things as often as a text tells, or only how often, where that is nearer to a figure; else None."""
    if meets(things, value):
        return None
    words = language.counts
    if words.period_word.search(near) is None and words.within_year.search(near) is None:
        return None
    periods = [(*period, near) for period in (*words.period_words, *words.periods)]
    times = next((times for _, times in _told(periods) if times > 1), 0)
    everywhere = times * things.middle
    if not times or min(distance(times, value), distance(everywhere, value)) >= distance(things.middle, value):
        return None
    once = distance(times, value) < distance(everywhere, value)
    return Planned(PlannedKind.QUANTITY, times) if once else total([things] * times)
