"""Asking for a file to read or to write. The dialog is opened, never run: the answer comes to a callback."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from os.path import isdir
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from rbb_editor import settings
from rbb_editor.domain.clean import UNPRINTABLE
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.asked import Asked
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator
from rbb_editor.project.transfer import SUFFIX, Format, formats_to_read, formats_to_write

Then = Callable[[Path], object]
Kind = tuple[Text, Iterable[str]]
"""The name of a kind of file, and its suffixes."""
REPORT: Kind = (Text.of(N_("RBB reports")), (SUFFIX,))
PDF: Kind = (Text.of(N_("PDF documents")), (".pdf",))


class FileChooser:
    """Asks in the folder used last, and remembers it."""

    def __init__(self, parent: QWidget, say: Translator, session: Session) -> None:
        self._parent = parent
        self._say = say
        self._session = session

    def to_open(self, then: Then) -> None:
        """A report to open, or a file to import."""
        self._ask(self._dialog(N_("Open a report"), [REPORT], save=False), then)

    def to_import(self, then: Then) -> None:
        """A file to make a report from."""
        formats = formats_to_read()
        every = [suffix for each in formats for suffix in each.suffixes]
        kinds: list[Kind] = [(Text.of(N_("Files to import")), every), *_kinds(formats)]
        self._ask(self._dialog(N_("Import a report"), kinds, save=False), then)

    def to_check_report(self, name: str, then: Then) -> None:
        """Where the list of findings is to be written."""
        kinds: list[Kind] = [(Text.of(N_("Excel workbook")), (".xlsx",)), (Text.of(N_("Word document")), (".docx",))]
        self._ask(self._dialog(N_("Write the check report"), kinds, save=True, name=name), then)

    def to_pdf(self, name: str, then: Then) -> None:
        """Where the pages are to be written."""
        self._ask(self._dialog(N_("Write the pages as PDF"), [PDF], save=True, name=name), then)

    def to_review(self, then: Then) -> None:
        """A file that came back from a reviewer."""
        formats = formats_to_read()
        every = [SUFFIX, *(suffix for each in formats for suffix in each.suffixes)]
        kinds: list[Kind] = [(Text.of(N_("Files that can be compared")), every), REPORT, *_kinds(formats)]
        self._ask(self._dialog(N_("Review a returned file"), kinds, save=False), then)

    def to_keep_earlier(self, then: Then) -> None:
        """Last year's report, of any kind that can be read."""
        formats = formats_to_read()
        every = [SUFFIX, *(suffix for each in formats for suffix in each.suffixes)]
        kinds: list[Kind] = [(Text.of(N_("Reports of any kind")), every), REPORT, *_kinds(formats)]
        self._ask(self._dialog(N_("Choose last year’s report"), kinds, save=False), then)

    def to_save_report(self, title: str, name: str, then: Then) -> None:
        """Where a report is to be kept."""
        self._ask(self._dialog(title, [REPORT], save=True, name=name), then)

    def to_export(self, name: str, then: Then) -> None:
        """Where, and in which format, a report is to be written."""
        kinds = [*((each.title, each.suffixes[:1]) for each in formats_to_write()), PDF]
        self._ask(self._dialog(N_("Export the report"), kinds, save=True, name=name), then)

    def _dialog(self, title: str, kinds: Sequence[Kind], *, save: bool, name: str = "") -> QFileDialog:
        dialog = QFileDialog(self._parent, self._say(title), self._folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_labels(dialog, self._say)
        filters = [f"{self._say(text)} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for text, suffixes in kinds]
        if not save:
            filters.append(self._say(N_("All files (*)")))
        dialog.setNameFilters(filters)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if save else QFileDialog.FileMode.ExistingFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
        if save:
            first = [next(iter(suffixes)) for _, suffixes in kinds]
            by_filter = dict(zip(filters, first, strict=True))
            dialog.setDefaultSuffix(first[0])
            dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(by_filter[chosen]))
            dialog.selectFile(name)
        return dialog

    def _ask(self, dialog: QFileDialog, then: Then) -> None:
        saving = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave

        def answered(chosen: str) -> None:
            path = Path(UNPRINTABLE.sub("", chosen) if saving else chosen)  # a name can be pasted in Qt's own dialog
            self._session.put(settings.FOLDER, str(path.parent))
            then(path)

        dialog.fileSelected.connect(answered)
        dialog.open()

    def _folder(self) -> str:
        last = self._session.get(settings.FOLDER)
        places = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
        folders = (last, *map(QStandardPaths.writableLocation, places))
        return next((folder for folder in folders if folder and Asked(partial(isdir, folder)).answer()), "")


def name_labels(dialog: QFileDialog, say: Translator) -> None:
    """The words of Qt's own dialog that its catalogues leave in English; a desktop's dialog has its own."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, say(N_("Look in:")))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, say(N_("Files of type:")))


def _kinds(formats: Iterable[Format]) -> list[Kind]:
    return [(each.title, each.suffixes) for each in formats]
