"""A program that edits a report until it is killed: `python -m tests.store.killed FILE`.

It prints the seq of every edit after the store has acknowledged it, and edits so that the text of the output named
"counter" is the seq.
"""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from rbb_editor import store
from tests.store.edits import planned_text


def main() -> None:
    """Edits for ever."""
    with store.open_file(Path(sys.argv[1])) as opened:
        report = opened.load()
        start = len(opened.journal())
        store.warm_up()
        print("ready", flush=True)
        for seq in count(start + 1):
            change = planned_text(report, str(seq), "letters")
            written = opened.commit(change, store.Entry("Killed", datetime.now(UTC)))
            report.apply(change)
            print(written, flush=True)


if __name__ == "__main__":
    main()
