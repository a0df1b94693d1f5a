"""The interchange JSON: export then import is the identity; what is wrong is refused with the path of the key."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.errors import UserError
from rbb_editor.formats import json_reader, json_writer
from rbb_editor.progress import Cancelled, silent
from tests.strategies import reports


@given(report=reports())
def test_export_then_import_is_the_identity(report: Report, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("json") / "report.json"
    json_writer.write(report, path, silent)
    read = json_reader.read(path, None, silent)
    assert read.report == report
    assert [node.id for node in read.report.walk()] == [node.id for node in report.walk()]
    assert read.language == report.info.language
    assert not read.notes


def minimal() -> dict[str, Any]:
    output = {
        "planned_output": "Conduct of 85 outreach activities",
        "components": [{"actual": {"kind": "quantity", "value": 101}, "remarks": "101 were conducted"}],
    }
    accomplishment = {"number": "1.1", "title": "Improved reporting", "outputs": [output]}
    office = {"letter": None, "title": None, "accomplishments": [accomplishment]}
    return {
        "format": "rbb-report",
        "version": 1,
        "language": "en",
        "departments": [{"letter": "A", "title": "Department", "offices": [office]}],
    }


def read(data: object, tmp_path: Path) -> Report:
    path = tmp_path / "in.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return json_reader.read(path, None, silent).report


def component(data: dict[str, Any]) -> dict[str, Any]:
    return data["departments"][0]["offices"][0]["accomplishments"][0]["outputs"][0]["components"][0]


def test_only_what_is_needed(tmp_path: Path) -> None:
    report = read(minimal(), tmp_path)
    (output,) = report.outputs()
    assert report.address(output.id) == "A/1.1/1"
    assert output.components[0].completed == "101"
    assert output.components[0].explanation == ""
    assert output.components[0].planned is None


@pytest.mark.parametrize(
    ("actual", "text"),
    [
        ({"kind": "yes_no", "value": True}, "Yes"),
        ({"kind": "yes_no", "value": False}, "No"),
        ({"kind": "percent", "value": 70}, "70%"),
        ({"kind": "missing"}, ""),
        ({"kind": "quantity", "value": 2091, "raw": "2 091"}, "2 091"),
        ({"kind": "quantity", "value": 2091}, "2,091"),
        (None, ""),
    ],
)
def test_completed_cell_is_raw_or_made_from_the_value(actual: object, text: str, tmp_path: Path) -> None:
    data = minimal()
    component(data)["actual"] = actual
    (output,) = read(data, tmp_path).outputs()
    assert output.components[0].completed == text


def test_planned_figure_is_stored_only_where_it_differs_from_the_text(tmp_path: Path) -> None:
    data = minimal()
    component(data)["planned"] = {"kind": "quantity", "value": 85, "max": None, "qualifier": None}
    (output,) = read(data, tmp_path).outputs()
    assert output.components[0].planned is None
    component(data)["planned"]["value"] = 80
    (output,) = read(data, tmp_path).outputs()
    assert output.components[0].planned == Planned(PlannedKind.QUANTITY, 80)


def spoil(path: str, value: object) -> dict[str, Any]:
    data = minimal()
    target: Any = data
    *way, last = path.split("/")
    for step in way:
        target = target[int(step) if step.isdigit() else step]
    target[last] = value
    return data


OUTPUT = "departments/0/offices/0/accomplishments/0/outputs/0"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (spoil("extra", 1), "extra"),
        (spoil(f"{OUTPUT}/lines", [1]), "departments[0].offices[0].accomplishments[0].outputs[0].lines"),
        (spoil(f"{OUTPUT}/planned_output", 5), "outputs[0].planned_output"),
        (spoil(f"{OUTPUT}/components", []), "outputs[0].components"),
        (spoil(f"{OUTPUT}/id", "../x"), "outputs[0].id"),
        (spoil(f"{OUTPUT}/components/0/planned", {"kind": "many"}), "components[0].planned.kind"),
        (spoil(f"{OUTPUT}/components/0/planned", {"kind": "quantity", "value": "5"}), "components[0].planned.value"),
        (spoil(f"{OUTPUT}/components/0/actual", {"kind": "text"}), "components[0].actual.raw"),
        (spoil(f"{OUTPUT}/components/0/outcome", "better"), "components[0].outcome"),
        (spoil("departments", {}), "departments"),
        (spoil("info", []), "info"),
        (spoil("language", "tlh"), "language"),
        (spoil("version", 2), "version"),
        (spoil("format", "other"), "format"),
        (spoil("comments", [{"target": "report", "text": "x", "time": "yesterday"}]), "comments[0].time"),
        (spoil("comments", [{"target": "nobody", "text": "x", "time": "2026-01-01T00:00:00Z"}]), "nobody"),
        ("{", "valid JSON"),
        ("[" * 100_000, "valid JSON"),
        ('{"format": "rbb-report", "format": "rbb-report"}', "twice"),
        ('{"format": NaN}', "valid JSON"),
        ("[]", "object"),
        ("  ", "empty"),
    ],
)
def test_what_is_wrong_is_refused_in_one_sentence_naming_the_key(data: object, named: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read(data, tmp_path)
    message = str(caught.value)
    assert "in.json" in message
    assert named in message


def test_two_things_of_one_id_are_refused(tmp_path: Path) -> None:
    data = spoil(f"{OUTPUT}/id", "same")
    data["departments"][0]["id"] = "same"
    with pytest.raises(UserError, match="same"):
        read(data, tmp_path)


def test_unprintable_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(spoil(f"{OUTPUT}/planned_output", "five\u0000 visits\u0007")), "utf-8")
    imported = json_reader.read(path, None, silent)
    (output,) = imported.report.outputs()
    assert output.planned_text == "five visits"
    assert [note.kind for note in imported.notes] == ["read"]
    assert "planned_output" in imported.notes[0].source


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        json_writer.write(Report(), tmp_path / "out.json", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_reference_sample_comes_in_whole_once_its_derived_keys_are_gone(shared: Path, tmp_path: Path) -> None:
    data = json.loads((shared / "data" / "lang" / "fr.json").read_text("utf-8"))
    data = {"format": "rbb-report", "version": 1, "language": "fr", "departments": data["departments"]}
    for department in data["departments"]:
        for office in department["offices"]:
            for accomplishment in office["accomplishments"]:
                for output in accomplishment["outputs"]:
                    for each in output["components"]:
                        del each["needs_explanation"], each["has_explanation"]
    report = read(data, tmp_path)
    assert report.counts().outputs == sum(1 for _ in report.outputs()) > 10
