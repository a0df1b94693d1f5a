"""What a report is: frozen values with stable ids, and pure functions over them; only msgspec and the standard library.

- The report: `entities`, `report` (all by id), `change` (the record of every edit), `ids`, `rank`, `profile`; its texts
  `wording`, where they stand `places`, `lettering`, how many `length`; states of it `differences`, `redline`,
  `fingerprint`.
- Languages: `language`, `phrases` and their signs (`wildcards`, `choices`, `gaps`), `folding`, `style`, `slips`; `text`
  of the program itself, `clean` of what is typed.
- Figures: `numerals` in a text (`numeral`, `number_characters`, `duals`, `named_numbers`) → `counts` (`count`,
  `count_words`, `count_layout`) → which one is answered: `answers`, `repeated`, `assignment`, `chains` → `figures`,
  `cells`, `values`, `outcome`; all of an output `reading`, what several figures answer together `totals`, `parts`.
- Remarks: `remark`, `remark_words`, `sentences`, `openings`, `breakdown`; the reason in one `reasons`, by words for
  causes (`cues`, `reason_words`, `main_clauses`, `something_else`, `statuses`) and without any (`turns`, `turn_words`,
  `happenings`, `missing`, `deliverable`, `likelihood`), not where it only says again how many there were (`restating`).
- Tools: `signs`, `scripts`, `once`, `digest`, `faults`.
"""
