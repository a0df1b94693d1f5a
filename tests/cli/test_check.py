"""`check`: what it finds, in words and as JSON, and its exit code."""

import json
from pathlib import Path

from rbb_editor.edits import outputs, sections
from rbb_editor.project.sample import make_known_sample
from rbb_editor.project.transfer import write_file
from tests.cli.conftest import Program
from tests.made_up import small_report

KEYS = {"rule", "severity", "output", "component", "section", "path", "message", "waived"}


def findings(program: Program, file: Path | str) -> tuple[int, list[dict]]:
    done = program("check", file, "--json")
    data = json.loads(done.out)
    assert list(data) == ["findings"]
    return done.code, data["findings"]


def test_the_unexplained_shortfalls_are_found_and_no_others(program: Program, sample: Path):
    code, found = findings(program, sample)
    short = [each["component"] for each in found if each["rule"] == "shortfall-unexplained"]
    truth = make_known_sample(40, "en")[1]
    assert tuple(short) == truth.unexplained_shortfalls
    assert short
    assert code == 1


def test_the_json_is_of_the_form_that_other_programs_read(program: Program, sample: Path):
    _, found = findings(program, sample)
    for each in found:
        assert set(each) == KEYS
        assert each["severity"] in {"error", "warning", "advice"}
        assert each["message"]
        assert each["waived"] is False
    outputs = [each for each in found if each["output"] is not None]
    assert outputs
    assert all(each["section"] is None and each["path"].split("/")[-1].isdigit() for each in outputs)


def test_the_text_is_a_work_queue_by_office_with_what_each_has_to_do(program: Program, sample: Path):
    done = program("check", sample)
    assert done.code == 1
    queues = [queue.split("\n") for queue in done.out.strip().split("\n\n")]
    *offices, total = [queue for queue in queues if queue]
    heads = [lines[0] for lines in offices]
    assert len(set(heads)) == len(heads)
    assert not any(line.startswith(" ") for line in heads)
    for lines in offices:
        errors = sum("[error]" in line for line in lines)
        advice = sum("[advice]" in line for line in lines)
        said = lines[0].rpartition(": ")[2]
        assert (f"{errors} error" in said) == (errors > 0)
        assert (f"{advice} piece" in said) == (advice > 0)
    assert sum(line.count("[error]") for lines in offices for line in lines) == int(total[-1].split(" error")[0])


def test_findings_are_listed_below_their_accomplishment(program: Program, sample: Path):
    lines = program("check", sample).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "[error]" in line)
    accomplishment = next(line for line in reversed(lines[:at]) if line.startswith("  ") and line[2] != " ")
    assert accomplishment.strip().startswith("A (a) ")
    office = next(line for line in reversed(lines[:at]) if line and not line.startswith(" "))
    assert accomplishment.strip().startswith(office.split()[0])
    assert "reason" in lines[at]


def test_a_report_without_faults_is_said_to_be_so(program: Program):
    assert program("new", "empty.rbb").code == 0
    done = program("check", "empty.rbb")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Nothing to correct was found.\n"
    assert findings(program, "empty.rbb") == (0, [])


def test_an_error_that_somebody_has_waived_does_not_count(program: Program, sample: Path):
    assert program("export", sample, "-o", "report.json").code == 0
    report = program.folder / "report.json"
    data = json.loads(report.read_text(encoding="utf-8"))
    _, found = findings(program, sample)
    data["waivers"] = [
        {
            "id": f"waiver{number}",
            "rule": each["rule"],
            "target": each["output"] or each["section"],
            "component": each["component"],
            "reason": "Agreed with the department",
            "author": "Reviewer",
            "time": "2025-11-03T09:00:00+00:00",
        }
        for number, each in enumerate(found)
        if each["severity"] == "error"
    ]
    report.write_text(json.dumps(data), encoding="utf-8")
    code, left = findings(program, report)
    assert code == 0
    assert {each["waived"] for each in left if each["severity"] == "error"} == {True}
    assert len(left) == len(found)
    assert "waived" in program("check", report).out.splitlines()[-1]


def test_only_some_rules_and_only_what_is_severe(program: Program, sample: Path):
    _, everything = findings(program, sample)
    only = json.loads(program("check", sample, "--json", "--rules", "excess-unexplained").out)["findings"]
    assert only == [each for each in everything if each["rule"] == "excess-unexplained"]
    severe = json.loads(program("check", sample, "--json", "--min-severity", "error").out)["findings"]
    assert severe == [each for each in everything if each["severity"] == "error"]
    assert severe


def test_a_rule_that_there_is_not_is_a_sentence(program: Program, sample: Path):
    done = program("check", sample, "--rules", "no-such-rule")
    assert done.code == 2
    assert "no-such-rule" in done.err
    assert "shortfall-unexplained" in done.err


def test_what_is_wrong_with_a_department_itself_is_told_right_below_its_name(program: Program):
    report = small_report()
    report.apply(sections.rename(report, "B", "Department of of Parcels"))
    write_file(report, program.folder / "twice.json")
    lines = program("check", "twice.json").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("B  Department of of Parcels: "))
    assert lines[at + 1].startswith("    [")


def test_a_place_is_told_in_words_to_people_and_by_its_path_to_programs(program: Program, tmp_path: Path):
    report = small_report()
    text = report.output("letters").planned_text
    report.apply(outputs.set_planned_text(report, "issue", text))
    file = tmp_path / "twice.json"
    write_file(report, file)
    said = program("check", file).out
    assert "The same output is planned in another row: A (a) 1.1, row 1." in said
    assert "A (a) 1.1  Letters arrive" in said
    assert "    Row 1: [" in said
    assert "A/a" not in said
    _, found = findings(program, file)
    assert "A/a/1.1/1" in [each["path"] for each in found]
