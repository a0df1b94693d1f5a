"""The rules about wording, signs, numbers, abbreviations and the whole: what they find, and what they leave alone."""

from itertools import count

import pytest
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain import rank
from rbb_editor.domain.entities import REPORT_ID, Abbreviation, Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.length import Length
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.edits.checks import mend
from rbb_editor.gui.panels.mends import mendings
from rbb_editor.rules import Finding
from rbb_editor.rules.checker import Checker


def report(code: str, *rows: tuple[str, str], listed: tuple[tuple[str, str], ...] = (), **info: str) -> Report:
    """A report in a language of one accomplishment; rows are planned text and remarks."""
    front = ReportInfo(language=code, abbreviations=tuple(Abbreviation(*each) for each in listed), **info)  # type: ignore[arg-type]
    sections = [
        Section("A", Level.DEPARTMENT, None, "1", "A", ""),
        Section("A1", Level.ACCOMPLISHMENT, "A", "1", "1.1", ""),
    ]
    ranks = rank.spread(len(rows))
    outputs = [
        Output(f"o{at}", "A1", ranks[at], planned, (Component(f"c{at}", "1", remarks),))
        for at, (planned, remarks) in enumerate(rows)
    ]
    return Report([front, *sections, *outputs])


def found(of: Report, rule: str) -> list[Finding]:
    language = resources.language(of.info.language)
    checker = Checker(of, Reader(language), language)
    checker.run()
    return [finding for finding in checker.findings() if finding.rule == rule]


def about(code: str, rule: str, remarks: str, planned: str = "") -> list[Finding]:
    return found(report(code, (planned, remarks)), rule)


def words(finding: Finding, text: str) -> str:
    (mark,) = finding.marks
    return text[mark.start : mark.end]


def mended(code: str, rule: str, remarks: str) -> str:
    """The remarks after all certain mends of a rule, made at once."""
    made = report(code, ("", remarks))
    change = mend(made, mendings(found(made, rule)))
    if change is not None:
        made.apply(change)
    assert not [each for each in found(made, rule) if each.mend is not None]
    return made.output("o0").components[0].remarks


