"""The words with which a remark gives a reason, by what they do; resources/languages/en.toml says what each is for."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases
from rbb_editor.domain.wildcards import pattern

UNJOINED = ("participles", "harms")
"""Lists whose words describe only without the "and" that Arabic writes as one with them."""


class ReasonWords(Struct, frozen=True, eq=False):
    """Patterns over folded text, one for each list of a language's [reasons] table; `verbs`: of its [turns].

    `before_causes`: signs of the Chinese words that may stand before that of a cause and open its clause;
    `apart`: what parts it from the words before it.
    """

    deviation: Phrases
    causes: Phrases
    strong: Phrases
    grounds: Phrases
    forward: Phrases
    named: Phrases
    predicates: Phrases
    aims: Phrases
    links: Phrases
    topics: Phrases
    relative: Phrases
    participles: Phrases
    harms: Phrases
    delivered: Phrases
    asides: Phrases
    tells: Phrases
    denials: Phrases
    contrasts: Phrases
    merits: Phrases
    concessions: Phrases
    besides: Phrases
    details: Phrases
    degrees: Phrases
    attributes: Phrases
    pronouns: Phrases
    events: Phrases
    waits: Phrases
    after: Phrases
    rest: Phrases
    unfinished: Phrases
    negative: Phrases
    lacks: Phrases
    instead: Phrases
    demand: Phrases
    growth: Phrases
    makes: Phrases
    deeds: Phrases
    deeds_for: Phrases
    measures: Phrases
    extra: Phrases
    purposes: Phrases
    openings: Phrases
    put_off: Phrases
    whens: Phrases
    others: Phrases
    undeeds: Phrases
    nots: Phrases
    verb_nots: Phrases
    of_what: Phrases
    verbs: Phrases
    auxiliaries: frozenset[str]
    abbreviations: frozenset[str]
    prefixes: str
    before_causes: str
    apart: frozenset[str]
    and_so: str
    spaced: bool


def parse_reason_words(table: Mapping[str, Any], verbs: Phrases, *, spaced: bool) -> ReasonWords:
    """The patterns of a [reasons] table; an absent list finds nothing.

    `grounds_are_causes`: the words of `grounds` are not listed again among the `causes`.
    """
    if table.get("grounds_are_causes", False):
        table = {**table, "causes": (*table["causes"], *table["grounds"])}
    others = (
        "verbs",
        "auxiliaries",
        "abbreviations",
        "prefixes",
        "before_causes",
        "apart",
        "and_so",
        "of_what",
        "spaced",
    )
    names = [name for name in ReasonWords.__struct_fields__ if name not in others]
    prefixes: str = table.get("prefixes", "")
    return ReasonWords(
        **{name: pattern(table.get(name, ()), "" if name in UNJOINED else prefixes, spaced=spaced) for name in names},
        verbs=verbs,
        auxiliaries=_whole(table.get("auxiliaries", ())),
        abbreviations=_whole(table.get("abbreviations", ())),
        prefixes=prefixes,
        before_causes=table.get("before_causes", ""),
        and_so=table.get("and_so", ""),
        apart=frozenset(",;:(" + table.get("copula", "")),
        of_what=Phrases(table.get("of_what", NOTHING)),
        spaced=spaced,
    )


def _whole(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)
