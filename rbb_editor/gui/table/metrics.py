"""Sizes of the table at a zoom, and the type it is set in (LOOK.md §2, §3)."""

from functools import cached_property

from msgspec import Struct
from PySide6.QtGui import QFont

from rbb_editor.gui.look import fonts
from rbb_editor.gui.table.lay import Style

PAD_X, PAD_Y = 10, 11
GAP = 6
BAR, INDENT = 2, 12
ACCENT_BAR = 3
SIGN, MARK = 7, 14
HEAD = 32
CHIP, FIELD_PAD = 24, 9


class Metrics(Struct, frozen=True, dict=True):
    """Pixels and styles for one document language at a zoom of 1 (100 %) to 2; `family`: the interface font."""

    language: str
    family: str
    zoom: float = 1.0

    @cached_property
    def body(self) -> Style:
        """The report's own words."""
        return self._style("body", fonts.BODY_PX, fonts.REGULAR)

    @cached_property
    def note(self) -> Style:
        """Small words beside them."""
        return self._style("note", fonts.NOTE_PX, fonts.REGULAR)

    @cached_property
    def strong_note(self) -> Style:
        """Small words that stand out."""
        return self._style("strong_note", fonts.NOTE_PX, fonts.SEMIBOLD)

    @cached_property
    def head(self) -> Style:
        """The head of the columns."""
        return self._style("head", fonts.NOTE_PX, fonts.MEDIUM)

    @cached_property
    def figure(self) -> Style:
        """Figures, on the line pitch of the body."""
        return self._style("figure", fonts.FIGURE_PX, fonts.SEMIBOLD, pitch_of=fonts.BODY_PX)

    @cached_property
    def title(self) -> Style:
        """Headings of sections."""
        return self._style("title", fonts.TITLE_PX, fonts.SEMIBOLD)

    @cached_property
    def roomy(self) -> Style:
        """The words in an open editor."""
        return self._style("roomy", fonts.EDITOR_PX, fonts.REGULAR)

    def px(self, pixels: float) -> float:
        """Pixels at 100 % as pixels at this zoom."""
        return pixels * self.zoom

    def _style(self, name: str, px: float, weight: QFont.Weight, pitch_of: float | None = None) -> Style:
        font = fonts.font(px * self.zoom, weight, self.family)
        pitch = fonts.line_pitch(self.language, pitch_of or px)
        return Style(f"{name} {self.language} {self.family} {self.zoom}", font, round(pitch * self.zoom))
