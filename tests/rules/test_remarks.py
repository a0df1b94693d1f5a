"""A completed figure and the remark beside it: a wrong and a right case in every language."""

import pytest

from tests.rules.rows import found

DIFFERS = [
    ("en", "85 outreach activities", "101", "85 activities were conducted", "101 outreach activities were held"),
    ("fr", "28 réunions avec les directeurs", "28", "27 réunions ont été tenues", "28 réunions ont été tenues"),
    ("es", "8 informes técnicos", "8", "Se prepararon 7 informes", "Se prepararon 8 informes"),
    ("ru", "Проведение 28 брифингов", "28", "Проведено 27 брифингов", "Проведено 28 брифингов"),
    ("ar", "تقديم 60 إحاطة شفوية", "60", "قُدمت 50 إحاطة شفوية", "قُدمت 60 إحاطة شفوية"),
    ("zh", "开展 85 次外联活动", "101", "开展了 85 次外联活动", "开展了 101 次外联活动"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "cell", "wrong", "right"), DIFFERS)
def test_the_remark_names_the_figure_of_the_cell(
    language: str, planned: str, cell: str, wrong: str, right: str
) -> None:
    (finding,) = found("remark-figure-differs", language, planned, (cell, wrong))
    (named, completed) = finding.marks
    assert wrong[named.start : named.end] in finding.message.in_english()
    assert (completed.field, completed.end) == ("completed", len(cell))
    assert not found("remark-figure-differs", language, planned, (cell, right))


@pytest.mark.parametrize(
    ("planned", "cell", "remark"),
    [
        ("9 visits", "9", "7 missions were visited, and 2 offices"),
        ("28 meetings", "28", "Of the 30 planned meetings some were merged"),
        ("620 cases", "620", "500 cases of the first kind were closed and 120 cases of the second kind"),
        ("4 visits", "4", "Bangladesh, Egypt, Jordan and Nepal were visited in 2017"),
        ("5 courses for 40 participants", "5", "62 participants attended"),
        ("5 courses", "0", "2 courses were not held"),
        ("16,900 payments", "16,900", "More than 16,000 payments were made"),
    ],
)
def test_parts_places_people_and_what_was_planned_are_no_other_figure(planned: str, cell: str, remark: str) -> None:
    assert not found("remark-figure-differs", "en", planned, (cell, remark))


APIECE = [
    ("en", "3 modules in two languages", "Each of the 3 modules was issued in both languages"),
    ("fr", "3 modules en deux langues", "Chacun des 3 modules a été publié dans les deux langues"),
    ("es", "3 módulos en dos idiomas", "Cada uno de los 3 módulos se publicó en ambos idiomas"),
    ("ru", "3 модуля на двух языках", "Каждый из 3 модулей издан на обоих языках"),
    ("ar", "3 وحدات بلغتين", "صدرت كل من 3 وحدات بكلتا اللغتين"),
    ("zh", "3 个单元，两种语文", "3 个单元各以两种语文印发"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "remark"), APIECE)
def test_so_many_of_each_make_another_figure(language: str, planned: str, remark: str) -> None:
    assert not found("remark-figure-differs", language, planned, ("6", remark))
    assert found("remark-figure-differs", language, planned, ("7", remark))


def test_a_count_that_tells_why_is_no_other_figure() -> None:
    planned, why = "在另外两个特派团推行管理", "推行了该系统，因为供应商另外提供了两个许可证"
    assert not found("remark-figure-differs", "zh", planned, ("4", why))
    assert found("remark-figure-differs", "zh", "举行 4 次会议", ("4", "因为有人提出请求，举行了 3 次会议"))


YES = [
    ("en", "35 reports on logistics", "Yes", "36 reports were issued", "35 reports were issued", "35"),
    ("fr", "35 rapports sur la logistique", "Oui", "36 rapports ont été publiés", "35 rapports ont été publiés", "35"),
    ("es", "35 informes sobre logística", "Sí", "Se publicaron 36 informes", "Se publicaron 35 informes", "35"),
    ("ru", "Подготовка 35 докладов", "Да", "Подготовлено 36 докладов", "Подготовлено 35 докладов", "35"),
    ("ar", "إعداد 35 تقريرا", "نعم", "أُعد 36 تقريرا", "أُعد 35 تقريرا", "35"),
    ("zh", "编写 35 份报告", "是", "编写了 36 份报告", "编写了 35 份报告", "35"),
]


@pytest.mark.parametrize(("language", "planned", "yes", "other", "same", "figure"), YES)
def test_yes_hides_a_figure_or_stands_for_one(
    language: str, planned: str, yes: str, other: str, same: str, figure: str
) -> None:
    (hidden,) = found("yes-hides-figure", language, planned, (yes, other))
    assert "36" in hidden.message.in_english()
    assert not found("yes-for-count", language, planned, (yes, other))
    assert not found("yes-hides-figure", language, planned, (yes, same))
    (advice,) = found("yes-for-count", language, planned, (yes, same))
    assert advice.mend is not None
    assert (advice.mend.before, advice.mend.text) == (yes, figure)


