"""How the review of a returned file is opened, and what it makes the window do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.domain.text import N_, Text
from rbb_editor.merge import Decision, Spot
from rbb_editor.progress import Progress
from rbb_editor.project import Pending

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.merge.window import MergeReview

BACKUP = "before merging"
SAME = N_("“{name}” says what the report says: there is nothing to decide.")


class Merging:
    """The returned files of one window; what was decided about each is kept while its report is open."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._kept: dict[Path, dict[Spot, Decision]] = {}

    def ask(self) -> None:
        """Asks for the file that came back."""
        if self._window.workspace is not None and self._window.workspace.finish():
            self._window.files.choose.to_review(self.begin)

    def begin(self, path: Path) -> None:
        """Reads a file and compares it on a worker thread, then shows what it would change."""
        from rbb_editor.project.returned import read_returned

        project = self._window.project
        assert project is not None
        own, snapshot = project.path, project.report.snapshot()

        def work(progress: Progress) -> object:
            return read_returned(own, snapshot, path, progress)

        self._window.files.run(work, Text.of(N_("Comparing {name}"), name=path.name), partial(self._show, own))

    def _show(self, own: Path, returned: object) -> None:
        from rbb_editor.gui.merge.window import MergeReview
        from rbb_editor.project.returned import Returned

        assert isinstance(returned, Returned)
        project, place = self._window.project, self._window.workspace
        if project is None or place is None or project.path != own:
            return  # the report was closed meanwhile
        if not returned.comparison.differences:
            self._window.tell(Text.of(SAME, name=returned.path.name), calm=True)
            return
        if not project.busy and not place.finish():
            return  # what was being typed meanwhile could not be written, which was said
        if project.busy or returned.comparison.ours != project.report:
            self.begin(returned.path)  # it was, or is being, changed meanwhile: what is shown must fit it
            return
        review = MergeReview(returned, self._window, self._kept.get(returned.path))
        review.decided.connect(partial(self._carry_out, returned.path, review))
        review.rejected.connect(partial(self._put_off, returned.path, review))
        review.open()

    def _put_off(self, path: Path, review: "MergeReview") -> None:
        """Later: says that nothing of what was decided is lost."""
        self._keep(path, review)
        if count := len(review.decisions.made):
            said = Text.of(
                N_("{count} decision is kept until this report is closed: review {name} again to go on."),
                plural=N_("{count} decisions are kept until this report is closed: review {name} again to go on."),
                count=count,
                name=path.name,
            )
            self._window.status.mention(said, 10)

    def _keep(self, path: Path, review: "MergeReview") -> None:
        self._kept[path] = dict(review.decisions.made)

    def _carry_out(self, path: Path, review: "MergeReview", change: Pending) -> None:
        """Makes the change after a verified backup; what was decided is kept where that cannot be."""
        self._keep(path, review)
        if self._window.project is not None and self._window.do(change, backup=BACKUP):
            del self._kept[path]
            count = len(review.decisions.made)
            said = Text.of(N_("Merged: {count} decision"), plural=N_("Merged: {count} decisions"), count=count)
            self._window.status.mention(said, 10)
