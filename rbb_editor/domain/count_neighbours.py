"""What a count has from those beside it: joined by "and", the same noun, the same "about"; or it is a topic of the next
one, or tells more of the one before.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from rbb_editor.domain.count import ASIDE, ITEM, MAIN, PART, Count
from rbb_editor.domain.count_layout import CLAUSE, Layout
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.values import Qualifier

SHORTEST = 3
"""Letters by which two forms of a noun are known as one."""

LISTED = 12
"""Chinese characters between two counts of a list whose nouns stand before them, at most."""

NOUN_PHRASE = 3
"""Words of a noun phrase before its number, at most."""


def is_joined(text: str, start: int, tail: str, words: CountWords) -> bool:
    """Whether the count is joined to what stands before it by a comma or "and", with nothing in between.

    `tail`: the words before it, but for those that say how exact it is.
    """
    if text.startswith(words.follow_noun, start):  # "and one conference", with the number behind
        return any(_is_prefixed(word, words) for word in text[max(0, start - REACH) : start].split()[-NOUN_PHRASE:])
    if text.startswith(words.prefixed, start) and not text.startswith(words.unprefixed, start):
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


def _is_prefixed(word: str, words: CountWords) -> bool:
    """Whether "and" is written as one with a word."""
    return word.startswith(words.prefixed) and not word.startswith(words.unprefixed)


def without_details(text: str, counts: list[Count], words: CountWords) -> list[Count]:
    """What only tells more of the count before it is no further one: "12 drills, one a month"; "4 posts, 2 of them at
    P-3 and 2 at P-4".
    """
    for place, (one, two) in enumerate(pairwise(counts)):
        comma = text.rfind(",", one.end, two.start)
        if comma < 0 or one.depth is not MAIN or two.depth is not MAIN or not _is_of(one, two):
            continue
        end = CLAUSE.search(text, two.end)
        clause = text[comma + 1 : end.start() if end else len(text)]
        alone = place + 2 == len(counts) or counts[place + 2].start > comma + len(clause)
        if alone and words.within_year.search(clause):
            counts[place + 1] = replace(two, depth=ASIDE)
        elif words.spaced and (rest := _breakdown(one, counts[place + 1 :])):
            counts[place + 1 : place + 1 + len(rest)] = [replace(each, depth=PART) for each in rest]
    return counts


def _is_of(one: Count, two: Count) -> bool:
    """Whether a count behind another one names no other noun, and so may tell more of it."""
    same = two.role is one.role and two.noun[:SHORTEST] == one.noun[:SHORTEST]
    return one.segment == two.segment and one.percent == two.percent and (same or not two.noun)


def _breakdown(one: Count, behind: Sequence[Count]) -> Sequence[Count]:
    """The counts behind another one that come to it together; nothing where they do not."""
    rest = one.value
    for place, each in enumerate(behind):
        if not (each.depth is MAIN and _is_of(one, each)):
            break
        rest -= each.value
        if rest <= 0:
            return behind[: place + 1] if rest == 0 and place else ()
    return ()


def with_same_role(text: str, counts: list[Count], words: CountWords) -> list[Count]:
    """A bare number joined to the next one counts the same thing: "1 000 and 200 suppliers"."""
    bare_nouns = {join[0] for join in words.joins} if not words.spaced else set()
    for place in range(len(counts) - 2, -1, -1):
        one, two = counts[place], counts[place + 1]
        bare = one.reach <= one.end or one.noun in bare_nouns
        if bare and two.joined and two.start - one.end <= REACH // 4:
            counts[place] = replace(one, role=two.role, noun=two.noun)
    for place, (one, two) in enumerate(pairwise(counts)):
        between = text[one.end : two.start].strip()
        if not words.spaced:
            listed = between.removeprefix(one.noun)
            if (
                one.noun == two.noun
                and listed.startswith(words.joins)
                and len(listed) <= LISTED
                and not CLAUSE.search(listed)
            ):
                counts[place + 1] = replace(two, joined=True)  # 飞机 12 份、船舶 18 份
        elif not one.noun and between in words.out_of and one.value < two.value:  # "7 of the 21 bases"
            counts[place : place + 2] = [replace(one, role=two.role, noun=two.noun), replace(two, depth=ASIDE)]
        elif two.joined and not two.noun and one.role is two.role is ITEM and not one.article:
            counts[place + 1] = replace(
                two, noun=counts[place].noun
            )  # "three visits by the chief and two by the deputy"
    return counts


def also_approximate(counts: list[Count]) -> list[Count]:
    """About is said once of several counts that are joined: "about 30 draft resolutions and 30 reports"."""
    for place, (one, two) in enumerate(pairwise(counts)):
        about = counts[place].qualifier is Qualifier.APPROXIMATELY
        plain = two.qualifier is None and two.maximum is None and not two.article
        if about and plain and two.joined and (one.role, one.depth, one.percent) == (two.role, two.depth, two.percent):
            counts[place + 1] = replace(two, qualifier=Qualifier.APPROXIMATELY)
    return counts


def without_topics(text: str, counts: list[Count], words: CountWords, layout: Layout) -> list[Count]:
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
