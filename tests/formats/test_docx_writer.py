"""The Word file: sound as a package, laid out as a General Assembly document, written whole or not at all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import Cancelled, silent
from rbb_editor.project.sample import make_sample
from tests.formats.word_files import W, members_of


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def written(report: Report, path: Path) -> dict[str, bytes]:
    write(report, path / "a.docx")
    return members_of(path / "a.docx")


def test_tables_repeat_their_head_and_keep_rows_whole(tmp_path: Path) -> None:
    root = etree.fromstring(written(make_sample(40, "en"), tmp_path)["word/document.xml"])
    tables = [t for t in root.iter(w("tbl")) if len(t.findall(f"{w('tblGrid')}/*")) == 3]
    assert tables
    for table in tables:
        assert sum(int(width.get(w("w"), "")) for width in table.iterfind(f"{w('tblGrid')}/*")) == 9864
        rows = table.findall(w("tr"))
        assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        bottom = f".//{w('tcBorders')}/{w('bottom')}"
        assert [len(row.findall(bottom)) for row in rows] == [3] + [0] * (len(rows) - 2) + [3]


def test_page_and_heads(tmp_path: Path) -> None:
    members = written(make_sample(10, "en"), tmp_path)
    size = etree.fromstring(members["word/document.xml"]).find(f".//{w('pgSz')}")
    assert size is not None
    assert (size.get(w("w")), size.get(w("h"))) == ("12240", "15840")
    assert b"evenAndOddHeaders" in members["word/settings.xml"]
    symbol = make_sample(10, "en").info.symbol
    for part in ("first", "even", "default"):
        head = etree.fromstring(members[f"word/header_{part}.xml"])
        assert symbol in "".join(map(str, head.itertext()))
    sides = {
        part: [jc.get(w("val")) for jc in etree.fromstring(members[f"word/footer_{part}.xml"]).iter(w("jc"))]
        for part in ("even", "default")
    }
    assert sides == {"even": ["left", "right"], "default": ["left", "right"]}
    even, odd = (members[f"word/footer_{part}.xml"] for part in ("even", "default"))
    assert even.index(b"NUMPAGES") < even.index(b"jobNumber")
    assert odd.index(b"NUMPAGES") > odd.index(b"jobNumber")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_the_name_of_the_organization_has_room_on_one_line(language: str, tmp_path: Path) -> None:
    head = etree.fromstring(written(make_sample(3, language), tmp_path)["word/header_first.xml"])
    row = next(head.iter(w("tr")))
    name = row.findall(w("tc"))[1]
    room = int(name.find(f".//{w('tcW')}").get(w("w")))
    letters = sum(len(str(text)) for text in name.itertext())
    assert room / letters > 105  # twips for a letter of 14 points: half as wide as high, and no wider than room


def test_a_translation_names_its_language(tmp_path: Path) -> None:
    for language, words in {
        "fr": "Français",
        "es": "Español",
        "ru": "Russian",
        "ar": "Arabic",
        "zh": "Chinese",
    }.items():
        head = etree.fromstring(written(make_sample(3, language), tmp_path)["word/header_first.xml"])
        lines = ["".join(map(str, each.itertext())) for each in head.iter(w("p"))]
        assert lines.index(words) == lines.index("[date of submission]") + 1


def test_a_cell_of_latin_words_and_own_spaces_is_written_like_any_other(tmp_path: Path) -> None:
    texts = ("12\u00a0km A/72/1 & <b>", "", "MINUSMA", "منجز", "\u202eA\u200fB", "(UNIFIL) 3")
    outputs = [Output(f"p{n}", "a", f"a{n}", text, (Component(f"c{n}", text, text),)) for n, text in enumerate(texts)]
    sections = [
        Section("d", Level.DEPARTMENT, None, "a", "A", "D"),
        Section("a", Level.ACCOMPLISHMENT, "d", "a", "1", "T"),
    ]
    for language in ("ar", "en"):
        whole = Report([ReportInfo(language=language), *sections, *outputs])
        write(whole, tmp_path / "a.docx")
        assert [each.planned_text for each in read(tmp_path / "a.docx", None, silent).report.outputs()] == [
            each.planned_text for each in whole.outputs()
        ]
        for output in outputs:  # each alone in its table, and all in one
            alone = Report([ReportInfo(language=language), *sections, output])
            planned = re.compile(rf'<w:bookmarkStart w:id="\d+" w:name="rbb_p_{output.id}"/>(.*?)<w:bookmarkEnd')
            beside, apart = (
                planned.findall(written(each, tmp_path)["word/document.xml"].decode()) for each in (whole, alone)
            )
            assert beside == apart
            assert len(apart) == 1


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    members = written(make_sample(20, "ar"), tmp_path)
    root = etree.fromstring(members["word/document.xml"])
    assert all(table.find(f"{w('tblPr')}/{w('bidiVisual')}") is not None for table in root.iter(w("tbl")))
    assert root.find(f".//{w('sectPr')}/{w('bidi')}") is not None
    for run in root.iter(w("r")):
        text = "".join(t.text or "" for t in run.iter(w("t")))
        if re.search("[\u0600-\u06ff]", text):
            assert run.find(f"{w('rPr')}/{w('rtl')}") is not None, text


def test_contents_lead_to_the_headings(tmp_path: Path) -> None:
    report = make_sample(200, "en")
    change = Change.of(Text.of("x"), [(report.info, replace(report.info, section_number="II", section_title="Frame"))])
    assert change is not None
    report.apply(change)
    root = etree.fromstring(written(report, tmp_path)["word/document.xml"])
    marks = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    anchors = [link.get(w("anchor")) for link in root.iter(w("hyperlink"))]
    assert len(anchors) == len(report.sections()) + 1
    assert set(anchors) <= marks
    pages = [int("".join(map(str, link.itertext())).rpartition("\\h ")[2]) for link in root.iter(w("hyperlink"))]
    assert pages == sorted(pages)
    assert pages[0] > 1


def test_bookmarks_are_short_and_unique_whatever_the_ids(tmp_path: Path) -> None:
    long = "x" * 60
    report = Report(
        [
            Section("d", Level.DEPARTMENT, None, "i", "A", "D"),
            Section("a-b", Level.ACCOMPLISHMENT, "d", "i", "1.1", "A"),
            Output(long, "a-b", "i", "planned", (Component(f"{long}-c"), Component(f"{long}_c"))),
        ]
    )
    root = etree.fromstring(written(report, tmp_path)["word/document.xml"])
    marks = [mark.get(w("name"), "") for mark in root.iter(w("bookmarkStart"))]
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"\w{1,40}", mark, re.ASCII) for mark in marks)
    assert read(tmp_path / "a.docx", None, silent).report == Report([*report.entities()])


def test_what_word_cannot_hold_is_left_out(tmp_path: Path) -> None:
    report = Report(
        [
            ReportInfo(title="T\x00itle", symbol="A/1&<", section_title="S\ud800"),
            Section("d", Level.DEPARTMENT, None, "i", "A", "D\x0b"),
            Section("a", Level.ACCOMPLISHMENT, "d", "i", "1.1", "A\ufffe"),
            Output("o", "a", "i", "pl\x1fanned <b>&amp;", (Component("c", "1\r\n2", "re\x7fmarks", "bec\x85ause"),)),
        ]
    )
    for data in written(report, tmp_path).values():
        assert b"\x00" not in data or data.startswith(b"\x89PNG")
    back = read(tmp_path / "a.docx", None, silent).report
    assert back.output("o").planned_text == "planned <b>&amp;"
    assert back.output("o").components == (Component("c", "1\n2", "remarks", "bec\nause"),)
    assert back.info.title == "Title"


def test_the_same_report_gives_the_same_file(tmp_path: Path) -> None:
    report = make_sample(20, "zh")
    first = written(report, tmp_path)
    assert written(report, tmp_path) == first


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(make_sample(300, "en"), tmp_path / "a.docx", stop)
    assert list(tmp_path.iterdir()) == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from rbb_editor.errors import UserError
from rbb_editor.formats import docx_writer, xlsx_writer
from rbb_editor.project.sample import make_sample
report = make_sample(300, "en")
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
for write, name in ((docx_writer.write, "a.docx"), (xlsx_writer.write, "a.xlsx")):
    try:
        write(report, Path(sys.argv[1]) / name)
    except UserError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX")
def test_a_full_disk_is_told_once_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-B", "-c", FULL_DISK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.count("not enough room") == 2
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write(make_sample(300, "en"), tmp_path / "a.docx", lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_the_symbol_of_a_reissued_document(tmp_path: Path) -> None:
    report = make_sample(5, "en")
    change = Change.of(Text.of("x"), [(report.info, replace(report.info, symbol="A/72/701/Add.1*"))])
    assert change is not None
    report.apply(change)
    written(report, tmp_path)
    assert read(tmp_path / "a.docx", None, silent).report.get(REPORT_ID) == report.info
