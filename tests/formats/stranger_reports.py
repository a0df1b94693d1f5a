"""One small report with a known truth, set in Word as others set theirs: hooks for its headings and tables."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import silent
from tests.formats.text_reports import outputs
from tests.formats.word_files import p, r, tbl, tc, tr, word_file

BOLD = "<w:b/>"
HEADS = ("Planned outputs", "Completed (number or yes/no)", "Remarks")
FIRST = (
    ("45 briefings to Member States on supply", "52", "52 briefings were held."),
    ("60 oral briefings and 51 weekly notes", "50", "Oral briefings were given."),
    ("", "51", "Weekly notes were issued."),
    ("Annual report on the management of fuel", "Yes", ""),
)
SECOND = (("Advice to 15 missions on the disposal of assets", "15", "Advice was given."),)
Rows = Sequence[Sequence[str]]
Heading = Callable[[str, str, str], str]
"""Kind ("department", "office", "accomplishment"), number, title -> XML."""
Table = Callable[[Rows], str]
OUTPUTS = [
    (FIRST[0][0], [("52", FIRST[0][2])]),
    (FIRST[1][0], [("50", FIRST[1][2]), ("51", FIRST[2][2])]),
    (FIRST[3][0], [("Yes", "")]),
    (SECOND[0][0], [("15", SECOND[0][2])]),
]
SECTIONS = [
    ("department", "A", "Field Logistics"),
    ("office", "a", "Supply Chain"),
    ("accomplishment", "1.1", "Better supply"),
    ("department", "B", "Mission Oversight"),
    ("accomplishment", "2.1", "More oversight"),
]


def heading(kind: str, number: str, title: str) -> str:
    """A bold paragraph, worded as usual."""
    forms = {"department": "{}. {}", "office": "({}) {}", "accomplishment": "Expected accomplishment {}: {}"}
    return bold(forms[kind].format(number, title))


def bold(text: str) -> str:
    return f"<w:p>{r(text, BOLD)}</w:p>"


def head_row(*cells: str) -> str:
    return tr(*(tc(bold(each)) for each in cells or HEADS))


def rows_of(rows: Rows) -> list[str]:
    return [tr(*(tc(each) if each else tc() for each in row)) for row in rows]


def table(rows: Rows) -> str:
    return tbl(head_row(), *rows_of(rows))


def body(headings: Heading = heading, tables: Table = table) -> str:
    """The report with its headings and tables set by these."""
    made = [headings(*section) for section in SECTIONS]
    return "".join((*made[:3], tables(FIRST), p(""), *made[3:], tables(SECOND)))


def imported(folder: Path, xml: str, **parts: str) -> Imported:
    """What comes in of a Word file with this body."""
    return read(word_file(folder / "strange.docx", xml, **parts), None, silent)


def sections(report: Report) -> list[tuple[str, str, str]]:
    return [(str(node.level), node.number, node.title) for node in report.walk() if hasattr(node, "level")]


def assert_whole(report: Report, numbers: Sequence[str] = ("A", "a", "1.1", "B", "2.1")) -> None:
    """The truth, with the sections numbered so."""
    known = zip(SECTIONS, numbers, strict=True)
    assert sections(report) == [(kind, number, title) for (kind, _, title), number in known]
    assert outputs(report) == OUTPUTS
