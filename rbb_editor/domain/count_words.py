"""The words around a number that tell what it is: how exact, a name, a date, a measure, people, a part of a whole."""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.nouns import Nouns
from rbb_editor.domain.phrases import NOTHING, Phrases, any_of, whole_words
from rbb_editor.domain.values import Qualifier

Words = tuple[str, ...]

NONE = ("\0",)
"""A word that no text holds, where a language has none: `startswith` is quicker than to ask whether it has any."""

AFTER = 90
"""Characters behind a number in which a qualifier behind its noun is looked for: "ten visits by … at most"."""


class CountWords(Struct, frozen=True, eq=False):
    """The words of one language around numbers, folded; resources/languages/en.toml says what each is for.

    `prefixed`: what is written as one with the word behind it, `unprefixed`: beginnings of words that only look so.
    `endings_after`: what makes a name or a measure of a number that it stands right behind; `begin_after`, and
    `begin_measures` of units and months: the first signs, or two, for a quick look.
    """

    spaced: bool
    before: Mapping[str, Qualifier]
    before_ends: Words
    determiners: Words
    far: Phrases | None
    after: Mapping[str, Qualifier]
    after_any: Phrases
    after_within: int
    reaches: Phrases
    rounded: Mapping[str, Qualifier]
    rounding: Words
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
    topic_first: bool
    each_behind: bool
    attributive: str
    joints: frozenset[str]
    article: str
    prefixed: Words
    unprefixed: Words
    ordinal: Words
    listed: str
    year_measures: Words
    adjectives: Words
    adjective_endings: Words
    things: Words
    stops: frozenset[str]
    of: frozenset[str]
    out_of: frozenset[str]
    persons: Phrases
    places: Phrases
    place: Phrases | None
    parts: Phrases
    part_words: Words
    purposes: Phrases
    bases: Words
    steps: Words
    joins: Words
    divides: Words
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
    apiece: Phrases
    manners: Phrases
    label_ends: Phrases
    periods: tuple[tuple[Phrases, int], ...]
    within_year: Phrases
    period_words: tuple[tuple[Phrases, int], ...]
    period_word: Phrases


def parse_count_words(table: Mapping[str, Any], nouns: Nouns, *, spaced: bool) -> CountWords:
    """The words of a language's [counts] table; KeyError where a key is missing. `nouns`: of the language."""
    before = _qualifiers(table, "")
    after = _qualifiers(table, "_after")
    names = _folded(table["names"])
    plurals = [name + "s" for name in names]
    joins = _folded(table["joins"])
    endings = (*_folded(table["names_after"]), *_folded(table["unit_endings"]))
    short = [word for word in (*joins, *table["range_words"]) if len(word) == 1]
    rounded = {word: Qualifier(name) for name, words in table.get("rounded", {}).items() for word in words}
    return CountWords(
        spaced=spaced,
        before=before,
        before_ends=tuple(before),
        determiners=tuple(f" {word}" for word in _folded(table.get("determiners", ()))) or NONE,
        far=_any(phrase for phrase, qualifier in before.items() if qualifier is not Qualifier.APPROXIMATELY)
        if table.get("verb_between", False)
        else None,
        after=after,
        after_any=Phrases(partial(any_of, after)),
        after_within=table.get("after_within", AFTER),
        reaches=_patterned(table, "reaches", spaced=spaced),
        rounded=rounded,
        rounding=tuple(rounded) or NONE,
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
        deadlines=_folded(table.get("deadlines", ())) or NONE,
        ceaseless=_folded(table.get("ceaseless", ())) or NONE,
        months=_beginnings(table["months"], spaced=spaced),
        head=table["head"],
        topic_first=table.get("topic_first", False),
        each_behind=table.get("each_behind", False),
        attributive=table.get("attributive", ""),
        joints=frozenset() if spaced else frozenset(join for join in joins if len(join) == 1),
        article=nouns.article,
        prefixed=tuple(join for join in joins if join in table.get("prefixes", "")) or NONE,
        unprefixed=(*nouns.unprefixed, *_folded(table.get("follow_noun", ()))),
        ordinal=_folded(table.get("ordinal", ())) or NONE,
        listed="".join({*" 0123456789、", *short}),
        year_measures=tuple(table.get("year_measures", ())),
        adjectives=_folded(table["adjectives"]),
        adjective_endings=_folded(table["adjective_endings"]),
        things=_folded(table.get("things", ())),
        stops=frozenset(_folded(table["stops"])),
        out_of=frozenset(_folded(table.get("out_of", ()))),
        of=frozenset(_folded(table.get("of", ()))),
        persons=_beginnings(table["persons"], spaced=spaced, but=table.get("not_beside", ())),
        places=_beginnings(table["places"], spaced=spaced, but=table.get("not_beside", ())),
        place=_measured_place(table) if "place_measures" in table else None,
        parts=phrases(table["parts"], spaced=spaced),
        part_words=tuple(word.strip() for word in _folded(table["parts"])),
        purposes=phrases(table["purposes"], spaced=spaced, ending=True),
        bases=_folded(table["bases"]),
        steps=_folded(table["steps"]),
        joins=joins,
        divides=_folded(table.get("divides", ())),
        tails=tuple(sorted((f" {tail}" if spaced else tail for tail in (*joins, *before)), key=len, reverse=True)),
        not_joins=_folded(table.get("not_joins", ())),
        rejoins=_folded(table.get("rejoins", ())),
        adjuncts=_folded(table["adjuncts"]),
        recipients=_folded(table["recipients"]),
        topics=_folded(table.get("topics", ())),
        means=_folded(table.get("means", ())) or NONE,
        rhythms=_folded(table.get("rhythms", ())),
        follow_noun=_folded(table.get("follow_noun", ())),
        each=phrases(table["each"], spaced=spaced),
        apiece=_patterned(table, "apiece", spaced=spaced),
        manners=_patterned(table, "manners", spaced=spaced),
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
        return Phrases(partial(any_of, found))
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


def _measured_place(table: Mapping[str, Any]) -> Phrases:
    """A place behind a measure word, known by its last characters and by what may stand behind them, which is looked
    for first.
    """
    measures, places, ends = (
        "|".join(map(re.escape, table[key])) for key in ("place_measures", "places", "place_ends")
    )
    firsts = r",;。、(). \d" + re.escape("".join(sorted({end[0] for end in table["place_ends"]})))
    ahead = rf"(?=[^{firsts}]{{0,{9 + max(map(len, table['places']))}}}+(?:[{firsts}]|$))"
    within = rf"[^,;。、({table.get('attributive', '')}\d]{{0,9}}?"
    return Phrases(rf"(?:{measures}){ahead}{within}(?:{places})(?:$|[,;。、(). \d]|{ends})")


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


def _patterned(table: Mapping[str, Any], key: str, *, spaced: bool) -> Phrases:
    """A list of phrases that are written as those of [reasons]."""

    def source() -> str:
        from rbb_editor.domain.wildcards import pattern  # few texts need it, and no start

        return pattern(table.get(key, ()), table.get("prefixes", ""), spaced=spaced).source

    return Phrases(source)
