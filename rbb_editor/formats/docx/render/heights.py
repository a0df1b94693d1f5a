"""How high the rows of the results tables are, in twips: lines by the widths of letters, gaps as in the styles."""

from rbb_editor.document.blocks import Row
from rbb_editor.document.look import Look
from rbb_editor.formats.docx.render.columns import Columns
from rbb_editor.formats.docx.render.lines import counter
from rbb_editor.formats.docx.render.tables import head_lines

PLANNED_INDENT, COMPLETED_INDENT, REMARKS_INDENT = 187, 86, 129
GAPS_OF_HEAD, GAPS_OF_ROW, BETWEEN_PARAGRAPHS = 160, 80, 60


class Heights:
    """The heights of rows in one look and set of columns."""

    def __init__(self, look: Look, columns: Columns) -> None:
        self._look, self._columns = look, columns
        self._line = look.table.line
        self._heads: dict[tuple[str, str, str], float] = {}
        self._planned = counter(look, columns.planned - PLANNED_INDENT, look.table)
        self._completed = counter(look, columns.completed - COMPLETED_INDENT, look.table)
        self._remarks = counter(look, columns.remarks - REMARKS_INDENT, look.table)
        self._outcome = counter(look, columns.outcome - COMPLETED_INDENT, look.table) if columns.outcome else None

    def head(self, words: tuple[str, str, str]) -> float:
        """The head row: the middle words take two lines or more. Nearly all tables have the same."""
        if words not in self._heads:
            self._heads[words] = self._head(words)
        return self._heads[words]

    def _head(self, words: tuple[str, str, str]) -> float:
        look, columns = self._look, self._columns
        planned, completed, remarks = words
        middle = counter(look, columns.completed, look.table_head)
        most = max(
            counter(look, columns.planned - PLANNED_INDENT, look.table_head)(planned),
            sum(map(middle, head_lines(completed))),
            counter(look, columns.outcome, look.table_head)(columns.head) if columns.outcome else 1,
            counter(look, columns.remarks - REMARKS_INDENT, look.table_head)(remarks),
        )
        return most * look.table_head.line + GAPS_OF_HEAD

    def row(self, row: Row) -> float:
        """A row is as high as the highest of its cells."""
        lines = self._planned(row.planned) if row.planned else 1
        if (completed := self._completed(row.completed)) > lines:
            lines = completed
        if self._outcome is not None:
            lines = max(lines, self._outcome(self._columns.outcome_of(row)))
        parts = row.remarks + row.explanation
        height = lines * self._line
        if len(parts) == 1:
            told = self._remarks(parts[0]) * self._line
        elif parts:
            told = sum(map(self._remarks, parts)) * self._line + BETWEEN_PARAGRAPHS * (len(parts) - 1)
        else:
            told = 0
        return (told if told > height else height) + GAPS_OF_ROW
