"""How one sign, word or pattern is looked for in the joined texts of many outputs; see `glances`."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rbb_editor.domain.folding import folded_text
from rbb_editor.domain.slips import Slip
from rbb_editor.rules.traits import Trait

FEW = 4
"""Signs of one trait that are looked for one by one."""

NEAR = 60
"""Characters before and behind its hint in which the whole of a slip stands, with what tells that it is one."""

Find = Callable[[str, int, int], int]
"""Where something first shows in a text between two places; -1: nowhere."""


class Look(NamedTuple):
    """What is looked for; `word`: letters without which it does not stand there, folded, where they are known; between
    spaces where they are a whole word.
    """

    trait: Trait
    word: str
    find: Find


def sign_looks(trait: Trait, shown: Sequence[str]) -> list[Look]:
    """The looks for any of some signs that are known to be there."""
    if len(shown) <= FEW:
        return [literal(trait, sign) for sign in shown]
    return [pattern(trait, f"[{re.escape(''.join(shown))}]")]


def pattern(trait: Trait, source: str, words: str = "") -> Look:
    """The look for a pattern; `words`: without which it finds nothing, where that is known."""
    search = re.compile(source).search

    def find(text: str, start: int, end: int) -> int:
        match = search(text, start, end)
        return -1 if match is None else match.start()

    return Look(trait, _longest(words), find)


def literal(trait: Trait, words: str) -> Look:
    """The look for a word or a phrase as it stands, also within others."""
    return Look(trait, _longest(words), lambda text, start, end: text.find(words, start, end))


def phrase(trait: Trait, words: str) -> Look:
    """The look for whole words."""
    size = len(words)

    def find(text: str, start: int, end: int) -> int:
        at = text.find(words, start, end)
        while at >= 0 and (text[at - 1 : at].isalpha() or text[at + size : at + size + 1].isalpha()):
            at = text.find(words, at + 1, end)
        return at

    return Look(trait, _longest(words), find)


def slip_look(slip: Slip) -> Look:
    """The look for a slip of a language with spaces: its hint alone may stand in every other text."""
    if slip.whole:
        return phrase(Trait.SLIPS, slip.hint)
    if slip.pattern.source.startswith((re.escape(slip.hint), slip.hint.lstrip())):
        return pattern(Trait.SLIPS, slip.pattern.source, slip.hint)
    hint, search = slip.hint, re.compile(slip.pattern.source).search

    def find(text: str, start: int, end: int) -> int:
        at, ahead = text.find(hint, start, end), NEAR
        while at >= 0:
            if match := search(text, max(0, at - NEAR), at + ahead):
                return max(at, match.start()) if match.start() < end else -1
            seen = at + ahead - NEAR
            at = text.find(hint, seen + 1, end)
            ahead = 2 * ahead if at < seen + NEAR else NEAR  # a text full of hints is read once
        return -1

    return Look(Trait.SLIPS, _longest(hint), find)


def _longest(words: str) -> str:
    """The longest word of a phrase, folded; with its spaces where it stands between two."""
    longest = max(_LETTERS.findall(words), key=len, default="")
    return folded_text(f" {longest} " if f" {longest} " in words else longest)


_LETTERS = re.compile(r"[^\W\d_]+")
