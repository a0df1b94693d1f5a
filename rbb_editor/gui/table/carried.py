"""Whole outputs on the clipboard, with all their figures, for this and other reports and windows. No Qt."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier
from rbb_editor.edits.several import Carried
from rbb_editor.gui.table.clip import Table
from rbb_editor.gui.table.columns import Field

FORMAT = "rbb-outputs"
VERSION = 1


def to_json(outputs: Iterable[Output]) -> bytes:
    """Outputs in the words of the interchange format, without ids; "planned" only where it was set by hand."""
    rows = [
        {"planned_output": output.planned_text, "components": [_figure(each) for each in output.components]}
        for output in outputs
    ]
    return json.dumps({"format": FORMAT, "version": VERSION, "outputs": rows}, ensure_ascii=False).encode()


def from_json(data: bytes) -> list[Carried]:
    """The outputs that `to_json` wrote. ValueError for anything else, whoever put it there."""
    try:
        content = json.loads(data)
        if (content["format"], content["version"]) != (FORMAT, VERSION):
            raise ValueError(content["format"])
        return [
            Carried(_text(row["planned_output"]), tuple(map(_component, row["components"])) or (Component(""),))
            for row in content["outputs"]
        ]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no outputs of this program") from error


def from_cells(table: Table, fields: Sequence[Field | None]) -> list[Carried]:
    """Outputs out of rows of cells; a row without a planned text holds a further figure of the one above.

    Empty rows, and figures above the first planned text, make none.
    """
    found: list[tuple[str, list[Component]]] = []
    for line in table:
        texts = {field: text for field, text in zip(fields, line, strict=False) if field is not None and text.strip()}
        wording = texts.get(Field.PLANNED_TEXT, "")
        component = Component(
            "",
            texts.get(Field.COMPLETED, ""),
            texts.get(Field.REMARKS, ""),
            texts.get(Field.EXPLANATION, ""),
        )
        if wording:
            found.append((wording, [component]))
        elif found and texts:
            found[-1][1].append(component)
    return [Carried(wording, tuple(components)) for wording, components in found]


def _figure(component: Component) -> dict[str, Any]:
    planned = component.planned
    return {
        "label": component.label,
        "planned": None
        if planned is None
        else {
            "kind": planned.kind.value,
            "value": planned.value,
            "max": planned.maximum,
            "qualifier": planned.qualifier.value if planned.qualifier is not None else None,
        },
        "actual": {"raw": component.completed},
        "remarks": component.remarks,
        "explanation": component.explanation or None,
    }


def _component(figure: Mapping[str, Any]) -> Component:
    label, explanation, planned = figure["label"], figure["explanation"], figure["planned"]
    return Component(
        "",
        _text(figure["actual"]["raw"]),
        _text(figure["remarks"]),
        _text(explanation or ""),
        None if label is None else _text(label),
        None if planned is None else _planned(planned),
    )


def _planned(data: Mapping[str, Any]) -> Planned:
    for number in (data["value"], data["max"]):
        if number is not None and not isinstance(number, (int, float)):
            raise TypeError(number)
    qualifier = data["qualifier"]
    return Planned(
        PlannedKind(data["kind"]), data["value"], data["max"], None if qualifier is None else Qualifier(qualifier)
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
