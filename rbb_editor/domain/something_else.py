"""Sentences whose cause or aim is that of something else: "The form was shortened, as interviews took too long"."""

import re
from itertools import islice

from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.deliverable import LONGEST_PLAN, Deliverable, blanked
from rbb_editor.domain.language import Language
from rbb_editor.domain.main_clauses import (
    FEWEST_SIGNS,
    MARK,
    MOST_CAUSES,
    WORD,
    clause_start,
    explained,
    usual_cause,
    without_insertions,
)
from rbb_editor.domain.missing import BESIDE, Missing
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.signs import FIGURE, YEAR
from rbb_editor.domain.values import Outcome

EARLY = 20
"""Characters at the start of a clause in which its subject stands."""

FAR = 40
"""Characters at the start of a sentence in which its verb is looked for."""

SHORTEST = 10
"""Characters of a clause that says more than "and that"."""


def _explains_a_deed(text: str, words: ReasonWords) -> bool:
    """Whether a Chinese clause gives a cause for something that was done: 旧机因过时而报废; 其余因故而取消 does not."""
    differs = (words.deviation, words.rest, words.events, words.lacks, words.negative, words.instead, words.growth)
    for found in islice(words.deeds_for.finditer(text), MOST_CAUSES):
        start, mark = clause_start(text, found.start()), MARK.search(text, found.end())
        told = text[start : found.start()] + " " + text[found.end() : mark.start() if mark else len(text)]
        if words.makes.search(told) and not any(each.search(told) for each in differs):
            return True
    return False


def tells_something_else(text: str, outcome: Outcome, deliverable: Deliverable, remark: str, *, first: bool) -> bool:
    """Whether a later sentence of a folded remark, or a later clause of its `first` one, explains what is not asked.

    A first sentence before the one with the figure is as a later one, and so is what a semicolon parts from the figure.
    """
    language = deliverable.language
    if not language.spaced and usual_cause(text, language.reasons) >= 0:  # its words of a cause stand in others
        return False
    if first and not _tells_a_figure(text) and _tells_a_figure(remark[len(text) :]):
        first = False
    semicolon = text.find(";") if first else -1
    parted = semicolon > 0 and _tells_a_figure(text[:semicolon])
    if parted and not language.reasons.causes.search(text, 0, semicolon):
        rest = text[semicolon + 1 :]
        if not language.reasons.causes.search(rest):
            rest = f",{rest}"  # "…; les élections étant proches, …", which is a cause behind a comma
        if tells_something_else(rest, outcome, deliverable, remark, first=False):
            return True
    if outcome is Outcome.SHORTFALL and _tells_of_those_delivered(text, deliverable, remark, first=first):
        return True
    if _explains_a_deed(text, language.reasons):
        return True
    if first:
        return _explains_what_is_beside(text, outcome, deliverable, remark)
    if _tells_what_the_work_did(text, deliverable) or _tells_who_came(text, outcome, deliverable, remark):
        return True
    if _opens_with_a_result(text, language):
        return True
    if outcome is Outcome.EXCEEDED and _tells_of_one(text, language):
        return True
    return _tells_another(text, outcome, deliverable, remark)


def _explains_what_is_beside(text: str, outcome: Outcome, deliverable: Deliverable, remark: str) -> bool:
    """Whether a first sentence gives its cause for something that it tells behind what was delivered."""
    if _names_the_cause_of_an_effect(text, deliverable.language):
        return True
    if outcome is Outcome.SHORTFALL and _tells_why_of_some(text, deliverable, remark):
        return True
    return _adds_something(text, outcome, deliverable, remark)


def _tells_of_those_delivered(text: str, deliverable: Deliverable, remark: str, *, first: bool) -> bool:
    """Whether a sentence gives a cause for those delivered, or one of them, or tells what they are good for."""
    if _tells_why_delivered(text, deliverable) or _tells_a_merit(text, deliverable.language):
        return True
    return _tells_of_a_delivered(text, deliverable, remark, first=first)


def _opens_with_a_result(text: str, language: Language) -> bool:
    """Whether a sentence opens with what came of that before it, and tells of no difference: "This led to …"."""
    words = language.reasons
    if language.turns.results.match(text) is None or words.forward.match(text) is None:
        return False
    return not any(each.search(text) for each in (words.deviation, words.rest, words.extra, words.strong))


