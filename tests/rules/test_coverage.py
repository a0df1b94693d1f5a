"""The figures of an output against the counts of its plan: a wrong and a right case in every language."""

import pytest

from tests.rules.rows import found

ORDER = [
    (
        "en",
        "Coordination of 6 reviews of resources and participation in 4 staffing studies",
        "4 staffing studies were coordinated",
        "3 reviews of resources were completed",
    ),
    (
        "fr",
        "Coordination de 6 examens des ressources et participation à 4 études sur les effectifs",
        "4 études sur les effectifs ont été coordonnées",
        "3 examens des ressources ont été achevés",
    ),
    (
        "es",
        "Coordinación de 6 exámenes de los recursos y participación en 4 estudios de la dotación de personal",
        "Se coordinaron 4 estudios de la dotación de personal",
        "Se realizaron 3 exámenes de los recursos",
    ),
    (
        "ru",
        "Координация 6 обзоров ресурсов и участие в 4 исследованиях штатного расписания",
        "Скоординированы 4 исследования штатного расписания",
        "Завершены 3 обзора ресурсов",
    ),
    (
        "ar",
        "تنسيق 6 استعراضات للموارد والمشاركة في 4 دراسات لملاك الموظفين",
        "نُسقت 4 دراسات لملاك الموظفين",
        "أُنجزت 3 استعراضات للموارد",
    ),
    (
        "zh",
        "协调对外地行动主要资源要素进行的 6 次审查，并参加最多 4 个外地行动的文职人员配置审查",
        "协调了 4 个外地行动的文职人员配置审查工作",
        "审查了重大资源要素",
    ),
]


@pytest.mark.parametrize(("language", "planned", "second", "first"), ORDER)
def test_figures_stand_in_the_order_of_the_plan(language: str, planned: str, second: str, first: str) -> None:
    wrong = (("4", second), ("3", first))
    (finding,) = found("figures-out-of-order", language, planned, *wrong)
    assert finding.message.in_english().endswith("they answer 4, 6.")
    assert [planned[mark.start : mark.end] for mark in finding.marks] == ["6", "4"]
    assert not found("figures-out-of-order", language, planned, *reversed(wrong))


COUNTS = [
    ("en", "5 visits to missions; 3 reports on safety", "5 visits were made", "3 reports were issued"),
    ("fr", "5 visites dans les missions ; 3 rapports sur la sécurité", "5 visites effectuées", "3 rapports publiés"),
    ("es", "5 visitas a las misiones; 3 informes sobre seguridad", "Se hicieron 5 visitas", "3 informes"),
    ("ru", "5 поездок в миссии; 3 доклада о безопасности", "Совершено 5 поездок", "Издано 3 доклада"),
    ("ar", "5 زيارات إلى البعثات؛ 3 تقارير عن السلامة", "أُجريت 5 زيارات", "صدرت 3 تقارير"),
    ("zh", "对特派团进行 5 次访问；编写 3 份安全报告", "进行了 5 次访问", "编写了 3 份报告"),
]


@pytest.mark.parametrize(("language", "planned", "one", "two"), COUNTS)
def test_every_planned_count_is_answered(language: str, planned: str, one: str, two: str) -> None:
    rule = "count-unanswered"
    (finding,) = found(rule, language, planned, ("5", one))
    assert "3" in finding.message.in_english()
    assert not found(rule, language, planned, ("5", one), ("3", two))
    assert not found(rule, language, planned, ("8", "8"))


AMBIGUOUS = [
    ("en", "10 meetings with contributors; 5 preparatory meetings and 5 follow-up meetings"),
    ("fr", "10 réunions avec les fournisseurs ; 5 réunions préparatoires et 5 réunions de suivi"),
    ("es", "10 reuniones con los contribuyentes; 5 reuniones preparatorias y 5 reuniones de seguimiento"),
    ("ru", "10 совещаний со странами; 5 подготовительных совещаний и 5 последующих совещаний"),
    ("ar", "10 اجتماعات مع البلدان؛ 5 اجتماعات تحضيرية و 5 اجتماعات متابعة"),
    ("zh", "与派遣国举行 10 次会议; 举行 5 次筹备会议及 5 次后续会议"),
]


