"""The sub-commands as a person types them: what they print, what they write, what they answer."""

import json
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

from rbb_editor import __version__
from rbb_editor.cli import NAMES
from rbb_editor.cli.run import COMMANDS
from rbb_editor.edits import sections
from rbb_editor.project import Project
from rbb_editor.project.sample import make_known_sample
from rbb_editor.project.transfer import read_file
from tests.cli.conftest import Program


def test_the_names_known_at_every_start_are_those_of_the_sub_commands():
    assert tuple(command.name for command in COMMANDS) == NAMES


def test_help_names_every_sub_command_and_the_exit_codes(program: Program):
    done = program("--help")
    assert done.code == 0
    assert all(f"    {name} " in done.out for name in NAMES)
    assert "0 done; 1 a check found errors; 2 it could not be done" in " ".join(done.out.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_sub_command_has_its_own_help(program: Program, name: str):
    done = program(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"usage: rbb-editor {name} ")
    assert "Exit codes" in done.out


def test_version(program: Program):
    assert program("--version").out.split() == ["rbb-editor", __version__]


@pytest.mark.parametrize(
    "words",
    [
        ("chek", "report.rbb"),
        ("check",),
        ("--no-such-option",),
        ("export", "report.rbb"),
        ("new", "report.rbb", "--language", "tlh"),
        ("sample", "report.rbb", "--outputs", "-1"),
        ("sample", "report.rbb", "--outputs", "100001"),
        ("sample", "report.rbb", "--outputs", "many"),
        ("--lang",),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(program: Program, words: tuple[str, ...]):
    done = program(*words)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "--help" in done.err
    assert program.files() == set()


def test_new_makes_a_report_that_can_be_opened(program: Program):
    done = program("new", "empty.rbb", "--language", "fr", "--title", "Exécution du budget")
    assert (done.code, done.err) == (0, "")
    assert program.files() == {"empty.rbb"}
    facts = json.loads(program("info", "empty.rbb", "--json").out)
    assert (facts["language"], facts["title"], facts["outputs"]) == ("fr", "Exécution du budget", 0)


def test_new_makes_the_frame_of_the_next_year_of_a_report(program: Program, sample: Path):
    done = program("new", "next.rbb", "--roll-forward", sample, "--symbol", "A/81/1/Add.1")
    assert (done.code, done.err) == (0, "")
    assert "40 planned outputs" in done.out
    facts = json.loads(program("info", "next.rbb", "--json").out)
    assert (facts["symbol"], facts["outputs"]) == ("A/81/1/Add.1", 40)
    with Project.open(program.folder / "next.rbb", author="Tester", read_only=True) as project:
        assert project.report.earlier.name == "sample.rbb"
        assert not any(each.completed for output in project.report.outputs() for each in output.components)


def test_the_frame_of_the_next_year_has_the_language_asked_for_else_that_of_the_report(program: Program, sample: Path):
    assert program("new", "same.rbb", "--roll-forward", sample).code == 0
    assert program("new", "other.rbb", "--roll-forward", sample, "--language", "fr").code == 0
    languages = [json.loads(program("info", name, "--json").out)["language"] for name in ("same.rbb", "other.rbb")]
    assert languages == [json.loads(program("info", sample, "--json").out)["language"], "fr"]


@pytest.mark.parametrize(("language", "outputs"), [("en", 0), ("zh", 30), ("ar", 7)])
def test_sample_is_the_same_every_time_and_holds_what_it_was_made_to_hold(
    program: Program, language: str, outputs: int
):
    for name in ("one", "two"):
        assert program("sample", f"{name}.rbb", "--outputs", str(outputs), "--language", language).code == 0
        assert program("export", f"{name}.rbb", "-o", f"{name}.json").code == 0
    assert (program.folder / "one.json").read_bytes() == (program.folder / "two.json").read_bytes()
    facts = json.loads(program("info", "one.rbb", "--json").out)
    truth = make_known_sample(outputs, language)[1]
    assert (facts["outputs"], facts["figures"]) == (truth.outputs, truth.figures)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sample_without_a_number_is_the_one_to_be_read(program: Program, language: str):
    assert program("sample", "report.rbb", "--language", language).code == 0
    facts = json.loads(program("info", "report.rbb", "--json").out)
    assert facts["symbol"] == "A/80/999/Add.1"
    assert facts["departments"] >= 3
    assert facts["offices"] >= 3
    assert facts["outputs"] >= 60


def test_info_tells_what_a_file_holds(program: Program, sample):
    done = program("info", sample)
    assert done.code == 0
    assert "Language: English" in done.out
    assert "40 outputs" in done.out
    facts = json.loads(program("info", sample, "--json").out)
    truth = make_known_sample(40, "en")[1]
    assert Counter(facts["outcomes"]) == Counter({k.value: v for k, v in truth.outcomes.items()})


def test_an_existing_file_is_replaced_only_by_force(program: Program, sample):
    for words in (("new",), ("sample", "--outputs", "3")):
        before = sample.read_bytes()
        done = program(*words, sample)
        assert done.code == 2
        assert "--force" in done.err
        assert sample.read_bytes() == before
        assert program(*words, sample, "--force").code == 0
        assert sample.read_bytes() != before
    assert program.files() == {"sample.rbb"}


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "json"])
def test_export_writes_each_format_once_and_again_by_force(program: Program, sample, suffix: str):
    words = ("export", sample, "-o", f"report.{suffix}")
    done = program(*words)
    assert (done.code, done.err) == (0, "")
    target = program.folder / f"report.{suffix}"
    first = target.read_bytes()
    assert program(*words).code == 2
    assert target.read_bytes() == first
    assert program(*words, "--force").code == 0
    assert program.files() == {"sample.rbb", target.name}


def test_export_to_word_with_choices(program: Program, sample):
    words = ("--department", "A", "--findings", "--watermark", "DRAFT", "--sign-off", "--blackline-against", sample)
    done = program("export", sample, "-o", "part.docx", *words)
    assert (done.code, done.err) == (0, "")
    part = read_file(program.folder / "part.docx").report
    assert [section.number for section in part.sections()] == ["A"]
    with ZipFile(program.folder / "part.docx") as archive:
        assert b"DRAFT" in archive.read("word/header_first.xml")
        assert b"RBB Editor" in archive.read("word/comments.xml")


def test_export_shows_changes_since_a_step_of_the_history(program: Program, sample):
    path = program.folder / "sample.rbb"
    with Project.open(path, author="Anna") as project:
        first = project.report.sections()[0]
        project.do(sections.rename(project.report, first.id, f"New {first.title}"))
        project.do(sections.rename(project.report, first.id, f"Quite new {first.title}"))
    listed = program("info", sample, "--history")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == ["#3", "#2", "#1"]
    assert all("Anna" in line for line in listed.out.splitlines()[:2])
    steps = json.loads(program("info", sample, "--history", "--json").out)
    assert [each["step"] for each in steps] == [3, 2, 1]
    last, both = ["Quite new", "New"], ["Quite new "]
    for when, words in (("#2", last), ("2", last), ("#1", both), (steps[1]["time"], both)):
        done = program("export", sample, "-o", "out.docx", "--force", "--blackline-since", when)
        assert (done.code, done.err) == (0, "")
        revisions = read_file(program.folder / "out.docx").revisions
        assert sorted(each.text for each in revisions) == sorted(words)
        assert {each.author for each in revisions} == {"Anna"}


@pytest.mark.parametrize("when", ["#9x", "someday", "2001-01-01", "#0", "#99", "0"])
def test_export_refuses_a_state_that_there_is_not(program: Program, sample, when: str):
    done = program("export", sample, "-o", "out.docx", "--blackline-since", when)
    assert done.code == 2
    assert program.files() == {"sample.rbb"}


@pytest.mark.parametrize(("suffix", "choice"), [("docx", "--department=Q"), ("json", "--sign-off")])
def test_export_refuses_choices_that_do_not_fit(program: Program, sample, suffix: str, choice: str):
    done = program("export", sample, "-o", f"part.{suffix}", choice)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert program.files() == {"sample.rbb"}


@pytest.mark.parametrize("target", ["report.pdf", "report", "report.rbb", "missing/report.docx"])
def test_export_refuses_a_target_it_cannot_write(program: Program, sample, target: str):
    done = program("export", sample, "-o", target)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert program.files() == {"sample.rbb"}


def test_a_file_that_can_be_imported_is_read_directly(program: Program, sample):
    assert program("export", sample, "-o", "report.docx").code == 0
    facts = [json.loads(program("info", name, "--json").out) for name in ("sample.rbb", "report.docx")]
    assert facts[0]["outcomes"] == facts[1]["outcomes"]
    assert program("check", "report.docx").code == 1
    assert program("export", "report.docx", "-o", "report.xlsx").code == 0
    assert program.files() == {"sample.rbb", "report.docx", "report.xlsx"}


def test_the_json_of_a_report_comes_back_as_it_was(program: Program, sample):
    assert program("export", sample, "-o", "one.json").code == 0
    assert program("import", "one.json", "-o", "back.rbb").code == 0
    assert program("export", "back.rbb", "-o", "two.json").code == 0
    assert (program.folder / "one.json").read_bytes() == (program.folder / "two.json").read_bytes()
