"""Known slips of the pen in one document language: words that are another word or none, frames that lack a part."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from rbb_editor.domain.phrases import Phrases

AROUND = r"(?<![^\W\d_])", r"(?![^\W\d_])"
"""A word stands alone."""

SPECIAL = frozenset(".^$*+?{}[]()|\\")
"""Signs that mean something in a pattern."""


class Slip(Struct, frozen=True):
    r"""One slip. `hint`: letters without which it cannot stand in a text; `instead`: what has to stand there.

    `instead` may name groups of the pattern (`\1`); None where the text can be put right in several ways. `whole`: the
    hint is the slip, and where words stand between spaces it stands alone.
    """

    hint: str
    pattern: Phrases
    instead: str | None
    whole: bool = False

    def found(self, text: str) -> Iterator[tuple[int, int, str | None]]:
        """Where it stands in a text, and what is to stand there instead."""
        for match in self.pattern.finditer(text):
            if match.start() < match.end():
                yield match.start(), match.end(), None if self.instead is None else match.expand(self.instead)


def parse_slips(table: Mapping[str, Any], *, spaced: bool) -> tuple[Slip, ...]:
    """The slips of a [slips] table: a wrong word with the right one, or a hint with [pattern, right words or ""]."""
    return tuple(_slip(hint, entry, spaced=spaced) for hint, entry in table.items())


def _slip(hint: str, entry: str | list[str], *, spaced: bool) -> Slip:
    if isinstance(entry, str):
        before, after = AROUND if spaced else ("", "")
        return Slip(hint, Phrases(f"{before}{hint}{after}"), entry, whole=not SPECIAL.intersection(hint))
    pattern, instead = entry
    return Slip(hint, Phrases(pattern), instead or None)
