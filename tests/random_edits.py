"""Random valid edits of any report, the same for the same seed: for tests of undo, of the store and of the journal."""

from random import Random

from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Component, Level, Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.edits import comments, front, outputs, sections
from rbb_editor.rules import RULES
from tests.made_up import NOW

TEXTS = (
    "",
    "40 letters",
    "开展 85 次外联活动",
    "٤٠ رسالة",
    "one\ntwo",
    "0",
    "2 091",
    "Yes",
    "70%",
    "'; DROP TABLE outputs; --",
)


def random_change(report: Report, chance: Random) -> Change | None:
    """One edit of a random kind at a random place; None where nothing was found to edit or nothing changes."""
    outs = list(report.outputs())
    parts = [node for node in report.walk() if isinstance(node, Section)]
    text = f"{chance.choice(TEXTS)}{chance.choice(('', ' ', str(chance.randrange(1000))))}"
    kind = chance.randrange(14)
    if kind < 8 and outs:
        return _of_output(report, chance, chance.choice(outs), text, kind)
    if kind < 12 and parts:
        return _of_section(report, chance, chance.choice(parts), text, kind)
    if kind == 12:
        return front.set_info(report, **{chance.choice(["title", "summary", "symbol", "session"]): text})
    return sections.add_section(report, Level.DEPARTMENT, None, _last(report, None), "", text)


def _of_output(report: Report, chance: Random, output: Output, text: str, kind: int) -> Change | None:
    component = chance.choice(output.components)
    match kind:
        case 0:
            return outputs.set_completed(report, output.id, component.id, text)
        case 1:
            return outputs.set_remarks(report, output.id, component.id, text)
        case 2:
            return outputs.set_explanation(report, output.id, component.id, text)
        case 3:
            return outputs.set_planned_text(report, output.id, text)
        case 4:
            return chance.choice([outputs.add_component, outputs.delete_component])(report, output.id, component.id)
        case 5:
            return outputs.duplicate_outputs(report, [output.id])
        case 6:
            return outputs.delete_outputs(report, [output.id])
        case _:
            components = tuple(_overridden(each, chance.randrange(90)) for each in output.components)
            return Change.of(Text.of("Override"), [(output, replace(output, components=components))])


def _of_section(report: Report, chance: Random, section: Section, text: str, kind: int) -> Change | None:
    if section.level is Level.ACCOMPLISHMENT and kind < 10:
        moving = [node.id for node in report.outputs() if chance.random() < 0.2]
        if kind == 8 and moving:
            return outputs.move_outputs(report, moving, section.id, _last(report, section.id))
        return outputs.add_output(report, section.id, _last(report, section.id), text)
    match kind:
        case 8 if section.level is Level.DEPARTMENT:
            return sections.add_section(report, Level.OFFICE, section.id, None, "", text)
        case 8 | 9:
            return sections.rename(report, section.id, text)
        case 10:
            if chance.random() < 0.2:
                return sections.delete(report, [section.id])
            return comments.add_comment(report, section.id, text, author="R", time=NOW)
        case _:
            return comments.waive(report, chance.choice(RULES).name, section.id, text, author="R", time=NOW)


def _overridden(component: Component, value: int) -> Component:
    planned = Planned(PlannedKind.QUANTITY, value)
    return Component(component.id, component.completed, component.remarks, component.explanation, "each", planned)


def _last(report: Report, parent: str | None) -> str | None:
    children = report.children(parent)
    return children[-1].id if children else None
