"""What stands as the reason: a wrong and a right case in every language."""

import pytest

from tests.rules.rows import found


@pytest.mark.parametrize(
    ("language", "planned", "wrong", "right"),
    [
        ("en", "40 letters", "35 letters in all", "The lower output was due to a strike"),
        ("zh", "发出 40 封信", "共发出 35 封信", "产出低于计划数目，原因是罢工"),
        ("fr", "40 lettres", "35 lettres au total", "Le nombre moins élevé que prévu s'explique par une grève"),
    ],
)
def test_a_reason_gives_a_cause(language: str, planned: str, wrong: str, right: str) -> None:
    (finding,) = found("explanation-without-cause", language, planned, ("35", "", wrong))
    assert finding.guess
    assert not found("explanation-without-cause", language, planned, ("35", "", right))
    assert not found("explanation-without-cause", language, planned, ("40", "", wrong))


ORDINALS = [
    ("en", "6 reviews", "The fifth review was postponed to 2018", "The fifth and sixth reviews were postponed to 2018"),
    ("fr", "6 études", "La cinquième étude a été reportée", "Les cinquième et sixième études ont été reportées"),
    ("es", "6 estudios", "El quinto estudio se aplazó", "El quinto y el sexto estudio se aplazaron"),
    ("ru", "6 обзоров", "Пятый обзор был отложен", "Пятый и шестой обзоры были отложены"),
    ("ar", "6 استعراضات", "تأجل الاستعراض الخامس", "تأجل الاستعراضان الخامس والسادس"),
    ("zh", "进行 6 次评价", "第五次评价被推迟", "第五次和第六次评价被推迟"),
]


@pytest.mark.parametrize(("language", "planned", "wrong", "right"), ORDINALS)
def test_a_reason_covers_all_that_is_missing(language: str, planned: str, wrong: str, right: str) -> None:
    (finding,) = found("reason-covers-part", language, planned, ("4", "", wrong))
    assert "2 are missing" in finding.message.in_english()
    assert not found("reason-covers-part", language, planned, ("4", "", right))
    assert not found("reason-covers-part", language, planned, ("5", "", wrong))


POSTPONED = [
    ("en", "1 workshop", "No", "The workshop was postponed because of vacancies", "It was postponed to March 2018"),
    ("fr", "1 atelier", "Non", "L'atelier a été reporté faute de moyens", "L'atelier a été reporté à mars 2018"),
    ("es", "1 taller", "No", "El taller se aplazó por falta de medios", "El taller se aplazó hasta el próximo año"),
    ("es", "1 taller", "No", "El taller se aplazó a raíz del deterioro de la seguridad", "El taller se aplazó a mayo"),
    ("ru", "1 семинар", "Нет", "Семинар был отложен из-за нехватки средств", "Семинар был перенесен на март 2018 года"),
    ("ar", "حلقة عمل واحدة", "لا", "تأجلت حلقة العمل بسبب نقص الموارد", "تأجلت حلقة العمل إلى آذار/مارس 2018"),
    ("zh", "举办 1 次讲习班", "否", "讲习班被推迟, 原因是领导层过渡", "讲习班被推迟到 2017/18 年期间"),
]


@pytest.mark.parametrize(("language", "planned", "no", "wrong", "right"), POSTPONED)
def test_what_is_postponed_has_a_new_date(language: str, planned: str, no: str, wrong: str, right: str) -> None:
    assert found("postponed-without-date", language, planned, (no, "", wrong))
    assert not found("postponed-without-date", language, planned, (no, "", right))


