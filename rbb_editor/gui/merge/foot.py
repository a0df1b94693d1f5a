"""The foot of the review: how far it is decided, what the keys do, the three ways on."""

from collections.abc import Sized

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.decisions import Decisions, State
from rbb_editor.i18n import Translator

HEIGHT, GAP, EDGE = 52, 10, 20
BAR = (172, 6)


class Bar(QWidget):
    """How much is accepted, rejected and open, as a bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = (0.0, 0.0)
        self.setFixedSize(*BAR)

    def show_shares(self, accepted: float, rejected: float) -> None:
        """Shares of all, between 0 and 1."""
        self._shares = (accepted, rejected)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """From the start edge: accepted, rejected, the rest."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("hair"))
            at = 0
            for share, token in zip(self._shares, ("bar_met", "bar_shortfall"), strict=True):
                width = round(self.width() * share)
                left = self.width() - at - width if self.isRightToLeft() else at
                painter.fillRect(left, 0, width, self.height(), self._theme.colour(token))
                at += width


ON_THE_WAY = N_("F8 next undecided · Ctrl+Z takes a decision back")
ALL_DECIDED = N_("Enter finishes · Ctrl+Z takes a decision back")


class Foot(QWidget):
    """`taken()`, `kept()`: theirs, ours for all that is shown. `later()`: leave it. `finished()`: make the changes."""

    taken = Signal()
    kept = Signal()
    later = Signal()
    finished = Signal()

    def __init__(self, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.setProperty("pane", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        self.bar = Bar(theme, self)
        self.said = QLabel(self)
        self.hint = QLabel(tr(ON_THE_WAY), self)
        self.hint.setProperty("role", "hint")
        self.calm = QPushButton(self)
        self.calm.setAutoDefault(False)
        self.calm.clicked.connect(self.taken)
        self.calm.setToolTip(tr(N_("Take theirs for all of these (Ctrl+Shift+A)")))
        self.keep = QPushButton(self)
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self.kept)
        self.keep.setToolTip(tr(N_("Keep ours for all that is shown and undecided (Ctrl+Shift+R)")))
        self.leave = leave = QPushButton(tr(N_("&Later")), self)
        leave.setToolTip(tr(N_("Close this; what is decided is kept until the report is closed")))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.later)
        self.go = QPushButton(self)
        self.go.setProperty("primary", "true")
        self.go.setAutoDefault(False)
        self.go.setToolTip(tr(N_("Change the report as decided (Ctrl+Enter); one undo takes it back")))
        self.go.clicked.connect(self.finished)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(GAP)
        for widget in (self.bar, self.said, self.hint):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.calm, self.keep, leave, self.go):
            row.addWidget(button)

    def show_state(self, decisions: Decisions, at_once: Sized, shown: Sized, *, filtered: bool) -> None:
        """Counts and what can be pressed. `at_once`: what may be taken together; `shown`: what may be left together."""
        total = len(decisions.comparison.differences)
        accepted, rejected = decisions.count(State.ACCEPTED), decisions.count(State.REJECTED)
        self.bar.show_shares(accepted / total if total else 0, rejected / total if total else 0)
        decided, clashing, calm = accepted + rejected, decisions.clashing(), len(at_once)
        said = Text.of(
            N_("{decided} of {total} decided"), decided=decided, total=total
        )  # fmt: skip
        clash = Text.of(N_("{count} still clashes"), plural=N_("{count} still clash"), count=clashing)
        self.said.setText(self._tr.listed(map(self._tr, [said, clash] if clashing else [said])))
        words = Text.of(
            N_("&Accept {count} that does not clash"), plural=N_("&Accept {count} that do not clash"), count=calm
        )
        if filtered:
            words = Text.of(N_("&Accept {count} shown"), count=calm)
        self.calm.setText(self._tr(words))
        self.calm.setVisible(calm > 0)
        self.keep.setText(self._tr(Text.of(N_("&Reject {count} shown"), count=len(shown))))
        self.keep.setVisible(len(shown) > 0)
        self._fit()
        finish = Text.of(
            N_("&Finish with {count} decision"), plural=N_("&Finish with {count} decisions"), count=decided
        )
        self.go.setText(self._tr(finish))
        self.hint.setText(self._tr(ALL_DECIDED if decided == total else ON_THE_WAY))
        self.go.setEnabled(decided > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint gives way where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [
            each for each in (self.bar, self.said, self.calm, self.keep, self.leave, self.go) if not each.isHidden()
        ]
        used = sum(each.sizeHint().width() + GAP for each in shown) + 2 * EDGE
        self.hint.setVisible(used + self.hint.sizeHint().width() + GAP <= self.width())
