"""Certain mends of findings: as a redline in its context, and as what `edits.checks.mend` takes. No Qt."""

from collections.abc import Iterable, Iterator

from rbb_editor.domain.redline import Kind, Span
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import place_of, text_at
from rbb_editor.edits.checks import Mending, Replacement
from rbb_editor.rules import Finding, Mend

AROUND = 14
"""Letters shown on either side of the words that are mended."""
SHORTEST = 24
"""Letters of a new word that fit into the link that puts it in."""


def mendings(findings: Iterable[Finding]) -> Iterator[Mending]:
    """The certain mends of findings, for the edit."""
    for finding in findings:
        if finding.mend is not None:
            yield [
                Replacement(
                    part.target or finding.target,
                    part.mark.component,
                    part.mark.field,
                    part.mark.start,
                    part.before,
                    part.text,
                )
                for part in finding.mend.parts()
            ]


def mended(report: Report, finding: Finding) -> tuple[Span, ...]:
    """The first words that a mend changes with what is around them; nothing where there is no mend."""
    mend = finding.mend
    text = _text(report, mend.target or finding.target, mend) if mend is not None else None
    if mend is None or text is None:
        return ()
    start, end = mend.mark.start, mend.mark.start + len(mend.before)
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    spans = (
        Span(Kind.EQUAL, ("…" if start > AROUND else "") + before),
        Span(Kind.DELETED, mend.before),
        Span(Kind.INSERTED, mend.text),
        Span(Kind.EQUAL, after + ("…" if end + AROUND < len(text) else "")),
    )
    return tuple(span for span in spans if span.text)


def touches_plan(mend: Mend) -> bool:
    """Whether a mend changes the wording of a planned output, which the Assembly has approved."""
    return any(part.mark.field == "planned_text" for part in mend.parts())


def touches_others(mend: Mend) -> bool:
    """Whether a mend changes other rows than the one that the finding is about: the whole report."""
    return any(part.target is not None for part in mend.parts())


def link_text(mend: Mend) -> Text:
    """What the link says that makes a mend: the new words where they are short."""
    if mend.also:
        return Text.of(N_("Mend {count} place"), plural=N_("Mend all {count} places"), count=len(mend.parts()))
    if not mend.text.strip():
        return Text.of(N_("Take out"))
    if len(mend.text) <= SHORTEST and "\n" not in mend.text:
        return Text.of(N_("Change to “{text}”"), text=mend.text.strip())
    return Text.of(N_("Mend"))


def _text(report: Report, target: str, mend: Mend) -> str | None:
    entity = report.get(target)
    place = place_of(entity, mend.mark.component, mend.mark.field) if entity is not None else None
    return text_at(entity, place) if entity is not None and place is not None else None
