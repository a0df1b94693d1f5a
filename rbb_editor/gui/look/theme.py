"""The theme: the tokens made into Qt's palette, the style sheet and the fonts of the running program."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.look import fonts, icons
from rbb_editor.gui.look.sheet import style_sheet
from rbb_editor.gui.look.tokens import DARK, LIGHT, Palette


class Theme(QObject):
    """The look of one application: follows the system's light or dark scheme unless forced.

    `tokens` are the colours now; `changed` is emitted after they have changed: whoever paints or holds icons redraws.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, dark: bool | None = None) -> None:
        """Applies the look to `app`; `dark` None follows the system."""
        super().__init__(app)
        self._app = app
        self._family = app.font().family()
        self.dark = False
        self.tokens: Palette = LIGHT
        fonts.even_strokes(dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark if dark is None else dark)
        app.setFont(fonts.font(base=self._family))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.force(dark)

    def force(self, dark: bool | None) -> None:
        """Light, dark, or (None) what the system says."""
        scheme = Qt.ColorScheme.Unknown if dark is None else Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        self._forced = dark
        self._app.styleHints().setColorScheme(scheme)
        self._follow()

    def colour(self, token: str) -> QColor:
        """The colour of a token now."""
        return QColor(getattr(self.tokens, token))

    def icon(self, name: str, token: str = "text", *, mirrored: bool = False) -> QIcon:  # noqa: S107
        """An icon in the colour of a token; disabled in the disabled colour. Ask again after `changed`."""
        return icons.icon(name, getattr(self.tokens, token), self.tokens.disabled, mirrored=mirrored)

    def pixmap(self, name: str, token: str, size: float, ratio: float) -> QPixmap:
        """An icon as a picture, for what is painted by hand."""
        return icons.pixmap(name, getattr(self.tokens, token), size, ratio)

    def _follow(self) -> None:
        system_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self.dark = system_dark if self._forced is None else self._forced
        tokens = DARK if self.dark else LIGHT
        sheet = style_sheet(tokens)
        if tokens is self.tokens and self._app.styleSheet() == sheet:
            return
        self.tokens = tokens
        self._app.setPalette(_qt_palette(tokens))
        self._app.setStyleSheet(sheet)
        self.changed.emit()


def _qt_palette(tokens: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.chrome,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.rule,
        role.Dark: tokens.control,
        role.Shadow: tokens.rule,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    return made
