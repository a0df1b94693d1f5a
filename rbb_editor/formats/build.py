"""Drafts to entities: the texts joined, the remarks split into what was delivered and why it differs."""

from collections.abc import Sequence

from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Entity, Level, Output, ReportInfo, Section
from rbb_editor.domain.figures import read_actual, suggest_labels
from rbb_editor.domain.ids import is_id, new_id
from rbb_editor.domain.language import Language
from rbb_editor.domain.rank import spread
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Planned, PlannedKind
from rbb_editor.formats.blocks import COMPONENT, EXPLANATION, OUTPUT, Place
from rbb_editor.formats.drafts import Draft, DraftSection, Figure
from rbb_editor.formats.evidence import LIST_MARK, Evidence
from rbb_editor.formats.grouping import places_of
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.paragraphs import begins_with_reason
from rbb_editor.progress import Progress, tracked

TARGETS = {
    ActualKind.QUANTITY: PlannedKind.QUANTITY,
    ActualKind.PERCENT: PlannedKind.PERCENT,
    ActualKind.YES_NO: PlannedKind.YES_NO,
}
"""What a planned figure in a column of its own promises, by how it reads."""


def build(
    info: ReportInfo,
    sections: Sequence[DraftSection],
    evidence: Evidence,
    notes: Notebook,
    progress: Progress,
) -> tuple[Report, dict[Place, str]]:
    """The report of these sections, and which section or output was made of each place of the source.

    Each note is given the output or section that it is about.
    """
    building = _Building(evidence, notes)
    return building.report(info, sections, progress), building.targets


class _Building:
    def __init__(self, evidence: Evidence, notes: Notebook) -> None:
        self.evidence, self.notes = evidence, notes
        self.language: Language = evidence.language
        self.reader = Reader(self.language)
        self.used: set[str] = set()
        self.targets: dict[Place, str] = {}

    def report(self, info: ReportInfo, sections: Sequence[DraftSection], progress: Progress) -> Report:
        entities: list[Entity] = [info]
        siblings: dict[str | None, list[DraftSection]] = {}
        new_ids = {section.id: self._fresh(section.id) for section in sections}
        for section in sections:
            siblings.setdefault(section.parent, []).append(section)
        for each in siblings.values():
            for section, rank in zip(each, spread(len(each)), strict=True):
                id, parent = new_ids[section.id], new_ids[section.parent] if section.parent else None
                entities.append(Section(id, section.level, parent, rank, section.number, section.title))
                self.targets[section.place] = id  # the lowest of those that were made of one heading
        for section in tracked(sections, progress, every=4):
            if section.level is Level.ACCOMPLISHMENT:
                ranks = spread(len(section.drafts))
                entities += [
                    self._output(draft, new_ids[section.id], rank)
                    for draft, rank in zip(section.drafts, ranks, strict=True)
                ]
        self.notes.retarget(self.targets)
        return Report(entities)

    def _fresh(self, id: str | None) -> str:
        """An id from the file where it can serve and is not taken, else a new one."""
        if id is None or not is_id(id) or id in self.used:
            id = new_id()
        self.used.add(id)
        return id

    def _output(self, draft: Draft, parent: str, rank: str) -> Output:
        own = OUTPUT in draft.figures[0].ids
        id = self._fresh(draft.figures[0].ids.get(OUTPUT))
        remarks = [self._remarks(figure) for figure in draft.figures]
        labels: list[str | None] = [None]
        if len(draft.figures) > 1:
            actuals = [read_actual(figure.completed, self.language) for figure in draft.figures]
            labels = suggest_labels(draft.planned, len(draft.figures), self.language, actuals, remarks)
        components = tuple(
            Component(self._fresh(figure.ids.get(COMPONENT)), figure.completed, text, figure.reason, label)
            for figure, text, label in zip(draft.figures, remarks, labels, strict=True)
        )
        output = Output(id, parent, rank, draft.planned, components)
        if any(figure.target for figure in draft.figures):
            output = self._with_targets(output, draft)
            components = output.components
        for place in places_of(draft):
            self.targets.setdefault(place, id)
        split = tuple(
            _split_as_told(component, figure)
            if own and EXPLANATION in figure.ids
            else self._split(output, at, figure.reason, draft.planned)
            for at, (component, figure) in enumerate(zip(components, draft.figures, strict=True))
        )
        return replace(output, components=split)

    def _with_targets(self, output: Output, draft: Draft) -> Output:
        """The planned figures of a column of their own, where the planned text says another or none."""
        made: list[Component] = []
        for component, figure, told in zip(output.components, self.reader.figures(output), draft.figures, strict=True):
            target = read_actual(told.target, self.language)
            planned = None
            if target.kind in TARGETS and target.value is not False:
                planned = Planned(TARGETS[target.kind], target.value)
            elif told.target.strip(" -–—"):
                message = Text.of(N_("The planned figure in its own column could not be read; it was left out."))
                self.notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [told.place], source=told.target)
            same = planned is None or (planned.kind, planned.value) == (figure.planned.kind, figure.planned.value)
            made.append(component if same else replace(component, planned=planned))
        return replace(output, components=tuple(made))

    def _split(self, output: Output, at: int, reason: str, planned: str) -> Component:
        """A component with its remark in two; its figures are read only where there is one."""
        component = output.components[at]
        if not component.remarks:
            return replace(component, explanation=reason)
        outcome = self.reader.figures(output)[at].outcome
        split = split_remarks(component.remarks, outcome, self.language, planned)
        explanation = "\n".join(filter(None, (split.explanation, reason)))
        return replace(component, remarks=split.remarks, explanation=explanation)

    def _remarks(self, figure: Figure) -> str:
        """The parts of a remark as one text: rejoined where a page break cut it, else a line each."""
        text = ""
        for part in figure.parts:
            if not text:
                text = part.text
            elif part.breaks and self._goes_on(text, part.text):
                text = self.evidence.join(text, part.text)
                if part.noted:
                    continue
                message = Text.of(N_("A remark that a page break had cut was joined: “…{seam}…”."), seam=part.text[:20])
                self.notes.add(Kind.JOINED, Certainty.LIKELY, message, [figure.place, part.place], source=part.text)
            else:
                text = f"{text}\n{part.text}"
                if part.place != figure.place and part.breaks and not part.noted:
                    message = Text.of(N_("A paragraph after a page break was added to the remarks above it."))
                    places = [figure.place, part.place]
                    self.notes.add(Kind.JOINED, Certainty.LIKELY, message, places, source=part.text)
        if figure.place.line is not None and self.evidence.finished(text) is False:
            message = Text.of(N_("The remark breaks off; its rest was not found."))
            places = [figure.parts[-1].place if figure.parts else figure.place]
            self.notes.add(Kind.DOUBT, Certainty.LIKELY, message, places, source=text[-40:])
        return text

    def _goes_on(self, text: str, after: str) -> bool:
        if LIST_MARK.match(after) or begins_with_reason(after, self.language):
            return False
        return self.evidence.goes_on(text, after)


def _split_as_told(component: Component, figure: Figure) -> Component:
    """Remarks and explanation as the file itself tells them apart."""
    lines = component.remarks.split("\n") if component.remarks else []
    told = figure.ids[EXPLANATION]
    at = int(told) if told.isdigit() else len(lines)
    return replace(component, remarks="\n".join(lines[:at]), explanation="\n".join(lines[at:]))