WRONG = [
    ("word-doubled", "en", "Review of the the guidelines", "the the"),
    ("word-doubled", "en", "The the guidelines", "The the"),
    ("word-doubled", "fr", "Examen de de la question", "de de"),
    ("word-doubled", "es", "Examen de la la cuestión.", "la la"),
    ("word-doubled", "ru", "Проведение в в Миссии", "в в"),
    ("word-doubled", "ar", "إعداد تقرير من من البعثة", "من من"),
    ("word-doubled", "zh", "向特派团提供的的支助", "的的"),
    ("word-doubled", "zh", "提供咨询意见咨询意见和支助", "咨询意见咨询意见"),
    ("markup-remnant", "en", 'The report<p data-bbox="1 2"> was issued', '<p data-bbox="1 2">'),
    ("markup-remnant", "zh", "提供了&nbsp;支助", "&nbsp;"),
    ("bracket-unbalanced", "en", "The report (see annex was issued", "("),
    ("bracket-unbalanced", "en", "The ”turned“ report was issued", "”"),
    ("bracket-unbalanced", "fr", "Le rapport « complet a été publié", "«"),
    ("bracket-unbalanced", "zh", "印发了“报告", "“"),
    ("bracket-unbalanced", "ru", "Доклад (см. приложение] был издан", "]"),
    ("placeholder-left", "en", "XXX briefings were held", "XXX"),
    ("placeholder-left", "en", "[ ] briefings were held", "[ ]"),
    ("placeholder-left", "fr", "Nombre de réunions à compléter", "à compléter"),
    ("placeholder-left", "es", "Fecha por confirmar", "por confirmar"),
    ("placeholder-left", "ru", "Дата будет уточнено", "будет уточнено"),
    ("placeholder-left", "ar", "التاريخ يحدد لاحقا", "يحدد لاحقا"),
    ("placeholder-left", "zh", "日期待定", "待定"),
    ("placeholder-left", "en", "XX briefings were held", "XX"),
    ("placeholder-left", "en", "Held in Valencia on XX March 2019", "XX"),
    ("placeholder-left", "fr", "Tenu à Nairobi le XX mars 2019", "XX"),
    ("placeholder-left", "ru", "Проведено XX марта 2019 года", "XX"),
    ("placeholder-left", "ar", "عُقد في XX آذار/مارس 2019", "XX"),
    ("placeholder-left", "zh", "2019 年 XX 月举行", "XX"),
    ("placeholder-left", "en", "A visit to [mission name] was made", "[mission name]"),
    ("placeholder-left", "fr", "Visite à [nom de la mission]", "[nom de la mission]"),
    ("placeholder-left", "es", "Visita a [nombre de la misión]", "[nombre de la misión]"),
    ("placeholder-left", "ru", "Поездка в [название миссии]", "[название миссии]"),
    ("placeholder-left", "ru", "Уточняется", "Уточняется"),
    ("placeholder-left", "ar", "زيارة إلى [اسم البعثة]", "[اسم البعثة]"),
    ("placeholder-left", "zh", "访问了[特派团名称]", "[特派团名称]"),
    ("placeholder-left", "zh", "作了 XX 次通报", "XX"),
    ("word-doubled", "zh", "与与世界银行联络", "与与"),
    ("stray-word", "zh", "由 поддержки 小组审查", "поддержки"),
    ("stray-word", "ru", "Анализ проведен группой 支助", "支助"),
    ("stray-word", "ar", "استعرض فريق 支助 الاحتياجات", "支助"),
    ("stray-word", "fr", "3 réunions ont été held à New York", "held"),
    ("stray-word", "zh", "其他群组 and 相关要求", "and"),
    ("stray-word", "ru", "Совещания and семинары", "and"),
    ("stray-word", "ru", "Доклад Coвета", "Coвета"),
    ("stray-word", "ru", "Доклад \u0043овета", "\u0043овета"),  # only the capital is Latin
    ("stray-word", "ru", "Доклад \u004dООНЮС", "\u004dООНЮС"),
    ("stray-word", "ar", "الاجتماعات and الحلقات", "and"),
    ("stray-word", "en", "The review des guidelines was made", "des"),
    ("stray-word", "fr", "Le rapport and le plan", "and"),
    ("stray-word", "es", "El informe 报告 se publicó", "报告"),
    ("stray-word", "fr", "Le portail a été tenu à jour \u0438 a reçu 9 visites", "\u0438"),
    ("stray-word", "es", "Los casos (MINUSM\u0410) se cerraron", "\u0410"),
    ("stray-word", "ru", "Совещания \u0063 экспертами", "\u0063"),
    ("stray-word", "en", "The fleets of UNAMID, UNIFIL et UNMISS were assessed", "et"),
    ("stray-word", "es", "Los procesos de la UNSOS and de otras ocho misiones", "and"),
    ("stray-word", "fr", "Les visites à la MINUSS and à la FINUL", "and"),
    ("markup-remnant", "zh", "提供了支助<br>", "<br>"),
    ("placeholder-left", "en", "Visits to [complete] were made", "[complete]"),
    ("placeholder-left", "en", "A visit in May (tbc) was made", "(tbc)"),
    ("placeholder-left", "fr", "Les visites à Bangui, [compléter] et Goma", "[compléter]"),
    ("placeholder-left", "es", "Visitas a Haití, [completar] y Somalia", "[completar]"),
    ("placeholder-left", "ru", "Поездки в Судан, [дополнить] и Сомали", "[дополнить]"),
    ("placeholder-left", "ar", "عُرضت على [يُستكمل] في نيسان", "[يُستكمل]"),
    ("placeholder-left", "ar", "عُرضت على [يُستكمل لاحقا] في نيسان", "[يُستكمل لاحقا]"),
    ("placeholder-left", "zh", "会议于[未定]举行", "[未定]"),
    ("invisible-sign", "en", "The re\u200bport", "\u200b"),
    ("invisible-sign", "zh", "报\u2060告", "\u2060"),
    ("number-style", "en", "12345 letters were sent", "12345"),
    ("number-style", "en", "Some 12\u00a0345 letters were sent", "12\u00a0345"),
    ("number-style", "fr", "12.345 lettres ont été envoyées", "12.345"),
    ("number-style", "ru", "Направлено 12345 писем", "12345"),
    ("number-style", "zh", "发出了 12,345 封信", "12,345"),
    ("percent-style", "en", "It rose by 5%", "%"),
    ("percent-style", "en", "It rose by 5 percent", "percent"),
    ("percent-style", "ru", "на 5 % выше", " %"),
    ("percent-style", "fr", "une hausse de 15%", "%"),
]


