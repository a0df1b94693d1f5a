"""Two rewordings of one text put together where they touch different words (as diff3 does with lines)."""

from itertools import pairwise

from rbb_editor.domain.redline import Kind, Span, redline

Edit = tuple[int, int, str]
"""From where to where in the base text, and what stands there instead."""


def combined(base: str, ours: str, theirs: str) -> str | None:
    """The text with what both sides changed; None where they changed the same words, or words side by side.

    Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007: what only one side changed is taken, what both
    changed alike is taken once.
    """
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    mine, other = _edits(redline(base, ours)), _edits(redline(base, theirs))
    both = sorted({*mine, *other})
    for (_, end, _), (start, _, _) in pairwise(both):
        if start <= end:
            return None
    parts: list[str] = []
    done = 0
    for start, end, text in both:
        parts += (base[done:start], text)
        done = end
    return "".join([*parts, base[done:]])


def _edits(spans: tuple[Span, ...]) -> list[Edit]:
    edits: list[Edit] = []
    at = 0
    for span in spans:
        if span.kind is Kind.EQUAL:
            at += len(span.text)
        elif span.kind is Kind.DELETED:
            edits.append((at, at + len(span.text), ""))
            at += len(span.text)
        elif edits and edits[-1][1] == at and not edits[-1][2]:
            edits[-1] = (edits[-1][0], at, span.text)
        else:
            edits.append((at, at, span.text))
    return edits