def _tells_a_merit(text: str, language: Language) -> bool:
    """Whether a sentence tells who helped with those delivered, or what they are good for, and of nothing missing."""
    words = language.reasons
    found = words.merits.search(text)
    differs = (words.deviation, words.events, words.lacks, words.instead, words.negative, words.rest)
    return found is not None and not any(each.search(text) for each in differs)


def _tells_a_figure(text: str) -> bool:
    """Whether a folded text holds a figure that is no year."""
    return FIGURE.search(text) is not None and FIGURE.search(YEAR.sub("", text)) is not None


def _tells_what_the_work_did(text: str, deliverable: Deliverable) -> bool:
    """Whether the deliverable is the subject of a sentence on what it is about or led to: "The visits helped …"."""
    words, turns = deliverable.language.reasons, deliverable.language.turns
    deed = words.deeds.search(text, 0, FAR)
    if deed is None or words.deviation.search(text, 0, deed.start()):
        return False
    words_ahead = WORD.finditer(text, 0, deed.start())
    head = next((word.start() for word in words_ahead if word.group() in turns.prepositions), 0)  # of "the audit of …"
    nouns, end = deliverable.nouns(text, 0, head) or deliverable.nouns(text, 0, deed.start()), deed.start()
    if not nouns and turns.verb_first:
        end = deed.end() + FAR
        nouns = deliverable.nouns(text, deed.end(), end)[:1]
    if any(others.search(text, 0, end) for others in (words.rest, turns.beyond)):
        return False
    return bool(nouns) and all(map(deliverable.is_work, nouns))


def _tells_who_came(text: str, outcome: Outcome, deliverable: Deliverable, remark: str) -> bool:
    """Whether a sentence tells why few came to those delivered: "10 courses were held. Only 141 participants attended
    owing to …"; not where they are what the remark counts, or what is missing.
    """
    language = deliverable.language
    place = explained(text, language.reasons) if outcome is Outcome.SHORTFALL else None
    if place is None or not language.turns.effects.search(text, *place):
        return False
    if language.turns.receptions.search(text, *place) is None:
        return False
    if any(each.search(text, *place) for each in (language.reasons.rest, language.reasons.deviation)):
        return False
    clause = text[slice(*place)]
    came = find_numerals(clause, language.numerals)
    delivered = find_numerals(remark[:LONGEST_PLAN], language.numerals)
    if not came or not delivered or came[0].value == delivered[0].value:
        return False
    return not Missing(deliverable, remark).opens_with_several(clause)


def _joins_the_work(text: str, cause: re.Match[str], deliverable: Deliverable) -> bool:
    """Whether "and" and a word of a cause lead to the work: "31 were reviewed, and following the review …"."""
    ahead = text[clause_start(text, cause.start()) : cause.start()].split()[-1:]
    joins = bool(ahead) and deliverable.language.remarks.joints.match(ahead[0]) is not None
    return joins and any(map(deliverable.is_work, deliverable.nouns(text, cause.end(), cause.end() + EARLY)[:1]))


def tells_an_effect(text: str, deliverable: Deliverable) -> bool:
    """Whether a first sentence leads from what was delivered to what came of it: "24 were held, thanks to which …"."""
    words = deliverable.language.reasons
    cause = words.causes.search(text)
    if cause is None or not (FIGURE.search(text, 0, cause.start()) or deliverable.opening_count(text)):
        return False
    if _joins_the_work(text, cause, deliverable):
        return True
    if not words.forward.match(text, cause.start()):
        return False
    if any(each.search(text, 0, cause.start()) for each in (words.rest, words.events, words.extra)):
        return False
    if words.strong.search(text):
        return False
    deviation = words.deviation.search(text)
    if deviation and deviation.start() < cause.end():
        return False
    undone = words.events.search(text, cause.end())
    if undone and words.rest.search(text, cause.end()):
        return False
    nouns = deliverable.nouns(text, cause.end(), len(text)) if deviation or undone else ()
    return not any(map(deliverable.is_known, nouns))


