"""Where the parts of a line of bars stand, in logical pixels from the edge where reading begins."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from msgspec import Struct
from PySide6.QtGui import QFont, QFontMetricsF

from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look import fonts
from rbb_editor.gui.overview.lines import OUTCOMES, Line
from rbb_editor.project.overview import Bar, percentage

GAP = 12
INSET = 6
"""Pixels between the edge of a line and what it says, in which the ring of the keyboard is drawn."""
CHEVRON = 24
LEAST = 3
"""Pixels of the smallest segment: what is there can be seen and clicked."""
MOST_NAMES = 0.38
"""Share of the width that the names take at most; longer ones end in …"""
LEAST_NUMBERED = 22
"""Pixels of the smallest segment that its number stands in."""


@lru_cache(maxsize=16)
def face(px: int = fonts.BODY_PX, weight: QFont.Weight = fonts.REGULAR) -> QFont:
    """A font of the interface, made once: every painting asks for it again and again."""
    return fonts.font(px, weight)


class Style(Struct, frozen=True):
    """What kind of lines these are: their height and that of their bars, in pixels.

    `years`: the shares of whole reports: two lines of names, rates beside them, no rows to open.
    """

    row: int
    bar: int
    years: bool = False


DEPARTMENTS = Style(29, 16)
YEARS = Style(48, 26, years=True)


class Segment(Struct, frozen=True):
    """One outcome in a bar: where it begins, and how wide it is."""

    outcome: Outcome
    at: int
    width: int


class Lay(Struct, frozen=True):
    """Number, name, bar, figures and rate of a line: where each begins and how wide it is."""

    width: int
    number: int
    names: int
    bar: int
    room: int
    figures: int
    rate: int

    @classmethod
    def of(cls, lines: Sequence[Line], style: Style, width: int, heads: tuple[str, str]) -> "Lay":
        """Names as wide as the longest; `heads`: what stands above figures and rates."""
        body, strong, note = (
            QFontMetricsF(face(px, weight))
            for px, weight in (
                (fonts.BODY_PX, fonts.REGULAR),
                (fonts.BODY_PX, fonts.SEMIBOLD),
                (fonts.NOTE_PX, fonts.REGULAR),
            )
        )
        number = max((body.horizontalAdvance(each.number) for each in lines), default=0)
        number = INSET + (ceil(number) + 8 if number else 0)
        named = strong if style.years else body
        longest = max((max(named.horizontalAdvance(each.title), note.horizontalAdvance(each.note)) for each in lines),
                      default=0)  # fmt: skip
        names = min(number + ceil(longest) + GAP, round(width * MOST_NAMES))
        most = max((each.bar.total for each in lines), default=0)
        figures = 0 if style.years else ceil(max(note.horizontalAdvance(heads[0]), body.horizontalAdvance(str(most))))
        least = strong.horizontalAdvance("99.9%") if style.years else body.horizontalAdvance("100%")
        rate = ceil(max(least, note.horizontalAdvance(heads[1]) if not style.years else 0))
        ends = rate + GAP + (0 if style.years else figures + GAP + CHEVRON)
        return cls(width, number, names, names, max(1, width - names - ends - GAP), figures, rate)

    def segments(self, bar: Bar, most: int, *, share: bool) -> tuple[Segment, ...]:
        """The outcomes there are; `most`: the figures of the longest bar; `share`: every bar fills the room."""
        whole = bar.total if share else most
        widths = {each: max(LEAST, round(self.room * bar.of(each) / whole)) for each in OUTCOMES if bar.of(each)}
        over = sum(widths.values()) - self.room
        if widths and (over > 0 or share):
            widths[max(widths, key=lambda each: widths[each])] -= over
        found, at = [], self.bar
        for outcome, wide in widths.items():
            found.append(Segment(outcome, at, wide))
            at += wide
        return tuple(found)


def label(bar: Bar, outcome: Outcome, style: Style) -> str:
    """What stands in a segment."""
    return percentage(bar.of(outcome), bar.total) if style.years else str(bar.of(outcome))
