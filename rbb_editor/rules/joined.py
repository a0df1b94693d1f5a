"""The texts of many outputs joined to one, so that they are folded and looked through at once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import LONG_BELOW, folded_text
from rbb_editor.domain.signs import BETWEEN
from rbb_editor.rules.texts import WITHIN, Texts

if TYPE_CHECKING:
    from rbb_editor.rules.looks import Look

PLANNED, TOLD, CELLS, PROSE = (0, 1), (1, 2), (2, 3), (0, 2)
"""Parts of joined texts, from one to another: all planned texts, all remarks and reasons, all completed cells; and all
sentences.
"""


class Joined(NamedTuple):
    """The texts of many outputs and others joined to one, in three parts.

    `starts`: where each text starts, and the end. Of n outputs the planned texts are the first n, remarks and reasons
    the next n, completed cells the last n. The texts of all else stand where the planned texts do. `apart`: no text has
    a sign in it that changes how another one is joined or folded.
    """

    text: str
    starts: Sequence[int]
    apart: bool = True

    @classmethod
    def of(cls, many: Sequence[Texts]) -> "Joined":
        """The texts of many outputs, sections or front matters."""
        planned, told, cells = [], [], []
        for texts in many:
            entity = texts.entity
            if not isinstance(entity, Output):
                planned.append(WITHIN.join(texts.parts))
                told.append("")
                cells.append("")
                continue
            planned.append(entity.planned_text)
            said, *others = entity.components
            if not others:
                told.append(f"{said.remarks}{WITHIN}{said.explanation}")
                cells.append(said.completed)
            else:
                told.append(WITHIN.join([f"{each.remarks}{WITHIN}{each.explanation}" for each in entity.components]))
                cells.append(WITHIN.join([each.completed for each in entity.components]))
        parts = [*planned, *told, *cells]
        whole = cls._of(parts)
        if whole.text.count(BETWEEN) == len(parts) - 1:
            return whole if LONG_BELOW not in whole.text else whole._replace(apart=False)
        return cls._of([part.replace(BETWEEN, WITHIN) for part in parts])._replace(apart=False)

    @classmethod
    def _of(cls, parts: Sequence[str]) -> "Joined":
        return cls(BETWEEN.join(parts), [0, *accumulate([len(part) + 1 for part in parts])])

    def folded(self) -> "Joined":
        """The same in folded letters."""
        text = folded_text(self.text)
        if len(text) == len(self.text):
            return Joined(text, self.starts)
        return Joined._of(text.split(BETWEEN))  # unseen marks are left out

    def kept(self, folded: "Joined", ids: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
        """The folded planned texts, and the folded remarks and reasons, of outputs and all else, by these ids."""
        if not self.apart:
            return {}, {}
        size = len(ids)
        parts = folded.text[: folded.starts[2 * size] - 1].split(BETWEEN)
        return dict(zip(ids, parts[:size], strict=True)), dict(zip(ids, parts[size:], strict=True))

    def lines(self) -> "Joined":
        """The planned texts alone, each a line; a text starts at the sign before its first."""
        size = len(self.starts) // 3
        return Joined("\n" + self.text[: self.starts[size]].replace(BETWEEN, "\n"), self.starts)

    def told(self, places: Sequence[int]) -> "Joined":
        """The remarks and reasons of some outputs, as the only part."""
        size, starts = len(self.starts) // 3, self.starts
        return Joined._of([self.text[starts[size + at] : starts[size + at + 1] - 1] for at in places])

    def signs(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """Which signs of a class stand in the text."""
        return frozenset(pattern.findall(self.text))

    def mark(
        self,
        traits: list[int],
        looks: "Iterable[Look]",
        vocabulary: str | None = None,
        part: tuple[int, int] | None = None,
    ) -> None:
        """Adds to the traits of each text what shows in it; `part`: only there.

        `vocabulary`: all words there are, without which no phrase has to be looked for.
        """
        text, starts, size = self.text, self.starts, len(traits)
        begin, end = (0, starts[-1]) if part is None else (starts[part[0] * size], starts[part[1] * size])
        for trait, word, find in looks:
            if vocabulary is not None and word and word not in vocabulary:
                continue
            bit = int(trait)
            at = find(text, begin, end)
            while at >= 0:
                place = bisect_right(starts, at)  # of the next text: one sign is enough
                traits[(place - 1) % size] |= bit
                at = find(text, starts[place], end)
