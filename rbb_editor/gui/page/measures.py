"""The measures of a page, in twips. Source: the layout study of General Assembly documents; Word has the same."""

PAGE_WIDTH, PAGE_HEIGHT = 12240, 15840
TOP, BOTTOM, LEFT = 1742, 1900, 1188
WIDTH = 9864
"""Of the text, and of the results tables."""
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
HEAD_TOP, HEAD_HEIGHT = 576, 864
FOOT_BOTTOM = 1030
SIDE = 1267
"""Indent of the body column at either side."""
BODY = WIDTH - 2 * SIDE
COLUMNS = (4150, 1240, 4474)
COMPLETED_PAD = 43
PLANNED_END, REMARKS_START, REMARKS_END = 187, 86, 43
CELL_GAP, PARAGRAPH_GAP = 40, 60
AFTER_TABLE = 200
THIN, THICK = 10, 30
SHORT_FORMS = 3267
"""Width of the column of the abbreviations' short forms."""
POINTS = 20
"""Twips of a point."""
EMBLEM = (1125, 956)
BORDER = 10
BAR, BAR_GAP = 20, 240
"""The bar beside what has changed, and how far left of the text it stands."""
