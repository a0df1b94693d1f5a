"""Archives of unknown origin are refused by a sentence before anything is unpacked."""

import warnings
import zipfile
from pathlib import Path

import pytest

from rbb_editor.errors import UserError
from rbb_editor.formats.archive import OLE, Archive, opened


def make(path: Path, members: dict[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", level) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def read_all(path: Path) -> None:
    with opened(path) as archive:
        for name in archive.names:
            member(archive, name)


def member(archive: Archive, name: str) -> bytes:
    return b"".join(archive.pieces(name, 1000))


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_all(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_members_are_read(tmp_path: Path) -> None:
    with opened(make(tmp_path / "a.docx", {"word/document.xml": b"<a/>"})) as archive:
        assert member(archive, "word/document.xml") == b"<a/>"
        with pytest.raises(UserError, match=r"word/styles\.xml is missing"):
            member(archive, "word/styles.xml")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"hello", "is not a Word or Excel file"),
        (b"%PDF-1.7 ...", "is in the format PDF"),
        (b"{\\rtf1 ...", "is in the format RTF"),
        (OLE + bytes(600), "old format"),
        (OLE + bytes(6000) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and then nothing", "damaged or incomplete"),
    ],
)
def test_what_is_no_archive_is_named(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert sentence in refused(path)


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "no file" in refused(tmp_path / "none.docx")


def test_bombs_are_refused_by_their_table_of_contents(tmp_path: Path) -> None:
    assert "far more" in refused(make(tmp_path / "ratio.docx", {"a.xml": bytes(30_000_000)}))
    assert "far more" in refused(make(tmp_path / "many.docx", {f"{n}.xml": b"" for n in range(2_001)}))
    assert "far more" in refused(
        make(tmp_path / "sum.docx", {f"{n}.xml": bytes(range(256)) * 90_000 for n in range(9)}, zipfile.ZIP_STORED)
    )


def test_a_member_larger_than_it_says_is_damaged(tmp_path: Path) -> None:
    content = bytearray(make(tmp_path / "a.docx", {"a.xml": bytes(900_000)}).read_bytes())
    size = content.index(b"PK\x01\x02") + 24
    content[size : size + 4] = (10).to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(content)
    assert "damaged" in refused(tmp_path / "a.docx")


def test_doubled_and_outward_names_are_refused(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(tmp_path / "two.docx", "w") as archive:
            archive.writestr("word/document.xml", "a")
            archive.writestr("word/document.xml", "b")
    assert "twice" in refused(tmp_path / "two.docx")
    for name in ("../evil", "/etc/passwd", "word/../../x"):
        assert "outside" in refused(make(tmp_path / "out.docx", {name: b""}))


def test_every_truncation_and_flip_is_a_sentence_or_whole(tmp_path: Path) -> None:
    whole = make(tmp_path / "a.docx", {"word/document.xml": b"<a>some text</a>" * 50}).read_bytes()
    path = tmp_path / "b.docx"
    for cut in range(1, len(whole)):
        path.write_bytes(whole[:cut])
        refused(path)
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        path.write_bytes(flipped)
        try:
            read_all(path)
        except UserError as error:
            assert str(path) in str(error)  # noqa: PT017  (a flip may also hit a byte that nobody reads)
