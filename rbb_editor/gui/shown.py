"""What a window says of its open report: what can be done now, its title, its line in the list of recent files."""

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rbb_editor import resources
from rbb_editor.domain.entities import Level, Output, ReportInfo, Section
from rbb_editor.domain.places import place_words
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.actions import State
from rbb_editor.gui.session import Recent
from rbb_editor.gui.workspace import Workspace
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project
from rbb_editor.rules import Severity

if TYPE_CHECKING:
    from rbb_editor.domain.length import Length
    from rbb_editor.gui.main_window import MainWindow

MOST_OPEN = 300
"""Nodes of the outline that are remembered as open, for each file."""


class Telling:
    """What status bar and title of one window say of its report: when it was saved, how much it is, what is left."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._saved: datetime | None = None
        self._length: Length | None = None

    def begin(self) -> None:
        """Another report is opened: it is as it was saved, and its length is not counted yet."""
        self._saved = self._length = None
        self._window.status.show_length("", "")

    def show(self) -> None:
        """Says it all, in a window just filled; of no report, the title alone."""
        project = self._window.project
        if project is not None:
            self.show_left()
            self._window.status.show_project(project)
            self._window.status.show_saved(self._saved, read_only=project.read_only)
        self._show_title()

    def follow(self, happened: Happened) -> None:
        """The report has changed: it is on disk, and a word about what was done before goes."""
        window, project = self._window, self._window.project
        assert project is not None
        window.status.clearMessage()
        self._saved = datetime.now(UTC).astimezone()
        if not project.checker.complete:
            self._length = None  # so much has changed that it is counted anew when that is checked
        elif self._length is not None:
            self._length.follow(happened.change)
        window.status.show_saved(self._saved, read_only=project.read_only)
        self.show_left()
        if any(amounts(pair.before) != amounts(pair.after) for pair in happened.change.pairs):
            window.status.show_project(project)
            self._show_title()

    def show_left(self) -> None:
        """What is left to do; how long the report is, counted when all else is done."""
        project = self._window.project
        if project is None:
            return
        self._window.status.show_left(project)
        if project.checker.complete:
            from rbb_editor.domain.length import Length
            from rbb_editor.gui.panels.length import length_said

            if self._length is None:
                self._length = Length(project.report, lambda code: resources.language(code).spaced)
            self._window.status.show_length(*length_said(self._length, project.language, self._window.say))

    def _show_title(self) -> None:
        window = self._window
        window.setWindowTitle(title_of(window.project, window.say))
        window.setWindowFilePath("")
        window.setWindowModified(window.drafting.typing)


def state_of(project: Project, place: Workspace, *, recent: bool, written: bool) -> State:
    """What the actions depend on; `recent`: there are recent files; `written`: a file was exported."""
    node = place.node()
    section = project.report.get(node) if node is not None else None
    output = place.current_output()
    return State(
        open=True,
        writable=not project.read_only,
        undo=named(project, project.can_undo, project.undo_about),
        redo=named(project, project.can_redo, project.redo_about),
        section=isinstance(section, Section),
        accomplishment=isinstance(section, Section) and section.level is Level.ACCOMPLISHMENT,
        output=output is not None,
        figures=len(output.components) if output is not None else 0,
        several=place.table.standing.many,
        recent=recent,
        earlier=project.report.earlier is not None,
        written=written,
    )


def named(project: Project, change: Text | None, about: str | None) -> Text | None:
    """The name of a change, with the place of the one output or section that it is about and that is there now."""
    if change is None or not isinstance(project.report.get(about or ""), Output | Section):
        return change
    place = place_words(project.report, about or "", project.language)
    return Text.of(N_("{change} – {place}"), change=change, place=place)


def title_of(project: Project | None, say: Translator) -> str:
    """The title of the window: symbol, file name and state; [*] is where Qt puts the sign of what is being typed."""
    name = say(N_("RBB Editor"))
    if project is None:
        return name
    parts = [project.report.info.symbol, f"{project.path.name}[*]"]
    if project.read_only:
        parts[-1] += f" ({say(N_('read-only'))})"
    return " – ".join([*filter(None, parts), name])


def recent_entry(project: Project, place: Workspace, known: Recent | None) -> Recent:
    """The line of a report in the list of recent files; `known`: what stands there now."""
    info, counts = project.report.info, project.checker.counts()
    if known is not None and not project.checker.complete:  # just opened: what was left when it was closed
        counts = Counter({Severity.ERROR: known.errors, Severity.WARNING: known.warnings})
    return Recent(
        path=str(project.path),
        title=info.title,
        symbol=info.symbol,
        language=project.language.name,
        outputs=project.report.counts().outputs,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        time=datetime.now(UTC).isoformat(timespec="seconds"),
        node=place.centre.node or "",
        opened=place.pane.filter.open_before()[:MOST_OPEN],
        view=place.view_shown if place.view_shown != "edit" else "",
    )


def amounts(entity: object) -> object:
    """What of an entity the status bar and the title show: the front matter, or how many figures there are."""
    if isinstance(entity, ReportInfo):
        return entity.symbol, entity.language
    if isinstance(entity, Output):
        return len(entity.components)
    return None if entity is None else ""
