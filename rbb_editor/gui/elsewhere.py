"""When the open file takes no change any more: the report is saved in another file, and work goes on there."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.gui.drafts import draft_of, type_again
from rbb_editor.gui.front.page import FrontPage
from rbb_editor.progress import Progress
from rbb_editor.project import SUFFIX, NotSaved, Project

if TYPE_CHECKING:
    from rbb_editor.gui.dialogs.message import Way
    from rbb_editor.gui.main_window import MainWindow


def ways_on(window: "MainWindow", error: UserError) -> "list[Way]":
    """What can be offered after an error: another file where the open one took a change no more."""
    if not isinstance(error, NotSaved) or window.project is None:
        return []
    return [(N_("Save a copy elsewhere…"), partial(ask, window))]


def ask(window: "MainWindow") -> None:
    """Asks where, and goes on there."""
    if window.project is not None:
        name = window.project.path.stem + SUFFIX
        window.files.choose.to_save_report(N_("Save a copy elsewhere and go on there"), name, partial(go_on, window))


def go_on(window: "MainWindow", path: Path) -> None:
    """Saves the report as it is seen to `path` and shows that file in this window, at the same place.

    What is being typed is in its field again. Where it cannot be written there either, or is stopped, that is said, and
    nothing closed.
    """
    project, place = window.project, window.workspace
    if project is None or place is None:
        return
    author, draft = window.program.author(), draft_of(place)

    def work(progress: Progress) -> Project:
        project.save_elsewhere(path, progress)
        return Project.open(path, author=author)

    try:
        opened = project.waited(work, Text.of(N_("Writing {name}"), name=path.name))
    except UserError as error:
        window.changing.tell(error)
        return
    place.review.drop()
    node, cell = place.centre.node, place.table.current()
    if place.table.open_editor is not None:
        place.table.editing.drop()
    if isinstance(place.centre.page, FrontPage):
        place.centre.page.drop()
    if not window.close_project():
        opened.close()
        return
    window.show_project(opened)
    place = window.workspace
    assert place is not None
    place.open_at(node or "")
    if cell is not None:
        place.show_cell(cell.output, cell.component, cell.field)
    if draft is not None:
        type_again(place, draft)
    window.status.mention(N_("Work goes on in {path}"), 15, path=path)
