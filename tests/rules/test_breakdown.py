"""The parts of a total add up to it: wrong and right cases of every form in every language."""

import pytest

from tests.rules.rows import found

WRONG = [
    ("en", "7 meetings were held, including 3 with staff and 3 with experts", "3 with experts", "4 with experts"),
    ("en", "9 courses were held: 3 in Kenya, 4 in Egypt and 1 in Peru", "1 in Peru", "2 in Peru"),
    ("en", "6 missions were visited (MINUSMA, MONUSCO, UNMISS, UNFICYP and UNIFIL)", "MINUSMA,", "MINUSMA, UNDOF,"),
    ("en", "Five items were issued: (a) a manual; (b) a guide; (c) a film; (d) a poster", "(d)", "(d) a card; (e)"),
    ("fr", "9 forums ont été organisés, dont 5 au Mali et 3 au Niger", "5 au", "6 au"),
    ("es", "Se prepararon 206 notas: 92 sobre Malí, 71 sobre el Congo y 40 sobre Sudán", "40 sobre", "43 sobre"),
    ("ru", "Согласовано 9 докладов, в том числе 5 для Комитета и 3 для Совета", "5 для", "6 для"),
    ("ar", "عُقد 9 اجتماعا، منها 5 مع الموظفين و 3 مع الخبراء", "5 مع", "6 مع"),
    ("zh", "开具了 36 份核准证，包括为行动开具的 20 份以及为各部厅开具的 15 份", "20 份", "21 份"),
    ("zh", "举行了 36 次会议: 阿根廷(1)、不丹(2)、加拿大(30)、法国(2)", "(1)", "(2)"),
    ("zh", "作了 6 次介绍, 涉及以下方面: 保护平民 (2 次); 性暴力; 妇女与安全; 部署", "性暴力", "性暴力; 难民"),
    ("zh", "参加了 5 次培训，包括：(a) 协商会议；(b) 讲习班；(c) 专家会议；(d) 规划会议", "(d)", "(d) 年会；(e)"),
    ("en", "Of the 12 workshops, 7 were held for police and 4 for soldiers", "4 for", "5 for"),
    ("en", "12 workshops were held. Of these, 7 were in Mali and 4 in Chad", "4 in", "5 in"),
    ("en", "14 visits were made (MINUSMA: 6, MONUSCO: 4, UNMISS: 3)", "UNMISS: 3", "UNMISS: 4"),
    ("fr", "Sur les 12 ateliers, 7 ont concerné la police et 4 les militaires", "4 les", "5 les"),
    ("fr", "12 ateliers ont eu lieu. Sur ce nombre, 7 ont concerné la police et 4 les militaires", "4 les", "5 les"),
    ("ru", "Проведено 12 семинаров. Среди них 7 семинаров в Мали и 4 семинара в Чаде", "4 семинара", "5 семинаров"),
    ("es", "De los 12 talleres, 7 se dirigieron a la policía y 4 a los militares", "4 a", "5 a"),
    ("ar", "من بين 12 اجتماعا، عقد 7 في مالي و 4 في تشاد", "4 في", "5 في"),
    ("zh", "在 12 次讲习班中，7 次面向警察，4 次面向军人", "4 次", "5 次"),
    ("zh", "举办了 9 期培训班（马里稳定团 4 期、联黎部队 3 期和联塞部队 1 期）", "1 期", "2 期"),
    ("en", "7 lists: 3 for drivers, of which 2 for Mali and 2 for Chad, and 4 for cooks", "2 for Chad", "1 for Chad"),
    ("zh", "编制了 7 份名册：3 份为工程师名册，其中 2 份为男，2 份为女；4 份为飞行员名册", "2 份为女", "1 份为女"),
    ("zh", "向刚果(4 个)、海地(2 个)和黎巴嫩(2 个)派遣了 9 个专家组", "黎巴嫩(2", "黎巴嫩(3"),
    ("en", "In Mali (4), Haiti (2) and Lebanon (2), 9 missions were undertaken", "Lebanon (2)", "Lebanon (3)"),
    ("es", "Se presentaron 11 informes: a) 5 sobre Malí; b) 3 sobre Haití; y c) 2 sobre el Chad", "c) 2", "c) 3"),
    ("fr", "10 visites ont eu lieu : 1) 4 au Mali ; 2) 3 au Tchad ; 3) 2 en Haïti", "3) 2", "3) 3"),
    ("ru", "Проведен 21 семинар: a) 9 в Мали; b) 6 в Чаде; и c) 5 в Нигере", "c) 5", "c) 6"),
    ("en", "40 instructors were trained (Mali: 14; Liberia: 9; Chad: 12; South Sudan: 7)", "Mali: 14", "Mali: 12"),
    ("en", "40 officers were trained: UNMISS, 14; MONUSCO, 9; MINUSMA, 15", "MONUSCO, 9", "MONUSCO, 11"),
    ("en", "40 reports were issued, 22 of them on Mali and the remaining 16 on Chad", "16 on", "18 on"),
    ("es", "Se realizaron 10 visitas, 6 de ellas a Malí y 3 al Chad", "3 al", "4 al"),
    ("ar", "أُجريت 10 زيارات، 6 منها إلى مالي و 3 إلى تشاد", "3 إلى", "4 إلى"),
    ("en", "40 reports were issued, 14, 12 and 12 respectively to the Council, the Committee and the Board", "14, 12",
     "14, 14"),
    ("zh", "举办了 21 期讲习班，在马里、乍得和尼日尔分别举办 9 期、6 期和 5 期", "5 期", "6 期"),
    ("zh", "培训了 40 名军官（男 25 人，女 13 人）", "女 13", "女 15"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "wrong", "part", "mended"), WRONG)
