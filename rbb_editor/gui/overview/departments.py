"""The bars by department, below the legend of their colours and the heads of their figures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.signs import OUTCOME_NAMES
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.overview.bars import BarsView
from rbb_editor.gui.overview.lay import CHEVRON, DEPARTMENTS, GAP, Lay
from rbb_editor.gui.overview.lines import OUTCOMES, Line
from rbb_editor.gui.panels.flow import Flow
from rbb_editor.gui.panels.signs import sign_pixmap
from rbb_editor.i18n import Translator
from rbb_editor.project.overview import Bar

HEADS = (Text.of(N_("Figures")), Text.of(N_("Rate")))


class Departments(QWidget):
    """A line for each department; the legend says how many figures of the report came out so."""

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        heads = (say(HEADS[0]), say(HEADS[1]))
        self.bars = BarsView(DEPARTMENTS, heads, say(N_("Outcomes by department")), say, theme)
        self.bars.laid.connect(self._align)
        self._before = QWidget(self)
        legend = QWidget(self)
        flow = Flow(6)
        legend.setLayout(flow)
        self._counts: list[QLabel] = []
        self._signs: list[QLabel] = []
        for outcome in OUTCOMES:
            item = QWidget(legend)
            parts = QHBoxLayout(item)
            parts.setContentsMargins(0, 0, 12, 0)
            parts.setSpacing(4)
            sign, name, count = QLabel(item), QLabel(say(OUTCOME_NAMES[outcome]), item), QLabel(item)
            name.setProperty("role", "note")
            count.setProperty("role", "counted")
            for label in (sign, name, count):
                label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                parts.addWidget(label)
            self._signs.append(sign)
            self._counts.append(count)
            flow.addWidget(item)
        self._heads = [QLabel(words, self) for words in heads]
        for head in self._heads:
            head.setProperty("role", "note")
            head.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, CHEVRON, 0)
        row.setSpacing(0)
        row.addWidget(self._before)
        row.addWidget(legend, 1)
        row.addSpacing(GAP)
        row.addWidget(self._heads[0])
        row.addSpacing(GAP)
        row.addWidget(self._heads[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        nest(column, row)
        column.addWidget(self.bars)
        self._sign()
        theme.changed.connect(self._sign)

    def show_lines(self, lines: tuple[Line, ...], whole: Bar) -> None:
        """Other departments, or the same ones with other numbers."""
        for label, outcome in zip(self._counts, OUTCOMES, strict=True):
            label.setText(self._say.number(whole.of(outcome)))
        self.bars.show_lines(lines)
        self._align(self.bars.lay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars follow; what stands above them, too."""
        super().resizeEvent(event)
        self._align(self.bars.lay)

    def _align(self, lay: Lay) -> None:
        self._before.setFixedWidth(lay.names)
        for head, width in zip(self._heads, (lay.figures, lay.rate), strict=True):
            head.setFixedWidth(width)

    def _sign(self) -> None:
        for label, outcome in zip(self._signs, OUTCOMES, strict=True):
            label.setPixmap(sign_pixmap(str(outcome), self._theme.tokens))
