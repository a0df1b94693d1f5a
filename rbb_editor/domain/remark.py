"""What a text of an output tells: its numbers, counts and sentences, found when first asked for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rbb_editor.domain.count import Count
from rbb_editor.domain.counts import find_counts, find_counts_of_all
from rbb_editor.domain.folding import Folded, fold, fold_all
from rbb_editor.domain.language import Language
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.once import Once
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.sentences import sentence_starts
from rbb_editor.domain.values import Number

if TYPE_CHECKING:
    from rbb_editor.domain.figures import PlannedText

LONGEST = 8_000
"""Characters of a text that are read; a longer remark is no remark any more, and typing in it must stay quick."""

BESIDE = 24
"""Characters around a number in which a word may say that it was only planned."""

MOST = 40
"""Counts at the start of a remark among which its figure is looked for."""

STEM = 4
"""Letters by which two forms of a noun are known as one."""

ROOT = 3
"""Consonants by which two forms of an Arabic noun are known as one."""

_TWICE = re.compile(r"(.)\1")
_CLAUSE = re.compile(r"[,;:(。\n]")


class Told:
    """A text as read. Places are those of the folded text; `span` leads back to the text itself."""

    def __init__(
        self, text: str, language: Language, read: "PlannedText | None" = None, folded: str | None = None
    ) -> None:
        """Nothing is read yet, but for a planned text whose counts are known: `read`.

        `folded`: its folded form, where that is known.
        """
        self.text = text
        self._language = language
        self._known = folded if len(text) <= LONGEST else None
        if read is not None and len(text) <= LONGEST:
            self.__dict__.update(folded=read.folded, counts=read.counts)

    @Once
    def folded(self) -> Folded:
        """The folded text, up to the characters that are read."""
        return fold(self.text[:LONGEST]) if self._known is None else Folded(self._known, self.text)

    @Once
    def counts(self) -> Sequence[Count]:
        """What is counted, in order; years, dates, symbols and durations are not among it."""
        return find_counts(self.folded.text, self._language)

    @Once
    def numerals(self) -> Sequence[Numeral]:
        """All numbers in their order, whatever they are."""
        return find_numerals(self.folded.text, self._language.numerals)

    @Once
    def values(self) -> frozenset[Number]:
        """The values of all numbers."""
        return frozenset(numeral.value for numeral in self.numerals)

    @Once
    def sentences(self) -> list[int]:
        """Where sentences start in the folded text, and its end."""
        words = self._language.reasons
        text = self.text[:LONGEST]
        starts = sentence_starts(text, spaced=words.spaced, abbreviations=words.abbreviations)
        if self.folded.places is not None:
            starts = [bisect_left(self.folded.places, start) for start in starts]
        return [*starts, len(self.folded.text)]

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence that holds a place starts and ends."""
        at = min(bisect_right(self.sentences, place), len(self.sentences) - 1)
        return self.sentences[at - 1], self.sentences[at]

    def ahead(self, pattern: Phrases, place: int) -> re.Match[str] | None:
        """Where a pattern is found before a place in its sentence; sentences are told apart only where it may be."""
        if pattern.search(self.folded.text, 0, place) is None:
            return None
        return pattern.search(self.folded.text, self.sentence(place)[0], place)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text in the text itself."""
        return self.folded.source(start), self.folded.source(max(start, end - 1)) + 1

    def quote(self, start: int, end: int) -> str:
        """The words of a stretch as they stand in the text."""
        one, two = self.span(start, end)
        return self.text[one:two].strip()

    def only_planned(self, count: Count) -> bool:
        """Whether words beside a count say that it was planned, not done: "of the 85 planned"."""
        text = self.folded.text
        start, end = self.sentence(count.start)
        words = self._language.remarks.planned
        return bool(
            words.search(text, max(start, count.start - BESIDE), count.start)
            or words.search(text, count.end, min(end, count.end + BESIDE))
        )

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds a stretch: between commas and the like, and between "and" where it told a deed before.

        An Arabic "and" is a letter of the verb behind it: "8 visits were made and 2 cancelled".
        """
        text, words = self.folded.text, self._language.remarks
        first, last = self.sentence(start)
        edges = [first, last, *(match.end() for match in _CLAUSE.finditer(text, first, last))]
        prefixes = self._language.reasons.prefixes
        joints = [match.start() for match in words.joints.finditer(text, first, last)]
        joints += [m.start() for m in words.put_off.finditer(text, first, last) if text[m.start()] in prefixes]
        for joint in sorted(joints):
            before = max(edge for edge in edges if edge <= joint)
            if words.restating.search(text, before, joint):
                edges.append(joint)
        return max(edge for edge in edges if edge <= start), min(edge for edge in edges if edge >= end)

    def is_put_off(self, count: Count) -> bool:
        """Whether the clause of a count says that it was not done, or put off."""
        words, text = self._language.remarks, self.folded.text
        if words.undone.search(text) is None and words.put_off.search(text) is None:
            return False
        clause = self.clause(count.start, count.end)
        return any(pattern.search(text, *clause) for pattern in (words.undone, words.put_off))

    def is_undone(self, count: Count) -> bool:
        """Whether the sentence of a count says that something was not done."""
        start, end = self.sentence(count.start)
        return self._language.remarks.undone.search(self.folded.text, start, end) is not None