AFTER = [
    ("en", "1 warehouse", "No", "Construction was postponed because the scope was reviewed after a rise in costs",
     "Construction was postponed because costs rose, and will resume after the review"),
    ("fr", "1 entrepôt", "Non",
     "La construction a été reportée en raison du réexamen du projet après la hausse des coûts",
     "La construction a été reportée après les élections en raison de la hausse des coûts"),
    ("es", "1 almacén", "No", "La construcción se aplazó debido a la revisión del proyecto tras el alza de los costos",
     "La construcción se aplazó hasta que se revise el proyecto, debido al alza de los costos"),
    ("ru", "1 склад", "Нет", "Строительство отложено в связи с пересмотром проекта после роста расходов",
     "Строительство отложено до завершения пересмотра проекта в связи с ростом расходов"),
    ("ar", "مستودع واحد", "لا", "أُجّل إنشاء المستودع بسبب إعادة النظر في المشروع بعد ارتفاع التكاليف",
     "أُجّل إنشاء المستودع إلى ما بعد الانتخابات بسبب ارتفاع التكاليف"),
    ("zh", "建造 1 座仓库", "否", "仓库建造工作推迟，原因是费用上涨之后重新审查项目范围",
     "仓库建造工作推迟到审查之后，原因是费用上涨"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "no", "wrong", "right"), AFTER)
def test_what_happened_before_is_no_new_date(language: str, planned: str, no: str, wrong: str, right: str) -> None:
    assert found("postponed-without-date", language, planned, (no, "", wrong))
    assert not found("postponed-without-date", language, planned, (no, "", right))


CAUSES = [
    ("en", "20 meetings", "Two were not held owing to the postponement of the session"),
    ("fr", "20 réunions", "Deux n'ont pas été tenues parce que la session a été reportée"),
    ("es", "20 reuniones", "Dos no se celebraron porque el período de sesiones se aplazó"),
    ("ru", "20 совещаний", "Два совещания не состоялись в связи с переносом сессии"),
    ("zh", "举行 20 次会议", "两次会议没有举行，因为委员会届会推迟"),
]


@pytest.mark.parametrize(("language", "planned", "text"), CAUSES)
def test_what_was_postponed_may_be_the_cause(language: str, planned: str, text: str) -> None:
    assert not found("postponed-without-date", language, planned, ("18", "", text))


@pytest.mark.parametrize(
    ("language", "planned", "text"),
    [
        ("en", "3 audits", "The third audit was cancelled at the request of the Department"),
        ("fr", "3 audits", "Le troisième audit a été annulé à la demande du Département"),
        ("es", "3 auditorías", "La tercera auditoría se canceló a petición del Departamento"),
        ("zh", "进行 3 次审计", "应外勤支助部请求，第三次审计被取消"),
    ],
)
def test_what_was_cancelled_at_a_request_tells_who_decided(language: str, planned: str, text: str) -> None:
    assert not found("postponed-without-date", language, planned, ("2", "", text))


