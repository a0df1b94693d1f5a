"""What OCR and page breaks do to a table, each undone and each noted."""

import pytest

from tests.formats.text_reports import head, import_rows, read, table

FILLER = [
    ("编写 3 份审查报告", "3", "编写了 3 份审查报告"),
    ("举行 6 次视频会议", "6", "举行了 6 次视频会议"),
    ("举办 2 期培训课程", "2", "举办了 2 期培训课程"),
    ("出版 5 份手册", "5", "出版了 5 份手册"),
]


def kinds(rows: list, language: str = "zh") -> list[str]:
    return [str(note.kind) for note in read(table(rows, language)).notes if note.places and note.places[0].line]


def test_a_row_with_a_figure_alone_is_a_further_figure() -> None:
    rows = [("作 60 次通报和 51 次简报", "50", "作了 50 次通报"), ("", "51", "编写了 51 份简报")]
    assert import_rows(rows) == [("作 60 次通报和 51 次简报", [("50", "作了 50 次通报"), ("51", "编写了 51 份简报")])]


def test_remarks_cut_in_mid_word_are_joined_without_a_character() -> None:
    rows = [*FILLER, ("举行 9 次区域会议", "9", "举行了 9 次区域会"), "", ("", "", "议和磋商，包括视频会议"), *FILLER]
    assert import_rows(rows)[4] == ("举行 9 次区域会议", [("9", "举行了 9 次区域会议和磋商，包括视频会议")])
    (note,) = [note for note in read(table(rows)).notes if note.kind == "joined"]
    assert [place.line for place in note.places] == [10, 12]
    assert note.target is not None


def test_remarks_in_a_row_of_their_own_are_a_paragraph_of_their_own() -> None:
    rows = [("举行 9 次会议", "7", "举行了 7 次会议"), ("", "", "产出低于计划数目，原因是需求减少")]
    (output,) = read(table(rows)).report.outputs()
    assert output.components[0].remarks == "举行了 7 次会议"
    assert output.components[0].explanation == "产出低于计划数目，原因是需求减少"


def test_a_planned_text_cut_by_a_page_break_is_joined() -> None:
    rows = [*FILLER, ("为联合行动中", "2", "举办了 2 次"), "", ("心工作人员举办 2 次培训班", "", ""), *FILLER]
    assert import_rows(rows)[4] == ("为联合行动中心工作人员举办 2 次培训班", [("2", "举办了 2 次")])
    assert "joined" in kinds(rows)


ARABIC = [
    ("إعداد 3 تقارير", "3", "أُعدت 3 تقارير"),
    ("عقد 6 جلسات إحاطة", "6", "عُقدت 6 جلسات"),
    ("تنظيم 2 دورة", "2", ""),
]


@pytest.mark.parametrize(
    ("language", "filler", "before", "tail"),
    [
        ("zh", FILLER, "建立所有特派团人事", "档案电子库"),
        ("ar", ARABIC, "حفظ ملفات موظفي جميع ", "البعثات إلكترونيا"),
    ],
)
def test_a_planned_text_cut_where_no_page_head_is_left_is_joined(
    language: str, filler: list[tuple[str, str, str]], before: str, tail: str
) -> None:
    rows = [*filler, (before.strip(), "1", ""), (tail, "", ""), *filler]
    assert import_rows(rows, language)[len(filler)] == (before + tail, [("1", "")])
    assert "joined" in kinds(rows, language)


def test_an_output_without_a_figure_that_begins_as_others_do_stays_one() -> None:
    rows = [*FILLER[:2], ("编写后勤年度报告", "", ""), *FILLER[2:], ("编写 2 份手册", "2", "编写了 2 份手册")]
    assert [planned for planned, _ in import_rows(rows)] == [planned for planned, _, _ in rows]


def test_several_planned_texts_of_one_table_cut_by_page_breaks_are_joined() -> None:
    first, second = ("为联合行动", "中心举办讲习班"), ("为后勤基地", "提供车辆")
    cut = [each for before, tail in (first, second) for each in ((before, "2", ""), head("zh"), (tail, "", ""))]
    assert [planned for planned, _ in import_rows([*FILLER, *cut])][4:] == ["".join(first), "".join(second)]


