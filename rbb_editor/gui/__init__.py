"""The window: the only package with PySide6.

- The program: `app` wires it; `session` (what is remembered), `running` (one for each user), `unfinished` and `drafts`
  (after a crash), `crash`, `log`, `garbage`, `imports`, `qt_words`.
- A window: `main_window` (`on_screen`: where it stands), with `actions` (one line each), `menus`, `shown` and `wanted`
  (what it says of its report, and what that asks of it); the menus' work: `files` (`opening`), `transfers`, `changing`,
  `section_editing`, `row_editing`, `commands`, `going` (`spot`), `elsewhere`, `other_language` (`seen`); what
  was `sent` and `written`.
- An open report: `workspace` holds `tree` (the outline), `centre` with `table`, `front` or `start`, and `panels` (the
  inspector); `bridge` tells what happened, `following` has them follow it and one another. `overview`, `page`,
  `replace` and `merge` lie over it.
- Long work: `work`, `jobs` (off this thread), `slices` (on it); what a drive is `asked` in passing.
- The clipboard and what is dragged: `clipped`, `transfer_types`; fields: `to_the_letter`, `guarded`.
- How it looks: `look`, `lines`, `drawn_list`, `sizes`, `days`, `viewport`, `view_switch`; windows that ask: `dialogs`,
  `checks`, `last_year`, `spelling`.
"""
