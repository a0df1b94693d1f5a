"""The words in a sentence that make it a reason for a deviation: a cause with the right thing beside it."""

import re
from itertools import islice

from rbb_editor.domain.deliverable import Deliverable
from rbb_editor.domain.main_clauses import (
    clause_start,
    explained,
    is_aside,
    is_bare_cause,
)
from rbb_editor.domain.missing import Missing
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.signs import FIGURE
from rbb_editor.domain.values import Outcome

MOST_CUES = 20
"""Places of one kind of words in a sentence that are looked at."""

SHORTEST = 4
"""Characters of a sentence that can hold a reason."""

_CLAUSE_END = re.compile(r"[,;:]")


def _cue(text: str, outcome: Outcome, words: ReasonWords, *, first: bool) -> re.Match[str] | None:
    """The words in a sentence that make it a reason for the outcome."""
    if is_aside(text, words):  # one of those delivered was late: why it was explains no figure
        return None
    if denial := words.denials.search(text):
        text = _without_denied(text, denial, words)
    cause = _cause(text, words)
    deviation = _find(words.deviation, text, words.tells, words.pronouns, words.details)
    if (
        deviation
        and (cause or _not_denied(text, words.links, words))
        and not _is_in_cause(text, deviation, outcome, words)
    ):
        return deviation
    if first and needs_explanation(outcome):
        figure = FIGURE.search(text)
        if ground := _ground(text, words, figure.end() if figure else 0) or _result(text, words):
            return ground
    if cause and not first and needs_explanation(outcome) and _is_all(text, cause, words):
        return cause
    strong = words.strong.search(text) if needs_explanation(outcome) and cause else None
    if strong and not _describes(text, strong, words):
        return strong
    if outcome is Outcome.SHORTFALL:
        return _cue_of_shortfall(text, cause, words, first=first)
    if outcome is Outcome.EXCEEDED:
        return _cue_of_excess(text, cause, words, first=first)
    if outcome is Outcome.UNCLEAR and cause and words.events.search(text) and not _describes(text, cause, words):
        return cause
    return None


def cue_beside_the_plan(
    text: str, outcome: Outcome, deliverable: Deliverable, remark: str, *, first: bool
) -> re.Match[str] | None:
    """The cue of a sentence: of a first one without what the planned text says itself, of a later one also the one
    beyond the plan that it tells the cause of.
    """
    words = deliverable.language.reasons
    cue = _cue(text, outcome, words, first=first)
    if not first:
        if cue and deliverable.is_planned(cue.group()):  # "the other three camps will be handed over", as planned
            text = text[: cue.start()] + " " * len(cue.group()) + text[cue.end() :]
            cue = _cue(text, outcome, words, first=False)
        return cue or _cause_of_those_beyond(text, outcome, deliverable, remark)
    in_words = deliverable.opening_count(text) if cue is None and needs_explanation(outcome) else 0
    if ground := _ground(text, words, in_words):
        return ground
    named = words.demand if outcome is Outcome.EXCEEDED else words.instead
    if cue and named.search(cue.group()) and deliverable.is_planned(cue.group()):  # "119 unannounced checks"
        text = text[: cue.start()] + " " * len(cue.group()) + text[cue.end() :]
        cue = _cue(text, outcome, words, first=True)
    plain = deliverable.without_deed(text)
    if plain != text:
        found = _cue(plain, outcome, words, first=True)
        # "533 were examined following …": the deed is no report that examines what follows
        cue = found if cue or (found and FIGURE.search(plain, 0, found.start())) else None
    if cue is None:
        return _cause_of_those_beyond(text, outcome, deliverable, remark, others=False)
    rest = deliverable.without_planned(plain, cue.start())
    return cue if rest == plain else _cue(rest, outcome, words, first=True)


def _is_in_cause(text: str, deviation: re.Match[str], outcome: Outcome, words: ReasonWords) -> bool:
    """Whether a word for a deviation only stands in what a met figure's sentence gives as a cause of something."""
    place = None if needs_explanation(outcome) else explained(text, words)
    return place is not None and not place[0] <= deviation.start() < place[1]


