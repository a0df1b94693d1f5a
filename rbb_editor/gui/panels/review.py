"""What people said and did, in the inspector: comments, history, waivers. Each page is made when it is first shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Comment, Output
from rbb_editor.errors import UserError
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.tree.outline import PAGES
from rbb_editor.i18n import Translator
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.panels.begun import Reason, Written
    from rbb_editor.gui.panels.comments import CommentsPanel
    from rbb_editor.gui.panels.history import HistoryPanel
    from rbb_editor.gui.workspace import Workspace


class Review(QObject):
    """The reviewing of one open report: what the Review menu does, and the pages it needs."""

    def __init__(self, place: "Workspace", say: Translator, theme: Theme) -> None:
        super().__init__(place)
        self._place, self._project = place, place.project
        self._say, self._theme = say, theme
        self._counted: tuple[str, int] | None = None
        self.comments: CommentsPanel | None = None
        self._written: Written | None = None
        self.history: HistoryPanel | None = None

    def pages(self) -> dict[str, Callable[[], QWidget]]:
        """How to make the pages."""
        return {"comments": self._make_comments, "history": self._make_history}

    def show(self, key: str) -> None:
        """Shows in a page what belongs to the current cell."""
        place = self._place
        target, component = place.place()
        node = place.node() or REPORT_ID
        current = place.table.current() if place.current_output() is not None else None
        if key == "comments" and self.comments is not None:
            self.comments.show_place(node, target, component, str(current.field) if current is not None else None)
        elif key == "history" and self.history is not None:
            self.history.show_place(node, target if current is not None else "")

    def count(self, node: str) -> int:
        """How many threads of a node are open."""
        if self._counted is None or self._counted[0] != node:
            self._counted = (node, self._open_threads(node) if self._project.report.noted() else 0)
        return self._counted[1]

    def _open_threads(self, node: str) -> int:
        from rbb_editor.gui.panels.threads import open_threads  # few reports have any when they are opened

        return open_threads(self._project, node)

    def follow(self, change: Change) -> None:
        """A change has been made."""
        if any(isinstance(pair.after or pair.before, Comment) for pair in change.pairs):
            self._counted = None

    def finish(self) -> bool:
        """Sends comments that are written and not sent, as the report is closed; False where that cannot be."""
        if self.comments is None and self._written is not None:
            self._make_comments()
        return self.comments is None or self.comments.finish()

    def written(self) -> "Written | None":
        """Comments that are written and not sent."""
        return (self.comments.written() if self.comments is not None else self._written) or None

    def drop(self) -> None:
        """Forgets what is written and not sent: it goes on elsewhere."""
        from rbb_editor.gui.panels.begun import Spot, Written

        self._written = None
        if self.comments is not None:
            self.comments.write_again(Written(Spot(REPORT_ID)))
        if self._place.has_findings:
            self._place.findings.drop()

    def go_on_with(self, comments: "Written | None", reasons: "Sequence[Reason]") -> None:
        """Goes on with comments and reasons of waivers that were begun before; each as soon as its page is there."""
        if comments is not None:
            self._written = comments
            self.reveal("comments")
            if self.comments is not None:
                self._take_over(self.comments)
        if reasons:
            self._place.findings.write_again(reasons)
            self.reveal("findings")

    def _take_over(self, panel: "CommentsPanel") -> None:
        if self._written is not None:
            panel.write_again(self._written)
            self._written = None

    # what the menu asks for

    def reveal(self, key: str) -> None:
        """Shows a page, the keyboard in it."""
        self._place.uncover()
        self._place.side.reveal(key)
        self._place.refresh_inspector()
        self._place.inspector.bar.setFocus()

    def show_notes(self, key: str) -> None:
        """Shows findings, comments or history, the keyboard in those of the current row."""
        self._place.uncover()
        self._place.side.reveal(key)
        self._place.refresh_inspector()
        if key == "comments" and self.comments is not None:
            self.comments.take_keyboard()
        elif key == "history" and self.history is not None:
            self.history.take_keyboard()
        else:
            self._place.findings.take_keyboard()

    def comment_here(self) -> None:
        """Begins a comment on the words selected in the open editor, else on the current cell, or on the node where the
        keyboard is in the outline.
        """
        from rbb_editor.gui.panels.begun import Spot
        from rbb_editor.gui.panels.commented import spot_of_table

        place = self._place
        of_row = place.current_output() is not None and not place.outline.hasFocus()
        spot = spot_of_table(place.table) if of_row else None
        back = self._way_back()
        if place.centre.finish():
            self.reveal("comments")
            if self.comments is not None:
                self.comments.compose(spot or Spot(place.node() or REPORT_ID), back)

    def waive_here(self) -> None:
        """Asks for the reason why the finding in hand, else the first one of the current row, is right as it is."""
        finding, back = self._finding_in_hand(), self._way_back()
        if finding is not None and self._place.centre.finish():
            self.reveal("findings")
            self._place.findings.waive(finding, back)

    def _way_back(self) -> Callable[[], None] | None:
        """To the table or the outline, where the keyboard is there now: who writes a word about a row goes on there."""
        focused = QApplication.focusWidget()
        if focused is self._place.outline:
            return self._to_outline
        inside = focused is not None and self._place.inspector.isAncestorOf(focused)
        return None if inside else self._to_table

    def _to_table(self) -> None:
        self._place.side.close_overlay()
        self._place.centre.focus_table()

    def _to_outline(self) -> None:
        self._place.side.close_overlay()
        self._place.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finding_in_hand(self) -> Finding | None:
        from rbb_editor.gui.panels.findings_model import Role

        cards = self._place.findings.list
        if cards.hasFocus() and isinstance(chosen := cards.currentIndex().data(Role.FINDING), Finding):
            return None if chosen.waived else chosen
        target, component = self._place.place()
        found = (each for each in self._project.checker.of(target) if not each.waived)
        return next((each for each in found if each.component in (None, component)), None)

    # what the pages ask for

    def make(self, change: Change | None) -> None:
        """Makes a change; what cannot be written is said."""
        try:
            self._project.do(change)
        except UserError as error:
            self._place.table.failed.emit(error)

    def _show_spot(self, id: str, component: str | None, field: str, go: bool) -> None:
        """Shows an output or a section, where it is still there; `go`: the keyboard goes there too."""
        place = self._place
        if go:
            place.side.close_overlay()
        if isinstance(self._project.report.get(id), Output):
            place.show_cell(id, component, field, focus=go)
        elif id == REPORT_ID:
            place.choose_node(PAGES[0])
        elif id in self._project.report or id in PAGES:
            place.choose_node(id)

    def _compare(self) -> None:
        self._place.action_wanted.emit("page_changes")

    def _make_comments(self) -> QWidget:
        from rbb_editor.gui.panels.comments import CommentsPanel

        self.comments = CommentsPanel(self._project, self._say, self._theme)
        self.comments.change_wanted.connect(self.make)
        self.comments.spot_wanted.connect(self._show_spot)
        self.comments.writing.connect(self._place.writing)
        self._take_over(self.comments)
        return self.comments

    def _make_history(self) -> QWidget:
        from rbb_editor.gui.panels.history import HistoryPanel

        self.history = HistoryPanel(self._project, self._say, self._theme)
        self.history.change_wanted.connect(self.make)
        self.history.spot_wanted.connect(self._show_spot)
        self.history.compare_wanted.connect(self._compare)
        return self.history
