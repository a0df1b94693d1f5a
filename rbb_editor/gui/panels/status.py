"""The status bar: saved when, which document, how much of it, and what is left to do, as links."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.lines import led
from rbb_editor.gui.look.painting import fill
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.panels.signs import sign_icon
from rbb_editor.i18n import Translator, isolated
from rbb_editor.project import Project

HEIGHT = 28
"""Pixels at least."""
BESIDE = 6
"""Pixels on either side of what stands at the end, as the style sheet has them."""
EDGE = 16
"""Pixels before the first word."""
GAP = 6
"""Pixels that Qt leaves between two items."""
STEPS = 5
"""Ways to say it all, each in fewer words than the one before."""
OFFERED = 60_000
"""Milliseconds that a written file can be opened from here."""
LEFT_TO_DO = (
    ("shortfall-unexplained", Outcome.SHORTFALL, N_("{count} shortfall without a reason"),
     N_("{count} shortfalls without a reason")),
    ("excess-unexplained", Outcome.EXCEEDED, N_("{count} excess without a reason"),
     N_("{count} excesses without a reason")),
)  # fmt: skip
"""What is counted at the end: name of the rule, sign, and the words for one and for many."""


CHECKING = N_("Being checked…")
"""In the place of the counts until there are any: none found is not the same as not looked yet."""


class StatusBar(QStatusBar):
    """`rule_wanted(name)`: a count of what is left to do was clicked. `written_wanted()`: the file written last."""

    rule_wanted = Signal(str)
    written_wanted = Signal()

    def __init__(self, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._tr = tr
        self._theme = theme
        self._lasting = 0
        self._open = self._busy = False
        self._amounts = ("", "")
        self._left: dict[str, tuple[str, str]] = {}
        self.setSizeGripEnabled(False)
        self._tick = QLabel()
        self.saved = QLabel()
        self.document = QLabel()
        self._pencil = QLabel()
        self.editing = QLabel()
        self.editing.setProperty("role", "editing")
        self.amount, self.length = QLabel(), QLabel()
        for label in (self.amount, self.length):
            label.setProperty("role", "count")
        self._start = self._made_start()
        self.show_editing("")
        self.addWidget(self._start)
        self.written = link(
            tr(N_("Open the file")), tr(N_("Open what was written, in the program that is there for it"))
        )
        self.written.clicked.connect(self.written_wanted)
        self.written.hide()
        self._offer = QTimer(self)
        self._offer.setSingleShot(True)
        self._offer.timeout.connect(self.written.hide)
        self.addPermanentWidget(self.written)
        self.addPermanentWidget(self.amount)
        self.links = {rule: self._made_link(rule, sign) for rule, sign, _, _ in LEFT_TO_DO}
        for button in self.links.values():
            self.addPermanentWidget(button)
        self.addPermanentWidget(self.length)
        self.recolour()
        theme.changed.connect(self.recolour)
        self.messageChanged.connect(self._fit)

    def _made_start(self) -> QWidget:
        """What was saved when, and the document or what is being typed into it."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addSpacing(EDGE - 2)  # the bar keeps two itself; a margin would stay at the left in a mirrored window
        row.addWidget(self._tick)
        row.addWidget(self.saved)
        row.addSpacing(14)
        for label in (self.document, self._pencil, self.editing):
            row.addWidget(label)
        return made

    def _made_link(self, rule: str, sign: Outcome) -> QPushButton:
        """How much of something is left to do."""
        button = link("")
        button.setObjectName(rule)
        button.setProperty("outcome", str(sign))
        button.setIconSize(QSize(14, 14))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # on one line with the labels
        button.clicked.connect(self._clicked)
        return button

    def minimumSizeHint(self) -> QSize:
        """As high as its words, and no less than the measure: a fixed height would cut what is taller.

        Of no width: what has no room is said in fewer words, and the window is not made wider.
        """
        return QSize(0, max(HEIGHT, super().minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        """No more than that."""
        return self.minimumSizeHint()

    def mention(self, text: Text | str, seconds: int = 5, /, **fields: object) -> None:
        """Says something (marked, with its fields) that asks for nothing, for a while."""
        self.showMessage(self._tr(text, **fields), 1_000 * seconds)

    def showMessage(self, text: str, /, timeout: int | None = 0) -> None:
        """A word for a while; one that begins with the name of a file runs as the interface does."""
        self._lasting = timeout or 0
        super().showMessage(led(text, right=self.isRightToLeft()), self._lasting)

    def showEvent(self, event: QShowEvent) -> None:
        """Says again what was said before it was seen: Qt makes room for a word only where what gives way is seen."""
        super().showEvent(event)
        if text := self.currentMessage():
            self.clearMessage()
            self.showMessage(text, self._lasting)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A word for a while begins where the others do and ends in … where it is long: Qt would cut it at the edge."""
        if not self.currentMessage():
            if self._open:
                super().paintEvent(event)
            else:  # below the start page nothing is to be seen of it
                with QPainter(self) as painter:
                    fill(painter, event.rect(), self._theme.colour("surface"))
            return
        from PySide6.QtWidgets import QStyle, QStyleOption  # no start needs them

        others = [each.geometry() for each in self.children() if isinstance(each, QWidget) and each.isVisible()]
        if self.isRightToLeft():
            left = max((each.right() for each in others), default=0) + BESIDE
            room = self.rect().adjusted(left, 0, -EDGE, 0)
        else:
            room = self.rect().adjusted(EDGE, 0, 0, 0)
            room.setRight(min((each.left() for each in others), default=self.width()) - BESIDE)
        panel = QStyleOption()
        panel.initFrom(self)
        with QPainter(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, panel, painter, self)
            painter.setPen(self._theme.colour("text"))
            said = self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, said)

    def recolour(self) -> None:
        """Takes the signs in the colours of the theme."""
        self._tick.setPixmap(self._theme.pixmap("check", "text2", 14, self.devicePixelRatioF()))
        for rule, sign, _, _ in LEFT_TO_DO:
            self.links[rule].setIcon(sign_icon(str(sign), self._theme.tokens))

    def show_saved(self, when: datetime | None, *, read_only: bool) -> None:
        """When the last change reached the disk (local time); None: it is as it was opened."""
        if read_only:
            text = Text.of(N_("Read-only"))
        elif when is None:
            text = Text.of(N_("Saved"))
        else:
            text = Text.of(N_("Saved {time}"), time=f"{when:%H:%M}")
        self.saved.setText(self._tr(text))

    def show_project(self, project: Project) -> None:
        """The document, and how much there is of it."""
        info, counts = project.report.info, project.report.counts()
        self.document.setText(" · ".join(isolated(fact) for fact in (info.symbol, project.language.name) if fact))
        height = self.document.sizeHint().height()
        if height != self._start.minimumHeight():
            self._start.setMinimumHeight(height)  # also while something else stands there
            self.reformat()
        outputs = Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=counts.outputs)
        figures = Text.of(N_("{count} figure"), plural=N_("{count} figures"), count=counts.figures)
        self._amounts = (f"{self._tr(outputs)} · {self._tr(figures)}", self._tr(outputs))
        self._fit()

    def show_length(self, said: str, advice: str) -> None:
        """How long the report is; the advice there is about that stands in the tooltip."""
        self.length.setText(said)
        self.length.setToolTip(advice)
        self._fit()

    def show_left(self, project: Project) -> None:
        """What is left to do."""
        tally, complete = project.checker.tally(), project.checker.complete
        for rule, _, one, many in LEFT_TO_DO:
            count = sum(number for (_, name), number in tally.items() if name == rule)
            text = Text.of(one, plural=many, count=count) if complete or count else Text.of(CHECKING)
            words = self._tr(text)
            self._left[rule] = (words, self._tr.number(count) if complete or count else words)
            self.links[rule].setVisible(complete or bool(count) or rule == LEFT_TO_DO[0][0])
            self.links[rule].setEnabled(bool(count))
            self.links[rule].setAccessibleName(words)
            self.links[rule].setToolTip(f"{words}\n{self._tr(N_('Go to the next one'))}")
        self._fit()

    def show_written(self, path: Path) -> None:
        """A file has been written; for a minute it can be opened from here."""
        self.mention(N_("Written: {path}"), 10, path=path)
        self.written.show()
        self._fit()
        self._offer.start(OFFERED)

    def show_editing(self, said: str) -> None:
        """What is being typed into, in the place of the document; "": nothing is."""
        self.editing.setText(said)
        if said:
            self._pencil.setPixmap(self._theme.pixmap("pencil", "accent", 14, self.devicePixelRatioF()))
        for label in (self._pencil, self.editing):
            label.setVisible(bool(said))
        self.document.setVisible(not said)
        self._fit()

    def set_open(self, opened: bool) -> None:
        """Whether there is a report to speak of; a word about the one before goes."""
        self.clearMessage()
        self._open = opened
        for widget in (self._start, self.length, *self.links.values()):
            widget.setVisible(opened)
        if not opened:
            self.written.hide()
        self._fit()

    def set_busy(self, busy: bool) -> None:
        """Makes room for work that goes on."""
        self._busy = busy
        self.length.setVisible(not busy and self._open)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Says as much as there is room for: figures go first, then the words of the counts, then the outputs."""
        for step in range(STEPS):
            self._say_at(step)
            if self._wanted() <= self.width():
                return

    def _say_at(self, step: int) -> None:
        """The amounts and what is left to do, in the fewer words the higher the step."""
        self.amount.setText(self._amounts[0 if step == 0 else 1])
        self.amount.setVisible(self._open and not self._busy and step < STEPS - 1)
        for at, rule in enumerate(reversed(self._left), start=2):
            self.links[rule].setText(self._left[rule][0 if step < at else 1])

    def _wanted(self) -> int:
        """The width of all that is shown."""
        shown = [each for each in self.children() if isinstance(each, QWidget) and not each.isHidden()]
        message = self.fontMetrics().horizontalAdvance(self.currentMessage()) if self.currentMessage() else 0
        return sum(each.sizeHint().width() + GAP for each in shown) + min(message, self.width() // 2)

    def _clicked(self) -> None:
        self.rule_wanted.emit(self.sender().objectName())
