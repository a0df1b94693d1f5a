"""Help while a reason is typed: kinds of cause with their stock phrases, and reasons that stand elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.editors.offers import Offers
from rbb_editor.gui.table.metrics import CHIP
from rbb_editor.gui.to_the_letter import text_in
from rbb_editor.project.reasons_used import ReasonsUsed, earlier_offers

if TYPE_CHECKING:
    from rbb_editor.domain.values import Outcome
    from rbb_editor.gui.table.editing import Open
    from rbb_editor.gui.table.view import TableView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_WIDTH = 420


class Answering:
    """The help for the reason of one table."""

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self._used: ReasonsUsed | None = None
        self._offers: Offers | None = None
        self._by_itself = self._wanted = False

    # reasons used elsewhere

    def begin(self, editor: LongTextEdit) -> None:
        """A reason is being typed; what an earlier report gives is offered before the first letter."""
        self._used = None
        self._wanted = False
        editor.textChanged.connect(self._typed)
        QTimer.singleShot(0, editor, self.refresh)  # when the editor has its place

    def end(self) -> None:
        """The editor is gone."""
        if self._offers is not None:
            self._offers.hide()

    def refresh(self) -> None:
        """Offers what earlier reports give where nothing is typed yet; called again when they have been read."""
        now = self._explaining()
        if now is None:
            return
        found = self._view.earlier(now.output, now.component)
        if found is None:
            return
        if self._wanted:
            self.take_earlier()
        elif found and not now.editor.text().strip():
            self._show(only_earlier=True)

    def take_earlier(self) -> None:
        """Puts the reason of the last earlier report into the explanation's editor, opening it where it is not open."""
        view, index = self._view, self._view.currentIndex()
        if not index.isValid() or view.table_model.row(index.row()).component is None:
            return
        if self._explaining() is None:
            view.edit_field(Field.EXPLANATION)
        now = self._explaining()
        if now is None:
            return
        found = self._view.earlier(now.output, now.component)
        self._wanted = found is None
        if found:
            self._take(found[0])
        elif found is not None:
            view.said.emit(texts.NO_EARLIER)

    def _explaining(self) -> "Open | None":
        """The open editor where it is that of a reason."""
        now = self._view.open_editor
        is_one = now is not None and now.field is Field.EXPLANATION and isinstance(now.editor, LongTextEdit)
        return now if is_one else None

    def key(self, event: QKeyEvent) -> bool:
        """The keys of the list of offered reasons; whether `event` was one."""
        now, offers = self._view.open_editor, self._offers
        if now is None or now.field is not Field.EXPLANATION or not isinstance(now.editor, LongTextEdit):
            return False
        key = event.key()
        if key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._show()
            return True
        if offers is None or not offers.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Down and now.editor.textCursor().atEnd():
            return offers.step(1)
        if key == Qt.Key.Key_Up and offers.chosen() is not None:
            return offers.step(-1)
        if key == Qt.Key.Key_Escape:
            offers.hide()
            return not self._by_itself
        if key in (*ENTER, Qt.Key.Key_Tab) and (text := offers.chosen()) is not None:
            self._take(text)
            return True
        return False

    def _typed(self) -> None:
        now = self._view.open_editor
        if now is None or not isinstance(now.editor, LongTextEdit) or not now.editor.hasFocus():
            return
        if now.editor.text().strip():
            self._show()
        elif self._offers is not None:
            self._offers.hide()

    def _show(self, *, only_earlier: bool = False) -> None:
        view, now = self._view, self._view.open_editor
        if now is None or not isinstance(now.editor, LongTextEdit):
            return
        source = view.table_model.source
        if self._offers is None:
            self._offers = Offers(view.viewport(), view.say)
            self._offers.taken.connect(self._take)
        self._offers.setFocusProxy(now.editor)
        self._offers.setLayoutDirection(now.editor.layoutDirection())
        earlier = self._view.earlier(now.output, now.component) or ()
        self._by_itself = only_earlier
        self._offers.setFont(view.painter.setter.metrics.body.font)
        if only_earlier:
            offers = earlier_offers(earlier, self._outcome(), source.language)
        else:
            if self._used is None:
                self._used = ReasonsUsed(source.report, source.reader, source.language, now.component)
            offers = self._used.offers(text_in(now.editor.document()), self._outcome(), earlier)
        self._offers.show_offers(offers, self._wide(self._box()))

    def _box(self) -> QRect:
        """Below the editor and the chips under it; above it where there is no room."""
        view, now = self._view, self._view.open_editor
        assert now is not None
        editor, room = now.editor.geometry(), view.viewport().rect()
        below = editor.bottom() + 4 + (round(view.painter.setter.metrics.px(CHIP + 10)) if now.answer else 0)
        if room.bottom() - below >= editor.top():
            return QRect(editor.left(), below, editor.width(), max(0, room.bottom() - below))
        least = round(view.painter.setter.metrics.px(60))
        if room.bottom() - below >= least:
            return QRect(editor.left(), below, editor.width(), room.bottom() - below)
        bottom = editor.top() - round(view.painter.setter.metrics.px(30))  # the question stays in sight
        return QRect(editor.left(), 0, editor.width(), max(0, bottom))

    def _wide(self, box: QRect) -> QRect:
        """As wide as a line of a reason needs, beyond the start of the editor where that is narrow."""
        view = self._view
        missing = round(view.painter.setter.metrics.px(LEAST_WIDTH)) - box.width()
        if missing <= 0:
            return box
        if view.isRightToLeft():
            return box.adjusted(0, 0, min(missing, view.viewport().width() - 4 - box.right()), 0)
        return box.adjusted(-min(missing, box.left() - 4), 0, 0, 0)

    def _take(self, text: str) -> None:
        now = self._view.open_editor
        if now is not None and isinstance(now.editor, LongTextEdit):
            now.editor.replace_all(text)
            self.end()

    def _outcome(self) -> "Outcome":
        now, model = self._view.open_editor, self._view.table_model
        assert now is not None
        figures = model.source.reader.figures(model.source.report.output(now.output))
        return next(figure.outcome for figure in figures if figure.component_id == now.component)

    # kinds of cause

    def offer_causes(self) -> None:
        """Opens the menu of kinds of cause for the current row."""
        view, index = self._view, self._view.currentIndex()
        if not index.isValid():
            return
        if view.table_model.source.read_only:
            view.said.emit(texts.READ_ONLY)
            return
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cause, words in texts.CAUSES:
            menu.addAction(view.say(words)).setData(cause)
        menu.triggered.connect(self._chosen)
        rect = view.visualRect(index)
        menu.popup(view.viewport().mapToGlobal(rect.bottomLeft() if not view.isRightToLeft() else rect.bottomRight()))

    def _chosen(self, action: QAction) -> None:
        self.use_cause(action.data())

    def use_cause(self, cause: str) -> None:
        """Puts the stock phrase of a kind of cause into the explanation's editor, opening it where it is not open."""
        view = self._view
        index = view.currentIndex()
        if not index.isValid():
            return
        if view.open_editor is None or view.open_editor.field is not Field.EXPLANATION:
            view.edit_field(Field.EXPLANATION)
        now = view.open_editor
        if now is None or not isinstance(now.editor, LongTextEdit):
            return
        _, figure = view.table_model.component(index.row())
        now.editor.replace_all(texts.stock_phrase(cause, figure.outcome, view.table_model.source.language))
        self.end()
