"""`rbb-editor earlier`: last year's report is kept in the file, told, replaced, taken out."""

from pathlib import Path

from tests.cli.conftest import Program


def test_it_is_kept_told_and_taken_out(program: Program, sample: Path) -> None:
    assert program("export", sample, "-o", "last.docx").code == 0
    none = program("earlier", sample)
    assert (none.code, none.out) == (0, f"No report of an earlier year is kept in {sample}.\n")
    kept = program("earlier", sample, "last.docx")
    assert kept.code == 0
    assert "It says the same as this report." in kept.err
    told = program("earlier", sample)
    assert told.out == kept.out
    assert "Last year’s report: last.docx" in told.out
    assert "40 of its 40 outputs were found in this report; 0 of this report are new." in told.out
    assert program("earlier", sample, "--remove").out == none.out
    assert program("check", sample, "--min-severity", "error").code in (0, 1)


def test_what_cannot_be_read_changes_nothing(program: Program, sample: Path) -> None:
    before = sample.read_bytes()
    for source in ("nothing.docx", "sample.rbb.txt"):
        done = program("earlier", sample, source)
        assert done.code == 2
        assert len(done.err.splitlines()) == 1
    assert sample.read_bytes() == before


def test_keeping_and_taking_out_at_once_is_refused(program: Program, sample: Path) -> None:
    before = sample.read_bytes()
    done = program("earlier", sample, sample, "--remove")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert sample.read_bytes() == before
