"""Excel files: the words and the look of the workbook, and the rows of its sheets."""
