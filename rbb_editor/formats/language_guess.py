"""In which of the document languages a text is written: by script, then by fixed phrases and function words."""

import re
from collections import Counter
from collections.abc import Iterable

from rbb_editor import resources
from rbb_editor.formats import wording

SCRIPTS = {
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
FUNCTION_WORDS = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "for",
            "was",
            "were",
            "with",
            "by",
            "on",
            "were",
            "from",
            "that",
            "which",
            "were",
            "conducted",
            "held",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "du",
            "et",
            "à",
            "aux",
            "pour",
            "dans",
            "une",
            "ont",
            "été",
            "sur",
            "par",
            "au",
            "en",
            "cours",
        ]
    ),
    "es": frozenset(
        ["el", "los", "las", "del", "y", "para", "en", "una", "fueron", "se", "con", "por", "al", "que", "sobre", "la"]
    ),
}
SAMPLE = 60_000
PHRASE = 5
"""A fixed phrase of a report counts as many function words."""


def guess_language(texts: Iterable[str]) -> tuple[str, bool]:
    """(code, sure) of the language of `texts`; English where nothing speaks for any."""
    sample = _sample(texts)
    known = resources.language_codes()
    letters = sum(map(str.isalpha, sample)) or 1
    for code, script in SCRIPTS.items():
        # a Chinese letter says as much as a word
        share = len(script.findall(sample)) / letters
        if code in known and share > (0.15 if code == "zh" else 0.35):
            return code, True
    counts = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    scores = {code: sum(counts[word] for word in words) for code, words in FUNCTION_WORDS.items() if code in known}
    folded = wording.fold(sample)
    for words in wording.all_words():
        if words.code in scores:
            phrases = (*words.accomplishment, *words.planned[:2], *words.completed[:1])
            scores[words.code] += PHRASE * sum(folded.count(phrase) for phrase in phrases if len(phrase) > 8)
    if not scores or not any(scores.values()):
        return "en", False
    best, second = [*sorted(scores.values(), reverse=True), 0][:2]
    return max(scores, key=lambda code: scores[code]), best > 1.3 * second


def _sample(texts: Iterable[str]) -> str:
    """The beginning, enough to tell a language."""
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > SAMPLE:
            break
    return "\n".join(found)
