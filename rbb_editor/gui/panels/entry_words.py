"""What an entry of the history says: what was done, where, and the redline as rich text. No Qt."""

from collections.abc import Iterable, Mapping, Sequence

from rbb_editor.domain.change import Change
from rbb_editor.domain.differences import Difference, Value
from rbb_editor.domain.entities import REPORT_ID, Comment, Entity, Output, ReportInfo, Waiver
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import FRONT_MATTER, place_seen
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.redline import Kind, Span, redline
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Planned
from rbb_editor.gui.look.rich_text import escape
from rbb_editor.gui.look.tokens import Palette
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.consequences import Consequence
from rbb_editor.project.past import Event
from rbb_editor.rules import RULES, SEVERITY_NAMES, Severity

Gone = Mapping[str, Entity]
"""What is no longer in the report, as it was."""
AROUND = 60
"""Letters that are shown around a change where what stayed is longer."""
MOST_SHOWN = 700
"""Letters of a stretch that went or came that are shown."""
NAMES = {
    "planned_text": Text.of(N_("Planned output")),
    "planned": Text.of(N_("Planned figure")),
    "completed": Text.of(N_("Completed figure")),
    "remarks": Text.of(N_("Remarks")),
    "explanation": Text.of(N_("Reason")),
    "label": Text.of(N_("Counts")),
    "number": Text.of(N_("Number")),
    "comment": Text.of(N_("Comment")),
    "waiver": Text.of(N_("Waiver")),
    "place": Text.of(N_("moved")),
    "resolved": Text.of(N_("Comment")),
    "symbol": Text.of(N_("Symbol")),
    "session": Text.of(N_("Session")),
    "agenda_item": Text.of(N_("Agenda item")),
    "agenda_title": Text.of(N_("Title of the agenda item")),
    "period_start": Text.of(N_("Period from")),
    "period_end": Text.of(N_("Period to")),
    "author": Text.of(N_("Author line")),
    "summary": Text.of(N_("Summary")),
    "section_number": Text.of(N_("Number of the section")),
    "section_title": Text.of(N_("Title of the section")),
    "abbreviations": Text.of(N_("Abbreviations")),
    "title": Text.of(N_("Title")),
    "language": Text.of(N_("Language")),
    "notes": Text.of(N_("Notes to the section title")),
    "profile": Text.of(N_("Checks of this report")),
}


def done(event: Event) -> Text:
    """What was done: the name of the change, and whether it was undone or made again."""
    record = event.record
    match record.kind:
        case "undo":
            return Text.of(N_("Undone: {change}"), change=record.label)
        case "redo":
            return Text.of(N_("Made again: {change}"), change=record.label)
        case _:
            return record.label


def whereabouts(project: Project, gone: Gone, difference: Difference, node: str, *, row: str) -> list[Text]:
    """Place (but of the output `row`, in whose history it is listed), field and figure of a difference."""
    entity = project.report.get(difference.id)
    said = []
    if difference.id == REPORT_ID and difference.field in ReportInfo.__struct_fields__:
        said += [FRONT_MATTER] if difference.field != "profile" else []
    elif difference.id != row:
        said.append(place_seen(project.report, difference.id, node, project.language, gone))
    said.append(NAMES[difference.field])
    if isinstance(entity, Output) and len(entity.components) > 1 and difference.component is not None:
        ids = [each.id for each in entity.components]
        if difference.component in ids:
            said.append(Text.of(N_("figure {number}"), number=ids.index(difference.component) + 1))
    return said


def scene(project: Project, gone: Gone, change: Change, node: str) -> Text:
    """Where a change was made that made no field another: outputs or sections without words came or went."""
    ids = list(dict.fromkeys(_about(pair.after or pair.before) for pair in change.pairs))
    place = place_seen(project.report, ids[0], node, project.language, gone)
    one, many = N_("{place} and {count} more place"), N_("{place} and {count} more places")
    return Text.of(one, plural=many, place=place, count=len(ids) - 1) if len(ids) > 1 else place


