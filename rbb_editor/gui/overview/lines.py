"""The lines of bars as a model: a row for each department, a column for the whole of it and for each outcome."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.rich_text import escape
from rbb_editor.gui.look.signs import OUTCOME_NAMES
from rbb_editor.i18n import Translator
from rbb_editor.project.overview import Bar, percentage

Index = QModelIndex | QPersistentModelIndex
WHOLE = 0
"""The column of the whole line; those of the outcomes follow, in the order of the bar."""
OUTCOMES = tuple(Outcome)
THESE_ROWS = N_("Click or Enter: show these rows")
OF = {
    Outcome.MET: N_("{place}: {count} met"),
    Outcome.EXCEEDED: N_("{place}: {count} exceeded"),
    Outcome.SHORTFALL: N_("{place}: {count} short"),
    Outcome.UNCLEAR: N_("{place}: {count} that cannot be compared"),
}


class Line(Struct, frozen=True):
    """One bar: its number and title, a note below them. `past`: of last year, so that there are no rows to open."""

    bar: Bar
    number: str
    title: str
    note: str = ""
    past: bool = False


class LinesModel(QAbstractTableModel):
    """What the bars say, to whoever cannot see them, or points at them."""

    def __init__(self, say: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Iterable[Line]) -> None:
        """Other lines, or the same ones with other numbers."""
        now = tuple(lines)
        if [each.bar.id for each in now] == [each.bar.id for each in self.lines]:
            self.lines = now
            if now:
                self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.lines = now
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A row for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The whole line and the outcomes."""
        return 0 if parent.isValid() else 1 + len(OUTCOMES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row or a column is about, for whoever cannot see it: no heads are shown."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._head(self.lines[section], None) if section < len(self.lines) else None
        outcome = outcome_of(section)
        return self._say(OUTCOME_NAMES[outcome] if outcome is not None else N_("Figures"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A segment in words; as a tooltip with what a click does."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        outcome = outcome_of(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say.listed([self._head(line, outcome), *self._facts(line, outcome)])
        if role == Qt.ItemDataRole.ToolTipRole:
            head, facts = self._head(line, outcome), self._facts(line, outcome)
            way = "" if line.past else self._say(THESE_ROWS)
            said = filter(None, (f"<b>{escape(head)}</b>", escape(" · ".join(facts)), escape(way)))
            return f'<div style="white-space:pre">{"<br>".join(said)}</div>'
        return None

    def _head(self, line: Line, outcome: Outcome | None) -> str:
        place = " ".join(filter(None, (line.number, line.title)))
        if outcome is None:
            return place
        return self._say(OF[outcome], place=place, count=line.bar.of(outcome))

    def _facts(self, line: Line, outcome: Outcome | None) -> list[str]:
        bar, say = line.bar, self._say
        if outcome is None:
            figures = Text.of(N_("{count} figure"), plural=N_("{count} figures"), count=bar.total)
            rate = say(N_("implementation rate {rate}"), rate=percentage(bar.done, bar.comparable))
            return [say(figures), rate]
        of = Text.of(N_("of {count} figure"), plural=N_("of {count} figures"), count=bar.total)
        missing = bar.unexplained_of(outcome)
        return [say(of), *([say(N_("{count} without a reason"), count=missing)] if missing else [])]


def outcome_of(column: int) -> Outcome | None:
    """The outcome of a column; None of the whole line."""
    return None if column == WHOLE else OUTCOMES[column - 1]
