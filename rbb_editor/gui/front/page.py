"""The page of the front matter: everything that is printed outside the tables but for the abbreviations."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from rbb_editor import resources
from rbb_editor.domain.text import N_
from rbb_editor.edits import front
from rbb_editor.gui.front.fields import Field, LineField, LongField
from rbb_editor.gui.front.notes import NotesEditor
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import pane
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

FIELDS = (
    ("symbol", N_("Symbol")),
    ("session", N_("Session")),
    ("agenda_item", N_("Agenda item")),
    ("agenda_title", N_("Title of the agenda item")),
    ("title", N_("Title of the report")),
    ("period_start", N_("Period from")),
    ("period_end", N_("Period to")),
    ("author", N_("Author line")),
    ("summary", N_("Summary")),
    ("section_number", N_("Number of the section")),
    ("section_title", N_("Title of the section")),
)
"""The fields of the front matter in printed order, with their labels."""
HEIGHTS = {"agenda_title": (52, 64), "title": (52, 64), "summary": (200, 420)}
"""Least and greatest height of the fields that take several lines."""
EXAMPLES = {"period_start": "2016-07-01", "period_end": "2017-06-30"}
DATES = ("period_start", "period_end")
NO_DATE = N_("This is no date. Write it as 2016-07-01 or 1.7.2016; it is kept once it can be read.")
BACKWARDS = N_("The period ends before it begins.")
LANGUAGE_NOTE = N_(
    "Another language changes the words that the program prints (heads of the tables, “Yes” and “No”, the masthead), "
    "how figures and reasons are read, and the direction of the tables. Texts that were typed stay as they are."
)
WIDEST = 760


class FrontPage(QScrollArea):
    """A form; each field is taken over when it is left. `change_wanted(Change)`."""

    change_wanted = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project = project
        self._tr = tr
        self._committing = False
        self.setWidgetResizable(True)
        self.fields: dict[str, Field] = {}
        self.faults: dict[str, QLabel] = {}
        page = pane("surface")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.language = self._languages()
        self._row(form, N_("Language of the document"), self.language, self._note(tr(LANGUAGE_NOTE)))
        for name, words in FIELDS:
            field = self._field(name)
            self.fields[name] = field
            if name in DATES:
                self.faults[name] = self._note("", role="fault")
            self._row(form, words, field, self.faults.get(name))
        self.notes = NotesEditor(project, tr, theme)
        self.notes.change_wanted.connect(self.change_wanted)
        self._row(form, N_("Notes to the section title"), self.notes)
        heading = QLabel(tr(N_("Masthead, summary")))
        heading.setProperty("role", "heading")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 30, 16)
        column.setSpacing(16)
        column.addWidget(heading)
        nest(column, form)
        column.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.fields["symbol"])
        self.read()
        theme.changed.connect(self.notes.recolour)

    def read(self) -> None:
        """Takes every field from the report, but for what was typed and is not in it yet."""
        info = self._project.report.info
        for name, field in self.fields.items():
            field.hold(str(getattr(info, name)))
        self.language.setCurrentIndex(self.language.findData(info.language))
        self.notes.read()
        self._judge()

    def commit(self) -> bool:
        """Takes over what has been typed so far; False where it could not be written, which is told.

        What is no date stays in its field and is told there.
        """
        if self._committing or self._project.read_only:  # its own message has taken the keyboard from a field
            return True
        self._committing = True
        try:
            self._wanted(front.set_info(self._project.report, **self._readable()))
            written = front.set_info(self._project.report, **self._readable()) is None
            for name, field in self.fields.items() if written else ():
                if name not in DATES or front.iso_date(field.words) is not None:
                    field.settle()
            self._judge()
            return written and self.notes.commit()
        finally:
            self._committing = False

    def typed(self) -> dict[str, str]:
        """What is typed and not in the report, by field; a date that cannot be read too."""
        info = self._project.report.info
        own = {name: field.words for name, field in self.fields.items() if field.words != getattr(info, name)}
        return own | self.notes.typed()

    def drop(self) -> None:
        """Puts what the report holds in the place of all that is typed."""
        for _, field in (*self.fields.items(), *self.notes.fields()):
            field.put(None)

    def type_again(self, typed: Mapping[str, str]) -> None:
        """Puts words into their fields, the keyboard in the last of them."""
        fields = {**self.fields, **dict(self.notes.fields())}
        for name, words in typed.items():
            if name in fields:
                fields[name].setFocus()
                fields[name].put(words)

    def _readable(self) -> dict[str, str]:
        """What is typed and not in the report, but for what is no date."""
        info = self._project.report.info
        typed: dict[str, str | None] = {name: field.words for name, field in self.fields.items()}
        typed |= {name: front.iso_date(self.fields[name].words) for name in DATES}
        return {name: words for name, words in typed.items() if words is not None and words != getattr(info, name)}

    def _judge(self) -> None:
        """Tells in place what is wrong with a date."""
        dates = {name: front.iso_date(self.fields[name].words) for name in DATES}
        start, end = (dates[name] for name in DATES)
        faults = {name: NO_DATE for name, date in dates.items() if date is None}
        if start and end and end < start:
            faults["period_end"] = BACKWARDS
        for name, label in self.faults.items():
            words = self._tr(faults[name]) if name in faults else ""
            label.setText(words)
            label.setVisible(bool(words))
            self.fields[name].setAccessibleDescription(words)

    def _wanted(self, change: object) -> None:
        if change is not None:
            self.change_wanted.emit(change)

    def _chosen(self, at: int) -> None:
        code = self.language.itemData(at)
        self._wanted(front.set_info(self._project.report, language=code))
        self.language.setCurrentIndex(self.language.findData(self._project.report.info.language))  # it may be stopped

    def _languages(self) -> QComboBox:
        box = QComboBox()
        for code in resources.language_codes():
            box.addItem(resources.language(code).name, code)
        box.setEnabled(not self._project.read_only)
        box.activated.connect(self._chosen)
        return box

    def _field(self, name: str) -> Field:
        field = LongField(*HEIGHTS[name]) if name in HEIGHTS else LineField()
        if name in DATES:
            field.setPlaceholderText(EXAMPLES[name])
        field.setReadOnly(self._project.read_only)
        field.editingFinished.connect(partial(self.commit))
        return field

    def _row(self, form: QFormLayout, words: str, field: QWidget, below: QLabel | None = None) -> None:
        field.setMaximumWidth(WIDEST)
        if not isinstance(field, NotesEditor):
            field.setAccessibleName(self._tr(words))
        label = QLabel(self._tr(words))
        label.setProperty("role", "note")
        label.setBuddy(field)
        if below is None:
            form.addRow(label, field)
            return
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeading if field is self.language else Qt.AlignmentFlag(0))
        column.addWidget(below)
        form.addRow(label, together)

    @staticmethod
    def _note(words: str, role: str = "note") -> QLabel:
        label = QLabel(words)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMaximumWidth(WIDEST)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        return label
