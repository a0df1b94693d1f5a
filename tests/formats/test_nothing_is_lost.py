"""Whatever stands in a file: it is in the report or in a note, and nothing but a UserError comes out of a reader."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor.domain.entities import Section
from rbb_editor.errors import UserError
from rbb_editor.formats import text_reader
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.blocks import Block, Cell, Footnote, Heading, Paragraph, Place, Row
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import silent
from tests.formats.text_reports import accomplishment, head, read

FIGURES = ("5", "否", "1 否", "12 48", "1 368", "70%", "全部", "", "")
JOINTS = (" ", "，", "。", " 产出低于计划数目，原因是", "、", "\n")
LINES = (
    "A. 部门{0}", "B. 部门{0}", "(a) 办公室{0}", "(b) 办公室{0}", accomplishment("zh", "1.1", "成绩{0}"),
    accomplishment("en", "2.1", "title{0}"), "二. 成果预算编制框架{0}*", "* 注{0}", "目录", "简称", "摘要", "{0}",
    "独立的一行{0}", "", "", "-- \t---\t--", "5/60", "A/72/701", head("zh"), head("zh"), "议程项目 149", "秘书长的报告",
    "第七十二届会议",
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of headings, rows and strange lines in any order; each piece of text holds a word of its own."""
    count = 0
    words: list[str] = []

    def word() -> str:
        nonlocal count
        count += 1
        words.append(f"词{count}号")
        return words[-1]

    lines: list[str] = []
    for _ in range(draw(st.integers(1, 40))):
        if draw(st.integers(0, 2)):
            cells = [
                word() if draw(st.booleans()) else "",
                draw(st.sampled_from(FIGURES)),
                draw(st.sampled_from(JOINTS)).strip("\n").join(word() for _ in range(draw(st.integers(0, 3)))),
            ]
            cells += [word() for _ in range(draw(st.sampled_from((0, 0, 0, 1))))]
            lines.append("\t".join(cells[: draw(st.sampled_from((2, 3, 3, 3, 4)))]))
        else:
            line = draw(st.sampled_from(LINES))
            lines.append(line.format(word()) if "{0}" in line else line)
    text = "\n".join(lines)
    return text, [each for each in words if each in text]


def everything(imported: Imported) -> str:
    info = imported.report.info
    found = [note.source for note in imported.notes]
    found += [str(getattr(info, name)) for name in ("title", "agenda_title", "summary", "section_title", "session")]
    found += [note.text for note in info.notes] + [f"{each.short} {each.long}" for each in info.abbreviations]
    for node in imported.report.walk():
        if isinstance(node, Section):
            found.append(f"{node.number} {node.title}")
        else:
            found.append(node.planned_text)
            found += [f"{each.completed} {each.remarks} {each.explanation}" for each in node.components]
    return re.sub(r"\s+", "", "\n".join(found))


@given(documents())
def test_every_word_of_a_text_is_in_the_report_or_in_a_note(document: tuple[str, list[str]]) -> None:
    text, words = document
    try:
        imported = read(text)
    except UserError:
        return
    found = everything(imported)
    assert [word for word in words if word not in found] == []


@given(
    st.binary(max_size=400), st.sampled_from((b"", b"\xff\xfe", b"\xef\xbb\xbf", "计划产出\t已完成\t说明\n".encode()))
)
def test_any_bytes_give_a_report_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.txt"
    path.write_bytes(start + data)
    with contextlib.suppress(UserError):  # any other exception is a bug
        assert text_reader.read(path, None, silent).report.counts().accomplishments > 0


def blocks() -> st.SearchStrategy[list[Block]]:
    texts = st.sampled_from(
        ("A. Department", "(a) Office", "Expected accomplishment 1.1: Title", "Planned outputs", "Completed", "Remarks",
         "Text of some length, which", "goes on.", "5", "Yes", "Contents", "Abbreviations", "* Note", "A/72/701",
         "12 48")
    )  # fmt: skip
    place = st.builds(Place, st.none(), st.just("somewhere"))
    cells = st.builds(Cell, st.lists(texts, max_size=3).map(tuple), st.booleans(), st.integers(1, 3))
    rows = st.lists(cells, min_size=1, max_size=5).map(tuple)
    return st.lists(
        st.one_of(
            st.builds(Heading, texts, place, st.one_of(st.none(), st.integers(1, 4)), st.booleans()),
            st.builds(Paragraph, texts, place, st.booleans(), st.sampled_from((None, "Title", "toc 1"))),
            st.builds(Row, rows, place, st.sampled_from((None, True, False)), st.integers(0, 3)),
            st.builds(Footnote, st.sampled_from(("*", "1")), texts, place),
        ),
        max_size=30,
    )  # fmt: skip


@given(blocks())
def test_any_blocks_give_a_report_or_a_sentence(found: list[Block]) -> None:
    with contextlib.suppress(UserError):  # any other exception is a bug
        assert assemble(found, None).report.counts().departments > 0
