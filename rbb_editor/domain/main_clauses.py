"""Sentences with a cause: the clause that it explains, what only describes a noun, what is told aside."""

import re
from functools import lru_cache
from itertools import islice

from rbb_editor.domain.phrases import NOTHING
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.signs import FIGURE

MOST_CAUSES, MOST_OPENINGS = 8, 20
"""Words of a cause in a sentence that are looked at; clauses at whose start one is."""

MOST_OF_A_NOUN, MOST_WITHOUT_A_VERB = 5, 14
"""Words of a noun with what describes it; where the language shows its verbs, and there is none."""

FEWEST_SIGNS = 3
"""Characters before a word of a cause without which it opens its sentence."""

MOST_PARTICIPLES = 4
"""Clauses of a sentence that describe a noun that are looked at."""

NEAR = 2
"""Words that may stand between a harm and its cause: "damage to two camps by floods"."""

MARK = re.compile(r"[;:]|,(?!(?<=\d,)\d)")
"""What ends a clause; the comma within a number does not."""
_OPENING = re.compile(r"(?:^|[,;:(-]) ?")
WORD = re.compile(r"[^\W_]+")


def explained(text: str, words: ReasonWords) -> tuple[int, int] | None:
    """Where in a folded sentence the clause starts and ends whose cause or aim it gives; None where it gives none.

    A word that leads from a cause to its effect ("led to", "therefore") or names it ("the reason was") is none of them.
    """
    for pattern in (words.causes, words.aims):
        for found in islice(pattern.finditer(text), MOST_CAUSES):
            if words.forward.match(text, found.start()) or words.named.match(text, found.start()):
                continue
            before = text[: found.start()].rstrip().rstrip(words.before_causes)
            apart = words.spaced or before[-1:] in words.apart or found.group()[0] in words.apart
            if before.strip() and not apart:  # Chinese: "the lists were, because of the change, put off"
                return clause_start(text, found.start()), len(text)
            mark = MARK.search(text, found.end())
            tells_all = words.spaced and words.predicates.match(text, found.start())  # Arabic "for" before a verb
            if not before and (tells_all or is_bare_cause(text, found, words)):
                continue
            told = len(before.strip()) >= FEWEST_SIGNS or FIGURE.search(before)
            if told and not (mark and _goes_on(text, found.start(), words)):
                return 0, found.start()
            return mark.end() if mark else found.end(), len(text)
    return None


def is_bare_cause(text: str, cause: re.Match[str], words: ReasonWords) -> bool:
    """Whether no clause follows a word of a cause in its sentence, but a noun: "Owing to travel restrictions."."""
    rest = text[cause.end() :]
    told = words.forward.match(text, cause.start()) or words.named.match(text, cause.start())
    if told or MARK.search(rest) or words.makes.search(rest):
        return False
    if words.prefixes and words.named.match(text, cause.start()):  # an Arabic verb, before what it names the cause of
        return False
    count = len(rest.split())
    if not words.spaced or count <= MOST_OF_A_NOUN:
        return True
    if words.verbs.source == NOTHING or count > MOST_WITHOUT_A_VERB:
        return False
    relative = words.pronouns.search(rest)
    return words.verbs.search(rest, 0, relative.start() if relative else len(rest)) is None


def _goes_on(text: str, cause: int, words: ReasonWords) -> bool:
    """Whether a Chinese cause behind a comma opens what follows: "5 were held, because of the heat, all of them …"."""
    if words.spaced or text[:cause].rstrip()[-1:] not in (",", ";") or words.predicates.match(text, cause):
        return False
    differs = (words.deviation, words.events, words.lacks, words.rest, words.extra)
    return not any(each.search(text, 0, cause) for each in differs)


def clause_start(text: str, index: int) -> int:
    """Where the clause starts that an index lies in."""
    return max(text.rfind(mark, 0, index) for mark in ",;:(") + 1


