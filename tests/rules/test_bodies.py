"""The organs that a remark names."""

from msgspec.structs import replace

from rbb_editor.domain.entities import Abbreviation, Level, Section
from rbb_editor.domain.report import Report
from tests.rules.rows import found, found_in, report_of


def test_a_reason_speaks_of_the_organ_of_its_figure() -> None:
    planned = "将监督机构提出的 155 项建议和调查委员会提出的 258 项建议录入追踪系统"
    right = ("300", "追踪了 300 项建议", "产出高于计划数目, 原因是监督机构提出的建议数目增加")
    wrong = ("437", "追踪了 437 项建议", "产出高于计划数目, 原因是监督机构提出的建议数目增加")
    mended = ("437", "追踪了 437 项建议", "产出高于计划数目, 原因是调查委员会提出的建议数目增加")
    (finding,) = found("reason-of-other-body", "zh", planned, right, wrong)
    assert finding.component == "0.1"
    assert not found("reason-of-other-body", "zh", planned, right, mended)


def test_a_reason_about_another_organ_in_english() -> None:
    planned = "155 recommendations of the audit board and 258 recommendations of the review committee"
    right = ("155", "155 recommendations were entered")
    wrong = ("300", "300 were entered", "The higher output was due to more recommendations of the board")
    mended = ("300", "300 were entered", "The higher output was due to more recommendations of the committee")
    assert found("reason-of-other-body", "en", planned, right, wrong)
    assert not found("reason-of-other-body", "en", planned, right, mended)


def test_an_organ_has_one_name_in_a_row() -> None:
    planned = "维持名册，内有 800 名经外勤中央审查机构核准的新候选人"
    (finding,) = found("body-named-otherwise", "zh", planned, ("800", "外勤中央审查机关核准了 800 名候选人"))
    assert "外勤中央审查机关" in finding.message.in_english()
    assert not found("body-named-otherwise", "zh", planned, ("800", "外勤中央审查机构核准了 800 名候选人"))
    planned = "800 candidates cleared by the field central review board"
    assert found("body-named-otherwise", "en", planned, ("800", "The central review committee cleared 800"))
    assert not found("body-named-otherwise", "en", planned, ("800", "The central review board cleared 800"))


def two_departments(language: str, short: str, long: str, planned: str, remark: str) -> Report:
    """A report whose second department has an abbreviation, with one row in the first."""
    report = report_of(language, (planned, [("Yes", remark)]))
    info = replace(report.info, abbreviations=(Abbreviation(short, long),))
    entities = [report.get(id) for id in ("A", "a11", "o0")]
    return Report([info, *(e for e in entities if e), Section("B", Level.DEPARTMENT, None, "z", "B", long)])


def test_another_department_does_not_act_in_a_row() -> None:
    rule = "other-department-acts"
    office = ("en", "UNOAU", "Office to the African Union", "Screening of candidates")
    assert found_in(rule, two_departments(*office, "Cases were screened. UNOAU supported the screening"))
    assert not found_in(rule, two_departments(*office, "Cases were screened together with UNOAU"))
    assert not found_in(rule, two_departments(*office[:3], "Support of UNOAU", "UNOAU was supported"))
    chinese = ("zh", "联非办", "联合国驻非洲联盟办事处", "审查姓名")
    assert found_in(rule, two_departments(*chinese, "处理了甄选案。对于军事人员，联非办还支助了筛选请求"))
    assert not found_in(rule, two_departments(*chinese, "处理了甄选案，并与联非办协作"))
