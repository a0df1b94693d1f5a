"""A part of a report on its way to another place or another report: as interchange JSON, and as text beside it."""

import json

from msgspec import Struct

from rbb_editor.domain.entities import Comment, Entity, Output, Section, Waiver
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import printed_title
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.progress import silent


class Fragment(Struct, frozen=True):
    """A section of a report that holds nothing but this section, all below it, and what stands above it."""

    report: Report
    section: Section


def packed(report: Report, id: str, *, notes: bool) -> bytes:
    """A section with all below it, as a report of its own in interchange JSON; `notes`: with its comments and waivers.

    The sections above it come along empty, so that it stands where it may.
    """
    from rbb_editor.formats.json_writer import to_data  # no start needs it

    nodes = [*report.path(id), *report.walk(id)]
    about: list[Comment | Waiver] = []
    if notes:
        about = [note for node in (report.section(id), *report.walk(id)) for note in report.about(node.id)]
    entities: list[Entity] = [report.info, *nodes, *about]
    data = {"section": id, "report": to_data(Report(entities), silent)}
    return json.dumps(data, ensure_ascii=False).encode()


def unpacked(data: bytes, name: str) -> Fragment:
    """The section in what `packed` made. UserError for anything else; `name` is what its sentence calls the source."""
    from rbb_editor.formats.json_reader import read_data

    try:
        found = json.loads(data)
        wanted, inner = found["section"], json.dumps(found["report"]).encode()
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(N_("“{name}” holds no part of a report. Nothing was changed."), name=name) from error
    report = read_data(inner, name, None, silent).report
    section = report.get(wanted) if isinstance(wanted, str) else None
    if not isinstance(section, Section):
        raise UserError(N_("“{name}” holds no part of a report. Nothing was changed."), name=name)
    return Fragment(report, section)


def as_table(report: Report, id: str, language: Language) -> list[list[str]]:
    """A section as rows of cells for other programs: headings, then planned output, completed, remarks of each figure.

    The first figure of an output carries its planned text.
    """
    rows: list[list[str]] = []
    for node in (report.section(id), *report.walk(id)):
        if isinstance(node, Output):
            for at, each in enumerate(node.components):
                remarks = "\n".join(filter(None, (each.remarks, each.explanation)))
                rows.append([node.planned_text if at == 0 else "", each.completed, remarks])
        else:
            rows.append([printed_title(node, language)])
    return rows
