"""Chinese counts with every measure word and unit in every frame of a planned text."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import read_actual, read_planned
from rbb_editor.domain.values import Qualifier

MEASURES = [
    *(
        "个只名位人口家户头匹条根支枚颗粒块片张面幅帧页册本卷部套份件项桩宗起例次回场届期轮批班趟遍"
        "顿台架辆艘列座栋幢所间层处道扇门堂课节段篇首则封通票笔单种类款版集辑组队对双副包袋箱盒桶瓶"
        "罐盘捆束株棵眼盏把具顶床尊挺股章幕档栏行席桌拨阵群针剂帖米亩升吨"
    ),
    "单元",
    "模块",
    "课时",
    "学时",
    "人次",
    "人天",
    "人日",
    "人时",
    "人月",
    "工时",
    "架次",
    "班次",
    "航次",
    "车次",
    "场次",
    "批次",
    "飞行小时",
    "标准箱",
    "公里",
    "平方米",
    "平方公里",
    "公顷",
    "立方米",
    "公斤",
    "加仑",
    "英里",
    "海里",
    "小时",
]
FRAMES = {
    "制作 15 {}器材": (15, None, None),
    "15 {}器材": (15, None, None),
    "制作至少 15 {}器材": (15, None, Qualifier.AT_LEAST),
    "制作最多 15 {}器材": (15, None, Qualifier.UP_TO),
    "制作约 15 {}器材": (15, None, Qualifier.APPROXIMATELY),
    "制作 15 至 18 {}器材": (15, 18, Qualifier.RANGE),
    "制作十五{}器材": (15, None, None),
    "为特派团制作 15 {}介绍统计方法的器材": (15, None, None),
    "制作和分发 15 {}器材, 供会员国使用": (15, None, None),
    "每季度制作 15 {}器材": (60, None, None),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_every_measure_word_is_read_in_every_frame(frame: str) -> None:
    language = resources.language("zh")
    actual = read_actual(str(FRAMES[frame][0]), language)
    read = {word: read_planned(frame.format(word), [actual], [None], language, [""])[0] for word in MEASURES}
    assert {word: (each.value, each.maximum, each.qualifier) for word, each in read.items()} == dict.fromkeys(
        MEASURES, FRAMES[frame]
    )
