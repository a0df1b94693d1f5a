"""Every window, dialog, panel and page of the program, shown one after another, for tests that look at all of them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget

from rbb_editor import resources, settings
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import comments, outputs
from rbb_editor.gui.actions import OUTLINE_MENU, TABLE_MENU
from rbb_editor.gui.app import Program
from rbb_editor.gui.dialogs.choose_day import ChooseDay
from rbb_editor.gui.dialogs.crash import CrashDialog
from rbb_editor.gui.dialogs.import_review import ImportReview
from rbb_editor.gui.dialogs.in_the_file import InTheFile
from rbb_editor.gui.dialogs.waiting import WaitingDialog
from rbb_editor.gui.jobs import Job
from rbb_editor.gui.last_year.dialog import CandidateDialog
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.merge.combine import CombineDialog
from rbb_editor.gui.merge.window import MergeReview
from rbb_editor.gui.session import Session
from rbb_editor.gui.table.columns import Field
from rbb_editor.i18n import RIGHT_TO_LEFT, Translator
from rbb_editor.project import Project
from rbb_editor.project.earlier import AfterStep
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import read_file
from tests.formats.text_reports import Rows, table

PATIENCE = 30.0
SMALLEST = (1024, 700)
"""Logical pixels of the smallest window that everything is made for."""
NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
FILLER: Rows = [("编写 3 份审查报告", "3", "编写了 3 份审查报告"), ("举行 6 次视频会议", "6", "举行了 6 次视频会议")]
TORN: Rows = [*FILLER, ("举行 9 次区域会议", "9", "举行了 9 次区域会"), "", ("", "", "议和磋商，包括视频会议"), *FILLER]
"""What a page break does to a table: the import joins it again, and shows it."""
LONG_NAME = "Budget performance of the support account for peacekeeping operations.docx"
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
    session.put(settings.SPELLING, False)
    session.put(settings.FOLDER, str(folder))
    return Program(app, session, folder / "data")


def sample_file(folder: Path, code: str, source: Path | None = None) -> Path:
    """The sample report of a document language, or what `source` holds, in a file that nobody has open."""
    path = folder / f"sample_{code}.rbb"
    if not path.exists():
        source = source or resources.sample(code)
        report = read_file(source).report if source.is_file() else make_sample(70, code)
        Project.create(path, report, author="Tester").close()
    return path


class Tour:
    """A walk through the program on a report; `see` yields each thing while it is shown."""

    def __init__(
        self,
        program: Program,
        folder: Path,
        say: Translator | None = None,
        *,
        document: str = "en",
        source: Path | None = None,
    ) -> None:
        """`say`: a translator to use in place of the program's own; `source`: a file to make the report from."""
        self.program, self.folder, self.document, self.source = program, folder, document, source
        if say is not None:
            program.say = say
            right = say.language in RIGHT_TO_LEFT
            program.direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
            QApplication.setLayoutDirection(program.direction)

    def see(self, width: int, height: int) -> Iterator[Seen]:
        """All that there is to see at a size of the window."""
        path = sample_file(self.folder, self.document, self.source)
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
        cell = place.table.current()
        assert cell is not None
        assert cell.component is not None
        for field in (Field.PLANNED_TEXT, Field.PLANNED, Field.COMPLETED, Field.REMARKS):
            place.edit_cell(cell.output, cell.component, field)
            settle()
            yield f"typing into {field}", window
            assert place.table.open_editor is not None
            QTest.keyClick(place.table.open_editor.editor, Qt.Key.Key_Escape)
        place.edit_cell(cell.output, cell.component, Field.EXPLANATION)
        assert place.table.open_editor is not None
        editor = place.table.open_editor.editor
        QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        settle()
        yield "reasons used elsewhere", window
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        report = place.project.report
        change = comments.add_comment(report, cell.output, "Which of these?", author="Tester", time=NOW)
        assert change is not None
        window.do(change)
        for key in ("details", "findings", "comments", "history", "last_year"):
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
        window.menus.actions["whole"].trigger()
        settle()
        yield "whole report", window
        place.open_at("")
        place.step(1)
        width, height = window.width(), window.height()
        window.resize(*SMALLEST)
        settle()
        yield "smallest window", window
        window.resize(width, height)
        window.status.clearMessage()
        job = Job(lambda _: None, window)
        window.work.strip.watch(job, Text.of(N_("Reading {name}"), name=LONG_NAME))
        window.work.strip.show()
        settle()
        yield "long work", window
        window.work.strip.rest()
        section = report.sections(report.sections()[0].id)[0].id
        place.choose_node(section)
        window.menus.actions["delete_section"].trigger()
        settle()
        yield "an offer below the outline", window
        window.undo()
        yield from self._pages(window)
        yield from self._menus(window)

    def _menus(self, window: MainWindow) -> Iterator[Seen]:
        menus = [menu.menu() for menu in window.menuBar().actions()]
        menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]  # type: ignore[union-attr]
        menus += [window.menus.fill(QMenu(name, window), ids) for name, ids in
                  (("of the outline", OUTLINE_MENU), ("of the table", TABLE_MENU))]  # fmt: skip
        assert window.workspace is not None
        menus.append(window.workspace.centre.header.chips.menu())
        for menu in menus:
            assert isinstance(menu, QMenu)
            menu.popup(window.mapToGlobal(QPoint(200, 60)))
            settle()
            yield f"menu {menu.title()}", menu
            menu.close()

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
        window.menus.actions["overview"].trigger()
        assert place.at_a_glance is not None
        seen = place.at_a_glance
        settle(lambda: not seen.counting)
        yield "overview", window
        size = window.size()
        window.resize(*SMALLEST)
        settle()
        seen.pane.ensureWidgetVisible(seen.pane.left)
        settle()
        yield "overview in the smallest window", window
        window.resize(size)
        place.uncover()

    def _dialogs(self, window: MainWindow) -> Iterator[Seen]:
        place = window.workspace
        assert place is not None
        assert window.project is not None
        for id in ("new", "settings", "keys", "about", "change_selected", "renumber", "profile"):
            place.step(1)
            window.menus.actions[id].trigger()
            settle()
            yield from self._shown(id)
        self._break_something(window)
        window.menus.actions["mend"].trigger()
        settle()
        yield from self._shown("mends")
        window.checks.explain(next(iter(window.project.checker.findings())))
        settle()
        yield from self._shown("what a check is about")
        place.step(1)
        lines = [f"{n} reports to the General Assembly\t{n}\t{n + 1}\tRemarks {n}" for n in range(2, 60)]
        QApplication.clipboard().setText("\n".join(lines))
        place.show_cell(place.current_output().id, None, Field.PLANNED_TEXT)  # type: ignore[union-attr]
        place.table.clipboard.paste_cells()
        settle()
        yield from self._shown("preview of a paste")
        CrashDialog("RBB Editor 0.1\nTraceback …\nZeroDivisionError", self.program.log, window.say, window).open()
        settle()
        yield from self._shown("crash")
        ChooseDay(window.say(N_("Changed since")), date(2026, 1, 5), window.say, window).open()
        settle()
        yield from self._shown("choose a day")
        other = sample_file(self.folder, "zh" if self.document != "zh" else "en")
        with Project.open(other, author="Somebody else"):
            window.files.open_path(other)
            settle()
            yield from self._shown("message with ways")
        job = Job(lambda progress: progress(1, 3), window)
        dialog = WaitingDialog(
            job, Text.of(N_("Undoing: {change}"), change=Text.of(N_("Paste cells"))), window.say, window
        )
        dialog.show()
        job.start()
        settle()
        yield "a change that takes long", dialog
        dialog.done(0)
        window.transfers._ask_for_choices(self.folder / "out.docx")
        settle()
        yield from self._shown("choices of a Word file")
        window.tell(Text.of("A sentence that says what happened."), calm=True)
        settle()
        yield from self._shown("message")

    def _break_something(self, window: MainWindow) -> None:
        """Gives the report what a certain mend puts right."""
        assert window.project is not None
        report = window.project.report
        for output in list(report.outputs())[:3]:
            figure = output.components[0]
            change = outputs.set_remarks(report, output.id, figure.id, f"{figure.remarks} 1&nbsp;report")
            assert change is not None
            window.do(change)

    def _reviews(self, window: MainWindow, path: Path) -> Iterator[Seen]:
        sound, torn = self.folder / "last year.json", self.folder / "last year.txt"
        sound.write_bytes(resources.sample("zh" if self.document == "zh" else "en").read_bytes())
        torn.write_text(table(TORN), "utf-8")
        for source in (sound, self.source or torn):
            window.transfers.import_path(source)
            settle(lambda: bool(_open(ImportReview)))
            if source != sound:
                (review,) = _open(ImportReview)
                review.view.in_file.click()
                settle(lambda: bool(_open(InTheFile)))
                (found,) = _open(InTheFile)
                yield "a place in the imported file", found
                found.reject()
            yield from self._shown("import review")
        window.last_years.read(sound)
        settle(lambda: bool(_open(CandidateDialog)))
        settle()
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
        yield "details with ids", window
        window.workspace.side.reveal("last_year")
        panel = window.workspace.last_year
        panel.take.show()
        matched = self.source is None and self.document in {"en", "zh"}  # others have no sample for last year
        settle(lambda: (panel.counts.isVisible() or not matched) and not panel._timer.isActive())
        yield "the figure in last year's report", window
        window.menus.actions["overview"].trigger()
        assert window.workspace.at_a_glance is not None
        bars = window.workspace.at_a_glance.pane.years.bars
        settle(lambda: len(bars.lines.lines) == 2)
        yield "overview beside last year's", window
        window.workspace.uncover()
        theirs = self.folder / "theirs.rbb"
        assert window.project is not None
        if not theirs.exists():
            window.project.save_copy(theirs)
            with Project.open(theirs, author="Reviewer") as copy:
                for output in list(copy.report.outputs())[:6]:
                    copy.do(outputs.set_remarks(copy.report, output.id, output.components[0].id, "Reworded remarks"))
        report = window.project.report
        first = next(report.outputs())
        change = outputs.set_remarks(report, first.id, first.components[0].id, "Reworded otherwise")
        if change is not None:
            window.do(change)
        window.merging.begin(theirs)
        settle(lambda: bool(_open(MergeReview)))
        review = _open(MergeReview)[0]
        assert isinstance(review, MergeReview)
        clash = next(each for each in review.model.rows if each.conflict)
        review._combine(clash)
        settle()
        yield "combining two rewordings", *_open(CombineDialog)
        _open(CombineDialog)[0].reject()
        settle(lambda: not _open(CombineDialog))
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
