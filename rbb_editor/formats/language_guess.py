"""In which of the document languages a text is written: by script, then by fixed phrases and frequent words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.formats import wording

LATIN = "LATIN"
SAMPLE = 60_000
PHRASE = 5
"""A fixed phrase of a report counts as many frequent words."""
SHARE, SHARE_OF_SIGNS = 0.35, 0.15
"""Which share of its letters a text has in a script; in one without spaces a letter says as much as a word."""


def guess_language(texts: Iterable[str]) -> tuple[str, bool]:
    """(code, sure) of the language of `texts`; English where nothing speaks for any."""
    sample = _sample(texts)
    languages = sorted(map(resources.language, resources.language_codes()), key=lambda each: each.spaced)
    scripts = _scripts(sample)
    for language in languages:
        script = _script_of(language)
        share = scripts[script] / (scripts.total() or 1)
        if script != LATIN and share > (SHARE if language.spaced else SHARE_OF_SIGNS):
            return _by_words(sample, [each for each in languages if _script_of(each) == script])
    return _by_words(sample, [each for each in languages if _script_of(each) == LATIN])


def _by_words(sample: str, languages: Sequence[Language]) -> tuple[str, bool]:
    """Which of some languages of one script; the only one surely, but for Latin, in which many are written."""
    if len(languages) == 1 and _script_of(languages[0]) != LATIN:
        return languages[0].code, True
    counts = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    scores = {each.code: sum(counts[word] for word in each.common) for each in languages}
    folded = wording.fold(sample)
    for words in wording.all_words():
        if words.code in scores:
            phrases = (*words.accomplishment, *words.planned[:2], *words.completed[:1])
            scores[words.code] += PHRASE * sum(folded.count(phrase) for phrase in phrases if len(phrase) > 8)
    if not any(scores.values()):
        return "en", False
    best, second = [*sorted(scores.values(), reverse=True), 0][:2]
    return max(scores, key=lambda code: scores[code]), best > 1.3 * second


@cache
def _script_of(language: Language) -> str:
    """The script in which a language is written: that of its phrases."""
    return _scripts("".join((language.name, *language.phrases.values()))).most_common(1)[0][0]


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has, by the first word of their names in Unicode."""
    found: Counter[str] = Counter()
    for sign, times in Counter(text).items():
        if sign.isalpha():
            found[unicodedata.name(sign, "").partition(" ")[0]] += times
    return found


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
