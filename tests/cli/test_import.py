"""`import`: what is told of the repairs, and that nothing is told that is not so."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program

TEXT = """联合国

A/79/900/Add.1

特派团支助账户预算执行情况

秘书长的报告

A. 外勤特派团部

(a) 副秘书长办公室

预期成绩 1.1：改进提交报告的工作

计划产出\t已完成 (数目或是/否)\t说明
提交 12 份报告\t12\t提交了 12 份报告
举行 1 次年度会议和 1 次研讨会\t1 否\t举行了 1 次年度会议 没有举行研讨会
进行 10 次访问，以审查任务执行情况并就执行任务所涉问\t6\t进行了 6 次访问 产出低于计划数目，原因是机场关闭

题向特派团领导提供指导\t\t
"""


@pytest.fixture
def source(program: Program) -> Path:
    path = program.folder / "source.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_summary_says_what_was_read_and_what_was_done_to_it(program: Program, source: Path):
    done = program("import", source, "-o", "report.rbb")
    assert (done.code, done.err) == (0, "")
    first = done.out.splitlines()[0]
    assert first.startswith("Read source.txt (中文): 1 department, 1 office, 1 accomplishment, 3 outputs, 4 figures")
    assert "Joined" in done.out
    assert "Took apart" in done.out
    assert done.out.splitlines()[-1] == "Wrote report.rbb."
    assert program.files() == {"source.txt", "report.rbb"}


def test_all_repairs_are_told_with_their_lines(program: Program, source: Path):
    done = program("import", source, "-o", "report.rbb", "--verbose")
    assert done.code == 0
    number = TEXT.splitlines().index("题向特派团领导提供指导\t\t") + 1
    assert any(f"line {number}" in line or f", {number}" in line for line in done.out.splitlines())


def test_all_repairs_are_told_to_another_program(program: Program, source: Path):
    done = program("import", source, "-o", "report.rbb", "--json")
    data = json.loads(done.out)
    assert data["counts"] == {"departments": 1, "offices": 1, "accomplishments": 1, "outputs": 3, "figures": 4}
    kinds = {note["kind"] for note in data["notes"]}
    assert {"joined", "taken_apart"} <= kinds
    for note in data["notes"]:
        assert set(note) == {"kind", "certainty", "places", "message", "target", "source"}
        assert note["certainty"] in {"certain", "likely", "guess"}


def test_the_language_can_be_given(program: Program, source: Path):
    data = json.loads(program("import", source, "-o", "report.rbb", "--language", "zh", "--json").out)
    assert data["language"] == "zh"


def test_import_leaves_an_existing_report_alone(program: Program, source: Path, sample: Path):
    before = sample.read_bytes()
    done = program("import", source, "-o", sample)
    assert done.code == 2
    assert "--force" in done.err
    assert sample.read_bytes() == before
    assert program("import", source, "-o", sample, "--force").code == 0
    assert json.loads(program("info", sample, "--json").out)["language"] == "zh"
    assert program.files() == {"source.txt", "sample.rbb"}


@pytest.mark.shared
def test_the_published_addendum_comes_in_whole(program: Program, shared: Path):
    done = program("import", shared / "data" / "addendum_zh.txt", "-o", "addendum.rbb", "--json")
    assert done.code == 0
    counts = json.loads(done.out)["counts"]
    assert (counts["departments"], counts["offices"], counts["accomplishments"]) == (13, 17, 56)
