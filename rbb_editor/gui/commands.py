"""What the actions ask of a window besides files and edits: where the keyboard goes, what is shown, small dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.text import N_
from rbb_editor.gui.crash import diagnostic

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace


class Commands:
    """Acts on the window it is made for; without an open report it does what can be done without one."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def clipboard(self, command: str) -> None:
        """Cuts, copies or pastes (by these names) where the keyboard is: cells, a section, or text in a field.

        What stands in the place of a table without rows takes rows too.
        """
        focused = QApplication.focusWidget()
        place = self._window.workspace
        if place is not None and place.centre.takes_rows(focused):
            getattr(place.table.clipboard, command)()
        elif place is not None and focused is place.outline:
            self._window.section_editing.clipboard(command)
        elif (own := getattr(focused, "clipboard_command", None)) is not None:
            own(command)
        elif isinstance(focused, (QLineEdit, QPlainTextEdit, QTextEdit)):
            getattr(focused, "paste" if command == "paste_cells" else command)()

    def _with_outline(self) -> "Workspace | None":
        """The open report, its outline in sight: what lies over that, too, is for looking only, and goes."""
        if self._window.workspace is not None:
            self._window.workspace.show_outline()
        return self._window.workspace

    def show_view(self, key: str) -> None:
        """The report as a table ("edit"), at a glance ("overview"), or as the pages it is printed on ("page")."""
        place = self._window.workspace
        if place is not None and key == "page":
            from rbb_editor.gui.page.opening import paging_of

            paging_of(self._window).show()
        elif place is not None and key == "overview":
            from rbb_editor.gui.overview.opening import at_a_glance_of

            at_a_glance_of(self._window).show()
        elif place is not None:
            place.uncover()
        self._window.update_state()

    def show_changes(self) -> None:
        """Asks since which state the pages shall show changes, over the pages."""
        from rbb_editor.gui.page.opening import paging_of

        if self._window.workspace is not None:
            self.show_view("page")
            paging_of(self._window).ask_changes()

    def write_pdf(self) -> None:
        """Asks where the pages are to be written as a PDF."""
        from rbb_editor.gui.page.opening import paging_of

        if self._window.workspace is not None:
            paging_of(self._window).ask_pdf()

    def print_pages(self) -> None:
        """Asks for a printer and prints the pages."""
        from rbb_editor.gui.page.opening import paging_of

        if self._window.workspace is not None:
            paging_of(self._window).ask_print()

    def focus_outline(self) -> None:
        """The keyboard goes to the outline."""
        if (place := self._with_outline()) is not None:
            place.outline.setFocus()

    def focus_outline_filter(self) -> None:
        """The keyboard goes to the filter above the outline."""
        if (place := self._with_outline()) is not None:
            place.pane.focus_filter()

    def focus_table(self) -> None:
        """The keyboard goes to the table."""
        if (place := self._with_outline()) is not None:
            place.centre.focus_table()

    def choose_filter(self, key: str) -> None:
        """Shows only what passes a filter."""
        if (place := self._with_outline()) is not None:
            place.centre.header.choose(str(key))
            self._window.update_state()

    def take_last_reason(self) -> None:
        """Puts last year's reason into the reason of the current figure."""
        if self._window.workspace is not None and not self._window.workspace.covered:
            self._window.workspace.table.editing.answering.take_earlier()

    def toggle_spelling(self) -> None:
        """Shows or hides the spelling marks in the rows; says what is missing for them."""
        place = self._window.workspace
        if place is None:
            return
        if (lack := place.spelling.lack()) is not None:
            self._window.tell(lack, calm=True)
        elif place.spell_table():
            words = N_("Words that are not in the dictionary are underlined.")
            self._window.status.mention(words)

    def choose_since(self, name: str) -> None:
        """Shows only what has changed since a time: "today", "opening", or "a_day" that is asked for."""
        if (place := self._with_outline()) is None:
            return
        chips = place.centre.header.chips
        if name == "opening" and chips.last_open is None:
            words = N_("This report was not open here before, so there is no time to compare with.")
            self._window.status.mention(words)
            return
        getattr(chips, f"since_{name}")()
        self._window.update_state()

    def show_report(self) -> None:
        """Shows the whole report as one table."""
        if (place := self._with_outline()) is not None:
            place.choose_node(REPORT_ID)
            self.focus_table()

    def widen(self) -> None:
        """Shows the level above what is shown."""
        if (place := self._with_outline()) is not None:
            place.going.widen()
            self.focus_table()

    def narrow(self) -> None:
        """Shows the level below what is shown, at the current row."""
        if (place := self._with_outline()) is not None:
            place.going.narrow()
            self.focus_table()

    def to_accomplishment(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) accomplishment; where the pages are shown, to that page."""
        place = self._window.workspace
        if place is None:
            return
        if place.paging is not None and place.paging.open:
            view = place.paging.pane.view
            view.go_to_page(view.page + step)
        elif not place.covered:
            self._window.status.clearMessage()
            place.going.to_accomplishment(step)
            self.focus_table()

    def toggle_inspector(self) -> None:
        """Shows or hides the inspector."""
        if self._window.workspace is not None:
            self._window.workspace.side.toggle()

    def toggle_counts(self) -> None:
        """Shows or hides the numbers of outputs in the outline."""
        if self._window.workspace is not None:
            self._window.workspace.outline.toggle_counts()

    def show_findings(self) -> None:
        """Shows what was found."""
        if self._window.workspace is not None:
            self._window.workspace.review.show_notes("findings")

    def step(self, step: int) -> None:
        """Goes to the next or previous problem."""
        if self._window.workspace is not None and not self._window.workspace.step(step):
            self._window.status.mention(N_("Nothing is left to correct in this report."))

    def show_settings(self) -> None:
        """Opens the settings."""
        from rbb_editor.gui.dialogs.settings import SettingsDialog

        SettingsDialog(
            self._window.program.session, self._window.say, self._window.program.apply_settings, self._window
        ).open()

    def show_shortcuts(self) -> None:
        """Lists the keyboard shortcuts."""
        from rbb_editor.gui.dialogs.shortcuts import ShortcutList

        ShortcutList(self._window.menus, self._window.say, self._window).open()

    def show_about(self) -> None:
        """Says which program this is."""
        from rbb_editor.gui.dialogs.about import About

        About(self._window.say, self._window).open()

    def copy_diagnostic(self) -> None:
        """Puts versions and the last lines of the log on the clipboard."""
        QGuiApplication.clipboard().setText(diagnostic(self._window.program.log))
        self._window.status.mention(N_("Copied; no word of the report is in it."))
