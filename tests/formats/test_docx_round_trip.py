"""A Word file that we wrote comes back to the letter, and what was changed in Word comes back as changed."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Component, Level, Output, Section
from rbb_editor.domain.rank import between
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.word_options import WordOptions
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from tests.formats.word_files import W, members_of, rewritten, zip_file
from tests.strategies import reports

SOFFICE = shutil.which("soffice")


@settings(max_examples=60)
@given(report=reports())
def test_export_and_import_give_the_same_report(tmp_path_factory: pytest.TempPathFactory, report: Report) -> None:
    path = tmp_path_factory.mktemp("word") / "a.docx"
    write(report, path)
    imported = read(path, None, silent)
    assert imported.report == report
    comments = sum(isinstance(each, Comment) for each in report.entities())
    assert len(imported.notes) == bool(comments)  # that there are comments is told


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_made_up_reports_come_back(tmp_path: Path, language: str) -> None:
    report = make_sample(60, language)
    write(report, tmp_path / "a.docx")
    assert read(tmp_path / "a.docx", None, silent).report == report


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_they_come_back_through_libreoffice(tmp_path: Path, language: str) -> None:
    report = make_sample(30, language)
    write(report, tmp_path / "a.docx")
    assert SOFFICE is not None
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert read(tmp_path / "out" / "a.docx", None, silent).report == report


@pytest.fixture
def report() -> Report:
    """Two outputs, the first with two components."""
    components = (Component("c1", "1", "One.", "Because.", "first"), Component("c2", "2", "Two."))
    return Report(
        [
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("a", Level.ACCOMPLISHMENT, "d", "i", "1.1", "Accomplishment"),
            Output("o1", "a", "i", "First output", components),
            Output("o2", "a", "r", "Second output", (Component("c3", "3", "Three."),)),
        ]
    )


def changed(report: Report, tmp_path: Path, old: str, new: str) -> Report:
    write(report, tmp_path / "a.docx")

    def replace_text(root: etree._Element) -> None:
        for text in root.iter(f"{{{W}}}t"):
            text.text = (text.text or "").replace(old, new)

    return read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", replace_text), None, silent).report


def test_a_changed_text_is_the_only_change(report: Report, tmp_path: Path) -> None:
    back = changed(report, tmp_path, "Because.", "Because of rain.")
    first = report.output("o1")
    explained = replace(first.components[0], explanation="Because of rain.")
    change = Change.of(Text.of("x"), [(first, replace(first, components=(explained, first.components[1])))])
    assert change is not None
    report.apply(change)
    assert [each for each in back.walk() if isinstance(each, Output)] == [
        replace(each, rank=other.rank) for each, other in zip(report.outputs(), back.outputs(), strict=True)
    ]


@pytest.mark.parametrize("commented", [False, True])
def test_no_break_spaces_of_a_text_come_back_and_those_made_for_print_do_not(
    report: Report, tmp_path: Path, commented: bool
) -> None:
    text = "2 600 letters, 3\u00a0500 cards in 30 days, 12\u00a0% of a\u00a0b"
    own = [each for each in report.entities() if not isinstance(each, (Section, Output))]
    titled = [replace(each, title=text) for each in report.walk() if isinstance(each, Section)]
    said = [
        replace(each, planned_text=text, components=tuple(replace(c, remarks=text) for c in each.components))
        for each in report.outputs()
    ]
    notes = [Comment("n", "o1", "Why?", "Anna", datetime(2026, 1, 2, tzinfo=UTC), "c1", "remarks")] if commented else []
    before = Report([*own, *titled, *said, *notes])
    write(before, tmp_path / "a.docx", options=WordOptions(comments=commented))
    printed = "".join(etree.fromstring(members_of(tmp_path / "a.docx")["word/document.xml"]).itertext())
    assert printed.count("2\u00a0600 letters, 3\u00a0500 cards in 30\u00a0days") >= 7
    after = read(tmp_path / "a.docx", None, silent).report
    assert {each.title for each in after.walk() if isinstance(each, Section)} == {text}
    assert {each.planned_text for each in after.outputs()} == {text}
    assert {component.remarks for each in after.outputs() for component in each.components} == {text}


def test_a_row_added_in_word_gets_an_id_and_a_note(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")

    def add_row(root: etree._Element) -> None:
        table = list(root.iter(f"{{{W}}}tbl"))[-1]
        row = etree.fromstring(etree.tostring(table.findall(f"{{{W}}}tr")[-1]))
        for mark in [*row.iter(f"{{{W}}}bookmarkStart"), *row.iter(f"{{{W}}}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        next(row.iter(f"{{{W}}}t")).text = "Third output"
        table.append(row)

    imported = read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", add_row), None, silent)
    outputs = list(imported.report.outputs())
    assert [output.planned_text for output in outputs] == ["First output", "Second output", "Third output"]
    assert [output.id for output in outputs][:2] == ["o1", "o2"]
    assert [note.target for note in imported.notes] == [outputs[2].id]


def test_a_copied_row_does_not_share_its_id(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")

    def double(root: etree._Element) -> None:
        table = list(root.iter(f"{{{W}}}tbl"))[-1]
        table.append(etree.fromstring(etree.tostring(table.findall(f"{{{W}}}tr")[-1])))

    back = read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", double), None, silent).report
    assert [output.planned_text for output in back.outputs()] == ["First output", "Second output", "Second output"]


def test_a_paragraph_added_between_tables_is_reported(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")

    def add(root: etree._Element) -> None:
        body = root[0]
        body.insert(len(body) - 1, etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>To be checked</w:t></w:r></w:p>'))

    imported = read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", add), None, silent)
    assert [(note.kind, note.source) for note in imported.notes] == [(Kind.LEFT_OUT, "To be checked")]


def test_an_accomplishment_of_the_department_after_an_office_stays_there(tmp_path: Path) -> None:
    report = Report(
        [
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("o", Level.OFFICE, "d", "1", "a", "Office"),
            Section("a1", Level.ACCOMPLISHMENT, "o", "i", "1.1", "Of the office"),
            Section("a2", Level.ACCOMPLISHMENT, "d", between("1", None), "2.1", "Of the department"),
        ]
    )
    write(report, tmp_path / "a.docx")
    assert read(tmp_path / "a.docx", None, silent).report.section("a2").parent == "d"


def test_the_file_holds_nothing_that_was_deleted_from_its_pages(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")
    own = members_of(tmp_path / "a.docx")["customXml/item1.xml"].decode()
    for words in ("First output", "Because", "One.", "Department"):
        assert words not in own


def test_without_our_own_part_the_bookmarks_still_name_the_rows(tmp_path: Path) -> None:
    report = make_sample(40, "en")
    write(report, tmp_path / "a.docx")
    members = members_of(tmp_path / "a.docx")
    del members["customXml/item1.xml"]
    back = read(zip_file(tmp_path / "b.docx", members), None, silent).report
    assert [output.id for output in back.outputs()] == [output.id for output in report.outputs()]
    assert [section.id for section in back.walk()] == [section.id for section in report.walk()]
    components = [(c.id, c.remarks, c.explanation) for output in report.outputs() for c in output.components]
    assert [(c.id, c.remarks, c.explanation) for output in back.outputs() for c in output.components] == components
