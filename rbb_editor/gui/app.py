"""The program: what all windows share, and how it starts and ends."""

import getpass
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSettings, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from rbb_editor import __version__, resources, settings
from rbb_editor.gui.crash import CrashReporter
from rbb_editor.gui.log import Log
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.main_window import MainWindow
from rbb_editor.gui.on_screen import stand_beside
from rbb_editor.gui.opening import Opening
from rbb_editor.gui.qt_words import QtWords
from rbb_editor.gui.running import Running, screen_of
from rbb_editor.gui.session import Session
from rbb_editor.gui.unfinished import Unfinished
from rbb_editor.i18n import N_, RIGHT_TO_LEFT, Translator, interface_languages

if TYPE_CHECKING:
    from rbb_editor.gui.drafts import Draft
    from rbb_editor.gui.garbage import Garbage
    from rbb_editor.project import Mark

NAME = "RBB Editor"
STYLE = ("-style", "Fusion")
"""The style that the style sheet is made for, named as an argument: to set it by a call costs 4 ms of a start."""
DESKTOP_FILE = "rbb-editor"
SETTLED = 100
"""Milliseconds after the first window is shown in which it is painted, before anything else begins."""
RESTORED = N_("RBB Editor ended unexpectedly. What was open is open again, with every change that was made.")
NO_PLACE = N_(
    "RBB Editor ended unexpectedly. The place of the words that were being typed is not there now: they are on the "
    "clipboard."
)
DARK = {"system": None, "light": False, "dark": True}


def run(paths: Sequence[Path] = ()) -> int:
    """Opens the window with the reports (or files to import) of `paths`; the exit code when the last one is closed."""
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setOrganizationName(NAME)
    app.setDesktopFileName(DESKTOP_FILE)
    running = Running(data_folder(), screen_of(os.environ))
    if not running.is_first() and running.hand_over(paths):
        return 0
    program = Program(app, Session(QSettings()), data_folder())
    program.settled.connect(partial(running.listen, program.asked_again, program))
    program.settled.connect(program.collect_garbage)
    program.start(paths)
    try:
        return app.exec()
    finally:
        running.end()


