"""What a Word file shall show: asked before it is written, with the answers of the last time."""

import json
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor import settings
from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import Button, prepare
from rbb_editor.gui.dialogs.since import Since
from rbb_editor.gui.menus import without_mnemonic
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.sent import sent_of
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.word_choices import Choices

ID = Qt.ItemDataRole.UserRole
LIST_HEIGHT, WIDTH = 132, 420
REMEMBERED = ("comments", "findings", "outcome", "watermark", "sign_off")
"""What is likely to fit the next file too."""


class WordChoices(QDialog):
    """`decided(Choices)`: write the file so."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, project: Project, say: Translator, session: Session) -> None:
        super().__init__(parent)
        self._say, self._session = say, session
        self.departments = QListWidget()
        self.departments.setProperty("kind", "box")
        self.departments.setMaximumHeight(LIST_HEIGHT)
        self.departments.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in project.report.sections():
            item = QListWidgetItem(f"{section.number}. {section.title}")
            item.setData(ID, section.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.departments.addItem(item)
        self.comments = QCheckBox(say(N_("&Comments and waivers")))
        self.findings = QCheckBox(say(N_("&Findings of the checks, as comments")))
        self.outcome = QCheckBox(say(N_("A column with the &outcome of each figure")))
        self.sign_off = QCheckBox(say(N_("Places to &sign at the end")))
        self.since = Since(project, say, sent_of(session, project.path))
        self.watermark = QLineEdit()
        self.watermark.setPlaceholderText(say(N_("none")))
        content = QWidget()
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.all = link(say(N_("All")), say(N_("Tick every department")))
        self.none = link(say(N_("None")), say(N_("Tick no department, to choose a few of them")))
        self.all.clicked.connect(partial(self._tick, Qt.CheckState.Checked))
        self.none.clicked.connect(partial(self._tick, Qt.CheckState.Unchecked))
        head = QHBoxLayout()
        head.addWidget(self._label(N_("&Departments"), self.departments))
        head.addStretch(1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        nest(column, head)
        column.addWidget(self.departments, 1)
        for box in (self.comments, self.findings, self.outcome, self.sign_off):
            column.addWidget(box)
        column.addWidget(self._label(N_("&Tracked changes"), self.since.kind))
        column.addWidget(self.since)
        column.addWidget(self._label(N_("&Watermark"), self.watermark))
        column.addWidget(self.watermark)
        buttons = prepare(self, N_("Word document"), content, say, N_("Export"))
        self.export = buttons.button(Button.Ok)
        self.departments.itemChanged.connect(self._judge)
        self.departments.setFocus()
        self._recall()

    def accept(self) -> None:
        """Says what was chosen, and remembers what fits the next report too."""
        choices = Choices(
            departments=self._chosen(),
            comments=self.comments.isChecked(),
            findings=self.findings.isChecked(),
            earlier=self.since.chosen(),
            watermark=self.watermark.text().strip(),
            sign_off=self.sign_off.isChecked(),
            outcome=self.outcome.isChecked(),
        )
        kept = {name: getattr(choices, name) for name in REMEMBERED}
        self._session.put(settings.WORD_CHOICES, json.dumps(kept))
        super().accept()
        self.decided.emit(choices)

    def _tick(self, state: Qt.CheckState, _checked: bool = False) -> None:
        for row in range(self.departments.count()):
            self.departments.item(row).setCheckState(state)

    def _judge(self) -> None:
        """Without any department there is nothing to write, and not the whole report."""
        rows = range(self.departments.count())
        some = any(self.departments.item(row).checkState() is Qt.CheckState.Checked for row in rows)
        self.export.setEnabled(some or not rows)
        self.export.setToolTip("" if some else self._say(N_("Tick a department first")))

    def _chosen(self) -> frozenset[str]:
        """The ids of the ticked departments; none where all are."""
        items = [self.departments.item(row) for row in range(self.departments.count())]
        ticked = frozenset(item.data(ID) for item in items if item.checkState() is Qt.CheckState.Checked)
        return ticked if len(ticked) < len(items) else frozenset()

    def _label(self, words: str, field: QWidget) -> QLabel:
        label = QLabel(self._say(words))
        label.setBuddy(field)
        field.setAccessibleName(without_mnemonic(self._say(words)))
        return label

    def _recall(self) -> None:
        try:
            kept = json.loads(self._session.get(settings.WORD_CHOICES))
        except ValueError:
            kept = {}
        kept = kept if isinstance(kept, dict) else {}
        self.comments.setChecked(bool(kept.get("comments", True)))
        self.findings.setChecked(bool(kept.get("findings", False)))
        self.outcome.setChecked(bool(kept.get("outcome", False)))
        self.sign_off.setChecked(bool(kept.get("sign_off", False)))
        self.watermark.setText(str(kept.get("watermark", "")))
