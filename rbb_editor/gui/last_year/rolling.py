"""Rolling forward in the window: which report, where the new one is kept, and what was done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.progress import Progress, part
from rbb_editor.project import SUFFIX
from rbb_editor.project.rolling import done, rolled_forward

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow

Rolled = tuple[Report, bytes]
"""The frame of the new report, and what the one of last year says, packed."""
DONE = (
    N_("{count} planned output taken over; last year’s figures stand in “Last year”. Look through the front matter."),
    N_("{count} planned outputs taken over; last year’s figures stand in “Last year”. Look through the front matter."),
)


class Rolling:
    """One rolling forward. `create(report, label, path, earlier)`: makes the file and opens it; whether it could."""

    def __init__(self, window: "MainWindow", create: Callable[[Report, Text, Path, bytes], bool]) -> None:
        self._window, self._create = window, create

    def begin(self) -> None:
        """Takes the report that is open; asks for a file where none is, or an empty one."""
        project, place = self._window.project, self._window.workspace
        if project is None or place is None or not project.report.counts().outputs:
            self._window.files.choose.to_keep_earlier(self._read)
        elif place.finish():
            then, path = project.report.snapshot(), project.path
            self._roll(path, lambda progress: rolled_forward(then, path.name, progress))

    def _read(self, path: Path) -> None:
        from rbb_editor.project.transfer import read_file

        def work(progress: Progress) -> Rolled:
            then = read_file(path, progress=part(progress, 0.0, 0.7)).report
            return rolled_forward(then, path.name, part(progress, 0.7, 1.0))

        self._roll(path, work)

    def _roll(self, path: Path, work: Callable[[Progress], Rolled]) -> None:
        self._window.files.run(work, Text.of(N_("Reading {name}"), name=path.name), partial(self._place, path))

    def _place(self, path: Path, rolled: object) -> None:
        name = f"{self._window.say(N_('{name} next year'), name=path.stem)}{SUFFIX}"
        keep = partial(self._keep, cast(Rolled, rolled), path.name)
        self._window.files.choose.to_save_report(N_("Save the new report as"), name, keep)

    def _keep(self, rolled: Rolled, name: str, path: Path) -> None:
        frame, packed = rolled
        if self._create(frame, done(name), path, packed):
            one, many = DONE
            said = Text.of(one, plural=many, count=frame.counts().outputs)
            for window in self._window.program.windows:
                if window.project is not None and window.project.path == path.absolute():
                    window.status.mention(said, 15)
                    if window.workspace is not None:
                        window.workspace.inspector.choose("last_year")
