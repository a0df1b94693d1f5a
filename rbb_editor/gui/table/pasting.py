"""Where pasted cells come to lie, what they replace, and what finds no room. No Qt.

A table of three columns out of a printed document, or one with its head row, is known by what it holds.
"""

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct, field

from rbb_editor.domain.figures import read_actual
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import ActualKind
from rbb_editor.edits.several import Carried
from rbb_editor.gui.table.carried import from_cells
from rbb_editor.gui.table.clip import Table
from rbb_editor.gui.table.columns import COLUMNS, EDITABLE, REMARKS_COLUMN, Field
from rbb_editor.gui.table.notation import read_typed
from rbb_editor.gui.table.rows import Row, Rows
from rbb_editor.gui.table.writing import Typed

PRINTED = (Field.PLANNED_TEXT, Field.COMPLETED, Field.REMARKS)
"""The columns of the printed table."""
HEADS = {
    "planned_outputs": Field.PLANNED_TEXT,
    "planned_short": Field.PLANNED,
    "completed": Field.COMPLETED,
    "completed_short": Field.COMPLETED,
    "remarks": Field.REMARKS,
    "reason": Field.EXPLANATION,
}
"""What the head cells of a printed table stand for, by the keys of their phrases."""
LONGEST_FIGURE = 12
"""Characters of a cell that may be a figure where the columns of a table are told apart."""
Fields = Sequence[Field | None]


class Replaced(Struct, frozen=True):
    """A filled cell that a paste changes: the row shown, the field, the texts before and after."""

    row: int
    field: Field
    before: str
    after: str


class Plan(Struct, frozen=True):
    """What a paste does. `cells`: what is written; `replaced`: the filled cells among them that get other words.

    `refused`: cells of planned figures that are none, left as they are. `further`: outputs below the last row, which
    can be added; `left_out`: rows of cells that find no place at all. `carried`: the whole table as new outputs, where
    it holds wordings. `reasons`: how many reasons go with the remarks that are replaced.
    """

    cells: list[Typed]
    replaced: list[Replaced] = field(default_factory=list)
    refused: int = 0
    further: list[Carried] = field(default_factory=list)
    left_out: int = 0
    carried: list[Carried] = field(default_factory=list)
    reasons: int = 0

    def needs_a_look(self, seen: Collection[tuple[int, Field]]) -> bool:
        """Whether it changes filled cells that are not `seen`, or approved wordings, or leaves something out, or takes
        reasons away that the pasted cells do not give.
        """
        if self.refused or self.further or self.left_out or self.reasons:
            return True
        return any(each.field is Field.PLANNED_TEXT or (each.row, each.field) not in seen for each in self.replaced)


def planned_fields(table: Table, start: Field, language: Language) -> tuple[Table, Fields]:
    """The rows without a head row, and the field of each column for a paste into a cell of `start`."""
    heads = {language.phrases[key].casefold(): value for key, value in HEADS.items() if key in language.phrases}
    named = [heads.get(" ".join(text.split()).casefold()) for text in table[0]] if table else []
    if sum(each is not None for each in named) >= 2:
        return table[1:], named
    width = max((len(line) for line in table), default=0)
    if start is Field.PLANNED_TEXT and width == len(PRINTED) and _is_printed(table, language):
        return table, PRINTED
    fields = [column.field for column in COLUMNS]
    first = REMARKS_COLUMN if start in (Field.EXPLANATION, Field.LABEL) else fields.index(start)
    chosen: list[Field | None] = [each if each in EDITABLE else None for each in fields[first:]]
    if start in (Field.EXPLANATION, Field.LABEL):
        chosen[0] = start
    return table, chosen


def plan(
    table: Table,
    start: Field,
    at: int,
    rows: Rows,
    read: Callable[[int, Field], str],
    language: Language,
) -> Plan:
    """How a table of cells is pasted from row `at` on. `read`: the text of a field in a row.

    An empty cell never takes away a wording; the printed remarks replace remarks and reason together.
    """
    table, fields = planned_fields(table, start, language)
    wordings = Field.PLANNED_TEXT in fields
    cells: list[Typed] = []
    replaced: list[Replaced] = []
    refused = used = reasons = 0
    for line in table:
        while at < len(rows) and rows[at].component is None:
            at += 1
        if at >= len(rows):
            break
        row = rows[at]
        assert row.component is not None
        used += 1
        for target, text in _cells_of(line, fields, row):
            if target is Field.PLANNED and not _is_planned(text, language):
                refused += 1
                continue
            before = read(at, target)
            if target is Field.REMARKS and Field.EXPLANATION not in fields:
                reason = read(at, Field.EXPLANATION)
                before = "\n".join(part for part in (before, reason) if part)
                if reason and before != text:
                    cells.append(Typed(row.id, row.component, Field.EXPLANATION, ""))
                    reasons += reason not in text
            if before == text:
                continue
            cells.append(Typed(row.id, row.component, target, text))
            if before:
                replaced.append(Replaced(at, target, before, text))
        at += 1
    rest = table[used:]
    further = from_cells(rest, fields) if wordings else []
    return Plan(
        cells,
        replaced,
        refused,
        further,
        0 if further else sum(1 for line in rest if any(map(str.strip, line))),
        from_cells(table, fields) if wordings else [],
        reasons,
    )


def _cells_of(line: Sequence[str], fields: Fields, row: Row) -> list[tuple[Field, str]]:
    """The cells of a line that go into a row, figures before texts; a wording only into the first of its output."""
    found = [
        (target, text)
        for target, text in zip(fields, line, strict=False)
        if target is not None and (target is not Field.PLANNED_TEXT or (row.place == 0 and text.strip()))
    ]
    return sorted(found, key=lambda pair: ORDER.get(pair[0], 0))


def _is_printed(table: Table, language: Language) -> bool:
    """Whether three columns are wording, completed figure and remarks: the last holds words, not figures."""
    last = [line[2] for line in table if len(line) > 2 and line[2].strip()]
    return any(len(text) > LONGEST_FIGURE or read_actual(text, language).kind is ActualKind.TEXT for text in last)


def _is_planned(text: str, language: Language) -> bool:
    try:
        read_typed(text, language)
    except ValueError:
        return False
    return True


ORDER: dict[Field, int] = {Field.COMPLETED: 1, Field.EXPLANATION: 2, Field.REMARKS: 3}
"""Figures before texts: whether a remark holds the reason depends on the outcome."""
