"""The document languages as they are delivered."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import read_actual, read_planned
from rbb_editor.domain.language import CELL_WORDS, parse_language
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import ActualKind, Outcome

CODES = ("ar", "en", "es", "fr", "ru", "zh")
FIELDS = {
    "agenda_item": {"number"},
    "department_form": {"number"},
    "department_form_in_words": {"number"},
    "office_form": {"number"},
    "accomplishment_form": {"number", "title"},
}


def test_there_are_six() -> None:
    assert resources.language_codes() == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_phrases(code: str) -> None:
    language = resources.language(code)
    assert language.phrases.keys() == resources.language("en").phrases.keys()
    assert all(language.phrases.values())
    assert language.verified <= language.phrases.keys()
    for key, phrase in language.phrases.items():
        assert {name for _, name, _, _ in Formatter().parse(phrase) if name is not None} == FIELDS.get(key, set())


@pytest.mark.parametrize("code", CODES)
def test_words_that_are_looked_for_as_they_stand_hold_no_signs_of_an_expression(code: str) -> None:
    counts = tomllib.loads((resources.root() / "languages" / f"{code}.toml").read_text("utf-8"))["counts"]
    for key in ("purposes", "parts", "each", "label_ends"):
        assert [word for word in counts.get(key, ()) if set(word) & set("(|)*?")] == []


@pytest.mark.parametrize("code", CODES)
def test_no_list_names_a_word_twice(code: str) -> None:
    tables = tomllib.loads((resources.root() / "languages" / f"{code}.toml").read_text("utf-8")).items()
    lists = {(name, key): each for name, table in tables if isinstance(table, dict) for key, each in table.items()}
    for place, words in lists.items():
        if isinstance(words, list):
            assert len(set(map(str, words))) == len(words), place


@pytest.mark.parametrize("code", CODES)
def test_the_printed_yes_and_no_are_read(code: str) -> None:
    language = resources.language(code)
    for key in ("yes", "no"):
        actual = read_actual(language.phrases[key], language)
        assert (actual.kind, actual.value) == (ActualKind.YES_NO, CELL_WORDS[key])


def test_only_arabic_runs_from_right_to_left() -> None:
    assert [code for code in CODES if resources.language(code).rtl] == ["ar"]


def test_a_language_without_a_table_is_refused() -> None:
    with pytest.raises(KeyError):
        parse_language("xx", {"name": "None", "rtl": False}, dict)
    with pytest.raises(KeyError):
        resources.language("xx")


def test_a_new_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    table = (resources.root() / "languages" / "es.toml").read_text(encoding="utf-8")
    for spanish, portuguese in {
        '"dos"': '"dois", "duas"',
        'yes = ["sí", "si"': 'yes = ["sim"',
        '"porque"': '"porque", "devido"',
        '"cancel*"': '"cancelad*"',
    }.items():
        assert spanish in table
        table = table.replace(spanish, portuguese)
    (folder / "pt.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    resources.language_codes.cache_clear()
    try:
        assert resources.language_codes() == ("pt",)
        language = resources.language("pt")
    finally:
        resources.language_codes.cache_clear()
        resources.language.cache_clear()
    assert read_actual("Sim", language).value is True
    planned = read_planned("Duas visitas", [read_actual("1", language)], [None], language)
    assert planned[0].value == 2
    remark = "Realizou-se 1 visita. A outra foi cancelada devido à falta de vistos."
    assert split_remarks(remark, Outcome.SHORTFALL, language).cue == "devido"