@pytest.mark.parametrize(("rule", "code", "remarks", "wanted"), WRONG)
def test_what_is_wrong_is_found_marked_and_named(rule: str, code: str, remarks: str, wanted: str) -> None:
    (finding,) = about(code, rule, remarks)
    assert words(finding, remarks) == wanted
    assert (finding.target, finding.component, finding.field) == ("o0", "c0", "remarks")
    assert finding.message.in_english()


RIGHT = [
    ("word-doubled", "en", "Staff had had to move; in, in the end, Pago Pago and 2 2"),
    ("word-doubled", "fr", "Vous vous êtes réunis; nous nous réunissons"),
    ("word-doubled", "zh", "常常召开委员会会议，特派团团长谢谢联合国国家工作队；为了了解情况"),
    ("word-doubled", "zh", "关于维持和平事项的非正式的非正式磋商"),
    ("markup-remnant", "en", "R&D at a level < 5 and > 3; AT&T; if a<b then"),
    ("bracket-unbalanced", "en", "a) one; b) two; (c) three; (iv) four “five” (“six”)"),
    ("bracket-unbalanced", "zh", "包括：1) 会议；2) 访问（“第一次”）；《报告》"),
    ("bracket-unbalanced", "ru", "Доклад „Итоги“ («Сводка») a) один"),
    ("bracket-unbalanced", "en", 'A 12" screen; the "first" one'),
    ("placeholder-left", "en", "Maxxx? The XXth session, option [a], was held"),
    ("placeholder-left", "en", "The XX century; the roster [of police experts], Part XX"),
    ("placeholder-left", "fr", "Les dossiers à compléter par les missions au XXe siècle"),
    ("word-doubled", "ar", "روجعت الملفات ملفا ملفا"),
    ("number-style", "en", "Certified under ISO 14001 and ISO/IEC 27001"),
    ("number-style", "zh", "通过了 ISO 14001 认证"),
    ("placeholder-left", "es", "La logística del siglo XX y la lista [de expertos]"),
    ("placeholder-left", "ru", "В XX веке; роль уточняется комиссией"),
    ("placeholder-left", "zh", "招待会如期举行；待定的部署时间表；[警务专家]"),
    ("stray-word", "zh", "题为“Service and Sacrifice”的视频"),
    ("stray-word", "ru", "Ролик «Service and Sacrifice»"),
    ("stray-word", "ar", "مقطع بعنوان ”Service and Sacrifice“"),
    ("bracket-unbalanced", "ar", "مقطع بعنوان ”Service and Sacrifice“"),
    ("word-doubled", "zh", "对与会者，在在线平台，对对方，及及时，安全和和平"),
    ("stray-word", "zh", "使用 Instagram、iSeek、iNeed 和 webtv.un.org，(iii) 联络 http://unaoau.unmissions.org"),
    ("stray-word", "ru", "ЮНМИЛ (UNMIL), де-факто de facto, см. www.un.org, Flickr"),
    ("stray-word", "en", "The Centre des Nations Unies and Hôtel de Ville (报告) met"),
    ("stray-word", "fr", "Le Department of Field Support et le site “the way”"),
    ("stray-word", "en", "Ali et al. were heard; Hôtel et Jardin, Mar del Plata, in situ"),
    ("stray-word", "es", "La empresa Marks and Spencer y el Banco et al. (Война и мир)"),
    ("stray-word", "zh", "约翰・史密斯的报告<br>"),
    ("placeholder-left", "en", "[completed in May], (pending), [the text in question]"),
    ("placeholder-left", "es", "Listas por completar con la Sede [completadas]"),
    ("invisible-sign", "ar", "إجراء\u200f 5 می\u200cشود"),
    ("number-style", "en", "In 2016 and 2017, 12,345 of A/72/701 and 1,368 in room 4.12345"),
    ("number-style", "zh", "第 70/287 号决议，群组 5，100% 的用户，2\u00a0091 次"),
    ("number-style", "fr", "12\u00a0345 lettres, 2016/17, 12,5 pour cent"),
    ("percent-style", "fr", "une hausse de 5 %"),
    ("percent-style", "fr", "une hausse de 5\u00a0% et de 6\u202f%"),
    ("percent-style", "zh", "95% 的用户"),
    ("percent-style", "en", "a rise of 5 per cent"),
]


