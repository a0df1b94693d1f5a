"""Sizes of the table at a zoom, and the type it is set in (LOOK.md §2, §3)."""

from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class Metrics:
    """Pixels and styles for one document language at a zoom of 1 (100 %) to 2; `family`: the interface font."""

    language: str
    family: str
    zoom: float = 1.0
    body: Style = field(init=False)
    note: Style = field(init=False)
    strong_note: Style = field(init=False)
    head: Style = field(init=False)
    figure: Style = field(init=False)
    title: Style = field(init=False)
    roomy: Style = field(init=False)

    def __post_init__(self) -> None:
        made = {
            "body": self._style("body", fonts.BODY_PX, fonts.REGULAR),
            "note": self._style("note", fonts.NOTE_PX, fonts.REGULAR),
            "strong_note": self._style("strong_note", fonts.NOTE_PX, fonts.SEMIBOLD),
            "head": self._style("head", fonts.NOTE_PX, fonts.MEDIUM),
            "figure": self._style("figure", fonts.FIGURE_PX, fonts.SEMIBOLD, pitch_of=fonts.BODY_PX),
            "title": self._style("title", fonts.TITLE_PX, fonts.SEMIBOLD),
            "roomy": self._style("roomy", fonts.EDITOR_PX, fonts.REGULAR),
        }
        for name, style in made.items():
            object.__setattr__(self, name, style)

    def px(self, pixels: float) -> float:
        """Pixels at 100 % as pixels at this zoom."""
        return pixels * self.zoom

    def _style(self, name: str, px: float, weight: QFont.Weight, pitch_of: float | None = None) -> Style:
        font = fonts.font(px * self.zoom, weight, self.family)
        pitch = fonts.line_pitch(self.language, pitch_of or px)
        return Style(f"{name} {self.language} {self.family} {self.zoom}", font, round(pitch * self.zoom))
