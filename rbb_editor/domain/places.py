"""Where something stands, as people write it: "A (a) 3.1, row 2"."""

from collections.abc import Iterable, Mapping, Sequence

from rbb_editor.domain.entities import REPORT_ID, Entity, Level, Output, Section
from rbb_editor.domain.language import Language, department_form
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

REPORT = Text.of(N_("Report"))
FRONT_MATTER = Text.of(N_("Front matter"))
GONE = Text.of(N_("no longer there"))
NOTHING: Mapping[str, Entity] = {}


def printed_number(section: Section, language: Language) -> str:
    """The number of a section as it is printed: "A.", "(a)", "1.1"."""
    form = "{number}"
    if section.level is Level.DEPARTMENT:
        form = department_form(section.number, language.phrases)
    elif section.level is Level.OFFICE:
        form = language.phrases["office_form"]
    return form.format(number=section.number) if section.number else ""


def printed_title(section: Section, language: Language) -> str:
    """A section as it is printed: "A. Department of …", "(a) Office of …"."""
    return f"{printed_number(section, language)} {section.title}".strip()


def section_words(report: Report, target: str, language: Language) -> str:
    """The numbers of the sections down to a node: "A (a) 3.1"."""
    return _numbers(report.path(target), language)


def place_words(report: Report, target: str, language: Language) -> Text:
    """Where an output or a section stands in the whole report."""
    address, entity = section_words(report, target, language), report.get(target)
    if isinstance(entity, Output):
        return Text.of(N_("{address}, row {number}"), address=address, number=report.number_of(entity))
    return Text.of("{address}", address=address)


def place_seen(
    report: Report, target: str, node: str, language: Language, gone: Mapping[str, Entity] = NOTHING
) -> Text:
    """Where something is, seen from a node: its row, or its whole address where it is not in sight from there.

    `gone`: what is no longer in the report, as it was; where that stood is known from it.
    """
    if target == REPORT_ID:
        return REPORT
    entity = report.get(target)
    if entity is None:
        return _place_gone(report, target, language, gone)
    if isinstance(entity, Output) and entity.parent == node:
        return Text.of(N_("Row {number}"), number=report.number_of(entity))
    return place_words(report, target, language)


def _place_gone(report: Report, target: str, language: Language, gone: Mapping[str, Entity]) -> Text:
    entity = gone.get(target)
    above: list[Section] = []
    id: str | None = entity.parent if isinstance(entity, Output) else target
    while id is not None and all(id != each.id for each in above):  # two were kept as they were at different times
        section = report.get(id) or gone.get(id)
        if not isinstance(section, Section):
            break
        above.insert(0, section)
        id = section.parent
    if not above:
        return GONE
    address = _numbers(above, language)
    if isinstance(entity, Output):
        return Text.of(N_("{address}, a row that is no longer there"), address=address)
    return Text.of("{address}", address=address)


def _numbers(path: Iterable[Section], language: Language) -> str:
    return " ".join(
        printed_number(section, language) if section.level is Level.OFFICE else section.number for section in path
    )


def several_places(report: Report, targets: Sequence[str], language: Language) -> Text:
    """Where several outputs or sections (one or more) stand, one after another."""
    *first, last = (place_words(report, target, language) for target in targets)
    for place in reversed(first):
        last = Text.of(N_("{place}; {others}"), place=place, others=last)
    return last
