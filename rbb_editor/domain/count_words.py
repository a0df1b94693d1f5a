"""The words around a number that tell what it is: how exact, a name, a date, a measure, people, a part of a whole."""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases, tree, whole_words
from rbb_editor.domain.values import Qualifier

Words = tuple[str, ...]


class CountWords(Struct, frozen=True, eq=False):
    """The words of one language around numbers, folded; resources/languages/en.toml says what each is for.

    `endings_after`: what makes a name or a measure of a number that it stands right behind; `begin_after`, and
    `begin_measures` of units and months: the first signs, or two, for a quick look.
    """

    before: Mapping[str, Qualifier]
    before_ends: Words
    far: Phrases
    after: Mapping[str, Qualifier]
    after_any: Phrases
    reaches: Phrases
    rounded: Mapping[str, Qualifier]
    collectives: Words
    range_words: frozenset[str]
    range_pairs: tuple[tuple[str, str], ...]
    names: Words
    name_set: frozenset[str]
    long_names: Words
    names_after: Words
    endings_after: Words
    begin_after: frozenset[str]
    units: Phrases
    begin_measures: frozenset[str]
    amounts: Phrases
    deadlines: Words
    ceaseless: Words
    months: Phrases
    head: str
    adjectives: Words
    adjective_endings: Words
    things: Words
    stops: frozenset[str]
    of: frozenset[str]
    persons: Phrases
    places: Phrases
    place: Phrases | None
    parts: Phrases
    part_words: Words
    purposes: Phrases
    bases: Words
    steps: Words
    joins: Words
    tails: Words
    not_joins: Words
    rejoins: Words
    adjuncts: Words
    recipients: Words
    topics: Words
    means: Words
    rhythms: Words
    follow_noun: Words
    each: Phrases
    label_ends: Phrases
    periods: tuple[tuple[Phrases, int], ...]
    within_year: Phrases
    period_words: tuple[tuple[Phrases, int], ...]
    period_word: Phrases


def parse_count_words(table: Mapping[str, Any]) -> CountWords:
    """The words of a language's [counts] table; KeyError where a key is missing."""
    head: str = table["head"]
    spaced = head != "zh"
    before = _qualifiers(table, "")
    after = _qualifiers(table, "_after")
    names = _folded(table["names"])
    plurals = [name + "s" for name in names]
    joins = _folded(table["joins"])
    endings = (*_folded(table["names_after"]), *_folded(table["unit_endings"]))
    places = _folded(table["places"])
    place = None
    if not spaced:
        ends = "|".join(map(re.escape, table["place_ends"]))
        place = Phrases(rf"(?:个|家|处)[^,;。、(的\d]{{0,9}}?(?:{'|'.join(places)})(?:$|[,;。、(). \d]|{ends})")
    return CountWords(
        before=before,
        before_ends=tuple(before),
        far=_any(phrase for phrase, qualifier in before.items() if qualifier is not Qualifier.APPROXIMATELY),
        after=after,
        after_any=Phrases(lambda: tree([*map(re.escape, after)]) or NOTHING),
        reaches=Phrases(lambda: _reaching(table.get("reaches", ()), spaced=spaced)),
        rounded={word: Qualifier(name) for name, words in table.get("rounded", {}).items() for word in words},
        collectives=_folded(table["collectives"]),
        range_words=frozenset(_folded(table["range_words"])),
        range_pairs=tuple((fold(one).text, fold(two).text) for one, two in table["range_pairs"]),
        names=names if not spaced else (*names, *plurals),
        name_set=frozenset((*names, *plurals)),
        long_names=tuple(name for name in names if len(name) >= 5),
        names_after=_folded(table["names_after"]),
        endings_after=endings,
        begin_after=frozenset(word[0] for word in endings),
        units=_beginnings(table["units"], spaced=spaced, but=table.get("not_units", ())),
        begin_measures=frozenset(word[:2] for word in _folded((*table["units"], *table["months"]))),
        amounts=_beginnings(table.get("amounts", ()), spaced=spaced),
        deadlines=_folded(table.get("deadlines", ())) or ("\0",),
        ceaseless=_folded(table.get("ceaseless", ())) or ("\0",),
        months=_beginnings(table["months"], spaced=spaced),
        head=head,
        adjectives=_folded(table["adjectives"]),
        adjective_endings=_folded(table["adjective_endings"]),
        things=_folded(table.get("things", ())),
        stops=frozenset(_folded(table["stops"])),
        of=frozenset(_folded(table.get("of", ()))),
        persons=_beginnings(table["persons"], spaced=spaced, but=table.get("not_beside", ())),
        places=_beginnings(table["places"], spaced=spaced, but=table.get("not_beside", ())),
        place=place,
        parts=phrases(table["parts"], spaced=spaced),
        part_words=tuple(word.strip() for word in _folded(table["parts"])),
        purposes=phrases(table["purposes"], spaced=spaced, ending=True),
        bases=_folded(table["bases"]),
        steps=_folded(table["steps"]),
        joins=joins,
        tails=tuple(sorted((f" {tail}" if spaced else tail for tail in (*joins, *before)), key=len, reverse=True)),
        not_joins=_folded(table.get("not_joins", ())),
        rejoins=_folded(table.get("rejoins", ())),
        adjuncts=_folded(table["adjuncts"]),
        recipients=_folded(table["recipients"]),
        topics=_folded(table.get("topics", ())),
        means=_folded(table.get("means", ())) or ("\0",),
        rhythms=_folded(table.get("rhythms", ())),
        follow_noun=_folded(table.get("follow_noun", ())),
        each=phrases(table["each"], spaced=spaced),
        label_ends=phrases(table.get("label_ends", ()), spaced=spaced),
        periods=tuple((phrases(words, spaced=spaced), int(n)) for n, words in table["periods"].items()),
        within_year=phrases(
            [word for n, words in table["periods"].items() if int(n) > 1 for word in words], spaced=spaced
        ),
        period_words=tuple(
            (phrases(words, spaced=spaced, ending=True), int(n)) for n, words in table["period_words"].items()
        ),
        period_word=phrases(
            [word for words in table["period_words"].values() for word in words], spaced=spaced, ending=True
        ),
    )