def count_ahead(many: Iterable[Told], language: Language) -> None:
    """Finds what many texts count as one, which takes a third of the time of one by one; those read before keep it."""
    unread = [told for told in many if "counts" not in told.__dict__]
    folded = fold_all([told.text[:LONGEST] for told in unread])
    counts = find_counts_of_all([each.text for each in folded], language)
    for told, form, found in zip(unread, folded, counts, strict=True):
        told.__dict__.update(folded=form, counts=found)


def names_plainly(remark: str, cell: str) -> bool:
    """Whether a remark holds what stands in a completed cell as it stands there."""
    said = cell.strip()
    at = remark.find(said)
    if at < 0 or not said:
        return False
    before, after = remark[at - 1 : at] or " ", remark[at + len(said) : at + len(said) + 1] or " "
    return not (before.isdigit() or before in ",./" or after.isdigit() or after in ",./")


def alike(one: Count, other: Count, language: Language) -> bool:
    """Whether two counts count the same kind of thing, by their noun (in Chinese by the measure word)."""
    if one.role is not other.role or one.percent != other.percent:
        return False
    return one.percent or (bool(one.noun) and stem(one.noun, language) == stem(other.noun, language))


def same_noun(word: str, noun: str, language: Language) -> bool:
    """Whether a word of a text is a form of a counted noun."""
    if language.nouns.rooted:
        return stem(_bare(word, language), language) == stem(noun, language)
    return word.startswith(stem(noun, language))


def stem(noun: str, language: Language) -> str:
    """What is the same in the forms of a noun: in Arabic, whose plurals change inside, its first consonants."""
    if not language.nouns.rooted:
        return noun[:STEM]
    root = _TWICE.sub(r"\1", language.nouns.of_any_number(noun[:5]))
    return root[:ROOT] if len(root) > 1 else noun[:ROOT]


def _bare(word: str, language: Language) -> str:
    """A word as far as a counted noun is known of it, without "and" and the article."""
    return language.nouns.without_article(word.strip("،.؛:()"))[:5]


def of_kind(told: Told, planned: Iterable[Count], language: Language, *, each: bool = False) -> Sequence[Count]:
    """The counts of a remark that are of the kind of one of some planned counts, and were not only planned.

    `each`: of a sentence that says that something was not done only those are left out that are said not to be.
    """
    kinds = [count for count in planned if not count.article]
    return [
        count
        for count in told.counts[:MOST]
        if not count.article
        and any(alike(count, kind, language) for kind in kinds)
        and not told.only_planned(count)
        and not (told.is_put_off(count) if each else told.is_undone(count))
    ]


def sums(values: Iterable[Number]) -> frozenset[Number]:
    """All sums of some of at most eight numbers."""
    found: set[Number] = {0}
    for value in list(values)[:8]:
        found |= {total + value for total in found}
    return frozenset(found)
