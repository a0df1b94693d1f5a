"""Which count of a planned text a single completed figure answers: the first, a sum, a count for each month, none."""

from collections.abc import Sequence

from rbb_editor.domain.chains import (
    EARLY,
    NAMED,
    STEM,
    chained,
    distance,
    in_brackets,
    left_undone,
    meets,
    nearest,
    together,
    total,
    with_one_before,
)
from rbb_editor.domain.count import BRACKET, ITEM, MAIN, PART, PERSON, PLACE, Count, Depth, Role
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.counts import find_counts, find_counts_and_amounts
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.named_numbers import is_year
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.repeated import also_issued, each_of_them, for_each_place, for_each_thing, in_a_year, of_period
from rbb_editor.domain.signs import WORD
from rbb_editor.domain.values import (
    DEED_PLANNED,
    NOTHING_PLANNED,
    ONE_PLANNED,
    Actual,
    ActualKind,
    Number,
    Planned,
    PlannedKind,
)

FAR = 10
"""How many times the number of places a figure may be and still answer it."""

YEAR, ROUND, SIZE = 4, 50, 3
"""Digits of a year; multiples of it are no years of a report; how many times such a number a figure that answers it may
be."""

NOUN, ARABIC_STEM = 5, 3
"""Letters of a noun that a count keeps; those by which an Arabic one is known again."""

SHORT, FEWEST_NAMED = 3, 3
"""Letters of a word that names nothing, at most; words that name what is done with a thing, at least."""

WHOLE = 5
"""Letters of a word for a topic that is no beginning of a longer one, at most."""

DEPTHS = tuple(Depth)
YES_NO, PERCENT = ActualKind.YES_NO, ActualKind.PERCENT
QUANTITIES = (ActualKind.QUANTITY, PERCENT)


def answer(text: str, counts: Sequence[Count], actual: Actual, remark: str, language: Language) -> Planned:
    """What one completed figure answers in a folded planned text with these counts; `remark`: as it stands."""
    kind = actual.kind
    if kind is YES_NO:
        chain = deed_chain(text, counts, language, remark)
        return total(chain) if chain else DEED_PLANNED
    if kind in QUANTITIES and actual.value is not None:
        return _figure(text, counts, actual, actual.value, remark, language)
    chain = deed_chain(text, counts, language)
    return total(chain) if chain else NOTHING_PLANNED


def deed_chain(text: str, counts: Sequence[Count], language: Language, remark: str = "") -> list[Count]:
    """The counts that a yes or a no answers: those of the first deliverable of the text, if it is counted at all."""
    if not counts:
        return []
    main = [count for count in counts if count.depth is MAIN and not count.article and count.segment == 0]
    main = [count for count in main if not _tells_how(text, count, language)]
    if counts[0].start == 0 and counts[0].article and counts[0].noun.startswith(_heads(language)):
        return chained(counts)
    if not main:
        return _first_article(text, counts, language)
    main = _not_recipients(text, main, language)
    first = main[0]
    before = text[: first.start]
    words = language.counts
    if any(f",{step}" in before or f", {step} " in before for step in words.steps):
        return []
    beside = first.role is not ITEM and len(main) == 1
    uncounted = not any(count.start < first.start for count in counts)
    if beside and (is_served(text, first, language, words.recipients) or _is_topic(before, words)):
        return []
    of_one = any(count.article and count.depth is MAIN and count.start < first.start for count in counts)
    of_them = beside and (of_one or (words.spaced and _names_a_thing(before, words)))
    if of_them and not _roles(first.value, remark, language):  # the remark counts them, too: 8 of "in 8 missions"
        return []  # "a network of experts of 25 countries"
    if first.role is not ITEM and uncounted and _clause_before(before, words.bases):
        return []
    return chained(main)


def _names_a_thing(before: str, words: CountWords) -> bool:
    """Whether what stands before places or people names a thing of theirs: "the websites of 14 missions".

    It does behind a preposition, or with words enough for a deed and a thing: "Review of family laws in".
    """
    before = before.rstrip()
    exact = next(filter(before.endswith, words.before), "")
    named = WORD.findall(before.removesuffix(exact))
    phrases = "".join("|" if word in words.stops else "w" for word in named).split("|")
    genitive = "" in words.of  # it names a thing without a preposition: "совещание бухгалтеров из 54 стран"
    if genitive and len(phrases[0]) > 1 and not phrases[-1]:
        return True
    if words.head == "first" and not genitive and sum(map(bool, phrases)) > 1:
        return True
    last = max((place for place, word in enumerate(named) if word in words.joins), default=-1)
    return sum(len(word) > SHORT for word in named[last + 1 :]) >= FEWEST_NAMED


