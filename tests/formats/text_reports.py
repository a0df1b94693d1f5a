"""Small reports as tab-separated text, and how an import of them reads, for the tests of the import."""

from pathlib import Path

from rbb_editor import resources
from rbb_editor.domain.report import Report
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.imported import Imported
from rbb_editor.formats.text_reader import blocks_of

Rows = list[tuple[str, str, str] | str]


def head(language: str) -> str:
    """The head row of a table of outputs."""
    phrases = resources.language(language).phrases
    return "\t".join((phrases["planned_outputs"], phrases["completed"], phrases["remarks"]))


def accomplishment(language: str, number: str = "1.1", title: str = "Title") -> str:
    """The heading of an accomplishment."""
    return resources.language(language).phrases["accomplishment_form"].format(number=number, title=title)


def table(rows: Rows, language: str = "zh") -> str:
    """A report with one department, one accomplishment and these rows; a text among them is a line of its own."""
    lines = ["A. 维持和平行动部", "", accomplishment(language), "", head(language)]
    return "\n".join(lines + [row if isinstance(row, str) else "\t".join(row) for row in rows]) + "\n"


def read(text: str, language: str | None = None) -> Imported:
    """The import of a text."""
    return assemble(list(blocks_of(text, "test.txt")), language, name="test.txt")


def outputs(report: Report) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each output as (planned text, [(completed, printed remarks)])."""
    return [
        (
            output.planned_text,
            [(each.completed, "\n".join(filter(None, (each.remarks, each.explanation)))) for each in output.components],
        )
        for output in report.outputs()
    ]


def import_rows(rows: Rows, language: str = "zh") -> list[tuple[str, list[tuple[str, str]]]]:
    """The outputs that come of a table."""
    return outputs(read(table(rows, language)).report)


def written(folder: Path, data: bytes | str, name: str = "report.txt") -> Path:
    """A file of this content."""
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path
