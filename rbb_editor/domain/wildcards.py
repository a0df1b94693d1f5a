"""Phrases as a language's file writes them, with signs for endings, gaps and choices, made into patterns."""

from collections.abc import Iterable, Sequence
from functools import partial

from rbb_editor.domain.choices import expanded, openings
from rbb_editor.domain.folding import fold
from rbb_editor.domain.gaps import ENDING, cut, in_order, together
from rbb_editor.domain.phrases import FIRST, LETTER, NOTHING, Phrases, by_first_letter, in_parts, tree

_MANY = 96
"""First letters of phrases from which on it is quicker to ask for them in parts."""


def pattern(words: Iterable[str], prefixes: str, *, spaced: bool) -> Phrases:
    """One pattern for many phrases; `*` any ending of a word, `…` up to forty characters of a sentence, `#` a digit,
    (a|b), ?, (?!a), (?<!a). In a phrase that begins with a comma `…` ends before the next one.

    `prefixes`: letters that may be written as one with the first word (Arabic "and"). It is made when it is first
    used.
    """
    return Phrases(partial(_source, tuple(words), prefixes, spaced=spaced))


def _source(listed: Iterable[str], prefixes: str, *, spaced: bool) -> str:
    phrases = {fold(each).text.replace("… …", "‥") for word in listed for each in expanded(word)}
    if not phrases:
        return NOTHING
    if not spaced:
        found = _sources(phrases, spaced=False)
        all_plain = all(map(FIRST.match, found))
        return tree(found) if all_plain and not _many(found) else f"{_starting(found, '')}(?:{in_parts(found)})"
    # these follow a word without a space
    marks = [tree(found)] if (found := _sources((each for each in phrases if each[0] in ",;:"), spaced=True)) else []
    words = {each for each in phrases if each[0] not in ",;:"}
    bodies = _sources(words, spaced=True)
    if not bodies:
        return "|".join(marks)
    if not prefixes and all(map(FIRST.match, bodies)):
        return "|".join([*marks, by_first_letter(bodies)])
    bodies = _endings_last(bodies)
    starting = _starting(bodies, prefixes)
    letter = "" if starting or not _in_words(words) else f"(?={LETTER})"
    prefix = f"[{prefixes}]?" if prefixes else ""
    body = rf"{starting}(?<![^\W_]){letter}{prefix}(?:{tree(bodies)})"
    return "|".join([*marks, body])


def _sources(phrases: Iterable[str], *, spaced: bool) -> list[str]:
    """The sources of phrases, the longest first; those that are alike up to their last gap are one."""
    alike: dict[str | tuple[str, ...], list[str]] = {}
    for source, phrase in in_order(phrases, spaced=spaced):
        *before, last = cut(phrase)
        alike.setdefault(tuple(before) or source, []).append(last)
    return [
        before if isinstance(before, str) else together(before, lasts, spaced=spaced) for before, lasts in alike.items()
    ]


def _endings_last(phrases: list[str]) -> list[str]:
    """Phrases with those that give only the ending of a word as one: what stands before it is passed over once."""
    endings = [phrase.removeprefix(ENDING) for phrase in phrases if phrase.startswith(ENDING)]
    if len(endings) < 2:
        return phrases
    whole = [phrase for phrase in phrases if not phrase.startswith(ENDING)]
    return [*whole, f"{ENDING}(?:{'|'.join(endings)})"]


def _in_words(phrases: Iterable[str]) -> bool:
    """Whether all of some phrases begin with a letter, also those that give only the ending of a word."""
    return all(map(str.isalpha, (each for phrase in phrases for each in openings(phrase.removeprefix("*"), 1))))


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
