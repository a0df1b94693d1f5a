"""Where something stands, as people write it: "A (a) 3.1, row 2"."""

from collections.abc import Sequence

from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.language import Language, department_form
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text


def printed_number(section: Section, language: Language) -> str:
    """The number of a section as it is printed: "A.", "(a)", "1.1"."""
    form = "{number}"
    if section.level is Level.DEPARTMENT:
        form = department_form(section.number, language.phrases)
    elif section.level is Level.OFFICE:
        form = language.phrases["office_form"]
    return form.format(number=section.number) if section.number else ""


def section_words(report: Report, target: str, language: Language) -> str:
    """The numbers of the sections down to a node: "A (a) 3.1"."""
    return " ".join(
        printed_number(section, language) if section.level is Level.OFFICE else section.number
        for section in report.path(target)
    )


def place_words(report: Report, target: str, language: Language) -> Text:
    """Where an output or a section stands in the whole report."""
    address, entity = section_words(report, target, language), report.get(target)
    if isinstance(entity, Output):
        return Text.of(N_("{address}, row {number}"), address=address, number=report.number_of(entity))
    return Text.of("{address}", address=address)


def several_places(report: Report, targets: Sequence[str], language: Language) -> Text:
    """Where several outputs or sections (one or more) stand, one after another."""
    *first, last = (place_words(report, target, language) for target in targets)
    for place in reversed(first):
        last = Text.of(N_("{place}; {others}"), place=place, others=last)
    return last
