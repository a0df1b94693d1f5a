"""Where the segments, clauses and brackets of a text are, and how deep a count in them stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rbb_editor.domain.count import ASIDE, BRACKET, ITEM, MAIN, PART, Depth, Role
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.phrases import Phrases

_COLON = re.compile(":")
_BRACKET = re.compile(r"[()]")
_STRONG = re.compile(r"[;。\n]")
CLAUSE = re.compile(r"[,;。:\n(]")


class Layout:
    """Where the segments, clauses, brackets and markers of a text are, found once for all of its counts."""

    def __init__(self, text: str, words: CountWords, end: int) -> None:
        self.text = text
        self.words = words
        self.segments: Sequence[int] = ()
        self.clauses: Sequence[int] = ()
        if end and CLAUSE.search(text, 0, end):  # most counts stand in the first clause
            self.segments = [match.end() for match in _STRONG.finditer(text, 0, end)]
            self.clauses = [match.end() for match in CLAUSE.finditer(text, 0, end)]
        self.brackets = _brackets(text) if "(" in text else ()
        self.end = end
        self.found: dict[Phrases | re.Pattern[str], list[int]] = {}

    def place(self, start: int) -> tuple[int, int]:
        """In which segment and which clause a place is."""
        return bisect_right(self.segments, start), bisect_right(self.clauses, start)

    def _places(self, pattern: Phrases | re.Pattern[str]) -> list[int]:
        """Where a pattern is found, looked for once."""
        places = self.found.get(pattern)
        if places is None:
            places = self.found[pattern] = [match.start() for match in pattern.finditer(self.text, 0, self.end)]
        return places

    def _opens(self, pattern: Phrases | re.Pattern[str], start: int, end: int) -> bool:
        """Whether a pattern is found in [start, end)."""
        if start >= end:
            return False
        if end == self.end:  # of the last count, which most texts have alone: no other place has to be known
            return pattern.search(self.text, start, end) is not None
        places = self._places(pattern)
        place = bisect_left(places, start)
        return place < len(places) and places[place] < end

    def depth(self, start: int, segment: int, clause: int, *, counted: int, joined: bool, role: Role) -> Depth:
        """How deep the count at `start` stands; `counted`: where its segment has a count of its own before, else -1."""
        place = bisect_right(self.brackets, (start, start)) if self.brackets else 0
        if place and self.brackets[place - 1][0] < start < self.brackets[place - 1][1]:
            return BRACKET
        segment_from = self.segments[segment - 1] if segment else 0
        clause_from = self.clauses[clause - 1] if clause else 0
        if self._opens(self.words.parts, segment_from, start) or (counted >= 0 and self._opens(_COLON, counted, start)):
            return PART
        if self.text.startswith(self.words.bases, clause_from + self.text.startswith(" ", clause_from)):
            return ASIDE
        attributive = self.words.attributive
        describes = counted >= 0 or role is not ITEM or bool(attributive)
        if attributive:  # 载有…的 4 份报告: the description ends before the count
            clause_from = max(clause_from, self.text.rfind(attributive, max(clause_from, start - REACH), start))
        if describes and not (joined and role is ITEM) and self._opens(self.words.purposes, clause_from, start):
            return ASIDE
        return MAIN


def _brackets(text: str) -> list[tuple[int, int]]:
    """The places in round brackets; an unclosed bracket holds nothing."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "(":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, match.start()))
    return found
