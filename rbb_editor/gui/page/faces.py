"""The faces of the printed form: those that the Secretariat names, else what this machine has of the same kind."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from rbb_editor.document.look import Look, Size

LATIN = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif")
CHINESE = ("SimSun", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "NSimSun")
CHINESE_BOLD = ("SimHei", "Source Han Sans SC", "Noto Sans CJK SC", "Heiti SC", "Microsoft YaHei")
CHINESE_ITALIC = ("KaiTi", "Kaiti SC", "AR PL UKai CN", *CHINESE)
ARABIC = ("Simplified Arabic", "Traditional Arabic", "Noto Naskh Arabic", "Amiri", "Noto Sans Arabic")
CYRILLIC_AND_OTHERS = ("Noto Serif", "Noto Sans", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Naskh Arabic")


@lru_cache(maxsize=64)
def face(look: Look, half_points: int, *, bold: bool = False, italic: bool = False, latin: bool = False) -> QFont:
    """A font of the document for painting in twips. Chinese has faces of its own where Latin is bold or slanted.

    `latin`: for words that are in Latin script in every language, such as a document symbol.
    """
    chinese = CHINESE_BOLD if bold else CHINESE_ITALIC if italic else CHINESE
    wanted = (*_present(dict.fromkeys(ARABIC))[:1], *LATIN) if look.rtl and not latin else (*LATIN, *chinese)
    made = QFont(list(_present(dict.fromkeys((*wanted, *CYRILLIC_AND_OTHERS)))))
    made.setPixelSize(half_points * 10)
    made.setBold(bold)
    made.setItalic(italic and not look.square and not look.rtl)  # KaiTi stands for slanted Chinese; Arabic has none
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(True)
    return made


def of(look: Look, size: Size, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font of a size of the form."""
    return face(look, size.half_points, bold=bold, italic=italic)


def families() -> list[QFont]:
    """The faces of Chinese that this machine has, each alone."""
    known = _families()
    return [QFont(name) for name in dict.fromkeys((*CHINESE, *CHINESE_BOLD, *CHINESE_ITALIC)) if name in known]


def _present(names: dict[str, None]) -> list[str]:
    known = _families()
    return [name for name in names if name in known] or list(names)


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
