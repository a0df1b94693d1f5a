"""How the nouns of a language look in its texts: what is written as one before them, and what their plurals keep."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases

LETTERS_LEFT = r"(?=[^\W\d_]{3})"
"""Letters of a noun that are left behind what is written as one with it, at least."""

BEGINNING = 5
"""Letters at the beginning of a noun by which its forms are known as one."""


class Nouns(Struct, frozen=True, eq=False):
    """The [nouns] table of a language, which those alone have whose nouns change as Arabic ones do; ar.toml says more.

    `prefix`: what may be written as one before a noun, from its first letter on; `definite`: such with an article.
    `prefixed`: there is either. `rooted`: plurals change inside a word, so that only its consonants tell its forms from
    other words.
    """

    article: str
    prefix: Phrases
    definite: Phrases
    prefixed: bool
    before: tuple[str, ...]
    unprefixed: tuple[str, ...]
    vowels: Mapping[int, None]
    endings: tuple[str, ...]
    numbers: tuple[str, ...]
    rooted: bool

    def kept(self, noun: str) -> str:
        """The consonants of a noun, which its plural keeps: the same for one and several reports or visits."""
        return _without(noun, self.endings).translate(self.vowels) or noun

    def of_any_number(self, noun: str) -> str:
        """The consonants of the beginning of a noun whose ending may be one of number or gender."""
        return _without(noun, self.numbers).translate(self.vowels)

    def bare(self, word: str) -> str:
        """A word without what is written as one before it."""
        found = self.prefix.match(word)
        return word[found.end() :] if found else word

    def without_article(self, word: str) -> str:
        """A word without an article and what is written as one before that."""
        found = self.definite.match(word)
        return word[found.end() :] if found else word


@lru_cache(4096)
def beginning(word: str, nouns: Nouns) -> str:
    """The beginning of a word without what is written as one before it; reports use the same words again and again."""
    return nouns.bare(word)[:BEGINNING]


def parse_nouns(table: Mapping[str, Any]) -> Nouns:
    """The nouns of a [nouns] table; one without any of it finds nothing and leaves a word as it is."""
    prefix, definite = table.get("prefix"), table.get("definite")
    return Nouns(
        article=fold(table.get("article", "")).text,
        prefix=Phrases(f"{prefix}{LETTERS_LEFT}" if prefix else NOTHING),
        definite=Phrases(f"{definite}(?=..)" if definite else NOTHING),
        prefixed=bool(prefix or definite),
        before=_folded(table, "before"),
        unprefixed=_folded(table, "unprefixed"),
        vowels=dict.fromkeys(map(ord, table.get("vowels", ""))),
        endings=_folded(table, "endings"),
        numbers=_folded(table, "numbers"),
        rooted="vowels" in table,
    )


def _folded(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The words of a list, the longest first."""
    return tuple(sorted((fold(word).text for word in table.get(key, ())), key=len, reverse=True))


def _without(noun: str, endings: tuple[str, ...]) -> str:
    """A noun without the longest of some endings that leaves two letters of it."""
    if not noun.endswith(endings):  # as most
        return noun
    ending = next((each for each in endings if len(noun) - len(each) >= 2 and noun.endswith(each)), "")
    return noun.removesuffix(ending)