def data_folder() -> Path:
    """Where the program keeps its log."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class Program(QObject):
    """`session`, `theme`, `say` (the translator of the interface), `direction`, `windows`, `log` (its file).

    `settled()`: the first window stands, and what is not about painting it can begin.
    """

    settled = Signal()

    def __init__(self, app: QApplication, session: Session, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self.session = session
        self.windows: list[MainWindow] = []
        self.opening = Opening(self)
        self.garbage: Garbage | None = None
        self.unfinished = Unfinished(session)
        self._log = Log(folder)
        self.crash = CrashReporter(self._log, self)
        self.crash.crashed.connect(self._crashed)
        self._qt_words = QtWords(app)
        self.theme = Theme(app, dark=DARK[session.get(settings.THEME)])
        self._speak()

    @property
    def log(self) -> Path:
        """The file of the log; there is none before something was written."""
        return self._log.path

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Catches crashes, opens the first window and what it is to show."""
        self._log.take_qt_messages()
        self.crash.install()
        icon = resources.icon("app")
        if icon.is_file():
            from PySide6.QtGui import QIcon

            self._app.setWindowIcon(QIcon(str(icon)))
        QTimer.singleShot(0, self, partial(self._open_first, self.new_window(), paths))

    def _open_first(self, window: MainWindow, paths: Sequence[Path]) -> None:
        """Runs in the event loop, so that a bug in it is told in a dialog over the window, and not the end."""
        drafts: Mapping[str, Draft] = {}
        try:
            restored, drafts = self._restore(window)
            for path in paths:
                if path.absolute() not in restored:
                    window.files.take(path)
        finally:
            window.show()
            # all is in its place before it is painted: else it would be painted twice, first with parts out of place
            for kind in (QEvent.Type.PolishRequest, QEvent.Type.LayoutRequest):
                QCoreApplication.sendPostedEvents(None, kind)
            if window.workspace is not None:
                window.workspace.outline.executeDelayedItemsLayout()
                window.workspace.table.executeDelayedItemsLayout()
            QTimer.singleShot(SETTLED, self, self.settled.emit)
        if paths and len(self.windows) > 1 and (asked := self.window_of(paths[-1])) is not None:
            asked.come_forward()  # before what was open at a crash
        if drafts:
            self.unfinished.typed_again()
            self._type_again(window, drafts)

    def collect_garbage(self) -> None:
        """Has garbage collected between events from now on; until the first window is painted there is hardly any."""
        from rbb_editor.gui.garbage import Garbage

        self.garbage = Garbage(self)

    def asked_again(self, paths: Sequence[Path]) -> None:
        """The program was started a second time: its files are opened here, or a window comes forward."""
        window = self._app.activeWindow()
        if not isinstance(window, MainWindow):
            window = self.windows[-1] if self.windows else self.new_window()
        window.show()
        window.come_forward()
        for path in paths:
            window.files.take(path)

    def _restore(self, window: MainWindow) -> "tuple[list[Path], Mapping[str, Draft]]":
        """Opens again what was open when the program ended unexpectedly; the words that were being typed."""
        paths, drafts = self.unfinished.take()
        restored = [path for path in paths if window.files.open_again(path)]
        for each in self.windows if restored else ():
            each.status.mention(RESTORED, 15)
        return restored, drafts

    def _type_again(self, window: MainWindow, drafts: "Mapping[str, Draft]") -> None:
        """Puts the words into their fields in the reports that are open; what has no place now onto the clipboard."""
        from rbb_editor.gui.drafts import draft_of, type_again  # no start needs them but one after a crash

        lost = []
        for path, draft in drafts.items():
            holder = self.window_of(Path(path))
            place = holder.workspace if holder is not None else None
            if place is not None:
                type_again(place, draft)
            if place is None or draft_of(place) != draft:
                lost.append(draft.words())
            elif holder is not None:
                holder.come_forward()
        if lost:
            self._app.clipboard().setText("\n".join(lost))
            window.status.mention(NO_PLACE, 30)

    def author(self) -> str:
        """The name that stands in the history: as set, else the account's."""
        return self.session.get(settings.AUTHOR).strip() or getpass.getuser()

    # windows

    def new_window(self) -> MainWindow:
        """A further window with the start page."""
        window = MainWindow(self)
        if self.windows:
            stand_beside(window, self.windows[-1])
        self.windows.append(window)
        return window

    def window_for(self, asked: MainWindow) -> MainWindow:
        """Where a report is to be opened: the window that asked, or a further one where it holds a report."""
        if asked.project is None:
            return asked
        window = self.new_window()
        window.show()
        return window

    def window_of(self, path: Path) -> MainWindow | None:
        """The window that holds a file by this name; its drive is not asked."""
        return next((each for each in self.windows if each.project and each.project.path == path.absolute()), None)

    def marks(self) -> "dict[Mark, MainWindow]":
        """The windows by the files that they hold, whatever these are called."""
        return {window.project.mark: window for window in self.windows if window.project is not None}

    def window_closed(self, window: MainWindow) -> None:
        """A window is gone."""
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()

    def quit(self) -> None:
        """Closes all windows; one that cannot be closed keeps the program."""
        for window in tuple(self.windows):
            window.close()

    # settings

    def apply_settings(self) -> None:
        """Takes over settings that were changed, without a restart."""
        self.theme.force(DARK[self.session.get(settings.THEME)])
        language = self.say.language
        self._speak()
        for window in self.windows:
            if window.project is not None:
                window.project.author = self.author()
            if self.say.language != language:
                window.rebuild()
            elif window.workspace is not None:
                window.workspace.set_type()

    def _speak(self) -> None:
        wanted = self.session.get(settings.LANGUAGE) or QLocale.system().name().split("_")[0]
        self.say = Translator.load(wanted if wanted in interface_languages() else "en")
        right = self.say.language in RIGHT_TO_LEFT
        self.direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(self.direction)
        self._qt_words.speak(self.say.language)

    def _crashed(self, diagnostic: str) -> None:
        from rbb_editor.gui.dialogs.crash import CrashDialog

        parent = self._app.activeWindow() or next(iter(self.windows), None)
        CrashDialog(diagnostic, self.log, self.say, parent).open()
