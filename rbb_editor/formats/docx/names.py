"""Names that writer and reader share: XML namespaces and the styles by which the program knows its own paragraphs."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OWN = "urn:rbb-editor:word:1"
"""Namespace of our own part in a file that we wrote (see `marks`)."""

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

# Ids and names of paragraph styles. UN names begin with "_ " as in the Secretariat's templates.
SYMBOL = ("RBBSymbol", "RBB Symbol")
SESSION = ("RBBSession", "RBB Session")
AGENDA_ITEM = ("RBBAgendaItem", "RBB Agenda Item")
AGENDA_TITLE = ("RBBAgendaTitle", "RBB Agenda Title")
TITLE = ("TitleHCH", "Title_H_CH")
AUTHOR = ("TitleH1", "Title_H_1")
ADDENDUM = ("TitleH2", "Title_H_2")
SUMMARY_HEAD = ("RBBSummaryHead", "RBB Summary Head")
SUMMARY_TEXT = ("RBBSummaryText", "RBB Summary Text")
CONTENTS_HEAD = ("RBBContentsHead", "RBB Contents Head")
PAGE_WORD = ("RBBPageWord", "RBB Page Word")
ABBREVIATIONS_HEAD = ("RBBAbbreviationsHead", "RBB Abbreviations Head")
SHORT = ("RBBShort", "RBB Abbreviation")
LONG = ("RBBLong", "RBB Abbreviation Long")
SECTION = ("HCh", "_ H_Ch")
DEPARTMENT = ("H1", "_ H_1")
OFFICE = ("H23", "_ H_2/3")
ACCOMPLISHMENT = ("RBBAccomplishment", "RBB Expected Accomplishment")
TABLE_HEAD = ("RBBTableHead", "RBB Table Head")
PLANNED = ("RBBPlanned", "RBB Planned Output")
COMPLETED = ("RBBCompleted", "RBB Completed")
OUTCOME = ("RBBOutcome", "RBB Outcome")
REMARKS = ("RBBRemarks", "RBB Remarks")
EXPLANATION = ("RBBExplanation", "RBB Explanation")
COMMENT_TEXT = ("CommentText", "annotation text")
COMMENT_REFERENCE = ("CommentReference", "annotation reference")
NO_BREAK_SPACE = ("RBBNoBreak", "RBBNoBreak")
"""Marks a no-break space of a text's own; id and name are alike, as LibreOffice makes the id from the name.

Where a file has this style, other no-break spaces after figures were made for print."""
SIGN_OFF = ("RBBSignOff", "RBB Sign-off")
