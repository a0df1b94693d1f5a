"""Arabic nouns in the dual: the noun itself says two."""

import re
from collections.abc import Iterator

from rbb_editor.domain.numeral import Numeral, Numerals

_TWO = re.compile(r"(?:[اي]ن|(?:(?<!ا)ت[اي]|ي)(?= [^\W\d_]))(?![^\W_])")
"""Endings of words that may mean two; before another noun they are short: زيارتا متابعة."""
_LETTERS_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,20}$")


def find_duals(text: str, numerals: Numerals) -> Iterator[Numeral]:
    """The duals of a folded text; a dual adjective after its noun counts nothing."""
    last_end = -2
    for ending in _TWO.finditer(text):
        start, end = _word_start(text, ending.start()), ending.end()
        if start < 0:
            continue
        word = text[start:end]
        bare = word[1:] if word[:1] in "وبلف" and len(word) > 6 else word
        known = bare[:-2].startswith(numerals.duals) and len(bare) < 12
        short = bare[-1] in "اي"
        if short:
            ends_in_two = bare in numerals.bound_duals or (len(bare) >= 5 and bare[-2] == "ت")
            ends_in_two = ends_in_two or (bare[:-1] in numerals.duals and text[: start - 1] in numerals.deeds)
        else:
            ends_in_two = known or (len(bare) >= 6 and bare.endswith(numerals.dual_ends))
        if not ends_in_two:
            continue
        if bare.startswith("ال") or bare in numerals.not_dual or bare in numerals.words:
            continue
        if start - last_end > 1:
            yield Numeral(start, end, start, 2, written=True, dual=True)
        last_end = end


def _word_start(text: str, end: int) -> int:
    """Where the word starts whose letters stand before `end`; -1 where there are none, or more than 20."""
    start = text.rfind(" ", max(0, end - 22), end) + 1
    if 0 < end - start <= 20 and text[start:end].isalpha():  # as nearly always
        return start
    before = _LETTERS_BEFORE.search(text, max(0, end - 21), end)
    return -1 if before is None else before.start()