def test_a_draft_without_figures_keeps_its_rows_apart() -> None:
    rows = [(planned, "", "") for planned, _, _ in FILLER]
    rows.insert(2, "")
    assert [planned for planned, _ in import_rows(rows)] == [planned for planned, _, _ in FILLER]


def test_the_end_of_a_remark_at_the_head_of_the_next_is_moved_back() -> None:
    rows = [
        *FILLER,
        ("编制资产财务报告", "是", "编制了厂场和装备盘"),
        "",
        ("编写 4 份季度业绩报告", "4", "存情况财务报告，并按时提交 编写了 4 份季度业绩报告"),
        *FILLER,
    ]
    found = import_rows(rows)
    assert found[4] == ("编制资产财务报告", [("是", "编制了厂场和装备盘存情况财务报告，并按时提交")])
    assert found[5] == ("编写 4 份季度业绩报告", [("4", "编写了 4 份季度业绩报告")])
    assert "moved" in kinds(rows)


def test_remarks_moved_down_over_several_rows_are_moved_back() -> None:
    rows = [
        ("开发 17 个分析产品", "37", "制作了 37 个分析产品"),
        "",
        ("提供数字化通信指导", "是", "产出高于计划数目，原因是决策者需要更多分析报告"),
        ("对电子文件管理框架进行技术评估", "是", "内联网可查阅数字化通信指导"),
        ("在外地特派团采用编码电报数字文献库", "是", "对电子文件管理框架实施情况进行了技术评估"),
        ("", "", "在外地特派团采用了编码电报数字文献库"),
        *FILLER,
    ]
    found = import_rows(rows)
    assert found[0][1] == [("37", "制作了 37 个分析产品\n产出高于计划数目，原因是决策者需要更多分析报告")]
    assert found[1][1] == [("是", "内联网可查阅数字化通信指导")]
    assert found[2][1] == [("是", "对电子文件管理框架实施情况进行了技术评估")]
    assert found[3][1] == [("是", "在外地特派团采用了编码电报数字文献库")]
    assert "moved" in kinds(rows)


def test_the_reason_of_the_figure_above_at_the_head_of_a_remark_is_moved_back() -> None:
    rows = [
        ("完成 15 份备忘录的谈判，修订 20 份备忘录", "21", "完成了 21 项谈判"),
        ("", "20", "产出高于计划数目，原因是缩短了反应时间 修订了 20 份备忘录"),
    ]
    assert import_rows(rows)[0][1] == [
        ("21", "完成了 21 项谈判\n产出高于计划数目，原因是缩短了反应时间"),
        ("20", "修订了 20 份备忘录"),
    ]


def test_a_row_that_begins_with_its_own_reason_keeps_it() -> None:
    rows = [
        ("举行 1 次会议", "否", "没有举行会议，原因是时间安排困难"),
        ("提供咨询", "否", "由于工作人员更替，没有提供咨询"),
    ]
    assert [figures for _, figures in import_rows(rows)] == [
        [("否", "没有举行会议，原因是时间安排困难")],
        [("否", "由于工作人员更替，没有提供咨询")],
    ]


@pytest.mark.parametrize(
    ("completed", "remarks", "parts"),
    [
        ("1 1", "开办了 1 次安全课程 开办了 1 次复原力课程", ["开办了 1 次安全课程", "开办了 1 次复原力课程"]),
        ("12 48", "12 份月报 48 份周报", ["12 份月报", "48 份周报"]),
        ("1 否", "举行了 1 次会议 没有举行两年一次的会议", ["举行了 1 次会议", "没有举行两年一次的会议"]),
    ],
)  # fmt: skip
def test_figures_that_share_a_cell_are_taken_apart_with_their_remarks(
    completed: str, remarks: str, parts: list[str]
) -> None:
    rows = [("举行 1 次会议和 48 次两年一次的课程", completed, remarks)]
    ((_, figures),) = import_rows(rows)
    assert figures == list(zip(completed.split(), parts, strict=True))
    assert "taken_apart" in kinds(rows)


