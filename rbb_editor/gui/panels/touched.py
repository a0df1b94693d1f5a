"""The filters that are read from the journal: what has changed since a time, and what the user has changed."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from rbb_editor.domain.change import Change
from rbb_editor.gui.panels.filters import CHANGED
from rbb_editor.project import Project
from rbb_editor.project.changed import Changed
from rbb_editor.project.tally import MINE

EVER = datetime.min.replace(tzinfo=UTC)


class Touched:
    """The outputs of one report that these filters let through."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._changed = Changed(project)
        self._own = Changed(project, own=True)

    def follow(self, change: Change) -> None:
        """A change has been made, by the one who works here."""
        self._changed.follow(change)
        self._own.follow(change)

    def only(self, chosen: Collection[str], since: datetime | None) -> frozenset[str] | None:
        """The outputs that pass all of these filters that are chosen; None where none is."""
        found = [outputs for _, outputs in self._each(chosen, since)]
        return frozenset.intersection(*found) if found else None

    def counts(self, chosen: Collection[str], since: datetime | None, scope: str | None) -> dict[str, int]:
        """How many figures within a section (None: the report) each chosen one lets through."""
        report, counts = self._project.report, {}
        for key, outputs in self._each(chosen, since):
            within = (report.output(id) for id in outputs
                      if scope is None or any(section.id == scope for section in report.path(id)))  # fmt: skip
            counts[key] = sum(len(output.components) for output in within)
        return counts

    def _each(self, chosen: Collection[str], since: datetime | None) -> Iterator[tuple[str, frozenset[str]]]:
        if since is not None:
            yield CHANGED, self._changed.outputs(since)
        if MINE in chosen:
            yield MINE, self._own.outputs(EVER)
