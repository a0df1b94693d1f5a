"""Word files of many random reports: ours come back as they were, also when LibreOffice has written them anew."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import silent
from tests.strategies import LANGUAGES, reports

SOFFICE = shutil.which("soffice")
REPORTS, THROUGH_OFFICE = 500, 100
pytestmark = pytest.mark.slow


def random_reports(count: int) -> list[Report]:
    """The same reports at every run."""
    made: list[Report] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(reports(notes=False))
    def collect(report: Report) -> None:
        made.append(report)

    collect()
    return made


def test_export_and_import_of_any_report_is_the_identity(tmp_path: Path) -> None:
    made = random_reports(REPORTS)
    assert {report.info.language for report in made} == set(LANGUAGES)
    for report in made:
        write(report, tmp_path / "a.docx")
        imported = read(tmp_path / "a.docx", None, silent)
        assert list(imported.report.entities()) == list(report.entities())
        assert imported.notes == ()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_all_ids_and_all_text_survive_libreoffice(tmp_path: Path) -> None:
    assert SOFFICE is not None
    made = random_reports(THROUGH_OFFICE)
    paths = [tmp_path / f"{number}.docx" for number in range(len(made))]
    for report, path in zip(made, paths, strict=True):
        write(report, path)
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    for report, path in zip(made, paths, strict=True):
        back = read(tmp_path / "out" / path.name, None, silent).report
        assert list(back.entities()) == list(report.entities()), path.name
