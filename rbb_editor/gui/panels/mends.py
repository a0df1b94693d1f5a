"""Certain mends of findings: as a redline in its context, and as what `edits.checks.mend` takes. No Qt."""

from collections.abc import Iterable, Iterator

from rbb_editor.domain.entities import Entity, Output, Section
from rbb_editor.domain.redline import Kind, Span
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.checks import Mending
from rbb_editor.rules import Finding, Mend

AROUND = 14
"""Letters shown on either side of the words that are mended."""
SHORTEST = 24
"""Letters of a new word that fit into the link that puts it in."""


def mendings(findings: Iterable[Finding]) -> Iterator[Mending]:
    """The certain mends of findings, for the edit."""
    for finding in findings:
        if finding.mend is not None:
            mark = finding.mend.mark
            yield finding.target, mark.component, mark.field, mark.start, finding.mend.before, finding.mend.text


def mended(report: Report, finding: Finding) -> tuple[Span, ...]:
    """The words that a mend changes with what is around them; nothing where there is no mend."""
    mend = finding.mend
    text = _text(report.get(finding.target), mend) if mend is not None else None
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


def link_text(mend: Mend) -> Text:
    """What the link says that makes a mend: the new words where they are short."""
    if not mend.text.strip():
        return Text.of(N_("Take out"))
    if len(mend.text) <= SHORTEST and "\n" not in mend.text:
        return Text.of(N_("Change to “{text}”"), text=mend.text.strip())
    return Text.of(N_("Mend"))


def _text(entity: Entity | None, mend: Mend) -> str | None:
    mark = mend.mark
    if isinstance(entity, Output) and mark.component is not None:
        return next((str(getattr(each, mark.field)) for each in entity.components if each.id == mark.component), None)
    if isinstance(entity, (Output, Section)):
        return str(getattr(entity, mark.field))
    return None
