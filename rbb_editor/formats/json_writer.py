"""The interchange JSON, written: the whole report, with the figures that other programs need already read."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rbb_editor import resources
from rbb_editor.domain.entities import Comment, Level, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.reading import Figure, Reader
from rbb_editor.domain.report import Report
from rbb_editor.formats.atomic import writing
from rbb_editor.formats.json_reader import FORMAT, INFO_TEXTS, VERSION
from rbb_editor.progress import Progress


def write(report: Report, path: Path, progress: Progress) -> None:
    """Writes the interchange JSON of a report, UTF-8, indented by one, whole or not at all.

    Raises UserError for a fault of the disk, Cancelled out of `progress`.
    """
    data = to_data(report, progress)
    with writing(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        json.dump(data, text, ensure_ascii=False, indent=1, allow_nan=False)
        text.write("\n")
        text.flush()
        text.detach()


def to_data(report: Report, progress: Progress) -> dict[str, Any]:
    """The report as the JSON-ready object of the interchange format."""
    info = report.info
    reader = Reader(resources.language(info.language))
    departments = report.sections()
    data = []
    for done, department in enumerate(departments):
        progress(done, len(departments))
        data.append(_department(report, department, reader))
    progress(len(departments), len(departments))
    notes = [entity for entity in report.entities() if isinstance(entity, (Comment, Waiver))]
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": info.language,
        "info": _info(info),
        "abbreviations": [{"short": each.short, "long": each.long} for each in info.abbreviations],
        **({"profile": [each._asdict() for each in info.profile]} if info.profile else {}),
        "departments": data,
        "comments": [_comment(each) for each in notes if isinstance(each, Comment)],
        "waivers": [_waiver(each) for each in notes if isinstance(each, Waiver)],
    }


def _info(info: ReportInfo) -> dict[str, Any]:
    made: dict[str, Any] = {key: getattr(info, key) for key in INFO_TEXTS}
    made["notes"] = [{"mark": note.mark, "text": note.text} for note in info.notes]
    return made


def _department(report: Report, section: Section, reader: Reader) -> dict[str, Any]:
    """A department. Its own accomplishments stand in entries without letter and title, in their order."""
    offices: list[dict[str, Any]] = []
    in_department = False
    for child in report.sections(section.id):
        if child.level is Level.OFFICE:
            accomplishments = _children(report, child.id, lambda each: _accomplishment(report, each, reader))
            offices.append(
                {
                    "id": child.id,
                    "letter": child.number,
                    "title": child.title,
                    "accomplishments": accomplishments,
                }
            )
            in_department = False
            continue
        if not in_department:
            offices.append({"id": None, "letter": None, "title": None, "accomplishments": []})
            in_department = True
        offices[-1]["accomplishments"].append(_accomplishment(report, child, reader))
    return {"id": section.id, "letter": section.number, "title": section.title, "offices": offices}


def _children(report: Report, id: str, make: Callable[[Section], dict[str, Any]]) -> list[dict[str, Any]]:
    return [make(section) for section in report.sections(id)]


def _accomplishment(report: Report, section: Section, reader: Reader) -> dict[str, Any]:
    outputs = [node for node in report.children(section.id) if isinstance(node, Output)]
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "outputs": [_output(output, reader) for output in outputs],
    }


def _output(output: Output, reader: Reader) -> dict[str, Any]:
    figures = reader.figures(output)
    components = [
        {
            "id": component.id,
            "label": component.label,
            "planned": _planned(figure),
            "actual": {
                "kind": str(figure.actual.kind),
                "value": figure.actual.value,
                "raw": component.completed,
            },
            "remarks": component.remarks,
            "explanation": component.explanation or None,
            "outcome": str(figure.outcome),
        }
        for component, figure in zip(output.components, figures, strict=True)
    ]
    return {"id": output.id, "planned_output": output.planned_text, "components": components}


def _planned(figure: Figure) -> dict[str, Any]:
    planned = figure.planned
    return {
        "kind": str(planned.kind),
        "value": planned.value,
        "max": planned.maximum,
        "qualifier": str(planned.qualifier) if planned.qualifier else None,
    }


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "id": comment.id,
        "target": comment.target,
        "text": comment.text,
        "author": comment.author,
        "time": _time(comment.time),
        "component": comment.component,
        "field": comment.field,
        "quote": comment.quote,
        "answers": comment.answers,
        "resolved": comment.resolved,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "id": waiver.id,
        "rule": waiver.rule,
        "target": waiver.target,
        "reason": waiver.reason,
        "author": waiver.author,
        "time": _time(waiver.time),
        "component": waiver.component,
        "said": waiver.said,
    }


def _time(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")
