"""The overview of 10,000 outputs: how long the window stands still while it counts, and what an edit costs under it."""

from collections.abc import Callable
from time import process_time

from PySide6.QtWidgets import QApplication

from rbb_editor.edits import outputs
from rbb_editor.gui.main_window import MainWindow
from tests.bench.large_window import large_window, longest
from tests.bench.measure import tell

EDITS = 200


def main() -> None:
    """Prints the lines; all times are CPU time."""
    with large_window() as (window, _):
        for which in ("first", "second"):
            held = longest(lambda: window.show_view("overview"), counted(window)) * 1000
            tell(f"the longest event while the {which} overview counts", held, 100 if which == "first" else 50, "ms")
            window.show_view("edit")
        edits(window, 10)  # what is loaded and read for the first one
        without = edits(window, 20)
        window.show_view("overview")
        longest(lambda: None, counted(window))
        tell("an edit under the overview, p95, more than without it", edits(window, 30) - without, 16, "ms")


def counted(window: MainWindow) -> Callable[[], bool]:
    """Asks whether all is counted."""

    def done() -> bool:
        seen = window.workspace.at_a_glance if window.workspace is not None else None
        return seen is not None and not seen.counting

    return done


def edits(window: MainWindow, least: int) -> float:
    """The milliseconds that 95 of 100 edits take, to the disk and to the screen; `least`: the first figure typed."""
    assert window.project is not None
    report, times = window.project.report, []
    for number, output in zip(range(EDITS), report.outputs(), strict=False):
        figure = output.components[0]
        start = process_time()
        window.do(outputs.set_completed(report, output.id, figure.id, str(least + number % 7)))
        QApplication.processEvents()
        times.append((process_time() - start) * 1000)
    return sorted(times)[len(times) * 95 // 100]


if __name__ == "__main__":
    main()
