"""The pages of 10,000 outputs: how long the window stands still while they are set, searched and written as a PDF."""

from rbb_editor.gui.page.opening import paging_of
from tests.bench.large_window import OUTPUTS, large_window, longest
from tests.bench.measure import tell

EVENT = 0.2
"""Seconds that one event may hold the window."""


def main() -> None:
    """Prints the lines, in time of the window's thread."""
    with large_window(whole=True) as (window, folder):
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


if __name__ == "__main__":
    main()
