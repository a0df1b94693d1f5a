"""Reasons that no word announces: a clause of a remark that tells what happened in the world beside the output.

"11 reports were submitted. The mission closed in May." A clause tells such a turn of events if it is none of the
others that a remark is made of: it restates no delivery (its subject is not the deliverable), tells no breakdown, no
effect of the work, no status and no promise, and it has a subject and a verb of an event or a state: something ended,
began, changed or happened; for a shortfall also what was not done, given or there; for an excess what was wished,
offered, made a duty, or grew.
"""

import re
from collections.abc import Iterator
from itertools import islice

from rbb_editor.domain.deliverable import LONGEST_PLAN, Deliverable, blanked
from rbb_editor.domain.folding import fold
from rbb_editor.domain.main_clauses import is_aside, without_insertions
from rbb_editor.domain.missing import Missing
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.remark_words import RemarkWords
from rbb_editor.domain.signs import FIGURE, WORD, YEAR
from rbb_editor.domain.turn_words import TurnWords
from rbb_editor.domain.values import Outcome

MOST_CLAUSES = 30
"""Clauses of a sentence that are looked at."""

MOST_VERBS = 8
"""Verbs of a clause that are looked at."""

LATER = 32
"""Characters behind a verb in which its subject may stand, where the language lets it follow."""

EARLY = 60
"""Characters at the start of a clause in which who acts is looked for."""

MOST_BEFORE = 3
"""Words that may stand before the actor of a clause: how many, which, a verb."""

LONGEST_SUBJECT = 8
"""Chinese signs of a subject that is the deliverable and nothing else."""

MOST_CAUSES = 4
"""Words of a cause in a sentence that are looked at."""

_MARK = re.compile(r"[;:()]|,(?!(?<=\d,)\d)|- |。")
_LAST = re.compile(r"([^\W\d_]+)['\s]*\Z")


