"""The upper part of find and replace: what is looked for, how, where, and in which texts."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.text import N_
from rbb_editor.domain.wording import Kind
from rbb_editor.gui.look.icons import ROW
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import pane, segment
from rbb_editor.gui.replace.rows import KIND_NAMES
from rbb_editor.i18n import Translator

MOST = 1000
"""Letters that may be looked for: longer ones are pasted by mistake."""
OPTIONS = (
    ("match_case", "case-sensitive", N_("Match case"), "Alt+C"),
    ("whole_word", "whole-word", N_("Whole words only"), "Alt+W"),
    ("pattern", "regex", N_("Regular expression"), "Alt+X"),
)
SCOPES = (N_("Report"), N_("Department"), N_("This table"))
LEAST_WIDTH = 112
IN_ORDER = (Kind.PLANNED_TEXT, Kind.COMPLETED, Kind.REMARKS, Kind.EXPLANATION, Kind.TITLE, Kind.FRONT)


class SearchFields(QWidget):
    """`query_changed()`: something else is looked for. `replacement_changed()`: other words stand in its place.

    `replace_entered()`: the keyboard has come to them. `kind_ticked(Kind, bool)`: a chip was clicked. `left()`: Enter
    or the arrow down: to the list.
    """

    query_changed = Signal()
    replacement_changed = Signal()
    replace_entered = Signal()
    kind_ticked = Signal(object, bool)
    left = Signal()

    def __init__(self, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._tr = tr
        self._theme = theme
        self.wanted = self._line(tr(N_("Find")))
        self.wanted.textChanged.connect(self.query_changed)
        self.replace = self._line(tr(N_("Replace with")))
        self.replace.textChanged.connect(self.replacement_changed)
        self.replace.installEventFilter(self)
        options = QHBoxLayout()
        options.setSpacing(4)
        self.options: dict[str, QToolButton] = {}
        for key, _, words, keys in OPTIONS:
            button = self._option(tr(words), keys)
            self.options[key] = button
            options.addWidget(button)
        self._scopes = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, field in enumerate((self.wanted, self.replace)):
            label = QLabel(field.accessibleName())
            label.setProperty("role", "note")
            label.setBuddy(field)
            grid.addWidget(label, at, 0)
            grid.addWidget(field, at, 1)
        nest(grid, options, 0, 2)
        grid.addWidget(self._segments(), 0, 3)
        grid.addWidget(self._texts(), 1, 2, 1, 2)
        self.chips: dict[Kind, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(6)
        for kind in Kind:
            self.chips[kind] = self._chip(kind)
            row.addWidget(self.chips[kind])
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 0)
        column.setSpacing(10)
        nest(column, grid)
        nest(column, row)
        self.recolour()
        theme.changed.connect(self.recolour)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of the keyboard in the field of the replacement."""
        if watched is self.replace and event.type() is QEvent.Type.FocusIn:
            self.replace_entered.emit()
        return super().eventFilter(watched, event)

    def scope(self) -> int:
        """0: the report, 1: the department, 2: this table."""
        return self._scopes.checkedId()

    def kinds(self) -> frozenset[Kind]:
        """The kinds of text that are searched."""
        kind = self.texts.currentData()
        return frozenset(Kind) if kind is None else frozenset((Kind(kind),))

    def show_scopes(self, *, section: bool) -> None:
        """Where the open page is no section, only the whole report can be searched."""
        for at in (1, 2):
            self._scopes.button(at).setEnabled(section)
        if not section:
            self._scopes.button(0).setChecked(True)

    def show_counts(self, counts: Counter[Kind], ticked: frozenset[Kind]) -> None:
        """How many hits there are in each kind of text; a chip is on where some of them are chosen."""
        for kind, chip in self.chips.items():
            name = self._tr(KIND_NAMES[kind])
            chip.setText(f"{name}  {counts[kind]}")
            chip.setAccessibleName(self._tr(N_("Replace in: {field}, {count} found"), field=name, count=counts[kind]))
            chip.setVisible(bool(counts[kind]))
            chip.setChecked(kind in ticked)

    def focus_find(self) -> None:
        """The search field, its text chosen."""
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        for key, icon, *_ in OPTIONS:
            button = self.options[key]
            button.setIcon(self._theme.icon(icon, "accent" if button.isChecked() else "text2"))

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(MOST)
        field.setMinimumWidth(LEAST_WIDTH)
        field.setClearButtonEnabled(True)
        field.returnPressed.connect(self.left)
        return field

    def _option(self, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(ROW, ROW))
        button.setShortcut(keys)
        button.setToolTip(f"{words} ({keys})")
        button.setStatusTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._option_toggled)
        return button

    def _segments(self) -> QWidget:
        box = pane("segments")
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for at, words in enumerate(SCOPES):
            button = segment(self._tr(words))
            button.setChecked(at == 0)
            button.setAccessibleName(self._tr(N_("Search in: {scope}"), scope=self._tr(words)))
            self._scopes.addButton(button, at)
            row.addWidget(button)
        self._scopes.idToggled.connect(self._scope_toggled)
        return box

    def _texts(self) -> QComboBox:
        """In which texts is searched: all, or those of one kind."""
        self.texts = QComboBox()
        self.texts.setAccessibleName(self._tr(N_("Texts to be searched")))
        self.texts.setToolTip(self._tr(N_("Texts to be searched")))
        self.texts.addItem(self._tr(N_("In all texts")), None)
        for kind in IN_ORDER:
            self.texts.addItem(self._tr(N_("Only in: {field}"), field=self._tr(KIND_NAMES[kind])), str(kind))
        self.texts.setMaxVisibleItems(self.texts.count())
        self.texts.currentIndexChanged.connect(self.query_changed)
        return self.texts

    def _chip(self, kind: Kind) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(partial(self._chip_clicked, kind))
        chip.hide()
        return chip

    def _chip_clicked(self, kind: Kind, _chosen: bool = False) -> None:
        self.kind_ticked.emit(kind, self.chips[kind].isChecked())

    def _option_toggled(self) -> None:
        self.recolour()
        self.query_changed.emit()

    def _scope_toggled(self, _at: int, chosen: bool) -> None:
        if chosen:
            self.query_changed.emit()