def _tells_how(text: str, count: Count, language: Language) -> bool:
    """Whether a count only says how something is done, not what: the languages of "a survey in the 6 languages"."""
    manner = language.counts.manners.search(text, count.end, count.reach)
    return manner is not None and (language.counts.head == "first" or manner.end() == count.reach)


def _first_article(text: str, counts: Sequence[Count], language: Language) -> list[Count]:
    """The count of one with its measure word (一次) with which the first deliverable of a text stands."""
    things = counts if language.numerals.measures else ()
    first = next((count for count in things if count.role is ITEM), None)
    if first is None or not first.article or first.depth is not MAIN or first.segment or first.start > EARLY:
        return []
    if first.role is not ITEM or first.noun not in language.counts.things:
        return []
    return [] if _clause_before(text[: first.start], language.counts.bases) else [first]


def _heads(language: Language) -> tuple[str, ...]:
    """The beginnings of the nouns that an article counts at the start of a text."""
    return tuple(thing[:NOUN] for thing in language.counts.things)


def _not_recipients(text: str, counts: list[Count], language: Language) -> list[Count]:
    """The counts without those for whom something is done that the next one counts: "for 60 managers 2 courses"."""
    if len(counts) < 2 or counts[1].joined or not language.spaced:
        return counts
    first = counts[0]
    served = counts[1].segment == first.segment and is_served(text, first, language, language.counts.recipients)
    return counts[1:] if served and counts[1].role is ITEM else counts


def _clause_before(before: str, bases: tuple[str, ...]) -> bool:
    """Whether a whole clause that is no mere basis stands in `before`."""
    clauses = before.split(",")[:-1]
    return any(clause.strip() and not clause.strip().startswith(bases) for clause in clauses)


def _figure(
    text: str, counts: Sequence[Count], actual: Actual, value: Number, remark: str, language: Language
) -> Planned:
    percent = actual.kind is PERCENT
    if len(counts) == 1:  # the usual case, what the rest comes to for it
        only = counts[0]
        if only.depth is MAIN and only.role is ITEM and only.percent == percent and not only.article:
            return _of_only(text, only, value, remark, language)
    if told := _in_brackets_alone(text, counts) or _named_again(counts, value, remark, language):
        return total(told)
    pool = _pool(counts, percent=percent)
    items = _not_recipients(text, [count for count in pool if count.role is ITEM], language)
    if not items and (like_a_year := _like_a_year(text, value, language)):
        return like_a_year
    if not pool:
        return of_period(text, value, language)
    if not items:
        one = _article_before(pool[0], counts, value)
        return total(one) if one else _beside(text, pool, value, remark, language)
    everything = chained(with_one_before(counts, pool))
    if several := _summed(everything, items, value, remark, language):
        return total(several)
    if left_undone(everything, value, remark, language):
        return total(everything)
    if issues := in_brackets(items, counts, value):
        return total(issues)
    if of_year := also_issued(text, counts, items, value, language):
        return of_year
    beside = [count for count in pool if count.role is PERSON] or [count for count in pool[:1] if count.role is PLACE]
    if beside and _roles(value, remark, language) == {beside[0].role}:
        return total(beside[:1])
    best = (
        _with_articles(counts, items, value)
        or (
            is_served(text, items[0], language, language.counts.recipients) and _article_before(items[0], counts, value)
        )
        or together(text, counts, items[0], value, remark, language)
        or _work_of(text, items[0], value, language)
        or nearest(with_one_before(counts, items), value)
    )
    best = each_of_them(text, best, value, language)
    planned = in_a_year(text, best[0] if len(best) == 1 else items[0], best, value, remark, language)
    return _in_each_place(planned, best, counts, value) or planned


