"""The robot itself: its program and report, what it does next, and what it holds to be wrong."""

import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from rbb_editor.domain.report import Report
from rbb_editor.gui.actions import Action
from rbb_editor.gui.app import Program
from rbb_editor.gui.garbage import Garbage
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.menus import Menus
from rbb_editor.project import Project
from tests.gui.every_window import make_program, sample_file
from tests.gui.robot import carrying, dialogs
from tests.gui.robot.deeds import DEEDS

CHECK_EVERY = 2_000
"""Actions after which the report is compared with its journal."""
REMEMBERED = 40
"""Actions told where something went wrong."""
HARMLESS = ("This plugin does not support", "QFontDatabase", "OpenType support missing")
"""What the screen that is none, and its fonts, say by themselves."""
NO_NAME = "Broken filename"
"""What Qt's own file dialog says of a control character that is pasted into it."""
FEW, MANY = 15, 500
"""Outputs below and above which the robot takes some steps back, so that there is always something to work on."""
ASKED_EVERY = 50
"""Milliseconds after which the robot looks again whether something waits for its answer inside one of its own deeds."""
PATIENCE = 60.0
"""Seconds that work in the background may take."""


def work_off() -> None:
    """What an event loop does: events, and the end of what is to be deleted later."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Robot:
    """One robot with its own program, settings and report in a folder.

    `trouble`: what went wrong, as it happened. `seen`: how often it did and met what, by name. `steps`: things done.
    """

    def __init__(self, folder: Path, seed: int, document: str = "en") -> None:
        self.chance = Random(seed)
        self.folder = folder
        self.trouble: list[str] = []
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        self.seen: Counter[str] = Counter()
        self.steps = 0
        self.program: Program = make_program(folder)
        self.program.garbage = Garbage(self.program)
        self.path = sample_file(folder, document)
        with Project.open(self.path, author="Robot", read_only=True) as project:
            self.start: Report = project.report.snapshot()

    # running

    def run(self, actions: int, tell: Callable[[int], object] = lambda _: None) -> None:
        """Does so many things; stops at the first trouble."""
        with self._watching():
            for number in range(1, actions + 1):
                self.step()
                if number % CHECK_EVERY == 0:
                    self.compare()
                    tell(number)
                if self.trouble:
                    return
            self.end()

    def step(self) -> None:
        """One thing, and what the window does about it."""
        self.steps += 1
        self._have_window()
        deed = self.chance.choices([deed for _, deed in DEEDS], [weight for weight, _ in DEEDS])[0]
        self.done.append(deed.__name__)
        self.seen[f"deed {deed.__name__}"] += 1
        try:
            self.done[-1] = f"{deed.__name__} {deed(self)}"
            work_off()
            dialogs.leave(self)
            if self.chance.random() < 0.8:
                self._wait_for_jobs()
        except RuntimeError as error:
            frames = traceback.extract_tb(error.__traceback__)
            if "already deleted" not in str(error) or Path(frames[-1].filename).parent != Path(__file__).parent:
                self.trouble.append(traceback.format_exc())  # else: what was pressed went before it was let go
        except Exception:  # noqa: BLE001  (an exception in a slot called directly; told like all others)
            self.trouble.append(traceback.format_exc())

    def compare(self) -> None:
        """The report must be what its journal tells."""
        project = self.window.project
        if project is None:
            return
        self._calm()
        if self.window.project is not project:
            return
        report = self.start.snapshot()
        for record in project.history()[::-1]:
            if record.kind != "create":
                report.apply(project.change_of(record))
        if report != project.report:
            self.trouble.append("the report is not what its journal tells")

    def end(self) -> None:
        """All undone must be the start."""
        self._have_window()
        self._calm()
        self.compare()
        for window in tuple(self.program.windows):
            window.close()
        work_off()
        with Project.open(self.path, author="Robot") as project:
            for record in project.history():
                self.seen[f"{record.kind} {record.label.msgid}"] += 1
            while project.undo() is not None:
                pass
            if project.report != self.start:
                self.trouble.append("all undone is not the start")

    # where

    @property
    def window(self) -> MainWindow:
        """The window that has the report."""
        return self.program.windows[0]

    def _have_window(self) -> None:
        """A window with the report in it, not too many others, and something in the report."""
        windows = self.program.windows
        for further in windows[2:]:
            further.close()
        if not windows:
            window = self.program.new_window()
            window.resize(1300, 850)
            window.show()
        if self.window.project is not None and self.window.project.path != self.path:
            self.window.files.close()
        if self.window.project is None and self.chance.random() < 0.3:
            other = self.program.window_of(self.path)
            if other is not None:
                other.close()
            self.window.files.open_path(self.path)
        project = self.window.project
        if project is not None and QApplication.activeModalWidget() is None:
            outputs = project.report.counts().outputs
            if not FEW <= outputs <= MANY:
                for _ in range(60 if outputs < FEW else 20):
                    self.window.menus.actions["undo"].trigger()
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
        work_off()

    def target(self) -> QWidget:
        """What gets the keys."""
        return (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeModalWidget()
            or self.window
        )

    def spot(self) -> tuple[QWidget, QPoint]:
        """Something that can be clicked, and a point in it."""
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        some = [each for each in root.findChildren(QWidget) if each.isVisible() and not each.isWindow()]
        widget = self.chance.choice([each for each in some if each.width() > 0 and each.height() > 0] or [root])
        return widget, self.within(widget)

    def within(self, widget: QWidget) -> QPoint:
        """A point of a widget."""
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def _calm(self) -> None:
        """Nothing is open, nothing is being typed, nothing is being worked on."""
        for _ in range(50):
            popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
            if popup is not None:
                popup.close()
            elif modal is not None:
                modal.close()
            work_off()
        if self.window.workspace is not None:
            self.window.workspace.finish()

    def _wait_for_jobs(self) -> None:
        end = monotonic() + PATIENCE
        while any("work" in vars(each) and each.work.going_on for each in self.program.windows) and monotonic() < end:
            work_off()

    # what went wrong

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """While everything that goes wrong is heard of, a drag waits for no mouse, and actions are counted."""
        hooks = sys.excepthook, threading.excepthook, QDrag.exec, Menus._run
        run = Menus._run

        def counted(menus: Menus, action: Action, checked: bool = False) -> None:
            self.seen[f"action {action.id}"] += 1
            run(menus, action, checked)

        sys.excepthook = self._crashed
        threading.excepthook = lambda args: self._crashed(args.exc_type, args.exc_value, args.exc_traceback)
        QDrag.exec = lambda drag, *_: carrying.let_go(self, drag)  # type: ignore[method-assign, assignment, misc]
        Menus._run = counted  # type: ignore[method-assign]
        qInstallMessageHandler(self._warned)
        asking = QTimer(interval=ASKED_EVERY)
        asking.timeout.connect(lambda: dialogs.answer(self))
        asking.start()
        try:
            yield
        finally:
            asking.stop()
            sys.excepthook, threading.excepthook, QDrag.exec, Menus._run = hooks  # type: ignore[method-assign]
            qInstallMessageHandler(None)  # type: ignore[arg-type]

    def _crashed(self, kind: type[BaseException], error: BaseException | None, trace: object) -> None:
        self.trouble.append("".join(traceback.format_exception(kind, error, trace)))  # type: ignore[arg-type]

    def _warned(self, kind: QtMsgType, context: object, message: str) -> None:
        del context
        asks_for_file = any(isinstance(each, QFileDialog) for each in QApplication.topLevelWidgets())
        if message.startswith(NO_NAME) and asks_for_file:  # or asks something of its own about the name
            return
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            self.trouble.append(f"Qt: {message}")
