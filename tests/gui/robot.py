"""A robot that does anything a person can do, at random: keys, clicks, menus, drags, pastes, undo, other languages.

`python -m tests.gui.robot [--actions 50000] [--seed 1] [--document en]`. What it holds to be wrong: an exception
anywhere, a warning of Qt, a report that is not what its journal tells, and an undo of everything that does not lead
back to the start.
The same seed makes the same choices; how long the window takes for its idle work may differ.
"""

import os
import sys
import threading
import traceback
from argparse import ArgumentParser
from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton, QWidget

from rbb_editor import settings
from rbb_editor.domain.report import Report
from rbb_editor.gui.app import Program
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.project import Project
from tests.gui.every_window import make_program, sample_file

CHECK_EVERY = 2_000
"""Actions after which the report is compared with its journal."""
REMEMBERED = 25
"""Actions told where something went wrong."""
HARMLESS = ("This plugin does not support", "QFontDatabase", "OpenType support missing")
"""What the screen that is none, and its fonts, say by themselves."""
NEVER = frozenset({"print", "quit"})
"""Actions that ask the computer for something that it has not got, or end the program."""
LEFT_ALONE = ("QPrintDialog", "ChooseDay")
"""Dialogs that are left at once: they ask for a printer, or have a menu of Qt's that waits for a mouse."""
KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) * 3,
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F2) * 3,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Space),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_F8, Qt.Key.Key_F6, Qt.Key.Key_Menu, Qt.Key.Key_Insert),
)  # fmt: skip
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 8,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier) * 2,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
WORDS = (
    "12",
    "2 091",
    "yes",
    "70%",
    "No",
    "<b>bold</b> & more",
    "The lower output was due to",
    "x" * 300,
    "[(",
    "0",
)
HAN = ("会议", "全部", "是", "实际产出较低是因为", "٧", "أسباب")
PASTES = (
    "1\t2\t3\n4\t5\t6",
    "one\nline\nafter another",
    "=1+1\t+2\t@x",
    'quoted "text"\t"with\nnewline"',
    "\x00\x07 control \x1f characters\u200b",
    "plain",
    "",
    "\t\t\n\n\t",
    "5\n" * 60,
    "a long text " * 400,
)


