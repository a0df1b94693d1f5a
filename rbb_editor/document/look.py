"""Fonts and sizes of the printed form by script. Sizes in half-points, line heights in twips.

Source: the layout study of General Assembly documents (Chinese table text calibrated against a published report).
"""

from msgspec import Struct

from rbb_editor.domain.language import Language

TAGS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}
LETTERS = {"en": "E", "fr": "F", "es": "S", "ru": "R", "zh": "C", "ar": "A"}
"""The letter by which the Secretariat marks the language of a job number."""


class Size(Struct, frozen=True):
    """Half-points and exact line height in twips."""

    half_points: int
    line: int


class Look(Struct, frozen=True):
    """How one document language is set. `bold_font`, `italic_font`: East Asian faces instead of slanted or fattened
    ones. `spread`: whether letters are spaced and widened, as in Latin and Cyrillic script.
    """

    code: str
    rtl: bool
    body: Size
    chapter: Size
    heading: Size
    subheading: Size
    table: Size
    table_head: Size
    spread: bool = False
    bold_font: str = ""
    italic_font: str = ""
    title_indent: int = 1267

    @property
    def tag(self) -> str:
        """The language tag of its texts."""
        return TAGS.get(self.code, self.code)

    @property
    def latin_tag(self) -> str:
        """The language tag of words in Latin or Cyrillic script."""
        return "en-GB" if self.code in ("zh", "ar") else self.tag

    @property
    def letter(self) -> str:
        """The letter after the job number."""
        return LETTERS.get(self.code, self.code.upper())


def look_of(language: Language) -> Look:
    """The look of a document language."""
    if language.code == "zh":
        return Look(
            language.code,
            rtl=False,
            body=Size(21, 320),
            chapter=Size(28, 360),
            heading=Size(24, 320),
            subheading=Size(21, 320),
            table=Size(18, 260),
            table_head=Size(16, 220),
            bold_font="SimHei",
            italic_font="KaiTi",
            title_indent=1000,
        )
    if language.rtl:
        return Look(
            language.code,
            rtl=True,
            body=Size(24, 380),
            chapter=Size(32, 440),
            heading=Size(28, 400),
            subheading=Size(24, 380),
            table=Size(19, 300),
            table_head=Size(17, 250),
        )
    return Look(
        language.code,
        rtl=False,
        body=Size(20, 240),
        chapter=Size(28, 300),
        heading=Size(24, 270),
        subheading=Size(20, 240),
        table=Size(17, 210),
        table_head=Size(14, 160),
        spread=True,
    )
