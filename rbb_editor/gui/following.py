"""How the parts of an open report follow one another, and what happens to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rbb_editor.gui.tree.outline import PAGES
from rbb_editor.project import Happened

if TYPE_CHECKING:
    from rbb_editor.gui.workspace import Workspace


class Following(QObject):
    """Connects outline, centre and inspector of one workspace with one another and with its report."""

    def __init__(self, place: "Workspace") -> None:
        super().__init__(place)
        self._place = place
        place.bridge.happened.connect(self._happened)
        place.bridge.checked.connect(self._checked)
        place.outline.node_chosen.connect(self._node_chosen)
        place.outline.left.connect(place.centre.focus_table)
        place.side.left.connect(place.centre.focus_table)
        place.side.shown_changed.connect(place.showing.soon)
        place.centre.node_wanted.connect(place.choose_node)
        place.centre.filter_changed.connect(place.state_changed)
        place.centre.filter_changed.connect(self._look)
        place.centre.page_read.connect(self._spell_page)
        place.table.current_changed.connect(self._row_chosen)
        place.table.selection_changed.connect(place.state_changed)
        place.table.editing_changed.connect(self._spell)
        place.table.notes_wanted.connect(place.review.show_notes)

    def _happened(self, happened: Happened) -> None:
        """The report has changed: all that shows something of it shows it as it is now."""
        place, report = self._place, self._place.project.report
        place.showing.forget()
        place.pane.hide_offer()
        place.model.update(happened)
        node = place.centre.node
        if node is not None and node not in PAGES and node not in report:
            place.open_at(place.outline.current() or "")
        if not place.project.checker.complete:
            place.bridge.check_in_idle_moments()
        if place.has_last_year:
            place.beside.follow(happened.change)
        place.centre.follow(happened)
        place.review.follow(happened.change)
        place.showing.soon()
        place.happened.emit(happened)
        place.state_changed.emit()

    def _checked(self, whole: bool) -> None:
        """More of the report (`whole`: all of it) has been checked."""
        place = self._place
        place.showing.forget()
        place.outline.measure_again()  # a mark that has come leaves its title less room, which may need a line more
        place.table.viewport().update()
        place.showing.soon()
        place.checked.emit()
        if whole:
            place.centre.follow_check()

    def _node_chosen(self, id: str) -> None:
        """The centre shows what is chosen in the outline; while it cannot, the outline goes back to what it shows."""
        place = self._place
        if not place.centre.show_node(id) and place.centre.node is not None:
            place.outline.choose(place.centre.node)
        self._row_chosen()

    def _row_chosen(self) -> None:
        self._place.showing.soon()
        self._place.state_changed.emit()

    def _look(self) -> None:
        """The words of the search field are found in the table."""
        place = self._place
        if place.has_finding or place.centre.header.search.text().strip():
            place.finding.look()

    def _spell(self) -> None:
        """An editor was opened: long text has spelling marks."""
        from PySide6.QtWidgets import QTextEdit  # no start needs it

        now = self._place.table.open_editor
        if now is not None and isinstance(now.editor, QTextEdit):
            self._place.spelling.attach(now.editor)

    def _spell_page(self, page: QWidget) -> None:
        """A page of the front matter is shown: its fields of several lines have spelling marks."""
        self._place.spelling.attach_all(page)
