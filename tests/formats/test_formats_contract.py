"""What holds for every format: its functions exist, and what is written comes back equal where it can be read."""

import pytest
from hypothesis import given, settings

from rbb_editor.domain.report import Report
from rbb_editor.errors import UserError
from rbb_editor.formats.registry import FORMATS, Format, format_to_read, format_to_write
from rbb_editor.progress import silent
from tests.strategies import reports

BOTH_WAYS = [each for each in FORMATS if each.read is not None and each.write is not None]


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_its_functions_exist(each: Format) -> None:
    assert each.read is None or callable(each.reader())
    assert each.write is None or callable(each.writer())
    assert each.passages is None or callable(each.lister())
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in each.suffixes)


@pytest.mark.parametrize("each", BOTH_WAYS, ids=lambda each: each.name)
@settings(max_examples=15)
@given(report=reports(notes=False))
def test_what_is_written_comes_back(each: Format, report: Report, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not any(True for _ in report.outputs()):
        return
    path = tmp_path_factory.mktemp("round") / f"report{each.suffixes[0]}"
    each.writer()(report, path, silent)
    again = each.reader()(path, None, silent).report
    assert [output.planned_text for output in again.outputs()] == [output.planned_text for output in report.outputs()]
    assert [output.id for output in again.outputs()] == [output.id for output in report.outputs()]
    for before, after in zip(report.outputs(), again.outputs(), strict=True):
        assert [(each.completed, each.remarks, each.explanation) for each in after.components] == [
            (each.completed, each.remarks, each.explanation) for each in before.components
        ]


def test_names_decide_and_unknown_ones_are_refused(tmp_path: object) -> None:
    from pathlib import Path

    assert format_to_read(Path("a/B.TXT")).name == "text"
    assert format_to_read(Path("b.docx")).name == "word"
    assert format_to_write(Path("c.xlsx")).name == "excel"
    with pytest.raises(UserError, match=r"\.docx, \.txt, \.json"):
        format_to_read(Path("d.png"))
    with pytest.raises(UserError, match=r"\.docx, \.xlsx, \.json"):
        format_to_write(Path("e.txt"))
