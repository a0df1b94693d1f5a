"""What a rule is about, with an example, and how it stands in this report."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.panels.notes import words
from rbb_editor.i18n import Translator
from rbb_editor.rules import SEVERITY_NAMES, Rule, Severity

WIDTH = 460


class ExplainDialog(QDialog):
    """The title of a rule, why it is there, a wrong and a right example."""

    def __init__(self, rule: Rule, report: Report, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        content = QWidget()
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(words(say(rule.title), "title"))
        self.about: QLabel = words(say(rule.about))
        column.addWidget(self.about)
        column.addWidget(words(say.sentences(map(say, _standing(rule, report))), "note"))
        prepare(self, N_("About this check"), content, say)


def _standing(rule: Rule, report: Report) -> list[Text]:
    """The name of the rule, and how severe it is in this report."""
    setting = next((each for each in report.info.profile if each.rule == rule.name), None)
    severity = Severity(setting.severity) if setting is not None and setting.severity else rule.severity
    said = [Text.of(N_("Name of the check: {name}."), name=rule.name)]
    said.append(Text.of(N_("In this report: {severity}."), severity=SEVERITY_NAMES[severity]))
    if setting is not None and setting.severity:
        said.append(Text.of(N_("The house has it as: {severity}."), severity=SEVERITY_NAMES[rule.severity]))
    return said