@pytest.mark.parametrize(
    ("language", "planned", "yes", "remark"),
    [
        ("en", "Payment of 180,000 invoices", "Yes", "More than 180,000 invoices were paid"),
        ("fr", "Règlement de 180 000 factures", "Oui", "Plus de 180 000 factures ont été réglées"),
        ("zh", "办理 180 000 笔付款", "是", "办理了超过 180 000 笔付款"),
    ],
)
def test_a_figure_that_is_none_is_not_put_in_the_place_of_yes(
    language: str, planned: str, yes: str, remark: str
) -> None:
    (advice,) = found("yes-for-count", language, planned, (yes, remark))
    assert advice.mend is None


def test_yes_for_one_deed_is_fine() -> None:
    assert not found("yes-for-count", "en", "1 handbook on safety", ("Yes", "1 handbook was published"))
    assert not found("yes-for-count", "zh", "编写 1 份手册", ("是", "编写了 1 份手册"))


@pytest.mark.parametrize(
    ("language", "planned", "remark"),
    [
        ("en", "Management of 90 per cent of cases", "100 per cent of the cases were managed"),
        ("zh", "为 90% 的工作人员提供管理", "对病假情况进行了 100% 管理"),
    ],
)
def test_a_lost_percent_sign_is_put_back(language: str, planned: str, remark: str) -> None:
    (finding,) = found("percent-sign-missing", language, planned, ("100", remark))
    assert finding.mend is not None
    assert finding.mend.text == "100%"
    assert not found("percent-sign-missing", language, planned, ("100%", remark))


def test_a_count_beside_a_planned_percentage_is_no_lost_sign() -> None:
    planned = "Reply to 90 per cent of queries"
    assert not found("percent-sign-missing", "en", planned, ("412", "412 queries were answered"))
    assert not found("percent-sign-missing", "en", planned, ("42", "42 queries were answered"))
    (guess,) = found("percent-sign-missing", "en", planned, ("95", "Queries were answered"))
    assert guess.guess
    assert guess.mend is None


def test_a_figure_that_answers_no_count() -> None:
    assert found("figure-without-plan", "en", "Reports on all missions", ("17", "17 reports were issued"))
    assert not found("figure-without-plan", "en", "17 reports on all missions", ("17", "17 reports were issued"))
    assert found("figure-without-plan", "zh", "评价所有行动的情况", ("17", "完成了 17 次评价"))
    assert not found("figure-without-plan", "zh", "评价 17 个行动的情况", ("17", "完成了 17 次评价"))


def test_a_remark_of_none_is_another_figure() -> None:
    (finding,) = found("remark-figure-differs", "en", "5 visits", ("5", "0 visits were made"))
    assert "0" in finding.message.in_english()


@pytest.mark.parametrize(
    ("language", "planned", "yes", "right", "wrong"),
    [
        ("en", "Vacancy rate kept below 15 per cent", "Yes", "It stood at 12 per cent", "It stood at 17 per cent"),
        ("fr", "Taux de vacance inférieur à 15 %", "Oui", "Le taux était de 12 %", "Le taux était de 17 %"),
        ("es", "Tasa de vacantes inferior al 15%", "Sí", "La tasa fue del 12%", "La tasa fue del 17%"),
        ("ru", "Доля вакансий ниже 15 процентов", "Да", "Она составила 12 процентов", "Она составила 17 процентов"),
        ("ar", "معدل شغور أقل من 15 في المائة", "نعم", "بلغ المعدل 12 في المائة", "بلغ المعدل 17 في المائة"),
    ],
)
def test_yes_answers_a_limit_that_was_kept(language: str, planned: str, yes: str, right: str, wrong: str) -> None:
    assert not found("yes-hides-figure", language, planned, (yes, right))
    assert found("yes-hides-figure", language, planned, (yes, wrong))


@pytest.mark.parametrize(
    ("language", "planned", "right", "wrong"),
    [
        ("en", "3 reports", "They were issued. In addition, 12 reports were drafted", "12 reports were drafted"),
        ("zh", "编写 3 份预算", "编写完毕，另编写了 12 份简报", "编写了 12 份简报"),
    ],
)
def test_what_was_done_besides_is_another_figure(language: str, planned: str, right: str, wrong: str) -> None:
    assert not found("remark-figure-differs", language, planned, ("3", right))
    assert found("remark-figure-differs", language, planned, ("3", wrong))


IN_REASONS = [
    ("en", "45 policy cables", "47", "54 cables were sent, as the crisis required more guidance",
     "47 cables were sent, as the crisis required more guidance"),
    ("es", "45 cables de orientación", "47", "Se cursaron 54 cables, dado que la crisis exigió instrucciones",
     "Se cursaron 47 cables, dado que la crisis exigió instrucciones"),
    ("fr", "Formation de 45 agents", "62", "64 agents ont été formés, à la demande de la MINUSMA",
     "L’objectif a été dépassé de 27 agents, à la demande de la MINUSMA"),
    ("ru", "Подготовка 45 сотрудников", "62", "Подготовлено 64 сотрудника, так как был добавлен курс",
     "План превышен на 27 сотрудников, так как был добавлен курс"),
    ("ar", "تدريب 45 موظفا", "62", "درب 64 موظفا لأن دورة أضيفت", "زاد العدد بمقدار 27 موظفا لأن دورة أضيفت"),
    ("zh", "培训 45 名工作人员", "62", "培训了 64 名工作人员，因为增加了一期课程",
     "比计划多 27 名工作人员，因为增加了一期课程"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "cell", "wrong", "right"), IN_REASONS)
