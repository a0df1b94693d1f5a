"""The report file: making, opening, editing and copying it against bare sqlite3, and what 200 kills leave behind."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from operator import itemgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from rbb_editor import store
from rbb_editor.domain.report import Report
from rbb_editor.project.sample import USUAL_SIZE, make_sample
from tests.bench.measure import seconds, tell
from tests.made_up import small_report
from tests.store.edits import planned_text
from tests.store.kills import ROOT, kill_editors

SMALL, LARGE = 1_000, 10_000
GROWTH = 12.0
EDITS = 1_000
KILLS = 200
COLD_RUNS = 9
COLD = """
import sys, time
from pathlib import Path
from rbb_editor import store
start = time.process_time()
with store.open_file(Path(sys.argv[1])) as opened:
    opened.load()
    opened.journal()
    print(time.process_time() - start)
assert "sqlalchemy" not in sys.modules
"""
ENTRY = store.Entry("Bench", datetime(2026, 1, 1, tzinfo=UTC))


def main() -> None:
    """Prints the lines."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        times = {size: whole_file(make_sample(size, "en"), folder / f"{size}.rbb") for size in (SMALL, LARGE)}
        for what in ("create", "open", "load"):
            growth = times[LARGE][what] / times[SMALL][what]
            tell(f"{what}: growth from {SMALL} to {LARGE} outputs", growth, GROWTH)
        tell(f"verified copy of {LARGE} outputs", times[LARGE]["verified copy"], 1.0, "s")
        tell(f"load {LARGE} outputs", times[LARGE]["load"], 0.25, "s")
        tell("load against bare sqlite3", times[LARGE]["load"] / bare_load(folder / f"{LARGE}.rbb"), 6.0)
        tell("create against bare sqlite3", times[LARGE]["create"] / bare_create(folder / f"{LARGE}.rbb"), 8.0)
        store.create(folder / "usual.rbb", make_sample(USUAL_SIZE, "zh"), ENTRY).close()
        tell(f"open and load {USUAL_SIZE} outputs at a start", cold(folder / "usual.rbb") * 1000, 25.0, "ms")
        tell(f"open and load {LARGE} outputs at a start", cold(folder / f"{LARGE}.rbb") * 1000, 200.0, "ms")
        edits(folder / f"{LARGE}.rbb")
        kills(folder / "kills.rbb")


def whole_file(report: Report, path: Path) -> dict[str, float]:
    """Seconds for each thing that is done with a whole file."""
    create = seconds(lambda: store.create(path, report, ENTRY, replace=True).close(), 3)
    opening = seconds(lambda: store.open_file(path).close(), 5)
    with store.open_file(path) as opened:
        opened.load()
        load = seconds(opened.load, 7)
        copy = seconds(partial(opened.save_copy, path.with_name("copy.rbb")), 3)
    return {"create": create, "open": opening, "load": load, "verified copy": copy}


def cold(path: Path) -> float:
    """Seconds of processor time to open and read a file in a new process, with what it imports for that."""
    command = [sys.executable, "-c", COLD, str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True) for _ in range(COLD_RUNS)]
    return median(float(done.stdout) for done in runs)


def bare_load(path: Path) -> float:
    """Seconds to fetch the same rows with nothing made of them."""
    tables = ("info", "sections", "outputs", "components", "comments", "waivers")
    with closing(sqlite3.connect(path)) as raw:
        return seconds(lambda: [raw.execute(f"SELECT * FROM {table}").fetchall() for table in tables], 7)


def bare_create(path: Path) -> float:
    """Seconds to write the same rows into the same tables from tuples at hand, and to wait for the disk."""
    target = path.with_name("bare.db")
    with closing(sqlite3.connect(path)) as raw:
        definitions = [sql for (sql,) in raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names}

    def write() -> None:
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(target)) as raw, raw:
            for sql in definitions:
                raw.execute(sql)
            for name, values in filter(itemgetter(1), rows.items()):
                marks = ", ".join("?" * len(values[0]))
                raw.executemany(f"INSERT INTO {name} VALUES ({marks})", values)

    return seconds(write, 3)


def edits(path: Path) -> None:
    """One edit after the other on outputs all over the report, each on the disk before the next."""
    with store.open_file(path) as opened:
        report = opened.load()
        ids = [output.id for output in report.outputs()]
        chance = random.Random(1)
        times = []
        for number in range(EDITS):
            change = planned_text(report, f"{number} letters to Member States", chance.choice(ids))
            start = perf_counter()
            opened.commit(change, ENTRY)
            times.append(perf_counter() - start)
            report.apply(change)
    bare = bare_edits(path)
    for share, name in ((0.5, "median"), (0.99, "p99")):
        ours, theirs = at(times, share), at(bare, share)
        limit = 20.0 if share > 0.9 else 5.0
        tell(f"one edit on {LARGE} outputs, {name}", ours * 1000, limit, "ms")
        tell(f"one edit against bare sqlite3, {name}", ours / theirs, 3.0)


def bare_edits(path: Path) -> list[float]:
    """The same updates and journal rows by hand, just as durable, without checks."""
    times = []
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=EXTRA")
        ids = [id for (id,) in raw.execute("SELECT id FROM outputs")]
        chance = random.Random(1)
        row = raw.execute("SELECT * FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        for number in range(EDITS):
            start = perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            text = f"{number} letters to Member States"
            raw.execute("UPDATE outputs SET planned_text = ? WHERE id = ?", (text, chance.choice(ids)))
            values = (row[0] + number + 1, *row[1:])
            raw.execute(f"INSERT INTO journal VALUES ({', '.join('?' * len(row))})", values)
            raw.execute("COMMIT")
            times.append(perf_counter() - start)
    return times


def at(times: list[float], share: float) -> float:
    """The time that this share of all does not exceed."""
    return sorted(times)[int(len(times) * share)]


def kills(path: Path) -> None:
    """Editors killed at random moments."""
    store.create(path, small_report(), ENTRY, replace=True).close()
    came = kill_editors(path, KILLS)
    print(
        f"  {came.kills} kills, {came.acknowledged} edits acknowledged, {came.rolled_back} journals left to roll back"
    )
    tell("acknowledged edits lost", came.lost, 0, "")
    tell("files unsound after a kill", came.unsound, 0, "")


if __name__ == "__main__":
    main()
