"""Sentences whose cause or aim is that of something else: "The form was shortened, as interviews took too long"."""

import re
from itertools import islice

from rbb_editor.domain.language import Language
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.values import Outcome

MOST_CAUSES = 8
"""Words of a cause in a sentence that are looked at."""

FEWEST_SIGNS = 3
"""Characters before a word of a cause without which it opens its sentence."""

SHORTEST = 10
"""Characters of a clause that says more than "and that"."""

_FIGURE = re.compile(r"\d")
_MARK = re.compile(r"[,;:]")
_APART = frozenset(",;:是")


def explained(text: str, words: ReasonWords) -> tuple[int, int] | None:
    """Where in a folded sentence the clause starts and ends whose cause or aim it gives; None where it gives none.

    A word that leads from a cause to its effect ("led to", "therefore") or names it ("the reason was") is none of them.
    """
    for pattern in (words.causes, words.aims):
        for found in islice(pattern.finditer(text), MOST_CAUSES):
            if words.forward.match(text, found.start()) or words.named.match(text, found.start()):
                continue
            before = text[: found.start()].rstrip()
            apart = words.spaced or before[-1:] in _APART or found.group()[0] in _APART
            if before.strip() and not apart:  # Chinese: "the lists were, because of the change, put off"
                return clause_start(text, found.start()), len(text)
            mark = _MARK.search(text, found.end())
            if len(before.strip()) >= FEWEST_SIGNS and not (mark and _goes_on(text, found.start(), words)):
                return 0, found.start()
            return mark.end() if mark else found.end(), len(text)
    return None


def _goes_on(text: str, cause: int, words: ReasonWords) -> bool:
    """Whether a Chinese cause behind a comma opens what follows: "5 were held, because of the heat, all of them …"."""
    if words.spaced or not text[:cause].rstrip().endswith(","):
        return False
    differs = (words.deviation, words.events, words.lacks, words.rest, words.extra)
    return not any(each.search(text, 0, cause) for each in differs)


def clause_start(text: str, index: int) -> int:
    """Where the clause starts that an index lies in."""
    return max(text.rfind(mark, 0, index) for mark in ",;:(") + 1


def tells_something_else(text: str, outcome: Outcome, language: Language, *, first: bool) -> bool:
    """Whether a later sentence of a remark, or a later clause of its `first` one, explains what is not asked."""
    if first:
        return _adds_something(text, outcome, language)
    if outcome is Outcome.EXCEEDED and _tells_of_one(text, language):
        return True
    return _tells_another(text, outcome, language)


def _adds_something(text: str, outcome: Outcome, language: Language) -> bool:
    """Whether a sentence gives its cause for a clause added to what was delivered: "…; they are short because …"."""
    words, turns = language.reasons, language.turns
    place = explained(text, words)
    if place is None:
        return False
    start, end = place[0] or clause_start(text, place[1]), place[1]
    if not _FIGURE.search(text, 0, start) or _FIGURE.search(text, start, end):
        return False
    clause = text[start:end].strip()
    if len(clause) < (SHORTEST if words.spaced else FEWEST_SIGNS):
        return False
    added = [words.makes.search(clause), turns.ordinary.search(clause), turns.parts.match(clause)]
    differs = [words.deviation, words.extra]
    if outcome is Outcome.EXCEEDED:  # why something was put off explains no more
        added.append(words.events.search(clause))
        differs.append(words.demand)
    else:
        differs += [words.rest, words.events, words.lacks]
    return any(added) and not any(each.search(clause) for each in differs)


def _tells_of_one(text: str, language: Language) -> bool:
    """Whether a sentence tells why something was put off, or one of those delivered was late: that explains no more."""
    words = language.reasons
    if language.remarks.postponed.search(text):
        return words.extra.search(text) is None
    one = language.turns.parts.match(text) and words.negative.search(text)
    return one is not None and words.demand.search(text) is None


def _tells_another(text: str, outcome: Outcome, language: Language) -> bool:
    """Whether a sentence gives a cause or an aim for no deviation: "The form was changed, as it was too long"."""
    words = language.reasons
    place = explained(text, words)
    if place is None:
        return False
    turns = language.turns
    more = outcome is Outcome.EXCEEDED
    if any(each.search(text, *place) for each in (words.extra, words.rest, *((words.growth,) if more else ()))):
        return False
    if not more and (words.undeeds.search(text, *place) or words.unfinished.search(text, *place)):
        return False
    if words.makes.search(text, *place):
        return True
    if words.deviation.search(text) or words.denials.search(text):
        return False
    own = (words.demand, turns.boosts) if more else (words.events, words.lacks, turns.hindrances)
    return not any(each.search(text, *place) for each in (turns.turns, turns.scenes, *own))