def test_parts_that_do_not_add_up(language: str, wrong: str, part: str, mended: str) -> None:
    (finding,) = found("breakdown-differs", language, "", ("1", wrong))
    assert finding.field == "remarks"
    assert len(finding.marks) >= 2
    assert not found("breakdown-differs", language, "", ("1", wrong.replace(part, mended)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 visits were made, including 2 to Mali and 1 to Chad"),
        ("en", "7 visits were made, including 5 to Africa, of which 2 to Mali, and 2 to Asia"),
        ("en", "5 events were held, including 2 courses, 2 visits and a seminar"),
        ("en", "13 briefings were given on the following: rights; training; safety; peace; security"),
        ("en", "3 courses, including 1 in Mali for 20 participants and 2 in Chad for 25 participants"),
        ("en", "20 visits, for example 3 to Mali and 4 to Chad"),
        ("en", "The papers dealt with Sorvia (4), Maresh (4), Tolm (2) and Brand (2)."),
        ("en", "Of the 12 workshops, 3 were held for police and 4 were cancelled"),
        ("en", "Of the 12 cases, 9 were closed and 2 of them appealed"),
        ("en", "Of 40 applications, 25 were approved and 10 rejected"),
        ("en", "Of the 12 planned workshops, 7 were held in Mali and 4 in Chad"),
        ("en", "On (1) training and (2) mentoring, 4 sessions were held"),
        ("en", "12 visits were made: 2 each to MINUSMA and UNMISS, and 8 to MONUSCO"),
        ("es", "Se realizaron 10 visitas: 2 a cada una de las misiones de África y 4 a Haití"),
        ("en", "40 reports were issued in June and July, to 30 and 9 offices respectively"),
        ("en", "40 reports were issued, 38 of them on time"),
        ("zh", "举办了 21 期讲习班，学员分别来自 9 个和 12 个国家"),
        ("zh", "培训了 40 名军官（其中女性 12 人，少校以上军官 20 人）"),
        ("zh", "介绍了以下工作：警务(34 次)；司法(10 次)；地雷行动(10 次)；复员(10 次)；安全(10 次)"),
        ("zh", "12 次讲习班中有 3 次面向警察"),
        ("zh", "作了 28 次通报；其中 20 次与工作组有关"),
        ("zh", "参加了 3 次评估，其中 2 次涉及索马里(1 次事关存在，1 次事关审查)，1 次涉及联黎部队"),
        ("zh", "作了 13 次情况通报：人权态势；摸底报告；人权任务；非洲行动；维和行动"),
    ],
)
def test_examples_topics_and_parts_of_parts_are_no_breakdown(language: str, text: str) -> None:
    assert not found("breakdown-differs", language, "", ("1", text))


@pytest.mark.parametrize(
    ("language", "reason", "part", "mended"),
    [
        ("fr", "19 hôpitaux ont été livrés, dont 10 au Mali, 5 au Tchad et 3 au Niger, la demande ayant augmenté",
         "3 au", "4 au"),
        ("ru", "Рассмотрено 641 сообщение, включая 233 из Мали и 398 из Чада, ввиду роста числа жалоб", "398", "408"),
    ],
)  # fmt: skip
def test_parts_are_added_up_in_the_reason_too(language: str, reason: str, part: str, mended: str) -> None:
    (finding,) = found("breakdown-differs", language, "", ("1", "", reason))
    assert finding.field == "explanation"
    assert not found("breakdown-differs", language, "", ("1", "", reason.replace(part, mended)))


def test_the_planned_text_is_added_up_too() -> None:
    planned = "74 briefings: 34 on police, 20 on justice and 10 on mines"
    (finding,) = found("breakdown-differs", "en", planned, ("74", ""))
    assert (finding.field, finding.component) == ("planned_text", None)
    assert finding.message.in_english() == "74 are stated, but the parts add up to 64."


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        ")" * 100_000,
        "7: " + "a) 5 of; " * 12_000,
        "7 visits (" + "a, " * 40_000,
        "9: " + "1; " * 40_000,
        "3 (1)" * 30_000,
    ],
)
def test_a_monstrous_remark_is_left_alone(text: str) -> None:
    assert not found("breakdown-differs", "en", "3 visits", ("3", text))
