"""The head of the centre: where the table stands in the report, its title, the filter chips, the search field."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import printed_number, printed_title
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.gui.look.rich_text import escape
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.chips import Chips
from rbb_editor.gui.panels.filters import combined
from rbb_editor.gui.table.rows import Filter
from rbb_editor.i18n import Translator

SEARCH_WIDTH = 190
LEAST_SEARCH_WIDTH = 110
BESIDE_HINT = 60
"""Pixels of the search field that its frame and its magnifier take."""


class SearchField(QLineEdit):
    """A search field that Esc empties and leaves. `left()`: Esc or Enter ended the typing."""

    left = Signal()

    def __init__(self, parent: QWidget, hints: Sequence[str] = ()) -> None:
        """`hints`: what may stand in the empty field, the longest first; the first one that there is room for does."""
        super().__init__(parent)
        self._hints = hints

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another hint may have room."""
        super().resizeEvent(event)
        if not self._hints:
            return
        room = self.width() - BESIDE_HINT
        fitting = (hint for hint in self._hints if self.fontMetrics().horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties, Enter and the arrow down go to the table."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class Header(QWidget):
    """`filter_changed(Filter)`: a chip or the searched text changed. `node_wanted(id)`: a step of the path was clicked.

    `left()`: the search is done, the table is to have the focus.
    """

    filter_changed = Signal(object)
    node_wanted = Signal(str)
    left = Signal()

    def __init__(self, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._theme = theme
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self.crumbs = QLabel(self)
        self.crumbs.setProperty("role", "crumbs")
        self.crumbs.setTextFormat(Qt.TextFormat.RichText)
        self.crumbs.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.crumbs.linkActivated.connect(self.node_wanted)
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setMinimumWidth(1)
        self.crumbs.setMinimumWidth(1)

        self.search = SearchField(self, (tr(N_("Search this table")), tr(N_("Search"))))
        self.search.setAccessibleName(tr(N_("Search this table")))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(LEAST_SEARCH_WIDTH)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the chips come first
        self.search.textChanged.connect(self._changed)
        self.search.left.connect(self.left)
        self._magnifier = self.search.addAction(theme.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)

        self.chips = Chips(tr, theme, self)
        self.chips.changed.connect(self._changed)
        QWidget.setTabOrder(self.chips.more, self.search)  # as they stand
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.chips)
        row.addStretch(1)
        row.addWidget(self.search, 1000)

        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.crumbs)
        column.addWidget(self.title)
        column.addSpacing(6)
        nest(column, row)
        column.addWidget(self.chips.further)
        theme.changed.connect(self.recolour)

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget below the chips."""
        self._column.addWidget(widget)

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        self.chips.recolour()
        self._magnifier.setIcon(self._theme.icon("search", "text2"))

    def show_node(self, report: Report, node: Section, language: Language) -> None:
        """The path to a section and its title."""
        tokens = self._theme.tokens
        steps = [
            f'<a href="{escape(section.id)}" style="color:{tokens.text2};text-decoration:none">'
            f"{escape(printed_title(section, language))}</a>"
            for section in report.path(node.id)[:-1]
        ]
        direction = "rtl" if language.rtl else "ltr"
        path = f" &nbsp;{'‹' if language.rtl else '›'}&nbsp; ".join(steps)
        self.crumbs.setText(f'<div dir="{direction}">{path}</div>')
        self.crumbs.setVisible(bool(steps))
        number = printed_number(node, language)
        if node.level is Level.ACCOMPLISHMENT:
            number = f"{language.phrases['expected_accomplishment']} {number}".strip()
        title = node.title or self._tr(N_("(no title)"))
        words = f'<span style="color:{tokens.accent}">{escape(number)}</span>&nbsp; {escape(title)}'
        self.title.setText(f'<div dir="{direction}">{words}</div>')
        self.title.setAccessibleName(f"{number} {title}")

    def show_report(self, report: Report, language: Language) -> None:
        """The whole report: its symbol and title."""
        self.crumbs.hide()
        info = report.info
        title = info.title or self._tr(N_("Whole report"))
        direction = "rtl" if language.rtl else "ltr"
        symbol = f'<span style="color:{self._theme.tokens.accent}">{escape(info.symbol)}</span>&nbsp; '
        self.title.setText(f'<div dir="{direction}">{symbol if info.symbol else ""}{escape(title)}</div>')
        self.title.setAccessibleName(f"{info.symbol} {title}".strip())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """The numbers on the chips, by the keys of the tally."""
        self.chips.show_counts(counts)

    def filter(self) -> Filter:
        """What is chosen and searched now."""
        return combined(self.chosen(), self.search.text())

    def since(self) -> datetime | None:
        """The time since which something must have changed to be shown."""
        return self.chips.since.time if self.chips.since is not None else None

    def show_last_open(self, time: str) -> None:
        """When the report was last open before, as ISO; "" where that is not known."""
        self.chips.last_open = datetime.fromisoformat(time) if time else None

    def chosen(self) -> frozenset[str]:
        """The keys of the chosen filters; ALL alone where there is none."""
        return self.chips.chosen()

    def choose(self, *keys: str) -> None:
        """Chooses filters by their keys in the tally, and no others."""
        self.chips.choose(*keys)

    def clear(self) -> None:
        """Shows everything again."""
        self.search.clear()
        self.chips.clear()

    def focus_search(self) -> None:
        """The search field, its text chosen."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _changed(self) -> None:
        self.filter_changed.emit(self.filter())
