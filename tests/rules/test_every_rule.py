"""Every rule of the list: its docstring, its explanation, and a wrong and a right case in at least two languages."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain import rank
from rbb_editor.domain.entities import Abbreviation, Level, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.rules import RULES, Rule
from rbb_editor.rules.checker import Checker
from tests.rules.rows import Cell, report_of

ONE_LANGUAGE = frozenset({"width-mixed"})
"""Rules about what only one language has."""

Made = Callable[[], Report]
CASES: dict[str, list[tuple[Made, Made]]] = {}
"""For each rule reports in which it finds something, each with one in which it finds nothing."""


def row(language: str, planned: str, *cells: Cell) -> Made:
    """A report of one row."""
    return lambda: report_of(language, (planned, list(cells)))


def rows(language: str, *wanted: tuple[str, Cell]) -> Made:
    """A report of several rows of one figure."""
    return lambda: report_of(language, *((planned, [cell]) for planned, cell in wanted))


def letters(language: str, *numbers: str, empty: bool = False) -> Made:
    """A report of some departments, the first with an accomplishment, which may have no rows."""

    def make() -> Report:
        report = report_of(language) if empty else report_of(language, ("1", [("1", "1")]))
        first, *others = numbers
        ranks = rank.spread(len(numbers) + 1)[1:]
        departments = [
            Section(f"D{at}", Level.DEPARTMENT, None, ranks[at], number, "D") for at, number in enumerate(others)
        ]
        kept = [entity for entity in report.snapshot().walk() if entity.id != "A"]
        return Report([report.info, replace(report.section("A"), number=first), *kept, *departments])

    return make


def listed(made: Made, *pairs: tuple[str, str]) -> Made:
    """A report with a list of abbreviations."""

    def make() -> Report:
        report = made()
        info = replace(report.info, abbreviations=tuple(Abbreviation(*pair) for pair in pairs))
        return Report([info, *report.snapshot().walk()])

    return make


def remarks(rule: str, *pairs: tuple[str, str, str]) -> None:
    """Cases of one remark: language, wrong, right."""
    CASES[rule] = [(row(code, "", ("1", wrong)), row(code, "", ("1", right))) for code, wrong, right in pairs]


CASES["shortfall-unexplained"] = [
    (row("en", "40 letters", ("35", "35 sent")), row("en", "40 letters", ("35", "35 sent", "due to a strike"))),
    (row("zh", "发出 40 封信", ("35", "发出了 35 封信")), row("zh", "发出 40 封信", ("35", "", "原因是罢工"))),
]
CASES["excess-unexplained"] = [
    (row("fr", "40 lettres", ("45", "45 envoyées")), row("fr", "40 lettres", ("45", "", "en raison de la demande"))),
    (row("es", "40 cartas", ("45", "45 enviadas")), row("es", "40 cartas", ("40", "40 enviadas"))),
]
CASES["figure-missing"] = [
    (row("en", "40 letters", ("", "Sent")), row("en", "40 letters", ("40", "Sent"))),
    (row("ru", "40 писем", ("", "Направлены")), row("ru", "40 писем", ("40", "Направлены"))),
]
CASES["figure-unreadable"] = [
    (row("en", "40 letters", ("All", "Sent")), row("en", "Letters", ("All", "Sent"))),
    (row("en", "Letters", ("Several", "Sent")), row("en", "Letters", ("Yes", "Sent"))),
    (row("zh", "发出 40 封信件", ("全部", "发出")), row("zh", "发出信件", ("全部", "发出"))),
    (row("es", "Envío de cartas", ("Varias", "Enviadas")), row("es", "Envío de cartas", ("Todas.", "Enviadas"))),
    (row("fr", "Envoi de lettres", ("Plusieurs", "Faites")), row("fr", "Envoi de lettres", ("Toutes", "Faites"))),
    (row("ru", "Рассылка писем", ("Много", "Посланы")), row("ru", "Рассылка писем", ("Все (40)", "Посланы"))),
    (row("ar", "إرسال رسائل", ("بعضها", "أرسلت")), row("ar", "إرسال رسائل", ("جميعها", "أرسلت"))),
]
CASES["remark-figure-differs"] = [
    (row("en", "28 meetings", ("28", "27 meetings were held")), row("en", "28 meetings", ("28", "28 were held"))),
    (row("zh", "举行 28 次会议", ("28", "举行了 27 次会议")), row("zh", "举行 28 次会议", ("28", "举行了 28 次会议"))),
]
CASES["breakdown-differs"] = [
    (
        row("en", "7 meetings", ("7", "7 meetings, including 3 with staff and 3 with experts")),
        row("en", "7 meetings", ("7", "7 meetings, including 3 with staff and 4 with experts")),
    ),
    (
        row("zh", "36 份核准证", ("36", "36 份核准证，包括 20 份特派团核准证和 15 份总部核准证")),
        row("zh", "36 份核准证", ("36", "36 份核准证，包括 20 份特派团核准证和 16 份总部核准证")),
    ),
]
CASES["direction-contradicts"] = [
    (
        row("en", "40 letters", ("35", "", "The higher output was due to a strike")),
        row("en", "40 letters", ("35", "", "The lower output was due to a strike")),
    ),
    (
        row("zh", "发出 40 封信", ("35", "", "产出高于计划数目，原因是罢工")),
        row("zh", "发出 40 封信", ("35", "", "产出低于计划数目，原因是罢工")),
    ),
]
CASES["done-but-denied"] = [
    (
        row("en", "1 manual on radio", ("Yes", "The manual was not issued")),
        row("en", "1 manual on radio", ("No", "The manual was not issued")),
    ),
    (
        row("zh", "编制关于广播的指导文件", ("是", "没有编制关于广播的指导文件")),
        row("zh", "编制关于广播的指导文件", ("是", "编制了关于广播的指导文件")),
    ),
]
CASES["explanation-without-cause"] = [
    (
        row("en", "40 letters", ("35", "", "35 letters in all")),
        row("en", "40 letters", ("35", "", "The lower output was due to a strike")),
    ),
    (
        row("zh", "发出 40 封信", ("35", "", "共发出 35 封信")),
        row("zh", "发出 40 封信", ("35", "", "产出低于计划数目，原因是罢工")),
    ),
]
CASES["reason-covers-part"] = [
    (
        row("en", "6 reviews", ("4", "", "The fifth review was postponed to 2018")),
        row("en", "6 reviews", ("4", "", "The fifth and sixth reviews were postponed to 2018")),
    ),
    (
        row("zh", "进行 6 次评价", ("4", "", "第五次评价被推迟")),
        row("zh", "进行 6 次评价", ("4", "", "第五次和第六次评价被推迟")),
    ),
]
CASES["postponed-without-date"] = [
    (
        row("en", "1 workshop", ("No", "", "The workshop was postponed because of vacancies")),
        row("en", "1 workshop", ("No", "", "The workshop was postponed to March 2018")),
    ),
    (
        row("zh", "举办 1 次讲习班", ("否", "", "讲习班被推迟, 原因是领导层过渡")),
        row("zh", "举办 1 次讲习班", ("否", "", "讲习班被推迟到 2017/18 年期间")),
    ),
]
VISITS, STUDIES = ("3", "3 visits were made"), ("4", "4 reports were issued")
CASES["figures-out-of-order"] = [
    (row("en", "6 visits and 4 reports", STUDIES, VISITS), row("en", "6 visits and 4 reports", VISITS, STUDIES)),
    (
        row("zh", "进行 6 次访问，编写 4 份报告", ("4", "编写了 4 份报告"), ("3", "进行了 3 次访问")),
        row("zh", "进行 6 次访问，编写 4 份报告", ("3", "进行了 3 次访问"), ("4", "编写了 4 份报告")),
    ),
]
CASES["count-unanswered"] = [
    (row("en", "5 visits; 3 reports", ("5", "5 visits")), row("en", "5 visits; 3 reports", ("5", ""), ("3", ""))),
    (
        row("zh", "进行 5 次访问；编写 3 份报告", ("5", "进行了 5 次访问")),
        row("zh", "进行 5 次访问；编写 3 份报告", ("5", ""), ("3", "")),
    ),
]
MODULE = "Deployment of the aviation module to missions; revision of the equipment catalogue with suppliers"
CASES["deliverable-unmentioned"] = [
    (
        row("en", MODULE, ("Yes", "The aviation module was deployed to all missions")),
        row("en", MODULE, ("Yes", "The aviation module was deployed to missions, the equipment catalogue revised")),
    ),
    (
        row("zh", "将航空模块部署到外地特派团，修订航空设备目录", ("是", "为所有外地特派团安装了航空信息管理系统")),
        row("zh", "将航空模块部署到外地特派团，修订航空设备目录", ("是", "为外地特派团安装了航空模块，修订了设备目录")),
    ),
]
CLAIMS = "155 claims of the audit board and 258 claims of the review committee"
CLAIMS_ZH = "将监督机构提出的 155 项建议和调查委员会提出的 258 项建议录入追踪系统"
CASES["reason-of-other-body"] = [
    (
        row("en", CLAIMS, ("155", "155"), ("300", "300", "The excess is due to the board")),
        row("en", CLAIMS, ("155", "155"), ("300", "300", "The excess is due to the committee")),
    ),
    (
        row("zh", CLAIMS_ZH, ("155", "155"), ("300", "300", "原因是监督机构提出的建议增加")),
        row("zh", CLAIMS_ZH, ("155", "155"), ("300", "300", "原因是调查委员会提出的建议增加")),
    ),
]
CASES["body-named-otherwise"] = [
    (
        row("en", "Support to the central review board", ("Yes", "The central review committee was supported")),
        row("en", "Support to the central review board", ("Yes", "The central review board was supported")),
    ),
    (
        row("zh", "支助外勤中央审查机构", ("是", "支助了外勤中央审查机关")),
        row("zh", "支助外勤中央审查机构", ("是", "支助了外勤中央审查机构")),
    ),
]


def two_departments(language: str, short: str, remark: str) -> Made:
    """A report with a row in A, and a department B that the list of abbreviations shortens."""

    def make() -> Report:
        report = letters(language, "A", "B")()
        output = report.output("o0")
        component = replace(output.components[0], remarks=remark)
        info = replace(report.info, abbreviations=(Abbreviation(short, "Office to the African Union"),))
        kept = [entity for entity in report.snapshot().walk() if entity.id not in ("o0", "D0")]
        other = replace(report.section("D0"), title="Office to the African Union")
        return Report([info, *kept, other, replace(output, components=(component,))])

    return make


CASES["other-department-acts"] = [
    (two_departments("en", "UNOAU", "UNOAU supported it"), two_departments("en", "UNOAU", "Supported with UNOAU")),
    (two_departments("zh", "联非办", "联非办支助了筛选"), two_departments("zh", "联非办", "与联非办一道筛选")),
]
CASES["reason-of-other-mission"] = [
    (
        row("en", "4 visits to UNISFA", ("2", "", "Flights to UNMISS were suspended")),
        row("en", "4 visits to UNISFA", ("2", "", "Flights to UNISFA were suspended")),
    ),
    (
        row("ru", "4 поездки в МИНУСКА", ("2", "", "Базы ВСООНЛ были закрыты")),
        row("ru", "4 поездки в МИНУСКА", ("2", "", "Базы МИНУСКА были закрыты")),
    ),
]
CASES["planned-twice"] = [
    (
        rows(
            "en",
            ("3,500 investment settlements", ("626", "626 investment settlements were processed")),
            ("450 investment settlements", ("Yes", "626 investment settlements were made")),
        ),
        rows(
            "en",
            ("3,500 investment settlements", ("626", "626 investment settlements were processed")),
            ("450 travel requests", ("Yes", "626 travel requests were made")),
        ),
    ),
    (
        rows(
            "zh",
            ("处理 3 500 项投资结算", ("626", "处理 626 项投资结算")),
            ("执行 450 项投资结算", ("是", "执行了 626 项投资结算")),
        ),
        rows(
            "zh",
            ("处理 3 500 项投资结算", ("626", "处理 626 项投资结算")),
            ("执行 3 500 项投资结算", ("是", "执行了 626 项投资结算")),
        ),
    ),
]
CASES["no-hides-figure"] = [
    (row("en", "5 visits", ("No", "2 visits were made")), row("en", "5 visits", ("No", "2 visits were cancelled"))),
    (row("zh", "进行 5 次访问", ("否", "进行了 2 次访问")), row("zh", "进行 5 次访问", ("否", "没有进行访问"))),
]
CASES["yes-hides-figure"] = [
    (row("en", "35 reports", ("Yes", "36 reports were issued")), row("en", "35 reports", ("Yes", "35 were issued"))),
    (row("zh", "编写 35 份报告", ("是", "编写了 36 份报告")), row("zh", "编写 35 份报告", ("是", "编写了 35 份报告"))),
]
CASES["yes-for-count"] = [
    (row("en", "5 reports", ("Yes", "Issued")), row("en", "5 reports", ("5", "Issued"))),
    (row("zh", "编写 5 份报告", ("是", "完成")), row("zh", "编写 1 份报告", ("是", "完成"))),
]
CASES["percent-sign-missing"] = [
    (
        row("en", "Closing of 90 per cent of cases", ("100", "100 per cent were closed")),
        row("en", "Closing of 90 per cent of cases", ("100%", "100 per cent were closed")),
    ),
    (
        row("zh", "为 90% 的人员提供管理", ("100", "100% 的管理")),
        row("zh", "为 90% 的人员提供管理", ("100%", "100% 的管理")),
    ),
]
CASES["figure-without-plan"] = [
    (row("en", "Reports on all missions", ("17", "17 issued")), row("en", "17 reports", ("17", "17 issued"))),
    (row("zh", "评价所有行动的情况", ("17", "17 次评价")), row("zh", "评价 17 个行动的情况", ("17", "17 次评价"))),
]
CASES["figure-ambiguous"] = [
    (
        row("en", "185 visits for 470 guests", ("180 459", "180 visits were made for 459 guests")),
        row("en", "185 visits for 470 guests", ("180", "180 visits were made for 459 guests")),
    ),
    (
        row("zh", "进行 180 次审查；编写 450 份报告", ("180 459", "已完成")),
        row("zh", "进行 180 000 次审查；编写 5 份报告", ("180 459", "已完成")),
    ),
]
SICK, SICK_ZH = ("90 per cent of sick-leave cases", "2 courses were held"), ("管理 90%的病假", "提供了 2 个心理培训")


def two_rows(language: str, above: str, planned: str, remark: str) -> Made:
    """A row of one figure above one of two, the first of which may belong to it."""
    return lambda: report_of(language, (above, [("8", "8")]), (planned, [("2", remark), ("100%", "100%")]))


CASES["figure-misplaced"] = [
    (two_rows("en", "8 workshops; 2 courses on stress", *SICK), two_rows("en", "8 workshops", *SICK)),
    (
        two_rows("zh", "举办 8 次讲习班；在 2 个特派团进行心理培训", *SICK_ZH),
        two_rows("zh", "举办 8 次讲习班", *SICK_ZH),
    ),
]
CASES["planned-text-missing"] = [
    (row(code, "", ("5", "5")), row(code, "5 letters", ("5", "5"))) for code in ("en", "zh")
]
CASES["accomplishment-empty"] = [(letters(code, "A", empty=True), letters(code, "A")) for code in ("en", "ar")]
CASES["number-doubled"] = [(letters(code, "A", "A"), letters(code, "A", "B")) for code in ("en", "fr")]
CASES["number-gap"] = [(letters(code, "A", "C"), letters(code, "A", "B")) for code in ("en", "es")]
remarks("word-doubled", ("en", "of the the report", "of the report"), ("zh", "提供的的支助", "提供的支助"))
remarks("markup-remnant", ("en", "The<br>report", "A < B"), ("zh", "提供了&nbsp;支助", "R&D"))
remarks("bracket-unbalanced", ("en", "(see annex", "(see annex)"), ("zh", "印发了“报告", "印发了“报告”"))
remarks("placeholder-left", ("en", "XXX briefings", "12 briefings"), ("zh", "日期待定", "日期已定"))
remarks("stray-word", ("zh", "其他群组 and 相关要求", "使用 iNeed"), ("ru", "Доклад Coвета", "Доклад Совета"))
remarks("word-mistaken", ("en", "Untied Nations", "United Nations"), ("zh", "联和国", "联合国"))
TOLD, TOLD_ZH = "4 visits and 3 reports were completed", "编写了 5 份行动构想和 2 份业务计划"
CASES["list-run-together"] = [
    (row("en", "7 visits reports", ("7", TOLD)), row("en", "7 visits and reports", ("7", TOLD))),
    (row("fr", "7 visites rapports", ("7", "4 visites, 3 rapports")), row("fr", "7 visites", ("7", "4 visites"))),
    (row("zh", "7 份业务计划行动构想", ("7", TOLD_ZH)), row("zh", "7 份业务计划、行动构想", ("7", TOLD_ZH))),
]
remarks("invisible-sign", ("en", "re\u200bport", "report"), ("zh", "报\u2060告", "报告"))
remarks("number-style", ("en", "12345 letters", "12,345 letters"), ("fr", "12345 lettres", "12\u00a0345 lettres"))
remarks("percent-style", ("en", "rose by 5%", "rose by 5 per cent"), ("ru", "на 5%", "на 5 процентов"))
CASES["planned-as-done"] = [
    (row("en", "Conducted 5 briefings", ("5", "")), row("en", "Conduct of 5 briefings", ("5", ""))),
    (row("zh", "提供了咨询意见", ("是", "")), row("zh", "提供咨询意见", ("是", ""))),
]
CASES["width-mixed"] = [
    (
        row("zh", "开展,会议,审查,访问", ("1", "会议，审查，访问，报告")),
        row("zh", "开展，会议，审查，访问", ("1", "会议，审查，访问，报告")),
    )
]
SHORT = ("UNMIS", "United Nations Mission")
CASES["abbreviation-unlisted"] = [
    (listed(row(code, "1", ("1", "the UNMIS, UNMIX")), SHORT), listed(row(code, "1", ("1", "UNMIS")), SHORT))
    for code in ("en", "zh")
]
CASES["abbreviation-unlisted"] += [
    (listed(row("ar", "1", ("1", "زيارة إلى UNISFA")), SHORT), listed(row("ar", "1", ("1", "زيارة إلى UNMIS")), SHORT)),
    (listed(row("en", "1", ("1", "the ICTY")), ("ICT", "Y")), listed(row("en", "1", ("1", "ICT-UN")), ("ICT", "Y"))),
]
CASES["abbreviation-unused"] = [
    (listed(row(code, "1", ("1", "1")), SHORT), listed(row(code, "1", ("1", "UNMIS")), SHORT)) for code in ("en", "es")
]
CASES["abbreviation-unused"] += [
    (
        listed(row("ar", "1", ("1", "إلى القوة")), ("اليونيفيل", "القوة")),
        listed(row("ar", "1", ("1", "القوة وباليونيفيل")), ("اليونيفيل", "القوة")),
    )
]
CASES["abbreviation-doubled"] = [
    (listed(row(code, "1", ("1", "UNMIS")), SHORT, SHORT), listed(row(code, "1", ("1", "UNMIS")), SHORT))
    for code in ("en", "zh")
]
CASES["abbreviation-two-forms"] = [
    (
        row("en", "1", ("1", "the Regional Service Centre (RSC); the Rapid Supply Centre (RSC)")),
        row(
            "en",
            "1",
            ("1", "the Regional Service Centre (RSC); Regional Service Centres (RSC); Entebbe (RSC); \u0640 (RSC)"),
        ),
    ),
    (
        listed(row("fr", "1", ("1", "le Centre de soutien rapide (CSR)")), ("CSR", "Centre de services régional")),
        listed(row("fr", "1", ("1", "le Centre de services régional (CSR)")), ("CSR", "Centre de services régional")),
    ),
    (
        row("ru", "1", ("1", "Региональный центр обслуживания (РЦО); Резервный центр обеспечения (РЦО)")),
        row("ru", "1", ("1", "Региональный центр обслуживания (РЦО); в Региональном центре обслуживания (РЦО)")),
    ),
    (
        row("zh", "1", ("1", "访问了区域服务中心(区域中心)和区域供应中心(区域中心)")),
        row("zh", "1", ("1", "访问了区域服务中心(区域中心)，又访问了区域服务中心(区域中心)")),
    ),
]
CASES["output-repeated"] = [
    (rows("en", *[("5 visits to missions", ("5", ""))] * 2), rows("en", ("5 visits to missions", ("5", "")))),
    (rows("zh", *[("对特派团进行 5 次访问", ("5", ""))] * 2), rows("zh", ("对特派团进行 5 次访问", ("5", "")))),
]
CASES["report-long"] = [
    (row("en", "1", ("1", "word " * 9000)), row("en", "1", ("1", "word " * 8000))),
    (row("zh", "1", ("1", "字" * 15_000)), row("zh", "1", ("1", "字" * 12_000))),
]


def finds(rule: Rule, report: Report) -> bool:
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language)
    checker.run()
    return any(finding.rule == rule.name for finding in checker.findings())


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_docstring_of_a_rule_has_its_source_and_an_example(rule: Rule) -> None:
    said = " ".join((rule.check.__doc__ or "").split()) + " "
    assert "Source: " in said
    assert "wrong: " in said.lower()
    assert "right: " in said.lower()
    assert "Wrong: " in rule.about
    assert "Right: " in rule.about


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_finds_what_is_wrong_and_leaves_alone_what_is_right_in_two_languages(rule: Rule) -> None:
    languages = set()
    for wrong, right in CASES[rule.name]:
        report = wrong()
        languages.add(report.info.language)
        assert right().info.language == report.info.language
        assert finds(rule, report)
        assert not finds(rule, right())
    assert len(languages) >= (1 if rule.name in ONE_LANGUAGE else 2)


def test_no_case_is_about_a_rule_that_there_is_not() -> None:
    assert set(CASES) == {rule.name for rule in RULES}
