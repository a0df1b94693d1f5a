"""Which editor opens over a field, with what stands in it and what it says of the text while it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.figure import FRAME, FigureEdit
from rbb_editor.gui.table.editors.long_text import LongTextEdit, Note
from rbb_editor.gui.table.metrics import PAD_X, PAD_Y
from rbb_editor.gui.table.understanding import Understood, understand_completed, understand_planned

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

LINES = (Field.PLANNED, Field.COMPLETED, Field.LABEL)
"""The fields of one line."""


def figure_editor(view: "TableView", parent: QWidget, at: int, field: Field, as_read: Callable[[], None]) -> FigureEdit:
    """The editor of one of the `LINES` of row `at`; `as_read` makes the planned figure the one of the text again."""
    model, metrics, language = view.table_model, view.painter.setter.metrics, view.table_model.source.language
    _, figure = model.component(at)
    style = {Field.COMPLETED: metrics.figure, Field.PLANNED: metrics.body}.get(field, metrics.note)

    def understand(text: str) -> Understood:
        if field is Field.LABEL:
            return Understood(texts.WHAT_IS_COUNTED, "text3")
        if field is Field.COMPLETED:
            return understand_completed(text, figure, language)
        return understand_planned(text, language)

    editor = FigureEdit(parent, view.theme, style, metrics.note, understand, view.say)
    editor.place_text(round(metrics.px(PAD_X)) - FRAME, round(metrics.px(PAD_Y)) - FRAME, end=field is Field.PLANNED)
    editor.setText(model.text(at, field))
    if field is Field.PLANNED:
        editor.offer(view.say(texts.from_text(model.planned_as_read(at), language)), as_read)
    return editor


def text_editor(view: "TableView", parent: QWidget, at: int, field: Field, *, answer: bool) -> LongTextEdit:
    """The editor of long text of row `at`; `answer`: in the field below the question, begun with the stock opening."""
    model, metrics, language = view.table_model, view.painter.setter.metrics, view.table_model.source.language
    pad = round(metrics.px(PAD_X)) - FRAME
    editor = LongTextEdit(parent, view.theme, metrics.roomy, metrics.note, rtl=language.rtl, pad=pad)
    _, figure = model.component(at)
    if answer:
        editor.start(texts.opening(figure.outcome, language), prefilled=True)
    else:
        editor.start(model.text(at, field))
        editor.explain(view.say(texts.KEYS), _judge(view, field, figure, at))
    return editor


def _judge(view: "TableView", field: Field, figure: Figure, at: int) -> Callable[[str], Note | None]:
    """What is said of a text: whether it gives the reason that the figure needs."""
    say, model = view.say, view.table_model
    component, _ = model.component(at)
    language, planned = model.source.language, model.output(at).planned_text

    def judge(text: str) -> Note | None:
        if field is Field.PLANNED_TEXT or not needs_explanation(figure.outcome):
            return None
        if field is Field.REMARKS:
            found = bool(component.explanation or split_remarks(text, figure.outcome, language, planned).explanation)
        else:
            found = bool(text.strip())
        if found:
            return "met", "check", say(texts.REASON_FOUND)
        return "check", "circle-alert", say(texts.NO_REASON_YET)

    return judge