def _tells_of_a_delivered(text: str, deliverable: Deliverable, remark: str, *, first: bool) -> bool:
    """Whether a sentence tells the cause of one of those delivered: of two rounds "the second took longer owing to"."""
    language = deliverable.language
    words, place = language.reasons, explained(text, language.reasons)
    if first and words.prefixes and place and place[0] == 0:  # an Arabic clause that goes on behind a comma
        place = clause_start(text, place[1]), place[1]
    if place is None or (first and not FIGURE.search(text, 0, place[0])):
        return False
    told = find_numerals(remark[:LONGEST_PLAN], language.numerals)
    figure = int(told[0].value) if told else 0
    for ordinal in language.remarks.ordinals[:figure]:
        if found := ordinal.search(text, *place):
            nouns = deliverable.nouns(text, max(place[0], found.start() - BESIDE), min(place[1], found.end() + BESIDE))
            behind = text[found.end() + 1 :]  # "the stay of the third was cut short"
            alone = language.turns.shows_verbs and (
                language.turns.verbs.match(behind) or behind.partition(" ")[0] in words.auxiliaries
            )
            undone = (words.undeeds, words.instead, language.remarks.cancelled)
            own = alone or deliverable.is_measured(text, found.end()) or any(map(deliverable.is_known, nouns))
            return own and not any(each.search(text, *place) for each in undone)
    return False


def _tells_why_delivered(text: str, deliverable: Deliverable) -> bool:
    """Whether a sentence gives the cause of those that were delivered: "The visits were made owing to the closure"."""
    language = deliverable.language
    words = language.reasons
    place = explained(text, words)
    if place and words.deviation.search(text, *place):
        return False
    if place and place[0]:  # the cause comes first, and the deliverable ends it
        nouns = (word for word in WORD.finditer(text, *place) if deliverable.is_known(word.group()))
        place = next(((noun.start(), place[1]) for noun in nouns), place)
    if place is None or not (words.delivered.search(text, *place) or _opens_with_the_deed(text, place, deliverable)):
        return False
    if find_numerals(blanked(text[slice(*place)], language.turns.times), language.numerals):
        return False
    differs = (words.deviation, words.rest, words.extra, words.events, words.lacks, words.instead, words.negative)
    return not any(each.search(text, *place) for each in differs)


def _opens_with_the_deed(text: str, place: tuple[int, int], deliverable: Deliverable) -> bool:
    """Whether a clause opens with the verb of what was planned, as an Arabic one does: "Were tested the samples …"."""
    verb = WORD.search(text, *place) if deliverable.language.reasons.prefixes else None
    return verb is not None and deliverable.is_deed(verb.group())


def _adds_something(text: str, outcome: Outcome, deliverable: Deliverable, remark: str) -> bool:
    """Whether a sentence gives its cause for a clause added to what was delivered: "…; they are short because …".

    A clause on just those that are more than planned is none: "5 missions, two of them in response to …", of 3.
    """
    language = deliverable.language
    words, turns = language.reasons, language.turns
    place = explained(text, words)
    if place is None:
        return False
    end = len(text[: place[1]].rstrip(" ,;"))
    start = place[0] or clause_start(text, end)
    clause = text[start:end].strip()
    of_others = None
    if outcome is Outcome.EXCEEDED:  # "…; 22 applications were rejected for …", "…, and 12 were hurt by …"
        of_others = words.events.search(clause) or words.harms.search(clause)
    measured = turns.parts.match(clause) and turns.ordinary.search(clause)  # "the average time was 45 days"
    if not FIGURE.search(text, 0, start) or (FIGURE.search(clause) and not (of_others or measured)):
        return False
    if len(clause) < (SHORTEST if words.spaced else FEWEST_SIGNS):
        return False
    if outcome is Outcome.EXCEEDED and Missing(deliverable, remark).adds(text, start, end):
        return False
    if turns.effects.search(clause, 0, EARLY):  # "…; attendance was low because …"
        return True
    added = [words.makes.search(clause), turns.ordinary.search(clause), turns.parts.match(clause)]
    differs = [words.deviation, words.extra, words.strong]
    if outcome is Outcome.EXCEEDED:  # why something was put off explains no more
        added.append(of_others)
        differs.append(words.demand)
    else:
        differs += [words.rest, words.events, words.lacks]
    return any(added) and not any(each.search(clause) for each in differs)


def _tells_why_of_some(text: str, deliverable: Deliverable, remark: str) -> bool:
    """Whether a Chinese clause behind the figure opens with how many of those delivered its cause is of: 其中 2
    架因磨损未予放行, of 5 that are missing.
    """
    language = deliverable.language
    words = language.reasons
    cause = None if words.spaced else words.causes.search(text)
    start = clause_start(text, cause.start()) if cause else 0
    if cause is None or not FIGURE.search(text, 0, start) or words.rest.search(text, start, cause.start()):
        return False
    if words.forward.match(text, cause.start()) or words.predicates.match(text, cause.start()):
        return False
    clause = blanked(text[start : cause.start()], language.turns.times).strip()
    some = find_counts(clause, language)
    ahead = words.details.match(clause)
    opens = bool(some) and not clause[ahead.end() if ahead else 0 : some[0].start].strip()
    missing = Missing(deliverable, remark)
    return opens and missing.is_short and not missing.opens(clause, 0, len(clause))