@pytest.mark.parametrize(("language", "planned"), AMBIGUOUS)
def test_counts_that_may_be_parts_or_come_on_top_are_asked_about(language: str, planned: str) -> None:
    (finding,) = found("count-unanswered", language, planned, ("10", "10"))
    assert "on top" in finding.message.in_english()
    assert finding.guess
    assert not found("count-unanswered", language, planned, ("20", "20"))


@pytest.mark.parametrize(
    ("language", "planned"),
    [
        ("en", "3 meetings: 1 of chiefs; 1 of heads; 1 annual meeting"),
        ("en", "10 meetings, including 5 preparatory and 5 follow-up meetings"),
        ("zh", "举行 3 次会议：1 次首长会议；1 次年会；1 次例会"),
    ],
)
def test_parts_that_are_said_to_be_parts_need_no_answer(language: str, planned: str) -> None:
    value = planned.split(maxsplit=1)[0] if language == "en" else "3"
    assert not found("count-unanswered", language, planned, (value, value))


DELIVERABLES = [
    (
        "en",
        "Deployment of the aviation module to missions; revision of the equipment catalogue with suppliers",
        "The aviation module was deployed to all missions",
        "The aviation module was deployed to missions and the equipment catalogue was revised",
    ),
    (
        "fr",
        "Déploiement du module aérien dans les missions ; révision du catalogue de matériel avec les fournisseurs",
        "Le module aérien a été déployé dans toutes les missions",
        "Le module aérien a été déployé dans les missions et le catalogue de matériel a été révisé",
    ),
    (
        "es",
        "Despliegue del módulo de aviación en las misiones; revisión del catálogo de equipo con los proveedores",
        "Se desplegó el módulo de aviación en todas las misiones",
        "Se desplegó el módulo de aviación en las misiones y se revisó el catálogo de equipo",
    ),
    (
        "ru",
        "Внедрение авиационного модуля в миссиях; пересмотр каталога имущества совместно с поставщиками",
        "Авиационный модуль внедрен во всех миссиях",
        "Авиационный модуль внедрен в миссиях, каталог имущества пересмотрен",
    ),
    (
        "ar",
        "نشر وحدة الطيران في البعثات؛ وتنقيح فهرس المعدات بالتعاون مع الموردين",
        "نُشرت وحدة الطيران في جميع البعثات",
        "نُشرت وحدة الطيران في البعثات ونُقح فهرس المعدات",
    ),
    (
        "zh",
        "将航空模块部署到外地特派团，修订航空设备目录",
        "为所有外地特派团安装了航空信息管理系统",
        "为外地特派团安装了航空模块，并修订了设备目录",
    ),
]
YES = {"en": "Yes", "fr": "Oui", "es": "Sí", "ru": "Да", "ar": "نعم", "zh": "是"}


@pytest.mark.parametrize(("language", "planned", "wrong", "right"), DELIVERABLES)
def test_every_deliverable_is_spoken_of(language: str, planned: str, wrong: str, right: str) -> None:
    rule, yes = "deliverable-unmentioned", YES[language]
    (finding,) = found(rule, language, planned, (yes, wrong))
    assert finding.guess
    assert not found(rule, language, planned, (yes, right))


COUNTED = [
    ("en", "6 guides on asset management and 1 training video", "6", "The 6 guides were published", "and the video"),
    ("en", "4 workshops on records and a revised model register", "4", "4 workshops took place", "and the register"),
    ("fr", "6 guides sur la gestion et 1 vidéo didactique", "6", "Les 6 guides ont été publiés", "avec la vidéo"),
    ("es", "6 guías sobre gestión de activos y 1 vídeo didáctico", "6", "Las 6 guías se publicaron", "con el vídeo"),
    (
        "ru",
        "Подготовка шести технических записок и проведение трех семинаров",
        "6",
        "Шесть записок разосланы",
        "на семинарах",
    ),
    ("ar", "إعداد 6 أدلة إجرائية و 3 أشرطة تعليمية", "6", "صدرت 6 أدلة إجرائية للبعثات", "مع الأشرطة"),
    ("zh", "编写 6 份管理指南并举办 2 次讲习班", "6", "6 份管理指南已经发布", "，讲习班已举办"),
]