def _in_each_place(planned: Planned, best: Sequence[Count], counts: Sequence[Count], value: Number) -> Planned | None:
    """Sixteen for "a stocktaking each quarter in 4 missions", where that is exactly the figure; else None."""
    places = [count for count in counts if count.role is PLACE]
    if len(places) != 1 or planned.value is None or planned.value == total(best).value:
        return None
    everywhere = planned.value * places[0].middle
    return Planned(planned.kind, value) if everywhere == value else None


def _of_only(text: str, only: Count, value: Number, remark: str, language: Language) -> Planned:
    """What a figure answers where a text counts one deliverable and nothing else."""
    if yearly := for_each_thing(text, only, value, language):
        return yearly
    best = _work_of(text, only, value, language) or each_of_them(text, [only], value, language)
    return in_a_year(text, only, best, value, remark, language)


def _work_of(text: str, first: Count, value: Number, language: Language) -> list[Count]:
    """The work that is measured beside those counted first: 3,600 for "3 helicopters flying 3,600 hours"; else nothing.

    The figure tells: it is far from how many they are, and of the size of their work.
    """
    if value < first.middle * FAR:
        return []
    work = [count for count in find_counts_and_amounts(text, language) if count.depth is MAIN and not count.article]
    near = [count for count in work if count.start != first.start and count.middle / SIZE < value < count.middle * SIZE]
    return near[:1]


def _in_brackets_alone(text: str, counts: Sequence[Count]) -> list[Count]:
    """The count in brackets of what a text opens with: "Study tours for 25 officers (5 tours)"; else nothing."""
    first = counts[0] if counts else None
    if first is None or first.depth is not MAIN or any(count.depth <= PART for count in counts[1:]):
        return []
    opening = [word[:STEM] for word in text[: first.start].split()]
    return [
        count
        for count in counts[1:]
        if count.depth is BRACKET and count.noun != first.noun and count.noun and count.noun[:STEM] in opening
    ][:1]


def _named_again(counts: Sequence[Count], value: Number, remark: str, language: Language) -> list[Count]:
    """The count whose noun the remark gives the figure: "Training of 60 officers in 3 courses", 2 courses.

    Nothing where that is what is counted first, or where it stands in a sum.
    """
    main = [count for count in counts if count.depth is MAIN and count.role is ITEM]
    if (
        len(main) != len(counts)
        or len(main) < 2
        or any(count.joined or count.percent or count.article for count in main)
    ):
        return []
    if language.numerals.measures or value in (main[0].value, sum(count.value for count in main)):
        return []
    letters = ARABIC_STEM if language.nouns.rooted else STEM
    told = find_counts(fold(remark[:NAMED]).text, language)
    nouns = [count.noun[:letters] for count in told if count.value == value and count.noun]
    again = [count for count in main if count.noun[:letters] in nouns]
    return [] if main[0] in again else again[:1]


def _like_a_year(text: str, value: Number, language: Language) -> Planned | None:
    """A count that looks like a year ("2000 blood samples"), in a text that counts nothing else; else None.

    It is round, as no year of a report is, something is named behind it, and the figure is of its size. Measure words
    tell the two apart.
    """
    if language.numerals.measures:
        return None
    for numeral in find_numerals(text, language.numerals):
        named = text[numeral.end + 1 : numeral.end + 2].isalpha()
        if numeral.written or numeral.end - numeral.start != YEAR or numeral.value % ROUND or not named:
            continue
        if is_year(text, numeral, language.counts) and numeral.value / SIZE <= value <= numeral.value * SIZE:
            return Planned(PlannedKind.QUANTITY, numeral.value)
    return None


def _summed(chain: list[Count], items: list[Count], value: Number, remark: str, language: Language) -> list[Count]:
    """The counts that a figure answers together: a chain that adds up to it, or those that the remark counts, too."""
    if meets(items[0], value):
        return []
    if len(chain) > 1 and sum(count.middle for count in chain) == value:
        return chain
    return next((each for each in (chain, items) if _told_apart(each, value, remark, language)), [])


def _told_apart(planned: Sequence[Count], value: Number, remark: str, language: Language) -> bool:
    """Whether a remark counts one after the other what was planned, and its counts add up to the figure.

    "10 reports and 5 notes", answered by 12: "9 reports and 3 notes were issued".
    """
    if len(planned) < 2:
        return False
    counts = [count for count in find_counts(fold(remark[:NAMED]).text, language) if not count.article]
    told = counts[: len(planned)]
    if len(told) < len(planned) or sum(count.value for count in told) != value:
        return False
    return all(one.noun[:STEM] == two.noun[:STEM] for one, two in zip(planned, told, strict=True))


