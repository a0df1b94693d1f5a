"""What README.md says is there is there: commands, sub-commands, options, files."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rbb_editor import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def called(program: str) -> list[list[str]]:
    """The words after each call of a program in README's blocks and code, explanations cut off."""
    calls = re.findall(rf"^(?: {{4}}|.*`){re.escape(program)}\b([^`\n]*)", README, re.MULTILINE)
    return [re.split(r"\s{2,}", call.rstrip())[0].split() for call in calls]


def test_two_commands_open_the_editor_and_pass_the_tests():
    blocks = re.findall(r"^    (python3 packaging/run\.py.*)$", README, re.MULTILINE)
    assert blocks == ["python3 packaging/run.py", "python3 packaging/run.py test"]


def test_run_py_is_called_as_it_can_be():
    usage = subprocess.run([sys.executable, ROOT / "packaging" / "run.py", "--help"], capture_output=True, text=True)
    calls = called("python3 packaging/run.py")
    assert len(calls) >= 5
    for first in {call[0] for call in calls if call}:
        assert f"run.py {first} " in usage.stdout


def test_every_sub_command_is_shown_and_each_that_is_shown_exists():
    shown = {call[0] for call in called("rbb-editor") if call and call[0].islower() and "." not in call[0]}
    assert shown == set(cli.NAMES)


@pytest.mark.parametrize("call", [call for call in called("rbb-editor") if "--" in " ".join(call)])
def test_every_option_that_is_shown_exists(call: list[str]):
    answer = subprocess.run(
        [sys.executable, "-m", "rbb_editor", call[0], "--help"], cwd=ROOT, capture_output=True, text=True
    )
    for option in (word for word in call if word.startswith("--")):
        assert option in answer.stdout


@pytest.mark.parametrize("package", ["domain", "formats", "gui"])
def test_the_modules_that_a_package_is_explained_by_exist(package: str):
    folder = ROOT / "rbb_editor" / package
    named = re.findall(r"`([a-z_.]+)`", (folder / "__init__.py").read_text("utf-8"))
    places = {name: [base / name.replace(".", "/") for base in (folder, folder.parent)] for name in named}
    gone = [
        name
        for name, found in places.items()
        if not any(place.is_dir() or place.with_suffix(".py").is_file() for place in found)
    ]
    assert len(named) > 20
    assert gone == []


def test_every_link_leads_somewhere():
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_folder_of_the_tree_exists_and_every_layer_is_in_it():
    tree = re.search(r"^    rbb_editor/\n(.*?)^    packaging/", README, re.MULTILINE | re.DOTALL)
    assert tree is not None
    below = set(re.findall(r"^ {6}(\S+)", tree[1], re.MULTILINE))
    assert [name for name in below if not (ROOT / "rbb_editor" / name).exists()] == []
    layers = {f"{path.parent.name}/" for path in (ROOT / "rbb_editor").glob("*/__init__.py")}
    assert layers <= below


def test_every_path_in_code_exists():
    paths = re.findall(r"`((?:rbb_editor|resources|tests|packaging)/[\w./-]*)`", README)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
