"""Which outputs are other than they were at some time: read from the journal, followed while the report changes."""

from datetime import datetime

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Entity, Output
from rbb_editor.project.project import Project

PAGE = 200


class Changed:
    """What has changed in one project since a time. A change that was taken back again is none.

    `own`: only what the one who works here has changed.
    """

    def __init__(self, project: Project, *, own: bool = False) -> None:
        self._project = project
        self._own = own
        self._since: datetime | None = None
        self._before: dict[str, Entity | None] = {}

    def outputs(self, since: datetime) -> frozenset[str]:
        """The ids of the outputs that differ from what they were at `since` (UTC), or have other comments."""
        if since != self._since:
            self._read(since)
        report = self._project.report
        found = set()
        for id, before in self._before.items():
            now = report.get(id)
            if now == before:
                continue
            for side in (before, now):
                if isinstance(side, Output):
                    found.add(side.id)
                elif isinstance(side, Comment):
                    found.add(side.target)
        return frozenset(id for id in found if isinstance(report.get(id), Output))

    def follow(self, change: Change) -> None:
        """Takes note of a change that was made since."""
        if self._since is not None:
            for pair in change.pairs:
                self._before.setdefault(pair.id, pair.before)

    def _read(self, since: datetime) -> None:
        """What every touched entity was at `since`: the before-side of the first change after it."""
        self._since, self._before = since, {}
        before = None
        while records := self._project.history(PAGE, before):
            for record in records:
                if record.time < since or record.kind == "create":
                    return
                if self._own and record.author != self._project.author:
                    continue
                for pair in self._project.change_of(record).pairs:
                    self._before[pair.id] = pair.before
            before = records[-1].seq
