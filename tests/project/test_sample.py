"""Generated reports: always the same, of any size, and the program reads in them what they were made to hold."""

from collections import Counter

import pytest

from rbb_editor.domain.entities import Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.progress import Cancelled
from rbb_editor.project.sample import make_known_sample, make_sample, read_sample
from rbb_editor.resources import language, language_codes
from rbb_editor.rules.checker import Checker

LANGUAGES = language_codes()


def test_there_are_words_for_every_document_language():
    assert set(LANGUAGES) == {"ar", "en", "es", "fr", "ru", "zh"}
    for code in LANGUAGES:
        assert make_sample(1, code).counts().outputs == 1


@pytest.mark.parametrize("outputs", [0, 1, 8, 9, 10, 60, 454, 5000])
def test_a_report_of_any_size_is_a_whole_one(outputs: int):
    report, truth = make_known_sample(outputs, "en")
    counts = report.counts()
    assert counts.outputs == truth.outputs == outputs
    assert counts.figures == truth.figures == truth.outcomes.total()
    assert counts.departments <= 13
    for section in report.sections():
        for part in report.walk(section.id):
            if not isinstance(part, Output):
                assert report.children(part.id), "no section is empty"
    addresses = [report.address(output.id) for output in report.outputs()]
    assert len(set(addresses)) == outputs


def test_the_usual_size_has_offices_figures_and_every_outcome():
    report, truth = make_known_sample(454, "en")
    counts = report.counts()
    assert counts.departments >= 3
    assert counts.offices >= 6
    assert counts.figures > counts.outputs
    assert set(truth.outcomes) == set(Outcome)
    assert truth.unexplained_shortfalls
    assert truth.outcomes[Outcome.SHORTFALL] > len(truth.unexplained_shortfalls)


def test_the_same_call_gives_the_same_report_and_another_one_another():
    assert make_known_sample(200, "fr") == make_known_sample(200, "fr")
    assert make_sample(200, "fr") != make_sample(201, "fr")
    ids = [entity.id for entity in make_sample(3000, "en").entities()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_program_reads_what_the_report_was_made_to_hold(code: str):
    """Two independent ways to the same numbers: how the texts were made, and how figures are read out of them."""
    report, truth = make_known_sample(600, code)
    reader = Reader(language(code))
    read = Counter(figure.outcome for output in report.outputs() for figure in reader.figures(output))
    assert read == truth.outcomes
    checker = Checker(report, reader, language(code))
    checker.run()
    found = tuple(each.component for each in checker.findings() if each.rule == "shortfall-unexplained")
    assert found == truth.unexplained_shortfalls


def test_no_words_no_report():
    with pytest.raises(KeyError):
        make_sample(1, "tlh")


def test_it_can_be_stopped():
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(10_000, "en", stop)


def test_samples_to_be_read_are_there_in_english_and_chinese_only():
    assert isinstance(read_sample("en"), Report)
    assert isinstance(read_sample("zh"), Report)
    assert read_sample("fr") is None
