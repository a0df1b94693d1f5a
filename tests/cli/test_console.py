"""Texts of a report reach every terminal; the messages are in the user's language."""

import io
import sys
from pathlib import Path

import pytest

from rbb_editor.cli import use_utf8
from rbb_editor.cli.console import PATIENCE, ProgressLine, preferred_language
from tests.cli.conftest import Program

LOCALES = {
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "Windows": {"PYTHONIOENCODING": "cp1252:strict"},
}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_chinese_is_printed_in_every_locale(program: Program, locale: dict[str, str]):
    assert program("sample", "report.rbb", "--language", "zh", env=locale).code == 0
    done = program("info", "report.rbb", env=locale)
    assert (done.code, done.err) == (0, "")
    assert "特派团支助账户" in done.out


def test_a_chinese_file_name_is_printed(program: Program):
    assert program("sample", "样本.rbb", env={"LC_ALL": "C"}).out.startswith("Wrote 样本.rbb")
    assert "没有这个文件.rbb" in program("info", "没有这个文件.rbb", env={"LC_ALL": "C"}).err


def test_a_name_that_is_no_text_is_printed_escaped(program: Program):
    done = program("info", b"\xff\xfe.rbb".decode("utf-8", "surrogateescape"))
    assert done.code == 2
    assert "\\udcff" in done.err


def test_streams_that_are_not_there_or_not_ours_are_left_alone():
    text = io.StringIO()
    use_utf8(None, text)
    print("维持和平", file=text)
    assert text.getvalue() == "维持和平\n"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "de:zh_TW:en", "LANG": "de_DE"}, "zh"),
        ({"LANGUAGE": "", "LC_MESSAGES": "zh"}, "zh"),
        ({"LANG": "zh@latin"}, "en"),
    ],
)
def test_the_language_of_the_user_is_found_as_gettext_finds_it(environ: dict[str, str], expected: str):
    assert preferred_language(environ, ("en", "zh")) == expected


def test_progress_is_drawn_after_half_a_second_and_wiped_out(monkeypatch: pytest.MonkeyPatch):
    clock = [100.0]
    monkeypatch.setattr("rbb_editor.cli.console.time.monotonic", lambda: clock[0])
    stream = io.StringIO()
    with ProgressLine("Reading", stream) as progress:
        progress(1, 10)
        assert stream.getvalue() == ""
        clock[0] += PATIENCE + 0.01
        progress(5, 10)
        assert "Reading" in stream.getvalue()
        assert "50%" in stream.getvalue()
        progress(0, 0)
    assert stream.getvalue().split("\r")[-2:] == [" " * len(stream.getvalue().split("\r")[1]), ""]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_is_declined_in_a_sentence(program: Program, sample: Path):
    done = program(sample, env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert "--help" in done.err


def test_a_word_that_is_a_file_opens_the_window_not_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from rbb_editor import __main__

    opened: list[list[Path]] = []
    fake = type(sys)("rbb_editor.gui.app")
    fake.run = lambda paths: opened.append(paths) or 0
    monkeypatch.setitem(sys.modules, "rbb_editor.gui.app", fake)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(tmp_path)
    Path("report").write_bytes(b"")
    for arguments in ([], ["report"], ["missing.rbb"], ["some/where"], ["report", "missing.rbb"]):
        assert __main__.main(arguments) == 0
    assert opened == [
        [],
        [Path("report")],
        [Path("missing.rbb")],
        [Path("some/where")],
        [Path("report"), Path("missing.rbb")],
    ]
