"""How a report comes in and goes out: one file per format, one line each in `registry.FORMATS`.

- In: a reader turns a file into a stream of `blocks`: `text_reader` (`encoding`, `separators`, `text_columns`,
  `layout_text`, `hyphens`), `docx_reader` (`docx.read`, `archive`, `revisions`), `json_reader` (`json_fields`); none
  larger than `limits`.
- From blocks to a report: `assemble`, with all that it repaired, guessed or left out (`imported`, `notebook`). What a
  block is: `outline` (`body_start`, `headings`, `kinds`, `levels`, `worded_headings`, `open_sections`, `lone_numbers`,
  `bold_headings`, `page_furniture`), `front_matter` (`dates`, `abbreviations`), `printed_letters`, `flat_lists`,
  `framework_tables`, `tabbed`; `wording` by which it is known,
  `language_guess`. Tables: `tables`, `unknown_heads`, `no_outputs`, `entries`, `markup`. Rows: `drafts`, `grouping`,
  `evidence`, `page_repairs`, `cell_repairs`, `several_outputs`, `sharing`, `unspaced_seam`, `paragraphs`, `build`.
- Out: `docx_writer` (`docx.render`, `word_options`), `xlsx_writer` (`xlsx`), `json_writer`, `check_report` render what
  `document` composes, whole or not at all (`atomic`).
"""
