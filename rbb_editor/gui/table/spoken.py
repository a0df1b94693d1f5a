"""What the cells of the table say in words, signs too: for screen readers and the clipboard."""

from typing import TYPE_CHECKING

from rbb_editor.gui.look.signs import figure_words
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.annotations import comments_on, findings_on, missing_reason
from rbb_editor.gui.table.columns import Field
from rbb_editor.rules import SEVERITY_NAMES

if TYPE_CHECKING:
    from rbb_editor.gui.table.model import TableModel


def spoken(model: "TableModel", at: int, field: Field) -> str:
    """What a cell says; a heading row the same in all cells."""
    if model.rows[at].component is None:
        return _heading(model, at)
    say, language = model.translator, model.source.language
    match field:
        case Field.NUMBER:
            return str(model.number(at))
        case Field.COMPLETED:
            component, figure = model.component(at)
            words = say(figure_words(figure, language))
            return f"{component.completed}\n{words}"
        case Field.REMARKS:
            component, _ = model.component(at)
            parts = [component.label or "", component.remarks]
            if component.explanation:
                parts.append(f"{say(texts.REASON)}: {component.explanation}")
            elif missing_reason(model, at):
                parts.append(say(texts.REASON_MISSING))
            return "\n".join(part for part in parts if part)
        case Field.FINDINGS:
            return "\n".join(f"{say(SEVERITY_NAMES[f.severity])}: {say(f.message)}" for f in findings_on(model, at))
        case Field.COMMENTS:
            return "\n".join(f"{comment.author}: {comment.text}" for comment in comments_on(model, at))
        case Field.PLANNED if not model.component(at)[1].read:
            return f"{model.text(at, field)}\n{say(texts.BY_HAND)}"
        case _:
            return model.text(at, field)


def _heading(model: "TableModel", at: int) -> str:
    phrases = model.source.language.phrases
    section = model.heading(at)[-1]
    return phrases["accomplishment_form"].format(number=section.number, title=section.title)
