"""What pip's failures are told as."""

import sys
from pathlib import Path

import pytest

from firstrun import pip, system_packages
from firstrun.problem import Problem

WHAT = "The packages could not be installed"
NO_NETWORK = """\
WARNING: Retrying (Retry(total=1, connect=None, read=None, redirect=None, status=None)) after connection broken by \
'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new \
connection: [Errno -3] Temporary failure in name resolution')': /simple/babel/
ERROR: Could not find a version that satisfies the requirement babel==2.18.0 (from versions: none)
ERROR: No matching distribution found for babel==2.18.0
"""
NO_WHEEL = """\
ERROR: Could not find a version that satisfies the requirement pyside6-essentials==6.11.3 (from versions: none)
ERROR: No matching distribution found for pyside6-essentials==6.11.3
"""
FULL = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
WRONG_HASH = """\
WARNING: Retrying (Retry(total=1)) after connection broken
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, \
please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.
"""
FORBIDDEN = "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/v/lib/six.py'\n"
CRASH = "Traceback (most recent call last):\n  File x\nRuntimeError: nobody expects this\n"


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        (NO_NETWORK, "they could not be downloaded. Check the network connection and start again."),
        (NO_WHEEL, "there is no ready-made pyside6-essentials==6.11.3 for Python "),
        (FULL, "the disk is full; about 600 MB are needed"),
        (WRONG_HASH, "a downloaded file is not the one that was locked."),
        (FORBIDDEN, "/v/lib/six.py cannot be written."),
        (CRASH, "RuntimeError: nobody expects this."),
        ("", "The packages could not be installed."),
    ],
)
def test_a_failure_is_one_sentence(errors: str, told: str):
    sentence = pip.explain(errors, WHAT)
    assert sentence.startswith(WHAT)
    assert told in sentence
    assert "\n" not in sentence


def test_a_python_without_any_pip_is_told_the_apt_line(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pip, "_system_pip_is_good", lambda: False)
    monkeypatch.setattr(pip, "_has_ensurepip", lambda: False)
    monkeypatch.setattr(pip.program, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    with pytest.raises(Problem, match=r"apt-get install -y python3-venv$"):
        pip.comes_with_environment()


@pytest.mark.parametrize(("good", "own"), [(True, False), (False, True)])
def test_an_environment_gets_its_own_pip_only_where_the_systems_is_too_old(
    monkeypatch: pytest.MonkeyPatch, good: bool, own: bool
):
    monkeypatch.setattr(pip, "_system_pip_is_good", lambda: good)
    monkeypatch.setattr(pip, "_has_ensurepip", lambda: True)
    assert pip.comes_with_environment() is own


def test_a_program_that_is_no_pip_has_no_version(tmp_path: Path):
    assert pip._version([sys.executable, "-c", "print('x')"]) == (0,)
    assert pip._version([sys.executable, "-c", "print('pip 23.0.1 from /usr')"]) == (23, 0)