def test_a_planned_text_repeated_in_the_next_row_is_one_output() -> None:
    rows = [
        ("举办 2 次会议和培训方案", "2", "举办了 2 次会议"),
        ("举办 2 次会议和培训方案", "3", "举办了 3 项培训方案"),
    ]
    assert import_rows(rows) == [("举办 2 次会议和培训方案", [("2", "举办了 2 次会议"), ("3", "举办了 3 项培训方案")])]


@pytest.mark.parametrize("mark", [" (continued)", " (suite)", "（续）"])
def test_a_planned_text_repeated_on_a_new_page_is_one_output(mark: str) -> None:
    planned = "2 次会议和 1 次访问"
    rows = [*FILLER, (planned, "2", "举行了会议"), "", (planned + mark, "0", "没有访问")]
    assert import_rows(rows)[4:] == [(planned, [("2", "举行了会议"), ("0", "没有访问")])]


@pytest.mark.parametrize("planned", ["2 次会议和 1 次访问（续）", "2 次会议和 1 次访问", "（续）"])
def test_remarks_that_go_on_on_a_new_page_are_no_further_figure(planned: str) -> None:
    rows = [*FILLER, ("2 次会议和 1 次访问", "2", "举行了会议。"), "", (planned, "", "访问已推迟。"), FILLER[0]]
    assert import_rows(rows)[4] == ("2 次会议和 1 次访问", [("2", "举行了会议。\n访问已推迟。")])


def test_a_cell_that_only_says_continued_is_no_planned_text() -> None:
    rows = [*FILLER, ("2 次会议和 1 次访问", "2", "举行了会议"), "", ("（续）", "0", "没有访问")]
    assert import_rows(rows)[4:] == [("2 次会议和 1 次访问", [("2", "举行了会议"), ("0", "没有访问")])]


@pytest.mark.parametrize(
    ("language", "misread"),
    [
        ("en", ("Planned outpufs", "Cornpleted (number or yeslno)", "Rernarks")),
        ("fr", ("Produits prevus", "Produits executés (nombre ou oui/non)", "Observatlons")),
        ("ru", ("Запланированньіе мероприятия", "Фактически проведено (число или да/нeт)", "Примeчания")),
    ],
)
def test_a_head_row_with_misread_letters_is_no_output(language: str, misread: tuple[str, str, str]) -> None:
    rows = [("12 reports", "12", "12 reports"), misread, ("A manual", "Yes", "")]
    assert [planned for planned, _ in import_rows(rows, language)] == ["12 reports", "A manual"]


def test_the_planned_text_of_the_next_rows_beside_a_figure_of_the_output_above() -> None:
    lower = "5 次向有关会议通报规划情况，并 5 次向部队派遣国通报医疗情况"
    rows = [
        *FILLER,
        ("编写 15 份航空安全评估报告，并编写 4 份空运供应商评价报告", "11", "编写了 11 份航空安全评估报告"),
        (lower, "1", "实施了 1 次空运供应商评价"),
        (lower, "5", "向有关会议通报了规划情况"),
        (lower, "5", "向部队派遣国通报了医疗情况"),
    ]
    found = import_rows(rows)
    assert found[4][1] == [("11", "编写了 11 份航空安全评估报告"), ("1", "实施了 1 次空运供应商评价")]
    assert found[5][0] == lower
    assert [completed for completed, _ in found[5][1]] == ["5", "5"]


def test_lines_outside_the_table_belong_to_the_remarks_above() -> None:
    rows = [
        *FILLER,
        ("签订 3 份框架协议", "2", "达成了 2 份协定。截至"),
        "",
        "2017年6月30日，第三份协定正在拟订",
        "产出低于计划数目，原因是一直在进行讨论",
        "",
    ]
    (_, ((_, remarks),)) = import_rows(rows)[4]
    assert remarks == "达成了 2 份协定。截至2017年6月30日，第三份协定正在拟订\n产出低于计划数目，原因是一直在进行讨论"