def without_degrees(text: str, words: ReasonWords) -> str:
    """A sentence with spaces for what says how much a cause counts, where it opens a clause: "mainly owing to …"."""
    for opening in islice(_OPENING.finditer(text), MOST_OPENINGS):
        found = words.degrees.match(text, opening.end())
        if found and words.causes.match(text, found.end() + words.spaced):
            text = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
    return text


def without_described(text: str, words: ReasonWords) -> str:
    """A sentence with spaces for what describes a noun behind its figure: "7 reports on damage caused by floods"."""
    figure = FIGURE.search(text)
    if figure is None:
        return text
    for found in islice(words.participles.finditer(text, figure.end()), MOST_PARTICIPLES):
        extra = words.extra.search(text, figure.end(), found.start())  # "7, with an urgent one, convened following …"
        if not (extra or words.deviation.search(text, 0, found.end())):  # "2 more, owing to the rise caused by …"
            text = _without_clause(text, found, words)
    for found in islice(words.harms.finditer(text, figure.end()), MOST_PARTICIPLES):
        apart = text[: found.start()].rstrip()[-1:] in words.apart
        if not apart and _has_cause_near(text, found.end(), words):
            text = _without_clause(text, found, words)
    return text


def without_insertions(text: str, words: ReasonWords) -> str:
    """A sentence with spaces for the participles between two commas: "Those, bound to declare, became more"."""
    for found in islice(words.participles.finditer(text), MOST_PARTICIPLES):
        end = text.find(",", found.end())
        if text[found.start()] == "," and end > 0:
            text = text[: found.start()] + " " * (end + 1 - found.start()) + text[end + 1 :]
    return text


@lru_cache(64)
def is_aside(text: str, words: ReasonWords) -> bool:
    """Whether a sentence tells of one of those delivered, or names the cause of something else than a deviation: "most
    appeals were rejected for lack of evidence", in Chinese 驳回上诉的主要理由是….
    """
    aside = words.asides.search(text)
    if aside is None and words.spaced:
        return False
    usual = usual_cause(text, words)
    if aside is not None and not 0 <= usual <= aside.start():
        return True
    if words.spaced:
        return False
    differs = (words.deviation, words.rest, words.events, words.lacks, words.negative, words.extra, words.growth)
    for found in islice(words.named.finditer(text), MOST_CAUSES):
        if 0 <= usual < found.start():
            break
        named = words.of_what.search(text, clause_start(text, found.start()), found.start())
        if named and not any(each.search(text, *named.span(1)) for each in differs):
            return True
    return False


def usual_cause(text: str, words: ReasonWords) -> int:
    """Where the cause of a stated deviation starts, -1 where there is none: "the output was lower because the most
    frequent visitors …". What stands in it is of the cause, whatever it is.
    """
    deviation = words.deviation.search(text)
    cause = None if deviation is None else words.causes.search(text, deviation.end())
    if deviation is None or cause is None or len(text) - cause.end() < FEWEST_SIGNS:  # "the cause is unknown"
        return -1
    return cause.start() if MARK.search(text[deviation.end() : cause.start()].rstrip(", ")) is None else -1


def _without_clause(text: str, found: re.Match[str], words: ReasonWords) -> str:
    """A text with spaces from a word to the end of its clause, in Arabic also to an "and" with an event."""
    mark, event = MARK.search(text, found.end()), words.events.search(text, found.end())
    end = mark.start() if mark else len(text)
    if event and text[event.start()] in words.prefixes:
        end = min(end, event.start())
    return text[: found.start()] + " " * (end - found.start()) + text[end:]


def _has_cause_near(text: str, place: int, words: ReasonWords) -> bool:
    """Whether one of the next words is one of a cause."""
    for _ in range(NEAR + 1):
        start = place + (len(text[place:]) - len(text[place:].lstrip(" ")))
        if words.causes.match(text, start):
            return True
        word = WORD.match(text, start)
        if word is None or FIGURE.search(word.group()):
            return False
        place = word.end()
    return False
