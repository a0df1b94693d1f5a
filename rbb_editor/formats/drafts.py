"""A report in the making: what the repairs work on before it becomes entities."""

from collections.abc import Mapping

from msgspec import Struct, field

from rbb_editor.domain.entities import Level
from rbb_editor.formats.blocks import Place


class Entry(Struct):
    """One table row with its cells where they belong, or (`loose`) a line outside the tables.

    `breaks`: something stands between this row and the one before it: a page break.
    """

    planned: str
    completed: str
    remarks: str
    place: Place
    breaks: bool = False
    loose: bool = False
    reason: str = ""  # what stands in a column of its own
    target: str = ""  # the planned figure where it has a column of its own
    merged: bool = False  # the first cell is a vertically merged continuation of the one above
    completed_merged: bool = False  # so is the second
    remarks_merged: bool = False  # and the third
    ids: Mapping[str, str] = field(default_factory=dict)


class Part(Struct):
    """A piece of remarks that came in one cell or line. `breaks`: it came after a page break.

    `noted`: what became of it has been noted.
    """

    text: str
    place: Place
    breaks: bool = False
    noted: bool = False


class Figure(Struct):
    """One reported figure: the text of its completed cell and the parts of its remarks, in order."""

    completed: str
    parts: list[Part]
    place: Place
    breaks: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    target: str = ""
    completed_merged: bool = False  # the cell goes on from the row above, where its text stands
    remarks_merged: bool = False

    @property
    def remarks(self) -> str:
        """All parts as one text, a line each."""
        return "\n".join(part.text for part in self.parts if part.text)


class Draft(Struct):
    """One planned output with its figures."""

    planned: str
    figures: list[Figure]
    places: list[Place]
    breaks: bool = False


class DraftSection(Struct):
    """A department, office or accomplishment. `entries`: the rows below an accomplishment, not yet repaired."""

    level: Level
    number: str
    title: str
    place: Place
    id: str
    parent: str | None
    entries: list[Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
