"""Places that may not be written: what is theirs can be read, what is new is kept elsewhere, and nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rbb_editor.gui.dialogs.import_review import ImportReview, place_for
from rbb_editor.gui.main_window import MainWindow
from tests.gui.window.conftest import answer, dialog_of, open_dialogs, press_button, said
from tests.gui.window.test_import_review import CUT


@pytest.fixture
def forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that may not be written, whoever runs the tests."""
    folder = tmp_path / "forbidden"
    folder.mkdir()
    access = os.access

    def asked(path: str | Path, mode: int) -> bool:
        return access(path, mode) and not (mode & os.W_OK and Path(path).is_relative_to(folder))

    monkeypatch.setattr(os, "access", asked)
    return folder


def test_a_report_that_may_not_be_written_is_offered_for_reading(
    open_window: Callable[..., MainWindow], make_file: Callable[..., Path], forbidden: Path
):
    path = make_file("theirs.rbb")
    path = path.rename(forbidden / path.name)
    window = open_window()
    window.files.open_path(path)
    assert said().startswith(f"{path} cannot be written")
    press_button("Open read-only")
    assert window.project.path == path
    assert window.project.read_only


def test_an_import_is_kept_in_another_place_where_the_first_may_not_be_written(
    open_window: Callable[..., MainWindow], forbidden: Path, tmp_path: Path, qtbot: QtBot
):
    source = tmp_path / "last year.txt"
    source.write_text(CUT, "utf-8")
    window = open_window()
    window.files.take(source)
    qtbot.waitUntil(lambda: bool(open_dialogs(ImportReview)), timeout=20_000)
    review = dialog_of(ImportReview)
    assert isinstance(review, ImportReview)
    assert review.target == source.with_suffix(".rbb")
    review.target = forbidden / "new.rbb"
    review.go.click()
    assert said().startswith(f"You are not allowed to write in the folder “{forbidden}”")
    press_button("Choose another place…")
    answer(tmp_path / "new.rbb")
    assert window.project.path == tmp_path / "new.rbb"
    assert window.project.report.counts().outputs


def test_a_copy_is_kept_in_another_place_where_the_first_may_not_be_written(
    window: MainWindow, forbidden: Path, tmp_path: Path
):
    window.menus.actions["copy"].trigger()
    answer(forbidden / "copy.rbb")
    assert said().startswith(f"You are not allowed to write in the folder “{forbidden}”")
    press_button("Choose another place…")
    answer(tmp_path / "copy.rbb")
    assert (tmp_path / "copy.rbb").is_file()
    assert window.project.path != tmp_path / "copy.rbb"


def test_what_is_imported_from_a_folder_that_may_not_be_written_is_kept_among_ones_own(
    forbidden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    source = forbidden / "last year.docx"
    assert place_for(source, tmp_path) == tmp_path / "last year.rbb"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert place_for(source, tmp_path / "no such folder") == tmp_path / "last year.rbb"
