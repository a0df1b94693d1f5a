"""The words with which a remark tells what happened, by what they do; resources/languages/en.toml says what each is."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases
from rbb_editor.domain.wildcards import pattern

OTHERS = (
    "articles",
    "prepositions",
    "over",
    "deed_endings",
    "counted",
    "verb_first",
    "head_last",
    "shows_verbs",
    "tells_alone",
)
"""What is no list of phrases."""


class TurnWords(Struct, frozen=True, eq=False):
    """Patterns over folded text, one for each list of a language's [turns] table."""

    turns: Phrases
    hindrances: Phrases
    boosts: Phrases
    plights: Phrases
    gains: Phrases
    anyway: Phrases
    concerns: Phrases
    finds: Phrases
    excludes: Phrases
    scenes: Phrases
    nothing: Phrases
    effects: Phrases
    works: Phrases
    actors: Phrases
    receptions: Phrases
    asks: Phrases
    relatives: Phrases
    beyond: Phrases
    people: Phrases
    servants: Phrases
    adverbials: Phrases
    circumstances: Phrases
    dependents: Phrases
    remaining: Phrases
    results: Phrases
    yields: Phrases
    statuses: Phrases
    times: Phrases
    empties: Phrases
    bare: Phrases
    parts: Phrases
    ordinary: Phrases
    passives: Phrases
    striking: Phrases
    leads_to: Phrases
    counted: Phrases
    subjects: Phrases
    verbs: Phrases
    articles: frozenset[str]
    prepositions: frozenset[str]
    over: tuple[str, ...]
    deed_endings: tuple[str, ...]
    verb_first: bool
    head_last: bool
    shows_verbs: bool
    tells_alone: bool


def parse_turn_words(table: Mapping[str, Any], *, spaced: bool) -> TurnWords:
    """The patterns of a [turns] table; an absent list finds nothing."""
    prefixes: str = table.get("prefixes", "")
    names = [name for name in TurnWords.__struct_fields__ if name not in OTHERS]
    return TurnWords(
        **{name: pattern(table.get(name, ()), prefixes, spaced=spaced) for name in names},
        articles=frozenset(fold(word).text for word in table.get("articles", ())),
        prepositions=frozenset(fold(word).text for word in table.get("prepositions", ())),
        over=tuple(fold(word).text for word in table.get("over", ())),
        deed_endings=tuple(table.get("deed_endings", ())),
        counted=Phrases(table.get("counted", NOTHING)),
        verb_first=bool(table.get("verb_first", False)),
        head_last=bool(table.get("head_last", False)),
        shows_verbs="verbs" in table,
        tells_alone=bool(table.get("tells_alone", False)),
    )
