"""Which words are looked up, where Hunspell and its dictionaries are found, what its answers mean."""

import sys
from pathlib import Path

import pytest

from rbb_editor.project import spelling
from rbb_editor.project.spelling import answer_of, find_speller, known_words, lacking, words_in
from tests.hunspell import install
from tests.made_up import small_report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with neither Hunspell nor a dictionary."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("DICPATH", raising=False)
    monkeypatch.setattr(spelling, "PLACES", ())
    monkeypatch.setattr(spelling, "PROGRAMS", ())
    return tmp_path / "data"


def found(text: str, code: str, *known: str) -> list[str]:
    return [text[start:end] for start, end in words_in(text, code, frozenset(known))]


@pytest.mark.parametrize(
    ("code", "text", "looked_up"),
    [
        ("en", "85 visits to UNMIL (A/71/587), 3rd-party re-check", ["visits", "to", "party", "check"]),
        ("en", "The team's e-mail: a@b.org, iNeed MINUSCA", ["The", "team's", "mail"]),
        ("fr", "l’établissement d'une école", ["l’établissement", "d'une", "école"]),
        ("ru", "Группа UNMIL провела 5 встреч", ["Группа", "провела", "встреч"]),
        ("ar", "نُشر الدليل UNMIL", ["نُشر", "الدليل"]),
    ],
)
def test_words_that_are_looked_up(code: str, text: str, looked_up: list[str]) -> None:
    assert found(text, code) == looked_up


def test_the_words_of_the_abbreviations_are_right() -> None:
    known = known_words(small_report(), ["Velmara"])
    assert {"made", "mission", "velmara"} <= known
    assert found("Velmara Mission letters", "en", *known) == ["letters"]


def test_what_is_missing_is_said_in_a_sentence(tmp_path: Path, data: Path) -> None:
    assert "no spelling check" in str(lacking("zh") and lacking("zh").in_english())
    assert find_speller("en") is None
    assert "Install Hunspell" in lacking("en").in_english()
    program = install(tmp_path / "bin", data)
    assert "en_GB-oxendict" in lacking("en").in_english()
    assert str(data / "rbb-editor" / "dictionaries") in lacking("en").in_english()
    install(tmp_path / "bin", data, "en_US", "en_GB", "fr_FR")
    assert lacking("en") is None
    speller = find_speller("en")
    assert speller is not None
    assert speller.dictionary == "en_GB"
    assert speller.command[0] == str(program)
    assert find_speller("ru") is None


def test_any_dictionary_of_the_language_will_do(tmp_path: Path, data: Path) -> None:
    install(tmp_path / "bin", data, "es_MX", "en_ZA")
    assert find_speller("es").dictionary == "es_MX"
    assert find_speller("en").dictionary == "en_ZA"


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (["*"], None),
        (["+ establish"], None),
        (["& recieved 2 1: received, relieved"], ("received", "relieved")),
        (["# xyzzyx 1"], ()),
        (["*", "& établisement 1 3: établissement"], ("établissement",)),
        ([], None),
    ],
)
def test_answers(lines: list[str], meant: tuple[str, ...] | None) -> None:
    assert answer_of(lines) == meant