@pytest.mark.parametrize(("rule", "code", "remarks"), RIGHT)
def test_what_is_right_is_left_alone(rule: str, code: str, remarks: str) -> None:
    assert about(code, rule, remarks) == []


@pytest.mark.parametrize(
    ("rule", "code", "before", "after"),
    [
        ("word-doubled", "en", "Review of the the guide and of of it", "Review of the guide and of it"),
        ("word-doubled", "zh", "提供的的支助", "提供的支助"),
        ("markup-remnant", "en", "R&amp;D<br/> was", "R&D was"),
        ("markup-remnant", "en", "a <b>5</b> <I>6</i> c</p>", "a 5 6 c"),
        ("markup-remnant", "ar", "أُنجز <b>وعُرضت <i>نتائجه</i></b> على", "أُنجز وعُرضت نتائجه على"),
        ("stray-word", "ru", "Совещания \u0063 экспертами", "Совещания с экспертами"),
        ("invisible-sign", "en", "re\u200bport", "report"),
        ("invisible-sign", "zh", "报\u2060告和\u200b说\ufeff明", "报告和说明"),
        ("stray-word", "ru", "Доклад Coвета", "Доклад Совета"),
        ("number-style", "en", "12345 and 1234567 letters", "12,345 and 1,234,567 letters"),
        ("number-style", "es", "12,345 cartas", "12\u00a0345 cartas"),
        ("percent-style", "en", "5% and 6 percent", "5 per cent and 6 per cent"),
        ("percent-style", "fr", "une hausse de 15%, puis de 3 %", "une hausse de 15\u00a0%, puis de 3 %"),
    ],
)
def test_a_certain_mend_puts_it_right(rule: str, code: str, before: str, after: str) -> None:
    assert mended(code, rule, before) == after


def test_signs_that_nobody_sees_are_one_place_where_they_are_neighbours() -> None:
    text = "re\u200b\u200b\ufeffport of\u2060 all"
    (finding,) = about("en", "invisible-sign", text)
    assert [(mark.start, mark.end) for mark in finding.marks] == [(2, 5), (12, 13)]
    assert finding.message.in_english().startswith("4 signs")
    assert mended("en", "invisible-sign", text) == "report of all"


def test_a_text_full_of_signs_that_nobody_sees_is_mended_as_a_whole() -> None:
    text = "Words" + "\u200ba\ufeff\ufeffb" * 400 + " and more"
    (finding,) = about("en", "invisible-sign", text)
    (mark,) = finding.marks
    assert (mark.start, mark.end) == (5, text.rindex("\ufeff") + 1)
    assert finding.message.in_english().startswith("1200 signs")
    assert mended("en", "invisible-sign", text) == "Words" + "ab" * 400 + " and more"
    (lost,) = about("en", "invisible-sign", text + "\ufffd")
    assert lost.mend is None


def test_a_bracket_opened_in_the_remarks_may_be_closed_in_the_reason() -> None:
    made = report("en", ("", "Letters were sent (35,"))
    output = made.output("o0")
    component = replace(output.components[0], explanation="as fewer were asked for) owing to the strike")
    whole = Report([made.info, *made.sections(), *made.sections("A"), replace(output, components=(component,))])
    assert found(whole, "bracket-unbalanced") == []
    (finding,) = found(made, "bracket-unbalanced")
    assert finding.field == "remarks"


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("zh", "向外地行动提供了 6 000 次会议", "为了解情况向外地行动提供 6 次会议"),
        ("en", "Conducted 5 briefings for Member States", "Updated guidance for missions that were closed"),
        ("en", "5 briefings were held for troop contributors", "Report on 5 missions which have been closed"),
        ("fr", "5 réunions ont été organisées", "5 réunions sur les missions qui ont été fermées"),
        ("es", "Se celebraron 5 reuniones", "5 reuniones sobre las misiones que fueron cerradas"),
        ("ru", "Проведено 5 совещаний", "Проведение 5 совещаний, которые были запрошены"),
        ("ar", "عُقدت 5 اجتماعات", "عقد 5 اجتماعات"),
        ("ar", "وُزعت 5 نشرات", "مُعدات لفائدة 5 بعثات"),
        ("ru", "Разосланы шесть выпусков бюллетеня", "Охрана шести объектов"),
        ("ru", "Рассмотрено 5 дел", "Страны, предоставляющие войска: 5 поездок"),
        ("ru", "Приняты 3 плана", "Замена 3 планов"),
        ("ru", "Организовали 2 поездки", "Профили 2 должностей"),
        ("ru", "Провели 3 семинара", "Представители 3 миссий: обучение"),
        ("en", "Reviewed 5 manuals", "Revised 2017 manual"),
        ("es", "Se hizo una visita", "Se hará una visita"),
    ],
)
def test_a_planned_text_worded_as_done(code: str, wrong: str, right: str) -> None:
    (finding,) = about(code, "planned-as-done", "", wrong)
    assert finding.field == "planned_text"
    assert about(code, "planned-as-done", "", right) == []


