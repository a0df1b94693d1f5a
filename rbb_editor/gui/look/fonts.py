"""Fonts: the system's own first, then named families for Chinese and Arabic.

Without names fontconfig picks Japanese shapes for Chinese in a C.UTF-8 locale.
"""

import os

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

CHINESE = ("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Microsoft YaHei UI",
           "Microsoft YaHei", "WenQuanYi Micro Hei")  # fmt: skip
ARABIC = ("Noto Sans Arabic", "Noto Naskh Arabic", "Geeza Pro", "Segoe UI", "Tahoma")
SYMBOLS = ("Noto Sans", "Noto Sans Symbols 2", "DejaVu Sans")

BODY_PX = 13
NOTE_PX = 12
HINT_PX = 11
FIGURE_PX = 14
EDITOR_PX = 14
TITLE_PX = 15

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold


PROPERTIES = "FREETYPE_PROPERTIES"
AS_DRAWN = "cff:darkening-parameters=500,0,1000,0,1500,0,2000,0"


def even_strokes(*, dark: bool) -> None:
    """Has light letters on a dark ground drawn as heavy as dark ones on a light ground; before any letter is drawn.

    Of PostScript outlines (on Linux those of the Chinese fonts) Qt has FreeType thicken the stems and then blends them
    in linear light. That suits dark letters, which linear light makes thin, and makes light ones semi-bold: those are
    drawn without the thickening. FreeType reads this once, so a theme that is chosen later waits for the next start.
    """
    if dark:
        os.environ.setdefault(PROPERTIES, AS_DRAWN)


def families(base: str | None = None) -> list[str]:
    """The families to look for a glyph in, in this order; `base` None is the system's interface font."""
    asked = base or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    meant = QFontInfo(QFont(asked)).family()  # "Sans Serif" names no font: the next in the list would be taken for it
    first = (asked,) if "CJK" in meant or not meant else (asked, meant)  # of those, the Chinese one is named below
    return list(dict.fromkeys((*first, *CHINESE, *ARABIC, *SYMBOLS)))


def font(px: float = BODY_PX, weight: QFont.Weight = REGULAR, base: str | None = None) -> QFont:
    """A font of `px` pixels (at 100 %) with figures of equal width."""
    made = QFont(families(base))
    made.setPixelSize(max(1, round(px)))
    made.setWeight(weight)
    made.setFeature(QFont.Tag.fromString("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def line_pitch(language: str, px: float = BODY_PX) -> float:
    """The distance of baselines in a cell for a document language, at the size `px` (LOOK.md §2)."""
    body, note = {"zh": (21, 18), "ar": (23, 21)}.get(language, (20, 18))
    if px >= EDITOR_PX:
        return (body + 2) * px / EDITOR_PX
    return note * px / NOTE_PX if px <= NOTE_PX else body * px / BODY_PX
