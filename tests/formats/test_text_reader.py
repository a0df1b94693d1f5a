"""Text files of every encoding, and files that are no text: one clear sentence each."""

from pathlib import Path

import pytest

from rbb_editor.errors import UserError
from rbb_editor.formats import limits, text_reader
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import silent
from tests.formats.text_reports import accomplishment, head, outputs, table, written
from tests.formats.text_reports import read as in_text

ZH = table([("开展 85 次外联活动", "101", "开展了 101 次外联活动"), ("编写 4 份报告", "4", "编写了 4 份报告")])
RU = "\n".join(["A. Департамент", accomplishment("ru"), head("ru"), "Проведение 5 совещаний\t5\tПроведено 5 совещаний"])
AR = "\n".join(["A. إدارة", accomplishment("ar"), head("ar"), "عقد 5 اجتماعات\t5\tعقدت 5 اجتماعات"])
FR = "\n".join(["A. Département", accomplishment("fr"), head("fr"), "Établissement de 5 études\t5\t5 études achevées"])
ES = "\n".join(
    ["A. Departamento", accomplishment("es"), head("es"), "Organización de 5 años\t5\t5 reuniones ¿ya? en España"]
)


def read(path: Path) -> Imported:
    return text_reader.read(path, None, silent)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ZH, "utf-8"), (ZH, "utf-8-sig"), (ZH, "utf-16"), (ZH, "utf-16-le"), (ZH, "utf-16-be"), (ZH, "utf-32"),
        (ZH, "gb18030"), (ZH, "gbk"), (RU, "cp1251"), (RU, "utf-16-le"), (AR, "cp1256"), (FR, "cp1252"),
        (FR, "latin-1"), (FR, "utf-16-be"), (FR, "mac-roman"), (RU, "koi8-r"), (RU, "iso8859-5"), (RU, "cp866"),
        (AR, "iso8859-6"), (ES, "cp1252"), (ES, "cp850"),
    ],
)  # fmt: skip
def test_encodings(text: str, encoding: str, tmp_path: Path) -> None:
    plain = read(written(tmp_path, text))
    imported = read(written(tmp_path, text.encode(encoding, errors="replace"), "other.txt"))
    assert outputs(imported.report) == outputs(plain.report)
    assert imported.language == plain.language
    told = [note for note in imported.notes if "was read as" in note.message.msgid]
    assert bool(told) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems(ends: str, tmp_path: Path) -> None:
    assert outputs(read(written(tmp_path, ZH.replace("\n", ends))).report) == outputs(
        read(written(tmp_path, ZH)).report
    )


def test_control_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    imported = read(written(tmp_path, ZH.replace("外联", "外\x00联\x07")))
    assert outputs(imported.report)[0][0] == "开展 85 次外联活动"
    assert any("unprintable" in note.message.msgid for note in imported.notes)


def test_a_form_feed_is_a_page_break(tmp_path: Path) -> None:
    rows = [*ZH.splitlines(), "签订 2 份协议\t2\t达成了协定。截至", "\f\t\t今年年底，各方均已签字"]
    assert (
        outputs(read(written(tmp_path, "\n".join(rows))).report)[-1][1][0][1]
        == "达成了协定。截至今年年底，各方均已签字"
    )


def test_a_file_cut_off_in_mid_character_comes_in_and_it_is_told(tmp_path: Path) -> None:
    imported = read(written(tmp_path, ZH.rstrip("\n").encode()[:-1]))
    assert len(outputs(imported.report)) == 2
    assert any(note.kind == "doubt" and "cut off" in note.message.msgid for note in imported.notes)


def test_single_damaged_bytes_are_told_with_their_lines(tmp_path: Path) -> None:
    rows = [("开展 85 次外联活动和会议", "101", f"开展了 101 次外联活动 {number}") for number in range(100)]
    data = bytearray(table(rows).encode())
    data[data.index("外联".encode()) + 1] = 0xFF
    imported = read(written(tmp_path, bytes(data)))
    assert any(note.kind == "doubt" and "damaged" in note.message.msgid for note in imported.notes)


def test_tables_drawn_with_strokes(tmp_path: Path) -> None:
    lines = [
        "A. Department", "", accomplishment("en"), "", "| Planned outputs | Completed | Remarks |", "|---|---|---|",
        "| Five visits | 5 | 5 visits were made |", "| | 2 | 2 reports were written |", "| Two books | 2 | Printed |",
    ]  # fmt: skip
    assert outputs(read(written(tmp_path, "\n".join(lines))).report) == [
        ("Five visits", [("5", "5 visits were made"), ("2", "2 reports were written")]),
        ("Two books", [("2", "Printed")]),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04" + bytes(100), "zip"),
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Word"),
        (b"SQLite format 3\0" + bytes(100), "database"),
        (bytes(range(256)) * 40, "no text"),
        (bytes(5000) + b"\x01\x02", "no text"),
        (b"just a letter\n\nwith two lines", "no table"),
        (b"x" * 200_000, "longer than any row"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read(written(tmp_path, data, "strange.txt"))
    message = str(caught.value)
    assert "strange.txt" in message
    assert words in message
    assert "Nothing was changed" in message


def test_far_too_many_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="more than 100000 table rows"):
        read(written(tmp_path, "A\t1\tB\n" * (limits.MAX_ROWS + 1)))


def test_a_file_far_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    with pytest.raises(UserError, match="far more than any report"):
        read(written(tmp_path, ZH))


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tlh"):
        text_reader.read(written(tmp_path, ZH), "tlh", silent)


def test_a_language_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    assert text_reader.read(written(tmp_path, ZH), "en", silent).language == "en"


def test_a_cell_in_quotation_marks_goes_over_several_lines() -> None:
    """As spreadsheets copy a cell with line ends."""
    rows = [
        '45 briefings\t52\t"52 were held.\nMore were asked for."',
        '2 reports\t2\t"Both ""full"" reports"',
        '3 notes\t3\t"Three"',
    ]
    text = "\n".join(("A. Logistics", "", accomplishment("en"), "", head("en"), *rows))
    assert [printed for _, ((_, printed),) in outputs(in_text(text).report)] == [
        "52 were held.\nMore were asked for.",
        'Both "full" reports',
        '"Three"',
    ]


def test_a_page_foot_set_with_a_tab_is_no_row() -> None:
    lines = (
        "45 briefings\t52\tHeld",
        "",
        "09-66001 (F)\t3",
        "",
        "A/69/651/Add.1",
        "",
        "\t51\tNotes",
        "3 reports\t3\t5",
    )
    text = "\n".join(("A. Logistics", "", accomplishment("en"), "", head("en"), *lines))
    assert outputs(in_text(text).report) == [
        ("45 briefings", [("52", "Held"), ("51", "Notes")]),
        ("3 reports", [("3", "5")]),
    ]
