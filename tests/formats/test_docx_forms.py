"""Forms of older reports that the samples do not have."""

from pathlib import Path

from rbb_editor.domain.entities import Output, Section
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.imported import Imported, Kind
from rbb_editor.progress import silent
from tests.formats.word_files import p, tbl, tc, tr, word_file

HEAD = tr("Planned outputs", "Completed (number or yes/no)", "Remarks")
TEN = tr("12 workshops", "10", "Two fewer.")
BETTER = p("Expected accomplishment 1.1: Better")


def imported(folder: Path, body: str, **parts: str) -> Imported:
    return read(word_file(folder / "a.docx", body, **parts), "en", silent)


def tree(found: Imported) -> list[str]:
    return [
        f"{node.number} {node.title}".strip() if isinstance(node, Section) else row(node)
        for node in found.report.walk()
    ]


def row(output: Output) -> str:
    return " | ".join([output.planned_text, *(f"{each.completed} {each.remarks}" for each in output.components)])


def test_every_heading_is_a_row_of_one_table(tmp_path: Path) -> None:
    def full(text: str) -> str:
        return tr(tc(text, properties='<w:gridSpan w:val="3"/>'))

    rows = [full(text) for text in ("A. Department of Peace", "(a) Office of X", "Expected accomplishment 1.1: Better")]
    more = [full(text) for text in ("B. Department of Aid", "Expected accomplishment 2.1: Other")]
    found = imported(tmp_path, tbl(*rows, HEAD, TEN, *more, tr("4 reports", "4", "Done.")))
    assert tree(found) == [
        "A Department of Peace", "a Office of X", "1.1 Better", "12 workshops | 10 Two fewer.",
        "B Department of Aid", "2.1 Other", "4 reports | 4 Done.",
    ]  # fmt: skip


def test_a_head_over_two_rows_with_merged_cells(tmp_path: Path) -> None:
    upper = tr(
        tc("Planned outputs", properties='<w:vMerge w:val="restart"/>'),
        tc("Actual outputs", properties='<w:gridSpan w:val="2"/>'),
    )
    lower = tr(tc(properties="<w:vMerge/>"), tc("Number or yes/no"), tc("Remarks"))
    assert tree(imported(tmp_path, BETTER + tbl(upper, lower, TEN)))[1:] == [
        "1.1 Better",
        "12 workshops | 10 Two fewer.",
    ]


def test_headings_numbered_by_word(tmp_path: Path) -> None:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:start w:val="1"/></w:lvl></w:abstractNum>'
        for id, kind, text in ((1, "upperLetter", "%1."), (2, "decimal", "1.%1"))
    )
    numbering += "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in (1, 2))

    def item(text: str, id: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{id}"/></w:numPr>')

    body = item("Department of Peace", 1) + item("Expected accomplishment: Better", 2) + tbl(HEAD, TEN)
    body += item("Department of Aid", 1) + item("Expected accomplishment: Other", 2) + tbl(HEAD, TEN)
    found = tree(imported(tmp_path, body, numbering=numbering))
    assert [line for line in found if "workshops" not in line] == [
        "A Department of Peace", "1.1 Better", "B Department of Aid", "1.2 Other"
    ]  # fmt: skip


def test_tables_of_indicators_and_lines_between_are_left_out_with_their_words(tmp_path: Path) -> None:
    indicators = tbl(tr("Planned indicators of achievement", "Actual indicators of achievement"), tr("One", "Two"))
    source = p("Source: the department.") + p("B. Department of Aid") + p("Expected accomplishment 1.1: Other")
    found = imported(tmp_path, BETTER + indicators + tbl(HEAD, TEN) + source + tbl(HEAD, TEN))
    assert len(list(found.report.outputs())) == 2
    left_out = [note.source for note in found.notes if note.kind is Kind.LEFT_OUT]
    assert "One\tTwo" in left_out
    assert "Source: the department." in left_out
