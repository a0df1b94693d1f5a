"""How a window changes its report: an error is a sentence with ways on, a step in the history shows where it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from rbb_editor.domain.change import Change
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import Stopped, UserError
from rbb_editor.gui.shown import named
from rbb_editor.progress import Progress
from rbb_editor.project import Pending, Project

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow

T = TypeVar("T")
Step = Callable[[Project], Change | None]


class Changing:
    """The changes of one window; what cannot be written is said."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def do(self, change: Change | Pending, backup: str) -> Change | None:
        """Makes a change, after a backup of this name where there is one; the change made."""
        return self._carefully(lambda project: project.do(change, backup=backup))

    def undo(self) -> None:
        """Takes back the last change, and shows where."""
        self._step(Project.undo, lambda project: project.can_undo, N_("Undone: {change}"))

    def redo(self) -> None:
        """Makes the change again that was taken back, and shows where."""
        self._step(Project.redo, lambda project: project.can_redo, N_("Made again: {change}"))

    def wait(self, work: Callable[[Progress], T], text: Text) -> T:
        """How the open report waits while a large change is being made. The check of the report rests meanwhile."""
        from rbb_editor.gui.dialogs.waiting import wait_for

        window = self._window
        assert window.workspace is not None
        window.status.clearMessage()
        with window.workspace.bridge.resting():
            return wait_for(work, text, window.say, window)

    def tell(self, error: UserError) -> None:
        """Says why a change could not be made and offers what can be done; in passing where the user has stopped it."""
        from rbb_editor.gui.elsewhere import ways_on

        window = self._window
        if isinstance(error, Stopped):
            window.status.mention(error.text, 10)
        else:
            window.tell(error.text, ways_on(window, error))

    def _carefully(self, work: Step) -> Change | None:
        assert self._window.project is not None
        try:
            return work(self._window.project)
        except UserError as error:
            self.tell(error)
            return None

    def _step(self, work: Step, name: Callable[[Project], Text | None], done: str) -> None:
        """Takes a step, shows what it was about and says its name, in place of any older word in the status bar."""
        window, project, place = self._window, self._window.project, self._window.workspace
        if project is None or place is None or not place.finish():
            return
        label = name(project)
        if (made := self._carefully(work)) is not None:
            place.going.to_change(made)
            said = named(project, label, made.only_id())
            window.status.mention(done, change=said)
