"""The published addendum and the samples in other languages as Word files, against what was counted by hand."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from rbb_editor.formats import text_reader
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.json_writer import write as write_json
from rbb_editor.progress import silent
from tests.formats.word_files import join_rows, merge_vertically, rewritten

pytestmark = pytest.mark.shared
SOFFICE = shutil.which("soffice")
MUST_BE_WHOLE = ("planned_text_exact", "component_shape", "completed_figure", "remarks_exact")
LANGUAGES = ("ar", "en", "es", "fr", "ru")
Change = Callable[[etree._Element], None]


def as_it_is(root: etree._Element) -> None:
    """Further figures stand in rows with an empty first cell."""


def scores(path: Path, reference: Path, shared: Path, work: Path) -> dict[str, float]:
    write_json(read(path, None, silent).report, work / "read.json", silent)
    command = [
        sys.executable,
        str(shared / "tools" / "score_import.py"),
        str(work / "read.json"),
        str(reference),
        "--json",
    ]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("change", [as_it_is, merge_vertically])
def test_the_addendum_is_read_whole(shared: Path, tmp_path: Path, change: Change) -> None:
    data = shared / "data"
    path = rewritten(data / "addendum_A_C.docx", tmp_path / "a.docx", change)
    found = scores(path, data / "reference_A_C.json", shared, tmp_path)
    assert {name: found[name] for name in MUST_BE_WHOLE} == dict.fromkeys(MUST_BE_WHOLE, 1.0)
    assert found["extra_outputs"] == 0


def test_the_addendum_with_several_figures_in_a_cell(shared: Path, tmp_path: Path) -> None:
    """One output has a remark without a figure, which nothing tells from a second paragraph once they share a cell."""
    data = shared / "data"
    path = rewritten(data / "addendum_A_C.docx", tmp_path / "a.docx", join_rows)
    found = scores(path, data / "reference_A_C.json", shared, tmp_path)
    assert found["planned_text_exact"] == 1.0
    assert min(found[name] for name in MUST_BE_WHOLE) >= 0.99


@pytest.mark.parametrize("change", [as_it_is, merge_vertically, join_rows])
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_are_read_whole(shared: Path, tmp_path: Path, language: str, change: Change) -> None:
    samples = shared / "data" / "lang"
    path = rewritten(samples / f"{language}.docx", tmp_path / "a.docx", change)
    found = scores(path, samples / f"{language}.json", shared, tmp_path)
    assert {name: found[name] for name in MUST_BE_WHOLE} == dict.fromkeys(MUST_BE_WHOLE, 1.0)


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_the_addendum_as_libreoffice_writes_it(shared: Path, tmp_path: Path) -> None:
    assert SOFFICE is not None
    data = shared / "data"
    command = [
        SOFFICE,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    command += ["--outdir", str(tmp_path / "out"), str(data / "addendum_A_C.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = scores(tmp_path / "out" / "addendum_A_C.docx", data / "reference_A_C.json", shared, tmp_path)
    assert {name: found[name] for name in MUST_BE_WHOLE} == dict.fromkeys(MUST_BE_WHOLE, 1.0)


def test_the_whole_addendum_read_from_text_comes_back_to_the_letter(shared: Path, tmp_path: Path) -> None:
    report = text_reader.read(shared / "data" / "addendum_zh.txt", None, silent).report
    write(report, tmp_path / "a.docx")
    imported = read(tmp_path / "a.docx", None, silent)
    assert imported.report == report
    assert imported.notes == ()


def test_the_addendum_exported_by_us_comes_back(shared: Path, tmp_path: Path) -> None:
    report = read(shared / "data" / "addendum_A_C.docx", None, silent).report
    write(report, tmp_path / "a.docx")
    assert read(tmp_path / "a.docx", None, silent).report == report
