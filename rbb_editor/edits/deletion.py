"""Deleting takes along what hangs on the deleted: everything below it, and the comments and waivers on all of that."""

from collections.abc import Iterable

from rbb_editor.domain.change import Pair
from rbb_editor.domain.report import Node, Report


def deletion(report: Report, nodes: Iterable[Node]) -> list[Pair]:
    """The pairs that delete `nodes`, with all below and about them, each once."""
    pairs: dict[str, Pair] = {}
    for node in nodes:
        for each in (node, *report.walk(node.id)):
            for note in report.about(each.id):
                pairs[note.id] = Pair(note, None)
            pairs[each.id] = Pair(each, None)
    return list(pairs.values())
