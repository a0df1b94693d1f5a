"""What tells a file from all others."""

import os
from pathlib import Path

import pytest

from rbb_editor.store.marks import mark_of


def test_two_names_of_a_file_have_one_mark_and_two_files_have_not(tmp_path: Path) -> None:
    one, other, link = tmp_path / "one.rbb", tmp_path / "other.rbb", tmp_path / "link.rbb"
    one.touch()
    other.touch()
    os.link(one, link)
    assert mark_of(one) == mark_of(link) is not None
    assert mark_of(one) != mark_of(other)
    assert mark_of(tmp_path / "none.rbb") is None


def test_on_a_drive_that_numbers_no_files_none_is_taken_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "stat", lambda _: os.stat_result((0, 0, *[1] * 8)))
    assert mark_of(tmp_path) is None
