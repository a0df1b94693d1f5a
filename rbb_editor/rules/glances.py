"""The traits of texts, looked for in the joined texts of many outputs at once: most signs stand in few of them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, compress, count, islice
from operator import eq
from typing import NamedTuple

from rbb_editor.domain.folding import fold, folded_text
from rbb_editor.domain.language import Language
from rbb_editor.rules.style import LONG_NUMBER
from rbb_editor.rules.texts import Texts
from rbb_editor.rules.traits import Trait
from rbb_editor.rules.wording import DOUBLED_SIGNS, INVISIBLE, INVISIBLE_IN_ARABIC, PAIRED

BETWEEN = "\0"
"""What stands between two texts where many are joined."""

PUNCTUATION = '.,;:!?()[]{}"“”„«»/…—–،؛؟<>&|*+=%#@~^$\u200b\u0301'
"""What may stand beside a word and belongs to no word."""

Find = Callable[[str, int], int]
"""Where something first shows in a text from a place on; -1: nowhere."""


def traits_of(language: Language, many: Sequence[Texts]) -> list[int]:
    """The traits of the texts of each of many outputs, sections or front matters of one report."""
    traits = [0] * len(many)
    looks = _looks(language)
    whole = _Joined.of([BETWEEN.join(texts.parts) for texts in many])
    whole.mark(traits, looks.written)
    whole.folded().mark(traits, looks.folded)
    if looks.neighbours:
        for place in _with_neighbours_alike(many):
            traits[place] |= int(Trait.DOUBLED)
    planned = _Joined.of([texts.planned for texts in many])
    planned.mark(traits, looks.planned)
    planned.folded().mark(traits, looks.planned_folded)
    told = _Joined.of([texts.told for texts in many])
    told.mark(traits, looks.told)
    told.folded().mark(traits, looks.told_folded)
    with_organs = [place for place, found in enumerate(traits) if found & Trait.ORGANS_PLANNED]
    found = [0] * len(with_organs)
    _Joined.of([many[place].told for place in with_organs]).folded().mark(found, looks.organs)
    for place, more in zip(with_organs, found, strict=True):
        traits[place] |= more
    return traits


def _with_neighbours_alike(many: Sequence[Texts]) -> Iterator[int]:
    """Which of some texts have a word that stands beside itself."""
    joined = BETWEEN.join(texts.joined for texts in many).lower().replace(BETWEEN, f" {BETWEEN} ")
    joined = joined.replace("\n", " | ")
    for sign in PUNCTUATION:
        joined = joined.replace(sign, " ")
    words = joined.split()
    place, start = 0, 0
    for at in compress(count(), map(eq, words, islice(words, 1, None))):
        if words[at].isalpha():
            place, start = place + words[start:at].count(BETWEEN), at
            yield place


class _Joined(NamedTuple):
    """Texts joined to one; `starts`: where each of them starts, and the end."""

    parts: Sequence[str]
    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, parts: Sequence[str]) -> "_Joined":
        return cls(parts, BETWEEN.join(parts), [0, *accumulate(len(part) + 1 for part in parts)])

    def folded(self) -> "_Joined":
        """The same in folded letters."""
        text = folded_text(self.text)
        if len(text) == len(self.text):
            return _Joined(self.parts, text, self.starts)
        return _Joined.of([folded_text(part) for part in self.parts])  # unseen marks are left out

    def mark(self, traits: list[int], looks: Iterable[tuple[Trait, Find]]) -> None:
        """Adds to the traits of each text what shows in it."""
        text, starts = self.text, self.starts
        for trait, find in looks:
            bit = int(trait)
            at = find(text, 0)
            while at >= 0:
                place = bisect_right(starts, at)  # of the next text: one sign is enough
                traits[place - 1] |= bit
                at = find(text, starts[place])


class _Looks(NamedTuple):
    """What is looked for in the texts as written and folded, in the planned text and in the remarks."""

    written: list[tuple[Trait, Find]]
    folded: list[tuple[Trait, Find]]
    planned: list[tuple[Trait, Find]]
    planned_folded: list[tuple[Trait, Find]]
    told: list[tuple[Trait, Find]]
    told_folded: list[tuple[Trait, Find]]
    organs: list[tuple[Trait, Find]]
    neighbours: bool


@cache
def _looks(language: Language) -> _Looks:
    """What is looked for in texts of a language."""
    style = language.style
    organs = [*map(_words, language.remarks.names), _pattern(language.remarks.heads.source)]
    invisible = INVISIBLE_IN_ARABIC if language.rtl else INVISIBLE
    written = [
        (Trait.MARKUP, _pattern("[<&]")),
        (Trait.PAIRED, _pattern(f"[{re.escape(''.join(PAIRED))}]")),
        (Trait.UNSEEN, _pattern(invisible.pattern)),
        (Trait.LONG_NUMBER, _pattern(LONG_NUMBER.pattern)),
        (Trait.SHORT_FORMS, _pattern(rf"[{style.short_forms_start}](?<=(?={style.short_forms.pattern}).)")),
        (Trait.LISTS, _pattern("[:：(（;；]")),
        (Trait.LISTS, _pattern(rf"\d[^\d{BETWEEN}]+\d")),
        (Trait.OPEN, _pattern(r"[\[【_?？]")),
        (
            Trait.STRAYS,
            _pattern(r"[\u0400-\u052f\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]" if style.script == "latin" else "[a-z]"),
        ),
    ]
    written += [(Trait.SLIPS, _words(slip.hint)) for slip in language.slips]
    if style.percent:
        written += [(Trait.PERCENT, _words("%")), (Trait.PERCENT, _words("percent"))]
    if not style.spaced:
        written += [(Trait.DOUBLED, _pattern(DOUBLED_SIGNS.pattern)), (Trait.DOUBLED, _pattern(style.doubled.pattern))]
    folded = [(Trait.OPEN, _words(fold(each).text)) for each in style.placeholder_words]
    folded += [(Trait.STRAYS, _words(fold(f" {each} ").text)) for each in style.strays]
    return _Looks(
        written,
        folded,
        planned=[(Trait.PARTS_PLANNED, _pattern(r"[;；؛。\n]"))],
        planned_folded=[(Trait.ORGANS_PLANNED, find) for find in organs],
        told=[(Trait.HUNDREDS, _pattern(r"\d(?:\d\d|[ \u00a0\u2009\u202f,.]\d\d\d)"))],
        told_folded=[(Trait.DENIALS, _words(each)) for each in language.remarks.hints],
        organs=[(Trait.ORGANS_TOLD, find) for find in organs],
        neighbours=style.spaced,
    )


def _pattern(source: str) -> Find:
    search = re.compile(source).search

    def find(text: str, start: int) -> int:
        match = search(text, start)
        return -1 if match is None else match.start()

    return find


def _words(words: str) -> Find:
    return lambda text, start: text.find(words, start)
