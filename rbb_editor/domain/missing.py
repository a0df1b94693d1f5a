"""What a remark tells of those that make the difference: "Nine silos lay behind the front", of 40, 31 inspected."""

import re

from rbb_editor.domain.deliverable import LONGEST_PLAN, Deliverable, blanked
from rbb_editor.domain.folding import fold
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.values import Number

EARLY, LONGEST_NUMBER = 12, 24
"""Characters at the start of a statement in which its number starts; those of a number."""

BESIDE = 16
"""Characters beside an ordinal in which its noun stands."""

FIRST_WORDS = 2
"""Words at the start of a statement of which an ordinal needs no noun, as at its end: "to draft a third"."""


MOST_BEYOND = 3
"""Ordinals next to a planned count of which one may be that of one more, where none tells how many were delivered."""


class Missing:
    """The numbers by which the first figure of a remark differs from those of its planned text."""

    def __init__(self, deliverable: Deliverable, remark: str) -> None:
        """`deliverable`: of the planned text; `remark`: the folded remark."""
        self._deliverable, self._language = deliverable, deliverable.language
        self._numerals = self._language.numerals
        told = find_numerals(remark[:LONGEST_PLAN], self._numerals)
        counts = find_numerals(fold(deliverable.planned[:LONGEST_PLAN]).text, self._numerals)
        figure = told[0].value if told else 0
        self._short = {count.value - figure for count in counts if told and not count.article and count.value > figure}
        self._over = {figure - count.value for count in counts if not count.article and count.value < figure}
        self._figure = int(figure)
        self._one = int(counts[0].value) if len(counts) == 1 and not counts[0].article else 0

    @property
    def is_short(self) -> bool:
        """Whether the first figure of the remark is less than one of the planned text."""
        return bool(self._short)

    def opens(self, text: str, start: int, end: int) -> bool:
        """Whether a statement speaks of just the ones that are missing, at its very start."""
        return self._has(text, start, min(end, start + EARLY + LONGEST_NUMBER), self._short, EARLY)

    def opens_with_more(self, text: str, start: int, end: int) -> bool:
        """Whether a statement speaks of just the ones that are more than planned, at its very start."""
        return self._has(text, start, min(end, start + EARLY + LONGEST_NUMBER), self._over, EARLY)

    def opens_with_several(self, text: str) -> bool:
        """Whether a sentence speaks of the two or more that are missing: no one of those delivered."""
        return self._has(text, 0, min(len(text), EARLY + LONGEST_NUMBER), self._short - {1}, EARLY)

    def lacks(self, text: str, start: int, end: int) -> bool:
        """Whether a statement speaks of just the ones that are missing, among other things."""
        return self._names(text, start, end, self._short)

    def adds(self, text: str, start: int, end: int) -> bool:
        """Whether a statement speaks of just the ones that are more than planned, among other things."""
        return self._names(text, start, end, self._over) or self.ordinal_beyond(text, start, end) is not None

    def ordinal_beyond(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The ordinal of one that is more than planned: "the third review", of two planned and three conducted; where
        the remark does not tell how many, of those next to the only count of the planned text.
        """
        if self._over:
            ordinals = self._language.remarks.ordinals[self._figure - int(min(self._over)) : self._figure]
        else:
            ordinals = self._language.remarks.ordinals[self._one : self._one + MOST_BEYOND] if self._one else ()
        plain = blanked(text[start:end], self._language.turns.times) if ordinals else ""
        for found in filter(None, (ordinal.search(plain) for ordinal in ordinals)):
            near = self._deliverable.nouns(plain, max(0, found.start() - BESIDE), found.end() + BESIDE)
            alone = plain[found.end() :].lstrip()[:1] in ("", ",", ";", ".", "-", ":")
            early = len(plain[: found.start()].split()) < FIRST_WORDS
            if alone or early or any(map(self._deliverable.is_known, near)):
                return found
        return None

    def _names(self, text: str, start: int, end: int, values: set[Number]) -> bool:
        found = find_numerals(text[start:end], self._numerals) if values else ()
        return any(number.value in values and not (number.article or number.percent) for number in found)

    def _has(self, text: str, start: int, end: int, values: set[Number], reach: int) -> bool:
        found = find_numerals(text[start:end], self._numerals) if values else ()
        return bool(found) and found[0].start <= reach and not found[0].percent and found[0].value in values
