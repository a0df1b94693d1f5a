"""The words with which a remark gives a reason, by what they do; resources/languages/en.toml says what each is for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases

_GAP = r"[^.;。;!?\n]{0,40}?"
_ENDING = r"[^\W\d_]{0,14}"
_FIRST = re.compile(r"(\\[^dWw]|[^\W_])(?![?*+{])")
"""The first letter of a pattern, where it is plain."""

_SIGNS = re.compile(r"\\?([()|?*…#])")


@dataclass(frozen=True, slots=True, eq=False)
class ReasonWords:
    """Patterns over folded text, one for each list of a language's [reasons] table."""

    deviation: Phrases
    causes: Phrases
    strong: Phrases
    links: Phrases
    relative: Phrases
    asides: Phrases
    tells: Phrases
    denials: Phrases
    concessions: Phrases
    besides: Phrases
    details: Phrases
    pronouns: Phrases
    events: Phrases
    waits: Phrases
    after: Phrases
    rest: Phrases
    negative: Phrases
    lacks: Phrases
    instead: Phrases
    demand: Phrases
    growth: Phrases
    extra: Phrases
    purposes: Phrases
    openings: Phrases
    abbreviations: frozenset[str]
    spaced: bool


def parse_reason_words(table: Mapping[str, Any], *, spaced: bool) -> ReasonWords:
    """The patterns of a [reasons] table; an absent list finds nothing."""
    names = [field.name for field in fields(ReasonWords) if field.name not in ("abbreviations", "spaced")]
    prefixes: str = table.get("prefixes", "")
    return ReasonWords(
        **{name: pattern(table.get(name, ()), prefixes, spaced=spaced) for name in names},
        abbreviations=frozenset(fold(word).text for word in table.get("abbreviations", ())),
        spaced=spaced,
    )


def pattern(words: Iterable[str], prefixes: str, *, spaced: bool) -> Phrases:
    """One pattern for many phrases; `*` any ending of a word, `…` up to forty characters of a sentence, `#` a digit,

    (a|b), ?, (?!a), (?<!a).

    `prefixes`: letters that may be written as one with the first word (Arabic "and").
    """
    found = sorted({_phrase(word, spaced=spaced) for word in words}, key=lambda phrase: (-len(phrase), phrase))
    if not found:
        return Phrases(NOTHING)
    if not spaced:
        return Phrases(_grouped(found))
    marks = [phrase for phrase in found if phrase[0] in ",;:"]  # these follow a word without a space
    body = _grouped([phrase for phrase in found if phrase[0] not in ",;:"])
    prefix = f"[{prefixes}]?" if prefixes else ""
    return Phrases("|".join([*marks, rf"(?<![^\W_]){prefix}(?:{body})"] if body else marks))


def _grouped(phrases: Sequence[str], depth: int = 3) -> str:
    """Alternatives as a tree by their first letters: a search then tries few of hundreds at each place of a text."""
    if depth == 0 or len(phrases) < 3:
        return "|".join(phrases)
    groups: dict[str, list[str]] = {}
    found: list[str] = []
    for phrase in phrases:
        if first := _FIRST.match(phrase):
            groups.setdefault(first[1], []).append(phrase)
        else:
            found.append(phrase)
    for letter, members in groups.items():
        rest = _grouped([member[len(letter) :] for member in members], depth - 1)
        found.append(members[0] if len(members) == 1 else f"{letter}(?:{rest})")
    return "|".join(found)


def _phrase(word: str, *, spaced: bool) -> str:
    escaped = re.escape(fold(word).text).replace(r"\ …\ ", rf"(?:\ {_GAP})?\ ")
    signs = {"*": _ENDING, "…": _GAP, "#": r"\d"}
    phrase = _SIGNS.sub(lambda match: signs.get(match[1], match[1]), escaped)
    if not spaced:
        return phrase
    if _ends_with_choice(phrase):  # a choice may end with an elision: "(le|la|l')"
        return phrase + r"(?:(?<=')|(?![^\W_]))"
    return phrase + r"(?![^\W_])" if phrase[-1:].isalpha() or phrase.endswith(_ENDING) else phrase


def _ends_with_choice(phrase: str) -> bool:
    """Whether a phrase ends with (a|b) or (a)?, not with what must not follow, (?!a)."""
    if not phrase.endswith((")", ")?")):
        return False
    depth = 0
    for place in range(phrase.rindex(")"), -1, -1):
        depth += (phrase[place] == ")") - (phrase[place] == "(")
        if depth == 0:
            return not phrase.startswith("(?", place)
    return False