def _without_denied(text: str, denial: re.Match[str], words: ReasonWords) -> str:
    """A sentence without the clause of a cause that it denies, places kept: "was not due to any lack of staff"."""
    contrast = words.contrasts.search(text, denial.end())
    mark = _CLAUSE_END.search(text, denial.end())
    if mark and words.causes.match(text, mark.end() + text.startswith(" ", mark.end())):
        mark = None  # "does not explain it, since …": what the denial rests on
    start = clause_start(text, denial.start())
    if words.causes.search(text, start, denial.start()):  # "because of the new deadline, not of a lack of trainers"
        start = denial.start()
    end = min(contrast.start() if contrast else len(text), mark.start() if mark else len(text))
    if mark and contrast is None and words.predicates.match(text, mark.end() + text.startswith(" ", mark.end())):
        end = len(text)
    return text[:start] + " " * (end - start) + text[end:]


def _ground(text: str, words: ReasonWords, figure: int) -> re.Match[str] | None:
    """A plain word of a cause behind the figure that was delivered, `figure` where that ends, 0 where there is none:
    "610 were tested thanks to a second laboratory".
    """
    ground = _not_denied(text, words.grounds, words) if figure else None
    if ground is None or ground.start() <= figure or words.forward.match(text, ground.start()):
        return None
    return None if _describes(text, ground, words) else ground


def _result(text: str, words: ReasonWords) -> re.Match[str] | None:
    """A word that leads from what happened to the figure that was delivered: "The Council met twice, hence 2 notes"."""
    figure = FIGURE.search(text)
    if figure is None:
        return None
    for found in words.forward.finditer(text, 0, figure.start()):
        before = text[: found.start()].rstrip()
        if len(before) >= SHORTEST and (before[-1] in ",;" or found.group()[0] in ",;"):
            return found
    return None


def _cue_of_shortfall(
    text: str, cause: re.Match[str] | None, words: ReasonWords, *, first: bool
) -> re.Match[str] | None:
    event = words.events.search(text)
    if event is None and words.besides.search(text):  # what else was done, and why
        return None
    for pattern in (words.lacks, words.instead):
        found = _find(pattern, text, words.concessions, words.pronouns, words.details)
        if found and not _is_topic(text, found, words):
            return found
    if event and (cause or (cause := _wait(text, event, words) or words.after.search(text))):
        pronoun = words.pronouns.search(text, clause_start(text, cause.start()), cause.start())
        told = pronoun is None or event.start() < pronoun.start() or words.rest.search(text, 0, pronoun.start())
        if told and not _tells_of_a_noun(text, cause, words):
            return cause
    if cause is None or _describes(text, cause, words):
        return None
    names = words.prefixes and words.named.match(text, cause.start())  # an Arabic verb, before its subject
    if not first and words.rest.search(text, 0, len(text) if names else cause.start()):
        return cause
    if first and (_opens(text, cause) or words.negative.search(text, cause.start())):
        return cause
    return None


def _is_topic(text: str, found: re.Match[str], words: ReasonWords) -> bool:
    """Whether words are what something is about: "4 studies on the lack of water"; an article may stand between."""
    return any(
        len(text[about.end() : found.start()].split()) < 2
        for about in islice(words.topics.finditer(text, 0, found.start()), MOST_CUES)
    )


def _wait(text: str, event: re.Match[str], words: ReasonWords) -> re.Match[str] | None:
    """What something is put off for: words behind the event, or before it in Chinese or where they open a sentence."""
    found = words.waits.search(text)
    behind = found and (not words.spaced or event.start() <= found.start() or not text[: found.start()].strip())
    return found if behind else None


def _cue_of_excess(text: str, cause: re.Match[str] | None, words: ReasonWords, *, first: bool) -> re.Match[str] | None:
    if demand := _find(words.demand, text, words.relative, words.concessions):
        return demand
    instead = words.instead.search(text)
    if instead and words.lacks.search(text):  # no longer done here, but there: the method changed
        return instead
    extra = words.extra.search(text)
    after = _find(words.after, text, words.relative) if cause is None else None
    aimed = extra and (words.purposes.search(text, extra.end()) or words.aims.search(text, 0, extra.start()))
    if extra and (cause or after or aimed):
        return extra
    if cause is None:
        return after if after and words.growth.search(text, after.end()) else None
    if _describes(text, cause, words):
        return None
    end = cause.start() if _is_apart(text, cause) else len(text)
    if words.events.search(text, 0, end):  # why something was not done
        return None
    if first and (_opens(text, cause) or words.growth.search(text, cause.end())):
        return cause
    return None


