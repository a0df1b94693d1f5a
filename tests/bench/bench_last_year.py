"""Last year's report beside 10,000 outputs: what keeping it costs an opening, reading and matching it, asking it."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from msgspec.structs import replace

from rbb_editor.domain.entities import EarlierReport, Entity, Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear
from rbb_editor.project.sample import make_sample
from rbb_editor.store import pack_earlier
from tests.bench.measure import seconds, tell

OUTPUTS = 10_000
ASKED = 1_000


def main() -> None:
    """Prints the lines; all times are CPU time against that of opening the file."""
    now = make_sample(OUTPUTS, "en")
    then = Report(year_before(each) for each in (now.info, *now.walk()))
    with TemporaryDirectory() as name:
        path = Path(name) / "report.rbb"
        Project.create(path, now, author="Bench").close()
        plain = seconds(lambda: Project.open(path, author="Bench").close(), clock=process_time)
        with Project.open(path, author="Bench") as project:
            key, packed = pack_earlier(then)
            project.keep_earlier(EarlierReport(key, "last.docx", outputs=OUTPUTS), packed)
            kept = project.earlier_report()
            reading = seconds(project.earlier_report, clock=process_time)
        with_it = seconds(lambda: Project.open(path, author="Bench").close(), clock=process_time)
    assert kept is not None
    matching = seconds(lambda: LastYear(now, kept), clock=process_time)
    last_year = LastYear(now, kept)
    tell("opening a file that keeps one, against one that does not", with_it / plain, 1.2)
    tell("reading it, against opening the file", reading / plain, 3)
    tell("matching it, against opening the file", matching / plain, 4, detail=f"{last_year.matched} of {OUTPUTS} found")
    strange = Report(_renamed(each) for each in (*(make_sample(OUTPUTS, "fr").walk()),))
    tell("matching one with nothing in common", seconds(lambda: LastYear(now, strange), 1, process_time), 5, "s")
    some = [output for output, _ in zip(now.outputs(), range(ASKED), strict=False)]
    asking = seconds(lambda: [last_year.figure(each, each.components[0].id) for each in some], clock=process_time)
    tell("asking for one figure", 1000 * asking / ASKED, 1, "ms")


def year_before(entity: Entity) -> Entity:
    """The same row under another id, its figures others, every twentieth reworded."""
    if isinstance(entity, Output):
        text = re.sub(r"\d+", lambda found: str(int(found[0]) + 3), entity.planned_text)
        if entity.id.endswith(("a", "b")):
            text = f"Continued and further {text}"
        return replace(_renamed(entity), planned_text=text)
    return _renamed(entity)


def _renamed(entity: Entity) -> Entity:
    if isinstance(entity, Output):
        parts = tuple(replace(each, id=f"old{each.id}") for each in entity.components)
        return replace(entity, id=f"old{entity.id}", parent=f"old{entity.parent}", components=parts)
    if isinstance(entity, Section):
        return replace(entity, id=f"old{entity.id}", parent=entity.parent and f"old{entity.parent}")
    return entity


if __name__ == "__main__":
    main()
