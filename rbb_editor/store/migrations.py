"""How a file of an earlier version becomes one of today: one function for each step, all of them in one transaction.

A step is done with plain SQL or with tables written out in it, never with those of `schema`, which move on. A step that
changes the columns of a table sums its rows anew. The store makes a verified backup before the first step.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from rbb_editor.store import core

if TYPE_CHECKING:
    from sqlalchemy import Connection

Step = Callable[["Connection"], None]

STEPS: dict[int, Step] = {}
"""The step from each version to the next one. Version 1 is the first."""


def migrate(raw: sqlite3.Connection, version: int, target: int) -> None:
    """Takes the file behind a connection from `version` to `target`; after any error it is as it was."""
    with core.written(core.engine_of(raw)) as connection:
        for each in range(version, target):
            STEPS[each](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={target}")
