"""A whole report as one change: what an import, a new report or a sample does to an empty file."""

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text


def fill(empty: Report, content: Report, label: Text) -> Change | None:
    """The change that turns `empty` (front matter only) into `content`."""
    pairs = [Pair(empty.get(entity.id), entity) for entity in content.entities()]
    return Change.of(label, pairs)
