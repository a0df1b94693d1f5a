"""What stands in the search field of the table: how many places there are, and from one to the next."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Hit, Kind
from rbb_editor.gui.look.icons import ROW
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.replace.searching import Searching
from rbb_editor.gui.replace.stepping import following
from rbb_editor.i18n import Translator
from rbb_editor.project.search import Query

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace

IN_ROWS = frozenset((Kind.PLANNED_TEXT, Kind.COMPLETED, Kind.REMARKS, Kind.EXPLANATION))
STEPS = (
    (-1, "chevron-up", N_("Previous place"), "Shift+F3"),
    (1, "chevron-down", N_("Next place"), "F3"),
)


class FindInTable(QObject):
    """Counts in idle moments while it is typed; made when the first word is."""

    def __init__(self, place: "Workspace", tr: Translator, theme: Theme) -> None:
        super().__init__(place)
        self._place = place
        self._last: Hit | None = None
        self._asked: tuple[str, str | None] | None = None
        self.hits: list[Hit] = []
        self.bar = FoundBar(tr, theme)
        self.bar.hide()
        for step, button in self.bar.steps.items():
            button.clicked.connect(partial(self._stepped, step))
        self.bar.replace.clicked.connect(partial(place.action_wanted.emit, "replace"))
        place.centre.header.add_below(self.bar)
        self._searching = Searching(place.project, self)
        self._searching.found.connect(self._found)
        place.happened.connect(self._anew)
        place.state_changed.connect(self.look)

    def look(self) -> None:
        """Looks for what stands in the search field, where that or the table is another one than before."""
        words = self._place.centre.header.search.text().strip()
        asked = (words, self._place.centre.node)
        if asked != self._asked:
            self._asked = asked
            self._last = None
            self._begin(words)

    def step(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) place, around the end; False where there is none."""
        self.look()
        self._searching.finish()
        if not self.hits:
            return False
        place = self._place
        at = following(self.hits, self._last, place.place(), place.project.report, step)
        self._last = hit = self.hits[at]
        place.show_cell(hit.place.target, hit.place.component, str(hit.place.kind))
        self.bar.show_found(len(self.hits), at + 1)
        return True

    def _stepped(self, step: int, _checked: bool = False) -> None:
        self.step(step)

    def _anew(self) -> None:
        if self._asked is not None:
            self._begin(self._asked[0])

    def _begin(self, words: str) -> None:
        self.bar.setVisible(bool(words))
        self._searching.stop()
        self.hits = []
        if words:
            node = self._place.centre.node
            self._searching.begin(Query(words, kinds=IN_ROWS, scope=None if node == REPORT_ID else node))

    def _found(self, hits: list[Hit]) -> None:
        self.hits = hits
        self.bar.show_found(len(hits), hits.index(self._last) + 1 if self._last in hits else 0)


class FoundBar(QWidget):
    """How many places there are, and the ways to them."""

    def __init__(self, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._tr, self._theme = tr, theme
        self.count = QLabel()
        self.count.setProperty("role", "note")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.replace = link(tr(N_("Find and replace…")), tr(N_("List all places, and replace them (Ctrl+H)")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.count)
        self.steps: dict[int, QToolButton] = {}
        for step, _, words, keys in STEPS:
            button = QToolButton()
            button.setIconSize(QSize(ROW, ROW))
            button.setToolTip(f"{tr(words)} ({keys})")
            button.setStatusTip(tr(words))
            button.setAccessibleName(tr(words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.steps[step] = button
            row.addWidget(button)
        row.addWidget(self.replace)
        row.addStretch(1)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.show_found(0, 0)

    def show_found(self, count: int, at: int) -> None:
        """`at`: the place where the keyboard is, from 1; 0: at none of them."""
        if at:
            text = Text.of(N_("{at} of {count} places"), at=at, count=count)
        else:
            text = Text.of(N_("{count} place"), plural=N_("{count} places"), count=count)
        self.count.setText(self._tr(text))
        for button in self.steps.values():
            button.setEnabled(count > 0)

    def _recolour(self) -> None:
        for step, icon, *_ in STEPS:
            self.steps[step].setIcon(self._theme.icon(icon, "text2"))
