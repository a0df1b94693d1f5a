"""Several certain mends at once: each with its place and redline, ticked before anything changes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.places import place_words
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import Button, prepare
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.drawing import Redline
from rbb_editor.gui.panels.mends import mended, touches_others, touches_plan
from rbb_editor.gui.panels.notes import words
from rbb_editor.i18n import Translator, isolated
from rbb_editor.project import Project
from rbb_editor.rules import Finding

Index = QModelIndex | QPersistentModelIndex
SIZE = (680, 520)
SPANS = Qt.ItemDataRole.UserRole
TICKED, NOT_TICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class MendDialog(QDialog):
    """`decided(list[Finding])`: mend these. Approved wording and mends of the whole report begin without a tick."""

    decided = Signal(object)

    def __init__(
        self, findings: list[Finding], project: Project, say: Translator, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._findings = findings
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        note = N_("Nothing changes before you press the button; one undo takes all of it back. The wording of planned "
                  "outputs is approved by the Assembly, so it starts without a tick, as does what changes the whole "
                  "report.")  # fmt: skip
        column.addWidget(words(say(note), "note"))
        self.list = QListWidget()
        self.list.setAccessibleName(say(N_("Mends")))
        self.list.setProperty("kind", "box")
        self.list.setItemDelegate(_Row(theme, self.list))
        self.list.setUniformItemSizes(True)
        for finding in findings:
            spans = mended(project.report, finding)
            place = say(place_words(project.report, finding.target, project.language))
            said = say(finding.message)
            item = QListWidgetItem(" · ".join(filter(None, (isolated(place), said, self._many(finding)))), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            asked = finding.mend is not None and (touches_plan(finding.mend) or touches_others(finding.mend))
            item.setCheckState(NOT_TICKED if asked else TICKED)
            item.setData(SPANS, spans)
            item.setToolTip(said)
        column.addWidget(self.list, 1)
        buttons = prepare(self, N_("Mend what is certain"), content, say, N_("&Mend"))
        made = buttons.button(Button.Ok)
        assert isinstance(made, QPushButton)
        self.go = made
        self.list.itemChanged.connect(self._count)
        self.list.itemActivated.connect(_toggle)
        self.resize(*SIZE)
        self._count()

    def chosen(self) -> list[Finding]:
        """What is ticked."""
        ticked = (self.list.item(at).checkState() == TICKED for at in range(self.list.count()))
        return [finding for finding, tick in zip(self._findings, ticked, strict=True) if tick]

    def accept(self) -> None:
        """Says what is to be mended."""
        chosen = self.chosen()
        super().accept()
        self.decided.emit(chosen)

    def _many(self, finding: Finding) -> str:
        """How many places a mend changes, where they are several."""
        count = _places(finding)
        return self._say(Text.of(N_("{count} place"), plural=N_("{count} places"), count=count)) if count > 1 else ""

    def _count(self) -> None:
        count = sum(map(_places, self.chosen()))
        text = Text.of(N_("&Mend {count} place"), plural=N_("&Mend {count} places"), count=count)
        self.go.setText(self._say(text))
        self.go.setEnabled(count > 0)


def _places(finding: Finding) -> int:
    return len(finding.mend.parts()) if finding.mend is not None else 0


def _toggle(item: QListWidgetItem) -> None:
    item.setCheckState(NOT_TICKED if item.checkState() == TICKED else TICKED)


class _Row(QStyledItemDelegate):
    """The sentence with its tick, the redline below."""

    HEIGHT, PITCH, START = 52, 20, 24

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._font = fonts.font(fonts.BODY_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        upper = QStyleOptionViewItem(option)
        upper.rect.setHeight(self.HEIGHT - self.PITCH - 4)
        super().paint(painter, upper, index)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        box = QRectF(option.rect).adjusted(0 if right else self.START, 0, -self.START if right else 0, 0)
        redline = Redline(index.data(SPANS), self._font, box.width(), self.PITCH, rtl=right)
        redline.draw(painter, QPointF(box.left(), box.bottom() - self.PITCH - 4), self._theme)