class Turns:
    """What the sentences of a remark tell of the world, beside the deliverable of a planned text."""

    def __init__(self, deliverable: Deliverable, remark: str) -> None:
        """`remark`: the folded remark."""
        planned, language = deliverable.planned, deliverable.language
        self.missing = Missing(deliverable, remark)
        self.deliverable = deliverable
        self.planned = fold(planned[:LONGEST_PLAN]).text
        self.reasons: ReasonWords = language.reasons
        self.words: TurnWords = language.turns
        self.remarks: RemarkWords = language.remarks
        self.attributive = language.counts.attributive
        self.joints = language.counts.joints | {self.attributive or "\0"}
        self.before = language.nouns.before
        self._numerals = language.numerals
        words = self.reasons
        self.describing = (self.words.relatives, words.concessions, words.details, words.besides)

    def find(self, text: str, outcome: Outcome, *, first: bool) -> re.Match[str] | None:
        """The words of a folded sentence that tell what happened; `first`: it is the first of its remark."""
        words, reasons = self.words, self.reasons
        if words.results.match(text) or is_aside(text, reasons) or reasons.denials.search(text):
            return None
        text = without_insertions(text, self.reasons)
        for start, end in islice(self._clauses(text), MOST_CLAUSES):
            if first and start and self._is_of_those_delivered(text, start, end, outcome):
                return None
            if self._is_beside(text, start, end):
                continue
            found = self._told(text, start, end, outcome, first=first)
            if found and not self.only_compares(text, start, end):
                return found
        return None

    def _is_of_those_delivered(self, text: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a clause, and what follows, is on some of those delivered: "22 were held; 14 of them had no …"; of
        more than planned a number in words may be that of those beyond it.
        """
        some = self.reasons.details.search(text, start, end) is not None and (
            FIGURE.search(text, start, end) is not None
            or (outcome is Outcome.SHORTFALL and len(find_numerals(text[start:end], self._numerals)) > 0)
        )
        return some and not self.missing.lacks(text, start, end) and not self.missing.adds(text, start, end)

    def _told(self, text: str, start: int, end: int, outcome: Outcome, *, first: bool) -> re.Match[str] | None:
        """The words of a clause that tell what happened."""
        found = self._left_out(text, start, end, outcome) or self._anyway(text, start, end, first=first)
        if found := found or self._beyond(text, start, end, outcome) or self._scene(text, start, end, outcome):
            return found
        some = outcome is Outcome.EXCEEDED and self.reasons.details.search(text, start, end)
        if some and not self.missing.adds(text, start, end):
            return None  # "60 of them were taken to hospital"
        own = self.words.boosts if outcome is Outcome.EXCEEDED else self.words.hindrances
        for pattern in (self.words.turns, own):
            for verb in islice(pattern.finditer(text, start, end), MOST_VERBS):
                if first and start == 0 and self._tells_of_a_figure(text, verb):
                    continue  # what was delivered: "31 cases were closed"
                if self._has_subject(text, start, verb, end, first=first):
                    return verb
        if start == 0 or text[start - 1] == ";":
            return self._actor(text, start, end, first=first)
        return None

    def _left_out(self, text: str, start: int, end: int, outcome: Outcome) -> re.Match[str] | None:
        """What tells that a figure falls short because it leaves out some of what was planned: "…, not including
        payments to staff", of payments to suppliers and staff.
        """
        found = self.words.excludes.search(text, start, end) if outcome is Outcome.SHORTFALL else None
        if found is None or not FIGURE.search(text, 0, found.start()):
            return None
        nouns = self.deliverable.nouns(text, found.end(), end)
        return found if nouns and all(map(self.deliverable.is_told, nouns)) else None

    def _anyway(self, text: str, start: int, end: int, *, first: bool) -> re.Match[str] | None:
        """What tells a reason whatever it is about, but for "…, fewer than last year" of those delivered."""
        found = self.words.anyway.search(text, start)
        if found is None or found.start() >= end:
            return None
        before = text[start : found.start()].strip()
        opens = first and start and (not before or self._is_share(before) or self.words.effects.search(before))
        verb = self.words.verb_first and self.words.turns.match(text, found.start())
        return None if opens and not verb else found

    def _is_share(self, text: str) -> bool:
        """Whether a text is by how many per cent something differs, and no more."""
        found = find_numerals(text, self.deliverable.language.numerals)
        return len(found) == 1 and found[0].percent and found[0].end == len(text)

    def _tells_of_a_figure(self, text: str, verb: re.Match[str]) -> bool:
        """Whether a figure, also one in words, no year, stands before a verb of a first clause, or behind one that
        opens it: "Передано 19 дел"; in Chinese also behind one whose subject is that of the planned text:
        差旅成本降低了 6%.
        """
        if not self.reasons.spaced and FIGURE.search(text, verb.end(), verb.end() + LATER):
            subject = text[: verb.start()].strip()
            if subject and self.deliverable.is_told(subject):
                return True
        opens = self.words.verb_first and not text[: verb.start()].strip()
        behind = text[verb.end() : verb.end() + LATER].partition(",")[0] if opens else ""
        told = FIGURE.search(YEAR.sub("", text[: verb.start()] + behind)) is not None
        return told or self.deliverable.opening_count(text) > 0

    def _clauses(self, text: str) -> Iterator[tuple[int, int]]:
        """Where clauses start and end; what follows a word of a cause is one of its own."""
        start = 0
        for mark in _MARK.finditer(text):
            yield start, mark.start()
            start = mark.end()
        yield start, len(text)
        for cause in islice(self.reasons.causes.finditer(text), MOST_CAUSES):
            before, after = (
                max(map(text.rfind, ",;:", [0] * 3, [cause.start()] * 3)) + 1,
                _MARK.search(text, cause.end()),
            )
            if not self._is_effect(text, cause.start()) and not any(
                opening.search(text, before, cause.start()) for opening in self.describing
            ):
                yield cause.end(), after.start() if after else len(text)

    def _is_beside(self, text: str, start: int, end: int) -> bool:
        """Whether a clause describes, details, or tells what came of it, how far something is or what is to come."""
        first = start + (len(text[start:end]) - len(text[start:end].lstrip()))
        if any(
            opening.match(text, first, end)
            for opening in (
                self.words.results,
                self.reasons.relative,
                *self.describing,
                self.words.adverbials,
                self.words.bare,
            )
        ):
            return True
        if FIGURE.search(text, start, end) and self.remarks.planned.search(text, start, end):  # "3 more than planned"
            return True
        if self._is_effect(text, first) or (start and self.reasons.participles.match(text, start - 1)):
            return True
        told = self.words.statuses.search(text, start, end) is not None
        return told and self.words.anyway.search(text, start, end) is None  # "is subject to approval", "can begin only"

    def only_compares(self, text: str, start: int, end: int) -> bool:
        """Whether a clause sets the deliverable against its plan and says no more: "The number of visits was lower than
        the number budgeted".
        """
        if self.reasons.deviation.search(text, start, end) is None:
            return False
        text = without_insertions(text, self.reasons)
        remarks, reasons = self.remarks, self.reasons
        said = (remarks.subjects, remarks.planned, remarks.ahead, reasons.negative, reasons.growth, reasons.deviation)
        nouns = self.deliverable.nouns(text, start, end)
        if not reasons.spaced and any(len(noun) > LONGEST_SUBJECT for noun in nouns):
            return False  # "those handed over after the closure were more than expected"
        work, named = self.deliverable.is_work, self.deliverable.is_named
        return all(work(noun) or named(noun) or any(each.match(noun) for each in said) for noun in nouns)

    def _is_effect(self, text: str, place: int) -> bool:
        """Whether a place leads to what came of those delivered: "19 meetings were held, as a result of which …"."""
        return self.reasons.forward.match(text, place) is not None and FIGURE.search(text, 0, place) is not None

    def _beyond(self, text: str, start: int, end: int, outcome: Outcome) -> re.Match[str] | None:
        """What those beyond the plan were about: "The additional consultations concerned three budgets"."""
        if outcome is not Outcome.EXCEEDED:
            return None
        extra = self.words.beyond.search(text, start, end)
        if extra is None and self.missing.ordinal_beyond(text, start, end) is None:
            return None
        return self.words.concerns.search(text, extra.end() if extra and not self.words.verb_first else start, end)

    def _scene(self, text: str, start: int, end: int, outcome: Outcome) -> re.Match[str] | None:
        """Subject and verb in one: "there was a strike"; for a shortfall also "no mission was established"."""
        found = self.words.scenes.search(text, start, end)
        if found is None and outcome is Outcome.SHORTFALL:
            found = self.words.nothing.search(text, start, end)
            if found and self._is_work(text, start, found.end()):
                return None
        if found is None:
            return None
        counts = self.words.verb_first and FIGURE.match(text, found.end() + 1)  # "only 12 panels"
        stop = min(end, found.end() + LATER) if counts else found.end()
        if relative := self.words.relatives.search(text, found.start(), stop):
            stop = relative.start()  # "the thresholds above which cases must be submitted were raised"
        nouns = self.deliverable.nouns(text, found.start(), stop)
        return found if nouns and not any(map(self.deliverable.is_known, nouns)) else None

    def _has_subject(self, text: str, start: int, verb: re.Match[str], end: int, *, first: bool) -> bool:
        """Whether a verb tells of something that is neither the deliverable nor what came of it."""
        if (last := _LAST.search(text, start, verb.start())) and last[1] in self.words.articles:
            return False
        planned = verb.group() in self.planned or (first and self.deliverable.is_deed(verb.group()))
        if planned or self._is_undone(text, start, verb):  # "18 vehicles were handed over"
            return False
        before = self.deliverable.nouns(text, start, verb.start()) or self._of_which(text, start)
        if self._is_described(text, start, verb.start()) or self.reasons.concessions.search(text, start, verb.start()):
            return False
        stop = self._subject_end(text, verb.end(), min(end, verb.end() + LATER))
        after = self.deliverable.nouns(text, verb.end(), stop)
        if not before and not self.words.verb_first:
            if self.reasons.spaced or not start:
                return False
            start = max(map(text.rfind, ",;:", [0] * 3, [start - 1] * 3)) + 1  # a Chinese clause goes on with it
            before = self.deliverable.nouns(text, start, verb.start())
            if not before or FIGURE.search(text, start, verb.end()) or self._is_beside(text, start, verb.start()):
                return False
        doer = before and not self.words.asks.match(verb.group())
        if doer and FIGURE.search(text, verb.end(), stop) and any(map(self.deliverable.is_known, after)):
            return False  # who did it: "The Ethics Office responded to 129 queries"
        if before and before[0].startswith(self.remarks.names) and not self.deliverable.is_known(before[0]):
            return True  # an organ, whatever it is for
        if self._is_work(text, *((start, verb.start()) if before else (verb.end(), stop))):
            return False
        if not before:
            return bool(after) and not self.deliverable.is_known(after[0])
        if not self.reasons.spaced and self.deliverable.is_known(before[0]):
            return False  # what stands before a preposition is the subject
        heads = self._heads(text, start, verb.start(), before)
        return (
            not all(map(self.deliverable.is_known, heads))
            if self.words.head_last
            else not any(map(self.deliverable.is_known, heads))
        )

    def _is_described(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before a verb describes something, and the verb is part of that: not where the words that
        describe have a verb of their own, "the definition of those who have to file was widened".
        """
        relative = self.words.relatives.search(text, start, end)
        if relative is None or self.words.verb_first:
            return relative is not None
        own = text[relative.end() : end].rpartition(" ")[0].rpartition(" ")[0]  # without the "was" of the verb itself
        return not self.words.shows_verbs or self.words.verbs.search(own) is None

    def _is_undone(self, text: str, start: int, verb: re.Match[str]) -> bool:
        """Whether just what was planned, or one of those that are missing, was not done: "the trip of the second group
        did not take place".
        """
        if self.reasons.undeeds.match(text, verb.start()) is None:
            return False
        nouns = self.deliverable.nouns(text, start, verb.start())
        rest = self.reasons.rest.search(text, start, verb.start()) or any(map(self.deliverable.is_deed, nouns[:1]))
        return bool(rest) and any(map(self.deliverable.is_known, nouns))

    def _of_which(self, text: str, start: int) -> list[str]:
        """The nouns of those of whom a clause tells how many do something: "Of the five translators, three retired"."""
        before = text.rfind(",", 0, max(0, start - 1)) + 1
        opening = text[before : start - 1].lstrip() if start else ""
        return self.deliverable.nouns(opening, 0, len(opening)) if self.remarks.out_of.match(opening) else []

    def _subject_end(self, text: str, start: int, end: int) -> int:
        """Where a subject behind its verb ends: before a preposition ("no money was given for the second")."""
        if not self.words.verb_first:
            return end
        for word in islice(WORD.finditer(text, start, end), 1, None):
            if word.group() in self.words.prepositions or word.group().startswith(self.before):
                return word.start()
        return end

    def _heads(self, text: str, start: int, end: int, nouns: list[str]) -> list[str]:
        """Of the nouns of a subject those that can be its head: "authorities" of "the authorities of two countries"."""
        words = (word for word in WORD.finditer(text, start, end) if word.group() in self.words.prepositions)
        ahead = next((self.deliverable.nouns(text, start, word.start()) for word in words), [])
        if self.words.head_last:
            return [*ahead[-1:], *nouns[-1:]]
        heads = ahead[:2] or self._without_adjectives(nouns)[:2]
        return heads[:1] if self._has_genitive(text[start:end].lstrip(), heads[0]) else heads

    def _without_adjectives(self, nouns: list[str]) -> list[str]:
        """Words of a subject without the adjectives among them, where only they may be like the deliverable: "the
        number of electoral districts", of electoral agents; only in a language that tells the endings of deeds.
        """
        if not self.words.deed_endings:
            return nouns
        endings = self.deliverable.language.counts.adjective_endings
        return [n for n in nouns if not n.endswith(endings) or n.endswith(self.words.deed_endings)] or nouns

    def _has_genitive(self, subject: str, noun: str) -> bool:
        """Whether a subject opens with a noun that a genitive may follow ("цена комплекта"), and names no deed; only in
        a language that tells the endings of deeds.
        """
        language = self.deliverable.language
        if not self.words.deed_endings or not subject.startswith(noun) or noun in language.numerals.words:
            return False
        return not noun.endswith((*language.counts.adjective_endings, *self.words.deed_endings))

    def _actor(self, text: str, start: int, end: int, *, first: bool) -> re.Match[str] | None:
        """Who or what acts in a clause, if it is an actor of the world outside that does not just receive the work."""
        words = self.words
        found = words.actors.search(text, start, min(end, start + EARLY))
        if found is None or words.receptions.search(text, start, end) or self.deliverable.is_work(found.group()):
            return None
        if self.is_after_preposition(text, start, found.start()) or text[found.end() : found.end() + 1] in self.joints:
            return None
        if any(each.search(text, start, found.start()) for each in (words.relatives, self.reasons.besides)):
            return None
        if first and start == 0 and FIGURE.search(text, 0, end):  # what was delivered
            return None
        if self._is_work(text, start, found.end()):
            return None
        before, rest = (
            self.deliverable.nouns(text, start, found.start()),
            self.deliverable.nouns(text, found.end(), end),
        )
        if len(before) > MOST_BEFORE or not (rest or (before and words.verb_first)):
            return None
        if any(map(self.deliverable.is_known, (*before, *rest))) and not words.asks.search(text, start, end):
            return None
        return found

    def is_after_preposition(self, text: str, start: int, place: int) -> bool:
        """Whether what stands at a place is no subject: one of the two words before it is a preposition."""
        if not self.reasons.spaced:
            return any(word in text[start:place] for word in self.words.prepositions)
        ahead = WORD.findall(blanked(text[start:place], self.words.times))
        if not self.words.prepositions.isdisjoint(ahead[-2:]):
            return True
        prepositions = self.words.prepositions  # looked for first: an article is a list of what stands before a noun
        before = next((word for word in reversed(ahead) if word in prepositions or not self._is_empty(word)), None)
        return before in prepositions

    def _is_empty(self, word: str) -> bool:
        """Whether a word has no meaning of its own: an article, a number, "other"."""
        return word in self.words.articles or self.words.empties.match(word) is not None

    def _is_work(self, text: str, start: int, end: int) -> bool:
        """Whether the words of a stretch name the work, how it goes on, or what came of it."""
        words = blanked(text[start:end], self.words.times)
        if self.attributive:
            words = words.rpartition(self.attributive)[2] or words  # what stands before it describes
        return any(pattern.search(words) for pattern in (self.words.works, self.words.effects))
