"""What this report asks of its checks: on or off, how severe, from which threshold on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.folding import fold
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.panels.notes import words
from rbb_editor.i18n import Translator
from rbb_editor.rules import SEVERITY_NAMES, Rule, Severity

SIZE = (660, 560)
INSET = 5
"""Pixels on both sides of a number in its field."""


class ProfileDialog(QDialog):
    """`decided(tuple[RuleSetting])`: the report shall ask this."""

    decided = Signal(object)

    def __init__(self, rules: Iterable[Rule], profile: Iterable[RuleSetting], say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = [_Line(rule, say) for rule in rules]
        self._unknown = tuple(each for each in profile if each.rule not in {line.rule.name for line in self._lines})
        known = {each.rule: each for each in profile}
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for column, text in enumerate((N_("Rule"), N_("How severe"), N_("Threshold"))):
            grid.addWidget(words(say(text), "daily", wrap=False), 0, column)
        for row, line in enumerate(self._lines, start=1):
            line.show_setting(known.get(line.rule.name))
            grid.addWidget(line.on, row, 0)
            grid.addWidget(line.severity, row, 1)
            if line.threshold is not None:
                grid.addWidget(line.threshold, row, 2)
        grid.setRowStretch(len(self._lines) + 1, 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say(N_("Search rules")))
        self.search.setAccessibleName(say(N_("Search rules")))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._none = words(say(N_("No rule is about this.")), "note")
        self._none.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        column_of_all = QVBoxLayout(content)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addWidget(words(say(N_("These settings are kept in the report and go with it.")), "note"))
        column_of_all.addWidget(self.search)
        column_of_all.addWidget(self._none)
        column_of_all.addWidget(area, 1)
        buttons = prepare(self, N_("Checks of this report"), content, say, N_("OK"))
        self.house = buttons.addButton(say(N_("&House default")), QDialogButtonBox.ButtonRole.ResetRole)
        self.house.clicked.connect(self._reset)
        self.resize(*SIZE)

    def accept(self) -> None:
        """Says what was chosen."""
        self.decided.emit((*(line.setting() for line in self._lines), *self._unknown))
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search goes on to the first rule that was found; elsewhere it presses the button."""
        if not self.search.hasFocus() or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        found = next((line.on for line in self._lines if line.on.isVisible()), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _narrow(self, text: str) -> None:
        """Shows only the rules whose title or explanation has these words."""
        wanted = fold(text.strip()).text
        for line in self._lines:
            line.show_line(wanted in line.words)
        self._none.setVisible(not any(wanted in line.words for line in self._lines))

    def _reset(self) -> None:
        for line in self._lines:
            line.show_setting(None)


class _Line:
    """The fields of one rule."""

    def __init__(self, rule: Rule, say: Translator) -> None:
        self.rule = rule
        title = say(rule.title)
        self.words = fold(f"{title} {say(rule.about)} {rule.name}").text
        self.on = QCheckBox(title.replace("&", "&&"))
        self.on.setToolTip(f"<p>{say(rule.about)}</p>")
        self.severity = QComboBox()
        for severity in Severity:
            self.severity.addItem(say(SEVERITY_NAMES[severity]), severity.value)
        self.severity.setAccessibleName(f"{title}: {say(N_('How severe'))}")
        self.threshold: QDoubleSpinBox | None = None
        if rule.threshold is not None:
            field = self.threshold = QDoubleSpinBox()
            field.setDecimals(0)
            field.lineEdit().setTextMargins(INSET, 0, INSET, 0)  # the style sheet leaves none
            field.setRange(rule.threshold.least, rule.threshold.most)
            field.setToolTip(say(rule.threshold.unit))
            field.setAccessibleName(f"{title}: {say(rule.threshold.unit)}")
        self.on.toggled.connect(self._follow)

    def show_line(self, shown: bool) -> None:
        """Shows or hides the rule."""
        for field in (self.on, self.severity, self.threshold):
            if field is not None:
                field.setVisible(shown)

    def show_setting(self, setting: RuleSetting | None) -> None:
        """Shows what the report asks, None: what the house does."""
        self.on.setChecked(setting is None or setting.on)
        severity = setting.severity if setting is not None and setting.severity else self.rule.severity.value
        self.severity.setCurrentIndex(self.severity.findData(severity))
        if self.threshold is not None and self.rule.threshold is not None:
            asked = setting.threshold if setting is not None else None
            self.threshold.setValue(self.rule.threshold.default if asked is None else asked)
        self._follow()

    def setting(self) -> RuleSetting:
        """What is chosen."""
        severity = str(self.severity.currentData())
        threshold = None
        if self.threshold is not None and self.rule.threshold is not None:
            value = self.threshold.value()
            threshold = None if value == self.rule.threshold.default else value
        own = None if severity == self.rule.severity.value else severity
        return RuleSetting(self.rule.name, self.on.isChecked(), own, threshold)

    def _follow(self) -> None:
        self.severity.setEnabled(self.on.isChecked())
        if self.threshold is not None:
            self.threshold.setEnabled(self.on.isChecked())
