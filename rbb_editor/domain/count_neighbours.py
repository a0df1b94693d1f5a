"""What a count has from those beside it: joined by "and", the same noun, the same "about"; or the topic of the next."""

from itertools import pairwise

from msgspec.structs import replace

from rbb_editor.domain.count import ASIDE, ITEM, MAIN, Count
from rbb_editor.domain.count_layout import Layout
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.values import Qualifier


def is_joined(text: str, start: int, tail: str, words: CountWords) -> bool:
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


def with_same_role(counts: list[Count], words: CountWords) -> list[Count]:
    """A bare number joined to the next one counts the same thing: "1 000 and 200 suppliers"."""
    bare_nouns = {join[0] for join in words.joins} if not words.spaced else set()
    for place in range(len(counts) - 2, -1, -1):
        one, two = counts[place], counts[place + 1]
        bare = one.reach <= one.end or one.noun in bare_nouns
        if bare and two.joined and two.start - one.end <= REACH // 4:
            counts[place] = replace(one, role=two.role, noun=two.noun)
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
