"""The locked packages: complete, with hashes, and without the address of any index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = ("requirements.txt", "requirements-dev.txt")
OF_WEIGHING = "requirements-weigh.txt"


def pins(name: str) -> dict[str, str]:
    """Package → version of a list."""
    text = (ROOT / "packaging" / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", [*LISTS, OF_WEIGHING])
def test_every_package_has_hashes_and_none_an_address(name: str):
    text = (ROOT / "packaging" / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert len(entries) == len(pins(name)) > 0
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|index|find-links|file:|@", text)


def test_the_developers_list_contains_the_other():
    assert pins(LISTS[0]).items() <= pins(LISTS[1]).items()


@pytest.mark.parametrize("name", LISTS)
def test_every_dependency_of_the_project_is_locked(name: str):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = list(project["project"]["dependencies"])
    if name == LISTS[1]:
        wanted += project["dependency-groups"]["dev"]
    names = {re.match(r"[\w-]+", each)[0].lower() for each in wanted}
    assert names <= pins(name).keys()
