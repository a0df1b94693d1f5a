"""How exactly a count is meant, by the words around its number: about, at least, up to, from … to …."""

import re

from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.values import Qualifier

FAR = 16
"""Characters before a number in which a qualifier before the verb is looked for."""

LONGEST_BETWEEN = 16
"""Characters between the two numbers of a range."""

_BREAK = re.compile(r"[,;。:、\d]")


def is_range(text: str, low: Numeral, high: Numeral, words: CountWords) -> bool:
    """Whether two numbers that follow one another are the ends of one range."""
    if high.start - low.end > LONGEST_BETWEEN or not low.value < high.value or low.article or low.dual or high.dual:
        return False
    between = text[low.end : high.start].strip()
    if not between and text[high.start] in words.prefixed:  # Arabic "and", written as one with the number
        between = text[high.start]
    if between in words.range_words or (low.end == high.start and low.written):  # 两三个
        return True
    noun, _, word = between.partition(" ")
    if word in words.range_words and text.startswith(noun, high.end + 1):  # "5 visits to 7 visits"
        return True
    last = between.split()[-1] if between.count(" ") == 1 else between  # "between 10 visits and 12"
    tail = text[max(0, low.start - REACH) : low.start].rstrip()
    return any(second in (between, last) and tail.endswith(first) for first, second in words.range_pairs)


def qualifier_of(
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
        if not words.spaced or not near[: found.start()].strip():
            return words.after[found.group()]
        of_next = limit < len(text) and _leads_on(near, found.start(), found.end(), words)
        if not of_next and not _BREAK.search(near, 0, found.start()):
            return words.after[found.group()]
    return None


def _leads_on(near: str, start: int, end: int, words: CountWords) -> bool:
    """Whether a qualifier at [start:end] is that of the next number: "5 visits and at least 3", "a maximum of 3"."""
    if near[end:].lstrip()[:1].isdigit():
        return near[start:end] in words.before
    before = near.rstrip()
    return before.endswith(words.before_ends) and any(
        before.endswith(phrase) and len(before) - len(phrase) <= start for phrase in words.before
    )
