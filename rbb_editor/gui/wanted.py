"""What an open report asks of its window: a menu, a change, an explanation, a word in the status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.gui.actions import OUTLINE_MENU, TABLE_MENU
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.texts import FIELD_NAMES, READ_ONLY
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.tree.dragging import Drop
    from rbb_editor.gui.workspace import Workspace

WITH_CLIPBOARD = ("cut", "paste")
"""Edits that stay possible in a report for reading, where they are for fields of words to look for."""


class Wanted(QObject):
    """Hears the wishes of a workspace and has the window do them; goes with the workspace."""

    def __init__(self, window: "MainWindow", place: "Workspace") -> None:
        super().__init__(place)
        self._window, self._place = window, place
        table, outline = place.table, place.outline
        place.action_wanted.connect(self._act)
        place.change_wanted.connect(window.do)
        place.retitled.connect(self._retitle)
        place.explain_wanted.connect(self._explain)
        place.uses_wanted.connect(self._show_uses)
        place.menu_wanted.connect(self._show_outline_menu)
        outline.dropped.connect(self._take_sections)
        outline.refused.connect(self.say)
        table.menu_wanted.connect(self._show_table_menu)
        table.outputs_dropped.connect(self._take_outputs)
        table.failed.connect(self._tell_failure)
        table.said.connect(self.say)
        table.editing_changed.connect(self._tell_editing)

    def say(self, text: Text) -> None:
        """A short word in the status bar."""
        self._window.status.mention(text)

    def _act(self, id: str) -> None:
        action = self._window.menus.actions[id]
        if self._place.project.read_only and not action.isEnabled():
            self.say(READ_ONLY)
        else:
            action.trigger()

    def _retitle(self, id: str, title: str) -> None:
        self._window.section_editing.retitle(id, title)

    def _take_sections(self, drop: "Drop") -> None:
        self._window.section_editing.take(drop)

    def _take_outputs(self, ids: list[str], parent: str, after: str | None) -> None:
        self._window.row_editing.move_to(ids, parent, after)

    def _explain(self, finding: Finding) -> None:
        self._window.checks.explain(finding)

    def _show_uses(self, words: str) -> None:
        """Lists where words stand in the report, as words of their own."""
        from rbb_editor.gui.replace.opening import replacing_of

        replacing_of(self._window).look_for(words)

    def _show_outline_menu(self, at: QPoint) -> None:
        self._popup(OUTLINE_MENU, at)

    def _show_table_menu(self, at: QPoint) -> None:
        self._popup(TABLE_MENU, at)

    def _popup(self, ids: tuple[str | None, ...], at: QPoint) -> None:
        if self._place.project.read_only:
            ids = tuple(id for id in ids if id not in WITH_CLIPBOARD)
        menu = self._window.menus.fill(QMenu(self._window), ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _tell_editing(self, field: str) -> None:
        """Which cell is being typed into, in the status bar; "": none is any more."""
        now, report = self._place.table.open_editor, self._place.project.report
        said = ""
        if field and now is not None:
            text, number = N_("Editing: {field}, row {number}"), report.number_of(report.output(now.output))
            said = self._window.say(Text.of(text, field=FIELD_NAMES[Field(field)], number=number))
        self._window.status.show_editing(said)

    def _tell_failure(self, error: UserError) -> None:
        """Something typed could not be written: it stays in its field, or goes to the clipboard."""
        from rbb_editor.gui.elsewhere import ways_on

        table = self._place.table
        now = table.open_editor
        if now is None or now.refused != now.editor.text():  # something else than what is typed there
            self._window.changing.tell(error)
            return
        ways = [(N_("Copy it and close the field"), table.editing.give_up), *ways_on(self._window, error)]
        self._window.tell(error.text, ways, leave=N_("Keep it in the field"))
