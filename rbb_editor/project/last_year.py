"""Last year's report beside this one: what it said about the outputs that this one has too."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from rbb_editor import resources
from rbb_editor.domain.entities import Component, EarlierReport, Output, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Figure, Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.formats.imported import ImportNote
from rbb_editor.merge import Match, counterparts, figure_pairs, matched_by
from rbb_editor.progress import Progress, part, silent
from rbb_editor.project.transfer import read_file


class Past(Struct, frozen=True):
    """One figure as last year's report had it; `match`: how its output was found there."""

    output: Output
    component: Component
    figure: Figure
    match: Match


class LastYear:
    """Last year's report, its outputs matched with those of this year's: by ids, else by place and wording.

    Both reports are snapshots; may be made on any thread.
    """

    def __init__(self, now: Report, then: Report) -> None:
        self.then = then
        self.language: Language = resources.language(then.info.language)
        self.reader = Reader(self.language)
        pairs = counterparts(now, then)
        self._then = {mine: theirs for theirs, mine in pairs.items() if isinstance(then.get(theirs), Output)}
        self._sections = {mine: theirs for theirs, mine in pairs.items() if isinstance(then.get(theirs), Section)}

    @property
    def matched(self) -> int:
        """How many outputs of this year's report stand in last year's too."""
        return len(self._then)

    @property
    def left_over(self) -> int:
        """How many outputs of last year's report do not stand in this year's."""
        return self.then.counts().outputs - self.matched

    def output(self, id: str) -> Output | None:
        """Last year's counterpart of an output of this year."""
        then = self._then.get(id)
        return self.then.output(then) if then is not None else None

    def section(self, id: str) -> str | None:
        """Last year's counterpart of a section of this year."""
        return self._sections.get(id)

    def figures(self, output: Output) -> Iterator[tuple[str, Past]]:
        """The figures of this year's output that it had last year too: the id of this year's, and last year's."""
        then = self.output(output.id)
        if then is None:
            return
        pairs = figure_pairs(output.components, then.components)
        read = {each.component_id: each for each in self.reader.figures(then)}
        components = {each.id: each for each in then.components}
        match = matched_by(output, then, same_place=self._sections.get(output.parent) == then.parent)
        for mine, theirs in pairs.items():
            yield mine, Past(then, components[theirs], read[theirs], match)

    def figure(self, output: Output, component: str) -> Past | None:
        """One figure of this year's output as it was last year."""
        return dict(self.figures(output)).get(component)


class Candidate(Struct, frozen=True):
    """A file that could be last year's report, read and compared. `notes`: what its reader had to say.

    `same`: it says the same as the report itself.
    """

    path: Path
    last_year: LastYear
    earlier: EarlierReport
    packed: bytes
    notes: tuple[ImportNote, ...]
    same: bool


def read_earlier(now: Report, path: Path, progress: Progress = silent) -> Candidate:
    """Reads any file as last year's report of `now`, a snapshot. UserError where it cannot be read or has no output.

    Changes nothing; may run on any thread; Cancelled out of `progress`.
    """
    imported = read_file(path, progress=part(progress, 0.0, 0.7))
    then = imported.report
    if not then.counts().outputs:
        raise UserError(
            N_("“{name}” has no planned outputs, so it cannot serve as last year’s report."), name=path.name
        )
    progress(7, 10)
    last_year = LastYear(now, then)
    earlier, packed = kept_beside(then, path.name, part(progress, 0.9, 1.0))
    same = [*then.outputs()] == [*now.outputs()]
    progress(1, 1)
    return Candidate(path, last_year, earlier, packed, imported.notes, same)


def kept_beside(then: Report, name: str, progress: Progress = silent) -> tuple[EarlierReport, bytes]:
    """How a report is kept beside another one: what is known of it, and what it says, packed. `name`: of its file."""
    from rbb_editor.store import pack_earlier

    key, packed = pack_earlier(then, progress)
    info = then.info
    title = " ".join(filter(None, (info.symbol, info.title)))
    outputs = then.counts().outputs
    return EarlierReport(key, name, info.language, title, info.period_start, info.period_end, outputs), packed


def doubts(now: Report, candidate: Candidate) -> list[Text]:
    """Why a file may not be last year's report, one sentence each; none where all fits."""
    found = []
    earlier = candidate.earlier
    if candidate.same:
        found.append(Text.of(N_("It says the same as this report.")))
    elif now.info.period_start and earlier.period_start and earlier.period_start >= now.info.period_start:
        found.append(Text.of(N_("Its period does not begin before that of this report.")))
    if earlier.language != now.info.language:
        found.append(Text.of(N_("It is in another language, so its reasons are shown but not offered.")))
    if not candidate.last_year.matched:
        found.append(Text.of(N_("None of its outputs was found in this report.")))
    return found
