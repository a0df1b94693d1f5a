"""Every window, dialog, panel and page of the program, shown one after another, for tests that look at all of them."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from rbb_editor import resources, settings
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.choose_day import ChooseDay
from rbb_editor.gui.dialogs.crash import CrashDialog
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.last_year.dialog import CandidateDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.merge.window import MergeReview
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.earlier import AfterStep
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import read_file

PATIENCE = 30.0
Seen = tuple[str, QWidget]


def settle(until: Callable[[], bool] = lambda: True) -> None:
    """Lets the window do what it has to do."""
    end = monotonic() + PATIENCE
    while True:
        for _ in range(3):
            QApplication.processEvents()
        if until():
            return
        assert monotonic() < end, "it did not come"


def make_program(folder: Path, **chosen: str) -> Program:
    """A program with settings of its own in `folder`; `chosen`: language and theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    session = Session(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    session.put(settings.LANGUAGE, chosen.get("language", "en"))
    session.put(settings.THEME, chosen.get("theme", "light"))
    session.put(settings.AUTHOR, "Tester")
    session.put(settings.FOLDER, str(folder))
    return Program(app, session, folder / "data")


def sample_file(folder: Path, code: str) -> Path:
    """The sample report of a document language in a file that nobody has open."""
    path = folder / f"sample_{code}.rbb"
    if not path.exists():
        source = resources.sample(code)
        report = read_file(source).report if source.is_file() else make_sample(70, code)
        Project.create(path, report, author="Tester").close()
    return path


class Tour:
    """A walk through the program on a report; `see` yields each thing while it is shown."""

    def __init__(self, program: Program, folder: Path, say: Translator | None = None, *, document: str = "en") -> None:
        """`say`: a translator to use in place of the program's own."""
        self.program, self.folder, self.document = program, folder, document
        if say is not None:
            program.say = say

    def see(self, width: int, height: int) -> Iterator[Seen]:
        """All that there is to see at a size of the window."""
        path = sample_file(self.folder, self.document)
        window = self.program.new_window()
        window.resize(width, height)
        window.show()
        settle()
        yield "start", window
        window.files.open_path(path)
        assert window.project is not None
        checker = window.project.checker
        settle(lambda: checker.complete)
        yield from self._main(window)
        yield from self._dialogs(window)
        yield from self._reviews(window, path)
        window.close()
        window = self.program.new_window()
        window.resize(width, height)
        window.show()
        settle()
        yield "start with recent files", window
        window.close()
        settle()

    def _main(self, window: MainWindow) -> Iterator[Seen]:
        place = window.workspace
        assert place is not None
        place.step(1)
        settle()
        yield "table", window
        for key in ("details", "findings", "comments", "history"):
            place.side.reveal(key)
            settle()
            yield key, window
        place.side.close_overlay()
        window.menus.actions["comment"].trigger()
        settle()
        yield "writing a comment", window
        place.side.close_overlay()
        place.step(1)
        window.menus.actions["waive"].trigger()
        settle()
        yield "writing a waiver", window
        place.side.close_overlay()
        place.centre.header.search.setText("no such words")
        settle()
        yield "an empty filter", window
        place.centre.header.clear()
        for page in ("front", "abbreviations"):
            place.choose_node(page)
            settle()
            yield page, window
        place.step(1)
        window.menus.actions["replace"].trigger()
        assert place.replacing is not None
        searching = place.replacing.view
        assert window.project is not None
        some = next(window.project.report.outputs()).planned_text
        searching.fields.wanted.setText(some.split()[1] if " " in some else some[:2])
        settle(lambda: not searching.searching.running and bool(searching.model.rows))
        yield "find and replace", window
        place.uncover()
        yield from self._pages(window)
        for menu in window.menuBar().actions():
            opened = menu.menu()
            opened.popup(window.pos())  # type: ignore[union-attr]
            settle()
            yield f"menu {menu.text()}", opened  # type: ignore[misc]
            opened.close()  # type: ignore[union-attr]

    def _pages(self, window: MainWindow) -> Iterator[Seen]:
        place, project = window.workspace, window.project
        assert place is not None
        assert project is not None
        output = next(project.report.outputs())
        project.do(outputs.set_remarks(project.report, output.id, output.components[0].id, "What was delivered."))
        window.menus.actions["page_view"].trigger()
        assert place.paging is not None
        pane = place.paging.pane
        settle(lambda: pane.pages.complete)
        yield "pages", window
        pane.changes.click()
        settle()
        yield from self._shown("since which state")
        place.paging.show_changes(AfterStep(1))
        settle(lambda: any(True for sheet in pane.pages.sheets for _ in sheet.bars()) and pane.pages.complete)
        yield "pages with changes", window
        place.uncover()

    def _dialogs(self, window: MainWindow) -> Iterator[Seen]:
        place = window.workspace
        assert place is not None
        for id in ("new", "settings", "keys", "about", "change_selected", "renumber"):
            place.step(1)
            window.menus.actions[id].trigger()
            settle()
            yield from self._shown(id)
        CrashDialog("RBB Editor 0.1\nTraceback …\nZeroDivisionError", self.program.log, window.say, window).open()
        settle()
        yield from self._shown("crash")
        ChooseDay("Show what has changed since", date(2026, 1, 5), window.say, window).open()
        settle()
        yield from self._shown("choose a day")
        other = sample_file(self.folder, "zh" if self.document != "zh" else "en")
        with Project.open(other, author="Somebody else"):
            window.files.open_path(other)
            settle()
            yield from self._shown("message with ways")
        window.files._ask_for_choices(self.folder / "out.docx")
        settle()
        yield from self._shown("choices of a Word file")
        window.tell(Text.of("A sentence that says what happened."), calm=True)
        settle()
        yield from self._shown("message")

    def _reviews(self, window: MainWindow, path: Path) -> Iterator[Seen]:
        source = self.folder / "last year.json"
        source.write_bytes(resources.sample("zh" if self.document == "zh" else "en").read_bytes())
        window.files.import_path(source)
        settle(lambda: bool(_open(ImportReview)))
        yield from self._shown("import review")
        window.last_years.read(source)
        settle(lambda: bool(_open(CandidateDialog)))
        (found,) = _open(CandidateDialog)
        yield "last year's report", found
        found.accept()
        window.menus.actions["last_year"].trigger()
        settle(lambda: window.workspace is not None and window.workspace.beside.at_hand is not None)
        yield from self._shown("last year's report as it is kept")
        assert window.workspace is not None
        window.workspace.side.reveal("details")
        window.workspace.step(1)
        window.workspace.details.ids.click()
        settle()
        yield "details beside last year's", window
        theirs = self.folder / "theirs.rbb"
        if not theirs.exists():
            assert window.project is not None
            window.project.save_copy(theirs)
            with Project.open(theirs, author="Reviewer") as copy:
                for output in list(copy.report.outputs())[:6]:
                    copy.do(outputs.set_remarks(copy.report, output.id, output.components[0].id, "Reworded remarks"))
        window.merging.begin(theirs)
        settle(lambda: bool(_open(MergeReview)))
        yield from self._shown("merge review")

    def _shown(self, name: str) -> Iterator[Seen]:
        shown = _open(QDialog)
        assert shown, f"{name}: no dialog came"
        for dialog in shown:
            yield name, dialog
            if isinstance(dialog, QMessageBox):
                dialog.close()
            else:
                dialog.reject()
        settle(lambda: not _open(QDialog))


def _open(kind: type[QDialog]) -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
