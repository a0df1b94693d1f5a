"""What a document teaches about where its texts begin and end, and what belongs to what."""

import pytest

from rbb_editor import resources
from rbb_editor.formats.evidence import Evidence

ZH = [
    "举办了 3 次讲习班",
    "举办了 5 次讲习班",
    "为总部举办了讲习班",
    "编写了 4 份报告",
    "编写了 2 份报告",
    "大陆后勤基地概念",
]
EN = ["Meetings were held with the African Union.", "Workshops were held in the field.", "Reports were issued"]


def evidence(language: str) -> Evidence:
    texts = {"zh": ZH, "en": EN}[language]
    return Evidence(texts, resources.language(language), begun=texts, ended=texts)


@pytest.mark.parametrize(
    ("language", "text", "finished"),
    [
        ("zh", "在外地举办了讲习班", True), ("zh", "在外地举办了讲习", None), ("zh", "联刚稳定团、", False),
        ("zh", "工作已完成。", True), ("zh", "", True), ("en", "It was held.", True),
        ("en", "It was held in the", False),
        ("en", "It was held,", False), ("en", "It was held", None),
    ],
)  # fmt: skip
def test_whether_a_text_is_finished(language: str, text: str, finished: bool | None) -> None:
    assert evidence(language).finished(text) is finished


@pytest.mark.parametrize(
    ("language", "text", "begins"),
    [
        ("zh", "编写了 1 份说明", True), ("zh", "，编写了", False), ("zh", "地概念和清单", None),
        ("zh", "(d) 在外地安装", True), ("en", "Meetings", True), ("en", "and the field", False),
        ("en", "2017 was", None),
    ],
)  # fmt: skip
def test_whether_a_text_begins_with_its_beginning(language: str, text: str, begins: bool | None) -> None:
    assert evidence(language).begins(text) is begins


def test_a_seam_that_stands_unbroken_elsewhere() -> None:
    assert evidence("zh").bridged("制定该大陆后勤基", "地概念和清单")
    assert evidence("zh").cut_in_word("制定该大陆后勤基", "地概念和清单")
    assert not evidence("zh").bridged("举办了讲习班", "公共部门")
    assert evidence("en").bridged("Other meetings were", "held with partners")


def test_halves_are_joined_as_the_script_wants() -> None:
    assert evidence("zh").join("后勤基", "地概念") == "后勤基地概念"
    assert evidence("en").join("held with", "the Union") == "held with the Union"
    assert evidence("en").join("peace-", "keeping") == "peace-keeping"
    assert evidence("en").join("", "held") == "held"


def test_a_remark_looks_like_the_text_that_it_reports_on() -> None:
    found = evidence("zh")
    own = found.likeness("编写了 4 份报告", "编写 4 份季度报告", "4")
    assert own > found.likeness("编写了 4 份报告", "举办 3 次讲习班", "3")
    assert found.reports("签发了 1 762 份", "1 762")
    assert not found.reports("签发了 1 762 份", "762")
