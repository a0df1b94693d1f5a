"""The interface's catalogues say everything that the program says, in every language that it offers."""

import importlib.util
from datetime import timedelta
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from rbb_editor.i18n import N_, Text, Translator, interface_languages

ROOT = Path(__file__).resolve().parent.parent


def load_tool() -> ModuleType:
    pytest.importorskip("babel", reason="Babel makes the catalogues; it is installed for developers only")
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


tool = load_tool()
LANGUAGES = tool.languages()


def forms(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_interface_speaks_english_and_chinese():
    assert LANGUAGES == ["zh"]
    assert interface_languages() == ("en", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(language: str):
    """Mend with `python packaging/catalogues.py update`, translate what `list` shows, then `compile`."""
    there = {message.id: message for message in tool.read(language) if message.id}
    wanted = {message.id for message in tool.marked_texts() if message.id}
    assert set(there) - wanted == set(), "no longer in the program"
    assert wanted - set(there) == set(), "not in the catalogue"
    assert tool.untranslated(tool.read(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_fields_and_the_access_keys(language: str):
    for message in tool.read(language):
        if message.id:
            wanted = {frozenset(fields(form)) for form in forms(message.id)}
            keys = "&" in forms(message.id)[0].replace(" & ", "")
            for form in forms(message.string):
                assert fields(form) in wanted, message.id
                assert ("(&" in form) == keys, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_reads_is_what_was_translated(language: str):
    po = tool.FOLDER / language / f"{tool.NAME}.po"
    assert po.with_suffix(".mo").read_bytes() == tool.mo_bytes(tool.read(language))
    assert po.read_bytes() == tool.po_bytes(tool.updated(language))


def test_a_compiled_catalogue_bears_no_date():
    first, later = tool.read("zh"), tool.read("zh")
    later.creation_date = later.revision_date = first.creation_date + timedelta(days=1)
    assert tool.mo_bytes(first) == tool.mo_bytes(later)


def test_a_text_is_shown_in_the_language():
    translate = Translator.load("zh")
    assert translate(Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=3)) == "3 项产出"
    assert translate(N_("Planned output")) == "计划产出"
    assert Translator.load("tlh")(N_("Planned output")) == "Planned output"


def test_texts_are_found_however_they_are_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    package = tmp_path / tool.NAME
    package.mkdir()
    (package / "module.py").write_text(
        'a = N_("one" " text")\n'
        'b = Text.of(N_("{count} row"), plural=N_("{count} rows"), count=1)\n'
        'c = Text.of("{count} cell", plural="{count} cells", count=1)\n'
        'd = {1: (N_("a file"), N_("{count} files"))}\n'
        'e = pair(2, N_("a node"), N_("{count} nodes"))\n'
        'f = (N_("met"), N_("short"))\n'
        'g = "not marked"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    assert {message.id for message in tool.marked_texts() if message.id} == {
        "one text",
        ("{count} row", "{count} rows"),
        ("{count} cell", "{count} cells"),
        ("a file", "{count} files"),
        ("a node", "{count} nodes"),
        "met",
        "short",
    }
