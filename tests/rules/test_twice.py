"""One deliverable with two plans, over the whole report."""

import pytest

from tests.rules.rows import found_in, report_of


def test_one_deliverable_planned_with_two_figures() -> None:
    first = ("按照行业标准处理 3 500 项维持和平行动投资结算", [("626", "处理 626 项投资结算")])
    second = ("执行 900 项外汇购买和 450 项投资结算", [("是", "执行了 1 172 项外汇购买和 626 项投资结算")])
    findings = found_in("planned-twice", report_of("zh", first, second))
    assert [finding.target for finding in findings] == ["o0", "o1"]
    assert (
        findings[0].message.in_english() == "3\u00a0500 planned here, 450 in another row; the remarks of both say 626."
    )
    same = ("执行 900 项外汇购买和 3 500 项投资结算", second[1])
    assert not found_in("planned-twice", report_of("zh", first, same))


def test_the_same_in_english_and_what_only_shares_a_number() -> None:
    first = ("3,500 investment settlements", [("626", "626 investment settlements were processed")])
    second = ("450 investment settlements", [("Yes", "626 investment settlements were made")])
    assert len(found_in("planned-twice", report_of("en", first, second))) == 2
    other = ("450 travel requests", [("626", "626 travel requests were processed")])
    assert not found_in("planned-twice", report_of("en", first, other))


def test_figures_that_are_alike_by_chance() -> None:
    for one, two in (
        ("250 investment settlements", "250 investment settlements were made"),  # a round figure
        ("126 staff trained", "126 staff were trained"),  # people, and one word
        ("126 reports", "126 reports were issued"),
    ):
        figure = one.split()[0]
        plan = one.replace(figure, "103")
        rows = [(one, [(figure, two)]), (plan, [(figure, two)])]
        assert not found_in("planned-twice", report_of("en", *rows)), one


PLANNED_TWICE = [
    ("en", "Processing of {} claims for loss of equipment", "450", "380", "402"),
    ("fr", "Envoi de {} notes verbales relatives à la relève des officiers", "250", "180", "231"),
    ("es", "Organización de {} cursos sobre seguridad de la aviación", "25", "20", "20"),
    ("ru", "Проведение {} проверок топливохранилищ в миссиях", "35", "28", "28"),
    ("ar", "تنظيم {} دورة تدريبية في مجال السلامة الجوية", "25", "20", "20"),
    ("zh", "办理 {} 份协助通知书付款申请", "40", "35", "46"),
]


@pytest.mark.parametrize(("language", "plan", "one", "two", "done"), PLANNED_TWICE)
def test_rows_of_one_wording_with_two_plans_and_one_answer(
    language: str, plan: str, one: str, two: str, done: str
) -> None:
    first, second = (plan.format(one), [(done, "")]), (plan.format(two), [(done, "")])
    here, there = found_in("planned-twice", report_of(language, first, second))
    assert here.guess
    assert here.message.in_english() == f"{one} planned here, {two} in another row; both report {done}."
    assert (here.target, there.target) == ("o0", "o1")
    assert not found_in("planned-twice", report_of(language, first, (plan.format(two), [("19", "")])))
    assert not found_in("planned-twice", report_of(language, first, (plan.format(one), [(done, "")])))


def test_another_deed_and_another_order_plan_the_same() -> None:
    first = ("Envoi de 250 notes verbales relatives à la relève", [("231", "")])
    assert len(
        found_in("planned-twice", report_of("fr", first, ("180 notes verbales relatives à la relève", first[1])))
    )
    other = ("180 lettres relatives à la relève", first[1])
    assert not found_in("planned-twice", report_of("fr", first, other))
    users = ("Capacitación de 450 usuarios finales en los módulos financieros de Umoja", [("512", "")])
    turned = ("Capacitación en los módulos financieros de Umoja para 600 usuarios finales", [("512", "")])
    assert len(found_in("planned-twice", report_of("es", users, turned))) == 2
    bought = ("Adquisición de los módulos logísticos de Umoja para 600 usuarios externos", [("512", "")])
    assert not found_in("planned-twice", report_of("es", users, bought))


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "3 reports on phase 1 of the camp closure", "5 reports on phase 2 of the camp closure"),
        ("ru", "Проведение 3 проверок объектов в 2017 году", "Проведение 5 проверок объектов в 2018 году"),
    ],
)
def test_rows_that_differ_in_another_number_are_two_deliverables(language: str, one: str, two: str) -> None:
    assert not found_in("planned-twice", report_of(language, (one, [("4", "")]), (two, [("4", "")])))


REPEATED = [
    ("en", "Holding of 4 sessions of the fuel committee", "Four sessions of the fuel committee"),
    ("fr", "Tenue de 4 séances du comité des carburants", "Quatre séances du comité des carburants"),
    (
        "es",
        "Celebración de 4 sesiones del comité de combustible",
        "Organización de cuatro sesiones del comité de combustible",
    ),
    ("ru", "Проведение 6 заседаний комитета по топливу", "Организация шести заседаний комитета по топливу"),
    ("ar", "إصدار 6 تنبيهات إلى رؤساء البعثات بشأن المخزون", "توجيه 6 تنبيهات إلى رؤساء البعثات بشأن المخزون"),
    ("zh", "举行 4 次燃料委员会会议", "召开 4 次燃料委员会会议"),
]


@pytest.mark.parametrize(("language", "one", "two"), REPEATED)
def test_an_output_is_known_by_another_deed_and_a_figure_in_words(language: str, one: str, two: str) -> None:
    (finding,) = found_in("output-repeated", report_of(language, (one, [("4", "")]), (two, [("5", "")])))
    assert finding.guess
    assert finding.target == "o1"
    (certain,) = found_in("output-repeated", report_of(language, (one, [("4", "")]), (f"{one}.", [("5", "")])))
    assert not certain.guess


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "Procurement of 4 generators for the mission", "Installation of 4 generators for the mission"),
        ("en", "4 reports to the fuel committee on stocks", "4 visits to the fuel committee on stocks"),
        ("en", "4 reports on phase 1 of the project", "4 reports on phase 2 of the project"),
        (
            "fr",
            "Achat de 4 groupes électrogènes pour la mission",
            "Installation de 4 groupes électrogènes pour la mission",
        ),
        ("ru", "Закупка 4 генераторов для миссии", "Установка 4 генераторов для миссии"),
        ("zh", "采购 4 台特派团发电机", "安装 4 台特派团发电机"),
    ],
)
def test_what_another_deed_does_is_another_output(language: str, one: str, two: str) -> None:
    assert not found_in("output-repeated", report_of(language, (one, [("4", "")]), (two, [("4", "")])))