def _names_the_cause_of_an_effect(text: str, language: Language) -> bool:
    """Whether a word that names a cause follows a clause on what came of those delivered: "…, the pass rate was 97 per
    cent, the reason being …".
    """
    words = language.reasons
    named = words.named.search(text)
    end = named.start() if named else 0
    if not text[:end].rstrip().endswith(","):
        return False
    end = text.rindex(",", 0, end)
    start = clause_start(text, end)
    if not start or language.turns.effects.search(text, start, end) is None:
        return False
    differs = (words.deviation, words.rest, words.events, words.extra, words.lacks)
    return not any(each.search(text, start, end) for each in differs)


def _tells_of_one(text: str, language: Language) -> bool:
    """Whether a sentence tells why something was put off, or opens with why it was cancelled, or why one of those
    delivered was late: that explains no more.
    """
    words = language.reasons
    text = without_insertions(text, words)
    place = explained(text, words)
    if words.strong.search(text) or (place and words.deviation.search(text, *place)):
        return False
    remarks = language.remarks
    if remarks.postponed.search(text) or remarks.cancelled.match(text, len(text) - len(text.lstrip())):
        return words.extra.search(text) is None and words.demand.search(text) is None
    one = language.turns.parts.match(blanked(text, language.turns.times).lstrip()) and words.negative.search(text)
    others = (words.demand, words.deviation, words.extra, words.instead)
    return one is not None and not any(each.search(text) for each in others)


def _main_clause(text: str, place: tuple[int, int], language: Language) -> tuple[int, int]:
    """A clause from its verb on, where no comma parts it from a cause before it: "Из-за дождей лекции шли днем"."""
    if place[0] == 0 or text[place[0] - 1] in ",;:" or not (language.turns.verb_first and language.turns.shows_verbs):
        return place
    verb = language.turns.verbs.search(text, *place)
    return (verb.start(), place[1]) if verb else place


def _tells_how_many(text: str, place: tuple[int, int], words: ReasonWords) -> bool:
    """Whether a stretch says that more or fewer were delivered: "проведено меньше"."""
    found = islice(words.deviation.finditer(text, *place), MOST_CAUSES)
    return any(words.delivered.search(text, *each.span()) for each in found)


def _tells_another(text: str, outcome: Outcome, deliverable: Deliverable, remark: str) -> bool:
    """Whether a sentence gives a cause or an aim for no deviation: "The form was changed, as it was too long"."""
    language = deliverable.language
    words, turns = language.reasons, language.turns
    text = without_insertions(text, words)
    place = explained(text, words)
    if place is None:
        return False
    if place[0] == 0 and turns.shows_verbs and turns.verbs.search(text, *place) is None:
        place = 0, len(text)  # the cause is that of the subject, whose verb follows: "Clashes over land forced …"
    more = outcome is Outcome.EXCEEDED
    difference = Missing(deliverable, remark)
    if more and (
        difference.ordinal_beyond(text, *place) or (words.spaced and difference.opens_with_more(text, *place))
    ):
        return False
    if any(each.search(text, *place) for each in (words.extra, words.rest)) or _tells_how_many(text, place, words):
        return False
    main = _main_clause(text, place, language)
    if more and words.growth.search(text, *main):
        return False
    if not more and (words.undeeds.search(text, *place) or words.unfinished.search(text, *place)):
        return False
    if words.makes.search(text, *place) or (place[0] == 0 and words.measures.search(text, *place)):
        return True
    deviations = islice(words.deviation.finditer(text), MOST_CAUSES)
    if any(found.start() >= place[0] for found in deviations):  # not the rise that it opens with as a cause
        return False
    if words.denials.search(text) or words.strong.search(text):
        return False
    own = (words.demand, turns.boosts) if more else (words.events, words.lacks, turns.hindrances)
    if any(each.search(text, *main) for each in (turns.turns, turns.scenes, *own)):
        return False
    return not (difference.adds if more else difference.lacks)(text, *place)
