"""What a number counts: its noun phrase, the noun in it, and whether that means people, places or a thing."""

from collections.abc import Sequence
from functools import lru_cache

from rbb_editor.domain.count import ITEM, PERSON, PLACE, Role
from rbb_editor.domain.count_layout import CLAUSE
from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.named_numbers import REACH
from rbb_editor.domain.numeral import Numeral
from rbb_editor.domain.signs import WORD_OR_MARK

SHORTEST = 3
"""Letters of a noun that is counted, where it stands first in its phrase."""


def what_is_counted(text: str, numeral: Numeral, limit: int, words: CountWords) -> tuple[Role, int, str]:
    """What is counted, where its noun phrase ends, and its noun."""
    end = min(limit, numeral.end + REACH)
    rest = numeral.end + text.startswith(" ", numeral.end)
    if not words.spaced:
        stop = CLAUSE.search(text, numeral.end, end)
        reach = stop.start() if stop else end
        rest += text.startswith(words.rounding, rest)
        if words.persons.match(text, rest):
            return PERSON, reach, text[rest : rest + 1]
        if words.place is not None and words.place.match(text, rest, min(len(text), rest + 24)):
            return PLACE, reach, text[rest : rest + 1]
        return ITEM, reach, text[rest : rest + 1]
    phrase, reach = _phrase(text, numeral.start if numeral.dual else numeral.end, end, words.stops)
    if not phrase:
        return ITEM, numeral.end, _noun_before(text, numeral.start, words)[:5]
    if text.startswith(words.follow_noun, numeral.start) and (noun := _noun_before(text, numeral.start, words)):
        return _role_of(noun, words), reach, noun[:5]
    if numeral.dual and phrase[0][0] in words.prefixed and not phrase[0].startswith(words.unprefixed):
        phrase[0] = phrase[0][1:]  # Arabic "and", written as one with the noun
    head, more = _head(phrase, words)
    return _role_of(f"{head} {more}" if more else head, words), reach, head[:5]


def _phrase(text: str, start: int, end: int, stops: frozenset[str]) -> tuple[list[str], int]:
    """The words from a place on, up to one that ends their noun phrase; and where they end."""
    phrase: list[str] = []
    reach = start
    if text.startswith(" ", start):
        for word in text[start + 1 : end].split(" "):  # as nearly all words stand
            if not word.isalpha():
                break
            if word in stops:
                return phrase, reach
            phrase.append(word)
            reach += 1 + len(word)
    for found in WORD_OR_MARK.finditer(text, reach, end):
        word = found.group()
        if word in stops or not word[0].isalpha():
            break
        phrase.append(word)
        reach = found.end()
    return phrase, reach


def _noun_before(text: str, start: int, words: CountWords) -> str:
    """The noun of a number word that stands behind it (زيارة واحدة); "" for others."""
    if not text.startswith(words.follow_noun, start):
        return ""
    words_before = text[max(0, start - REACH) : start].split()
    return words_before[-1].removeprefix(words.article) if words_before else ""


@lru_cache(4096)
def _role_of(head: str, words: CountWords) -> Role:
    """What a noun, with the word behind it, stands for; reports count the same things again and again."""
    if words.persons.match(head):
        return PERSON
    return PLACE if words.places.match(head) else ITEM


def _head(phrase: Sequence[str], words: CountWords) -> tuple[str, str]:
    """The counted noun of a noun phrase, and the word behind it; "" for none."""
    if words.head == "last":
        return phrase[-1], ""
    for place, word in enumerate(phrase[:4], 1):
        if noun := _noun_in(word, words):
            return noun, phrase[place] if place < len(phrase) else ""
    return phrase[0], ""


@lru_cache(4096)
def _noun_in(word: str, words: CountWords) -> str:
    """A word without its article; "" for one that only stands before a noun: 45 من رؤساء, "3 nouveaux rapports"."""
    if len(word) < SHORTEST or (len(word) > 5 and word.endswith(words.adjective_endings)):
        return ""
    return "" if word.startswith(words.adjectives) else word.removeprefix(words.article)
