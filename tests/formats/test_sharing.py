"""The remarks of figures that shared a cell, cut where each belongs."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import suggest_labels
from rbb_editor.formats.evidence import Evidence
from rbb_editor.formats.sharing import share


def shared(language: str, planned: str, figures: list[str], remarks: str) -> list[str]:
    words = resources.language(language)
    evidence = Evidence([planned, remarks], words, begun=[], ended=[])
    return share(remarks, figures, suggest_labels(planned, len(figures), words), evidence)


@pytest.mark.parametrize(
    ("language", "planned", "figures", "pieces"),
    [
        ("zh", "签发 1 500 份订购单、230 份系统合同和 350 份经常合同", ["1 762", "191", "444"],
         ["签发了 1 762 份订购单", "191 份系统合同", "444 份经常合同"]),
        ("zh", "编写 9 份报告和 4 份说明", ["6", "4"],
         ["编写了 6 份报告 产出低于计划数目，原因是需求减少", "编写了 4 份说明"]),
        ("zh", "举行 1 次年会和 1 次两年期会议", ["1", "否"], ["举行了 1 次年会", "没有举行两年期会议"]),
        ("en", "12 analysis notes and 24 bulletins", ["12", "19"],
         ["12 notes were written", "19 bulletins were issued"]),
        ("fr", "12 notes d’analyse et 24 bulletins", ["12", "19"],
         ["12 notes ont été établies", "19 bulletins publiés"]),
        ("ru", "Проведение 60 брифингов и 51 обзора", ["50", "51"],
         ["Проведено 50 брифингов.", "Подготовлен 51 обзор."]),
        ("ar", "تقديم 60 إحاطة و 51 موجزا", ["50", "51"], ["قُدمت 50 إحاطة.", "أُعد 51 موجزا."]),
    ],
)  # fmt: skip
def test_pieces(language: str, planned: str, figures: list[str], pieces: list[str]) -> None:
    assert shared(language, planned, figures, " ".join(pieces)) == pieces


def test_line_ends_decide_where_there_are_enough() -> None:
    lines = ["11 次会议，其中 3 次为视频会议", "3 次小组会议 2 次推迟"]
    assert shared("zh", "举行 10 次会议和 2 次小组会议", ["11", "3"], "\n".join(lines)) == lines


def test_a_figure_without_remarks_gets_none() -> None:
    assert shared("en", "5 visits and 2 reports", ["5", "2"], "5 visits were made") == ["5 visits were made", ""]


def test_nothing_of_the_remarks_is_lost() -> None:
    remarks = "5 visits were made. They went well. 2 reports were written. Both were sent."
    assert " ".join(shared("en", "5 visits and 2 reports", ["5", "2"], remarks)) == remarks


def test_a_report_that_sounds_like_a_reason_stays_with_its_figure() -> None:
    """“病假”, sick leave, is why much is not done; here it is what was done."""
    pieces = ["在两个特派团提供了 2 次培训", "对长期病假(>60 天)情况进行了 100%病例管理"]
    assert shared("zh", "为 90%符合长期病假标准的工作人员提供病例管理", ["2", "100"], " ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "remark", ["The activities were held with the host Government", "All activities took place in the region"]
)
def test_one_sentence_that_names_no_figure_is_not_torn_and_stands_beside_the_first(remark: str) -> None:
    assert shared("en", "12 briefings and 4 workshops", ["3", "2"], remark) == [remark, ""]
