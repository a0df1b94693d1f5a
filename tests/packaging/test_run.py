"""`packaging/run.py` as it is called: help, a wrong call, an old Python, a first and a second start, no network."""

import ast
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from firstrun.program import system_python

ROOT = Path(__file__).parents[2]
RUN = ROOT / "packaging" / "run.py"


def start(*arguments: str, script: Path = RUN, **environ: str) -> subprocess.CompletedProcess[str]:
    """Call run.py with nothing in the environment but what is given."""
    command = [system_python(), str(script), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", timeout=60)


def test_help_names_the_four_calls():
    answer = start("--help")
    assert answer.returncode == 0
    assert [line.split("run.py")[1].split()[0] for line in answer.stdout.splitlines()] == [
        "opens",
        "test",
        "--",
        "python",
    ]


def test_an_unknown_call_is_told_with_the_known_ones():
    answer = start("tset")
    assert answer.returncode == 2
    assert "'tset'" in answer.stderr
    assert "run.py test" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_any_python_3_can_read_it():
    ast.parse(RUN.read_text("utf-8"), feature_version=(3, 4))
    assert RUN.read_text("utf-8").isascii()


def test_an_old_python_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch):
    spec = importlib.util.spec_from_file_location("run", RUN)
    assert spec is not None
    assert spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setattr(run, "runs", lambda name: name == "python3.12")
    assert run.too_old() == (
        "RBB Editor needs Python 3.11 or newer and this is Python 3.10; start it with python3.12 packaging/run.py.\n"
    )
    monkeypatch.setattr(run, "runs", lambda name: False)
    assert run.too_old().endswith("Python 3.10; install Python 3.11 or newer and start again.\n")


@pytest.mark.skipif(not shutil.which("python3.10"), reason="no older Python here")
def test_a_real_old_python_is_told_in_one_sentence():
    answer = subprocess.run(["python3.10", str(RUN)], capture_output=True, text=True)
    if answer.returncode == 127:
        pytest.skip("python3.10 is a shim without a Python")
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert "Python 3.10" in answer.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a path with a space and a letter beyond ASCII; its lock lists nothing, so no network is needed."""
    checkout = tmp_path / "my wörk" / "checkout"
    shutil.copytree(ROOT / "packaging", checkout / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("requirements.txt", "requirements-dev.txt"):
        (checkout / "packaging" / name).write_text("", "utf-8")
    editor = checkout / "rbb_editor"
    editor.mkdir()
    (editor / "__init__.py").touch()
    (editor / "__main__.py").write_text("import sys\nprint(sys.argv[1:])\nsys.exit(len(sys.argv) - 1)\n", "utf-8")
    return checkout


def test_a_first_start_makes_the_environment_and_passes_arguments_and_exit_code_on(checkout: Path):
    script = checkout / "packaging" / "run.py"
    answer = start("--", "check", "a b", script=script, PATH=_path(), LANG="C.UTF-8")
    assert (answer.returncode, answer.stdout) == (2, "['check', 'a b']\n")
    assert "Making a virtual environment in " in answer.stderr
    again = start("--", "info", script=script, PATH=_path(), LANG="C.UTF-8")
    assert (again.returncode, again.stdout, again.stderr) == (1, "['info']\n", "")


def test_a_package_that_cannot_be_downloaded_is_told_in_a_sentence(checkout: Path):
    lock = checkout / "packaging" / "requirements.txt"
    lock.write_text(f"nowhere==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    answer = start(
        "--", "info", script=checkout / "packaging" / "run.py", PATH=_path(), PIP_INDEX_URL="http://127.0.0.1:9/simple"
    )
    assert answer.returncode == 2
    assert "could not be downloaded. Check the network connection and start again." in answer.stderr
    assert "Traceback" not in answer.stderr


def _path() -> str:
    return str(Path(system_python()).parent)
