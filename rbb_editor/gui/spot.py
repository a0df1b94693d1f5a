"""Where in the report a change is: what undo and redo lead to. No Qt."""

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.gui.tree.outline import FRONT

FIELDS = ("completed", "remarks", "explanation", "planned", "label")


def spot_of(change: Change) -> tuple[str, str | None, str] | None:
    """Id of the first output or section that a change leaves, the figure and field that differ; None without any."""
    for pair in change.pairs:
        if isinstance(pair.after, Output):
            before = pair.before if isinstance(pair.before, Output) else None
            return pair.id, *_difference(before, pair.after)
    for pair in change.pairs:
        if isinstance(pair.after, Section):
            return pair.id, None, "title"
        if isinstance(pair.before, Section) and pair.before.parent is not None:
            return pair.before.parent, None, "title"
        if isinstance(pair.before, Output):
            return pair.before.parent, None, "title"
        if pair.id == REPORT_ID:
            return FRONT, None, ""
    return None


def _difference(before: Output | None, after: Output) -> tuple[str | None, str]:
    if before is None or before.planned_text != after.planned_text:
        return None, "planned_text"
    known = {component.id: component for component in before.components}
    for component in after.components:
        old = known.get(component.id)
        if old is None:
            return component.id, "completed"
        for field in FIELDS:
            if getattr(old, field) != getattr(component, field):
                return component.id, field
    return None, "planned_text"