def test_punctuation_of_two_widths_is_one_finding_with_its_counts() -> None:
    mixed = ("开展,会议,审查,访问", "会议，审查，访问，报告")
    (finding,) = found(report("zh", mixed), "width-mixed")
    assert "3 times" in finding.message.in_english()
    assert finding.target == REPORT_ID
    assert found(report("zh", ("开展，会议", "会议，审查，访问，报告")), "width-mixed") == []


def test_punctuation_is_made_of_one_width_in_one_step_but_for_the_approved_wording() -> None:
    made = report("zh", ("开展,会议", "会议, 审查,访问，报告:说明"), ("访问", "会议;审查，访问，报告 (1, 2)"))
    (finding,) = found(made, "width-mixed")
    change = mend(made, mendings([finding]))
    assert change is not None
    made.apply(change)
    remarks = [output.components[0].remarks for output in made.outputs()]
    assert remarks == ["会议，审查，访问，报告：说明", "会议；审查，访问，报告 (1, 2)"]
    assert made.output("o0").planned_text == "开展,会议"
    assert found(made, "width-mixed") == []


def test_words_of_another_script_are_one_finding_with_their_places() -> None:
    (finding,) = about("fr", "stray-word", "Le rapport 报告 et la note записка ont paru")
    assert finding.message.in_english() == "“报告 записка” is written in another script."
    assert len(finding.marks) == 2


def test_a_slip_in_the_front_matter_has_a_mend_too() -> None:
    made = report("en", summary="Read the the report of 5%.", title="Results of of it")
    change = mend(made, mendings([*found(made, "word-doubled"), *found(made, "percent-style")]))
    assert change is not None
    made.apply(change)
    assert (made.info.summary, made.info.title) == ("Read the report of 5 per cent.", "Results of it")


def test_abbreviations_that_are_used_but_not_listed() -> None:
    listed = (("UNMIS", "United Nations Mission"),)
    rows = (
        ("Visits to UNMIS and UNMIX", "UNMIX was visited"),
        ("5 UN posts", "The Joint Centre (JOC) and JOC"),
    )
    (finding,) = found(report("en", *rows, listed=listed), "abbreviation-unlisted")
    assert finding.message.fields[-1] == ("short", "UNMIX")
    assert (finding.target, finding.field) == ("o0", "planned_text")
    (whole,) = found(report("en", *rows), "abbreviation-unlisted")
    assert whole.target == REPORT_ID
    assert whole.evidence is not None
    assert "UNMIX" in whole.evidence.in_english()


@pytest.mark.parametrize(
    ("code", "short", "text"),
    [
        ("fr", "MINUSS", "[À COMPLÉTER] la MINUSS"),
        ("es", "UNSOS", "La UNSOS [AÑADIR FECHA] a XX visitas"),
        ("en", "UNMIS", "Visits to UNMIS [INSERT DATE] TBC"),
        ("zh", "联刚稳定团", "于 2017 年 [XX] 月访问联刚稳定团，联合国马里稳定团"),
    ],
)
def test_words_of_a_placeholder_and_parts_of_words_are_no_abbreviations(code: str, short: str, text: str) -> None:
    made = report(code, (text, ""), listed=((short, "Mission"),))
    assert found(made, "abbreviation-unlisted") == []
    assert len(found(report(code, (f"{text} ABCDE", ""), listed=((short, "Mission"),)), "abbreviation-unlisted")) == 1


