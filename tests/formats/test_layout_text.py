"""Text in columns of spaces, as pdftotext writes it; made-up content set as real pages come out."""

import random
from collections import Counter

import pytest

from rbb_editor.formats.blocks import text_of
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.text_reader import blocks_of
from tests.formats.text_reports import outputs, read

HEADING = "A. Department of Logistics\n\nExpected accomplishment 1.1: Better supply\n\n"
ENGLISH = """\
Planned outputs                      Completed Remarks
                                     (number
                                     or yes/no)
45 briefings to Member States on     52            52 briefings were held, of which
matters of supply, including 12 for                14 for regional groups. The higher
regional groups                                    output was attributable to
                                                   additional requests
Annual report of the Secretary-      Yes
General on the management of
fuel
60 oral briefings and 51 weekly      50            Oral briefings were given. The
"""
FOOT = "\n\n17-12345                                                                   3/9\n\fA/64/611/Add.2\n\n\n"
REST = """\
Planned outputs                      Completed Remarks
                                     (number
                                     or yes/no)
notes on the movement of                           lower output resulted from the
convoys for the Security Council                   programme of work
                                     51            Weekly notes were issued.
2 regional workshops on the safe-    No
ty of stores
"""
TRUTH = [
    (
        "45 briefings to Member States on matters of supply, including 12 for regional groups",
        "52 briefings were held, of which 14 for regional groups. The higher output was attributable to additional "
        "requests",
        "52",
    ),
    ("Annual report of the Secretary-General on the management of fuel", "", "Yes"),
    (
        "60 oral briefings and 51 weekly notes on the movement of convoys for the Security Council",
        "Oral briefings were given. The lower output resulted from the programme of work",
        "50",
    ),
    ("2 regional workshops on the safety of stores", "", "No"),
]


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_cells_over_several_lines_and_pages() -> None:
    imported = read(HEADING + ENGLISH + FOOT + REST)
    found = outputs(imported.report)
    assert [(planned, flowing(figures[0][1]), figures[0][0]) for planned, figures in found] == TRUTH
    assert found[2][1][1] == ("51", "Weekly notes were issued.")
    assert not [note for note in imported.notes if "Secretary" in note.source and note.kind is Kind.LEFT_OUT]


def test_figures_in_the_middle_of_their_column_below_a_head_over_two_lines() -> None:
    text = """\
                                                              Produits exécutés
Produits prévus                                             (nombre ou oui/non) Observations

1 250 contrats examinés par le Comité du Siège                    1 384         1 384 contrats ont été examinés
                                                                                à la demande des missions
2 ateliers régionaux sur la sécurité des entrepôts                 Non          Les ateliers ont été reportés
B.    Bureau du contrôle
              Réalisation escomptée 2.1 : Renforcement de la
              responsabilité

                                                              Produits exécutés
Produits prévus                                             (nombre ou oui/non) Observations

Conseils à 15 missions                                              15

4/4                                                                       [numéro]
\f"""
    report = read("A. Logistique\n\nRéalisation escomptée 1.1 : Efficacité\n\n" + text).report
    assert outputs(report) == [
        (
            "1 250 contrats examinés par le Comité du Siège",
            [("1 384", "1 384 contrats ont été examinés à la demande des missions")],
        ),
        ("2 ateliers régionaux sur la sécurité des entrepôts", [("Non", "Les ateliers ont été reportés")]),
        ("Conseils à 15 missions", [("15", "")]),
    ]
    titles = [node.title for node in report.walk() if hasattr(node, "level")]
    assert titles == ["Logistique", "Efficacité", "Bureau du contrôle", "Renforcement de la responsabilité"]


def test_chinese_columns_counted_in_letters() -> None:
    text = """\
A. 外勤后勤部
预期成绩 1.1：改进报告

                                  已完成
计划产出                            (数目或是/否)   说明

向会员国通报供应情况 45 次，包括为区域集团通           52      举行了 52 次通报会。
报 12 次                                     产出高于计划数目，原因是会员国提出了更多要求
秘书长关于燃料管理的年度报告                     是
"""
    (first, ((done, remark),)), second = outputs(read(text).report)
    assert (first, done) == ("向会员国通报供应情况 45 次，包括为区域集团通报 12 次", "52")
    assert remark.replace("\n", "") == "举行了 52 次通报会。产出高于计划数目，原因是会员国提出了更多要求"
    assert second == ("秘书长关于燃料管理的年度报告", [("是", "")])


def test_blank_lines_between_rows_part_them_also_where_a_figure_is_missing() -> None:
    text = (
        HEADING
        + """\
Planned outputs                  Completed        Remarks

14 audit reports on the stores   14               14 reports were issued
of the missions

Guidance on the safety of fuel                    In preparation

3 inspections of engineering     3                Done
stores
"""
    )
    assert outputs(read(text).report) == [
        ("14 audit reports on the stores of the missions", [("14", "14 reports were issued")]),
        ("Guidance on the safety of fuel", [("", "In preparation")]),
        ("3 inspections of engineering stores", [("3", "Done")]),
    ]


def test_columns_from_right_to_left() -> None:
    text = """\
A. إدارة اللوجستيات

الإنجاز المتوقع 1.1: تحسين الإمداد

ملاحظات                        المنجز          النواتج المقررة
عُقدت 52 جلسة                   52              عقد 45 جلسة إحاطة للدول
بناء على طلبها                                  الأعضاء
صدر 14 تقريرا                   14              إعداد 14 تقريرا
"""
    assert outputs(read(text).report) == [
        ("عقد 45 جلسة إحاطة للدول الأعضاء", [("52", "عُقدت 52 جلسة بناء على طلبها")]),
        ("إعداد 14 تقريرا", [("14", "صدر 14 تقريرا")]),
    ]


@pytest.mark.parametrize(
    "line", ["The outputs of the Department are listed below, as they were planned and completed."]
)
def test_a_sentence_below_a_table_is_no_row(line: str) -> None:
    report = read(HEADING + ENGLISH.rsplit("\n", 2)[0] + "\n\n" + line + "\n").report
    assert [planned for planned, _ in outputs(report)] == [TRUTH[0][0], TRUTH[1][0]]


@pytest.mark.parametrize("seed", range(30))
def test_no_letter_of_a_text_in_columns_is_lost(seed: int) -> None:
    """Whatever stands in the lines: cells, sentences, page feet, nothing."""
    dice = random.Random(seed)
    words = ["supply", "52", "Yes", "—", "1 384", "the", "A.", "(a)", "3/9", "A/64/611", "87%", "stores,", "会议"]
    first, second = dice.randint(20, 45), dice.randint(50, 70)
    lines = ["A. Logistics", "", "Planned outputs".ljust(first) + "Completed".ljust(second - first) + "Remarks"]
    for _ in range(dice.randint(1, 40)):
        planned, remarks = (" ".join(dice.choices(words, k=dice.randint(0, 5))) for _ in range(2))
        cells = planned[: first - 1].ljust(first) + dice.choice(["", "52", "Yes"]).ljust(second - first) + remarks
        lines.append(dice.choice([cells, cells, cells, planned, "", "\f3/9"]))
    read_back = "".join(text_of(block) for block in blocks_of("\n".join(lines), "test.txt"))
    assert Counter("".join(read_back.split())) == Counter("".join("".join(lines).split()))
