"""The words with which a remark speaks of its figures, by what they do; en.toml says what each is for."""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from rbb_editor.domain.folding import fold
from rbb_editor.domain.phrases import NOTHING, Phrases
from rbb_editor.domain.wildcards import pattern


class RemarkWords(Struct, frozen=True, eq=False):
    """Patterns over folded text, one for each list of a language's [remark] table.

    `direction`: any of the six before it; `put_off`: either of the two before it; `hints`: letters without which
    nothing of `undone` can stand; `head_words`: such of `heads`; `ordinals`: one for each of first, second, …; `names`:
    the folded nouns of an organ (in Chinese its endings); `rivals`: the names of each of some organs of one kind,
    `rival`: any of them.
    """

    planned: Phrases
    additional: Phrases
    restating: Phrases
    restated: Phrases
    so: Phrases
    gap: Phrases
    difference: Phrases
    higher: Phrases
    lower: Phrases
    above: Phrases
    below: Phrases
    above_of: Phrases
    below_of: Phrases
    direction: Phrases
    subjects: Phrases
    whole: Phrases
    some: Phrases
    topics: Phrases
    more: Phrases
    within: Phrases
    out_of: Phrases
    respectively: Phrases
    joints: Phrases
    postponed: Phrases
    cancelled: Phrases
    put_off: Phrases
    settled: Phrases
    afterwards: Phrases
    ahead: Phrases
    undone: Phrases
    heads: Phrases
    plain_deeds: Phrases
    missions: Phrases
    elsewhere: Phrases
    next_deeds: Phrases
    number_of: Phrases
    done_before: Phrases
    negations: tuple[str, ...]
    goes_on: tuple[str, ...]
    acting: tuple[str, ...]
    not_in_names: str
    ordinals_behind: bool
    mission_forms: tuple[str, ...]
    head_words: tuple[str, ...]
    hints: tuple[str, ...]
    ordinals: tuple[Phrases, ...]
    names: tuple[str, ...]
    rival: Phrases
    rivals: tuple[tuple[Phrases, ...], ...]
    spaced: bool


UNITED = ("direction", "put_off")
WORDS = ("negations", "goes_on", "acting", "not_in_names", "mission_forms", "head_words", "hints", "ordinals", "names")
OTHERS = frozenset({*UNITED, *WORDS, "rival", "rivals", "number_of", "done_before", "ordinals_behind", "spaced"})
"""What is no list of phrases."""

DIRECTIONS = ("higher", "lower", "above", "below", "above_of", "below_of")


def parse_remark_words(table: Mapping[str, Any], *, spaced: bool) -> RemarkWords:
    """The patterns of a [remark] table; an absent list finds nothing."""
    prefixes: str = table.get("prefixes", "")
    lists = [name for name in RemarkWords.__struct_fields__ if name not in OTHERS]
    directions = [word for name in DIRECTIONS for word in table.get(name, ())]
    return RemarkWords(
        **{name: pattern(table.get(name, ()), prefixes, spaced=spaced) for name in lists},
        direction=pattern(directions, prefixes, spaced=spaced),
        put_off=pattern((*table.get("postponed", ()), *table.get("cancelled", ())), prefixes, spaced=spaced),
        number_of=Phrases(table.get("number_of", NOTHING)),
        done_before=Phrases(table.get("done_before", NOTHING)),
        negations=_folded(table, "negations"),
        goes_on=_folded(table, "goes_on"),
        acting=tuple(table.get("acting", ())),
        not_in_names=table.get("not_in_names", ""),
        ordinals_behind=table.get("ordinals_behind", False),
        mission_forms=tuple(table.get("mission_forms", ())),
        head_words=tuple(dict.fromkeys(map(_plain_beginning, table.get("heads", ())))),
        hints=_folded(table, "hints"),
        ordinals=tuple(pattern([word], prefixes, spaced=spaced) for word in table.get("ordinals", ())),
        names=_folded(table, "bodies"),
        rival=pattern(chain.from_iterable(table.get("rivals", ())), prefixes, spaced=spaced),
        rivals=tuple(
            tuple(pattern([name], prefixes, spaced=spaced) for name in group) for group in table.get("rivals", ())
        ),
        spaced=spaced,
    )


def _folded(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(fold(word).text for word in table.get(key, ()))


def _plain_beginning(phrase: str) -> str:
    """The letters that every form of a phrase begins with."""
    beginning = _BEGINNING.match(fold(phrase).text)
    assert beginning is not None
    return beginning[0]


_BEGINNING = re.compile(r"[^\W\d_]+(?!\?)")