def phrases(words: Iterable[str], *, spaced: bool, ending: bool = False) -> Phrases:
    """A pattern that finds any of some phrases in folded text; whole words where the language has spaces.

    `ending`: a phrase may be the beginning of a word. No phrases: a pattern that finds nothing.
    """
    found = sorted({fold(word.strip()).text for word in words}, key=len, reverse=True)
    if not found:
        return Phrases(NOTHING)
    if not spaced:
        return Phrases(lambda: tree([*map(re.escape, found)]))
    return Phrases(partial(whole_words, found, ending=ending))


def _beginnings(words: Iterable[str], *, spaced: bool, but: Iterable[str] = ()) -> Phrases:
    """A pattern that matches a word by its beginning, and as much more as an inflection may add to it.

    The shorter a beginning, the less may follow: "dec" is no "decisions", "state" no "statements". `but`: beginnings
    of words that are never meant.
    """
    never = "".join(rf"(?!{re.escape(word)})" for word in _folded(but))
    if not spaced:
        return Phrases(f"{never}(?:{_any(_folded(words)).source})")
    by_letter: dict[str, list[str]] = {}
    for word in sorted(_folded(words), key=len, reverse=True):
        more = 1 if len(word) <= 3 else 3
        ending = rf"[^\W\d_]{{0,{more}}}(?![^\W_])" if word[-1:].isalpha() else ""
        by_letter.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]) + ending)
    found = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return Phrases(f"{never}(?:{found})")


def _any(words: Iterable[str]) -> Phrases:
    """A pattern that finds any of some folded phrases, wherever it stands."""
    return Phrases("|".join(map(re.escape, words)) or NOTHING)


def _folded(words: Iterable[str]) -> Words:
    return tuple(fold(word).text for word in words)


def _qualifiers(table: Mapping[str, Any], suffix: str) -> dict[str, Qualifier]:
    """Phrase → qualifier, the longest phrase first."""
    found: dict[str, Qualifier] = {}
    for qualifier in (Qualifier.APPROXIMATELY, Qualifier.AT_LEAST, Qualifier.UP_TO):
        found.update(dict.fromkeys(_folded(table[qualifier.value + suffix]), qualifier))
    return {phrase: found[phrase] for phrase in sorted(found, key=len, reverse=True)}


def _reaching(words: Iterable[str], *, spaced: bool) -> str:
    from rbb_editor.domain.reason_words import pattern  # hardly any text needs it, and no start

    return pattern(words, "", spaced=spaced).source
