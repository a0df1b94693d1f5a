"""What a remark tells of a deliverable and explains nothing: put off to a date, just not done, or what came of it.

"The fourth was postponed until February 2026." "No hearings were held." Such a clause holds words that look like a
reason, so it is taken out before one is looked for.
"""

import re
from itertools import islice

from rbb_editor.domain.deliverable import Deliverable, blanked
from rbb_editor.domain.main_clauses import clause_start
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.scripts import RUNS
from rbb_editor.domain.signs import WORD

_MARK = re.compile("[,;:(]")
_LETTER = re.compile(r"[^\W\d_]")
LONGEST_DOER = 4
"""Characters of who did not do what was planned."""

MOST_NOTS = 4
"""Negations of a sentence that are looked at."""

LONGEST_VERB = 2
"""Characters of a Chinese verb; an unknown one may stand behind 未, not behind 没有, where a noun may."""


class Statuses:
    """The statuses in the sentences of a remark."""

    def __init__(self, deliverable: Deliverable) -> None:
        self.deliverable = deliverable
        self.words: ReasonWords = deliverable.language.reasons

    def without(self, text: str) -> str:
        """A folded sentence with spaces for a clause that tells a mere status; as it is where it gives a cause.

        Nothing is left of one that opens with the work as its cause.
        """
        if self._is_from_work(text):
            return ""
        if not self.words.spaced and (bare := self._bare_clause(text)):
            return text[: bare[0]] + " " * (bare[1] - bare[0]) + text[bare[1] :]
        for pattern in (self.words.put_off, self.words.undeeds):
            found = pattern.search(text)
            if found is None:
                continue
            start = max(text.rfind(mark, 0, found.start()) for mark in ",;:(") + 1
            mark = _MARK.search(text, found.end())
            end = mark.start() if mark else len(text)
            put_off = pattern is self.words.put_off
            told = self._has_cause(text, start, end, put_off=put_off)
            if not told and self._is_status(text, start, end, found, put_off=put_off):
                return text[:start] + " " * (end - start) + text[end:]
        return text

    def _bare_clause(self, text: str) -> tuple[int, int] | None:
        """Where a Chinese clause says just that what was planned was not done, whatever its verb: 其余两套未完善."""
        for found in islice(self.words.nots.finditer(text), MOST_NOTS):
            start = clause_start(text, found.start())
            mark = _MARK.search(text, found.end())
            end = mark.start() if mark else len(text)
            if any(each.search(text, start, end) for each in (self.words.lacks, self.words.causes)):
                continue
            verb = LONGEST_VERB if self.words.verb_nots.search(found.group()) else 0
            planned = text[found.end() : found.end() + LONGEST_VERB] in self.deliverable.planned  # whoever did not
            told = self._told(text[start : found.start()]) > (LONGEST_DOER if planned else 0)
            told = told or self._told(text[found.end() : end]) > (0 if planned else verb)
            if not told:
                return None if self._has_cause(text, start, end) else (start, end)
        return None

    def _told(self, words: str) -> int:
        """How many characters of some Chinese words are neither empty nor of the planned text, as 信函 is of 信."""
        beside = self.deliverable.words
        for pattern in (self.words.rest, beside.times, beside.empties):
            words = blanked(words, pattern)
        words = blanked(self.deliverable.without_echo(words, 0, len(words)), beside.counted)
        return sum(len(run) for run in RUNS.findall(words) if not self._names_work(run))

    def _names_work(self, word: str) -> bool:
        """Whether a short Chinese word, but for one of people, holds a character of the planned text."""
        if len(word) > LONGEST_VERB or self.deliverable.words.people.match(word[-1]):
            return False
        return not set(self.deliverable.planned).isdisjoint(word)

    def _is_from_work(self, text: str) -> bool:
        """Whether a sentence tells what came of the deliverable: "As a result of the visits two people were freed"."""
        if not self.words.spaced:
            return self._is_after_work(text)
        opening = self.deliverable.words.yields.match(text, len(text) - len(text.lstrip()))
        word = WORD.search(text, opening.end()) if opening else None
        if opening is None or word is None:
            return False
        thanks = self.words.grounds.match(text, opening.start()) is not None  # "thanks to", not just "after"
        return self.deliverable.is_work(word.group()) or (thanks and self.deliverable.is_named(word.group()))

    def _is_after_work(self, text: str) -> bool:
        """Whether a Chinese sentence opens with the work that was over: 演练后, 转运时间缩短了."""
        head, mark, rest = text.partition(",")
        if not mark or not head.endswith(self.deliverable.words.over) or self._told(head) > LONGEST_VERB + 1:
            return False
        words = self.words
        differs = (words.rest, words.events, words.lacks, words.nots, words.instead, words.demand, words.extra)
        known = any(pair in head for pair in self.deliverable.known)
        return known and not any(each.search(rest) for each in differs)

    def _has_cause(self, text: str, start: int, end: int, *, put_off: bool = False) -> bool:
        """Whether a sentence gives a cause beside a clause; for what was put off also at whose wish or until what."""
        outside = text[:start] + " " * (end - start) + text[end:]
        causes = (self.words.causes, self.words.waits) if put_off else (self.words.causes,)
        return any(each.search(outside) for each in causes)

    def _is_status(self, text: str, start: int, end: int, found: re.Match[str], *, put_off: bool) -> bool:
        """Whether a clause speaks of nothing but the deliverable, and when it is to come."""
        deliverable = self.deliverable
        if put_off:
            if _LETTER.search(blanked(text[found.end() : end], self.words.whens)):
                return False
            nouns = deliverable.nouns(text, start, found.start())
            return all(self.words.others.match(noun) or deliverable.is_work(noun) for noun in nouns)
        if self.words.causes.search(text, start, end):
            return False
        if not self.words.spaced:
            beside = [text[start : found.start()].strip(), text[found.end() : end].strip(" .。")]
            return any(beside) and all(deliverable.is_known(each) for each in beside if each)
        stretches = ((found.end(), end), (start, found.start()))
        nouns = [noun for stretch in stretches for noun in deliverable.nouns(text, *stretch)]
        nouns = nouns or deliverable.nouns(text, found.start(), found.end())[:-1]
        return bool(nouns) and all(
            deliverable.is_work(noun) or deliverable.is_named(noun) or self.words.others.match(noun) for noun in nouns
        )
