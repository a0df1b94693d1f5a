"""Cells that may be read in two ways: what is asked, and what plan and remark settle, in every language."""

import pytest

from tests.rules.rows import found, found_in, report_of

RULE = "figure-ambiguous"

SEVERAL = [
    ("en", "185 visits for 470 guests", "180 visits were made for 459 guests", "180 459 visits were made"),
    ("fr", "185 visites pour 470 invités", "180 visites pour 459 invités", "180 459 visites"),
    ("es", "185 visitas para 470 invitados", "180 visitas para 459 invitados", "180 459 visitas"),
    ("ru", "185 поездок для 470 гостей", "Совершено 180 поездок для 459 гостей", "Совершено 180 459 поездок"),
    ("ar", "185 زيارة لفائدة 470 ضيفا", "أُجريت 180 زيارة لفائدة 459 ضيفا", "أُجريت 180 459 زيارة"),
    ("zh", "进行 185 次访问，接待 470 名来宾", "进行了 180 次访问，接待了 459 名来宾", "进行了 180 459 次访问"),
]


@pytest.mark.parametrize(("language", "planned", "several", "one"), SEVERAL)
def test_a_cell_whose_parts_the_remark_names_is_asked_about(
    language: str, planned: str, several: str, one: str
) -> None:
    (finding,) = found(RULE, language, planned, ("180 459", several))
    assert finding.guess
    assert "180, 459" in finding.message.in_english()
    assert not found(RULE, language, planned, ("180 459", one))
    assert not found(RULE, language, planned, ("180", several), ("459", several))


def test_the_plan_alone_can_ask() -> None:
    planned = "进行 180 次审查；编写 450 份报告"
    assert found(RULE, "zh", planned, ("180 459", "已完成"))
    assert not found(RULE, "zh", "处理 1 400 项建议", ("1 368", "已完成"))
    assert not found(RULE, "zh", "处理 180 000 项建议；编写 5 份报告", ("180 459", "已完成"))


@pytest.mark.parametrize(
    ("language", "planned", "remark"),
    [
        ("en", "1,400 recommendations", "1,368 recommendations were followed up"),
        ("fr", "1 400 recommandations", "1 368 recommandations ont été suivies"),
        ("ru", "1 400 рекомендаций", "Выполнено 1 368 рекомендаций"),
        ("zh", "跟踪 1 400 项建议", "跟踪了 1 368 项建议"),
    ],
)
def test_two_cells_that_make_the_figure_of_the_remark(language: str, planned: str, remark: str) -> None:
    (finding,) = found(RULE, language, planned, ("1", remark), ("368", ""))
    assert [mark.component for mark in finding.marks] == ["0.0", "0.1"]
    assert not found(RULE, language, planned, ("1 368", remark))
    assert not found(RULE, language, planned, ("1", remark), ("368", "368"))


ROWS = [
    ("en", "8 workshops for staff; 2 courses on stress", "2 courses were held", "90 per cent of sick-leave cases"),
    ("fr", "8 ateliers pour le personnel ; 2 cours sur le stress", "2 cours ont été donnés", "90 % des congés"),
    ("es", "8 talleres para el personal; 2 cursos sobre estrés", "Se impartieron 2 cursos", "90% de las bajas"),
    ("ru", "8 семинаров; 2 учебных курса по стрессу", "Проведены 2 учебных курса", "90 процентов отпусков"),
    ("zh", "举办 8 次讲习班；在 2 个特派团进行心理培训", "提供了 2 个心理培训", "管理 90%的病假"),
]


@pytest.mark.parametrize(("language", "above", "remark", "planned"), ROWS)
def test_a_figure_that_the_row_above_planned(language: str, above: str, remark: str, planned: str) -> None:
    rule = "figure-misplaced"
    here = (planned, [("2", remark), ("100%", "100%")])
    (finding,) = found_in(rule, report_of(language, (above, [("8", "8")]), here))
    assert (finding.target, finding.component) == ("o1", "1.0")
    assert "A 1.1, row 1" in finding.message.in_english()
    assert not found_in(rule, report_of(language, (above, [("8", "8"), ("2", remark)]), here))
    assert not found_in(rule, report_of(language, ("8", [("8", "8")]), here))
