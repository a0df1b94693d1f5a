"""The differences that pass the filter, as a list for the view."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import moment
from rbb_editor.gui.look.rich_text import escape
from rbb_editor.gui.merge.decisions import Decisions, State
from rbb_editor.gui.merge.words import field_words, side_words, target_of, where
from rbb_editor.i18n import Translator
from rbb_editor.merge import Comparison, Decision, Difference, Spot
from rbb_editor.project.authors import Maker
from rbb_editor.project.consequences import Consequence, Consequences

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
STATES = {
    State.UNDECIDED: Text.of(N_("Undecided")),
    State.ACCEPTED: Text.of(N_("Accepted")),
    State.REJECTED: Text.of(N_("Rejected")),
}
Passes = Callable[[Difference], bool]


class Role(IntEnum):
    """What the delegate asks for beside the texts."""

    WHERE = Qt.ItemDataRole.UserRole
    FIELD = Qt.ItemDataRole.UserRole + 1
    BY = Qt.ItemDataRole.UserRole + 2


class DifferencesModel(QAbstractListModel):
    """`decided()`: another decision was made, or one taken back."""

    decided = Signal()

    def __init__(
        self,
        decisions: Decisions,
        language: Language,
        tr: Translator,
        parent: QObject,
        makers: Mapping[Spot, tuple[Maker, ...]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.decisions = decisions
        self.language = language
        self.rows: list[Difference] = list(decisions.comparison.differences)
        self.makers = makers if makers is not None else {}
        self._tr = tr
        self._foreseen = Consequences(decisions.comparison)

    @property
    def comparison(self) -> Comparison:
        """What is decided about."""
        return self.decisions.comparison

    def show(self, passes: Passes) -> None:
        """Lists only what passes."""
        self.beginResetModel()
        self.rows = [each for each in self.comparison.differences if passes(each)]
        self.endResetModel()

    def decide(self, differences: list[Difference], decision: Decision | None) -> None:
        """Decides about some differences alike."""
        self.decisions.decide(differences, decision)
        self._redraw()

    def undo(self) -> bool:
        """Takes the last step back."""
        done = self.decisions.undo()
        self._redraw()
        return done

    def _redraw(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.decided.emit()

    # what Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """The differences shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a difference."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Role.WHERE:
                return self._said(where(self.comparison, target_of(row), self.language))
            case Role.FIELD:
                return self._tr(field_words(row))
            case Role.BY:
                return ", ".join(each.name for each in self.makers_of(row))
            case Qt.ItemDataRole.ToolTipRole:
                return self._made_by(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
        return None

    def sides(self, row: Difference) -> tuple[str, str, str]:
        """What stood, what they made of it, what we made of it."""
        found, language = self.comparison, self.language
        return (
            side_words(row, row.base, found.base, language),
            side_words(row, row.theirs, found.theirs, language),
            side_words(row, row.ours, found.ours, language),
        )

    def makers_of(self, row: Difference) -> tuple[Maker, ...]:
        """Who made a change; none where the file does not say."""
        return self.makers.get(row.spot, ())

    def _made_by(self, row: Difference) -> str | None:
        """Everybody with their times, a line each, escaped: a tooltip reads rich text."""
        lines = [
            f"{each.name} · {moment(each.time, self._tr)}" if each.time is not None else each.name
            for each in self.makers_of(row)
        ]
        return "<br>".join(map(escape, lines)) or None

    def consequence(self, row: Difference) -> Consequence:
        """What taking theirs would do to the findings."""
        return self._foreseen.of(row)

    def _spoken(self, row: Difference) -> str:
        base, theirs, ours = self.sides(row)
        said = [
            self._said(where(self.comparison, target_of(row), self.language)),
            self._tr(field_words(row)),
            self._tr(STATES[self.decisions.state(row)]),
            *([self._tr(N_("Both changed"))] if row.conflict else []),
            *([self._tr(N_("by {name}"), name=each.name) for each in self.makers_of(row)]),
            self._tr(N_("before: {text}"), text=base),
            self._tr(N_("theirs: {text}"), text=theirs),
            self._tr(N_("ours: {text}"), text=ours),
        ]
        return ", ".join(said)

    def _said(self, text: Text | str) -> str:
        return self._tr(text) if isinstance(text, Text) else text
