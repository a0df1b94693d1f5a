"""Nouns in the dual, as Arabic has it: the noun itself says two."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rbb_editor.domain.numeral import Numeral, Numerals, each_match

LONGEST_DEED = 12
"""Letters of the longest word for a deed that a planned text opens with, and the space behind it, at most."""

_LETTERS_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,20}$")


def find_duals(texts: Sequence[str], numerals: Numerals) -> Iterator[tuple[int, Numeral]]:
    """The duals of folded texts, each with the place of its text.

    A dual adjective after its noun counts nothing, one joined to it by "and" does.
    """
    last, last_end = -1, -2
    for at, begin, ending in each_match(numerals.dual_form.finditer, texts):
        if at != last:
            last, last_end = at, -2
        text, end = texts[at], ending.end() - begin
        start = _word_start(text, ending.start() - begin)
        if start < 0:
            continue
        beside = start - last_end == 1
        joined = beside and text[start] in numerals.joiners
        after_deed = joined or (start <= LONGEST_DEED and text[: start - 1] in numerals.deeds)
        if not _is_dual(text[start + joined : end], numerals, after_deed=after_deed):
            continue
        if joined or not beside:
            yield at, Numeral(start, end, start, 2, written=True, dual=True)
        last_end = end


@lru_cache(4096)
def _is_dual(word: str, numerals: Numerals, *, after_deed: bool) -> bool:
    """Whether a word with such an ending means two; reports use the same words again and again.

    Behind what is done with it any noun does that is no plural by its form: "building of two dams".
    """
    bare = word[1:] if word[0] in numerals.dual_prefixes and len(word) > 6 else word
    if bare.startswith(numerals.article) or bare in numerals.not_dual or bare in numerals.words:
        return False
    short = numerals.short_dual_ends
    if any(bare[-1] == ending[-1] for ending in short):
        known = bare in numerals.bound_duals or (after_deed and bare[:-1] in numerals.duals)
        return known or (len(bare) >= 5 and bare.endswith(short))
    if after_deed and numerals.open_dual_form.match(word):
        return True
    known = bare[:-2].startswith(numerals.duals) and len(bare) < 12
    return known or (len(bare) >= 6 and bare.endswith(numerals.dual_ends))


def _word_start(text: str, end: int) -> int:
    """Where the word starts whose letters stand before `end`; -1 where there are none, or more than 20."""
    start = text.rfind(" ", max(0, end - 22), end) + 1
    if 0 < end - start <= 20 and text[start:end].isalpha():  # as nearly always
        return start
    before = _LETTERS_BEFORE.search(text, max(0, end - 21), end)
    return -1 if before is None else before.start()
