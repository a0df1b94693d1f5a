"""Words that contradict the figures: a wrong and a right case in every language."""

import pytest

from tests.rules.rows import found

# ruff: noqa: E501  (a case a line)
DIRECTIONS = [
    ("en", "40 letters", "35", "50", "The lower output was due to a strike", "The higher output was due to demand"),
    ("en", "40 letters", "35", "50", "Owing to a strike, a lower-than-planned number", "A greater than planned number"),
    ("fr", "40 lettres", "35", "50", "Le nombre moins élevé que prévu s'explique par une grève", "Le nombre plus élevé que prévu s'explique par la demande"),
    ("es", "40 cartas", "35", "50", "El número inferior al previsto se debió a una huelga", "El número superior al previsto se debió a la demanda"),
    ("ru", "40 писем", "35", "50", "Показатель ниже запланированного объясняется забастовкой", "Показатель выше запланированного объясняется спросом"),
    ("ar", "40 رسالة", "35", "50", "ويعزى انخفاض العدد عن المقرر إلى إضراب", "ويعزى ارتفاع العدد عن المقرر إلى الطلب"),
    ("zh", "发出 40 封信", "35", "50", "产出低于计划数目，原因是罢工", "产出高于计划数目，原因是需求增加"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "few", "many", "lower", "higher"), DIRECTIONS)
def test_lower_and_higher_stand_with_their_figures(
    language: str, planned: str, few: str, many: str, lower: str, higher: str
) -> None:
    rule = "direction-contradicts"
    assert not found(rule, language, planned, (few, "", lower))
    assert not found(rule, language, planned, (many, "", higher))
    (fewer,) = found(rule, language, planned, (many, "", lower))
    assert (fewer.field, fewer.marks[0].field) == ("explanation", "explanation")
    assert found(rule, language, planned, (few, "", higher))
    assert found(rule, language, planned, ("40", "", higher))


@pytest.mark.parametrize(
    ("planned", "cell", "text"),
    [
        ("40 letters", "35", "Clearance took more time than planned"),
        ("40 letters", "50", "Costs were lower than planned, so that more letters could be sent"),
        ("40 letters", "35", "The lower output was due to the higher number of vacancies"),
        ("40 letters", "50", "The output was not lower than planned"),
        ("40 letters", "Yes", "The lower output was due to a strike"),
    ],
)
def test_what_was_higher_or_lower_may_be_something_else(planned: str, cell: str, text: str) -> None:
    assert not found("direction-contradicts", "en", planned, (cell, "", text))


def test_the_counted_noun_can_be_the_subject() -> None:
    text = "The letters sent were fewer than planned as the office was closed"
    assert found("direction-contradicts", "en", "40 letters", ("50", "", text))
    assert not found("direction-contradicts", "en", "40 letters", ("35", "", text))


UNDONE = [
    ("en", "1 manual on radio", "Yes", "The manual was not issued", "The manual was issued"),
    ("fr", "1 manuel sur la radio", "Oui", "Le manuel n'a pas été publié", "Le manuel a été publié"),
    ("es", "1 manual sobre la radio", "Sí", "El manual no se publicó", "El manual se publicó"),
    ("ru", "1 руководство по радио", "Да", "Руководство не было издано", "Руководство было издано"),
    ("ar", "دليل واحد بشأن الإذاعة", "نعم", "لم يصدر الدليل بشأن الإذاعة", "صدر الدليل بشأن الإذاعة"),
    ("zh", "编制 1 份关于广播的指导文件", "是", "没有编制关于广播的指导文件", "编制了关于广播的指导文件"),
]


@pytest.mark.parametrize(("language", "planned", "yes", "wrong", "right"), UNDONE)
def test_what_is_reported_as_done_is_not_denied(language: str, planned: str, yes: str, wrong: str, right: str) -> None:
    (finding,) = found("done-but-denied", language, planned, (yes, wrong))
    assert finding.guess
    assert not found("done-but-denied", language, planned, (yes, right))


def test_what_was_not_done_of_something_else_is_no_denial() -> None:
    assert not found("done-but-denied", "en", "1 manual on radio", ("Yes", "It was issued. No posts were required"))
    assert not found("done-but-denied", "zh", "进行 4 次审查", ("4", "就尚未执行的审查建议采取后续行动"))


@pytest.mark.parametrize(
    ("language", "planned", "cell", "wrong"),
    [
        ("fr", "40 demandes", "35", "35 demandes ont été traitées, soit plus que prévu"),
        ("ru", "40 требований", "35", "Обработано 35 требований, что больше, чем планировалось"),
        ("zh", "处理 40 项索偿", "35", "处理了 35 项索偿，超过了指标"),
    ],
)
def test_a_bare_comparison_is_of_the_output(language: str, planned: str, cell: str, wrong: str) -> None:
    assert found("direction-contradicts", language, planned, (cell, wrong))
    assert not found("direction-contradicts", language, planned, ("45", wrong.replace("35", "45")))


def test_fewer_of_something_else_is_not_of_the_output() -> None:
    assert not found("direction-contradicts", "zh", "进行 5 次访问", ("7", "申请者少于计划"))


@pytest.mark.parametrize(
    ("language", "planned", "right", "wrong"),
    [
        ("en", "5 surveys", "5 were made; a sixth survey could not be made", "The fifth survey could not be made"),
        ("es", "5 encuestas", "Una sexta encuesta no pudo realizarse", "Las encuestas no pudieron realizarse"),
        ("ar", "إجراء 5 استقصاءات", "تعذر إجراء استقصاء سادس", "تعذر إجراء الاستقصاءات"),
        ("zh", "进行 5 次供应商调查", "第六次供应商调查未能进行", "供应商调查未能进行"),
    ],
)
def test_one_beyond_the_plan_may_be_left_undone(language: str, planned: str, right: str, wrong: str) -> None:
    assert not found("done-but-denied", language, planned, ("5", right))
    assert found("done-but-denied", language, planned, ("5", wrong))
