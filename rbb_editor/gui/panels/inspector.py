"""The inspector at the end side: its tabs over their pages."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from rbb_editor import settings
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import Hairline
from rbb_editor.i18n import Translator

BEFORE_TABS = 10
"""Pixels before the first tab: its name stands above what the pages say."""
ROOMY_TABS, MOST_TABS = 310, 340
"""Pixels of the tabs from which they stand closer, and beyond which they do not say their counts."""
MOST_NEEDED = 440
"""Pixels that its words may ask for; beyond that they wrap or are cut."""


class Tab(Struct, frozen=True):
    """One page of the inspector: its key, its name, the icon on the rail, its name with the count it can show."""

    key: str
    text: Text
    icon: str
    counted: str = ""


TABS = (
    Tab("details", Text.of(N_("Details")), "info"),
    Tab("findings", Text.of(N_("Findings")), "list-checks", N_("Findings: {count}")),
    Tab("comments", Text.of(N_("Comments")), "message-square", N_("Comments: {count}")),
    Tab("history", Text.of(N_("History")), "history"),
    Tab("last_year", Text.of(N_("Last year")), "calendar-clock"),
)


class Inspector(QWidget):
    """The tabs over their pages. `tab_changed(key)`: another page is shown. `escaped()`: Esc was pressed in it.

    `make`: how to make a page, by its key; each is made when it can be seen for the first time, best inside `pages`,
    but none before `begin`, so that the window around it is painted first.
    """

    tab_changed = Signal(str)
    escaped = Signal()

    def __init__(
        self, make: Mapping[str, Callable[[], QWidget]], tr: Translator, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._later = dict(make)
        self._counts: dict[str, int] = {}
        self.begun = False
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName(tr(N_("Inspector")))
        self.pages = QStackedWidget(self)
        for tab in TABS:
            self.bar.addTab(tr(tab.text))
            self.pages.addWidget(QWidget(self.pages))
        self.bar.ensurePolished()  # they are measured in the letters of the style sheet
        self._fit_tabs()
        self.bar.currentChanged.connect(self._turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(BEFORE_TABS)
        row.addWidget(self.bar, 1)
        nest(column, row)
        column.addWidget(Hairline(theme, self))
        column.addWidget(self.pages, 1)

    def key(self) -> str:
        """The page shown."""
        return TABS[self.bar.currentIndex()].key

    def choose(self, key: str) -> None:
        """Shows a page."""
        at = next((at for at, tab in enumerate(TABS) if tab.key == key), 0)
        self.bar.setCurrentIndex(at)

    def begin(self) -> None:
        """Makes the page that is shown, and from now on each that is."""
        self.begun = True
        if self.isVisible():
            self._turned(self.bar.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """What was not to be seen until now is made."""
        super().showEvent(event)
        if self.begun:
            self._turned(self.bar.currentIndex())

    def show_count(self, key: str, count: int) -> None:
        """How many findings or comments there are, beside the name of their page."""
        if count == self._counts.get(key, 0):
            return
        self._counts[key] = count
        self._fit_tabs()
        self.fit()

    def _fit_tabs(self) -> None:
        """Says the counts as long as there is room for them, if need be closer to one another."""
        for counted, close, most in ((True, False, ROOMY_TABS), (True, True, MOST_TABS), (False, True, MOST_TABS)):
            for at, tab in enumerate(TABS):
                name, count = self._tr(tab.text), self._counts.get(tab.key, 0) if counted else 0
                self.bar.setTabText(at, f"{name} {count}" if count else name)
            if bool(self.bar.property("close")) is not close:
                self.bar.setProperty("close", close)
                self.bar.style().unpolish(self.bar)
                self.bar.style().polish(self.bar)
            if self.bar.sizeHint().width() <= most:
                break

    def fit(self) -> None:
        """Keeps as wide as its tabs and the page shown need, in the language of the interface."""
        page = self.pages.currentWidget()
        needed = max(
            BEFORE_TABS + self.bar.sizeHint().width(), page.minimumSizeHint().width() if page is not None else 0
        )
        needed += self.contentsMargins().left() + self.contentsMargins().right()
        self.setMinimumWidth(max(settings.INSPECTOR_WIDTH.least or 0, min(needed, MOST_NEEDED)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _turned(self, at: int) -> None:
        make = self._later.get(TABS[at].key)
        if make is not None and self.begun and self.isVisible():
            del self._later[TABS[at].key]
            empty = self.pages.widget(at)
            self.pages.insertWidget(at, make())
            if empty is not None:
                self.pages.removeWidget(empty)
                empty.deleteLater()
        self.pages.setCurrentIndex(at)
        self.fit()
        self.tab_changed.emit(TABS[at].key)
