"""The pages of 10,000 outputs: how long the window stands still while they are set, searched and written as a PDF."""

from pathlib import Path
from tempfile import TemporaryDirectory

from rbb_editor.gui.page.opening import paging_of
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from tests.bench.large_window import application, longest, open_large
from tests.bench.measure import tell

OUTPUTS = 10_000
EVENT = 0.2
"""Seconds that one event may hold the window."""


def main() -> None:
    """Prints the lines, in time of the window's thread."""
    app = application()  # noqa: F841  (kept until the end)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.rbb"
        Project.create(path, make_sample(OUTPUTS, "en"), author="Bench").close()
        window = open_large(path, whole=True)
        assert window.workspace is not None
        table = window.workspace.table
        paging, written = paging_of(window), folder / "pages.pdf"
        table.standing.go(table.standing.moves().by_rows(table.standing.spot(), OUTPUTS))
        shown = longest(paging.show, lambda: paging.pane.pages.complete)
        tell("the pages opened at the last row, longest event", shown, EVENT, "s")
        for words in ("report", "e"):
            found = longest(lambda words=words: paging.pane.search.setText(words), lambda: True)
            tell(f"“{words}” found on all pages", found, EVENT, "s")
        made = longest(lambda: paging.write_pdf(written), lambda: written.exists() and not window.work.going_on)
        tell("a PDF written, longest event", made, EVENT, "s")
        window.close()


if __name__ == "__main__":
    main()
