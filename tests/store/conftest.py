"""What the tests of the store share: a file with a small report, backups that stay in the test's folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rbb_editor import store
from tests.made_up import NOW, small_report

ENTRY = store.Entry("Officer", NOW)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups go to a folder of the test."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file may be made, in a folder with a space and a letter beyond ASCII."""
    folder = tmp_path / "my rép%20orts"
    folder.mkdir()
    return folder / "report #1?.rbb"


@pytest.fixture
def opened(path: Path) -> Iterator[store.Store]:
    """A new file with the small report, open for writing."""
    with store.create(path, small_report(), ENTRY) as made:
        yield made


@pytest.fixture
def closed(path: Path) -> Path:
    """A file with the small report and one edit, at rest."""
    from tests.store.edits import edit

    report = small_report()
    with store.create(path, report, ENTRY) as made:
        edit(made, report, "41 letters to Member States")
    return path
