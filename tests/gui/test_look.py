"""The look: contrasts of the tokens, the theme on the application, icons and signs that are drawn."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rbb_editor import resources
from rbb_editor.domain.values import Actual, ActualKind, Outcome, Planned, PlannedKind
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.icons import pixmap
from rbb_editor.gui.look.sheet import style_sheet
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.look.tokens import DARK, LIGHT, Palette
from rbb_editor.i18n import Translator
from rbb_editor.rules.rule import Severity

TEXTS = ("text", "text2", "text3", "accent", "met", "exceeded", "shortfall", "unclear", "check", "inserted", "deleted")


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("token", TEXTS)
def test_texts_can_be_read_on_every_ground(palette: Palette, token: str) -> None:
    for ground in ("surface", "chrome", "sel"):
        assert contrast(getattr(palette, token), getattr(palette, ground)) >= 4.5, ground


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_fields_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.control, palette.surface) >= 3
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.deleted, palette.deleted_back) >= 4.5
    assert contrast(palette.inserted, palette.inserted_back) >= 4.5


def test_the_style_sheet_has_no_open_places() -> None:
    assert "$" not in style_sheet(LIGHT)


def test_the_theme_is_forced_and_tells_of_it(theme: Theme, qtbot: object) -> None:
    with qtbot.waitSignal(theme.changed):  # type: ignore[attr-defined]
        theme.force(True)
    assert (theme.dark, theme.tokens) == (True, DARK)
    assert theme.colour("text") == QColor(DARK.text)
    theme.force(False)
    assert (theme.dark, theme.tokens) == (False, LIGHT)


def drawn(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name().upper() for colour in pixels if colour.alpha() == 255}


def test_every_icon_is_drawn_in_its_colour_at_every_scale(qapp: object) -> None:
    names = sorted(path.stem for path in resources.icon("x").parent.glob("*.svg"))
    assert len(names) > 20
    for name in names:
        for ratio in (1.0, 1.5, 2.0):
            made = pixmap(name, "#1D5FB4", 16, ratio)
            assert made.width() == 16 * ratio
            assert any(
                made.toImage().pixelColor(x, y).alpha() for x in range(made.width()) for y in range(made.height())
            )
    assert "#1D5FB4" in drawn(pixmap("circle-alert", "#1D5FB4", 48, 1.0).toImage())


def test_an_icon_of_the_theme_is_sharp_mirrored_and_pale_when_disabled(theme: Theme) -> None:
    icon = theme.icon("undo-2", "accent")
    assert icon.pixmap(18, 18).toImage() != theme.icon("undo-2", "accent", mirrored=True).pixmap(18, 18).toImage()
    assert icon.pixmap(18, 18, QIcon.Mode.Disabled).toImage() != icon.pixmap(18, 18).toImage()


def test_an_unknown_icon_is_a_bug(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_the_signs_of_the_outcomes_differ_in_shape(qapp: object) -> None:
    shapes = set()
    for outcome in Outcome:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        signs.paint_outcome(painter, outcome, LIGHT, QRectF(2, 2, 20, 20))
        painter.end()
        shapes.add(tuple(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24)))
    assert len(shapes) == len(Outcome)


def test_the_signs_of_the_severities_are_drawn(qapp: object) -> None:
    for severity in Severity:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        signs.paint_severity(painter, severity, LIGHT, QRectF(2, 2, 20, 20))
        painter.end()
        assert drawn(image), severity


@pytest.mark.parametrize(
    ("planned", "actual", "outcome", "words"),
    [
        (Planned(PlannedKind.QUANTITY, 85), Actual(ActualKind.QUANTITY, 101), Outcome.EXCEEDED, "16 over"),
        (Planned(PlannedKind.QUANTITY, 10), Actual(ActualKind.QUANTITY, 6), Outcome.SHORTFALL, "4 short"),
        (Planned(PlannedKind.PERCENT, 90), Actual(ActualKind.PERCENT, 70), Outcome.SHORTFALL, "20 points short"),
        (Planned(PlannedKind.PERCENT, 90), Actual(ActualKind.PERCENT, 89), Outcome.SHORTFALL, "1 point short"),
        (Planned(PlannedKind.YES_NO, True), Actual(ActualKind.YES_NO, False), Outcome.SHORTFALL, "not done"),
        (Planned(PlannedKind.QUANTITY, 5), Actual(ActualKind.QUANTITY, 5), Outcome.MET, "met"),
        (Planned(PlannedKind.QUANTITY, 5), Actual(ActualKind.MISSING), Outcome.UNCLEAR, "no figure"),
        (Planned(PlannedKind.QUANTITY, 5), Actual(ActualKind.TEXT), Outcome.UNCLEAR, "cannot compare"),
    ],
)
def test_outcomes_in_words(planned: Planned, actual: Actual, outcome: Outcome, words: str) -> None:
    say = Translator()
    assert say(signs.outcome_words(planned, actual, outcome, resources.language("en"))) == words


def test_a_name_that_stands_for_a_font_is_followed_by_that_font(qapp: object) -> None:
    meant = QFontInfo(QFont("Sans Serif")).family()
    assert fonts.families("Sans Serif")[1] == (fonts.CHINESE[0] if "CJK" in meant or not meant else meant)


def test_fonts_name_the_families_for_chinese_and_arabic(qapp: object) -> None:
    found = fonts.families("Inter")
    assert found[0] == "Inter"
    assert found.index("Noto Sans CJK SC") < found.index("Noto Sans Arabic")
    assert fonts.font(13).pixelSize() == 13


@pytest.mark.parametrize(("language", "pitch"), [("en", 20), ("zh", 21), ("ar", 23)])
def test_line_heights_by_script(language: str, pitch: float) -> None:
    assert fonts.line_pitch(language) == pitch


def test_a_theme_that_follows_another_one_brings_its_own_style_sheet(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(fonts.PROPERTIES, "")  # what a dark theme sets in the whole process is not for other tests
    Theme(qapp, dark=True)
    Theme(qapp, dark=False)
    assert qapp.styleSheet() == style_sheet(LIGHT)
    assert qapp.palette().window().color() == QColor(LIGHT.chrome)
