"""How wide the parts of a window are: restored, fitted to a small window, remembered."""

import json
from typing import TYPE_CHECKING

from rbb_editor import settings

if TYPE_CHECKING:
    from rbb_editor.gui.session import Session
    from rbb_editor.gui.workspace import Workspace

WIDE_PAGE = "history"
NARROW = 1180
"""Width of a window below which the inspector folds to a rail."""
NARROW_OUTLINE = 224
LEAST_CENTRE = 560
"""Pixels of the table that the inspector does not take from it."""


class Sizes:
    """The widths of outline, inspector and columns of one workspace."""

    def __init__(self, place: "Workspace", session: "Session") -> None:
        self._place, self._session = place, session
        self._outline = session.get(settings.OUTLINE_WIDTH)
        self._inspector = {
            False: session.get(settings.INSPECTOR_WIDTH),
            True: session.get(settings.HISTORY_WIDTH),
        }
        self._wide = place.inspector.key() == WIDE_PAGE
        place.inspector.tab_changed.connect(self._turned)
        self._fitted: bool | None = None
        place.table.widths.restore(_listed(session.get(settings.COLUMNS)))

    @property
    def narrow(self) -> bool:
        """Whether the window has no room for the inspector beside the table."""
        return self._place.width() < NARROW

    def fit(self) -> None:
        """Folds the inspector where the window has become narrow, and the other way round."""
        if self._fitted is self.narrow:
            return
        self._fitted = narrow = self.narrow
        side = self._place.side
        side.fold(narrow)
        self._place.row.activate()  # the rail has its room before the others are shown in theirs
        outline = min(NARROW_OUTLINE, self._outline) if narrow else self._outline
        rest = [] if narrow else [self._inspector[self._wide]]
        self._place.splitter.setSizes([outline, max(1, self._place.splitter.width() - outline - sum(rest)), *rest])

    def _turned(self, key: str) -> None:
        """The history is wider than the other pages; each keeps the width that the user gives it."""
        wide, sizes = key == WIDE_PAGE, self._place.splitter.sizes()
        if wide is self._wide:
            return
        if not self.narrow and len(sizes) > 2:
            outline, centre, shown = sizes
            self._inspector[self._wide] = shown or self._inspector[self._wide]  # 0: it cannot be seen just now
            room = centre + shown
            width = min(self._inspector[wide], max(shown, room - LEAST_CENTRE))
            self._place.splitter.setSizes([outline, room - width, width])
        self._wide = wide

    def remember(self) -> None:
        """Keeps them for the next report."""
        place, sizes = self._place, self._place.splitter.sizes()
        if not self.narrow:
            self._session.put(settings.OUTLINE_WIDTH, sizes[0] or self._outline)  # 0: it was not seen at all
            if place.side.wanted and len(sizes) > 2:
                self._inspector[self._wide] = sizes[2]
                self._session.put(settings.INSPECTOR_WIDTH, self._inspector[False])
                self._session.put(settings.HISTORY_WIDTH, self._inspector[True])
        self._session.put(settings.INSPECTOR_SHOWN, place.side.wanted)
        self._session.put(settings.COLUMNS, json.dumps(place.table.widths.saved()))
        self._session.put(settings.INSPECTOR_TAB, place.inspector.key())


def _listed(stored: str) -> list[float]:
    """Column widths as they were stored; none where another version stored something else."""
    try:
        found = json.loads(stored)
    except ValueError:
        return []
    return found if isinstance(found, list) else []
