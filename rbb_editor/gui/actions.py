"""Every action of the window, one line each: words, keys, what it says in the status bar, what it does, when it can.

A menu or toolbar is a tuple of action ids; `None` is a separator, a name in `SUBMENUS` opens a further menu.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from rbb_editor.domain.entities import Level
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.project.tally import ALL, COMMENTED, MINE, NO_FIGURE, REASON_MISSING

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.panels.review import Review
    from rbb_editor.gui.replace.opening import Replacing

Key = QKeySequence.StandardKey


class State(Struct, frozen=True):
    """What the actions depend on. `undo`, `redo`: the name of the change, None where there is none.

    `figures`: those of the current output; `several`: more than one cell is selected; `earlier`: last year's report
    is kept. `written`: a file was exported from here.
    """

    open: bool = False
    writable: bool = False
    undo: Text | None = None
    redo: Text | None = None
    section: bool = False
    accomplishment: bool = False
    output: bool = False
    figures: int = 0
    several: bool = False
    recent: bool = False
    earlier: bool = False
    written: bool = False


def always(state: State) -> bool:  # noqa: ARG001
    """In every state."""
    return True


def opened(state: State) -> bool:
    """With an open report."""
    return state.open


class Action(Struct, frozen=True):
    """One action. `text` carries the mnemonic; `filter`: the action chooses this filter, and is checkable."""

    id: str
    text: str
    run: Callable[["MainWindow"], None]
    keys: Key | str | None = None
    tip: str = ""
    icon: str = ""
    enabled: Callable[[State], bool] = opened
    filter: str | None = None


def _replacing(window: "MainWindow") -> "Replacing":
    """The find and replace of an open report."""
    from rbb_editor.gui.replace.opening import replacing_of

    return replacing_of(window)


def _step_found(window: "MainWindow", step: int) -> None:
    """The next or previous place of what is looked for, in the view that is shown."""
    if window.workspace is not None and window.workspace.paging is not None and window.workspace.paging.open:
        window.workspace.paging.pane.view.next_hit(step)
    else:
        _replacing(window).step(step)


def _open_written(window: "MainWindow") -> None:
    """The file that was written last."""
    from rbb_editor.gui.written import open_written

    open_written(window)


def _search(window: "MainWindow") -> None:
    """The search field that can be seen."""
    place = window.workspace
    if place is None:
        return
    place.show_outline()
    if place.paging is not None and place.paging.open:
        place.paging.pane.focus_search()
    elif place.covered:
        place.centre.focus_table()
    else:
        place.centre.header.focus_search()


def reviewing(work: "Callable[[Review], None]") -> Callable[["MainWindow"], None]:
    """An action on the comments, the waivers or the history of an open report."""

    def run(window: "MainWindow") -> None:
        if window.workspace is not None:
            work(window.workspace.review)

    return run


# ruff: noqa: E501  (a table is read line by line)
# fmt: off
ACTIONS = (
    Action("new", N_("&New report…"), lambda w: w.files.new(), Key.New, N_("Begin an empty report"), "file-plus", always),
    Action("roll", N_("Ro&ll forward…"), lambda w: w.files.roll_forward(), "Ctrl+Shift+N", N_("Make next year’s report: sections and planned outputs as they are, figures and remarks empty, this year’s beside them"), "copy-plus", always),
    Action("open", N_("&Open…"), lambda w: w.files.open(), Key.Open, N_("Open a report"), "folder-open", always),
    Action("sample", N_("Look at the &sample"), lambda w: w.files.sample(), None, N_("Open a made-up report to try things out"), "book-open", always),
    Action("import", N_("&Import…"), lambda w: w.transfers.import_(), "Ctrl+I", N_("Make a report from a Word, text or JSON file"), "import", always),
    Action("export", N_("&Export…"), lambda w: w.transfers.export(), "Ctrl+E", N_("Write the report as Word, Excel, JSON or PDF"), "share"),
    Action("print", N_("&Print…"), lambda w: w.commands.print_pages(), Key.Print, N_("Print the pages"), "printer"),
    Action("pdf", N_("Write as P&DF…"), lambda w: w.commands.write_pdf(), None, N_("Write the pages as a PDF with bookmarks"), "file-text"),
    Action("open_written", N_("Open what was &written"), _open_written, "Ctrl+Alt+E", N_("Open the file that was written last"), "", lambda s: s.written),
    Action("copy", N_("Save a cop&y…"), lambda w: w.transfers.save_copy(), Key.SaveAs, N_("Write a copy of the file; work goes on in this one"), "copy"),
    Action("close", N_("&Close"), lambda w: w.files.close(), Key.Close, N_("Close the report; everything is saved already"), "x"),
    Action("quit", N_("&Quit"), lambda w: w.program.quit(), Key.Quit, N_("Close all windows"), "", always),

    Action("undo", N_("&Undo"), lambda w: w.undo(), Key.Undo, N_("Take back the last change"), "undo-2", lambda s: s.undo is not None),
    Action("redo", N_("&Redo"), lambda w: w.redo(), Key.Redo, N_("Make the change again that was taken back"), "redo-2", lambda s: s.redo is not None),
    Action("cut", N_("Cu&t"), lambda w: w.commands.clipboard("cut"), Key.Cut, N_("Cut the chosen cells or text"), "scissors"),
    Action("copy_cells", N_("&Copy"), lambda w: w.commands.clipboard("copy"), Key.Copy, N_("Copy the chosen cells or text"), "copy"),
    Action("paste", N_("&Paste"), lambda w: w.commands.clipboard("paste"), Key.Paste, N_("Paste cells or text"), "clipboard-paste"),
    Action("paste_cells", N_("Paste as ce&lls"), lambda w: w.commands.clipboard("paste_cells"), "Ctrl+Shift+V", N_("Paste whole rows into the cells from the current one on, instead of adding them"), "clipboard-paste", lambda s: s.writable),
    Action("find", N_("&Find"), _search, Key.Find, N_("Search the rows of this table"), "search"),
    Action("find_next", N_("Find ne&xt"), lambda w: _step_found(w, 1), Key.FindNext, N_("Go to the next place of what is looked for")),
    Action("find_previous", N_("Find pre&vious"), lambda w: _step_found(w, -1), Key.FindPrevious, N_("Go to the previous place of what is looked for")),
    Action("replace", N_("Find and repl&ace…"), lambda w: _replacing(w).show(), Key.Replace, N_("List all places of some words in the report, and replace them"), "replace"),

    Action("filter_all", N_("&All figures"), lambda w: w.commands.choose_filter(ALL), "Ctrl+0", N_("Show every row again"), filter=ALL),
    Action("filter_met", N_("&Met"), lambda w: w.commands.choose_filter(Outcome.MET), "Ctrl+1", N_("Show only what was met"), filter=str(Outcome.MET)),
    Action("filter_exceeded", N_("&Exceeded"), lambda w: w.commands.choose_filter(Outcome.EXCEEDED), "Ctrl+2", N_("Show only what exceeded the plan"), filter=str(Outcome.EXCEEDED)),
    Action("filter_short", N_("&Short"), lambda w: w.commands.choose_filter(Outcome.SHORTFALL), "Ctrl+3", N_("Show only what fell short"), filter=str(Outcome.SHORTFALL)),
    Action("filter_unclear", N_("&Cannot compare"), lambda w: w.commands.choose_filter(Outcome.UNCLEAR), "Ctrl+4", N_("Show only what cannot be compared"), filter=str(Outcome.UNCLEAR)),
    Action("filter_reason", N_("&Reason missing"), lambda w: w.commands.choose_filter(REASON_MISSING), "Ctrl+5", N_("Show only what differs and gives no reason"), filter=REASON_MISSING),
    Action("filter_empty", N_("&No figure"), lambda w: w.commands.choose_filter(NO_FIGURE), "Ctrl+6", N_("Show only what has no completed figure"), filter=NO_FIGURE),
    Action("filter_error", N_("M&ust be corrected"), lambda w: w.commands.choose_filter("error"), "Ctrl+7", N_("Show only what must be corrected"), filter="error"),
    Action("filter_warning", N_("&To check"), lambda w: w.commands.choose_filter("warning"), "Ctrl+8", N_("Show only what is to be checked"), filter="warning"),
    Action("filter_advice", N_("N&otes"), lambda w: w.commands.choose_filter("advice"), None, N_("Show only what there is a note on"), filter="advice"),
    Action("filter_commented", N_("Commente&d"), lambda w: w.commands.choose_filter(COMMENTED), "Ctrl+9", N_("Show only what has open comments"), filter=COMMENTED),
    Action("filter_mine", N_("Changed &by me"), lambda w: w.commands.choose_filter(MINE), None, N_("Show only what you have changed"), filter=MINE),
    Action("changed_today", N_("Chan&ged today"), lambda w: w.commands.choose_since("today"), None, N_("Show only what has changed today")),
    Action("changed_opening", N_("Changed since it was &last open"), lambda w: w.commands.choose_since("opening"), None, N_("Show only what has changed since you last had this report open")),
    Action("changed_day", N_("Changed since a da&y…"), lambda w: w.commands.choose_since("a_day"), None, N_("Show only what has changed since a day of your choice")),
    Action("whole", N_("&Whole report"), lambda w: w.commands.show_report(), "Alt+Home", N_("Show the whole report as one table")),
    Action("wider", N_("&Level above"), lambda w: w.commands.widen(), "Alt+PgUp", N_("Show the office, the department or the report that the rows stand in")),
    Action("narrower", N_("Level &below"), lambda w: w.commands.narrow(), "Alt+PgDown", N_("Show only the department, office or accomplishment of the current row")),
    Action("next_part", N_("&Next accomplishment"), lambda w: w.commands.to_accomplishment(1), "Ctrl+PgDown", N_("Go to the first row of the next expected accomplishment")),
    Action("previous_part", N_("Previou&s accomplishment"), lambda w: w.commands.to_accomplishment(-1), "Ctrl+PgUp", N_("Go to the first row of the expected accomplishment before this one")),
    Action("edit_view", N_("Tabl&e"), lambda w: w.commands.show_view("edit"), "Ctrl+Alt+1", N_("Show the report as a table")),
    Action("overview", N_("O&verview"), lambda w: w.commands.show_view("overview"), "Ctrl+Alt+2", N_("Show the whole report at a glance: how it came out, and what is left to do")),
    Action("page_view", N_("&Pages"), lambda w: w.commands.show_view("page"), "Ctrl+Alt+3", N_("Show the report as it is printed"), "file-text"),
    Action("page_changes", N_("Pages wit&h changes…"), lambda w: w.commands.show_changes(), None, N_("Show on the pages what has changed since an earlier state"), "git-compare"),
    Action("outline", N_("Go to the &outline"), lambda w: w.commands.focus_outline(), "Ctrl+Shift+O", N_("The keyboard goes to the outline")),
    Action("outline_filter", N_("Filte&r the outline"), lambda w: w.commands.focus_outline_filter(), "Ctrl+Alt+F", N_("Show only the sections with some words in their names"), "search"),
    Action("table", N_("Go to the &table"), lambda w: w.commands.focus_table(), "Ctrl+Shift+T", N_("The keyboard goes to the table")),
    Action("inspector", N_("Show or hide the &inspector"), lambda w: w.commands.toggle_inspector(), "F9", N_("Show or hide details and findings"), "panel-right"),
    Action("counts", N_("Show or hide output &counts"), lambda w: w.commands.toggle_counts(), None, N_("Show or hide in the outline how many outputs each node holds")),

    Action("add_output", N_("Add &output"), lambda w: w.row_editing.add_output(), "Ctrl+Shift+A", N_("Add a planned output below the current one"), "plus", lambda s: s.writable and s.accomplishment),
    Action("add_figure", N_("Add fi&gure"), lambda w: w.row_editing.add_figure(), "Ctrl+Shift+F", N_("Add a further figure to this output"), "plus", lambda s: s.writable and s.output),
    Action("delete_output", N_("&Delete output"), lambda w: w.row_editing.delete_output(), "Ctrl+Shift+Del", N_("Delete the selected outputs with their figures; undo brings them back"), "trash-2", lambda s: s.writable and s.output),
    Action("delete_figure", N_("Delete f&igure"), lambda w: w.row_editing.delete_figure(), "Ctrl+Shift+Backspace", N_("Delete the selected figures; undo brings them back"), "trash-2", lambda s: s.writable and (s.figures > 1 or s.several)),
    Action("row_up", N_("Mo&ve up"), lambda w: w.row_editing.move(-1), "Alt+Up", N_("Move the selected outputs up"), "arrow-up", lambda s: s.writable and s.output),
    Action("row_down", N_("Move do&wn"), lambda w: w.row_editing.move(1), "Alt+Down", N_("Move the selected outputs down"), "arrow-down", lambda s: s.writable and s.output),
    Action("duplicate", N_("D&uplicate output"), lambda w: w.row_editing.duplicate(), "Ctrl+Shift+D", N_("Copy the selected outputs below themselves, without figures and remarks"), "copy", lambda s: s.writable and s.output),
    Action("split_output", N_("&Split output"), lambda w: w.row_editing.split_output(), "Ctrl+Shift+Return", N_("Make an output of its own of this figure and those below it; while the wording is open, cut it at the cursor"), "", lambda s: s.writable and s.output),
    Action("split_figure", N_("Split figu&re"), lambda w: w.row_editing.split_figure(), None, N_("Make two figures of this one; while the remarks are open, cut them at the cursor"), "", lambda s: s.writable and s.output),
    Action("join_outputs", N_("&Join outputs"), lambda w: w.row_editing.join_outputs(), "Ctrl+Shift+J", N_("Make one output of the selected ones, or of this one and the next"), "", lambda s: s.writable and s.output),
    Action("join_figures", N_("Join figur&es"), lambda w: w.row_editing.join_figures(), None, N_("Make one figure of the selected ones, or of this one and the next"), "", lambda s: s.writable and (s.figures > 1 or s.several)),
    Action("label", N_("What is cou&nted"), lambda w: w.row_editing.edit_label(), "Ctrl+Shift+L", N_("Type what this figure counts"), "pencil", lambda s: s.writable and s.output),
    Action("read_planned", N_("Planned figure from the te&xt"), lambda w: w.row_editing.read_planned(), None, N_("Read the planned figures of the selected rows from their planned texts again"), "", lambda s: s.writable and s.output),
    Action("last_reason", N_("Last &year’s reason"), lambda w: w.commands.take_last_reason(), "Ctrl+L", N_("Put the reason that last year’s report gives for this figure into the reason"), "", lambda s: s.writable and s.output and s.earlier),
    Action("change_selected", N_("C&hange selected rows…"), lambda w: w.row_editing.change_selected(), "Ctrl+Shift+E", N_("Give all selected figures the same completed figure, remarks or reason"), "list-checks", lambda s: s.writable and s.output),
    Action("clear_selected", N_("C&lear selected rows"), lambda w: w.row_editing.clear_selected(), None, N_("Empty completed figure, remarks and reason of the selected rows"), "x", lambda s: s.writable and s.output),
    Action("add_department", N_("Add depart&ment"), lambda w: w.section_editing.add(Level.DEPARTMENT), None, N_("Add a department"), "plus", lambda s: s.writable),
    Action("add_office", N_("Add o&ffice"), lambda w: w.section_editing.add(Level.OFFICE), None, N_("Add an office to this department"), "plus", lambda s: s.writable and s.section),
    Action("add_accomplishment", N_("Add &accomplishment"), lambda w: w.section_editing.add(Level.ACCOMPLISHMENT), None, N_("Add an expected accomplishment"), "plus", lambda s: s.writable and s.section),
    Action("rename", N_("&Rename section"), lambda w: w.section_editing.rename(), None, N_("Change the title of this section (F2 in the outline)"), "pencil", lambda s: s.writable and s.section),
    Action("renumber", N_("Change &number…"), lambda w: w.section_editing.renumber(), None, N_("Change the letter or number of this section"), "", lambda s: s.writable and s.section),
    Action("renumber_all", N_("Close &gaps in numbers"), lambda w: w.section_editing.renumber_all(), None, N_("Number this section and its neighbours in order, without gaps"), "", lambda s: s.writable and s.section),
    Action("add_beside", N_("Add section &below"), lambda w: w.section_editing.add_beside(), None, N_("Add a section of the same level below this one (Ins in the outline)"), "plus", lambda s: s.writable),
    Action("duplicate_section", N_("Dupl&icate section"), lambda w: w.section_editing.duplicate(), None, N_("Copy this section with everything in it (Ctrl+D in the outline)"), "copy", lambda s: s.writable and s.section),
    Action("section_out", N_("Move one level &higher"), lambda w: w.section_editing.change_level(-1), None, N_("Make a department of this office, or take this accomplishment out of its office (Ctrl+Shift+Left in the outline)"), "", lambda s: s.writable and s.section),
    Action("section_in", N_("Move one level lo&wer"), lambda w: w.section_editing.change_level(1), None, N_("Put this section into the department or office before it (Ctrl+Shift+Right in the outline)"), "", lambda s: s.writable and s.section),
    Action("section_up", N_("Mo&ve section up"), lambda w: w.section_editing.move_section(-1), "Alt+Shift+Up", N_("Move this section up among its neighbours"), "arrow-up", lambda s: s.writable and s.section),
    Action("section_down", N_("Move &section down"), lambda w: w.section_editing.move_section(1), "Alt+Shift+Down", N_("Move this section down among its neighbours"), "arrow-down", lambda s: s.writable and s.section),
    Action("delete_section", N_("De&lete section"), lambda w: w.section_editing.delete_section(), None, N_("Delete this section with everything in it; undo brings it back"), "trash-2", lambda s: s.writable and s.section),

    Action("check", N_("&Check"), lambda w: w.commands.show_findings(), "F7", N_("Show what was found in the report"), "list-checks"),
    Action("next", N_("&Next problem"), lambda w: w.commands.step(1), "F8", N_("Go to the next problem in the report"), "chevron-down"),
    Action("previous", N_("&Previous problem"), lambda w: w.commands.step(-1), "Shift+F8", N_("Go to the previous problem in the report"), "chevron-up"),
    Action("waive", N_("&Waive finding…"), reviewing(lambda r: r.waive_here()), "Ctrl+Alt+W", N_("Say why the finding on this row is right as it is"), "", lambda s: s.open and s.writable),
    Action("mend", N_("Men&d what is certain…"), lambda w: w.checks.ask_mends(), "Ctrl+Alt+D", N_("List what can certainly be put right, and put it right"), "list-checks", lambda s: s.open and s.writable),
    Action("profile", N_("Checks of &this report…"), lambda w: w.checks.ask_profile(), None, N_("Switch checks on and off, and say how severe they are in this report"), "settings", lambda s: s.open and s.writable),
    Action("check_report", N_("Write chec&k report…"), lambda w: w.checks.ask_report(), None, N_("Write all findings by office, as Excel or Word"), "share"),
    Action("comment", N_("Co&mment…"), reviewing(lambda r: r.comment_here()), "Ctrl+Alt+M", N_("Comment on the selected words, or on this cell"), "message-square", lambda s: s.open and s.writable),
    Action("comments", N_("Show c&omments"), reviewing(lambda r: r.show_notes("comments")), "Ctrl+Alt+C", N_("Show the comments on this table"), "message-square"),
    Action("history", N_("Show &history"), reviewing(lambda r: r.show_notes("history")), "Ctrl+Alt+H", N_("Show who changed what, and when"), "history"),

    Action("review", N_("&Review returned file…"), lambda w: w.merging.ask(), "Ctrl+Alt+R", N_("Compare a file that came back with the report, and take or leave each change"), "git-compare", lambda s: s.writable),

    Action("last_year", N_("&Last year’s report…"), lambda w: w.last_years.show(), None, N_("Keep last year’s report in this file, so that its figures and reasons stand beside these"), "history", lambda s: s.open),
    Action("spelling", N_("Show or hide s&pelling marks"), lambda w: w.commands.toggle_spelling(), "Alt+F7", N_("Show or hide in the rows which words are not in the dictionary"), ""),
    Action("settings", N_("&Settings…"), lambda w: w.commands.show_settings(), Key.Preferences, N_("Language of the interface, colours, your name"), "settings", always),
    Action("keys", N_("&Keyboard shortcuts"), lambda w: w.commands.show_shortcuts(), Key.HelpContents, N_("List all keyboard shortcuts"), "keyboard", always),
    Action("diagnostic", N_("Copy &diagnostic"), lambda w: w.commands.copy_diagnostic(), None, N_("Copy what a bug report needs; no word of the report is in it"), "", always),
    Action("about", N_("&About RBB Editor"), lambda w: w.commands.show_about(), None, N_("Versions and licence"), "info", always),
)
# fmt: on

RECENT = "recent"
SUBMENUS = {
    RECENT: N_("Open &recent"),
    "filter": N_("&Filter"),
    "apart": N_("Split, &join, change"),
}
FILTERS = tuple(action.id for action in ACTIONS if action.filter is not None)
IN_SUBMENUS: dict[str, tuple[str | None, ...]] = {
    "filter": (*FILTERS, None, "changed_today", "changed_opening", "changed_day"),
    "apart": ("split_output", "split_figure", "join_outputs", "join_figures", None, "label", "read_planned", None,
              "change_selected", "clear_selected"),
}  # fmt: skip
"""What stands in the further menus, but for the recent files."""
SECTION_MENU = ("add_department", "add_office", "add_accomplishment", "add_beside", "duplicate_section", None,
                "rename", "renumber", "renumber_all", None, "section_up", "section_down", "section_out",
                "section_in", None, "delete_section")  # fmt: skip
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (N_("&File"), ("new", "roll", "open", RECENT, "sample", None, "import", "export", "pdf", "print", "open_written", "copy", None, "close", "quit")),
    (N_("&Edit"), ("undo", "redo", None, "cut", "copy_cells", "paste", "paste_cells", None, "find", "find_next", "find_previous", "replace")),
    (N_("&View"), ("edit_view", "overview", "page_view", "page_changes", None, "filter", None, "whole", "wider", "narrower", "next_part", "previous_part", None, "outline", "outline_filter", "table", None, "inspector", "counts")),
    (
        N_("&Row"),
        ("add_output", "add_figure", "duplicate", "row_up", "row_down", "delete_output", "delete_figure", "last_reason", "apart"),
    ),
    (N_("&Section"), SECTION_MENU),
    (N_("Rev&iew"), ("check", None, "next", "previous", "waive", "mend", "profile", "check_report", None, "comment", "comments", "history", None, "review")),
    (N_("&Tools"), ("last_year", "spelling", None, "settings")),
    (N_("&Help"), ("keys", None, "diagnostic", "about")),
)  # fmt: skip
TOOLBAR: tuple[tuple[str | None, ...], ...] = (
    ("open", None, "undo", "redo", None, "find"),
    ("check", "review", "export"),
)
"""The actions at the start and at the end of the toolbar."""
WORDLESS = frozenset({"undo", "redo"})
"""Toolbar buttons that show only their icon."""
SHORTER = {"review": N_("Review")}
"""What a button of the toolbar says in fewer words than the menu."""
OUTLINE_MENU = ("cut", "copy_cells", "paste", None, *SECTION_MENU)
TABLE_MENU = ("cut", "copy_cells", "paste", None, "add_output", "add_figure", "duplicate", "delete_output",
              "delete_figure", None, "split_output", "split_figure", "join_outputs", "join_figures", "label",
              "read_planned", None, "last_reason", "change_selected", "clear_selected", None, "comment", "waive")  # fmt: skip
