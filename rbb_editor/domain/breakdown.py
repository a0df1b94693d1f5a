"""Totals and what is listed of them: "36 authorizations, including 20 for missions and 15 for departments".

A list is taken for whole only where that is plain: its parts come near the total, or its opening words say so. Where a
text can be read in several ways, one that adds up is enough.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rbb_editor.domain.count import Count, Depth, Role
from rbb_editor.domain.language import Language
from rbb_editor.domain.remark import LONGEST, Told, stem
from rbb_editor.domain.values import Number

NEARLY = 0.75
"""Which share of its total a list that may be unfinished has to reach to be taken for whole."""

WHOLE, SURELY, ALMOST = 0.0, 0.8, 0.9
"""The same where the list is opened by words that say that it is whole, by "including", and by "of these"."""

MOST = 40
"""Counts of a text that are looked at."""

_SIGNS = re.compile(r"[:：(（;；]")
_TWO = re.compile(r"\d[^\d]+\d")
_NUMBERED = re.compile(r"\((\d{1,3}(?:[ ,.]\d{3})?)(?: ?[^\d()]{0,12})?\)")
_SHORT = re.compile(r"\((\d{1,3})(?: ?[^\d()]{0,12})?\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"\d")
_LETTERED = re.compile(r"\(([a-z])\)|(?<![^\s(])([a-z])\)")
_SEPARATORS = re.compile(r"[;:、,]")
_SEPARATOR = re.compile(r"[;、,]")
_ENDS = re.compile(r"[;。\n]")
_STOP = re.compile(r"[。\n!?]|\.(?=\s|$)")
_ROUND = re.compile(r"[()]")
_NAMES = re.compile(r"\([^()\d]{3,600}\)")


class Breakdown(Struct, frozen=True):
    """A total that is not the sum of what is listed of it. Spans are those of the folded text.

    `found`: what the parts add up to, or how many are listed (`listed`). `parts`: the figures or the list.
    """

    total: Count
    found: Number
    parts: tuple[tuple[int, int], ...]
    listed: bool


def wrong_breakdowns(told: Told, language: Language) -> Iterator[Breakdown]:
    """The totals of a text that their parts do not add up to."""
    if len(told.text) > LONGEST:
        return
    if _SIGNS.search(told.text) is None and (  # the usual text holds one number and no list
        _TWO.search(told.text) is None
        or not any(
            each.search(told.folded.text)
            for each in (
                language.counts.parts,
                language.remarks.within,
                language.remarks.out_of,
                language.remarks.respectively,
            )
        )
    ):
        return
    counts = told.counts[:MOST]
    for place, total in enumerate(counts):
        plain = not total.percent and not total.article and total.maximum is None and total.qualifier is None
        if plain and total.value >= 2 and total.value == int(total.value):
            found = _Reading(told, language, counts, place).wrong()
            if found is not None:
                yield found


class _Reading:
    """One total and the list behind it."""

    def __init__(self, told: Told, language: Language, counts: Sequence[Count], place: int) -> None:
        self.told = told
        self.language = language
        self.words = language.remarks
        self.text = told.folded.text
        self.items = _unopened(self.text)
        self.total = counts[place]
        self.counts = [count for count in counts[place + 1 :] if count.end not in self.items]
        shared = self.words.respectively.search(self.text, self.total.end)
        self.shared = shared is not None
        ahead = [count.end for count in self.counts if shared and count.end <= shared.start()]
        beside = shared is not None and ahead != [] and not self.text[ahead[-1] : shared.start()].strip()
        self.no_noun = shared[0] if shared and beside else ""
        stop = _STOP.search(self.text, self.total.end)
        self.end = stop.start() if stop else len(self.text)
        figures = (c.start for c in self.counts if not c.article and self._depth(self.total.end, c.start) == 0)
        self.next = next(figures, self.end)

    def wrong(self) -> Breakdown | None:
        """The breakdown, if it is wrong however it is read."""
        if _NUMBERED.match(self.text, self.total.start - 1):
            return None  # one of a list itself: "Mali (4), Haiti (4), Iraq (2)"
        if self.total.depth is Depth.MAIN and (ahead := self._ahead()):
            return ahead
        if self.total.depth is Depth.PART and (inner := self._exceeded()):
            return inner
        for start, end, least in self._openings():
            result = self._judge(start, end, least=least)
            if result is not None:
                return result[0] if result else None
        return None

    def _ahead(self) -> Breakdown | None:
        """A wrong list of names with their numbers in brackets ahead of the total: "to Mali (4) and Haiti (2), 9 …"."""
        start = self.told.sentence(self.total.start)[0]
        numbered = [(m.start(1), m.end(1), int(m[1])) for m in _SHORT.finditer(self.text, start, self.total.start)]
        if [value for _, _, value in numbered] == list(range(1, len(numbered) + 1)):
            return None  # "(1) training and (2) mentoring, 4 sessions": they number a list
        if len(numbered) < 2 or _COUNTED.search(_BRACKETS.sub("", self.text[start : self.total.start])):
            return None
        if _NUMBERED.search(self.text, self.total.end, self.end):
            return None
        found = sum(value for _, _, value in numbered)
        if found == self.total.value or not self._near(found):
            return None
        return Breakdown(self.total, found, tuple((one, two) for one, two, _ in numbered), listed=False)

    def _exceeded(self) -> Breakdown | None:
        """A part whose own two parts are more than it: "3 for engineers, of which 2 for Mali and 2 for Haiti"."""
        parts = [c for c in self.counts if not c.article and c.depth is not Depth.BRACKET and c.end <= self.end][:2]
        if len(parts) < 2 or not self.words.within.search(self.text, self.total.end, parts[0].start):
            return None
        if self.words.within.search(self.text, parts[0].end, parts[1].start) or _ENDS.search(
            self.text, self.total.end, parts[1].start
        ):
            return None
        if any(
            c.role is not self.total.role or c.percent or c.qualifier is not None or c.maximum is not None
            for c in parts
        ):
            return None
        one, two = (part.value for part in parts)
        if one >= self.total.value or two >= self.total.value or one + two <= self.total.value:
            return None
        return Breakdown(self.total, one + two, tuple((c.start, c.end) for c in parts), listed=False)

    def _openings(self) -> Iterator[tuple[int, int, float]]:
        """Where lists open and end behind the total, and which share of it they reach at least, if they are whole."""
        limit = min(self.next, self.end)
        bracket = self.text.find("(", self.total.end, limit)
        if bracket >= 0 and _NUMBERED.match(self.text, bracket):
            yield self.total.end, self.end, WHOLE
        elif bracket >= 0 and not _LETTERED.match(self.text, bracket):
            close = _close(self.text, bracket, self.end)
            if close > 0:
                partly = self.words.within.match(self.text, bracket + 1) is not None
                yield bracket + 1, close, ALMOST if partly else WHOLE
                if partly:
                    return
        if self.total.depth is not Depth.MAIN:
            return
        if self._is_out_of(limit):
            yield self.next, self.end, ALMOST
        elif self.next >= self.end and (opener := self.words.within.match(self.text, self._next_sentence())):
            stop = _STOP.search(self.text, opener.end())
            yield opener.end(), stop.start() if stop else len(self.text), ALMOST
        opener = self.language.counts.parts.search(self.text, self.total.end, limit)
        colon = self.text.find(":", self.total.end, limit)
        if opener and not _ENDS.search(self.text, self.total.end, opener.start()):
            start = colon + 1 if opener.end() <= colon < opener.end() + 24 else opener.end()
            if self.words.some.search(self.text, opener.start(), start + 1) is None:
                whole = self.words.whole.search(self.text, opener.start(), start) is not None
                yield start, self.end, WHOLE if whole else SURELY
        elif colon >= 0 and not _ENDS.search(self.text, self.total.end, colon):
            yield colon + 1, self.end, WHOLE
        elif not opener and self._is_shared_out():
            yield self.next, self.end, ALMOST

    def _is_shared_out(self) -> bool:
        """Whether what follows the total is plainly of it: "40 reports, 22 of them on Mali and 18 on Chad",
        "40 reports, 14, 14 and 12 respectively"; not "to 30 and 9 offices respectively".
        """
        first = next((count for count in self.counts if count.start == self.next), None)
        if first is None or self.total.reach == self.total.end or _ENDS.search(self.text, self.total.end, self.next):
            return False
        if self.words.within.match(self.text, first.end + 1):
            return True
        return self.shared and all(
            self._is_bare(count) or self._is_same(count) for count in self.counts if count.end <= self.end
        )

    def _is_out_of(self, limit: int) -> bool:
        """Whether the total opens a sentence that tells of its parts: "Of the 12 workshops, 7 … and 4 …"."""
        total = self.total
        if self.told.only_planned(total):
            return False
        if not self.words.spaced:
            found = self.words.out_of.search(self.text, total.end, limit)
            return found is not None and "," not in self.text[total.end : found.start()]
        start = self.told.sentence(total.start)[0]
        found = self.words.out_of.match(self.text, start)
        return found is not None and not self.text[found.end() : total.start].strip()

    def _next_sentence(self) -> int:
        """Where the sentence behind that of the total starts."""
        rest = self.text[self.end + 1 :]
        return self.end + 1 + len(rest) - len(rest.lstrip())

    def _judge(self, start: int, end: int, *, least: float) -> tuple[Breakdown, ...] | None:
        """() where the list adds up, one breakdown where it is wrong, None where nothing can be said."""
        if self.words.more.search(self.text, start, end) or self.language.counts.apiece.search(self.text, start, end):
            return None
        region = self.text[start:end]
        numbered = [
            (start + m.start(1), start + m.end(1), int(re.sub(r"\D", "", m[1]))) for m in _NUMBERED.finditer(region)
        ]
        numbered = [each for each in numbered if not 1945 <= each[2] <= 2099]
        parts = [c for c in self.counts if start <= c.start < end and self._depth(start, c.start) == 0]
        parts = [c for c in parts if self._is_part(c)]
        articles = sum(c.article and not self.text.startswith(")", c.end) for c in parts)
        parts = [c for c in parts if not c.article]
        if numbered and (len(numbered) > 1 or ";" in region) and not parts:
            return self._numbered(start, end, numbered)
        if len(parts) > 1:
            return self._counted(start, end, parts, articles, least=least)
        if not parts and not numbered:
            return self._listed(start, end)
        return None

    def _is_part(self, count: Count) -> bool:
        """Whether a count may be a part: of the same role, or without a noun of its own ("40 staff: UNMISS, 14")."""
        alike = count.role is self.total.role or (count.role is Role.ITEM and self._is_bare(count))
        return alike and not count.percent and count.maximum is None

    def _is_bare(self, count: Count) -> bool:
        """Whether a count has no noun of its own, but perhaps "respectively"."""
        return self.no_noun.startswith(count.noun)

    def _numbered(self, start: int, end: int, numbered: Sequence[tuple[int, int, int]]) -> tuple[Breakdown, ...] | None:
        """Names with their numbers in brackets; a name without one stands for one."""
        known = sum(value for _, _, value in numbered)
        if start == self.total.end:  # the first name stands behind the last mark before its bracket
            marks = [m.end() for m in _SEPARATORS.finditer(self.text, start, numbered[0][0])]
            start = marks[-1] if marks else start
        sums = [known + self._nameless(start, end, signs) for signs in (";", ";、,")]
        if self.total.value in (known, *sums):
            return ()
        found = sums[0]
        if not self._near(found):
            return None
        if found != known:
            return (Breakdown(self.total, found, ((start, end),), listed=True),)
        return (Breakdown(self.total, found, tuple((one, two) for one, two, _ in numbered), listed=False),)

    def _nameless(self, start: int, end: int, signs: str) -> int:
        """How many members between some separators have no number in brackets."""
        pieces = re.split(f"[{signs}]", self.text[start:end])
        return sum(bool(piece.strip(" .。")) and _NUMBERED.search(piece) is None for piece in pieces)

    def _counted(
        self, start: int, end: int, parts: Sequence[Count], articles: int, *, least: float
    ) -> tuple[Breakdown, ...] | None:
        """Parts that are counted each, some of them with parts of their own; `articles`: a seminar may be one, too."""
        first = _ENDS.search(self.text, start, end)
        shorter = [part for part in parts if first is None or part.start < first.start()]
        sums = self._sums(parts) | self._sums(shorter)
        if self.total.value in sums:
            return ()
        loose = self._loose(start, end, parts)
        if any(one <= self.total.value <= one + max(loose, articles) for one in sums):
            return ()
        found = sum(part.value for part in parts)
        joined = all(part.joined or part.reach <= part.end for part in parts[1:])  # also "(MONUSCO: 4, UNMISS: 3)"
        same = all(self._is_same(part) for part in parts)
        if not (joined or same) or any(part.qualifier is not None for part in parts):
            return None
        of_them = [self.words.within.match(self.text, part.end + 1) is not None for part in parts]
        if any(of_them) and not of_them[0]:  # "9 were closed and 2 of them appealed"
            return None
        near = self._near(found) and found >= least * self.total.value
        if found < self.total.value and (loose or not ((least == WHOLE and joined) or near)):
            return None
        if found > self.total.value and not (joined and (same or self._near(found))):
            return None
        return (Breakdown(self.total, found, tuple((part.start, part.end) for part in parts), listed=False),)

    def _is_same(self, part: Count) -> bool:
        """Whether a part counts what the total does; people are counted with several Chinese measure words."""
        if not self.words.spaced and part.role is self.total.role is Role.PERSON:
            return True
        return stem(part.noun, self.language) == stem(self.total.noun, self.language)

    def _sums(self, parts: Sequence[Count]) -> frozenset[Number]:
        """What the parts may add up to: behind "of which" stand parts of the part before it, up to any place."""
        sums: set[Number] = {sum(part.value for part in parts)}
        for i in range(1, len(parts)):
            if self.words.within.search(self.text, parts[i - 1].end, parts[i].start):
                for j in range(i + 1, len(parts) + 1):
                    sums.add(sum(part.value for part in (*parts[:i], *parts[j:])))
        return frozenset(sums)

    def _loose(self, start: int, end: int, parts: Sequence[Count]) -> int:
        """How many members of a list between semicolons are not counted: each is one."""
        if ";" not in self.text[start:end]:
            return 0
        edges = [start, *(start + m.end() for m in re.finditer(";", self.text[start:end])), end]
        return sum(
            not any(one <= part.start < two for part in parts) and bool(self.text[one:two].strip(" .。"))
            for one, two in pairwise(edges)
        )

    def _listed(self, start: int, end: int) -> tuple[Breakdown, ...] | None:
        """A list of names or sentences: lettered, between semicolons, or in brackets."""
        region = self.text[start:end]
        if self.total.role is Role.PERSON or self.words.topics.search(self.text, self.total.reach, start):
            return None
        letters = [m[1] or m[2] for m in _LETTERED.finditer(region)]
        if len(letters) > 1 and letters == [chr(97 + i) for i in range(len(letters))]:
            low = high = len(letters)
        elif ";" in region:
            low = high = sum(bool(piece.strip(" .。")) for piece in region.split(";"))
        elif self.text[start - 1] == "(" and _NAMES.fullmatch(self.text, start - 1, end + 1):
            separators = len(_SEPARATOR.findall(region))
            joints = sum(1 for _ in self.words.joints.finditer(region))
            if not separators:
                return None
            low, high = separators + (0 if joints else 1), separators + joints + 1
        else:
            return None
        if low <= self.total.value <= high:
            return ()
        found = low if self.total.value < low else high
        if abs(found - self.total.value) > max(1, self.total.value * (1 - NEARLY)) or self.total.value < 3 or found < 3:
            return None
        return (Breakdown(self.total, found, ((start, end),), listed=True),)

    def _near(self, found: Number) -> bool:
        return NEARLY <= found / self.total.value <= 1 / NEARLY

    def _depth(self, start: int, end: int) -> int:
        """How many brackets are open at the end of a stretch."""
        items = sum(start <= place < end for place in self.items)
        return self.text.count("(", start, end) - self.text.count(")", start, end) + items


def _unopened(text: str) -> frozenset[int]:
    """Where brackets stand that close none, behind what an item of a list begins with: "a) 5 reports; b) …"."""
    if text.count(")") <= text.count("("):
        return frozenset()
    depth, found = 0, set[int]()
    for match in _ROUND.finditer(text):
        if match.group() == "(":
            depth += 1
        elif depth:
            depth -= 1
        else:
            found.add(match.start())
    return frozenset(found)


def _close(text: str, bracket: int, end: int) -> int:
    """Where a bracket is closed; -1 where it is not."""
    depth = 0
    for match in _ROUND.finditer(text, bracket, end):
        depth += 1 if match.group() == "(" else -1
        if depth == 0:
            return match.start()
    return -1
