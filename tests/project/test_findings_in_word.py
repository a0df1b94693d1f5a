"""What the checks found stands in the Word file beside the words it is about."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.entities import Abbreviation, Comment
from rbb_editor.domain.report import Report
from rbb_editor.i18n import Translator
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import write_file
from rbb_editor.project.word_choices import Choices, options
from tests.formats.word_files import W, members_of

NOW = datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("code", ["en", "ar", "zh"])
def test_each_finding_stands_in_the_row_or_line_it_is_about(code: str, tmp_path: Path) -> None:
    base = make_sample(80, code)
    doubled = tuple(Abbreviation(short, "Some long form") for short in ("ABC", "DEF", "DEF"))
    report = Report([replace(base.info, title="Title", abbreviations=doubled), *list(base.entities())[1:]])
    made = options(
        Choices(findings=True), report, resources.language(code), own=None, author="A", now=NOW,
        say=Translator(), progress=silent,
    )  # fmt: skip
    write_file(report, tmp_path / "a.docx", options=made)
    root = etree.fromstring(members_of(tmp_path / "a.docx")["word/document.xml"])
    comments = etree.fromstring(members_of(tmp_path / "a.docx")["word/comments.xml"])
    told = {each.get(f"{{{W}}}id"): "".join(map(str, each.itertext())) for each in comments}
    rows: dict[str, list[etree._Element]] = {}
    for start in root.iter(f"{{{W}}}commentRangeStart"):
        words = told[start.get(f"{{{W}}}id")]
        rows.setdefault(words, []).append(next(start.iterancestors(f"{{{W}}}tr")))
    assert sum(map(len, rows.values())) == len(made.findings)
    for finding in made.findings:
        assert any(_is_about(row, finding) for row in rows[finding.text.replace("\n", "")]), finding


def _is_about(row: etree._Element, finding: Comment) -> bool:
    names = {each.get(f"{{{W}}}name") for each in row.iter(f"{{{W}}}bookmarkStart")}
    if finding.field == "abbreviations":
        return str(finding.component) in row.itertext()
    if finding.component is not None:
        return f"rbb_c_{finding.component}" in names
    return f"rbb_p_{finding.target}" in names
