"""Damage is noticed, named, and as much as possible is read around it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rbb_editor import store
from rbb_editor.domain.report import Report
from rbb_editor.errors import UserError
from tests.made_up import small_report
from tests.store.conftest import ENTRY
from tests.store.edits import edit, planned_text
from tests.store.test_refusals import alter

FLIPS = 250


def everything(path: Path) -> tuple[Report, list[store.Record], list[object]]:
    """All that a user can see of a file."""
    with store.open_file(path) as opened:
        records = opened.journal()
        changes: list[object] = [opened.change_of(record.seq) for record in records]
        return opened.load(), records, changes


def test_every_flipped_bit_is_noticed_or_harmless(closed: Path):
    """The file of the small report: a sample of its bits, most of them where its content is."""
    content = closed.read_bytes()
    intact = everything(closed)
    used = [at for at in range(len(content)) if content[at]]
    chance = random.Random(7)
    flipped = closed.with_name("flipped.rbb")
    noticed = 0
    for at in chance.sample(used, FLIPS) + chance.sample(range(len(content)), 50) + list(range(100)):
        broken = bytearray(content)
        broken[at] ^= 1 << chance.randrange(8)
        flipped.write_bytes(broken)
        try:
            seen = everything(flipped)
        except UserError:
            noticed += 1
        else:
            assert seen == intact, f"byte {at} changed and nobody noticed"
    assert noticed > FLIPS / 2


def test_a_changed_letter_is_found_and_the_report_recovered_whole(closed: Path):
    report = everything(closed)[0]
    content = bytearray(closed.read_bytes())
    at = content.rindex(b"35 letters were sent")
    content[at : at + 2] = b"95"
    closed.write_bytes(content)
    with pytest.raises(store.Damaged, match=r"a row of “components”.*outputs: 5") as caught:
        store.open_file(closed)
    assert caught.value.salvaged == 5
    target = closed.with_name("new.rbb")
    found = store.salvage(closed, target, ENTRY)
    assert found.whole
    assert found.report == report
    assert closed.read_bytes() == content
    with store.open_file(target) as opened:
        assert opened.load() == report
        assert opened.journal()[0].label.in_english() == f"Recovered from {closed.name}"


def broken_journal(path: Path) -> None:
    alter(path, "UPDATE journal SET change = x'00' WHERE seq = 1")


def test_with_a_broken_journal_sound_rows_are_kept_and_the_others_named(closed: Path):
    report = everything(closed)[0]
    broken_journal(closed)
    alter(
        closed,
        "UPDATE outputs SET planned_text = '99 visits' WHERE id = 'visits'",
        "UPDATE outputs SET planned_text = 'wrong' WHERE id = 'letters'",
        "DELETE FROM outputs WHERE id = 'posts'",
    )
    found = store.salvage(closed, closed.with_name("new.rbb"), ENTRY)
    assert not found.whole
    assert found.doubtful == ("visits",)
    assert found.report.output("visits").planned_text == "99 visits"
    assert found.restored == ("letters",)
    assert found.report.output("letters") == report.output("letters")
    assert found.lost == ("posts",)
    assert found.moved == ("w1",)  # the waiver on the lost output is kept with the front matter
    assert found.report.output("issue") == report.output("issue")


def test_outputs_whose_section_is_lost_move_to_a_section_of_their_own(closed: Path):
    broken_journal(closed)
    alter(closed, "DELETE FROM sections WHERE id IN ('a', 'B11')")
    with pytest.raises(store.Damaged, match="outputs: 5"):
        store.open_file(closed)
    found = store.salvage(closed, closed.with_name("new.rbb"), ENTRY)
    assert found.lost == ("B11", "a")
    assert set(found.moved) == {"a11", "a21", "posts"}
    assert [section.title for section in found.report.sections()][-1] == "Recovered"
    with store.open_file(closed.with_name("new.rbb")) as opened:
        assert len(list(opened.load().outputs())) == 5


def large(path: Path) -> Report:
    """A file of many pages, at rest."""
    from rbb_editor.project.sample import make_sample

    report = make_sample(300, "en")
    store.create(path, report, ENTRY).close()
    return report


@pytest.mark.parametrize("page", range(2, 40, 3))
def test_a_page_of_zeros_costs_at_most_what_was_on_it(path: Path, page: int):
    report = large(path)
    content = bytearray(path.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(store.Damaged):
        store.open_file(path)
    found = store.salvage(path, path.with_name("new.rbb"), ENTRY)
    assert found.report == report
    assert found.whole


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_file_gives_what_is_left(path: Path, share: float):
    large(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(store.Damaged, match="damaged"):
        store.open_file(path)
    found = store.salvage(path, path.with_name("new.rbb"), ENTRY)
    assert found.outputs > 0 or share < 0.6
    with store.open_file(path.with_name("new.rbb")) as opened:
        assert opened.load() == found.report


def test_a_wrecked_file_never_makes_salvage_fail(path: Path):
    report = large(path)
    content = path.read_bytes()
    chance = random.Random(3)
    most = 0
    for number in range(30):
        broken = bytearray(content)
        for _ in range(4 ** (number % 5)):
            at = chance.randrange(100, len(broken))
            broken[at : at + 40] = chance.randbytes(40)
        path.write_bytes(broken[: len(content)])
        target = path.with_name(f"new{number}.rbb")
        found = store.salvage(path, target, ENTRY)
        store.open_file(target).close()
        most = max(most, found.outputs)
    assert most == report.counts().outputs


def test_damage_met_while_working_is_a_sentence_too(closed: Path):
    with store.open_file(closed) as opened:
        report = opened.load()
        alter(closed, "UPDATE journal SET author = 'someone else' WHERE seq = 2")
        with pytest.raises(store.Damaged, match=r"a record of its journal.*outputs: 5"):
            opened.journal()
        with pytest.raises(store.Damaged, match="record of its journal"):
            opened.change_of(2)
        with pytest.raises(store.ChangedElsewhere, match="Another program"):
            opened.commit(planned_text(report, "never"), ENTRY)


def test_rows_of_an_earlier_state_are_noticed(closed: Path):
    """As if a drive had kept an old page: every row is sound by itself, but they are not of one moment."""
    old = closed.read_bytes()
    with store.open_file(closed) as opened:
        edit(opened, opened.load(), "43 letters")
    with closing(sqlite3.connect(closed)) as raw:
        earlier = closed.with_name("old.rbb")
        earlier.write_bytes(old)
        raw.execute("ATTACH ? AS old", (str(earlier),))
        raw.execute("REPLACE INTO outputs SELECT * FROM old.outputs WHERE id = 'letters'")
        raw.commit()
    with pytest.raises(store.Damaged, match="earlier state"):
        store.open_file(closed)
    found = store.salvage(closed, closed.with_name("new.rbb"), ENTRY)
    assert found.report.output("letters").planned_text == "43 letters"
    assert found.report != small_report()
