"""What stands on the pages of an addendum, from top to bottom, as frozen values without any look.

Texts are the report's own, to the letter but for the spaces (see `spaces`); words that belong to the form ("Summary")
are in the document language. `id` names the section, output or component that a block prints.
"""

from enum import StrEnum

from msgspec import Struct


class Masthead(Struct, frozen=True):
    """The head of page 1. `symbol_lead` is set large ("A" of A/72/701/Add.1), `symbol_rest` follows it.

    `distribution`: the lines of the Distr. block, the second the place of the date, the third often empty. `recycle`:
    the plea at the foot of the page.
    """

    united_nations: str
    organ: str
    symbol_lead: str
    symbol_rest: str
    distribution: tuple[str, ...]
    recycle: str


class Front(StrEnum):
    """What a line before the summary is."""

    SESSION = "session"
    AGENDA_ITEM = "agenda_item"
    AGENDA_TITLE = "agenda_title"
    TITLE = "title"
    AUTHOR = "author"
    ADDENDUM = "addendum"


class FrontLine(Struct, frozen=True):
    """A line of the session block or the titles."""

    kind: Front
    text: str


class Summary(Struct, frozen=True):
    """The framed summary."""

    heading: str
    paragraphs: tuple[str, ...]


class Entry(Struct, frozen=True):
    """A line of the contents. `level`: 1 the section, 2 a department; `id`: of the heading that it leads to."""

    id: str
    level: int
    number: str
    title: str


class Contents(Struct, frozen=True):
    """The table of contents; page numbers are the renderer's."""

    heading: str
    page_word: str
    entries: tuple[Entry, ...]


class Abbreviations(Struct, frozen=True):
    """The list of abbreviations: short and long form."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class Note(Struct, frozen=True):
    """A note to the section title, printed at the foot of its page."""

    mark: str
    text: str


class Heading(Struct, frozen=True):
    """The section title (level 1), a department (2) or an office (3). `number` as printed: "A.", "(a)"."""

    id: str
    level: int
    number: str
    title: str
    notes: tuple[Note, ...] = ()


class Accomplishment(Struct, frozen=True):
    """The line above a table. `label` ("Expected accomplishment 1.1:") is set bold, `title` follows it."""

    id: str
    label: str
    title: str


class Row(Struct, frozen=True, gc=False):
    """One component. `planned`: the planned text in an output's first row, else None.

    `remarks`, `explanation`: their paragraphs, none where there is no such text; `last`: of its output.
    """

    output: str
    component: str
    planned: str | None
    completed: str
    remarks: tuple[str, ...]
    explanation: tuple[str, ...]
    last: bool


class Table(Struct, frozen=True):
    """The results of one accomplishment (`id`). `head`: the words above the three columns."""

    id: str
    head: tuple[str, str, str]
    rows: tuple[Row, ...]


Block = Masthead | FrontLine | Summary | Contents | Abbreviations | Heading | Accomplishment | Table