def test_a_reason_that_tells_the_figure_tells_that_of_the_cell(
    language: str, planned: str, cell: str, wrong: str, right: str
) -> None:
    (finding,) = found("remark-figure-differs", language, planned, (cell, "", wrong))
    assert finding.guess
    assert finding.field == "explanation"
    assert finding.marks[0].field == "explanation"
    assert not found("remark-figure-differs", language, planned, (cell, "", right))


DIFFERENCES = [
    ("fr", "Formation de 45 agents", "62", "L’objectif a été dépassé de 17 agents", "64 agents ont été formés"),
    ("en", "Training of 45 staff", "38", "The remaining 7 staff were ill", "In all, 39 staff were trained"),
    ("es", "Capacitación de 45 agentes", "38", "Faltaron 7 agentes", "Se capacitó a 39 agentes"),
    ("es", "22 informes", "17", "Cinco informes no pudieron terminarse", "Se terminaron 15 informes"),
    ("zh", "访问 6 个行动", "4", "有 2 个行动未访问", "访问了 2 个行动"),
]


def test_a_reason_may_tell_of_a_part() -> None:
    reason = "12 officers were redeployed, so that fewer were trained"
    assert not found("remark-figure-differs", "en", "Training of 45 officers", ("38", "", reason))


@pytest.mark.parametrize(("language", "planned", "cell", "right", "wrong"), DIFFERENCES)
def test_what_is_between_plan_and_figure_is_no_other_figure(
    language: str, planned: str, cell: str, right: str, wrong: str
) -> None:
    assert not found("remark-figure-differs", language, planned, (cell, right))
    assert found("remark-figure-differs", language, planned, (cell, wrong))


BESIDE_PUT_OFF = [
    ("en", "Ten site visits", "Yes", "8 visits were made, 2 visits to Haiti having been called off",
     "6 visits were made to Mali and 4 visits to Haiti"),
    ("fr", "Dix visites", "Oui", "8 visites ont été effectuées, les 2 autres visites ayant été reportées",
     "8 visites ont été effectuées au Mali et 2 visites au Tchad"),
    ("es", "Diez visitas", "Sí", "Se efectuaron 8 visitas y se cancelaron 2 visitas a Haití",
     "Se efectuaron 10 visitas"),
    ("ru", "Десять поездок", "Да", "Совершено 8 поездок, 2 поездки были отменены", "Совершено 10 поездок"),
    ("ar", "إجراء عشر زيارات", "نعم", "أجريت 8 زيارات وألغيت زيارتان بسبب الإعصار", "أجريت 10 زيارات"),
    ("zh", "进行 10 次查访", "是", "进行了 8 次查访，2 次查访因飓风取消", "进行了 6 次马里查访和 4 次海地查访"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "yes", "wrong", "right"), BESIDE_PUT_OFF)
def test_yes_hides_what_was_done_beside_what_was_put_off(
    language: str, planned: str, yes: str, wrong: str, right: str
) -> None:
    (finding,) = found("yes-hides-figure", language, planned, (yes, wrong))
    assert "10 planned, 8 in the remarks" in finding.message.in_english()
    assert not found("yes-hides-figure", language, planned, (yes, right))
    assert found("yes-for-count", language, planned, (yes, right))


OTHER_NOUNS = [
    ("en", "20 visits", "23 trips were undertaken", "Advice was given to 23 missions"),
    ("fr", "20 visites", "23 déplacements ont été effectués", "Les équipes se sont rendues dans 23 camps"),
    ("es", "20 visitas", "Se hicieron 23 viajes", "Los equipos viajaron a 23 campamentos"),
    ("ru", "Подготовка 20 выступлений", "Представлены 23 комплекта материалов", "Выступления вошли в 23 сборника"),
    ("ar", "إجراء 20 زيارة", "نُظمت 23 رحلة", "سافر الفريق إلى 23 مخيما"),
    ("zh", "进行 20 次磋商", "举行了 23 场会议", "与 23 个代表团会面"),
]


@pytest.mark.parametrize(("language", "planned", "wrong", "right"), OTHER_NOUNS)
def test_the_only_figure_of_a_remark_is_likely_that_of_the_deliverable(
    language: str, planned: str, wrong: str, right: str
) -> None:
    (finding,) = found("remark-figure-differs", language, planned, ("20", wrong))
    assert finding.guess
    assert not found("remark-figure-differs", language, planned, ("20", right))
    assert not found("remark-figure-differs", language, planned, ("20", wrong.replace("23", "20")))
    assert not found("remark-figure-differs", language, planned, ("200", wrong))
