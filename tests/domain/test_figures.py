"""The completed cell, and the planned figure that it answers, in six languages."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor import resources
from rbb_editor.domain.figures import numbers_in, read_actual, read_planned, split_actuals, suggest_labels
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.values import Actual, ActualKind, Planned, PlannedKind, Qualifier

CODES = ("en", "fr", "es", "ru", "ar", "zh")
YES, NO = Actual(ActualKind.YES_NO, True), Actual(ActualKind.YES_NO, False)
ANY_TEXT = st.text(alphabet=st.characters(), max_size=120)


def count(value: float) -> Actual:
    return Actual(ActualKind.QUANTITY, value)


CELLS = [
    ("en", "Yes", YES),
    ("en", "no.", NO),
    ("en", "412", count(412)),
    ("en", "4,120", count(4120)),
    ("en", "99.5%", Actual(ActualKind.PERCENT, 99.5)),
    ("en", "100 per cent", Actual(ActualKind.PERCENT, 100)),
    ("en", "seven", count(7)),
    ("en", "12*", count(12)),
    ("en", "", Actual(ActualKind.MISSING)),
    ("en", " \u200b\u00a0", Actual(ActualKind.MISSING)),
    ("en", "All", Actual(ActualKind.TEXT)),
    ("en", "3/4", Actual(ActualKind.TEXT)),
    ("en", "see 2019 report", Actual(ActualKind.TEXT)),
    ("en", "Yes (1)", YES),
    ("en", "No (0)", NO),
    ("fr", "Un", count(1)),
    ("fr", "Oui", YES),
    ("fr", "Non", NO),
    ("fr", "2,5", count(2.5)),
    ("es", "Sí", YES),
    ("es", "No", NO),
    ("es", "4.120", count(4120)),
    ("ru", "Да", YES),
    ("ru", "Нет", NO),
    ("ar", "نعم", YES),
    ("ar", "لا", NO),
    ("ar", "٤١٢", count(412)),
    ("zh", "是", YES),
    ("zh", "否", NO),
    ("zh", "４１２", count(412)),
    ("zh", "全部", Actual(ActualKind.TEXT)),
]


@pytest.mark.parametrize(("code", "text", "expected"), CELLS)
def test_the_completed_cell(code: str, text: str, expected: Actual) -> None:
    assert read_actual(text, resources.language(code)) == expected


SHARED_CELLS = [
    ("7 是", "", "", ["7", "是"]),
    ("否 3", "", "", ["否", "3"]),
    ("12 30 9", "", "", ["12", "30", "9"]),
    ("2 150", "", "", ["2 150"]),
    ("2 150", "举办 3 次讲习班和 200 次访问", "举办了 2 次讲习班 进行了 150 次访问", ["2", "150"]),
    ("2 150", "发出 2 000 封信", "发出了 2 150 封信", ["2 150"]),
    ("1 204 88", "签发 1 100 份合同和 90 份协议", "签发了 1 204 份合同 88 份协议", ["1 204", "88"]),
    ("310 25 118 407", "", "310 封信 25 118 个包裹 407 份电报", ["310", "25 118", "407"]),
    ("5 021", "", "", ["5 021"]),
    ("70%", "", "", ["70%"]),
    ("全部 完成", "", "", ["全部 完成"]),
    ("", "", "", [""]),
    ("4\n5", "", "", ["4", "5"]),
]


@pytest.mark.parametrize(("cell", "planned", "remarks", "expected"), SHARED_CELLS)
def test_figures_that_share_a_cell(cell: str, planned: str, remarks: str, expected: list[str]) -> None:
    assert split_actuals(cell, resources.language("zh"), planned, remarks) == expected


SHARED_CELLS_OF_ALL = [
    ("zh", "1 368", "印发 1 400 份手册", "印发了 1 368 份", ["1 368"]),
    ("zh", "180 459", "出版 200 份报告和 450 份通知", "180 份报告和 459 份通知", ["180", "459"]),
    ("zh", "180 459", "处理 180 000 份付款", "处理了 180 459 份", ["180 459"]),
    ("fr", "180 459", "200 rapports et 450 avis", "180 rapports et 459 avis", ["180", "459"]),
    ("fr", "180 459", "Règlement d’environ 180 000 factures", "180 459 factures ont été réglées", ["180 459"]),
    ("en", "180 459", "200 reports and 450 notices", "180 reports and 459 notices", ["180", "459"]),
    (
        "en",
        "12 48 48",
        "12 workshops, 50 briefings and 48 notes",
        "12 workshops were held, 48 briefings and 48 notes",
        ["12", "48", "48"],
    ),
    ("en", "1 No", "1 conference and 1 study", "The study was dropped", ["1", "No"]),
    ("es", "2 300", "3 guías y 350 folletos", "Se publicaron 2 guías y 300 folletos", ["2", "300"]),
    ("es", "2 300", "2.500 folletos", "Se distribuyeron 2.300 folletos", ["2 300"]),
    ("ru", "5 120", "6 семинаров и 100 консультаций", "5 семинаров и 120 консультаций", ["5", "120"]),
    ("ru", "5 120", "5 000 консультаций", "Проведено 5 120 консультаций", ["5 120"]),
    ("ar", "5 120", "6 حلقات دراسية و 100 مشاورة", "5 حلقات دراسية و 120 مشاورة", ["5", "120"]),
    ("ar", "5 120", "5 000 مشاورة", "أُجريت 5 120 مشاورة", ["5 120"]),
    ("en", "95% 12", "90 per cent of claims and 12 reports", "", ["95%", "12"]),
    ("zh", "3 12 是", "3 次会议、12 份报告和更新网站", "", ["3", "12", "是"]),
    ("en", "1 200 350", "1,000 visits and 300 reports", "1,200 visits and 350 reports", ["1 200", "350"]),
    ("en", "1 200 350", "1,250,000 leaflets", "1,200,350 leaflets", ["1 200 350"]),
    ("fr", "10 250", "10 stages et 250 participants", "10 stages pour 250 participants", ["10", "250"]),
    ("ru", "3 000 14", "3 000 книг и 12 лекций", "", ["3 000", "14"]),
    ("en", "7 100", "8 visits and 100 per cent of claims", "", ["7", "100"]),
]


@pytest.mark.parametrize(("code", "cell", "planned", "remarks", "expected"), SHARED_CELLS_OF_ALL)
def test_digits_that_are_one_figure_or_several(
    code: str, cell: str, planned: str, remarks: str, expected: list[str]
) -> None:
    assert split_actuals(cell, resources.language(code), planned, remarks) == expected


Q, APPROX, LEAST, UP_TO, RANGE = None, *list(Qualifier)
ONE = [
    ("en", "Issuance of 14 guidance notes to 9 country teams", count(12), (14, None, Q)),
    ("en", "Issuance of 14 guidance notes", YES, (14, None, Q)),
    ("en", "Training of 120 judges and prosecutors", count(95), (120, None, Q)),
    ("en", "Three courses on budgeting for 60 staff members of the missions", count(3), (3, None, Q)),
    ("en", "At least 25 seminars for magistrates", count(25), (25, None, LEAST)),
    ("en", "Up to seven field visits within 45 days of a request", count(4), (7, None, UP_TO)),
    ("en", "Processing of about 2,400 claims in 2018/19", count(2390), (2400, None, APPROX)),
    ("en", "Between 10 and 12 town-hall meetings", count(11), (10, 12, RANGE)),
    ("en", "8 seminars and 5 study tours", count(13), (13, None, Q)),
    ("en", "8 seminars and 5 study tours", count(8), (8, None, Q)),
    ("en", "2 briefings per month to troop contributors", count(23), (24, None, Q)),
    ("en", "Quarterly reports on fuel consumption", count(4), (4, None, Q)),
    ("en", "12 monthly bulletins", count(12), (12, None, Q)),
    ("en", "Organization of a conference of legal advisers", count(1), (1, None, Q)),
    ("en", "4 reports to the Security Council pursuant to resolution 2459 (2019)", count(4), (4, None, Q)),
    ("fr", "Tenue de vingt-cinq réunions avec 14 délégations", count(20), (25, None, Q)),
    ("fr", "Au moins huit visites dans 5 missions", count(9), (8, None, LEAST)),
    ("fr", "Jusqu’à 30 inspections", count(22), (30, None, UP_TO)),
    ("fr", "Une trentaine de notes d’information", count(29), (30, None, APPROX)),
    ("fr", "Entre 10 et 12 exposés", count(11), (10, 12, RANGE)),
    ("fr", "6 séminaires et 3 ateliers", count(9), (9, None, Q)),
    ("fr", "2 bulletins par mois", count(24), (24, None, Q)),
    ("es", "Celebración de treinta y dos reuniones con 14 delegaciones", count(30), (32, None, Q)),
    ("es", "Al menos ocho visitas", count(9), (8, None, LEAST)),
    ("es", "Hasta 30 inspecciones", count(22), (30, None, UP_TO)),
    ("es", "Unas 40 notas informativas", count(39), (40, None, APPROX)),
    ("es", "De 10 a 12 exposiciones", count(11), (10, 12, RANGE)),
    ("es", "6 seminarios y 3 talleres", count(9), (9, None, Q)),
    ("ru", "Проведение тридцати двух совещаний с 14 делегациями", count(30), (32, None, Q)),
    ("ru", "Не менее восьми поездок", count(9), (8, None, LEAST)),
    ("ru", "До 30 инспекций", count(22), (30, None, UP_TO)),
    ("ru", "Около 40 информационных записок", count(39), (40, None, APPROX)),
    ("ru", "От 10 до 12 докладов", count(11), (10, 12, RANGE)),
    ("ru", "6 семинаров и 3 практикума", count(9), (9, None, Q)),
    ("ar", "عقد اثنتين وثلاثين جلسة مع 14 وفدا", count(30), (32, None, Q)),
    ("ar", "ما لا يقل عن ثماني زيارات", count(9), (8, None, LEAST)),
    ("ar", "ما يصل إلى 30 عملية تفتيش", count(22), (30, None, UP_TO)),
    ("ar", "نحو 40 مذكرة إعلامية", count(39), (40, None, APPROX)),
    ("ar", "ما بين 10 و 12 عرضا", count(11), (10, 12, RANGE)),
    ("ar", "تنظيم حلقتين دراسيتين لفائدة 40 قاضيا", count(2), (2, None, Q)),
    ("ar", "إعداد تقريرين", count(1), (2, None, Q)),
    ("zh", "为 40 名法官举办三十二次研讨会", count(30), (32, None, Q)),
    ("zh", "至少组织 8 次考察", count(9), (8, None, LEAST)),
    ("zh", "根据文件 A/72/701，12次访问", count(12), (12, None, Q)),
    (
        "zh",
        "开展防雷教育, 例如播放影片; 张贴标语; 每两个月更新安全网页、印制和分发面向村镇的电子和纸质宣传品("
        "3 000 份传单、200 个展板和 100 张图表)以及为当地居民、学校教师和有关机构的志愿人员举办 30 次讲座",
        count(120),
        (30, None, Q),
    ),
    ("zh", "在 45 天内进行多达 30 次检查", count(22), (30, None, UP_TO)),
    ("zh", "印发大约 40 份简讯", count(39), (40, None, APPROX)),
    ("zh", "举行 10 至 12 次座谈会", count(11), (10, 12, RANGE)),
    ("zh", "举办 6 次研讨会和 3 次讲座", count(9), (9, None, Q)),
    ("zh", "每月发布 2 份公报", count(24), (24, None, Q)),
    ("zh", "每季度向捐助方通报用款情况", count(4), (4, None, Q)),
    ("zh", "根据第 2459(2019)号决议向安理会提交 4 份报告", count(4), (4, None, Q)),
    ("zh", "为 14 个国家编写 5 份概况，包括 2 份专题概况", count(5), (5, None, Q)),
]


@pytest.mark.parametrize(("code", "text", "actual", "expected"), ONE)
def test_the_count_that_one_figure_answers(code: str, text: str, actual: Actual, expected: tuple[Any, ...]) -> None:
    (planned,) = read_planned(text, [actual], [None], resources.language(code))
    assert planned == Planned(PlannedKind.QUANTITY, *expected)


PERCENT = [
    ("en", "Payment of 95 per cent of invoices within 30 days"),
    ("fr", "Paiement de 95 % des factures dans un délai de 30 jours"),
    ("es", "Pago del 95% de las facturas en un plazo de 30 días"),
    ("ru", "Оплата 95 процентов счетов в течение 30 дней"),
    ("ar", "دفع 95 في المائة من الفواتير خلال 30 يوما"),
    ("zh", "在 30 天内支付 95% 的发票"),
]


@pytest.mark.parametrize(("code", "text"), PERCENT)
def test_a_percentage_is_no_count(code: str, text: str) -> None:
    language = resources.language(code)
    (planned,) = read_planned(text, [read_actual("97%", language)], [None], language)
    assert planned == Planned(PlannedKind.PERCENT, 95)
    assert outcome(planned, count(97)) == "unclear"


UNCOUNTED = [
    ("en", "Maintenance of the website, including 3 language versions"),
    ("en", "Support for phase 2 of the roll-out under resolution 64/12"),
    ("fr", "Appui à la phase 2 du déploiement prévu par la résolution 64/12"),
    ("es", "Apoyo a la fase 2 del despliegue previsto en la resolución 64/12"),
    ("ru", "Поддержка этапа 2 внедрения согласно резолюции 64/12"),
    ("ar", "دعم المرحلة 2 من التنفيذ عملا بالقرار 64/12"),
    ("zh", "根据第 64/12 号决议在 30 天内支持阶段 2 的推广"),
    ("zh", "维护网站，包括 3 种语文版本"),
]


@pytest.mark.parametrize(("code", "text"), UNCOUNTED)
def test_a_yes_answers_a_deed_that_is_not_counted(code: str, text: str) -> None:
    (planned,) = read_planned(text, [YES], [None], resources.language(code))
    assert planned == Planned(PlannedKind.YES_NO, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Reconciliation during 2017 and 2018 of bank accounts"),
        ("fr", "Traitement en 2017 des factures"),
        ("ru", "Проверка счетов за 2017 год"),
        ("ar", "تجهيز الفواتير في عام 2017 في المقر"),
        ("zh", "核查2017年燃料库存"),
        ("zh", "核查2000年燃料库存"),
    ],
)
def test_a_year_is_no_planned_count_even_of_its_size(code: str, text: str) -> None:
    language = resources.language(code)
    (planned,) = read_planned(text, [read_actual("1800", language)], [None], language)
    assert planned.kind is PlannedKind.NONE


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "1. Reports to the Council", None),
        ("en", "2. 12 training courses", 12),
        ("fr", "1) Rapports au Conseil", None),
        ("ru", "3. Доклады Совету", None),
        ("ar", "1 - تقديم 12 إحاطة", 12),
        ("zh", "1、编写3份报告", 3),
        ("zh", "2.编写3份报告", 3),
        ("en", "1.5 million leaflets", 1_500_000),
    ],
)
def test_the_running_number_of_a_list_counts_nothing(code: str, text: str, expected: int | None) -> None:
    language = resources.language(code)
    (planned,) = read_planned(text, [read_actual("7", language)], [None], language)
    assert planned.value == expected


def test_a_figure_without_a_planned_count_has_nothing_to_answer() -> None:
    (planned,) = read_planned("Processing of claims of staff", [count(30)], [None], resources.language("en"))
    assert planned.kind is PlannedKind.NONE


SEVERAL = [
    ("en", "9 audits, 4 inspections and 30 notes", ["8", "4", "31"], [9, 4, 30]),
    ("en", "9 audits and publication of the charter", ["8", "No"], [9, True]),
    ("en", "20 briefings, including 6 closed briefings", ["21", "5"], [20, 6]),
    ("en", "9 audits and quarterly checks", ["8", "4"], [9, 4]),
    ("en", "9 audits and quarterly checks", ["8", "4%"], [9, None]),
    ("es", "Elaboración de una guía y de dos módulos", ["1", "No"], [1, 2]),
    ("fr", "9 audits, 4 inspections et 30 notes", ["8", "4", "31"], [9, 4, 30]),
    ("es", "9 auditorías, 4 inspecciones y 30 notas", ["8", "4", "31"], [9, 4, 30]),
    ("ru", "9 ревизий, 4 инспекции и 30 записок", ["8", "4", "31"], [9, 4, 30]),
    ("ar", "9 عمليات مراجعة و 4 زيارات و 30 مذكرة", ["8", "4", "31"], [9, 4, 30]),
    ("zh", "进行 9 次审计、4 次检查，编写 30 份说明", ["8", "4", "31"], [9, 4, 30]),
    ("zh", "进行 9 次审计，并公布章程", ["8", "否"], [9, True]),
]


@pytest.mark.parametrize(("code", "text", "cells", "expected"), SEVERAL)
def test_several_figures_answer_several_counts(code: str, text: str, cells: list[str], expected: list[Any]) -> None:
    language = resources.language(code)
    planned = read_planned(text, [read_actual(cell, language) for cell in cells], [None] * len(cells), language)
    assert [one.value for one in planned] == expected


def test_remarks_tell_figures_apart_that_come_in_another_order() -> None:
    language = resources.language("en")
    text = "6 reviews of fuel stocks and 15 inspections of warehouses"
    remarks = ["14 inspections of warehouses were carried out", "5 reviews of fuel stocks were done"]
    planned = read_planned(text, [count(14), count(5)], [None, None], language, remarks)
    assert [one.value for one in planned] == [15, 6]


def test_labels_tell_figures_apart() -> None:
    language = resources.language("en")
    text = "6 reviews of fuel stocks and 15 inspections of warehouses"
    planned = read_planned(
        text, [count(7), count(7)], ["inspections of warehouses", "reviews of fuel stocks"], language
    )
    assert [one.value for one in planned] == [15, 6]


def test_labels_are_the_words_of_the_planned_text() -> None:
    text = "6 reviews of fuel stocks, and 15 inspections of warehouses; publication of the list"
    labels = suggest_labels(text, 2, resources.language("en"))
    assert labels == ["reviews of fuel stocks", "inspections of warehouses"]
    assert suggest_labels(text, 1, resources.language("en")) == [None]
    zh = suggest_labels("举办 3 次讲习班和 2 次研讨会", 2, resources.language("zh"))
    assert zh == ["讲习班", "研讨会"]


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(CODES), st.integers(1, 4))
def test_no_text_is_too_strange_to_be_read(planned: str, remark: str, code: str, many: int) -> None:
    language = resources.language(code)
    actual = read_actual(planned, language)
    parts = split_actuals(planned, language, remark, planned)
    assert "".join("".join(parts).split()) == "".join(planned.split())
    assert len(read_planned(planned, [actual] * many, [remark] * many, language, [remark] * many)) == many
    assert len(suggest_labels(planned, many, language)) == many
    for number in numbers_in(planned, language):
        assert 0 <= number.start < number.end <= len(planned)


@pytest.mark.parametrize("text", ["\ud800 5 reports", "5\u200b0 reports", "\u202e12\u202c reports", "١٢\u200f تقريرا"])
def test_invisible_marks_and_broken_letters(text: str) -> None:
    for code in CODES:
        (planned,) = read_planned(text, [count(1)], [None], resources.language(code))
        assert planned.kind is PlannedKind.QUANTITY


@pytest.mark.parametrize(
    "piece", ["Conduct 15 visits, including 3 of them. ", "1 ", "两次 ", "((", "and two and ", "a "]
)
def test_work_grows_with_the_text_not_with_its_square(piece: str) -> None:
    """Counted in steps of the interpreter, which do not depend on the machine."""
    language = resources.language("zh" if piece[0] == "两" else "en")

    def steps(size: int) -> int:
        text = piece * (size // len(piece))
        return _steps(lambda: read_planned(text, [count(5), count(6)], [None, None], language, [text, text]))

    steps(1_000)  # what is made once, at the first look
    assert steps(16_000) < 3.2 * steps(8_000) + 20_000


def _steps(work: Any) -> int:
    import sys

    done = 0

    def count_line(*_: object) -> Any:
        nonlocal done
        done += 1
        return count_line

    before = sys.gettrace()
    sys.settrace(count_line)
    try:
        work()
    finally:
        sys.settrace(before)
    return done


@pytest.mark.parametrize(
    ("text", "completed", "planned"),
    [
        ("The Secretary-General and the Deputy each attend 1 summit", "2", 2),
        ("The Secretary-General and the Deputy each attend 1 summit", "20", 2),
        ("1 kit in each of 90,000,000,000,000 homes", "90000000000000", 1),
        ('"Peace" bulletin and 3 reports on "peace"', "3", 3),
        ('"2030 goals" bulletin, the "Vision 7" bulletin and 3 reports', "3", 3),
    ],
)
def test_what_each_does_is_reckoned_from_those_named_and_no_count_is_taken_for_a_title(
    text: str, completed: str, planned: int
) -> None:
    language = resources.language("en")
    (found,) = read_planned(text, [read_actual(completed, language)], [], language)
    assert found.value == planned


@pytest.mark.parametrize("text", ["", "3 reports and 4 visits"])
def test_an_output_without_figures_has_no_planned_ones(text: str) -> None:
    assert read_planned(text, [], [], resources.language("en")) == ()


@pytest.mark.shared
@pytest.mark.parametrize(("name", "code"), [("reference_A_C", "zh"), *((f"lang/{c}", c) for c in CODES if c != "zh")])
def test_the_references(shared: Path, name: str, code: str) -> None:
    language = resources.language(code)
    reference = json.loads((shared / "data" / f"{name}.json").read_text(encoding="utf-8"))
    right = outcomes = total = 0
    for output in outputs_of(reference):
        components = output["components"]
        actuals = [read_actual(one["actual"]["raw"], language) for one in components]
        remarks = [one["remarks"] or "" for one in components]
        found = read_planned(output["planned_output"], actuals, [None] * len(actuals), language, remarks)
        for one, planned, actual in zip(components, found, actuals, strict=True):
            total += 1
            wanted = one["planned"]
            right += planned.kind == wanted["kind"] and (planned.value == wanted["value"] or planned.kind == "none")
            outcomes += outcome(planned, actual) == one["outcome"]
    assert right >= (0.98 if code == "zh" else 0.95) * total
    assert outcomes >= (0.97 if code == "zh" else 0.95) * total


def outputs_of(reference: Any) -> list[Any]:
    return [
        output
        for department in reference["departments"]
        for office in department["offices"]
        for accomplishment in office["accomplishments"]
        for output in accomplishment["outputs"]
    ]