def work_off() -> None:
    """What an event loop does: events, and the end of what is to be deleted later."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Robot:
    """One robot with its own program, settings and report in a folder. `trouble`: what went wrong, as it happened."""

    def __init__(self, folder: Path, seed: int, document: str = "en") -> None:
        self.chance = Random(seed)
        self.folder = folder
        self.trouble: list[str] = []
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        self.program: Program = make_program(folder)
        self.path = sample_file(folder, document)
        with Project.open(self.path, author="Robot", read_only=True) as project:
            self.start: Report = project.report.snapshot()
        self.deeds: list[tuple[int, Callable[[], str]]] = [
            (30, self.key),
            (10, self.type_text),
            (3, self.compose),
            (22, self.click),
            (3, self.double_click),
            (14, self.trigger),
            (4, self.drag),
            (2, self.drop),
            (6, self.paste),
            (6, self.undo_some),
            (3, self.context_menu),
            (3, self.wheel),
            (1, self.resize),
            (1, self.speak),
            (1, self.colours),
        ]

    # running

    def run(self, actions: int, tell: Callable[[int], object] = lambda _: None) -> None:
        """Does so many things; stops at the first trouble."""
        hooks = sys.excepthook, threading.excepthook, QDrag.exec
        sys.excepthook = self._crashed
        threading.excepthook = lambda args: self._crashed(args.exc_type, args.exc_value, args.exc_traceback)
        QDrag.exec = lambda drag, *_: self._let_go(drag)  # type: ignore[method-assign, assignment, misc]
        qInstallMessageHandler(self._warned)
        try:
            for number in range(1, actions + 1):
                self.step()
                if number % CHECK_EVERY == 0:
                    self.compare()
                    tell(number)
                if self.trouble:
                    return
            self.end()
        finally:
            sys.excepthook, threading.excepthook, QDrag.exec = hooks  # type: ignore[method-assign]
            qInstallMessageHandler(None)  # type: ignore[arg-type]

    def step(self) -> None:
        """One thing, and what the window does about it."""
        weights, deeds = zip(*self.deeds, strict=True)
        self._have_window()
        deed = self.chance.choices(deeds, weights)[0]
        self.done.append(deed.__name__)
        try:
            self.done[-1] = f"{deed.__name__} {deed()}"
            work_off()
            self._leave_dialogs()
        except RuntimeError as error:
            frames = traceback.extract_tb(error.__traceback__)
            if "already deleted" not in str(error) or frames[-1].filename != __file__:
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
            while project.undo() is not None:
                pass
            if project.report != self.start:
                self.trouble.append("all undone is not the start")

    # deeds

    def key(self) -> str:
        """A key that moves, ends or changes something."""
        key, modifier = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        QTest.keyClick(self._target(), key, modifier)
        return f"{modifier.name} {key.name} → {type(self._target()).__name__}"

    def type_text(self) -> str:
        """Some letters."""
        text = self.chance.choice(WORDS)
        target = self._target()
        for letter in text[: self.chance.randint(1, 20)]:
            QTest.keyClick(target, letter)
            target = self._target()
        return text[:20]

    def compose(self) -> str:
        """Some letters through an input method."""
        text, target = self.chance.choice(HAN), self._target()
        QApplication.sendEvent(target, QInputMethodEvent(text, []))
        event = QInputMethodEvent()
        if self.chance.random() < 0.8:
            event.setCommitString(text)
        if target is self._target():
            QApplication.sendEvent(target, event)
        return text

    def click(self) -> str:
        """A click anywhere."""
        widget, at = self._spot()
        modifier = self.chance.choice(MODIFIERS[:12])
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, at)
        return f"{type(widget).__name__} {at.x()},{at.y()} {modifier.name}"

    def double_click(self) -> str:
        """A double click anywhere."""
        widget, at = self._spot()
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return type(widget).__name__

    def context_menu(self) -> str:
        """The right button anywhere."""
        widget, at = self._spot()
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))
        return type(widget).__name__

    def trigger(self) -> str:
        """An entry of a menu that can be used now."""
        if QApplication.activeModalWidget() is not None:
            return self.key()
        able = [id for id, action in self.window.menus.actions.items() if action.isEnabled() and id not in NEVER]
        id = self.chance.choice(able)
        if id in ("close", "sample", "new", "import") and self.chance.random() < 0.8:
            id = "undo" if "undo" in able else "find"
        self.window.menus.actions[id].trigger()
        return id

    def drag(self) -> str:
        """Presses, moves and lets go."""
        widget, at = self._spot()
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        QTest.mousePress(widget, left, none, at)
        for _ in range(self.chance.randint(1, 4)):
            to = at + QPoint(self.chance.randint(-60, 60), self.chance.randint(-120, 120))
            QTest.mouseMove(widget, to)
        QTest.mouseRelease(widget, left, none, to)
        return type(widget).__name__

    def drop(self) -> str:
        """A file or some words are dropped somewhere."""
        data = QMimeData()
        if self.chance.random() < 0.5:
            data.setUrls([QUrl.fromLocalFile(str(self.path))])
        else:
            data.setText(self.chance.choice(PASTES))
        self._drop(data)
        return "words" if data.hasText() else "a file"

    def paste(self) -> str:
        """Pastes anything, or copies or cuts what is chosen."""
        if self.chance.random() < 0.6:
            data = QMimeData()
            text = self.chance.choice(PASTES)
            data.setText(text)
            if self.chance.random() < 0.3:
                cells = "".join(f"<td>{cell}</td>" for cell in text.split("\t"))
                data.setHtml(f"<table><tr>{cells}</tr></table>")
            QGuiApplication.clipboard().setMimeData(data)
        which = self.chance.choice((*(QKeySequence.StandardKey.Paste,) * 4, QKeySequence.StandardKey.Copy,
                                    QKeySequence.StandardKey.Cut))  # fmt: skip
        QTest.keySequence(self._target(), QKeySequence(which))
        return which.name

    def undo_some(self) -> str:
        """Takes some steps back, and some of them forward."""
        back, on = self.chance.randint(0, 6), self.chance.randint(0, 4)
        if QApplication.activeModalWidget() is None:
            for id, times in (("undo", back), ("redo", on)):
                for _ in range(times):
                    self.window.menus.actions[id].trigger()
        return f"{back} {on}"

    def wheel(self) -> str:
        """Turns the wheel."""
        widget, at = self._spot()
        turn = QPoint(0, self.chance.choice((-240, -120, 120, 240)))
        QApplication.sendEvent(
            widget,
            QWheelEvent(QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton,
                        self.chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False),
        )  # fmt: skip
        return type(widget).__name__

    def resize(self) -> str:
        """Another size of the window."""
        width, height = self.chance.randint(800, 1700), self.chance.randint(560, 1000)
        self.window.resize(width, height)
        return f"{width}×{height}"

    def speak(self) -> str:
        """Another language of the interface."""
        language = self.chance.choice(("en", "zh"))
        self.program.session.put(settings.LANGUAGE, language)
        self.program.apply_settings()
        return language

    def colours(self) -> str:
        """Light or dark."""
        theme = self.chance.choice(("light", "dark"))
        self.program.session.put(settings.THEME, theme)
        self.program.apply_settings()
        return theme

    # where

    @property
    def window(self) -> MainWindow:
        """The window that has the report."""
        return self.program.windows[0]

    def _have_window(self) -> None:
        """A window with the report, and not too many others."""
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
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
        work_off()

    def _target(self) -> QWidget:
        """What gets the keys."""
        return (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeModalWidget()
            or self.window
        )

    def _spot(self) -> tuple[QWidget, QPoint]:
        """Something that can be clicked, and a point in it."""
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        some = [each for each in root.findChildren(QWidget) if each.isVisible() and not each.isWindow()]
        widget = self.chance.choice([each for each in some if each.width() > 0 and each.height() > 0] or [root])
        return widget, self._within(widget)

    def _within(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def _leave_dialogs(self) -> None:
        """Files are never chosen; other dialogs are left sooner or later."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and self.chance.random() < 0.3:
            popup.close()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        for dialog in dialogs:
            if isinstance(dialog, QFileDialog) or type(dialog).__name__ in LEFT_ALONE:
                dialog.reject()
            elif self.chance.random() < 0.06:
                buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
                if buttons and self.chance.random() < 0.5:
                    self.chance.choice(buttons).click()
                else:
                    dialog.close()

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

    def _let_go(self, drag: QDrag, *_: object) -> Qt.DropAction:
        """In the place of a drag that waits for a mouse: it is let go somewhere at once."""
        return self._drop(drag.mimeData())

    def _drop(self, data: QMimeData) -> Qt.DropAction:
        place = self.window.workspace
        targets: list[QWidget] = [self.window]
        if place is not None:
            targets += [place.table.viewport(), place.outline.viewport()] * 2
        target = self.chance.choice(targets)
        at = self._within(target)
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, actions, data, left, none)
        enter.setAccepted(False)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            return Qt.DropAction.IgnoreAction
        QApplication.sendEvent(target, QDragMoveEvent(at, actions, data, left, none))
        if self.chance.random() < 0.2:
            QApplication.sendEvent(target, QDragLeaveEvent())
            return Qt.DropAction.IgnoreAction
        let_go = QDropEvent(QPointF(at), actions, data, left, none)
        QApplication.sendEvent(target, let_go)
        return let_go.dropAction()

    # what went wrong

    def _crashed(self, kind: type[BaseException], error: BaseException | None, trace: object) -> None:
        self.trouble.append("".join(traceback.format_exception(kind, error, trace)))  # type: ignore[arg-type]

    def _warned(self, kind: QtMsgType, context: object, message: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            self.trouble.append(f"Qt: {message}")


def main() -> None:
    """Lets a robot loose."""
    parser = ArgumentParser()
    parser.add_argument("--actions", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", default="en")
    chosen = parser.parse_args()
    app = QApplication.instance() or QApplication([])  # noqa: F841  (kept until the end)
    with TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = name
        started = perf_counter()
        robot = Robot(Path(name), chosen.seed, chosen.document)
        robot.run(
            chosen.actions, lambda number: print(f"{number} actions, {perf_counter() - started:.0f} s", flush=True)
        )
        print("\n".join(["The last actions:", *robot.done, "", *robot.trouble]) if robot.trouble else
              f"{chosen.actions} actions with seed {chosen.seed}: nothing went wrong.", flush=True)  # fmt: skip
        for window in tuple(robot.program.windows):
            window.close()
        robot.program.theme.setParent(None)
        robot.program.deleteLater()
        work_off()
    sys.stdout.flush()
    os._exit(1 if robot.trouble else 0)  # what is left of the menus and dialogs it opened is not taken down one by one


if __name__ == "__main__":
    main()
