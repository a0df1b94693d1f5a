"""The stream that every reader of a written document produces, and that `assemble` turns into a report.

A reader gives what stands in the file, in its order, without judging it: blank lines and empty paragraphs are left
out, everything else is kept. Nothing here knows what a department or an output is.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from rbb_editor.domain.text import N_, Text

# Keys of `ids`: what a file that this program wrote says about its own blocks, for an exact re-import.
SECTION = "section"
"""`Heading.ids`: the id of the section that the heading names."""
OUTPUT = "output"
"""`Row.ids`: the id of the output that the row belongs to (on each of its rows)."""
COMPONENT = "component"
"""`Row.ids`: the id of the component that the row reports."""
EXPLANATION = "explanation"
"""`Row.ids`: index (decimal) of the first paragraph of the explanation in the remarks cell; as many as there are
paragraphs = no explanation. With it the remarks are not split by their wording.
"""


class Place(Struct, frozen=True):
    """Where in the source: a line of a text, a row of a table or a paragraph of a Word file, each counted from 1.

    `label`: (marked) words for any other place.
    """

    line: int | None = None
    label: str = ""
    table: int = 0
    row: int = 0
    paragraph: int = 0

    def words(self) -> Text:
        """The place in words ("table 3, row 5"), without the number of a line."""
        if self.table:
            return Text.of(N_("table {table}, row {row}"), table=self.table, row=self.row)
        if self.paragraph:
            return Text.of(N_("paragraph {paragraph}"), paragraph=self.paragraph)
        return Text.of(self.label)


class Passage(Struct, frozen=True):
    """A line, a paragraph or a row of the source, to be shown; the cells of a row parted by tabs."""

    place: Place
    text: str


class Heading(Struct, frozen=True):
    """A paragraph that the file itself marks as a heading, by style or outline level.

    `level`: 1 is the highest; None where the file does not say. Its text may carry the number ("A. ", "(a)"), typed or
    made from automatic numbering by the reader.
    """

    text: str
    place: Place
    level: int | None = None
    bold: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)


class Paragraph(Struct, frozen=True):
    """Any other paragraph. `style`: the name of its style where the file has one ("Title", "TOC 1").

    `cells`: in a Word file, the texts between its tabs, where it has any.
    """

    text: str
    place: Place
    bold: bool = False
    style: str | None = None
    cells: tuple[str, ...] = ()


class Cell(Struct, frozen=True):
    """A table cell: its paragraphs (empty ones left out), none for an empty cell.

    `continues`: the cell is a vertically merged continuation of the one above. `span`: how many columns it covers.
    """

    paragraphs: tuple[str, ...] = ()
    continues: bool = False
    span: int = 1

    @property
    def text(self) -> str:
        """The paragraphs as one text, a line each."""
        paragraphs = self.paragraphs
        return paragraphs[0] if len(paragraphs) == 1 else "\n".join(paragraphs)


class Row(Struct, frozen=True):
    """A table row. `is_head`: marked in the file as a repeated head row; None where the file cannot say.

    `table`: number of the table in the file, so that two tables in sequence are told apart; 0 in a plain text.
    `bold`: all its words are; `emphasis`: all are in italics or underlined.
    """

    cells: tuple[Cell, ...]
    place: Place
    is_head: bool | None = None
    table: int = 0
    ids: Mapping[str, str] = field(default_factory=dict)
    bold: bool = False
    emphasis: bool = False


class Footnote(Struct, frozen=True):
    """A footnote, endnote or page note: its mark ("*", "1") and its text without the mark."""

    mark: str
    text: str
    place: Place


class Property(Struct, frozen=True):
    """A fact that the file states outside its text: name of a `ReportInfo` field ("symbol", "language"), value.

    From document properties and running heads. What the text itself says goes before it.
    """

    name: str
    value: str
    place: Place


Block = Heading | Paragraph | Row | Footnote | Property


def text_of(block: Block) -> str:
    """All text of a block; cells are parted by tabs."""
    if isinstance(block, Row):
        return "\t".join(cell.text for cell in block.cells)
    return block.value if isinstance(block, Property) else block.text
