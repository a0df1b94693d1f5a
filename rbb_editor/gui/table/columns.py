"""The columns of the table and the fields in them, as data."""

from enum import StrEnum

from msgspec import Struct

from rbb_editor.domain.text import N_, Text


class Field(StrEnum):
    """What can be current in the table. Label, remarks and explanation of a figure share a column."""

    NUMBER = "number"
    PLANNED_TEXT = "planned_text"
    PLANNED = "planned"
    COMPLETED = "completed"
    REMARKS = "remarks"
    EXPLANATION = "explanation"
    LABEL = "label"
    FINDINGS = "findings"
    COMMENTS = "comments"


class Column(Struct, frozen=True):
    """A column. `title` is its head ("" for the narrow ones), `name` what a screen reader says.

    `spans`: one cell for all figures of an output. `width`: pixels at 100 %, or a share of the table below 1, or 0 for
    all that is left. `end`: set to the end edge.
    """

    field: Field
    title: Text
    name: Text
    width: float
    spans: bool = False
    end: bool = False


def _titled(field: Field, title: Text, width: float, *, spans: bool = False, end: bool = False) -> Column:
    return Column(field, title, title, width, spans, end)


NO_TITLE = Text("")
COLUMNS = (
    Column(Field.NUMBER, NO_TITLE, Text.of(N_("Number")), 36, spans=True, end=True),
    _titled(Field.PLANNED_TEXT, Text.of(N_("Planned output")), 0.305, spans=True),
    _titled(Field.PLANNED, Text.of(N_("Planned")), 66, end=True),
    _titled(Field.COMPLETED, Text.of(N_("Completed")), 100),
    _titled(Field.REMARKS, Text.of(N_("Remarks and explanation")), 0),
    Column(Field.FINDINGS, NO_TITLE, Text.of(N_("Findings")), 28),
    Column(Field.COMMENTS, NO_TITLE, Text.of(N_("Comments")), 30),
)
EDITABLE = frozenset(Field) - {Field.NUMBER, Field.FINDINGS, Field.COMMENTS}

PLACES: dict[str, int] = {column.field: at for at, column in enumerate(COLUMNS)}
PLACES[Field.EXPLANATION] = PLACES[Field.LABEL] = PLACES[Field.REMARKS]


def column_of(field: str) -> int:
    """The column a field stands in; KeyError for a field that is not in the table."""
    return PLACES[field]


REMARKS_COLUMN = column_of(Field.REMARKS)
