"""A program that gives all figures the same remark until it is killed: `python -m tests.project.killed FILE`.

The remark is a number that grows; it is printed once the change has been acknowledged.
"""

import sys
from itertools import count
from pathlib import Path

from rbb_editor.edits import several
from rbb_editor.project import Project, warm_up


def main() -> None:
    """Edits for ever."""
    with Project.open(Path(sys.argv[1]), author="Killed") as project:
        warm_up()
        figures = [(output.id, each.id) for output in project.report.outputs() for each in output.components]
        start = len(project.history())
        print("ready", flush=True)
        for number in count(start):
            project.do(several.set_remarks_of(project.report, figures, str(number)))
            print(number, flush=True)


if __name__ == "__main__":
    main()
