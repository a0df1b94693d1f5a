"""The report of an earlier period in the file: kept with its record, found again, copied, saved out of a wreck."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from rbb_editor import store
from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.report import Report
from rbb_editor.edits.earlier import set_earlier
from tests.made_up import small_report
from tests.store.conftest import ENTRY
from tests.store.edits import edit
from tests.store.test_refusals import alter


def printed(report: Report) -> list[object]:
    return [report.info, *report.walk()]


def last_year() -> Report:
    report = small_report()
    return Report(
        replace(each, planned_text="30 letters") if each.id == "letters" else each for each in report.entities()
    )


def keep(opened: store.Store, report: Report, then: Report, name: str = "last.docx") -> EarlierReport:
    key, packed = store.pack_earlier(then)
    earlier = EarlierReport(key, name, "en", "Last year's", outputs=5)
    change = set_earlier(report, earlier)
    assert change is not None
    opened.commit(change, ENTRY, packed)
    report.apply(change)
    return earlier


@pytest.fixture
def holding(closed: Path) -> Path:
    """A file at rest that keeps last year's report."""
    with store.open_file(closed) as opened:
        keep(opened, opened.load(), last_year())
    return closed


def test_it_is_there_after_a_restart_without_its_comments(holding: Path) -> None:
    with store.open_file(holding) as opened:
        earlier = opened.load().earlier
        assert earlier is not None
        assert (earlier.name, earlier.title, earlier.outputs) == ("last.docx", "Last year's", 5)
        found = opened.earlier(earlier.content)
        assert found is not None
        assert printed(found) == printed(last_year())
        assert found.about("letters") == []
        opened.verify()


def test_one_that_was_replaced_is_still_there_for_undo(holding: Path) -> None:
    with store.open_file(holding) as opened:
        report = opened.load()
        first = report.earlier
        second = keep(opened, report, small_report(), "other.rbb")
        assert first is not None
        assert opened.earlier(first.content) == Report(printed(last_year()))  # type: ignore[arg-type]
        assert opened.earlier(second.content) == Report(printed(small_report()))  # type: ignore[arg-type]


def test_a_copy_and_a_backup_keep_it(holding: Path) -> None:
    copy = holding.with_name("copy.rbb")
    with store.open_file(holding) as opened:
        opened.save_copy(copy)
        backup = opened.backup("test")
    for path in (copy, backup):
        with store.open_file(path, read_only=True) as opened:
            earlier = opened.load().earlier
            assert earlier is not None
            assert opened.earlier(earlier.content) is not None


def test_nothing_refers_to_what_is_not_there(path: Path) -> None:
    earlier = EarlierReport("0" * 40, "gone.rbb")
    with pytest.raises(ValueError, match="not at hand"):
        store.create(path, Report([*small_report().entities(), earlier]), ENTRY)
    assert not path.exists()


def test_damage_in_it_does_not_keep_the_report_from_opening(holding: Path) -> None:
    with closing(sqlite3.connect(holding)) as raw, raw:
        raw.execute("UPDATE kept SET content = substr(content, 1, 20)")
    with store.open_file(holding) as opened:
        report = opened.load()
        edit(opened, report, "44 letters")
        assert report.earlier is not None
        with pytest.raises(store.Damaged, match="earlier report in it is not what was written"):
            opened.earlier(report.earlier.content)
        again = keep(opened, report, last_year(), "again.docx")
        assert opened.earlier(again.content) is not None
        opened.verify()


@pytest.mark.parametrize(
    "how",
    [
        "UPDATE kept SET content = substr(content, 1, 20)",
        "UPDATE kept SET (content, checksum) = (SELECT content, checksum FROM kept ORDER BY rowid DESC LIMIT 1)",
    ],
    ids=["cut_off", "that_of_another"],
)
def test_damage_in_it_is_found_by_whoever_reads_it_and_by_a_copy(holding: Path, how: str) -> None:
    with store.open_file(holding) as opened:
        report = opened.load()
        first = report.earlier
        keep(opened, report, small_report(), "other.rbb")
    alter(holding, how)
    with store.open_file(holding) as opened:
        assert first is not None
        with pytest.raises(store.Damaged):
            opened.earlier(first.content)
        for work in (opened.verify, lambda: opened.backup("test")):
            with pytest.raises(store.Damaged, match="earlier report in it is not what was written"):
                work()


@pytest.mark.parametrize("lost", [False, True])
def test_salvage_takes_it_along_or_says_that_it_is_lost(holding: Path, lost: bool) -> None:
    alter(holding, "UPDATE outputs SET planned_text = 'other' WHERE id = 'visits'")
    if lost:
        alter(holding, "DELETE FROM kept")
    with pytest.raises(store.Damaged):
        store.open_file(holding)
    target = holding.with_name("new.rbb")
    found = store.salvage(holding, target, ENTRY)
    assert ("earlier" in found.lost) == lost
    with store.open_file(target) as opened:
        report = opened.load()
        if lost:
            assert report.earlier is None
        else:
            assert report.earlier is not None
            assert opened.earlier(report.earlier.content) == Report(printed(last_year()))  # type: ignore[arg-type]


def test_a_program_of_version_2_would_still_read_the_report(holding: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What that version checks of a newer file: its own tables and columns are there."""
    from rbb_editor.store import schema

    older = tuple(each for each in schema.TABLES if each.name not in ("earlier", "kept"))
    monkeypatch.setattr(schema, "TABLES", older)
    monkeypatch.setattr(schema, "VERSION", 2)
    with pytest.raises(store.NewerVersion) as caught:
        store.open_file(holding)
    assert caught.value.readable
    with store.open_file(holding, read_only=True) as opened:
        assert [*opened.load().outputs()] == [
            *Report(store.open_file(holding, read_only=True).load().entities()).outputs()
        ]
