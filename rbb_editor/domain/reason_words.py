"""The words with which a remark gives a reason, by what they do; resources/languages/en.toml says what each is for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from rbb_editor.domain.folding import fold

_GAP = r"[^.;。;!?\n]{0,40}?"
_ENDING = r"[^\W\d_]{0,14}"
_SIGNS = re.compile(r"\\?([()|?*…])")


@dataclass(frozen=True, slots=True, eq=False)
class ReasonWords:
    """Patterns over folded text, one for each list of a language's [reasons] table."""

    deviation: re.Pattern[str]
    causes: re.Pattern[str]
    strong: re.Pattern[str]
    links: re.Pattern[str]
    relative: re.Pattern[str]
    pronouns: re.Pattern[str]
    events: re.Pattern[str]
    waits: re.Pattern[str]
    rest: re.Pattern[str]
    negative: re.Pattern[str]
    lacks: re.Pattern[str]
    instead: re.Pattern[str]
    demand: re.Pattern[str]
    growth: re.Pattern[str]
    extra: re.Pattern[str]
    purposes: re.Pattern[str]
    openings: re.Pattern[str]
    abbreviations: frozenset[str]
    spaced: bool


def parse_reason_words(table: Mapping[str, Any], *, spaced: bool) -> ReasonWords:
    """The patterns of a [reasons] table; an absent list finds nothing."""
    names = [field.name for field in fields(ReasonWords) if field.name not in ("abbreviations", "spaced")]
    return ReasonWords(
        **{name: _pattern(table.get(name, ()), spaced=spaced) for name in names},
        abbreviations=frozenset(fold(word).text for word in table.get("abbreviations", ())),
        spaced=spaced,
    )


def _pattern(words: Iterable[str], *, spaced: bool) -> re.Pattern[str]:
    """One pattern for many phrases; `*` any ending of a word, `…` up to forty characters of a sentence, (a|b), ?."""
    found = sorted({_phrase(word, spaced=spaced) for word in words}, key=lambda phrase: (-len(phrase), phrase))
    if not found:
        return re.compile(r"(?!)")
    body = "|".join(found)
    return re.compile(rf"(?<![^\W_])(?:{body})" if spaced else body)


def _phrase(word: str, *, spaced: bool) -> str:
    escaped = re.escape(fold(word).text)
    signs = {"*": _ENDING, "…": _GAP}
    phrase = _SIGNS.sub(lambda match: signs.get(match[1], match[1]), escaped)
    return (
        phrase + r"(?![^\W_])"
        if spaced and phrase[-1:].isalpha()
        else phrase + r"(?![^\W_])" * (spaced and phrase.endswith(_ENDING))
    )
