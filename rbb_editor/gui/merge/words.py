"""What the review of a file that came back says of a difference: where it is, and its sides as text. No Qt."""

from rbb_editor.domain.entities import REPORT_ID, Abbreviation, Comment, Component, Level, Note, Output, Section, Waiver
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import FRONT_MATTER, place_words, printed_title, section_words
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Planned
from rbb_editor.gui.panels.entry_words import NAMES
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.merge import Comparison, Difference, Kind, Topic
from rbb_editor.merge.differences import Value

WHOLE = {
    Kind.ADDED: Text.of(N_("Added")),
    Kind.DELETED: Text.of(N_("Deleted")),
    Kind.CHANGED: Text.of(N_("Changed there, deleted here")),
    Kind.MOVED: Text.of(N_("Moved")),
}
LEVELS = {
    Level.DEPARTMENT: Text.of(N_("Department")),
    Level.OFFICE: Text.of(N_("Office")),
    Level.ACCOMPLISHMENT: Text.of(N_("Expected accomplishment")),
}
TOPICS = {
    Topic.APPROVED: Text.of(N_("Approved wording")),
    Topic.WORDING: Text.of(N_("Wording")),
    Topic.FIGURES: Text.of(N_("Figures")),
    Topic.REASONS: Text.of(N_("Reasons")),
    Topic.ROWS: Text.of(N_("Rows and sections")),
    Topic.COMMENTS: Text.of(N_("Comments")),
    Topic.FRONT: FRONT_MATTER,
}


def target_of(difference: Difference) -> str:
    """The id of the node that a difference is about: for a comment what it comments on."""
    for side in (difference.theirs, difference.ours, difference.base):
        if isinstance(side, (Comment, Waiver)):
            return side.target
    return difference.spot.target


def home_of(comparison: Comparison, difference: Difference) -> str | None:
    """The id of the accomplishment, or the section itself, that a difference belongs to; None: the front matter."""
    target = target_of(difference)
    for report in (comparison.ours, comparison.theirs, comparison.base):
        if path := report.path(target):
            return path[-1].id
    return None


def where(comparison: Comparison, target: str, language: Language) -> Text | str:
    """Where a node stands: "A (a) 3.1, row 2"."""
    if target == REPORT_ID:
        return FRONT_MATTER
    for report in (comparison.ours, comparison.theirs, comparison.base):
        if target in report:
            return place_words(report, target, language)
    return ""


def field_words(difference: Difference) -> Text:
    """What of the node is another: "Remarks", "Added", "Comment"."""
    field = difference.spot.field
    sides = [side for side in (difference.theirs, difference.ours, difference.base) if side is not None]
    if any(isinstance(side, (Comment, Waiver)) for side in sides):
        return NAMES["comment" if isinstance(sides[0], Comment) else "waiver"]
    if field in ("whole", "place", "order"):
        what = next((LEVELS[side.level] for side in sides if isinstance(side, Section)), None)
        if difference.spot.component is not None:
            what = Text.of(N_("Figure"))
        done = WHOLE[difference.kind]
        return Text.of(N_("{what}: {done}"), what=what, done=done) if what is not None else done
    return NAMES[field.partition("/")[0]]


def side_words(difference: Difference, value: Value, report: Report, language: Language) -> str:
    """One side of a difference as text; "" where there is nothing."""
    if isinstance(value, str):
        return _field_words(difference, value, report, language)
    return _whole_words(value, language)


def _field_words(difference: Difference, value: str, report: Report, language: Language) -> str:
    name, _, short = difference.spot.field.partition("/")
    if name == "place":
        return _place(report, difference.spot.target, language)
    if name == "order":
        return _order(report, difference.spot.target, value)
    return f"{short}: {value}" if short else value


def _whole_words(value: Value, language: Language) -> str:
    match value:
        case Planned():
            return write_planned(value, language)
        case Component():
            return _figure(value)
        case Output():
            return "\n".join([value.planned_text, *map(_figure, value.components)])
        case Section():
            return printed_title(value, language)
        case Comment():
            return f"“{value.quote}”\n{value.text}" if value.quote else value.text
        case Waiver():
            return value.reason
        case tuple():
            return "\n".join(map(_line, value))
        case _:
            return ""


def _figure(component: Component) -> str:
    texts = (component.completed, component.remarks, component.explanation)
    return " · ".join(text for text in texts if text)


def _line(each: Note | Abbreviation) -> str:
    return f"{each.mark} {each.text}" if isinstance(each, Note) else f"{each.short}: {each.long}"


def _place(report: Report, id: str, language: Language) -> str:
    """Where a node that was moved stands in a report: its sections, and the number of its place."""
    entity = report.get(id)
    if not isinstance(entity, (Output, Section)):
        return ""
    siblings = [node.id for node in report.children(entity.parent)]
    above = section_words(report, entity.parent, language) if entity.parent is not None else ""
    return f"{above} № {siblings.index(id) + 1}".strip()


def _order(report: Report, id: str, ids: str) -> str:
    """The figures of an output in an order, by their labels or completed cells."""
    there = {each.id: each for each in report.output(id).components}
    return ", ".join(there[each].label or there[each].completed or "–" for each in ids.split(" ") if each in there)
