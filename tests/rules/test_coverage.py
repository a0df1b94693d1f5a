"""The figures of an output against the counts of its plan."""

from tests.rules.rows import found


def test_figures_stand_in_the_order_of_the_plan() -> None:
    planned = "Coordination of 6 reviews of resources and participation in 4 staffing studies"
    wrong = (("4", "4 staffing studies were coordinated"), ("3", "3 reviews of resources were completed"))
    (finding,) = found("figures-out-of-order", "en", planned, *wrong)
    assert finding.message.in_english().endswith("they answer 4, 6.")
    assert [planned[mark.start : mark.end] for mark in finding.marks] == ["6", "4"]
    assert not found("figures-out-of-order", "en", planned, *reversed(wrong))


def test_the_order_in_chinese() -> None:
    planned = "协调对外地行动主要资源要素进行的 6 次审查，并参加最多 4 个外地行动的文职人员配置审查"
    wrong = (("4", "协调了 4 个外地行动的文职人员配置审查工作"), ("3", "审查了重大资源要素"))
    assert found("figures-out-of-order", "zh", planned, *wrong)
    assert not found("figures-out-of-order", "zh", planned, *reversed(wrong))


def test_every_planned_count_is_answered() -> None:
    assert found("count-unanswered", "en", "5 visits to missions; 3 reports on safety", ("5", "5 visits were made"))
    assert not found("count-unanswered", "en", "5 visits to missions; 3 reports", ("5", "Done"), ("3", "Done"))
    assert not found("count-unanswered", "en", "5 visits to missions; 3 reports", ("8", "Done"))
    assert found("count-unanswered", "zh", "举行 10 次会议; 编写 5 份报告", ("10", "举行了 10 次会议"))
    assert not found(
        "count-unanswered", "zh", "举行 3 次会议：1 次首长会议；1 次年会；1 次例会", ("3", "举行了 3 次会议")
    )


def test_every_deliverable_is_spoken_of() -> None:
    rule = "deliverable-unmentioned"
    planned = "Deployment of the aviation module to missions; revision of the equipment catalogue with suppliers"
    assert found(rule, "en", planned, ("Yes", "The aviation module was deployed to all missions"))
    done = "The aviation module was deployed to missions and the equipment catalogue was revised"
    assert not found(rule, "en", planned, ("Yes", done))
    chinese = "将航空模块部署到外地特派团，修订航空设备目录"
    assert found(rule, "zh", chinese, ("是", "为所有外地特派团安装了航空信息管理系统"))
    assert not found(rule, "zh", chinese, ("是", "为外地特派团安装了航空模块，并修订了设备目录"))
