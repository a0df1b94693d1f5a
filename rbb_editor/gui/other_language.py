"""A window that speaks another language of the interface from now on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from rbb_editor.gui.drafts import draft_of, type_again
from rbb_editor.gui.seen import see_again, seen_in

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow


def rebuild(window: "MainWindow") -> None:
    """Makes everything in a window anew, the place kept.

    While a dialog is open (the language was changed in another window), it waits for the answer, which belongs to what
    stands under the dialog; and while pages are drawn for a printer or a PDF, for the last of them.
    """
    drawing = window.work.drawing if "work" in vars(window) else None
    if drawing is not None:
        for end in (drawing.finished, drawing.failed, drawing.cancelled):
            end.connect(partial(_catch_up, window))
        return
    asking = next((each for each in window.findChildren(QDialog) if each.isVisible() and each.isModal()), None)
    if asking is not None:
        asking.finished.connect(partial(_catch_up, window))
        return
    seen = draft = None
    if window.workspace is not None:
        if not window.workspace.finish():
            return  # what is being typed cannot be written now: it stays where it is
        draft = draft_of(window.workspace)  # a date that is none yet, comments
        seen = seen_in(window.workspace)
        window.workspace.close()
    window.removeToolBar(window.bar)
    window.bar.deleteLater()
    window.menus.discard()
    window.build()
    window.fill()
    if window.workspace is not None and seen is not None:
        see_again(window, seen)
        if draft is not None:
            type_again(window.workspace, draft)
        window.workspace.start()
    if "work" in vars(window):
        window.work.show_again()


def _catch_up(window: "MainWindow", _answer: object = None) -> None:
    """Speaks the language that was chosen meanwhile, once the answer of a dialog or the drawn pages are taken over."""
    QTimer.singleShot(0, window, partial(_rebuild_if_late, window))


def _rebuild_if_late(window: "MainWindow") -> None:
    if window.say.language != window.program.say.language:
        rebuild(window)