CIRCLES = [
    ("en", "40 site visits to warehouses", "52",
     "The higher output was due to the higher number of visits undertaken", True),
    ("en", "Delivery of 9 training courses", "7", "The lower output was due to fewer courses being delivered", True),
    ("en", "Delivery of 9 training courses", "7",
     "The lower output was due to the fact that only 7 courses were delivered", True),
    ("en", "40 site visits", "52", "The higher output was due to additional requests for visits", False),
    ("en", "40 site visits", "32", "The lower output was due to the cancellation of 8 visits", False),
    ("en", "40 site visits", "32", "The lower output was due to fewer missions", False),
    ("en", "40 site visits", "32", "The lower output was due to the lower number of vacancies", False),
    ("fr", "40 visites d’entrepôts", "52",
     "L’augmentation s’explique par le fait que davantage de visites ont été effectuées", True),
    ("fr", "40 visites d’entrepôts", "52",
     "L’augmentation s’explique par des demandes plus nombreuses des missions", False),
    ("fr", "9 formations", "7", "La diminution est due au nombre moins élevé de formations organisées", True),
    ("es", "40 visitas a almacenes", "52", "El aumento se debió a que se realizó un mayor número de visitas", True),
    ("es", "40 visitas a almacenes", "52", "El aumento se debió al mayor número de solicitudes", False),
    ("ru", "40 посещений складов", "52",
     "Превышение объясняется тем, что было проведено большее число посещений", True),
    ("ru", "40 посещений складов", "52", "Превышение объясняется увеличением числа запросов", False),
    ("ar", "إجراء 40 زيارة للمستودعات", "52", "تعزى الزيادة إلى إجراء عدد أكبر من الزيارات", True),
    ("ar", "إجراء 40 زيارة للمستودعات", "52", "تعزى الزيادة إلى تزايد الطلبات", False),
    ("zh", "对仓库进行 40 次实地查访", "52", "产出高于计划数目，原因是进行的查访次数增加", True),
    ("zh", "举办 9 期培训班", "7", "产出低于计划数目，原因是只举办了 7 期培训班", True),
    ("zh", "举办 9 期培训班", "7", "产出低于计划数目，原因是特派团请求减少", False),
    ("zh", "举办 9 期培训班", "7", "产出低于计划数目，原因是两期培训班被取消", False),
    ("zh", "对仓库进行 40 次实地查访", "32", "产出低于计划数目，原因是需要查访的仓库减少", False),
    ("en", "Repair of 30 generators", "22", "The target was not met because 8 repairs could not be completed", True),
    ("en", "Repair of 30 generators", "22", "The lower output was due to the non-delivery of generators", False),
    ("en", "Repair of 30 generators", "22", "The lower output was due to the repair of larger generators", False),
    ("en", "12 bulletins", "10", "The lower output reflects the actual number of bulletins published", True),
    ("fr", "15 missions d’évaluation", "11",
     "Le nombre de missions a été moins élevé que prévu, ce qui explique que 11 missions aient été menées", True),
    ("fr", "15 missions d’évaluation", "11",
     "Les effectifs ont été moins élevés que prévu, ce qui explique que 11 missions aient été menées", False),
    ("fr", "15 missions d’évaluation des camps", "11",
     "L’écart s’explique par un nombre moins élevé de missions d’évaluation des camps", True),
    ("fr", "15 missions d’évaluation des camps", "11", "L’écart s’explique par un nombre moins élevé de camps", False),
    ("es", "35 evaluaciones", "28", "El menor número se debió a que ese fue el número de evaluaciones ultimadas", True),
    ("es", "35 evaluaciones", "28", "Se hicieron menos evaluaciones, por lo que no se alcanzó el objetivo", True),
    ("es", "35 evaluaciones", "28", "La diferencia se debe a que 7 evaluaciones no fueron necesarias", False),
    ("ru", "Поставка 340 автомобилей", "395",
     "Превышение обусловлено тем, что число поставленных автомобилей оказалось больше предусмотренного", True),
    ("ru", "Составление 15 планов эвакуации персонала", "11", "Меньшее число планов объясняется тем, что их было"
     " составлено на четыре меньше, чем предусматривалось", True),
    ("ru", "15 миссий", "11", "Меньшее число объясняется тем, что 4 миссии не потребовались", False),
    ("ru", "15 миссий", "11", "Число сотрудников было ниже намеченного, чем и объясняется проведение 11 миссий", False),
    ("ar", "تسوية 3 200 بند من البنود المفتوحة", "2 870", "يعزى انخفاض عدد البنود إلى عدم بلوغ العدد المقرر", True),
    ("ar", "استعراض 60 عقدا", "48", "يعزى الانخفاض إلى أن عدد العقود كان أقل من العدد المتوقع", True),
    ("ar", "استعراض 60 عقدا", "48", "يعزى الانخفاض إلى عدم تقديم العقود", False),
    ("zh", "培训 60 名技术人员操作新型调度台", "44", "产出没有达到计划数目，原因是受训人数少于原定人数", True),
    ("zh", "修理 30 台发电机", "22", "产出低于计划数目，原因是发电机是新的", False),
    ("zh", "进行 7 次难民营访问", "3", "根据政府的决定取消了 4 次访问", False),
    ("zh", "修理 30 台发电机", "36", "产出高于计划数目，原因是发电机故障增多", False),
    ("zh", "提交 20 份报告", "16", "工作人员人数少于计划，因此只提交了 16 份报告", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "cell", "reason", "wrong"), CIRCLES)
def test_more_because_there_were_more_is_no_cause(
    language: str, planned: str, cell: str, reason: str, wrong: bool
) -> None:
    assert bool(found("explanation-without-cause", language, planned, (cell, "", reason))) is wrong
