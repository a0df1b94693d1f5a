"""How likely a remark gives a reason for a deviation, by what it has in common with remarks whose answer is known.

The patterns of `reasons` tell what they know. Plain statements of the world have more forms than any list ("Two
battalions nobody had planned for arrived in February"), and many that look like one only tell what was done. So where
no word of a cause stands, the words and pairs of words of a remark are weighed, too: the weights of
resources/likelihood/CODE.tsv come out of some three thousand rows a language (packaging/weigh.py) by logistic
regression, a sign and its weight a line, so that what decided can be looked up.

A language without such a file is read by its patterns alone; so is Chinese, whose patterns know the published text
better than weights out of made-up rows do.
"""

import re
from itertools import pairwise
from math import exp, sqrt

from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import Outcome

DOUBTED = 0.12
"""How likely a remark is at most in which a pattern has found a reason that is none."""
LONGEST = 4000
"""Characters of a text that are weighed."""
BASE = "="
"""The weight of every remark; with an outcome behind it, of the remarks about such a one."""
TAKEN = "?"
"""In a table of weights: how likely a remark has to be for a reason that no pattern finds."""

STEM = 5
"""Letters of a word that its forms have in common."""
SHORT = 3
"""Letters of a word of the planned text that is weighed as any other in the remark."""
NUMBER = "#"
PLANNED = "P"
"""Stands for any word of the planned text: what was planned is no reason."""
_TOKENS = re.compile(r"\d[\d .,]*\d|\d|[^\W\d_]+|[,;:.()%-]")
_ALIKE = str.maketrans({"。": ".", "、": ","})


def likelihood(text: str, outcome: Outcome, language: Language, planned: str) -> float:
    """How likely a remark, or a sentence of it, gives a reason for the outcome its planned text came to: 0 to 1."""
    weights = language.weights
    weight = weights.get(BASE, 0.0)
    for sign, amount in signs_of(text, outcome, language, planned).items():
        weight += weights.get(sign, 0.0) * amount
    return 1 / (1 + exp(-weight))


def signs_of(text: str, outcome: Outcome, language: Language, planned: str) -> dict[str, float]:
    """All that is weighed of a remark, and how much each counts. What a word counts falls with the square root of how
    many there are, so that a long list of what was done does not add up to a reason.
    """
    words = _words(text[:LONGEST], planned, spaced=language.spaced)
    signs = {f"{BASE}{outcome.value}", *words, *map(" ".join, pairwise(words))}
    return dict.fromkeys(signs, 1 / sqrt(len(signs)))


def _words(text: str, planned: str, *, spaced: bool) -> list[str]:
    """The words and signs of a remark in order, between two for its ends; those of the planned text are all one word,
    numbers another. Where no spaces stand between words, each character is one.
    """
    of_plan = {_stem(word[0]) for word in _TOKENS.finditer(fold(planned[:LONGEST]).text) if len(word[0]) > SHORT}
    words = ["^"]
    for token in _TOKENS.findall(fold(text).text.translate(_ALIKE)):
        if token[0].isdigit():
            words.append(NUMBER)
        elif not spaced and not token.isascii():
            words += token
        else:
            stem = _stem(token)
            words.append(PLANNED if spaced and stem in of_plan else stem)
    return [*words, "$"]


def _stem(word: str) -> str:
    return word if len(word) <= STEM else f"{word[:STEM]}*"
