"""Chinese letters are as heavy on the dark ground as on the light one."""

import os
import subprocess
import sys

import pytest

from rbb_editor.gui.look.fonts import PROPERTIES

DRAWN = """
import sys
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme

app = QApplication([])
theme = Theme(app, dark=sys.argv[1] == "dark")
font = fonts.font(16)
picture = QImage(400, 40, QImage.Format.Format_ARGB32_Premultiplied)
ground, ink = theme.colour("surface"), theme.colour("text")
picture.fill(ground)
painter = QPainter(picture)
painter.setFont(font)
painter.setPen(ink)
painter.drawText(QPointF(5, 28), "产出高于计划数目原因是需求增加")
painter.end()
span = ink.green() - ground.green()
print(sum((picture.pixelColor(x, y).green() - ground.green()) / span for y in range(40) for x in range(400)))
"""


def ink(theme: str) -> float:
    """How much of the picture the letters cover."""
    fresh = {name: value for name, value in os.environ.items() if name != PROPERTIES}  # a dark theme here has set it
    done = subprocess.run([sys.executable, "-c", DRAWN, theme], capture_output=True, text=True, check=True, env=fresh)
    return float(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="only FreeType is asked to")
def test_chinese_is_as_heavy_in_the_dark_theme_as_in_the_light_one():
    light, dark = ink("light"), ink("dark")
    assert light > 300
    assert 0.85 < dark / light < 1.15
