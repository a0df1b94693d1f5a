"""The page view over the table: a bar with pages, zoom and search, the pages, small pictures of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.rail import Rail
from rbb_editor.gui.page.room import Room
from rbb_editor.gui.page.view import PagesView
from rbb_editor.gui.panels.header import SearchField
from rbb_editor.gui.panels.parts import Hairline, pane
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

REST = 400
"""Milliseconds after a change in which the pages are set anew."""
SEARCH_WIDTH, BESIDE_HINT = 240, 52
"""The search field at most, and what it takes beside its hint."""


class PagePane(QWidget):
    """`wanted(Spot)`: what was clicked is to be edited. `changes_wanted()`: since which state is to be asked.

    `pdf_wanted()`, `print_wanted()`, `closed()`: Esc. `earlier`: what changes are shown from.
    """

    wanted = Signal(object)
    changes_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()
    closed = Signal()

    def __init__(self, project: Project, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._tr, self._theme = project, tr, theme
        self._stale = True
        self.earlier: Report | None = None
        self._wanted, self._looked, self._left_at = "", 0, 0
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = Pages(self)
        self.view = PagesView(self.pages, tr, theme, self)
        self.rail = Rail(self.pages, tr, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(Hairline(theme, self))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.rail)
        nest(column, row, 1)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._set_anew)
        self.setFocusProxy(self.view)
        self._connect()

    def _connect(self) -> None:
        self.view.wanted.connect(self.wanted)
        self.view.page_changed.connect(self._show_page)
        self.rail.wanted.connect(self.view.go_to_page)
        self.pages.grown.connect(self._show_state)
        self.pages.grown.connect(self._go)
        self.pages.done.connect(self._search_again)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._next_hit)

    def _bar(self) -> QWidget:
        tr = self._tr
        bar = pane("surface", self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        self.back = self._button("chevron-left", N_("Previous page (PgUp)"), lambda: self._turn(-1))
        self.number = QLabel(bar)
        self.on = self._button("chevron-right", N_("Next page (PgDn)"), lambda: self._turn(1))
        self.smaller = self._button("minus", N_("Smaller (Ctrl+-)"), lambda: self._zoom(-1))
        self.zoom = QPushButton(bar)
        self.zoom.setProperty("kind", "quiet")
        self.zoom.setToolTip(tr(N_("Fit the width")))
        self.zoom.clicked.connect(lambda: self._zoom(0))
        self.larger = self._button("plus", N_("Larger (Ctrl++)"), lambda: self._zoom(1))
        self.search = self._search_field(bar)
        self.found = QLabel(bar)
        self.found.setProperty("role", "note")
        form = QLabel(tr(N_("Letter paper · New York document")), bar)
        form.setProperty("role", "note")
        self.changes = QPushButton(self._theme.icon("git-compare", "text"), tr(N_("Show chan&ges…")), bar)
        self.changes.setToolTip(tr(N_("Show what has changed since an earlier state")))
        self.changes.clicked.connect(self.changes_wanted)
        pdf = QPushButton(self._theme.icon("file-text", "text"), tr(N_("P&DF…")), bar)
        pdf.clicked.connect(self.pdf_wanted)
        paper = QPushButton(self._theme.icon("printer", "text"), tr(N_("&Print…")), bar)
        paper.clicked.connect(self.print_wanted)
        row.addWidget(self.back)
        row.addWidget(self.number)
        row.addWidget(self.on)
        row.addSpacing(14)
        row.addWidget(self.smaller)
        row.addWidget(self.zoom)
        row.addWidget(self.larger)
        row.addSpacing(14)
        row.addWidget(self.search, 2)
        row.addWidget(self.found)
        row.addStretch(1)
        row.addWidget(form)
        row.addSpacing(8)
        row.addWidget(self.changes)
        row.addWidget(pdf)
        row.addWidget(paper)
        self._room = Room(row, form, self.changes, pdf, paper)
        return bar

    def _search_field(self, bar: QWidget) -> SearchField:
        made = SearchField(bar)
        made.setPlaceholderText(self._tr(N_("Search the pages")))
        made.setAccessibleName(self._tr(N_("Search the pages")))
        made.setClearButtonEnabled(True)
        hint = made.fontMetrics().horizontalAdvance(made.placeholderText())
        made.setMinimumWidth(hint + BESIDE_HINT)
        made.setMaximumWidth(max(SEARCH_WIDTH, hint + BESIDE_HINT))
        made.addAction(self._theme.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        made.left.connect(self.view.setFocus)
        return made

    def _button(self, icon: str, tip: str, work: Callable[[], object]) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(self._theme.icon(icon, "text2", mirrored=self.isRightToLeft() and icon.startswith("chevron")))
        made.setToolTip(self._tr(tip))
        made.setAccessibleName(self._tr(tip))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(work)
        return made

    # what is shown

    def open_at(self, target: str) -> None:
        """Sets the pages where the report has changed, and shows where something is printed once that is set."""
        if self._stale:
            self._set_anew()
        self._wanted, self._looked = target, 0
        self._left_at = self.view.verticalScrollBar().value()
        self._go()

    def follow(self) -> None:
        """The report has changed: its pages are set anew, at once or when they are next shown."""
        self._stale = True
        if self.isVisible():
            self._resting.start()

    def show_changes(self, earlier: Report | None) -> None:
        """Shows what has changed since an earlier state; None: no changes."""
        self.earlier = earlier
        shown = N_("Chan&ges shown…") if earlier is not None else N_("Show chan&ges…")
        self._room.set_words(self.changes, self._tr(shown))
        self._room.fit(self.width())
        self._set_anew()

    def another(self, parent: QObject) -> Pages:
        """The same pages once more, for what takes long: those shown follow the report meanwhile."""
        made = Pages(parent)
        made.begin(self._project.report.snapshot(), self._project.language, self.earlier)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows of the bar what there is room for."""
        super().resizeEvent(event)
        self._room.fit(self.width())

    def focus_search(self) -> None:
        """The keyboard goes to the search, its text chosen."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_anew(self) -> None:
        page = self.view.page
        self._stale = False
        self.pages.begin(self._project.report.snapshot(), self._project.language, self.earlier)
        self.view.go_to_page(page)
        self._show_state()

    def _go(self) -> None:
        """Goes to what is wanted as soon as its page is set; who has turned pages meanwhile stays there."""
        if not self._wanted:
            return
        first, self._looked = self._looked + 1, len(self.pages.sheets)
        moved = self.view.verticalScrollBar().value() != self._left_at
        if moved or self.view.go_to(self._wanted, first) or self.pages.complete:
            self._wanted = ""

    def _show_page(self, number: int) -> None:
        self.rail.show_page(number)
        self._show_state()

    def _show_state(self) -> None:
        count = len(self.pages.sheets)
        text = Text.of(N_("Page {number} of {count}"), number=self.view.page, count=count)
        self.number.setText(self._tr(text))
        self.back.setEnabled(self.view.page > 1)
        self.on.setEnabled(self.view.page < count)
        percent = f"{self.view.shown_zoom() * 100:.0f}"
        self.zoom.setText(f"{percent}%")
        self.zoom.setAccessibleName(self._tr(N_("Zoom {percent}%, fit the width"), percent=percent))

    def _turn(self, step: int) -> None:
        self.view.go_to_page(self.view.page + step)

    def _zoom(self, step: int) -> None:
        if step:
            self.view.step_zoom(step)
        else:
            self.view.set_zoom(0)
        self._show_state()

    def _search(self, words: str, *, reveal: bool = True) -> None:
        """Finds words on the pages that are set; those still to come are searched when they are."""
        count = self.view.search(words.strip(), reveal=reveal)
        said = self._tr(Text.of(N_("{count} place"), plural=N_("{count} places"), count=count))
        coming = "" if self.pages.complete else "…"
        self.found.setText(f"{said}{coming}" if words.strip() else "")

    def _search_again(self) -> None:
        if self.search.text().strip():
            self._search(self.search.text(), reveal=False)

    def _next_hit(self) -> None:
        self.view.next_hit(1)
