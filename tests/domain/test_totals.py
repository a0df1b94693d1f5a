"""Figures of one output that answer one planned count together: what is compared with the plan."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.reading import Figure, Reader
from rbb_editor.domain.values import Actual, ActualKind, Outcome, Planned, PlannedKind

PARTS = [
    ("en", "30 reports on budgets of missions", "reports were issued on budgets", "letters were sent"),
    ("fr", "30 rapports sur les budgets", "rapports ont été publiés", "lettres ont été envoyées"),
    ("es", "30 informes sobre los presupuestos", "informes se publicaron", "cartas se enviaron"),
    ("ru", "30 докладов о бюджетах", "докладов было издано", "писем было направлено"),
    ("ar", "30 تقريرا عن الميزانيات", "تقريرا صدر عن الميزانية", "رسالة أُرسلت"),
    ("zh", "编制 30 份预算报告", "份报告已印发", "次会议已举行"),
]


def read(language: str, planned: str, *cells: tuple[str, str], by_hand: Planned | None = None) -> tuple[Figure, ...]:
    """The figures of an output with these completed figures and remarks; `by_hand`: the first one's planned figure."""
    components = tuple(
        Component(str(at), completed, remarks, planned=by_hand if at == 0 else None)
        for at, (completed, remarks) in enumerate(cells)
    )
    return Reader(resources.language(language)).figures(Output("o", "a", "1", planned, components))


@pytest.mark.parametrize(("language", "planned", "same", "other"), PARTS)
def test_the_outcome_is_that_of_all_parts(language: str, planned: str, same: str, other: str) -> None:
    def outcome(*cells: tuple[str, str]) -> tuple[object, Outcome]:
        first, *_ = read(language, planned, *cells)
        return first.total.value, first.outcome

    assert outcome(("26", f"26 {same}"), ("4", f"4 {same}")) == (30, Outcome.MET)
    assert outcome(("26", f"26 {same}"), ("3", f"3 {same}"), ("2", f"2 {same}")) == (31, Outcome.EXCEEDED)
    assert outcome(("20", f"20 {same}"), ("4", f"4 {same}")) == (24, Outcome.SHORTFALL)
    assert outcome(("26", f"26 {same}"), ("4", f"4 {other}")) == (26, Outcome.SHORTFALL)


@pytest.mark.parametrize(("language", "planned", "same"), [each[:3] for each in PARTS])
def test_a_part_has_no_plan_of_its_own(language: str, planned: str, same: str) -> None:
    _, part = read(language, planned, ("26", f"26 {same}"), ("4", f"4 {same}"))
    assert (part.planned.kind, part.total.value, part.outcome) == (PlannedKind.NONE, 4, Outcome.UNCLEAR)


def test_a_planned_figure_set_by_hand_is_for_its_own_figure() -> None:
    by_hand = Planned(PlannedKind.QUANTITY, 26)
    cells = [("26", "26 reports were issued"), ("4", "4 reports were issued")]
    first, _ = read("en", "30 reports on budgets", *cells, by_hand=by_hand)
    assert (first.total, first.outcome) == (Actual(ActualKind.QUANTITY, 26), Outcome.MET)


def test_a_part_is_of_the_count_that_names_its_kind() -> None:
    cells = [("12", "12 resolutions were drafted"), ("28", "28 reports were drafted"), ("5", "5 reports were reissued")]
    one, two, _ = read("en", "12 resolutions and 30 reports", *cells)
    assert (one.total.value, two.total.value) == (12, 33)


@pytest.mark.parametrize(
    ("language", "planned", "weekly", "thematic"),
    [
        ("en", "Weekly situation reports and 3 thematic reports", "52 weekly situation reports", "2 thematic reports"),
        (
            "fr",
            "Rapports hebdomadaires et 3 rapports thématiques",
            "52 rapports hebdomadaires",
            "2 rapports thématiques",
        ),
        ("es", "Informes semanales y 3 informes temáticos", "52 informes semanales", "2 informes temáticos"),
        ("ru", "Еженедельные доклады и 3 тематических доклада", "52 еженедельных доклада", "2 тематических доклада"),
    ],
)
def test_what_is_planned_without_a_count_is_no_part(language: str, planned: str, weekly: str, thematic: str) -> None:
    _, three = read(language, planned, ("52", weekly), ("2", thematic))
    assert (three.planned.value, three.total.value, three.outcome) == (3, 2, Outcome.SHORTFALL)


def test_a_part_that_may_belong_to_two_counts_belongs_to_none() -> None:
    cells = [("28", "28 reports were sent"), ("25", "25 reports were sent"), ("2", "2 reports were reissued")]
    one, two, _ = read("en", "30 reports to the Council and 30 reports to the Assembly", *cells)
    assert (one.total.value, two.total.value) == (28, 25)


def test_a_figure_that_has_changed_since_its_remark_is_still_a_part() -> None:
    for cells in ([("27", "26 reports were issued"), ("4", "4 reports")], [("26", "26 reports"), ("5", "4 reports")]):
        first, _ = read("en", "30 reports on budgets", *cells)
        assert (first.total.value, first.outcome) == (31, Outcome.EXCEEDED)


def test_a_yes_is_no_part() -> None:
    first, _ = read("en", "30 reports on budgets", ("26", "26 reports were issued"), ("Yes", "1 report was issued"))
    assert first.total.value == 26
