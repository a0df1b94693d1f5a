"""What run.py shows a person: the findings of the sample, and whether a call means a window."""

import json
import os
import sys
from pathlib import Path

import pytest

from firstrun import editor, libraries, places
from firstrun.display import Display
from firstrun.environment import Environment


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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone has two")
def test_of_two_displays_one_whose_libraries_are_there_is_enough(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(editor.display, "named", lambda _environ: [Display.WAYLAND, Display.X11])
    monkeypatch.setattr(editor.display, "answers", lambda _display, _environ: True)
    monkeypatch.setattr(libraries, "missing", lambda wanted: [each for each in wanted if "wayland" in each])
    monkeypatch.setattr(libraries, "bring_chinese_font", lambda: None)
    assert editor.usable_display() is Display.X11


def test_without_a_display_the_sample_is_checked_and_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert editor.open_sample(Environment(Path(sys.prefix)), Display.NONE) == 0
    printed = capsys.readouterr().out
    assert "There is no display here" in printed
    assert "shortfall-unexplained (error)" in printed
    folder = places.user_folder("data", os.environ) / "samples" / "sample-1"
    for suffix in (".rbb", ".docx", ".xlsx"):
        assert str(folder / f"sample_en{suffix}") in printed
        assert (folder / f"sample_en{suffix}").stat().st_size > 0
