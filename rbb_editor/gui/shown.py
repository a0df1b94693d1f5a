"""What a window says of its open report: what can be done now, its title, its line in the list of recent files."""

from collections import Counter
from datetime import UTC, datetime

from rbb_editor.domain.entities import Level, Output, ReportInfo, Section
from rbb_editor.domain.text import N_
from rbb_editor.gui.actions import State
from rbb_editor.gui.session import Recent
from rbb_editor.gui.workspace import Workspace
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import Severity

MOST_OPEN = 300
"""Nodes of the outline that are remembered as open, for each file."""


def state_of(project: Project, place: Workspace, *, recent: bool, written: bool) -> State:
    """What the actions depend on; `recent`: there are recent files; `written`: a file was exported."""
    node = place.node()
    section = project.report.get(node) if node is not None else None
    output = place.current_output()
    return State(
        open=True,
        writable=not project.read_only,
        undo=project.can_undo,
        redo=project.can_redo,
        section=isinstance(section, Section),
        accomplishment=isinstance(section, Section) and section.level is Level.ACCOMPLISHMENT,
        output=output is not None,
        figures=len(output.components) if output is not None else 0,
        several=place.table.standing.many,
        recent=recent,
        earlier=project.report.earlier is not None,
        written=written,
    )


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
        view="page" if place.paging is not None and place.paging.open else "",
    )


def amounts(entity: object) -> object:
    """What of an entity the status bar and the title show: the front matter, or how many figures there are."""
    if isinstance(entity, ReportInfo):
        return entity.symbol, entity.language
    return len(entity.components) if isinstance(entity, Output) else entity is None