def effect_words(effect: Consequence, say: Translator) -> list[str]:
    """What a change did to the findings: at most a line for what it closed and one for what it brought up."""
    said = []
    for found, one, many in (
        (effect.closed, N_("Closed {count} finding: {names}"), N_("Closed {count} findings: {names}")),
        (effect.opened, N_("Brought up {count} finding: {names}"), N_("Brought up {count} findings: {names}")),
    ):
        titles = dict.fromkeys(rule.title for each in found for rule in RULES if rule.name == each.rule)
        if titles:
            names = " · ".join(say(Text.of(title)) for title in titles)
            said.append(say(Text.of(one, plural=many, count=len(found), names=names)))
    return said


def spans_of(difference: Difference, language: Language, say: Translator) -> list[Span]:
    """The redline of a difference, what stayed cut down to what is around the changes."""
    return shortened(redline(_shown(difference.before, language, say), _shown(difference.after, language, say)))


def shortened(spans: Sequence[Span]) -> list[Span]:
    """A redline in which what stayed is cut down to what is around the changes."""
    return [_cut(span, first=at == 0, last=at == len(spans) - 1) for at, span in enumerate(spans)]


def rich(spans: Iterable[Span], tokens: Palette) -> str:
    """Spans as rich text: struck out and put in, in their colours."""
    made = []
    gone = False
    for span in spans:
        if gone and span.kind is Kind.INSERTED:
            made.append("\u2009")  # a thin space keeps what went and what came apart
        gone = span.kind is Kind.DELETED
        text = escape(span.text).replace("\n", "<br>")
        match span.kind:
            case Kind.DELETED:
                style = f"color:{tokens.deleted};background-color:{tokens.deleted_back};text-decoration:line-through"
            case Kind.INSERTED:
                style = f"color:{tokens.inserted};background-color:{tokens.inserted_back};text-decoration:underline"
            case _:
                style = ""
        made.append(f'<span style="{style}">{text}</span>' if style else text)
    return "".join(made)


def _shown(value: Value, language: Language, say: Translator) -> str:
    if isinstance(value, Planned):
        return write_planned(value, language)
    if isinstance(value, RuleSetting):
        return say(_setting(value))
    return value or ""


def _setting(asked: RuleSetting) -> Text:
    """What a report asks of one check; of a rule that this version does not know, by its bare name."""
    rule = next((each for each in RULES if each.name == asked.rule), None)
    name = Text.of(rule.title) if rule is not None else asked.rule
    if not asked.on:
        return Text.of(N_("{rule}: switched off"), rule=name)
    severity = asked.severity or (rule.severity if rule is not None else None)
    how = SEVERITY_NAMES[Severity(severity)] if severity in tuple(Severity) else severity or ""
    if rule is None or rule.threshold is None:
        return Text.of(N_("{rule}: {severity}"), rule=name, severity=how)
    least = rule.threshold.default if asked.threshold is None else asked.threshold
    return Text.of(N_("{rule}: {severity}, {number}"), rule=name, severity=how, number=f"{least:g}")


def _about(entity: Entity | None) -> str:
    """The id of what an entity is, or, for a note, of what it is about."""
    assert entity is not None
    return entity.target if isinstance(entity, Comment | Waiver) else entity.id


def _cut(span: Span, *, first: bool, last: bool) -> Span:
    text = span.text
    if span.kind is not Kind.EQUAL:
        return Span(span.kind, text[:MOST_SHOWN] + "…") if len(text) > MOST_SHOWN else span
    if len(text) <= 2 * AROUND + 40:
        return span
    start = "" if first else text[:AROUND]
    end = "" if last else text[-AROUND:]
    return Span(span.kind, f"{start} … {end}".strip(" ") if first or last else f"{start} … {end}")
