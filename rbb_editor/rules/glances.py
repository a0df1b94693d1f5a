"""The traits of texts, looked for in the joined texts of many outputs at once: most signs stand in few of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count, islice, repeat
from operator import eq
from typing import NamedTuple

from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.signs import BETWEEN
from rbb_editor.rules.joined import CELLS, PLANNED, PROSE, TOLD, Joined
from rbb_editor.rules.looks import Look, literal, pattern, phrase, sign_looks, slip_look
from rbb_editor.rules.style import HALF_WIDTH, LONG_NUMBER
from rbb_editor.rules.texts import WITHIN
from rbb_editor.rules.traits import Trait
from rbb_editor.rules.wording import (
    BESIDE_CYRILLIC,
    DOUBLED_SIGNS,
    INVISIBLE,
    INVISIBLE_IN_ARABIC,
    PAIRED,
    other_scripts,
)

PUNCTUATION = '.,;:!?-()[]{}"/<>&|*+=%#@~^$\x1c\x1d\x1e\x1f'
OTHER_PUNCTUATION = "“”„«»…\u0085\u2028\u2029"
"""What may stand beside a word in folded text and belongs to no word, in ASCII and beyond it."""

_SPACED = bytes.maketrans(PUNCTUATION.encode(), b" " * len(PUNCTUATION))

LATIN_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19"
"""The digits of all document languages, as members of a class: found twice as quickly as all digits there are."""


def add_traits(traits: list[int], language: Language, written: Joined, folded: Joined) -> None:
    """Adds the traits of the joined texts of each of many outputs, sections or front matters of one report, as written
    and folded, to its others.
    """
    looks = _looks(language)
    present = written.signs(looks.signs)
    for trait, signs in looks.by_sign:
        if shown := [sign for sign in present if signs.match(sign)]:
            written.mark(traits, sign_looks(trait, shown))
    if not present.isdisjoint(LATIN_CAPITALS):
        written.mark(traits, looks.mixed)
    vocabulary = None
    if looks.spaced:
        words = _words(folded.text)
        vocabulary = f" {b' '.join(set(words)).decode(errors='surrogatepass')} "
        for place in _with_neighbours_alike(words, len(traits)):
            traits[place] |= int(Trait.DOUBLED)
    written.mark(traits, looks.written, vocabulary)
    folded.mark(traits, looks.folded, vocabulary)
    written.mark(traits, looks.prose, vocabulary, PROSE)
    written.mark(traits, looks.cells, part=CELLS)
    written.mark(traits, looks.planned, part=PLANNED)
    folded.mark(traits, looks.planned_folded, vocabulary, PLANNED)
    written.lines().mark(traits, looks.starts, part=PLANNED)
    written.mark(traits, looks.told, part=TOLD)
    folded.mark(traits, looks.told_folded, vocabulary, TOLD)
    for beside, more in looks.told_beside:
        bit = int(beside)
        places = [place for place, found in enumerate(traits) if found & bit]
        added = [0] * len(places)
        folded.told(places).mark(added, more)
        for place, found in zip(places, added, strict=True):
            traits[place] |= found


class _Looks(NamedTuple):
    """What is looked for in the texts as written and folded, in sentences, in completed cells, in planned texts and in
    remarks.

    `starts`: at the start of a planned text, with a line break before it. `signs`: any sign of `by_sign`, and those
    without which nothing is `mixed`.
    `told_beside`: in folded remarks, only where another trait shows without which no rule asks for it.
    """

    signs: re.Pattern[str]
    by_sign: list[tuple[Trait, re.Pattern[str]]]
    mixed: list[Look]
    written: list[Look]
    folded: list[Look]
    prose: list[Look]
    cells: list[Look]
    planned: list[Look]
    planned_folded: list[Look]
    starts: list[Look]
    told: list[Look]
    told_folded: list[Look]
    told_beside: list[tuple[Trait, list[Look]]]
    spaced: bool


@cache
def _looks(language: Language) -> _Looks:
    """What is looked for in texts of a language."""
    style = language.style
    remarks = language.remarks
    organs, out_of = (*remarks.names, *remarks.head_words), remarks.out_of.source
    parts = rf"(?:{out_of}) ?\d" if style.spaced else rf"\d[^\d,;。]{{1,14}}(?:{out_of})"
    cyrillic = style.script == "cyrillic"
    other_script = other_scripts(style.script) + ("" if style.script == "latin" else "a-z")
    invisible = INVISIBLE_IN_ARABIC if language.rtl else INVISIBLE
    by_sign = [
        (Trait.MARKUP, "<&"),
        (Trait.PAIRED, re.escape("".join(PAIRED))),
        (Trait.UNSEEN, invisible.pattern.strip("[]+")),
        (Trait.LISTS, ":：(（;；"),
        (Trait.OPEN, r"\[【_?？"),
        (Trait.STRAYS, other_script),
    ]
    long_number = pattern(Trait.LONG_NUMBER, LONG_NUMBER.pattern.replace(r"\d", f"[{DIGIT}]", 1))
    written = []
    prose = [slip_look(slip) if style.spaced else literal(Trait.SLIPS, slip.hint) for slip in language.slips]
    if style.percent:
        prose += [literal(Trait.PERCENT, "%"), literal(Trait.PERCENT, "percent")]
    if not style.spaced:
        written += [pattern(Trait.DOUBLED, DOUBLED_SIGNS.pattern), pattern(Trait.DOUBLED, style.doubled.pattern)]
    if style.script == "chinese":
        written += [pattern(Trait.HALF_WIDTH, HALF_WIDTH.pattern)]
    return _Looks(
        signs=re.compile(f"[{''.join(signs for _, signs in by_sign)}{'A-Z' if cyrillic else ''}]"),
        by_sign=[(trait, re.compile(f"[{signs}]")) for trait, signs in by_sign],
        mixed=[pattern(Trait.STRAYS, BESIDE_CYRILLIC.pattern)] if cyrillic else [],
        written=written,
        folded=[
            *((phrase if style.spaced else literal)(Trait.LISTS, each) for each in language.counts.part_words),
            *(literal(Trait.OPEN, fold(each).text) for each in style.placeholder_words),
            *(literal(Trait.STRAYS, fold(f" {each} ").text) for each in style.strays),
        ],
        prose=prose,
        cells=[long_number],
        planned=[
            long_number,
            *(literal(Trait.PARTS_PLANNED, sign) for sign in ";；؛。\n"),
            *(pattern(Trait.DEED_TOLD, WORD_START.sub("", each)) for each in style.done_within),
        ],
        planned_folded=[
            *(literal(Trait.ORGANS_PLANNED, each) for each in organs),
        ],
        starts=[pattern(Trait.DEED_TOLD, "\n(?:" + "|".join(style.done_first) + ")")],
        told=[
            pattern(Trait.HUNDREDS, rf"[{DIGIT}](?:\d\d|[ \u00a0\u2009\u202f,.]\d\d\d)"),
            pattern(Trait.COUNTS_TOLD, rf"[{DIGIT}][^{DIGIT}{BETWEEN}{WITHIN}]++[{DIGIT}]"),
        ],
        told_folded=[literal(Trait.DENIALS, each) for each in remarks.hints],
        told_beside=[
            (Trait.HUNDREDS, [long_number]),
            (Trait.ARGUED, [pattern(Trait.DIRECTIONS, remarks.direction.source)]),
            (Trait.SHORTFALL, [pattern(Trait.PUT_OFF, remarks.put_off.source)]),
            (
                Trait.COUNTS_TOLD,
                [pattern(Trait.LISTS, each) for each in (remarks.within.source, remarks.respectively.source, parts)],
            ),
            (
                Trait.ORGANS_PLANNED,
                [literal(Trait.ORGANS_TOLD, each) for each in organs],
            ),
        ],
        spaced=style.spaced,
    )


def _words(text: str) -> list[bytes]:
    """The words of joined texts, encoded, without what stands beside them; BETWEEN and WITHIN are words."""
    for sign in () if text.isascii() else OTHER_PUNCTUATION:
        text = text.replace(sign, " ")
    text = text.replace(BETWEEN, f" {BETWEEN} ").replace(WITHIN, f" {WITHIN} ")
    return text.encode(errors="surrogatepass").translate(_SPACED).split()


def _with_neighbours_alike(words: Sequence[bytes], size: int) -> Iterator[int]:
    """Which of so many joined outputs have a word that stands beside itself."""
    ends: list[int] = []
    behind = 0  # of the output that was found last: one word is enough
    for at in compress(count(), map(eq, words, islice(words, 1, None))):
        if at < behind or not words[at].decode(errors="surrogatepass").isalpha():
            continue
        ends = ends or [*compress(count(), map(eq, words, repeat(BETWEEN.encode()))), len(words)]
        place = bisect_right(ends, at)
        behind = ends[place]
        yield place % size


WORD_START = re.compile(r"^(?:\\b|\(\?<!\\w\))")
"""At the start of a pattern that stands at the start of a word: without it a search is several times as quick."""