def test_head_rows_again_strokes_page_heads_and_cells_too_many_are_no_outputs() -> None:
    rows = [
        *FILLER[:2],
        "-- \t --- \t ---",
        "A/72/701/Add.1",
        "5/60",
        head("zh"),
        ("举办 2 期培训课程\t2\t", "", "举办了 2 期培训课程"),
    ]
    assert import_rows(rows) == [(planned, [(done, remark)]) for planned, done, remark in FILLER[:3]]
    left_out = [note.source for note in read(table(rows)).notes if note.kind == "left_out"]
    assert any("A/72/701/Add.1" in source and "5/60" in source for source in left_out)
    assert any("---" in source for source in left_out)


def test_html_remnants_are_taken_out_and_their_paragraphs_kept() -> None:
    rows = [('<p data-bbox="1 2">提供咨询</p>', "是", '<p>提供了咨询</p> <p data-bbox="3">还举办了讲习班</p>')]
    assert import_rows(rows) == [("提供咨询", [("是", "提供了咨询\n还举办了讲习班")])]


def test_a_page_note_inside_a_table_is_the_note_of_the_section_title() -> None:
    text = "二. 成果预算编制框架*\n\n" + table([*FILLER[:2], "", "* 计划绩效指标见 A/72/701。", "", *FILLER[2:]])
    imported = read(text)
    assert [(note.mark, note.text) for note in imported.report.info.notes] == [("*", "计划绩效指标见 A/72/701。")]
    assert imported.report.counts().outputs == 4


def test_a_figure_above_its_planned_text_is_moved_to_it() -> None:
    rows = [
        *FILLER,
        ("总部和外地的 100 名工作人员接受采购课程培训", "是", "向 468 名工作人员颁发了证书"),
        ("", "118", "处理了 118 项市场调查请求"),
        "",
        ("对直升机运输案件进行 200 次市场调查和审查", "100", "对 100 份案件进行了审查"),
        *FILLER,
    ]
    found = import_rows(rows)
    assert found[4][1] == [("是", "向 468 名工作人员颁发了证书")]
    assert found[5][1] == [("118", "处理了 118 项市场调查请求"), ("100", "对 100 份案件进行了审查")]


def test_figures_at_the_head_of_remarks_are_figures() -> None:
    rows = [
        *FILLER,
        ("支持人权部分；拟订 2 个程序", "是", "<p>提供了支助</p> <p>2 支持采用了共 2 项程序</p>"),
        *FILLER,
    ]
    assert import_rows(rows)[4][1] == [("是", "提供了支助"), ("2", "支持采用了共 2 项程序")]


def test_blank_lines_between_all_rows_are_no_page_breaks() -> None:
    rows: list = []
    for row in FILLER:
        rows += [row, ""]
    assert import_rows(rows) == [(planned, [(done, remark)]) for planned, done, remark in FILLER]


@pytest.mark.parametrize(
    ("language", "before", "after", "joined"),
    [
        ("en", "Meetings were held with the", "African Union and its partners", None),
        ("fr", "Des réunions ont été tenues avec", "les partenaires de l’Union africaine", None),
        ("es", "Se celebraron reuniones con la", "Unión Africana", None),
        ("ru", "Проведены совещания с", "Африканским союзом и партнерами", None),
        ("ar", "عقدت اجتماعات مع", "الاتحاد الأفريقي وشركائه", None),
        (
            "en",
            "The report was issued in the peace-",
            "keeping series",
            "The report was issued in the peace-keeping series",
        ),
    ],
)
def test_remarks_cut_between_words_get_their_space_back(
    language: str, before: str, after: str, joined: str | None
) -> None:
    others = [(f"Output {number}", str(number), f"Text {number}.") for number in range(2, 12)]
    rows = [*others, ("Planned", "1", before), "", ("", "", after), *others]
    assert import_rows(rows, language)[10][1] == [("1", joined or f"{before} {after}")]


def test_a_remark_that_breaks_off_is_doubted() -> None:
    rows = [("举行 1 次会议", "否", "没有举行会议，因为没有收到任何请求，"), *FILLER]
    (note,) = [note for note in read(table(rows)).notes if note.kind == "doubt"]
    assert note.source.endswith("任何请求，")
    assert note.target is not None
