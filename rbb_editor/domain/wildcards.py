"""Phrases as a language's file writes them, with signs for endings, gaps and choices, made into patterns."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import FIRST, NOTHING, Phrases, by_first_letter, in_parts, tree

_WITHIN = r"[^.;。;!?\n]"
_WITHIN_CLAUSE = r"[^.,;。;!?\n]"
_GAP = rf"{_WITHIN}{{0,40}}?"
_GAP_WITH_SPACE = rf"{_WITHIN}{{0,41}}?"
_LONG_GAP = rf"{_WITHIN}{{0,81}}?"
_GAP_OF_CHARACTERS = rf"{_WITHIN}{{0,16}}?"
_ENDING = r"[^\W\d_]{0,14}"
_GAPS = re.compile("([…‥])")
_BETWEEN_WORDS = re.compile(r"((?<=.)\\\*)?\\ (\0[^\x01]*\x01)?…\\ (\\\?)?")
_FIRSTS = re.compile("\0([^\1]*)\1")
_SIGNS = re.compile(r"\\(\((?!\\\?)|\)\\\?)|\\?([()|?*…‥#])")

_MANY = 96
"""First letters of phrases from which on it is quicker to ask for them in parts."""

_CHOICES = {"(": "(?:", r")\?": "|)"}
"""Of a choice and of one that may be absent: Python tries an empty choice sooner than a repetition."""


def pattern(words: Iterable[str], prefixes: str, *, spaced: bool) -> Phrases:
    """One pattern for many phrases; `*` any ending of a word, `…` up to forty characters of a sentence, `#` a digit,
    (a|b), ?, (?!a), (?<!a). In a phrase that begins with a comma `…` ends before the next one.

    `prefixes`: letters that may be written as one with the first word (Arabic "and"). It is made when it is first
    used.
    """
    return Phrases(partial(_source, tuple(words), prefixes, spaced=spaced))


def _source(words: Iterable[str], prefixes: str, *, spaced: bool) -> str:
    phrases = {_phrase(each, spaced=spaced) for word in words for each in _expanded(word)}
    found = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    if not found:
        return NOTHING
    found = [_FIRSTS.sub(partial(_near, reach=84 if spaced else 16), phrase) for phrase in found]
    if not spaced:
        plain = all(map(FIRST.match, found))
        return tree(found) if plain and not _many(found) else f"{_starting(found, '')}(?:{in_parts(found)})"
    marks = [phrase for phrase in found if phrase[0] in ",;:"]  # these follow a word without a space
    bodies = [phrase for phrase in found if phrase[0] not in ",;:"]
    if not bodies:
        return tree(marks)
    if not prefixes and all(map(FIRST.match, bodies)):
        return "|".join([*([tree(marks)] if marks else []), by_first_letter(bodies)])
    bodies = _endings_last(bodies)
    prefix = f"[{prefixes}]?" if prefixes else ""
    body = rf"{_starting(bodies, prefixes)}(?<![^\W_]){prefix}(?:{tree(bodies)})"
    return "|".join([*([tree(marks)] if marks else []), body])


def _endings_last(phrases: list[str]) -> list[str]:
    """Phrases with those that give only the ending of a word as one: what stands before it is passed over once."""
    endings = [phrase.removeprefix(_ENDING) for phrase in phrases if phrase.startswith(_ENDING)]
    if len(endings) < 2:
        return phrases
    whole = [phrase for phrase in phrases if not phrase.startswith(_ENDING)]
    return [*whole, f"{_ENDING}(?:{'|'.join(endings)})"]


def _expanded(word: str) -> list[str]:
    """A phrase that begins with a choice as one for each: so they are found by their first letters, too."""
    if not word.startswith("(") or word.startswith("(?"):
        return [word]
    firsts, end = _choice(word)
    if word[end : end + 1] == "*":  # any ending of whichever it is
        return [each for first in firsts for each in _expanded(first + word[end:])]
    optional = word[end : end + 1] == "?"
    return [
        each
        for first in [*firsts, *([""] if optional else [])]
        for each in _expanded((first + word[end + optional :]).lstrip())
    ]


def _choice(word: str) -> tuple[list[str], int]:
    """What a phrase that begins with a choice begins with, choices inside of them kept, and where the choice ends."""
    depth, start, firsts = 0, 1, []
    for place, sign in enumerate(word):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 or (depth == 1 and sign == "|"):
            firsts.append(word[start:place])
            start = place + 1
        if depth == 0:
            return firsts, place + 1
    raise ValueError(f"a choice without an end: {word}")


def _many(phrases: Sequence[str]) -> bool:
    """Whether phrases begin with so many letters that these are asked in parts."""
    return len({phrase[:1] for phrase in phrases}) > _MANY


def _starting(phrases: Sequence[str], prefixes: str) -> str:
    """What all of the phrases start with, looked at before anything else; "" where that is not plain."""
    firsts = [FIRST.match(phrase) for phrase in phrases]
    if not all(firsts):
        return ""
    letters = sorted({first[1] for first in firsts if first} | set(prefixes))
    return f"(?=[{''.join(letters)}])"


def _phrase(word: str, *, spaced: bool) -> str:
    folded = _with_firsts(fold(word).text.replace("… …", "‥"), spaced=spaced)
    escaped = _BETWEEN_WORDS.sub(_between, re.escape(folded))
    signs = {"*": _ENDING, "…": _GAP if spaced else _GAP_OF_CHARACTERS, "‥": _LONG_GAP, "#": r"\d"}
    phrase = _SIGNS.sub(lambda match: _CHOICES.get(match[1]) or signs.get(match[2], match[2]), escaped)
    if not spaced:
        return phrase
    if phrase.startswith(","):
        phrase = phrase.replace(_WITHIN, _WITHIN_CLAUSE)
    if _ends_with_choice(phrase):  # a choice may end with an elision: "(le|la|l')"
        return phrase + r"(?:(?<=')|(?![^\W_]))"
    ends = phrase[-1:].isalpha() or phrase.endswith(_ENDING) or (phrase[-1:] == "?" and phrase[-2:-1].isalpha())
    return phrase + r"(?![^\W_])" if ends else phrase


def _between(gap: re.Match[str]) -> str:
    """A gap between words with the spaces around it, the second of which may be absent where "?" follows."""
    ending, near = gap[1] or "", gap[2] or ""
    if gap[3]:
        return rf"{ending}{near}(?:\ {_GAP_WITH_SPACE}|)"
    # a space follows: shorter endings need not be tried
    return rf"{_ENDING + '+' if ending else ''}{near}\ (?:{_GAP}\ |)"


def _with_firsts(phrase: str, *, spaced: bool) -> str:
    """A phrase with the letters marked before each gap with which what stands behind it, and behind the gaps after it,
    may begin: where these are not near, the gap is not tried sign by sign. Nor is a long gap, nor several, where the
    last words are not.
    """
    parts = _GAPS.split(phrase)
    firsts: list[str] = []
    for at in range(len(parts) - 2, 0, -2):
        first = "".join(sorted(_firsts("".join(parts[at + 1 :]).removeprefix(" "))))
        if not first or not _is_whole(parts[at + 1]):
            firsts = []
        firsts = [first, *firsts] if first else []
        wide = parts[at:-1] != ["…"] and all(map(_is_whole, parts[at + 1 :: 2]))
        last = _last(parts[at:], spaced=spaced) if wide else ""
        parts[at - 1] += f"\0{chr(2).join(firsts)}{last}\1" if firsts or last else ""
    return "".join(parts)


def _last(parts: Sequence[str], *, spaced: bool) -> str:
    """For `_near`, how far the last words of a phrase may be behind a gap, the first of its parts, and those words."""
    widths = {"…": 42 if spaced else 16, "‥": 84}
    reach = sum(widths.get(part, len(part) + 14 * part.count("*")) for part in parts[:-1])
    return f"\3{reach}\3{parts[-1].removeprefix(' ?').removesuffix('*')}"


def _is_whole(part: str) -> bool:
    """Whether a part of a phrase begins and ends outside of a choice, so that all of it stands before what follows."""
    depth = 0
    for sign in part:
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or (depth == 0 and sign == "|"):
            return False
    return depth == 0


def _near(firsts: re.Match[str], reach: int) -> str:
    """What looks ahead for such letters: those behind the gap, and those behind each gap after it, so much farther; and
    for the last words, see `_last`.
    """
    letters_by_gap, *last = firsts[1].split("\3")
    found = ""
    for far, letters in enumerate(filter(None, letters_by_gap.split("\2"))):
        found += f"{_WITHIN[:-1]}{letters}]{{0,{(2 * far + 1) * reach}}}+[{letters}]"
    whole = f"(?={_WITHIN}{{0,{last[0]}}}{last[1]})" if last else ""
    return (f"(?={found})" if found else "") + whole


def _firsts(phrase: str) -> set[str]:
    """The letters with which a phrase may begin; none where that is not plain."""
    phrase = phrase.removeprefix("?")  # of a space behind a gap
    if phrase.startswith("(?"):
        return _firsts(phrase[_choice(phrase)[1] :]) if phrase.startswith("(?!") else set()
    choices, end = _choice(phrase) if phrase.startswith("(") else ([], 1)
    firsts = list(map(_firsts, choices)) or [{phrase[0]} if phrase[:1].isalpha() else set[str]()]
    if phrase[end : end + 1] == "?":
        firsts.append(_firsts(phrase[end + 1 :].removeprefix(" ")))
    return set().union(*firsts) if all(firsts) else set()


def _ends_with_choice(phrase: str) -> bool:
    """Whether a phrase ends with (?:a|b) or (?:a|), not with what must not follow, (?!a)."""
    if not phrase.endswith(")"):
        return False
    depth = 0
    for place in range(phrase.rindex(")"), -1, -1):
        depth += (phrase[place] == ")") - (phrase[place] == "(")
        if depth == 0:
            return phrase.startswith("(?:", place)
    return False