@pytest.mark.parametrize(("language", "planned", "done", "wrong", "more"), COUNTED)
def test_what_is_counted_besides_is_spoken_of(language: str, planned: str, done: str, wrong: str, more: str) -> None:
    rule = "deliverable-unmentioned"
    (finding,) = found(rule, language, planned, (done, wrong))
    assert finding.guess
    assert not found(rule, language, planned, (done, f"{wrong} {more}"))


SECOND = [
    ("en", "12 leaflets and 2 round tables on disarmament", "12 leaflets were published", "Both tables were held"),
    ("fr", "12 fiches et 2 tables rondes sur le désarmement", "12 fiches ont été publiées", "Elles ont été tenues"),
    ("ru", "Издание 12 брошюр и проведение 2 семинаров", "Издано 12 брошюр", "Оба проведены"),
]


@pytest.mark.parametrize(("language", "planned", "first", "second"), SECOND)
def test_a_second_figure_has_its_remark(language: str, planned: str, first: str, second: str) -> None:
    rule = "deliverable-unmentioned"
    (finding,) = found(rule, language, planned, ("12", first), ("2", ""))
    assert finding.component == "0.1"
    assert not found(rule, language, planned, ("12", first), ("2", second))
    assert not found(rule, language, planned, ("12", ""), ("2", ""))


DEEDS = [
    (
        "en",
        "Establishment of an annual audit plan and maintenance of the database of recommendations",
        "The annual audit plan was adopted in December",
        "The annual audit plan was adopted, the database maintained",
    ),
    (
        "ar",
        "إعداد خطة سنوية لمراجعة الحسابات وتعهد قاعدة بيانات التوصيات",
        "اعتُمدت الخطة السنوية في كانون الأول",
        "اعتُمدت الخطة السنوية وجرى تعهد قاعدة البيانات",
    ),
    (
        "zh",
        "修订频率管理手册，更新呼号分配表，并编写值班人员检查单",
        "频率管理手册修订完毕，呼号分配表也已更新",
        "频率管理手册修订完毕，呼号分配表和值班人员检查单也已更新",
    ),
]


@pytest.mark.parametrize(("language", "planned", "wrong", "right"), DEEDS)
def test_a_deed_behind_and_is_spoken_of(language: str, planned: str, wrong: str, right: str) -> None:
    rule, yes = "deliverable-unmentioned", YES[language]
    assert len(found(rule, language, planned, (yes, wrong))) == 1
    assert not found(rule, language, planned, (yes, right))


BESIDE_A_COUNT = [
    ("en", "Negotiation of 3 agreements with airlines and conduct of a study of charter costs", "3",
     "3 agreements were negotiated, with carriers serving eastern, western and central Africa",
     "3 agreements were negotiated and the costs of charters were studied"),
    ("fr", "Organisation de 4 visites de conseil et publication d’un recueil de clauses contractuelles types", "4",
     "4 visites ont été effectuées, à Bamako et à Gao", "4 visites ont été effectuées et le recueil a été publié"),
    ("es", "Suministro de 12 centros de datos y elaboración de 3 guías de instalación", "12",
     "Se suministraron 12 centros de datos, todos ellos a misiones de África",
     "Se suministraron 12 centros de datos y las guías de instalación se publicaron en línea"),
    ("ru", "Проведение 4 семинаров и издание справочника по праву", "4", "Проведено 4 семинара в Энтеббе и Бриндизи",
     "Проведено 4 семинара, справочник издан в мае"),
    ("ar", "تنظيم 4 دورات للتوعية بمخاطر الذخائر وإعداد كتيّب عن قيادة المركبات المدرعة", "4",
     "نُظمت 4 دورات في بيروت وبوكافو ولارنكا ونيروبي", "نُظمت 4 دورات وصدر الكتيّب عن قيادة المركبات"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "done", "wrong", "right"), BESIDE_A_COUNT)
def test_a_deed_beside_what_is_counted_is_spoken_of(
    language: str, planned: str, done: str, wrong: str, right: str
) -> None:
    rule = "deliverable-unmentioned"
    assert len(found(rule, language, planned, (done, wrong))) == 1
    assert not found(rule, language, planned, (done, right))
    assert not found(rule, language, planned, (done, ""))