def test_missions_named_by_place_in_chinese_are_short_forms() -> None:
    listed = (("联刚稳定团", "联合国组织刚果民主共和国稳定特派团"),)
    text = "为西撒特派团更换中继站"
    (finding,) = found(report("zh", (text, "联刚稳定团"), listed=listed), "abbreviation-unlisted")
    assert words(finding, text) == "西撒特派团"


def test_an_opening_tag_and_its_closing_one_are_one_finding() -> None:
    (finding,) = about("fr", "markup-remnant", "Le <b>plan</b>")
    assert finding.message.in_english() == "“<b>…</b>” is a remnant of markup."
    assert len(finding.marks) == 2


def test_a_stray_word_beside_a_name_is_a_guess() -> None:
    (beside,) = about("es", "stray-word", "Las visitas a Goma and otras ciudades")
    (between,) = about("es", "stray-word", "Las visitas a la UNSOS and de otras misiones")
    assert (beside.guess, between.guess) == (True, False)


def test_abbreviations_in_chinese() -> None:
    listed = (("联刚稳定团", "联合国组织刚果民主共和国稳定特派团"), ("北约", "北大西洋公约组织"))
    rows = [("访问联刚稳定团和联海稳定团", "联合国维和行动和非洲联盟部队")]
    made = report("zh", *rows, listed=listed)
    assert [f.marks for f in found(made, "abbreviation-unlisted")] != []
    (finding,) = found(made, "abbreviation-unlisted")
    assert words(finding, rows[0][0]) == "联海稳定团"
    (unused,) = found(made, "abbreviation-unused")
    assert unused.field == "abbreviations.1.short"


def test_abbreviations_listed_twice_or_with_two_long_forms() -> None:
    listed = (("ICT", "technology"), ("DFS", "Field Support"), ("ICT", "Technology"), ("DFS", "Fiscal Service"))
    first, second = found(report("en", ("ICT of DFS", ""), listed=listed), "abbreviation-doubled")
    assert "listed twice" in first.message.in_english()
    assert "Fiscal Service" in second.message.in_english()
    assert found(report("fr", ("DFS", ""), listed=(("DFS", "a"), ("TIC", "a"))), "abbreviation-doubled") == []


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("A", "B", "D"), "Between B and D a number is missing."),
        (("A", "C", "B"), "Between A and C a number is missing."),
        (("B",), "The first number is B."),
        (("A", ""), "This heading has no number, the one before it has."),
    ],
)
def test_a_gap_in_the_letters(numbers: tuple[str, ...], message: str) -> None:
    at = count(1)
    sections = [Section(f"s{next(at)}", Level.DEPARTMENT, None, f"{at}"[6:-1], number) for number in numbers]
    findings = found(Report([ReportInfo(), *sections]), "number-gap")
    assert findings[0].message.in_english() == message
    assert findings[0].field == "number"


@pytest.mark.parametrize("numbers", [("1.1", "3.1"), ("1.1", "1.2", "2.1"), ("1.1", "1.1"), ("IV", "X"), ("", "")])
def test_numbers_that_are_right(numbers: tuple[str, ...]) -> None:
    home = Section("A", Level.DEPARTMENT, None, "1", "A")
    sections = [Section(f"s{at}", Level.ACCOMPLISHMENT, "A", f"{at + 1}", each) for at, each in enumerate(numbers)]
    assert found(Report([ReportInfo(), home, *sections]), "number-gap") == []


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (("1.1", "1.2"), ("1.3", "2.1"), None),
        (("1.1",), ("1.1",), None),
        (("1.1",), ("2.1",), None),
        (("1.1",), ("1.3",), "The first number is 1.3."),
        (("1.2",), ("1.3",), "The first number is 1.2."),
        ((), ("1.2",), "The first number is 1.2."),
    ],
)
def test_the_numbers_of_an_office_start_anew_or_go_on(
    first: tuple[str, ...], second: tuple[str, ...], wrong: str | None
) -> None:
    offices = [Section("A", Level.DEPARTMENT, None, "1", "A")]
    for at, numbers in enumerate((first, second)):
        offices.append(Section(f"o{at}", Level.OFFICE, "A", f"{at + 1}", "ab"[at]))
        offices += [
            Section(f"s{at}{place}", Level.ACCOMPLISHMENT, f"o{at}", f"{place + 1}", each)
            for place, each in enumerate(numbers)
        ]
    findings = found(Report([ReportInfo(), *offices]), "number-gap")
    assert [finding.message.in_english() for finding in findings] == ([wrong] if wrong else [])


