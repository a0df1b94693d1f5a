"""Files of earlier versions become files of today, with nothing in them changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rbb_editor import store
from rbb_editor.store.checksum import summer
from tests.made_up import small_report
from tests.store.edits import edit

INFO_1 = (
    "id, language, symbol, session, agenda_item, agenda_title, title, period_start, period_end, author, summary, "
    "section_number, section_title, notes, abbreviations"
)
WAIVERS_3 = "id, rule, target, reason, author, time, component"


def make_version_3(path: Path) -> None:
    """Takes away what version 4 added."""
    with closing(sqlite3.connect(path)) as raw, raw:
        rows = raw.execute(f"SELECT {WAIVERS_3}, said, checksum FROM waivers").fetchall()
        raw.execute("DROP TABLE waivers")
        texts = ", ".join(f"{name} TEXT NOT NULL" for name in ("rule", "target", "reason", "author", "time"))
        raw.execute(
            f"CREATE TABLE waivers (id VARCHAR(64) NOT NULL, {texts}, component VARCHAR(64), "
            "checksum BIGINT NOT NULL, PRIMARY KEY (id))"
        )
        difference = 0
        for *row, said, after in rows:
            assert said == ""
            before = summer("waivers")(row)
            raw.execute(f"INSERT INTO waivers VALUES ({', '.join('?' * (len(row) + 1))})", (*row, before))
            difference ^= before ^ after
        sum_anew(raw, difference)
        raw.execute("PRAGMA user_version = 3")


def sum_anew(raw: sqlite3.Connection, difference: int) -> None:
    """Notes in the last record of the journal that rows have other sums."""
    *last, state, changes = raw.execute(
        "SELECT seq, time, author, kind, refers, label, state, change_checksum FROM journal ORDER BY seq DESC"
    ).fetchone()
    checksum = summer("journal")((*last, state ^ difference, changes))
    raw.execute("UPDATE journal SET state = ?, checksum = ? WHERE seq = ?", (state ^ difference, checksum, last[0]))


def make_version_2(path: Path) -> None:
    """Takes away what version 3 added too."""
    make_version_3(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TABLE earlier")
        raw.execute("DROP TABLE kept")
        raw.execute("PRAGMA user_version = 2")


def make_version_1(path: Path) -> None:
    """Takes away what version 2 added too."""
    make_version_2(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        *row, profile, after = raw.execute(f"SELECT {INFO_1}, profile, checksum FROM info").fetchone()
        assert profile == "[]"
        before = summer("info")(row)
        raw.execute("DROP TABLE info")
        columns = INFO_1.replace("id, ", "").split(", ")
        texts = ", ".join(f"{name} TEXT NOT NULL" for name in columns)
        raw.execute(f"CREATE TABLE info (id VARCHAR(64) NOT NULL, {texts}, checksum BIGINT NOT NULL, PRIMARY KEY (id))")
        raw.execute(f"INSERT INTO info VALUES ({', '.join('?' * (len(row) + 1))})", (*row, before))
        sum_anew(raw, before ^ after)
        raw.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("make_old", [make_version_1, make_version_2, make_version_3])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_an_earlier_version_holds_the_same_report_and_journal(
    closed: Path, make_old: Callable[[Path], None], read_only: bool
):
    with store.open_file(closed, read_only=True) as opened:
        report, journal = opened.load(), opened.journal()
    make_old(closed)
    with store.open_file(closed, read_only=read_only) as opened:
        assert opened.load() == report
        assert opened.journal() == journal
        opened.verify()
        if not read_only:
            edit(opened, report, "42 letters")
            assert store.open_file(closed, read_only=True).load() == report


def test_the_small_report_asks_nothing_special_of_its_checks():
    assert small_report().info.profile == ()


@pytest.mark.parametrize(
    ("make_old", "damage"),
    [
        (make_version_3, "UPDATE waivers SET reason = 'Other words'"),
        (make_version_1, "UPDATE info SET title = 'Other words'"),
    ],
)
def test_what_is_damaged_in_a_file_of_an_earlier_version_is_not_taken_for_sound(
    closed: Path, make_old: Callable[[Path], None], damage: str
):
    make_old(closed)
    with closing(sqlite3.connect(closed)) as raw, raw:
        assert raw.execute(damage).rowcount == 1
    with pytest.raises(store.Damaged):
        store.open_file(closed, read_only=True).load()
