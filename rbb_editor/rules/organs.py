"""Names of organs and units in a text: their noun, and the words by which one is told from another."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import LETTER, NOTHING, by_first_letter
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.signs import WORD

STEM = 5
"""Letters by which two forms of a word are known as one."""

SHORT = 4
"""Letters below which a word tells nothing: articles, prepositions; one fewer in Arabic."""

BEFORE, BEHIND = 2, 4
"""Words before and behind a noun that belong to a name."""

AHEAD = 48
"""Characters before a noun in which these words are looked for."""

_BREAK = re.compile(r"[^\w\s'-]|\n")


class Organ(NamedTuple):
    """A name at [start:end] of a folded text. `noun`: as in the list of the language; `key`: stems of its words."""

    start: int
    end: int
    noun: str
    key: frozenset[str]

    def is_same(self, other: "Organ") -> bool:
        """Whether both may be one organ: of one noun, and no word tells them apart."""
        return self.noun == other.noun and (not self.key or not other.key or bool(self.key & other.key))


def organs(text: str, language: Language) -> list[Organ]:
    """The names in a folded text of a language that has spaces between its words."""
    least = SHORT - language.nouns.rooted
    found = []
    for match in _noun_words(language).finditer(text):
        before = _before(text, match, language)
        behind = [match]
        if language.counts.head != "last":
            behind = _behind(text, [match, *islice(WORD.finditer(text, match.end()), BEHIND)])
        others = [language.nouns.bare(each.group()) for each in (*before, *behind[1:])]
        key = {word[:STEM] for word in others if len(word) >= least and word not in language.counts.stops}
        first = next((each for each in before if len(each.group()) >= SHORT), match)
        found.append(Organ(first.start(), behind[-1].end(), match[2], frozenset(key)))
    return found


def _before(text: str, noun: re.Match[str], language: Language) -> list[re.Match[str]]:
    """What stands before a noun and belongs to its name: any word in English, adjectives in the other languages."""
    any_word, endings = language.counts.head == "last", language.counts.adjective_endings
    if not any_word and not endings:
        return []
    start = noun.start(1)
    ahead = [*WORD.finditer(text, max(0, start - AHEAD), start)][-BEFORE:]
    return [each for each in _run(text, [*ahead, noun])[:-1] if any_word or each.group().endswith(endings)]


def _run(text: str, words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The last of some words that no mark of punctuation keeps apart."""
    kept = [words[-1]]
    for one, two in reversed(list(pairwise(words))):
        if _BREAK.search(text, one.end(), two.start()):
            break
        kept.append(one)
    return kept[::-1]


def _behind(text: str, words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The first of some words that no mark of punctuation or figure keeps apart."""
    kept = [words[0]]
    for one, two in pairwise(words):
        between = text[one.end() : two.start()]
        if between != " " and (_BREAK.search(between) or any(map(str.isdigit, between))):
            break
        kept.append(two)
    return kept


@cache
def _noun_words(language: Language) -> re.Pattern[str]:
    """Finds words that begin with a noun of an organ, behind what Arabic writes as one with it: the word, the noun."""
    nouns = sorted(map(re.escape, language.remarks.names), key=len, reverse=True)
    if not nouns:
        return re.compile(NOTHING)
    if language.nouns.article:
        return re.compile(rf"(?<![^\W\d_]){language.nouns.prefix.source}(({'|'.join(nouns)})[^\W\d_]*)")
    return re.compile(rf"(({by_first_letter(nouns, LETTER)})[^\W\d_]*)")


def nouns_in(text: str, language: Language) -> frozenset[str]:
    """The nouns of the names in a folded text, as in the list of the language."""
    return frozenset([match[2] for match in _noun_words(language).finditer(text)])


@cache
def any_noun(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any noun of an organ."""
    return re.compile("|".join(map(re.escape, nouns)) or r"(?!)")


class ChineseName(NamedTuple):
    """A Chinese name of an organ: its ending, and the characters before it that tell it from others."""

    start: int
    end: int
    noun: str
    rest: str


def chinese_names(text: str, language: Language) -> Iterator[ChineseName]:
    """The names in a folded Chinese text."""
    for match in _ending(language).finditer(text):
        yield ChineseName(match.start(), match.end(), match[2], match[1])


@cache
def _ending(language: Language) -> re.Pattern[str]:
    """A Chinese name with its ending; particles and verbs do not belong to it."""
    words = language.remarks
    ends = "|".join(sorted((re.escape(noun) for noun in words.names), key=len, reverse=True)) or NOTHING
    return re.compile(rf"([{UNSPACED}](?:(?!{ends})[^\W\d_{words.not_in_names}]){{1,10}})({ends})")
