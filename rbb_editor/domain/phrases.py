r"""Phrases of a language table as one pattern, compiled when it is first used: a start needs few of the hundreds.

How such patterns are made quick: where all alternatives of a pattern begin with plain letters, Python passes over the
places of a text that begin none of them five times as fast as it would by trying the pattern there. So what must not
stand before a word is asked behind its first letter (`p(?<![^\W_]p)osts` for `(?<![^\W_])posts`), and many phrases
are a tree by their first letters.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence


class Phrases:
    """A regular expression that compiles itself on its first use; the methods are those of `re.Pattern`."""

    __slots__ = ("_source", "finditer", "match", "search")

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str | Callable[[], str]) -> None:
        """`source`: of the expression, or what makes it on that first use."""
        self._source = source

    @property
    def source(self) -> str:
        """The source of the expression."""
        if not isinstance(self._source, str):
            self._source = self._source()
        return self._source

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name not in ("search", "match", "finditer"):
            raise AttributeError(name)
        compiled = re.compile(self.source)
        self.search, self.match, self.finditer = compiled.search, compiled.match, compiled.finditer
        found: Callable[..., object] = getattr(compiled, name)
        return found


NOTHING = r"(?!)"
"""The source of a pattern that finds nothing."""

FIRST = re.compile(r"(\\[^dWw]|[^\\()\[.])(?![?*+{])")
"""The first letter of an alternative, where it is plain."""

LETTER = r"[^\W\d_]"
LETTER_OR_DIGIT = r"[^\W_]"


def whole_words(words: Iterable[str], sign: str = LETTER_OR_DIGIT, *, ending: bool = False) -> str:
    """The source of a pattern for any of some words or phrases, the longest first, with no `sign` before or behind.

    `ending`: signs may stand behind.
    """
    found = sorted(set(words), key=len, reverse=True)
    if not found:
        return NOTHING
    return f"(?:{by_first_letter(map(re.escape, found), sign)})" + ("" if ending else f"(?!{sign})")


def any_of(words: Iterable[str]) -> str:
    """The source of a pattern for any of some words, the longest first, wherever they stand."""
    return tree([*map(re.escape, sorted(set(words), key=len, reverse=True))]) or NOTHING


def by_first_letter(alternatives: Iterable[str], sign: str = LETTER_OR_DIGIT) -> str:
    """Any of some alternatives that begin with plain letters (see `FIRST`), with no `sign` before it."""
    groups: dict[str, list[str]] = {}
    for each in alternatives:
        first = FIRST.match(each)
        assert first is not None
        groups.setdefault(first[1], []).append(each[first.end() :])
    return "|".join(f"{letter}(?<!{sign}{letter})(?:{tree(rests, 2)})" for letter, rests in groups.items())


def tree(alternatives: Sequence[str], depth: int = 3) -> str:
    """Alternatives by their first letters: a search then tries few of hundreds at each place of a text.

    One that is at its end comes last, as the shortest of those alike.
    """
    if depth == 0 or len(alternatives) < 3:
        return "|".join(alternatives)
    groups: dict[str, list[str]] = {}
    branches: list[str] = []
    for each in alternatives:
        if first := FIRST.match(each):
            groups.setdefault(first[1], []).append(each[first.end() :])
        elif each:
            branches.append(each)
    for letter, rests in groups.items():
        branches.append(letter + (rests[0] if len(rests) == 1 else f"(?:{tree(rests, depth - 1)})"))
    return "|".join([*branches, ""] if "" in alternatives else branches)


def in_parts(alternatives: Sequence[str], size: int = 48) -> str:
    """A tree of alternatives, cut into parts of so many first letters, each asked for them as one: Python compares a
    sign with each of the letters that alternatives begin with, which takes long where these are hundreds.
    """
    firsts = [FIRST.match(each) for each in alternatives]
    letters = list(dict.fromkeys(first[1] for first in firsts if first))
    if not all(firsts) or len(letters) <= size:
        return tree(alternatives)
    parts: list[str] = []
    for start in range(0, len(letters), size):
        part = letters[start : start + size]
        found = [each for each, first in zip(alternatives, firsts, strict=True) if first and first[1] in part]
        parts.append(f"(?=[{''.join(part)}])(?:{tree(found)})")
    return "|".join(parts)
