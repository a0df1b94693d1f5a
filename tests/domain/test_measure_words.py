"""Chinese counts with every measure word and unit in every frame of a planned text."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import read_actual, read_planned
from rbb_editor.domain.values import Qualifier

MEASURES = """
个 只 名 位 人 口 家 户 头 匹 条 根 支 枚 颗 粒 块 片 张 面 幅 帧 页 册 本 卷 部 套 份 件 项 桩 宗 起 例 次 回 场 届 期 轮 批 班 趟
遍 顿 台 架 辆 艘 列 座 栋 幢 所 间 层 处 道 扇 门 堂 课 节 段 篇 首 则 封 通 票 笔 单 种 类 款 版 集 辑 组 队 对 双 副 包 袋 箱 盒 桶
瓶 罐 盘 捆 束 株 棵 眼 盏 把 具 顶 床 尊 挺 股 章 幕 档 栏 行 席 桌 拨 阵 群 针 剂 帖 单元 模块 课时 学时 人次 人天 人日 人时 人月 工时
架次 班次 航次 车次 场次 批次 飞行小时 标准箱 公里 米 平方米 平方公里 公顷 亩 立方米 升 吨 公斤 加仑 英里 海里 小时
""".split()
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
