"""Import, check, export and open: times on the real addendum, growth from 1,000 to 10,000 outputs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.project import Project
from rbb_editor.project.sample import USUAL_SIZE, make_sample
from rbb_editor.project.transfer import read_file, write_file
from rbb_editor.resources import language
from rbb_editor.rules.checker import Checker
from tests.bench.measure import SHARED, seconds, tell

SMALL, LARGE = 1_000, 10_000
GROWTH = 12
HEADS = {Level.DEPARTMENT: "{0.number}. {0.title}", Level.OFFICE: "({0.number}) {0.title}"}


def main() -> None:
    """Prints the lines."""
    with TemporaryDirectory() as folder:
        absolute(Path(folder))
        growth(Path(folder))


def absolute(folder: Path) -> None:
    """What a person waits for with a report of the usual size."""
    text = SHARED / "data" / "addendum_zh.txt"
    if not text.is_file():
        text = folder / "usual.txt"
        write_text(make_sample(USUAL_SIZE, "zh"), text)
    tell(f"import of {text.name}", seconds(lambda: read_file(text)), 2.0, "s")
    report = make_sample(USUAL_SIZE, "zh")
    tell(f"check of {USUAL_SIZE} outputs", seconds(lambda: check(report)), 0.2, "s")


def growth(folder: Path) -> None:
    """How much more work ten times the outputs are, in time of the processor."""
    reports = {size: make_sample(size, "zh") for size in (SMALL, LARGE)}
    for size, report in reports.items():
        write_text(report, folder / f"{size}.txt")
        Project.create(folder / f"{size}.rbb", report, author="bench").close()
    works: dict[str, Callable[[int], Any]] = {
        "import of text": lambda size: read_file(folder / f"{size}.txt"),
        "check": lambda size: check(reports[size]),
        "export to Word": lambda size: write_file(reports[size], folder / f"{size}.docx"),
        "import of that Word file": lambda size: read_file(folder / f"{size}.docx"),
        "export to Excel": lambda size: write_file(reports[size], folder / f"{size}.xlsx"),
        "export to JSON": lambda size: write_file(reports[size], folder / f"{size}.json"),
        "import of that JSON": lambda size: read_file(folder / f"{size}.json"),
        "open": lambda size: Project.open(folder / f"{size}.rbb", author="bench").close(),
    }
    for what, work in works.items():
        small, large = (seconds(partial(work, size), clock=process_time) for size in (SMALL, LARGE))
        tell(f"{what}, {LARGE} against {SMALL} outputs", large / small, GROWTH, detail=f"{small:.3f} s, {large:.3f} s")


def check(report: Report) -> None:
    """All rules over a report, with nothing read before."""
    words = language(report.info.language)
    Checker(report, Reader(words), words).run()


def write_text(report: Report, path: Path) -> None:
    """A report as the tab-separated text of a published addendum."""
    words = language(report.info.language).phrases
    lines = [report.info.symbol, "", report.info.title, ""]
    for node in report.walk():
        if not isinstance(node, Section):
            for number, each in enumerate(node.components):
                planned = node.planned_text if number == 0 else ""
                lines.append(f"{planned}\t{each.completed}\t{each.remarks} {each.explanation}".rstrip())
        elif node.level is Level.ACCOMPLISHMENT:
            heading = words["accomplishment_form"].format(number=node.number, title=node.title)
            lines += ["", heading, "", f"{words['planned_outputs']}\t{words['completed']}\t{words['remarks']}"]
        else:
            lines += ["", HEADS[node.level].format(node)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
