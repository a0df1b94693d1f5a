"""The sentences of the table, marked for translation in one place. No Qt."""

from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import deviation
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome, Planned
from rbb_editor.gui.look.signs import number_text
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.notation import write_planned

REASON = Text.of(N_("Reason"))
REASON_MISSING = Text.of(N_("Reason missing"))
REASON_FOUND = Text.of(N_("Reason found"))
NO_REASON_YET = Text.of(N_("No reason yet"))
KEYS = Text.of(N_("Ctrl+Enter done · Esc cancel"))
BY_HAND = Text.of(N_("by hand"))
NOT_UNDERSTOOD = Text.of(N_("not understood"))
AS_READ = Text.of(N_("as read"))
WHAT_IS_COUNTED = Text.of(N_("what this figure counts"))
MORE = Text.of(N_("More"))
NO_EARLIER = Text.of(N_("Last year’s report gives no reason that fits this figure."))
PLANNED_REFUSED = Text.of(N_("That is no planned figure, so the planned figure stays as it was."))
READ_ONLY = Text.of(
    N_("This report is open for reading only: nothing can be changed here. “Save a copy” makes one to work on.")
)
NO_FURTHER_ROW = Text.of(
    N_("There is no further row here: Ctrl+PgDown and Ctrl+PgUp go to the next and the previous accomplishment.")
)
NOTHING_TYPED = Text.of(N_("Nothing is typed into this column: F2 leads to what is said of the row."))
PASTE = Text.of(N_("Paste cells"))
NO_PLACE = Text.of(N_("Rows are pasted below a row, or into the table of an expected accomplishment."))
FILL = Text.of(N_("Fill cells"))
WORDING_STAYS = Text.of(
    N_("The wording of a planned output is not emptied with Delete: F2 edits it, Ctrl+Shift+Delete deletes the output.")
)
CLEAR = Text.of(N_("Clear cells"))

FIELD_NAMES = {
    Field.NUMBER: Text.of(N_("Number")),
    Field.PLANNED_TEXT: Text.of(N_("Planned output")),
    Field.PLANNED: Text.of(N_("Planned figure")),
    Field.COMPLETED: Text.of(N_("Completed figure")),
    Field.REMARKS: Text.of(N_("Remarks")),
    Field.EXPLANATION: Text.of(N_("Reason")),
    Field.LABEL: Text.of(N_("What is counted")),
    Field.FINDINGS: Text.of(N_("Findings")),
    Field.COMMENTS: Text.of(N_("Comments")),
}

CAUSES = (
    ("cause_demand", Text.of(N_("Demand"))),
    ("cause_decision", Text.of(N_("Decision of a body"))),
    ("cause_resources", Text.of(N_("Resources or staff"))),
    ("cause_schedule", Text.of(N_("Schedule or priorities"))),
    ("cause_partners", Text.of(N_("Dependence on others"))),
    ("cause_method", Text.of(N_("Method changed"))),
    ("cause_access", Text.of(N_("Security or access"))),
    ("cause_data", Text.of(N_("Data or reporting"))),
)
"""Kinds of cause, the most frequent first: the key of its stock phrase in the document language, and its chip."""


def from_text(planned: Planned, language: Language) -> Text:
    """The way back from a planned figure set by hand."""
    return Text.of(N_("From the text: {figure}"), figure=write_planned(planned, language))


def cut(left: int) -> Text:
    """Below a text of which only the beginning is shown."""
    return Text.of(
        N_("… {count} further character. Open the field to read it."),
        plural=N_("… {count} further characters. Open the field to read them."),
        count=left,
    )


def question(figure: Figure, language: Language) -> Text:
    """What the program asks where a deviation has no reason: "55 more than planned. Why?"."""
    by = deviation(figure.planned, figure.total)
    if by is None or by == 0:
        return Text.of(N_("Not done. Why?"))
    number = number_text(abs(by), figure.total, language)
    if by > 0:
        return Text.of(N_("{number} more than planned. Why?"), number=number)
    return Text.of(N_("{number} fewer than planned. Why?"), number=number)


def opening(outcome: Outcome, language: Language) -> str:
    """The stock opening of an explanation in the document language; "" where nothing is to explain."""
    match outcome:
        case Outcome.SHORTFALL:
            return language.phrases["stock_shortfall"]
        case Outcome.EXCEEDED:
            return language.phrases["stock_excess"]
        case _:
            return ""


def stock_phrase(cause: str, outcome: Outcome, language: Language) -> str:
    """The stock opening with the phrase of a kind of cause."""
    side = "excess" if outcome is Outcome.EXCEEDED else "shortfall"
    phrase = language.phrases.get(f"{cause}_{side}") or language.phrases[cause]
    return opening(outcome, language) + phrase
