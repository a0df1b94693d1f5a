"""The virtual environment: made, kept, repaired, and never made out of what is not ours."""

import subprocess
import sys
from pathlib import Path

import pytest

from firstrun import environment, pip, places
from firstrun.environment import UNFINISHED, Environment, Lock
from firstrun.problem import Problem


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with two lists of packages."""
    packaging = tmp_path / "check out" / "packaging"
    packaging.mkdir(parents=True)
    (packaging / "requirements.txt").write_text("one", "utf-8")
    (packaging / "requirements-dev.txt").write_text("one two", "utf-8")
    return packaging.parent


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lists installed so far; nothing is really installed."""
    lists: list[str] = []
    monkeypatch.setattr(pip, "install", lambda _python, lock, _log: lists.append(lock.name))
    return lists


def ready(checkout: Path, name: str = "requirements") -> Environment:
    return environment.ready(checkout, name, {"HOME": str(checkout.parent / "home")})


def test_a_second_start_finds_everything_done(checkout: Path, installed: list[str]):
    first = ready(checkout)
    assert first.folder == checkout / ".venv"
    assert ready(checkout) == first
    assert installed == ["requirements.txt"]


def test_the_checkout_is_importable_in_it(checkout: Path, installed: list[str]):
    (checkout / "rbb_editor.py").write_text("print('here')", "utf-8")
    command = [ready(checkout).python, "-P", "-m", "rbb_editor"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "here\n"


def test_a_changed_list_is_installed(checkout: Path, installed: list[str]):
    ready(checkout)
    (checkout / "packaging" / "requirements.txt").write_text("one three", "utf-8")
    ready(checkout)
    assert installed == ["requirements.txt", "requirements.txt"]


def test_the_developers_list_contains_the_other(checkout: Path, installed: list[str]):
    ready(checkout, "requirements-dev")
    ready(checkout)
    assert installed == ["requirements-dev.txt"]


def test_an_interrupted_setup_is_made_anew(checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch):
    def interrupt(_python: Path, _lock: Path, _log: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pip, "install", interrupt)
        with pytest.raises(KeyboardInterrupt):
            ready(checkout)
    half = checkout / ".venv" / "lib" / "half-installed"
    half.touch()
    assert ready(checkout).has(Lock.read(checkout, "requirements"))
    assert installed == ["requirements.txt"]
    assert not half.exists()


def test_a_setup_interrupted_before_there_was_a_python_is_made_anew(checkout: Path, installed: list[str]):
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / UNFINISHED).touch()
    assert ready(checkout).version() == "{}.{}".format(*sys.version_info)


def test_without_network_the_packages_that_are_there_stay_usable(
    checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
):
    def unreachable(_python: Path, _lock: Path, _log: Path) -> None:
        raise pip.UnreachableError

    ready(checkout)
    lock = checkout / "packaging" / "requirements.txt"
    lock.write_text("one three", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(pip, "install", unreachable)
        with pytest.raises(pip.UnreachableError):
            ready(checkout)
    lock.write_text("one", "utf-8")
    ready(checkout)
    assert installed == ["requirements.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_an_environment_whose_python_was_removed_is_made_anew(checkout: Path, installed: list[str]):
    python = ready(checkout).python
    python.unlink()
    python.symlink_to("/no/such/python")
    assert ready(checkout).version() is not None
    assert installed == ["requirements.txt"] * 2


def test_a_moved_checkout_is_followed(checkout: Path, installed: list[str]):
    ready(checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    (moved / "rbb_editor.py").write_text("print(__file__)", "utf-8")
    command = [ready(moved).python, "-P", "-m", "rbb_editor"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert Path(output.strip()) == moved / "rbb_editor.py"
    assert installed == ["requirements.txt"]


def test_a_folder_that_is_no_environment_is_left_alone(checkout: Path, installed: list[str]):
    letter = checkout / ".venv" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("dear", "utf-8")
    with pytest.raises(Problem, match="is in the way and is no virtual environment"):
        ready(checkout)
    assert letter.read_text("utf-8") == "dear"


def test_a_read_only_checkout_gets_its_environment_in_the_cache(
    checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(places, "can_write", lambda folder: checkout not in folder.parents)
    made = ready(checkout)
    assert made.folder.is_relative_to(checkout.parent / "home")
    assert f"{checkout} cannot be written: the packages go to {made.folder}" in capsys.readouterr().err
    assert ready(checkout) == made
    assert installed == ["requirements.txt"]


def test_nowhere_to_write_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "can_write", lambda _folder: False)
    with pytest.raises(Problem, match="name one in RBB_EDITOR_VENV"):
        ready(checkout)
