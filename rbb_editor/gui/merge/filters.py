"""The side list of the review: by decision, by kind, by place; each with its count."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from rbb_editor.domain.places import FRONT_MATTER
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.decisions import Decisions, State
from rbb_editor.gui.merge.model import STATES, DifferencesModel
from rbb_editor.gui.merge.words import TOPICS, home_of, where
from rbb_editor.i18n import Translator
from rbb_editor.merge import Difference, Spot, Topic

WIDTH = 216
ROW, HEAD = 28, 34
ICONS = {State.UNDECIDED: "history", State.ACCEPTED: "check", State.REJECTED: "x"}
TOPIC_ICONS = {
    Topic.APPROVED: "info", Topic.WORDING: "pencil", Topic.FIGURES: "table", Topic.REASONS: "link",
    Topic.ROWS: "list-checks", Topic.COMMENTS: "message-square", Topic.FRONT: "file-text",
}  # fmt: skip
Passes = Callable[[Difference], bool]
ROLE = Qt.ItemDataRole.UserRole
UNKNOWN = Text.of(N_("Not tracked"))


class Choice(Struct, frozen=True):
    """One line of the list: its words, what passes it, its icon; `decided`: that depends on the decisions."""

    words: Text | str
    passes: Passes
    icon: str = ""
    decided: bool = False


class Filters(QTreeWidget):
    """`chosen()`: another line is current; `passes` says what it lets through."""

    chosen = Signal()

    def __init__(self, model: DifferencesModel, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences, self._tr, self._theme = model, tr, theme
        self._choices: list[Choice] = []
        comparison = model.comparison
        self._homes = {each.spot: home_of(comparison, each) for each in comparison.differences}
        self._items: list[QTreeWidgetItem] = []
        self._heads: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setProperty("pane", "chrome")
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr(N_("Show only")))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill()
        self.setCurrentItem(self._items[0])
        self.currentItemChanged.connect(self._changed)
        model.decided.connect(self.recount)
        theme.changed.connect(self._recolour)
        self._recolour()

    def passes(self, difference: Difference) -> bool:
        """Whether a difference is to be shown."""
        item = self.currentItem()
        at = item.data(0, ROLE) if item is not None else None
        return at is None or self._choices[at].passes(difference)

    def recount(self) -> None:
        """The counts after a decision."""
        for choice, item in zip(self._choices, self._items, strict=True):
            if choice.decided:
                self._show_count(item, sum(map(choice.passes, self._differences.comparison.differences)))

    def _show_count(self, item: QTreeWidgetItem, count: int) -> None:
        item.setText(1, str(count))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}, {count}")

    def _fill(self) -> None:
        decisions = self._differences.decisions
        self._head(N_("Decision"))
        self._line(Choice(Text.of(N_("All changes")), _all, "list-checks"))
        for state, words in STATES.items():
            self._line(Choice(words, partial(_in_state, decisions, state), ICONS[state], decided=True))
        self._head(N_("Kind"))
        if any(True for _ in self._differences.comparison.conflicts()):
            self._line(Choice(Text.of(N_("Both changed")), _clashes, "circle-alert"))
        for topic, words in TOPICS.items():
            if any(each.topic is topic for each in self._differences.comparison.differences):
                self._line(Choice(words, partial(_about, topic), TOPIC_ICONS[topic]))
        if self._differences.makers:
            self._head(N_("By"))
            differences = self._differences.comparison.differences
            names = dict.fromkeys(each.name for row in differences for each in self._differences.makers_of(row))
            for name in sorted(names, key=str.casefold):
                self._line(Choice(name, partial(_by, self._differences, name), "user"))
            if not all(map(self._differences.makers_of, differences)):
                self._line(Choice(UNKNOWN, partial(_by, self._differences, ""), "info"))
        for choice, item in zip(self._choices, self._items, strict=True):
            self._show_count(item, sum(map(choice.passes, self._differences.comparison.differences)))
        self._head(N_("Where"))
        for home, count in Counter(self._homes.values()).items():
            said: Text | str = FRONT_MATTER
            if home is not None:
                said = where(self._differences.comparison, home, self._differences.language)
            self._line(Choice(said, partial(_at, self._homes, home)))
            self._show_count(self._items[-1], count)

    def _head(self, words: str) -> None:
        item = QTreeWidgetItem(self, [self._tr(words)])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(0, fonts.font(fonts.NOTE_PX, fonts.SEMIBOLD))
        item.setFirstColumnSpanned(True)
        item.setSizeHint(0, QSize(0, HEAD))
        self._heads.append(item)

    def _line(self, choice: Choice) -> None:
        words = self._tr(choice.words) if isinstance(choice.words, Text) else choice.words
        item = QTreeWidgetItem(self, [words])
        item.setSizeHint(0, QSize(0, ROW))
        item.setData(0, ROLE, len(self._choices))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._choices.append(choice)
        self._items.append(item)

    def _recolour(self) -> None:
        for head in self._heads:
            head.setForeground(0, QBrush(self._theme.colour("text2")))
        for choice, item in zip(self._choices, self._items, strict=True):
            chosen = item.isSelected()
            item.setFont(0, fonts.font(weight=fonts.SEMIBOLD if chosen else fonts.REGULAR))
            if choice.icon:
                item.setIcon(0, self._theme.icon(choice.icon, "accent" if chosen else "text2"))

    def _changed(self) -> None:
        self._recolour()
        self.chosen.emit()


def _all(difference: Difference) -> bool:  # noqa: ARG001
    return True


def _in_state(decisions: Decisions, state: State, difference: Difference) -> bool:
    return decisions.state(difference) is state


def _clashes(difference: Difference) -> bool:
    return difference.conflict


def _about(topic: Topic, difference: Difference) -> bool:
    return difference.topic is topic


def _by(model: DifferencesModel, name: str, difference: Difference) -> bool:
    """Whether somebody had a part in a change; "": nobody is known to have."""
    found = model.makers_of(difference)
    return any(each.name == name for each in found) if name else not found


def _at(homes: Mapping[Spot, str | None], home: str | None, difference: Difference) -> bool:
    return homes[difference.spot] == home