def _cause_of_those_beyond(
    text: str, outcome: Outcome, deliverable: Deliverable, remark: str, *, others: bool = True
) -> re.Match[str] | None:
    """What tells of those beyond the plan in a sentence that gives their cause: "the third review", "three others".

    Without `others` only of one with its ordinal.
    """
    words = deliverable.language.reasons
    if outcome is not Outcome.EXCEEDED or not deliverable.planned:
        return None
    if words.denials.search(text) or words.asides.search(text):
        return None
    found = _cause(text, words) or next(
        filter(None, (each.search(text) for each in (words.aims, words.after, words.demand, words.purposes))), None
    )
    if found is None or _describes(text, found, words):
        return None
    missing = Missing(deliverable, remark)
    rest = words.rest.search(text) if others else None
    return missing.ordinal_beyond(text, 0, len(text)) or (rest if rest and missing.adds(text, 0, len(text)) else None)


def _cause(text: str, words: ReasonWords) -> re.Match[str] | None:
    """The first cause of a sentence that is neither denied ("not because of …") nor overcome ("despite …")."""
    return _not_denied(text, words.causes, words) or words.strong.search(text)


def _not_denied(text: str, pattern: Phrases, words: ReasonWords) -> re.Match[str] | None:
    found = pattern.search(text)
    if found is None:
        return None
    denials = [match.span() for match in words.denials.finditer(text)]
    for match in islice(pattern.finditer(text, found.start()), MOST_CUES):
        denied = any(start <= match.start() < end for start, end in denials)
        if not denied and not words.concessions.search(text, clause_start(text, match.start()), match.start()):
            return match
    return None


def _find(pattern: Phrases, text: str, *barriers: Phrases) -> re.Match[str] | None:
    """The first place of a pattern before which its clause holds none of the barriers."""
    for match in islice(pattern.finditer(text), MOST_CUES):
        start = clause_start(text, match.start())
        if not any(barrier.search(text, start, match.start()) for barrier in barriers):
            return match
    return None


def _describes(text: str, cue: re.Match[str], words: ReasonWords) -> bool:
    """Whether the cue stands in a clause that describes something ("posts which fell vacant because …")."""
    start = cue.start() if _is_apart(text, cue) else clause_start(text, cue.start())
    before = (words.relative, words.tells, words.details)
    return any(each.search(text, start, cue.start()) for each in before) or _tells_of_a_noun(text, cue, words)


def _tells_of_a_noun(text: str, cue: re.Match[str], words: ReasonWords) -> bool:
    """Whether a cue follows a participle that is no part of the verb: "claims lodged because of … were settled"."""
    if _is_apart(text, cue):
        return False
    ahead = text[clause_start(text, cue.start()) : cue.start()].split()[-2:]
    if len(ahead) < 2 or ahead[0] in words.auxiliaries or not words.attributes.match(ahead[1]):
        return False
    return words.events.match(ahead[1]) is None and not words.auxiliaries.isdisjoint(text.split())


def _is_all(text: str, cause: re.Match[str], words: ReasonWords) -> bool:
    """Whether a sentence is a cause and nothing else: "Mainly owing to travel restrictions."."""
    before = text[: cause.start()].strip()
    ahead = words.details.match(before)
    apart = not before or (ahead is not None and ahead.end() == len(before))
    return apart and is_bare_cause(text, cause, words)


def _is_apart(text: str, cause: re.Match[str]) -> bool:
    """Whether a cause is set off from what stands before it by a comma."""
    return cause.group()[0] in ",;" or text[: cause.start()].rstrip().endswith((",", ";"))


def _opens(text: str, cause: re.Match[str]) -> bool:
    """Whether a cause starts its sentence or a clause of its own."""
    before = text[: cause.start()].rstrip()
    return not before or before[-1] in ",;-(" or cause.group()[0] in ",;"
