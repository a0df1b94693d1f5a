"""Damaged, foreign and hostile Word files are told apart in a sentence, and none of them hangs the reader."""

import random
from pathlib import Path

import pytest

from rbb_editor.errors import UserError
from rbb_editor.formats import limits
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.progress import Cancelled, silent
from rbb_editor.project.sample import make_sample
from tests.formats.hostile_files import hostile_files
from tests.formats.word_files import members_of, p, relations, tbl, tr, word_file, zip_file

ROW = tr("Planned outputs", "Completed (number or yes/no)", "Remarks")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "whole.docx"
    write(make_sample(12, "en"), path)
    return path


def said(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path, None, silent)
    return str(caught.value)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_missing_parts(whole: Path, tmp_path: Path, name: str) -> None:
    members = members_of(whole)
    del members[name]
    assert str(tmp_path) in said(zip_file(tmp_path / "a.docx", members))


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "word/footnotes.xml", "customXml/item1.xml"])
def test_parts_that_may_be_missing(whole: Path, tmp_path: Path, name: str) -> None:
    members = members_of(whole)
    members.pop(name, None)
    assert read(zip_file(tmp_path / "a.docx", members), None, silent).report.counts().outputs == 12


def test_a_tampered_own_part_does_not_stop_the_reading(whole: Path, tmp_path: Path) -> None:
    members = members_of(whole)
    for content in (
        b"{",
        b'{"language":"xx"}',
        b"[]",
        b'{"language":7,"period":[1,2],"ids":{},"components":{},"direct":[]}',
    ):
        part = members["customXml/item1.xml"]
        head, tail = part.split(b">", 2)[:2], b"</report>"
        members["customXml/item1.xml"] = head[0] + b">" + head[1] + b">" + content + tail
        assert read(zip_file(tmp_path / "a.docx", members), None, silent).report.counts().outputs == 12


def test_macros_and_other_kinds_of_office_files(whole: Path, tmp_path: Path) -> None:
    members = members_of(whole)
    macro = members["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    )
    assert "macros" in said(zip_file(tmp_path / "a.docm", members | {"[Content_Types].xml": macro}))
    assert "macros" in said(zip_file(tmp_path / "b.docx", members | {"word/vbaProject.bin": b"x"}))
    excel = members["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
    assert "not a Word document" in said(zip_file(tmp_path / "c.docx", members | {"[Content_Types].xml": excel}))
    assert "OpenDocument" in said(
        zip_file(tmp_path / "d.odt", {"mimetype": b"application/vnd.oasis", "content.xml": b""})
    )


def test_entities_are_refused(whole: Path, tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    members = members_of(whole)
    document = members["word/document.xml"].split(b"?>", 1)[1]
    hostile = bomb + document.replace(b"</w:body>", b"<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>")
    assert "damaged" in said(zip_file(tmp_path / "a.docx", members | {"word/document.xml": hostile}))


def test_deep_nesting_is_told_or_read(tmp_path: Path) -> None:
    deep = p("deepest")
    for _ in range(60):
        deep = tbl(tr(f"<w:tc>{deep}<w:p/></w:tc>", "side"))
    assert "no table" in said(word_file(tmp_path / "a.docx", deep))
    for _ in range(60):
        deep = tbl(tr(f"<w:tc>{deep}<w:p/></w:tc>", "side"))
    assert "damaged" in said(word_file(tmp_path / "a.docx", deep))
    controls = "<w:sdt><w:sdtContent>" * 100 + p("text") + "</w:sdtContent></w:sdt>" * 100
    said(word_file(tmp_path / "b.docx", controls))


def test_far_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 50)
    assert "table rows" in said(word_file(tmp_path / "a.docx", tbl(ROW, *(tr("a", "1", "b") for _ in range(60)))))


def test_an_empty_document(tmp_path: Path) -> None:
    assert "empty" in said(word_file(tmp_path / "a.docx", "<w:p/>"))


def test_relations_that_lead_nowhere(whole: Path, tmp_path: Path) -> None:
    members = members_of(whole)
    for target in ("../../etc/passwd", "word/none.xml", ""):
        bad = relations({"rId1": ("officeDocument", target)})
        said(zip_file(tmp_path / "a.docx", members | {"_rels/.rels": bad}))


def test_truncations_and_flips_are_a_sentence(whole: Path, tmp_path: Path) -> None:
    data = whole.read_bytes()
    path = tmp_path / "b.docx"
    for cut in range(1, len(data), len(data) // 60):
        path.write_bytes(data[:cut])
        said(path)
    dice = random.Random(7)
    for _ in range(150):
        flipped = bytearray(data)
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        try:
            read(path, None, silent)
        except UserError as error:
            assert str(error)  # noqa: PT017  (some flips hit what nobody reads)


def test_flips_inside_the_document_are_a_sentence_or_read(whole: Path, tmp_path: Path) -> None:
    members = members_of(whole)
    dice = random.Random(11)
    for _ in range(60):
        name = dice.choice(["word/document.xml", "word/styles.xml", "customXml/item1.xml", "_rels/.rels"])
        flipped = bytearray(members[name])
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(7)
        try:
            read(zip_file(tmp_path / "c.docx", members | {name: bytes(flipped)}), None, silent)
        except UserError as error:
            assert str(error)  # noqa: PT017


@pytest.mark.slow
def test_three_hundred_files_are_a_sentence_each_or_read(whole: Path, tmp_path: Path) -> None:
    """How long they take, and how much memory, is told by tests/bench/bench_word_hostile.py."""
    count = 0
    for what, make in hostile_files(whole):
        path = make(tmp_path / "a.docx")
        before = path.read_bytes()
        try:
            read(path, None, silent)
        except UserError as error:
            assert "{" not in str(error), what  # noqa: PT017
        assert path.read_bytes() == before, what
        count += 1
    assert count >= 300


def test_reading_can_be_stopped(whole: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read(whole, None, stop)
