"""The organs that a remark names: a wrong and a right case in every language."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Abbreviation, Level, Section
from rbb_editor.domain.report import Report
from tests.rules.rows import found, found_in, report_of

REASONS = [
    (
        "en",
        "155 recommendations of the audit board and 258 recommendations of the review committee",
        "The higher output was due to more recommendations of the board",
        "The higher output was due to more recommendations of the committee",
    ),
    (
        "fr",
        "155 recommandations du Comité des commissaires aux comptes et 258 recommandations du Bureau d'enquête",
        "L'écart tient au plus grand nombre de recommandations du Comité",
        "L'écart tient au plus grand nombre de recommandations du Bureau",
    ),
    (
        "es",
        "155 recomendaciones de la Junta de Auditores y 258 recomendaciones de la Comisión de Investigación",
        "El aumento se debió al mayor número de recomendaciones de la Junta",
        "El aumento se debió al mayor número de recomendaciones de la Comisión",
    ),
    (
        "ru",
        "155 рекомендаций Комиссии ревизоров и 258 рекомендаций Комитета по расследованиям",
        "Увеличение обусловлено большим числом рекомендаций Комиссии",
        "Увеличение обусловлено большим числом рекомендаций Комитета",
    ),
    (
        "ar",
        "155 توصية من مجلس مراجعي الحسابات و 258 توصية من لجنة التحقيق",
        "تعزى الزيادة إلى ارتفاع عدد توصيات المجلس",
        "تعزى الزيادة إلى ارتفاع عدد توصيات اللجنة",
    ),
    (
        "zh",
        "将监督机构提出的 155 项建议和调查委员会提出的 258 项建议录入追踪系统",
        "产出高于计划数目, 原因是监督机构提出的建议数目增加",
        "产出高于计划数目, 原因是调查委员会提出的建议数目增加",
    ),
]


@pytest.mark.parametrize(("language", "planned", "wrong", "right"), REASONS)
def test_a_reason_speaks_of_the_organ_of_its_figure(language: str, planned: str, wrong: str, right: str) -> None:
    rule, first = "reason-of-other-body", ("155", "155")
    (finding,) = found(rule, language, planned, first, ("437", "437", wrong))
    assert finding.component == "0.1"
    (mark,) = finding.marks
    assert wrong[mark.start : mark.end] in finding.message.in_english()
    assert not found(rule, language, planned, first, ("437", "437", right))


NAMES = [
    ("en", "800 candidates cleared by the field central review board", "The central review {}", "committee", "board"),
    ("fr", "800 candidats approuvés par l'Organe central d'examen", "Le {} central d'examen", "Comité", "Organe"),
    ("es", "800 candidatos aprobados por la Junta Central de Examen", "El {} Central de Examen", "Comité", "Junta"),
    (
        "ru",
        "800 кандидатов, одобренных Центральным контрольным советом",
        "Центральный контрольный {}",
        "орган",
        "совет",
    ),
    ("ar", "800 مرشح أقرهم مجلس الاستعراض المركزي", "أقرت {} الاستعراض المركزي المرشحين", "هيئة", "مجلس"),
    ("zh", "维持名册，内有 800 名经外勤中央审查机构核准的新候选人", "外勤中央审查{}核准了候选人", "机关", "机构"),
]


@pytest.mark.parametrize(("language", "planned", "remark", "wrong", "right"), NAMES)
def test_an_organ_has_one_name_in_a_row(language: str, planned: str, remark: str, wrong: str, right: str) -> None:
    (finding,) = found("body-named-otherwise", language, planned, ("800", remark.format(wrong)))
    assert wrong in finding.message.in_english()
    assert not found("body-named-otherwise", language, planned, ("800", remark.format(right)))
    assert not found("body-named-otherwise", language, planned, ("800", "800"))


HEADS = [
    ("en", "24 consultations with heads of delegation", "Talks with the heads of {}", "mission", "delegation"),
    ("fr", "24 consultations avec les chefs de délégation", "Entretiens avec les chefs de {}", "mission", "délégation"),
    ("es", "24 consultas con los jefes de delegación", "Consultas con los jefes de {}", "misión", "delegación"),
    ("ru", "24 консультации с главами делегаций", "Консультации с главами {}", "миссий", "делегаций"),
    ("ar", "24 مشاورة مع رؤساء الوفود", "مشاورات مع رؤساء {}", "البعثات", "الوفود"),
    ("zh", "与各代表团团长进行 24 次磋商", "与{}团长进行了磋商", "特派团", "代表团"),
]


@pytest.mark.parametrize(("language", "planned", "remark", "wrong", "right"), HEADS)
def test_who_is_met_leads_what_was_planned(language: str, planned: str, remark: str, wrong: str, right: str) -> None:
    (finding,) = found("body-named-otherwise", language, planned, ("24", remark.format(wrong)))
    assert wrong in finding.message.in_english()
    assert finding.guess
    assert not found("body-named-otherwise", language, planned, ("24", remark.format(right)))


def test_an_organ_that_the_plan_names_too_is_no_other_name() -> None:
    planned = "Support to the central review board and to the central review committee"
    assert not found("body-named-otherwise", "en", planned, ("Yes", "The central review committee was supported"))


def two_departments(language: str, short: str, long: str, planned: str, remark: str) -> Report:
    """A report whose second department has an abbreviation, with one row in the first."""
    report = report_of(language, (planned, [("Yes", remark)]))
    info = replace(report.info, abbreviations=(Abbreviation(short, long),))
    entities = [report.get(id) for id in ("A", "a11", "o0")]
    return Report([info, *(e for e in entities if e), Section("B", Level.DEPARTMENT, None, "z", "B", long)])


DEPARTMENTS = [
    ("en", "UNOAU", "Screening", "Cases were screened. UNOAU supported it", "Screened together with UNOAU"),
    ("fr", "BNUUA", "Contrôle", "Dossiers traités. BNUUA a appuyé le contrôle", "Traités avec BNUUA"),
    ("es", "ONUUA", "Verificación", "Casos tramitados. ONUUA prestó apoyo", "Tramitados junto con ONUUA"),
    ("ru", "ОООНАС", "Проверка", "Дела рассмотрены. ОООНАС оказало поддержку", "Рассмотрены вместе с ОООНАС"),
    ("ar", "مكتب الاتحاد", "فحص", "فُحصت الحالات. مكتب الاتحاد قدم الدعم", "فُحصت بالتعاون مع مكتب الاتحاد"),
    ("zh", "联非办", "审查姓名", "处理了甄选案。对于军事人员，联非办还支助了筛选请求", "处理了甄选案，并与联非办协作"),
]


@pytest.mark.parametrize(("language", "short", "planned", "wrong", "right"), DEPARTMENTS)
def test_another_department_does_not_act_in_a_row(
    language: str, short: str, planned: str, wrong: str, right: str
) -> None:
    rule, long = "other-department-acts", "Office to the African Union"
    assert found_in(rule, two_departments(language, short, long, planned, wrong))
    assert not found_in(rule, two_departments(language, short, long, planned, right))
    assert not found_in(rule, two_departments(language, short, long, f"{planned} {short}", wrong))


RIVALS = [
    ("en", "10 briefings to the Security Council on Mali", "12",
     "The higher output was due to additional requests of the Economic and Social Council", True),
    ("en", "10 briefings to the Security Council on Mali", "12",
     "The higher output was due to additional requests of members of the Council", False),
    ("en", "10 briefings to the Security Council on Mali", "12",
     "The higher output was due to the decision of the General Assembly", False),
    ("en", "10 briefings to the Security Council on Mali", "12",
     "The higher output was due to requests of the High Commissioner for Refugees", False),
    ("en", "5 responses to the Board of Auditors", "7",
     "The higher output was due to more recommendations of the Board of Inquiry", True),
    ("en", "5 responses to the Board of Auditors", "7",
     "The higher output was due to more recommendations of the Board", False),
    ("fr", "10 exposés au Conseil de sécurité sur le Mali", "12",
     "L’augmentation est due aux demandes du Conseil économique et social", True),
    ("fr", "10 exposés au Conseil de sécurité sur le Mali", "12",
     "L’augmentation est due aux demandes des membres du Conseil", False),
    ("es", "10 exposiciones al Consejo de Seguridad", "12",
     "El aumento se debió a las solicitudes del Consejo Económico y Social", True),
    ("es", "10 exposiciones al Consejo de Seguridad", "12",
     "El aumento se debió a las solicitudes de la Asamblea General", False),
    ("ru", "10 брифингов для Совета Безопасности по Мали", "12",
     "Превышение объясняется просьбами Экономического и Социального Совета", True),
    ("ru", "10 брифингов для Совета Безопасности по Мали", "12",
     "Превышение объясняется просьбами советников и членов Совета", False),
    ("ar", "تقديم 10 إحاطات إلى مجلس الأمن", "12", "تعزى الزيادة إلى طلبات المجلس الاقتصادي والاجتماعي", True),
    ("ar", "تقديم 10 إحاطات إلى مجلس الأمن", "12", "تعزى الزيادة إلى طلبات أعضاء مجلس الأمن", False),
    ("zh", "就马里问题向安全理事会作 10 次通报", "12", "产出高于计划数目，原因是经济及社会理事会提出更多要求", True),
    ("zh", "就马里问题向安全理事会作 10 次通报", "12", "产出高于计划数目，原因是安全理事会提出更多要求", False),
    ("zh", "就马里问题向安全理事会作 10 次通报", "12", "产出高于计划数目，原因是大会提出更多要求", False),
    ("en", "12 meetings with the Office of Internal Oversight Services", "15",
     "The higher output was due to requests of the Joint Inspection Unit", True),
    ("fr", "12 réunions avec le Bureau des services de contrôle interne", "15",
     "L’augmentation est due aux demandes du Corps commun d’inspection", True),
    ("es", "12 reuniones con la Oficina de Servicios de Supervisión Interna", "15",
     "El aumento se debió a las solicitudes de la Dependencia Común de Inspección", True),
    ("ru", "12 совещаний с Управлением служб внутреннего надзора", "15",
     "Превышение объясняется запросами Объединенной инспекционной группы", True),
    ("ar", "عقد 12 اجتماعا مع مكتب خدمات الرقابة الداخلية", "15",
     "تعزى الزيادة إلى طلبات وحدة التفتيش المشتركة", True),
    ("zh", "与内部监督事务厅举行 12 次会议", "15", "产出高于计划数目，原因是联合检查组提出更多请求", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "cell", "reason", "wrong"), RIVALS)
def test_a_reason_names_no_other_council_than_the_row(
    language: str, planned: str, cell: str, reason: str, wrong: bool
) -> None:
    assert bool(found("reason-of-other-body", language, planned, (cell, "", reason))) is wrong
