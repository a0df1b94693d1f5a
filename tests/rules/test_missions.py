"""Reasons that speak of another mission or office than the row: a wrong and a right case in every language."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Abbreviation, Level, Output, Section
from rbb_editor.domain.report import Report
from tests.rules.rows import found, found_in, report_of

MISSIONS = [
    ("en", "4 visits to UNISFA", "All flights to {} were suspended during the floods", "UNMISS", "UNISFA"),
    ("fr", "4 visites à la FINUL", "Le quartier général de la {} était en travaux", "MINUSCA", "FINUL"),
    ("es", "4 visitas a la FPNUL", "El cuartel general de la {} estaba en reorganización", "UNFICYP", "FPNUL"),
    ("ru", "4 поездки в МИНУСКА", "Закрыты дороги, ведущие к базам {}", "ВСООНЛ", "МИНУСКА"),
    ("ar", "إجراء 4 زيارات إلى اليونيفيل", "رفضت {} استقبال الفريق", "مينوسما", "اليونيفيل"),
    ("zh", "对联黎部队进行 4 次检查", "原因是{}更换了燃料供应商", "联塞部队", "联黎部队"),
]
ELSEWHERE = [
    ("en", "4 visits to UNISFA", "The team was redeployed to UNMISS"),
    ("fr", "4 visites à la FINUL", "L'équipe a été redéployée à la MINUSCA"),
    ("es", "4 visitas a la FPNUL", "El equipo fue trasladado a la UNFICYP"),
    ("ru", "4 поездки в МИНУСКА", "Группа была переброшена в ВСООНЛ"),
    ("ar", "إجراء 4 زيارات إلى اليونيفيل", "أعيد نشر الفريق في مينوسما"),
    ("zh", "对联黎部队进行 4 次检查", "原因是小组调往联塞部队"),
]
RULE = "reason-of-other-mission"


@pytest.mark.parametrize(("language", "planned", "reason", "wrong", "right"), MISSIONS)
def test_a_reason_speaks_of_the_mission_of_the_row(
    language: str, planned: str, reason: str, wrong: str, right: str
) -> None:
    said = reason.format(wrong)
    (finding,) = found(RULE, language, planned, ("2", "2", said))
    assert finding.guess
    there, here = finding.marks
    assert (said[there.start : there.end], planned[here.start : here.end]) == (wrong, right)
    assert not found(RULE, language, planned, ("2", "2", reason.format(right)))
    assert not found(RULE, language, planned, ("2", wrong, said)), "the remark speaks of it"


@pytest.mark.parametrize(("language", "planned", "reason"), ELSEWHERE)
def test_another_mission_may_be_where_the_means_went(language: str, planned: str, reason: str) -> None:
    assert not found(RULE, language, planned, ("2", "2", reason))


def test_missions_are_known_by_the_list_of_the_report() -> None:
    report = report_of("en", ("4 visits to XMIT", [("2", "2", "The camp of AMISOM was flooded")]))
    assert not found_in(RULE, report)
    pairs = (Abbreviation("XMIT", "Mission in Xland"), Abbreviation("AMISOM", "African Union Mission in Somalia"))
    listed = Report([replace(report.info, abbreviations=pairs), *report.snapshot().walk()])
    assert len(found_in(RULE, listed)) == 1
    same = (Abbreviation("XMIT", "Mission in Xland"), Abbreviation("AMISOM", "Mission in Xland"))
    assert not found_in(RULE, Report([replace(report.info, abbreviations=same), *report.snapshot().walk()]))


OFFICES = [
    ("en", "6 visits to missions", "The {} could make only four visits", "Office of Military Affairs"),
    ("fr", "Six visites dans les missions", "Le {} n'a pu faire que quatre visites", "Bureau des affaires militaires"),
    ("es", "6 visitas a las misiones", "La {} solo pudo hacer cuatro visitas", "Oficina de Asuntos Militares"),
    ("ru", "6 поездок в миссии", "{} совершило лишь четыре поездки", "Управление по военным вопросам"),
    ("ar", "6 زيارات إلى البعثات", "لم يجر {} سوى أربع زيارات", "مكتب الشؤون العسكرية"),
    ("zh", "对特派团进行 6 次访问", "{}只进行了四次访问", "维和部军事厅及其军事顾问办公室"),
]


@pytest.mark.parametrize(("language", "planned", "reason", "office"), OFFICES)
def test_what_a_row_reports_is_done_by_its_own_office(language: str, planned: str, reason: str, office: str) -> None:
    def acting(title: str, words: str) -> Report:
        report = report_of(language, (planned, [("4", "", words)]))
        rank = report.section("A").rank
        other = Section("D2", Level.DEPARTMENT, None, f"{rank}a", "B", title)
        return Report(
            [report.info, replace(report.section("A"), title="Personnel Division"), *report_of_rest(report), other]
        )

    rule, said = "other-department-acts", reason.format(office)
    (finding,) = found_in(rule, acting(office, said))
    assert finding.guess
    (mark,) = finding.marks
    assert said[mark.start : mark.end] == office
    assert not found_in(rule, acting("Another Office", said)), "it is no office of the report"
    assert not found_in(
        rule,
        acting(
            office,
            said.replace("four", "no")
            .replace("quatre", "aucune")
            .replace("cuatro", "pocas")
            .replace("четыре", "иные")
            .replace("أربع", "بضع")
            .replace("四", "几"),
        ),
    )


def report_of_rest(report: Report) -> list[Section | Output]:
    """All but the department."""
    return [each for each in report.snapshot().walk() if each.id != "A"]
