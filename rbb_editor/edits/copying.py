"""Copies of sections with everything below them: beside the original, or out of another report."""

from msgspec.structs import replace

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Comment, Entity, Output, Section, Waiver
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Node, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.numbering import next_number
from rbb_editor.edits.places import may_stand
from rbb_editor.edits.siblings import ranks_behind


def duplicate(report: Report, id: str) -> Change | None:
    """A copy of a section right behind it, with all below it: texts, figures, remarks, but no comments or waivers."""
    section = report.section(id)
    pairs = _copies(report, report, section, section.parent, id)
    return Change.of(Text.of(N_("Duplicate section")), pairs)


def insert(report: Report, source: Report, id: str, parent: str | None, after: str | None) -> Change | None:
    """A copy of a section of `source`, with all below it, behind the child `after` (None: in front) of `parent`.

    What was cut out of this report comes back as itself: an id that is free stays, and comments and waivers of
    `source` come along; what is still here is copied under new ids. A number that is free among the new neighbours
    stays too, else the copy gets the one that follows. ValueError where the section may not stand there.
    """
    section = source.section(id)
    if not may_stand(report, section.level, parent):
        raise ValueError(f"no {section.level} under {parent}")
    pairs = _copies(report, source, section, parent, after)
    return Change.of(Text.of(N_("Paste section")), pairs)


def _copies(report: Report, source: Report, top: Section, parent: str | None, after: str | None) -> list[Pair]:
    number = top.number
    if not number or number in {section.number for section in report.sections(parent)}:
        number = next_number(report, top.level, parent, after)
    own = replace(top, parent=parent, rank=ranks_behind(report, parent, after, 1)[0], number=number)
    names: dict[str, str] = {}
    nodes = [own, *source.walk(top.id)]
    pairs = [Pair(None, _renamed(report, node, names)) for node in nodes]
    about = [note for node in nodes for note in source.about(node.id)]
    return pairs + [Pair(None, _about(note, names)) for note in about if note.id not in report]


def _renamed(report: Report, node: Node, names: dict[str, str]) -> Entity:
    """The node under an id that is free in `report`, and below the copy of its parent; `names` collects the ids."""
    names[node.id] = node.id if node.id not in report else new_id()
    parent = names.get(node.parent, node.parent) if node.parent is not None else None
    if isinstance(node, Section):
        return replace(node, id=names[node.id], parent=parent)
    assert parent is not None
    return _output(node, names, parent)


def _output(output: Output, names: dict[str, str], parent: str) -> Output:
    if names[output.id] == output.id:
        return replace(output, parent=parent)
    components = []
    for each in output.components:
        names[each.id] = new_id()
        components.append(replace(each, id=names[each.id]))
    return replace(output, id=names[output.id], parent=parent, components=tuple(components))


def _about(note: Comment | Waiver, names: dict[str, str]) -> Comment | Waiver:
    component = names.get(note.component, note.component) if note.component is not None else None
    return replace(note, target=names[note.target], component=component)
