"""The two samples that a person reads first: whole, varied, canonical, and no copy of the published addendum."""

from collections import Counter
from pathlib import Path

import pytest

from rbb_editor import resources
from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome, PlannedKind, Qualifier
from rbb_editor.project.sample import read_sample
from rbb_editor.project.transfer import write_file
from rbb_editor.rules import Severity
from rbb_editor.rules.checker import Checker


@pytest.fixture(params=["en", "zh"])
def sample(request: pytest.FixtureRequest) -> Report:
    report = read_sample(request.param)
    assert report is not None
    assert report.info.language == request.param
    return report


def test_the_file_is_what_the_program_would_write(sample: Report, tmp_path: Path):
    write_file(sample, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == resources.sample(sample.info.language).read_bytes()


def test_it_has_everything_a_report_can_have(sample: Report):
    counts = sample.counts()
    assert counts.departments >= 3
    assert counts.offices >= 3
    assert counts.accomplishments >= 8
    assert counts.outputs >= 60
    assert any(
        not any(isinstance(c, Section) and c.level is Level.OFFICE for c in sample.children(d.id))
        for d in sample.sections()
    )
    info = sample.info
    texts = (info.symbol, info.session, info.title, info.summary, info.author, info.section_title, info.agenda_title)
    assert all(texts)
    assert info.notes
    assert len(info.abbreviations) >= 5


def test_it_shows_every_kind_of_figure_and_outcome(sample: Report):
    reader = Reader(resources.language(sample.info.language))
    outcomes: Counter[tuple[Outcome, bool]] = Counter()
    kinds, qualifiers, several = set(), set(), 0
    for output in sample.outputs():
        figures = reader.figures(output)
        several += len(figures) > 1
        for component, figure in zip(output.components, figures, strict=True):
            outcomes[figure.outcome, bool(component.explanation)] += 1
            kinds.add(figure.planned.kind)
            qualifiers.add(figure.planned.qualifier)
            assert component.remarks or component.explanation
    assert several >= 5
    assert kinds >= {PlannedKind.QUANTITY, PlannedKind.PERCENT, PlannedKind.YES_NO}
    assert qualifiers >= set(Qualifier)
    for outcome in (Outcome.SHORTFALL, Outcome.EXCEEDED):
        assert outcomes[outcome, True] >= 3
        assert outcomes[outcome, False] >= 3
    assert outcomes[Outcome.MET, False] >= 20
    assert outcomes[Outcome.UNCLEAR, False] >= 1


def test_what_is_wrong_in_it_is_what_was_meant_to_be(sample: Report):
    words = resources.language(sample.info.language)
    checker = Checker(sample, Reader(words), words)
    checker.run()
    errors = [each for each in checker.findings() if each.severity is Severity.ERROR]
    places = [sample.address(each.target) for each in errors if each.rule == "shortfall-unexplained"]
    assert places == ["A/a/1.1/4", "A/a/2.1/3", "A/b/3.1/5", "B/a/1.1/6", "B/b/1.1/3", "C/a/1.1/3"]


def test_every_abbreviation_in_the_list_is_used(sample: Report):
    text = " ".join(
        " ".join((node.planned_text, *(f"{c.remarks} {c.explanation}" for c in node.components)))
        if isinstance(node, Output)
        else node.title
        for node in sample.walk()
    )
    assert [each.short for each in sample.info.abbreviations if each.short not in text] == []


@pytest.mark.shared
def test_nothing_is_copied_from_the_published_addendum(sample: Report, shared: Path):
    published = "".join((shared / "data" / "addendum_zh.txt").read_text(encoding="utf-8").split())
    for output in sample.outputs():
        assert "".join(output.planned_text.split()) not in published