@pytest.mark.parametrize(("code", "text"), [("en", "5 visits to missions"), ("zh", "对特派团进行 5 次访问")])
def test_two_outputs_alike(code: str, text: str) -> None:
    (finding,) = found(report(code, (text, ""), (text + " x", ""), (text.upper() + ".", "")), "output-repeated")
    assert finding.target == "o2"
    assert "A 1.1, row 1" in finding.message.in_english()


def test_the_length_is_advice_counted_in_words_or_characters() -> None:
    long = " ".join(["word"] * 8_600)
    (finding,) = found(report("en", ("", long)), "report-long")
    assert finding.target == REPORT_ID
    assert found(report("en", ("", long[:40_000])), "report-long") == []
    held = report("en", ("", long), listed=(("UN", "United Nations"),), title="Performance report")
    (finding,) = found(held, "report-long")
    total = Length(held, lambda _: True).total()
    assert f"about {total:,} words" in finding.message.in_english()  # as the status bar says
    assert found(report("zh", ("", "字" * 13_000)), "report-long") == []
    assert len(found(report("zh", ("", "字" * 14_000)), "report-long")) == 1


NASTY = [
    "\ud800 lone", "\u202eevil\u202c", "\u200b" * 50, "(" * 5000, "“" * 5000 + "”" * 4000, "<" * 9000, "&" * 9000,
    "的" * 9000, "a " * 9000, "[ " * 4000, "9" * 9000, "1,234" * 2000, "联" * 9000, "A" * 9000, "Aб" * 4000,
    "a.b" * 4000, "the the " * 100, "5%" * 3000, "\x00\x07", "漢字かなまじり文 арабский العربية",
]  # fmt: skip


@pytest.mark.parametrize("code", resources.language_codes())
def test_nasty_texts_do_no_harm(code: str) -> None:
    made = report(code, *((text, text) for text in NASTY), listed=tuple((text[:20], text) for text in NASTY))
    language = resources.language(code)
    checker = Checker(made, Reader(language), language)
    checker.run()
    for finding in checker.findings():
        assert finding.message.in_english()


OTHER_FORMS = [
    ("en", "UNMISS", "United Nations Mission in South Sudan", "Courses for the {} (UNMISS)",
     "United Nations Mission in the Republic of South Sudan"),
    ("es", "FISNUA", "Fuerza Provisional de Seguridad de las Naciones Unidas para Abyei", "Visita a la {} (FISNUA)",
     "Fuerza Interina de Seguridad de las Naciones Unidas para Abyei"),
    ("es", "CRSE", "Centro Regional de Servicios de Entebbe", "con la ayuda del {} (CRSE)",
     "Centro de Servicios Compartidos para África"),
    ("fr", "CSRE", "Centre de services régional d’Entebbe", "avec l’aide du {} (CSRE)", "Centre de services d’Ouganda"),
    ("ru", "МООНЮС", "Миссия Организации Объединенных Наций в Южном Судане", "Поездка в {} (МООНЮС)",
     "Миссию Организации Объединенных Наций в Республике Южный Судан"),
    ("ar", "مينوسكا", "بعثة الأمم المتحدة المتكاملة المتعددة الأبعاد لتحقيق الاستقرار في جمهورية أفريقيا الوسطى",
     "زيارة {} (مينوسكا)", "بعثة الأمم المتحدة لدعم السلام في جمهورية أفريقيا الوسطى"),
    ("zh", "联塞部队", "联合国驻塞浦路斯维持和平部队", "首先在{}(联塞部队)试用", "联合国塞浦路斯和平特派团"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "short", "long", "text", "other"), OTHER_FORMS)
def test_a_listed_form_is_spelled_out_as_in_the_list(code: str, short: str, long: str, text: str, other: str) -> None:
    rule, listed = "abbreviation-two-forms", ((short, long),)
    (finding,) = found(report(code, (text.format(other), ""), listed=listed), rule)
    assert finding.guess
    assert other in finding.message.in_english()
    for right in (text.format(long), f"12 ({short})", f"{long}, 12 ({short})"):
        assert found(report(code, (right, ""), listed=listed), rule) == []
