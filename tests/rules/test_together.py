"""Figures of one output that belong together: parts of one count, one reason for all, about said once."""

import pytest

from tests.domain.test_totals import PARTS
from tests.rules.rows import found

SHORT, OVER = "shortfall-unexplained", "excess-unexplained"


@pytest.mark.parametrize(("language", "planned", "same", "other"), PARTS)
def test_several_figures_answer_one_count_together(language: str, planned: str, same: str, other: str) -> None:
    met = [("26", f"26 {same}"), ("4", f"4 {same}")]
    assert not found(SHORT, language, planned, *met)
    assert not found(OVER, language, planned, *met)
    (short,) = found(SHORT, language, planned, ("20", f"20 {same}"), ("4", f"4 {same}"))
    assert short.message.in_english().startswith("Completed 24 of 30 planned")
    assert short.evidence is not None
    (over,) = found(OVER, language, planned, ("28", f"28 {same}"), ("4", f"4 {same}"))
    assert over.message.in_english().startswith("Completed 32, 30 planned")
    (alone,) = found(SHORT, language, planned, ("26", f"26 {same}"), ("4", f"4 {other}"))
    assert alone.message.in_english().startswith("Completed 26 of 30 planned")


BESIDE = [
    ("en", "500 purchase cases and 125 disposal cases", "The difference was due to the number of submissions"),
    ("fr", "500 dossiers d'achat et 125 dossiers de cession", "L'écart tient au nombre de dossiers soumis"),
    ("es", "500 casos de compra y 125 casos de venta", "La diferencia se debió al número de casos presentados"),
    ("ru", "500 дел о закупках и 125 дел о продаже", "Разница обусловлена числом представленных дел"),
    ("ar", "500 قضية شراء و 125 قضية بيع", "يعزى الفرق إلى عدد القضايا المقدمة"),
    ("zh", "审查 500 项采购行动和 125 项处置行动", "出现差异是由于提交了这么多案件"),
]


@pytest.mark.parametrize(("language", "planned", "reason"), BESIDE)
def test_a_reason_for_the_difference_is_for_all_figures_of_a_kind(language: str, planned: str, reason: str) -> None:
    assert not found(SHORT, language, planned, ("470", "470"), ("406", "406", reason))
    assert found(SHORT, language, planned, ("470", "470"), ("406", "406"))


def test_a_reason_for_the_difference_of_another_thing_is_none() -> None:
    planned = "Négociation de 45 accords et publication d'un manuel"
    reason = "L'écart résulte de l'ouverture de nouvelles liaisons"
    assert found(SHORT, "fr", planned, ("52", "52 accords", reason), ("Non", "Le manuel n'a pas été publié"))


def test_a_reason_for_more_is_none_for_less() -> None:
    reason = "The higher output was due to a difference in counting"
    assert found(SHORT, "en", "500 old cases and 125 new cases", ("470", "470"), ("406", "406", reason))


@pytest.mark.parametrize(
    ("language", "planned", "one", "two"),
    [
        ("en", "About 30 resolutions and 30 reports", "32 resolutions", "28 reports"),
        ("fr", "Environ 30 résolutions et 30 rapports", "32 résolutions", "28 rapports"),
        ("es", "Unas 30 resoluciones y 30 informes", "32 resoluciones", "28 informes"),
        ("ru", "Около 30 резолюций и 30 докладов", "32 резолюции", "28 докладов"),
        ("zh", "编写大约 30 项决议草案和 30 份报告", "32 项决议草案", "28 份报告"),
    ],
)
def test_about_is_said_once_for_counts_that_are_joined(language: str, planned: str, one: str, two: str) -> None:
    assert not found(SHORT, language, planned, ("32", one), ("28", two))
    assert found(SHORT, language, planned, ("32", one), ("20", two.replace("28", "20")))
