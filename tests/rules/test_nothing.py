"""A row that says that nothing was done: a wrong and a right case in every language."""

import pytest

from tests.rules.rows import found

RULE = "no-hides-figure"

COUNTED = [
    ("en", "5 visits to missions", "No", "2 of the visits were made", "2 visits were not made"),
    ("fr", "5 visites dans les missions", "Non", "2 visites ont été effectuées", "2 visites n'ont pas été effectuées"),
    ("es", "5 visitas a las misiones", "No", "Se realizaron 2 visitas", "No se realizaron 2 visitas"),
    ("ru", "5 поездок в миссии", "Нет", "Совершено 2 поездки", "Не были проведены 2 поездки"),
    ("ar", "5 زيارات إلى البعثات", "لا", "أُجريت 2 زيارات", "لم تجر 2 زيارات"),
    ("zh", "对特派团进行 5 次访问", "否", "进行了 2 次访问", "没有进行 2 次访问"),
]  # fmt: skip


COUNTED += [
    ("en", "5 visits", "No", "Only 2 visits were made, owing to the rains", "Because of 2 visits no time was left"),
    ("en", "5 visits", "No", "2 visits were made; the others were cancelled", "The 2 visits were cancelled"),
    ("es", "5 visitas", "No", "Solo se realizaron 2 visitas, debido a las lluvias", "No se realizaron 2 visitas"),
    ("ru", "5 поездок", "Нет", "Совершено лишь 2 поездки ввиду дождей", "Не были проведены 2 поездки"),
    ("zh", "进行 5 次访问", "否", "由于大雨，仅进行了 2 次访问", "没有进行 2 次访问"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "planned", "no", "wrong", "right"), COUNTED)
@pytest.mark.parametrize("zero", [False, True])
def test_neither_no_nor_zero_beside_what_was_done(
    language: str, planned: str, no: str, wrong: str, right: str, *, zero: bool
) -> None:
    cell = "0" if zero else no
    (finding,) = found(RULE, language, planned, (cell, wrong))
    assert finding.guess
    assert f"“{cell}”" in finding.message.in_english()
    assert wrong[finding.marks[1].start : finding.marks[1].end] == "2"
    assert not found(RULE, language, planned, (cell, right))


def test_a_part_that_has_its_own_count() -> None:
    planned = "Issue of a manual, and installation of the system in 4 missions"
    assert found(RULE, "en", planned, ("No", "The manual is under revision. The system was installed in 4 missions"))
    assert found(RULE, "en", planned, ("No", "The manual is under revision. The system was installed in 3 missions"))
    assert not found(RULE, "en", planned, ("No", "The system was not installed in the 4 missions"))
    assert not found(RULE, "en", planned, ("No", "The 4 missions were postponed"))
    chinese = "颁布手册，在 4 个特派团实施管理系统"
    assert found(RULE, "zh", chinese, ("否", "手册正在修订。在 4 个特派团安装了管理系统"))
    assert not found(RULE, "zh", chinese, ("否", "在 4 个特派团的安装被推迟"))


@pytest.mark.parametrize(
    ("remark", "denied"),
    [
        ("没有进行技术评估。不过，与新闻部合作，在两个特派团进行了技术评估", True),
        ("没有进行技术评估，但讨论了技术评估的方法", False),
        ("由于人员更替，没有进行任何技术评估", False),
        ("推迟了技术评估", False),
    ],
)
def test_a_chinese_deed_that_the_same_remark_denies(remark: str, *, denied: bool) -> None:
    assert bool(found(RULE, "zh", "实施 4 次公共信息方面的技术评估", ("0", remark))) is denied


@pytest.mark.parametrize(
    ("planned", "cell", "remark"),
    [
        ("1 visit to missions", "No", "1 visit was prepared"),
        ("5 visits to missions", "No", "The 5 planned visits will be made in 2018"),
        ("5 visits to missions", "No", "Fewer visits, owing to the closure of 2 missions"),
        ("5 visits to missions", "5", "2 visits were made to Mali"),
    ],
)
def test_what_does_not_tell_of_a_part_done(planned: str, cell: str, remark: str) -> None:
    assert not found(RULE, "en", planned, (cell, remark))
