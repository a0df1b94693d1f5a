"""The pages of the Word file as LibreOffice sets them: what the contents say is where the headings stand."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from rbb_editor import resources
from rbb_editor.document.look import look_of
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx.render.lines import counter
from rbb_editor.formats.docx_writer import write
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import read_file
from tests.formats.word_files import W

SOFFICE, PDFTOTEXT, PDFTOHTML = map(shutil.which, ("soffice", "pdftotext", "pdftohtml"))
ADDENDUM = Path(__file__).resolve().parents[3] / "shared" / "data" / "addendum_zh.txt"
BOOKMARK = re.compile(r'<item page="(\d+)">(.*?)</item>')
PLANNED, REMARKS = 4150 - 187, 4474 - 129


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "", 1),
        ("en", "60 oral briefings", 1),
        ("en", "Approximately 40 visits to the mission to give advice on the protection of civilians", 2),
        ("en", "one\ntwo", 2),
        ("en", "w" * 100, 4),
        ("en", "60\u00a0" * 25, 2),
        ("en", "W" * 23 + " a", 1),
        ("ar", "عقد 4 حلقات عمل لموظفي البعثات", 1),
        ("ar", "حفظ ملفات موظفي جميع البعثات إلكترونيا في المقر والميدان", 2),
        ("zh", "开展" * 11, 1),
        ("zh", "开展" * 11 + "，", 2),
        ("zh", "开展" * 12, 2),
    ],
)
def test_lines_of_a_planned_text(language: str, text: str, expected: int) -> None:
    look = look_of(resources.language(language))
    assert counter(look, PLANNED, look.table)(text) == expected


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pages_of(word: Path) -> list[str]:
    """The text of each page as LibreOffice prints the file, without white space."""
    assert SOFFICE is not None
    assert PDFTOTEXT is not None
    command = [SOFFICE, f"-env:UserInstallation={(word.parent / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = subprocess.run(
        [PDFTOTEXT, "-layout", str(word.with_suffix(".pdf")), "-"], check=True, capture_output=True, timeout=60
    )
    return [squeezed(page) for page in made.stdout.decode().split("\f")[:-1]]


def contents_of(word: Path) -> list[tuple[str, int]]:
    """Words and page of each line of the contents."""
    with zipfile.ZipFile(word) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    lines = ("".join(t.text or "" for t in link.iter(f"{{{W}}}t")) for link in root.iter(f"{{{W}}}hyperlink"))
    matches = (re.fullmatch(r"(.*?)(\d+)", line) for line in lines)
    return [(squeezed(match[1]), int(match[2])) for match in matches if match is not None]


def headings_of(pdf: Path) -> list[tuple[str, int]]:
    """Words and page of each heading, as the bookmarks of a PDF file name them."""
    assert PDFTOHTML is not None
    made = subprocess.run([PDFTOHTML, "-xml", "-i", "-stdout", str(pdf)], check=True, capture_output=True, timeout=60)
    return [(squeezed(words), int(page)) for page, words in BOOKMARK.findall(made.stdout.decode())]


@pytest.mark.slow
@pytest.mark.skipif(None in (SOFFICE, PDFTOTEXT, PDFTOHTML), reason="LibreOffice or poppler is not installed")
@pytest.mark.parametrize("language", ["en", "fr", "es", "zh", "ar", "addendum"])
def test_pages(tmp_path: Path, language: str) -> None:
    if language == "addendum" and not ADDENDUM.exists():
        pytest.skip("the published addendum is not here")
    report: Report = read_file(ADDENDUM).report if language == "addendum" else make_sample(400, language)
    write(report, tmp_path / "a.docx")
    pages = pages_of(tmp_path / "a.docx")
    contents = contents_of(tmp_path / "a.docx")
    assert len(contents) >= len(report.sections())
    in_contents = {words for words, _ in contents}
    assert [each for each in headings_of(tmp_path / "a.pdf") if each[0] in in_contents] == contents
    assert pages[-1].count(f"{len(pages)}/{len(pages)}") == 1
    if language == "ar":  # whose letters pdftotext gives in the order of the page
        return
    begin = contents[0][1]
    head = squeezed(resources.language(report.info.language).phrases["planned_outputs"])
    for page in pages[begin - 1 :]:
        assert head in page
    whole = squeezed("".join(pages))
    beginnings = [squeezed(output.planned_text)[:8] for output in report.outputs()]
    assert [words for words in beginnings if words not in whole] == []
