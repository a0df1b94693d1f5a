"""Fonts and sizes of the printed form by script. Sizes in half-points, line heights in twips.

Source: the layout study of General Assembly documents (Chinese table text calibrated against a published report).
"""

from msgspec import Struct

from rbb_editor.domain.language import Language


class Size(Struct, frozen=True):
    """Half-points and exact line height in twips."""

    half_points: int
    line: int


class Look(Struct, frozen=True):
    """How one document language is set. `bold_font`, `italic_font`: East Asian faces instead of slanted or fattened
    ones. `spread`: whether letters are spaced and widened, as in Latin and Cyrillic script. `square`: a line may end
    behind any sign. `tag`: of its texts; `letter`: after the job number, by which the Secretariat marks the language.
    """

    tag: str
    letter: str
    rtl: bool
    square: bool
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
    def tags(self) -> str:
        """The attributes that name the languages of words: in other scripts, in East Asian ones, from right to left."""
        plain = "en-GB" if self.rtl or self.square else self.tag
        east, bidi = self.tag if self.square else "zh-CN", self.tag if self.rtl else "ar-SA"
        return f'w:val="{plain}" w:eastAsia="{east}" w:bidi="{bidi}"'


def look_of(language: Language) -> Look:
    """The look of a document language."""
    if language.square:
        return Look(
            language.tag,
            language.letter,
            rtl=False,
            square=True,
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
            language.tag,
            language.letter,
            rtl=True,
            square=False,
            body=Size(24, 380),
            chapter=Size(32, 440),
            heading=Size(28, 400),
            subheading=Size(24, 380),
            table=Size(19, 300),
            table_head=Size(17, 250),
        )
    return Look(
        language.tag,
        language.letter,
        rtl=False,
        square=False,
        body=Size(20, 240),
        chapter=Size(28, 300),
        heading=Size(24, 270),
        subheading=Size(20, 240),
        table=Size(17, 210),
        table_head=Size(14, 160),
        spread=language.cased,
    )
