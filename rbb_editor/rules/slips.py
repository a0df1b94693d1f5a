"""The rule about known slips of the pen: a table of each language says what they are."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from rbb_editor.domain.scripts import is_unspaced
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.texts import Texts


def word_mistaken(view: View, texts: Texts) -> Iterator[Problem]:
    """A word is the one that was meant, and a phrase is whole.

    Source: slips in A/72/701/Add.1 (维持和特派团 for 维持和平特派团, 对与, 为包括 without 在内), the spellings of the
    editorial manual. Wrong: "Untied Nations", "le aéroport", 联和国; right: "United Nations", "l’aéroport", 联合国.
    """
    joined = texts.joined
    for slip in view.language.slips:
        if slip.hint not in joined:
            continue
        for words in texts.prose():
            if slip.hint not in words.text:
                continue
            for start, end, instead in islice(slip.found(words.text[:LONGEST_READ]), MOST):
                if instead is None:
                    message = Text.of(N_("Something is missing or too much at “{words}”."), words=words.text[start:end])
                    yield replace(words.problem(message, start, end), guess=True)
                elif instead != words.text[start:end]:
                    one, two = _whole(words.text, start, end)
                    shown = f"{words.text[one:start]}{instead}{words.text[end:two]}"
                    message = Text.of(
                        N_("“{words}” seems to stand for “{instead}”."), words=words.text[one:two], instead=shown
                    )
                    yield words.problem(message, start, end, instead)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The letters of a slip with the rest of its words, where words stand between spaces."""
    while start and _is_letter(text[start - 1]) and start + LONGEST > end:
        start -= 1
    while end < len(text) and _is_letter(text[end]) and end - start < LONGEST:
        end += 1
    return start, end


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and not is_unspaced(sign)


MOST = 20
"""Slips of a kind that are shown in one text."""
LONGEST_READ = 200_000
"""Characters of a text in which slips are looked for."""
LONGEST = 40
"""Letters of a word that are shown."""