def _article_before(beside: Count, counts: Sequence[Count], value: Number) -> list[Count]:
    """The one of "a workshop for 40 heads of mission", where the figure is nearer to it than to those it is for."""
    articles = [
        count
        for count in counts
        if count.article and count.depth is MAIN and count.role is ITEM and count.start < beside.start
    ]
    if articles and articles[0].start <= EARLY and distance(1, value) < distance(beside.middle, value):
        return chained(articles)
    return []


def _pool(counts: Sequence[Count], *, percent: bool) -> list[Count]:
    """The counts of the least depth there is; percentages and plain counts are not mixed."""
    for depth in DEPTHS:
        here = [count for count in counts if count.depth is depth and not count.article]
        wanted = [count for count in here if count.percent == percent]
        if here and not percent and here[0].percent:
            return here[:1]
        if wanted or here:
            return wanted or here
        if depth is MAIN:
            articles = [count for count in counts if count.article and count.depth is MAIN]
            if (
                articles
                and articles[0].start <= EARLY
                and not any(count.depth <= PART and not count.article for count in counts)
            ):
                return chained(articles)
    return []


def _with_articles(counts: Sequence[Count], items: Sequence[Count], value: Number) -> list[Count]:
    """The sum of "a conference and 2 workshops" where it is exactly the figure; else nothing."""
    several = [count for count in counts if count.depth is MAIN and (count.role is ITEM or count.article)]
    first = min(count.start for count in items)
    several = [
        count
        for count in several
        if not count.article or count.joined or (count.start <= EARLY and (count.start < first or count.segment))
    ]  # "4 issues of a newsletter" are no five
    is_sum = len(several) > len(items) and sum(count.middle for count in several) == value
    return several if is_sum and not meets(items[0], value) else []


def _beside(text: str, pool: Sequence[Count], value: Number, remark: str, language: Language) -> Planned:
    """Places or people, where the text counts nothing else; none where they are only those who are served."""
    if work := _work_of(text, pool[0], value, language):
        return total(work)
    chain = chained(pool)
    if len(chain) > 1 and sum(count.middle for count in chain) == value and not meets(pool[0], value):
        return total(chain)  # "3 missions d'audit des stocks et 5 missions d'audit des rations", 8
    told = _roles(value, remark, language)
    first = next((count for count in pool if count.role in told), pool[0])
    if first.role is PLACE and (yearly := for_each_place(text, first, value, language)):
        return yearly
    if first.role is PLACE and value and not (first.middle / FAR <= value <= first.middle * FAR):
        return NOTHING_PLANNED
    served = is_served(text, first, language, language.counts.adjuncts)
    if served and value == 1 and language.spaced and not language.numerals.articles:
        return ONE_PLANNED  # "Workshop for 40 staff", where no "a" counts it
    if served and first.role is PERSON and told and PERSON not in told:
        return NOTHING_PLANNED
    return in_a_year(text, first, each_of_them(text, [first], value, language), value, remark, language)


def _is_topic(before: str, words: CountWords) -> bool:
    """Whether a count behind these words belongs to what advice or a report is about ("advice on … 3 centres")."""
    said = f"{before.rstrip()} "
    return words.spaced and any(f" {word}{' ' * (len(word) <= WHOLE)}" in said for word in words.topics)


def is_served(text: str, count: Count, language: Language, adjuncts: tuple[str, ...]) -> bool:
    """Whether the people or places are those for whom something is done."""
    tail = text[max(0, count.start - 24) : count.start].rstrip()
    if not language.spaced:
        return any(word in tail for word in adjuncts)
    return tail.endswith(tuple(f"{mark}{word}" for word in adjuncts for mark in " '")) or tail in adjuncts


def _roles(value: Number, remark: str, language: Language) -> set[Role]:
    """What the remark says the figure counts; empty where it does not name the figure."""
    if not remark:
        return set()
    folded = fold(remark[:NAMED]).text
    if all(numeral.value != value for numeral in find_numerals(folded, language.numerals)):
        return set()
    return {count.role for count in find_counts(folded, language) if count.value == value}
