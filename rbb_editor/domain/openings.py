"""Where the sentences of a remark start, also where a stock opening starts one without a line break."""

from bisect import bisect_left, bisect_right

from rbb_editor.domain.folding import Folded
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.sentences import sentence_starts

LONGEST_LEAD = 2
"""Characters of a Chinese word that leads from a cause to its effect."""


def starts_of(text: str, folded: Folded, words: ReasonWords) -> list[int]:
    """Where sentences start in the folded text; a stock opening (产出高于计划数目) starts one even where its line
    break was lost.
    """
    starts = sentence_starts(text, spaced=words.spaced, abbreviations=words.abbreviations)
    if folded.places is not None:
        starts = [bisect_left(folded.places, start) for start in starts]
    if words.spaced:
        return starts
    openings = (match.start() for match in words.openings.finditer(folded.text))
    new = (start for start in openings if not _leads_on(folded.text, start, words))
    return sorted({*starts, *(start for start in new if not _follows_its_cause(folded.text, start, starts, words))})


def _follows_its_cause(text: str, start: int, starts: list[int], words: ReasonWords) -> bool:
    """Whether a sentence opened with a cause, and a comma leads to a place: 由于经费削减, 产出低于计划."""
    before = text[starts[bisect_right(starts, start) - 1] : start].strip()
    return before.endswith(",") and words.causes.match(before) is not None


def _leads_on(text: str, start: int, words: ReasonWords) -> bool:
    """Whether a word that leads to an effect stands right before a place: 因此产出高于计划."""
    found = words.forward.search(text, max(0, start - LONGEST_LEAD), start)
    return found is not None and found.end() == start
