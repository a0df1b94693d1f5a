"""Finding words: offsets fit the text as written, whole words in every script, wrong and endless expressions."""

from collections.abc import Callable
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import Kind, text_at, texts
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator
from rbb_editor.project.sample import make_sample
from rbb_editor.project.search import Query, find, matcher_of
from tests.made_up import small_report
from tests.strategies import WORDS, reports

WANTED = st.one_of(st.sampled_from((*WORDS, "a", "1", " ", "会", "ss", "ß", "İ", "Σ")), st.text(min_size=1, max_size=3))


def spans(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in matcher_of(query)(text)]


def stood(report: Report, query: Query) -> list[str]:
    return [hit.text for hit in find(report, query)]


@given(reports(notes=False), WANTED, st.booleans(), st.booleans())
def test_every_hit_is_what_stands_at_its_place(report: Report, wanted: str, match_case: bool, whole_word: bool):
    last: dict[object, int] = {}
    for hit in find(report, Query(wanted, match_case, whole_word)):
        entity = report.get(hit.place.target)
        assert entity is not None
        assert text_at(entity, hit.place)[hit.start : hit.end] == hit.text
        assert hit.text == wanted if match_case else hit.text.casefold() == wanted.casefold()
        assert hit.start >= last.get(hit.place, 0)
        last[hit.place] = hit.end


@given(reports(notes=False), WANTED)
def test_nothing_is_overlooked(report: Report, wanted: str):
    counted = sum(text.count(wanted) for entity in report.entities() for *_, text in texts(entity))
    assert len(find(report, Query(wanted, match_case=True))) == counted
    assert len(find(report, Query(wanted))) >= counted


@given(st.text(max_size=12), st.text(min_size=1, max_size=2))
def test_either_case_is_found_where_folding_keeps_or_changes_the_length(text: str, wanted: str):
    for start, end, _ in matcher_of(Query(wanted))(text):
        assert text[start:end].casefold() == wanted.casefold()


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("strasse", "Die Straße, STRASSE", ["Straße", "STRASSE"]),
        ("s", "ß s", ["s"]),  # half a letter is no hit
        ("σ", "ΟΔΟΣ οδος", ["Σ", "ς"]),
        ("ПЛАН", "план", ["план"]),
        ("I", "ıiIİ", ["i", "I"]),  # not Turkish
        ("维和", "维和特派团", ["维和"]),
    ],
)
def test_letters_of_either_case(wanted: str, text: str, found: list[str]):
    assert spans(Query(wanted), text) == found


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("port", "port report ports Port", 2),
        ("12", "12次 120 a12 12%", 2),
        ("会议", "举行会议次数", 1),  # a script without borders
        ("تقرير", "تقرير والتقرير تقارير", 1),
        ("план", "план планы", 1),
        ("a", "a\u0301 a", 1),  # an accent belongs to its letter
        ("s", "Member's", 1),
    ],
)
def test_whole_words_in_every_script(wanted: str, text: str, found: int):
    assert len(spans(Query(wanted, whole_word=True), text)) == found


def test_a_regular_expression_gives_its_groups_and_no_empty_hits():
    assert list(matcher_of(Query(r"(\d+) (\w+)", pattern=True))("35 letters")) == [(0, 10, ("35", "letters"))]
    assert spans(Query("x*", pattern=True), "axxb") == ["xx"]
    assert spans(Query("^b", pattern=True), "a\nb") == ["b"]
    assert spans(Query("LET", pattern=True), "let") == ["let"]
    assert spans(Query("LET", match_case=True, pattern=True), "let") == []


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("(", "a “(” has no “)” (character 1)"),
        ("(?P<n>", "a “(” has no “)” (character 6)"),
        ("[a", "a set that begins with “[” has no “]” (character 2)"),
        ("b)", "a “)” has no “(” (character 2)"),
        ("*", "there is nothing to repeat before a sign that repeats (character 1)"),
        ("ab+*", "two signs that repeat stand side by side (character 4)"),
        ("\\", "nothing stands behind the last backslash (character 1)"),
        (r"a\q", "a letter behind a backslash has no meaning (character 3)"),
        (r"\x1", "a code that begins with a backslash is not complete (character 2)"),
        ("[z-a]", "a range of characters runs backwards (character 4)"),
        ("a{3,2}", "it is to repeat at least more often than at most (character 2)"),
        (r"(a)\2", "it refers to a group that is not there (character 5)"),
        ("(?<1>a)", "the name of a group is missing, or begins with a digit or holds a sign that it may not (char"),
        ("(?%)", "what stands behind “(?” has no meaning (character 2)"),
        ("{e<=1}", "nothing for fuzzy constraint (character 1)"),
    ],
)
def test_a_wrong_regular_expression_is_a_sentence_that_says_what_is_wrong_and_where(wrong: str, reason: str):
    with pytest.raises(UserError) as caught:
        find(small_report(), Query(wrong, pattern=True))
    assert str(caught.value).startswith(f"“{wrong}” is no regular expression: {reason}")


def test_what_is_wrong_with_a_regular_expression_is_said_in_the_language_of_the_interface():
    with pytest.raises(UserError) as caught:
        find(small_report(), Query("(a", pattern=True))
    said = Translator.load("zh")(caught.value.text)
    assert "（" in said
    assert "missing" not in said
    assert "has no" not in said


@pytest.mark.parametrize("endless", [r"(a|aa)+$", r"(a*)*b\1", r"(.*)*(.*)*x\1y"])
def test_an_endless_regular_expression_is_stopped(endless: str):
    report = small_report()
    report.apply(change_of(report, "letters", "a" * 60 + "c"))
    begun = monotonic()
    try:
        find(report, Query(endless, pattern=True))
    except UserError as error:
        assert "takes too long" in str(error)  # noqa: PT017  (some versions of the library see the trap themselves)
    assert monotonic() - begun < 5


def test_hits_come_in_printed_order_front_matter_first():
    report = small_report()
    found = [hit.place.target for hit in find(report, Query("letters"))]
    assert found == ["A", "a11", "letters", "letters", "issue", "a21"]
    first = find(report, Query("made-up"))
    assert [hit.place.field for hit in first] == ["title", "abbreviations.0.long"]
    assert {hit.place.target for hit in first} == {REPORT_ID}


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        (lambda q: replace(q, scope="a21"), ["a21"]),
        (lambda q: replace(q, scope="B"), []),
        (lambda q: replace(q, scope="gone"), []),
        (lambda q: replace(q, kinds=frozenset({Kind.REMARKS})), ["letters"]),
    ],
)
def test_scope_and_kinds_narrow_the_search(narrow: Callable[[Query], Query], found: list[str]):
    assert [hit.place.target for hit in find(small_report(), narrow(Query("letters")))] == found


def test_nothing_looked_for_is_nothing_found():
    assert stood(small_report(), Query("")) == []


def change_of(report: Report, output: str, remarks: str):
    from rbb_editor.edits import outputs

    change = outputs.set_remarks(report, output, f"{output}1", remarks)
    assert change is not None
    return change


def test_an_expression_that_takes_a_little_too_long_in_every_text_is_stopped_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rbb_editor.project.search.LIMIT_OF_ALL", 1e-9)
    report = make_sample(300, "en")
    with pytest.raises(UserError, match="takes too long"):
        find(report, Query("report", pattern=True))
