"""What run.py shows a person: the findings of the sample, and whether a call means a window."""

import json
from pathlib import Path

import pytest

from firstrun import editor


def test_findings_are_counted_by_severity_and_by_rule():
    found = [("shortfall-unexplained", "error", False)] * 3 + [
        ("excess-unexplained", "warning", False),
        ("shortfall-unexplained", "error", True),
    ]
    answer = {"findings": [{"rule": r, "severity": s, "waived": w} for r, s, w in found]}
    assert editor.findings(json.dumps(answer)).splitlines() == [
        "Findings: 3 errors, 1 warnings, 0 pieces of advice",
        "      3 × shortfall-unexplained (error)",
        "      1 × excess-unexplained (warning)",
    ]


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["report.rbb"], True),
        (["folder/report"], True),
        (["check", "report.rbb"], False),
        (["--help"], False),
        (["chekc"], False),
    ],
)
def test_a_window_is_meant_where_no_sub_command_is(arguments: list[str], window: bool):
    assert editor.opens_window(arguments) is window


def test_a_file_without_a_suffix_can_be_opened_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("report").touch()
    assert editor.opens_window(["report"])
