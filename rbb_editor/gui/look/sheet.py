"""The one style sheet, built from the tokens.

What a widget is, is said by dynamic properties, never by a style sheet of its own: `primary` (the one primary button),
`kind` = "link", "chip", "segment", "quiet" for buttons; `role` = "note", "hint", "title", "heading", "crumbs" … for
labels; `pane` = "chrome", "surface", "sunken" for plain containers.
"""

from string import Template

from rbb_editor import resources
from rbb_editor.gui.look.tokens import Palette

SHEET = Template("""
QMainWindow, QDialog { background: $chrome; }
QWidget[pane="surface"] { background: $surface; }
QWidget[pane="chrome"] { background: $chrome; }
QWidget[pane="sunken"] { background: $sunken; }
QWidget[edge="start"] { border-left: 1px solid $rule; }
QWidget[edge="end"] { border-right: 1px solid $rule; }
QToolTip { background: $surface; color: $text; border: 1px solid $rule; padding: 4px 6px; }

QMenuBar { background: $chrome; color: $text; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $rule; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 10px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $sel; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::right-arrow { image: url("$next"); width: 14px; height: 14px; margin-right: 4px; }
QMenu::left-arrow { image: url("$back"); width: 14px; height: 14px; margin-left: 4px; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 6px; }

QToolBar { background: $chrome; border: none; border-bottom: 1px solid $hair; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { width: 1px; background: $rule; margin: 6px 8px; }
QToolButton { background: transparent; border: none; border-radius: 6px; padding: 5px 8px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $hair; }
QToolButton:disabled { color: $disabled; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 6px; }
QToolButton[kind="rail"] { padding: 5px 0; font-size: 12px; }
QToolButton[kind="rail"]:focus { padding: 3px 0; }
QToolButton[worst="error"] { color: $shortfall; }
QToolButton[worst="warning"] { color: $check; }
QStatusBar { background: $chrome; color: $text2; border-top: 1px solid $hair; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 12px; }
QStatusBar QLabel[role="count"] { padding: 0 6px; }
QStatusBar QPushButton[kind="link"] { font-size: 12px; padding: 0 4px; }

QPushButton { background: $surface; color: $text; border: 1px solid $rule; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $hair; }
QPushButton:disabled { color: $disabled; border-color: $hair; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { border-color: $text; }
QPushButton[primary="true"]:focus { border: 4px double $accent; padding: 2px 9px; }
QPushButton[primary="true"]:disabled { background: $hair; color: $disabled; border-color: $hair; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $accent; padding: 3px 4px; }
QPushButton[kind="link"][outcome="shortfall"] { color: $shortfall; }
QPushButton[kind="link"][outcome="exceeded"] { color: $check; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="link"]:disabled { color: $disabled; }
QPushButton[kind="quiet"] { background: transparent; border: 2px solid transparent; color: $text2; padding: 3px 4px; }
QPushButton[kind="quiet"]:hover { color: $text; text-decoration: underline; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="number"] { background: transparent; border: 2px solid transparent; padding: 0; }
QPushButton[kind="number"]:hover:enabled { background: $hover; }
QPushButton[kind="number"]:focus { border-color: $accent; }
QPushButton[flush="true"] { padding: 3px 0; }
QPushButton[kind="chip"] { border-radius: 12px; padding: 0 9px; min-height: 22px; max-height: 22px; font-size: 12px;
    border-color: $rule; font-weight: 500; }
QPushButton[kind="chip"]:checked { background: $sel; border-color: $accent; color: $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 0 8px; min-height: 20px; max-height: 20px; }
QPushButton[kind="segment"] { background: transparent; border: none; color: $text2; padding: 5px 12px; }
QPushButton[kind="segment"]:checked { background: $surface; color: $text; font-weight: 600; border-radius: 6px; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 3px 10px; border-radius: 6px; }
*[pane="line"] { background: $hair; }
*[pane="segments"] { background: $hair; border-radius: 8px; }

QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }

QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 13px; height: 13px;
    border: 1px solid $control; border-radius: 4px; background: $surface; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$tick"); }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 7px; height: 7px; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hair; background: $chrome; }

QAbstractScrollArea { border: none; }
PagesView { background: $canvas; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $text;
    border: 1px solid $control; border-radius: 6px; padding: 4px 7px; selection-background-color: $accent;
    selection-color: $on_accent; placeholder-text-color: $text3; }
QLineEdit { lineedit-clear-button-icon: url("$clear"); }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 3px 6px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QAbstractSpinBox { padding: 3px 7px 2px 7px; }
QAbstractSpinBox:focus { padding: 2px 6px 1px 6px; }
QComboBox { padding: 4px 9px; }
QComboBox:focus { padding: 3px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: $disabled;
    border-color: $hair; }
QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QLineEdit:read-only:!focus, QTextEdit:read-only:!focus, QPlainTextEdit:read-only:!focus { border-color: $rule; }

QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { border: 1px solid $rule; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 5px; border-radius: 4px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$drop_down"); width: 14px; height: 14px; }

QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { background: transparent; border: none; width: 20px; }
QDoubleSpinBox::up-button:hover, QDoubleSpinBox::down-button:hover { background: $hover; }
QDoubleSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QDoubleSpinBox::down-arrow { image: url("$drop_down"); width: 12px; height: 12px; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $chrome; }
QCalendarWidget QToolButton#qt_calendar_monthbutton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView:enabled { color: $text; selection-background-color: $accent;
    selection-color: $on_accent; }

*[kind="cell"], *[kind="cell"]:focus { border: 2px solid $accent; border-radius: 4px; padding: 0;
    background: $surface; }

QTreeView, QListView, QTableView { background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $sel; selection-color: $text; }
FindingsList, DifferencesView, Filters, NoteList, AbbreviationsTable, LeftView, *[kind="framed"] {
    border: 1px solid transparent; }
FindingsList:focus, DifferencesView:focus, Filters:focus, NoteList:focus, AbbreviationsTable:focus,
    LeftView:focus, *[kind="framed"]:focus { border-color: $accent; }
*[kind="box"] { border: 1px solid $rule; border-radius: 6px; padding: 4px; }
*[kind="box"]:focus { border-color: $accent; }
*[kind="lines"] { border: 1px solid transparent; }
*[kind="lines"]:focus { border-color: $accent; }
*[kind="lines"]::item { padding: 5px 8px; border-bottom: 1px solid $hair; }
LeftView::item { padding: 5px 8px 5px 0; border-bottom: 1px solid $hair; }
LeftView QHeaderView::section:horizontal { padding: 6px 8px 6px 0; }
*[kind="offers"] { border: 1px solid $rule; border-radius: 6px; padding: 4px; }
*[kind="offers"]::item { padding: 4px 8px; border-radius: 4px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $sel; color: $text; }
Filters::item { padding: 0 8px; }
Filters::item:selected { background: $sel; color: $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text2; border: none; border-bottom: 1px solid $rule;
    padding: 0 10px; }
AbbreviationsTable QHeaderView::section { padding: 0 3px; }
*[kind="lines"] QHeaderView::section:horizontal { padding: 6px 11px; }
QSplitter::handle { background: $hair; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTabBar { background: transparent; qproperty-drawBase: 0; font-size: 12px; }
QTabBar::tab { background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
    padding: 10px 5px 8px 5px; }
QTabBar[close="true"]::tab { padding: 10px 3px 8px 3px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 4px; padding: 8px 4px 8px 4px; }
QTabBar[close="true"]::tab:focus { padding: 8px 1px 8px 1px; }
QTabWidget::pane { border: none; border-top: 1px solid $hair; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text2; }
QProgressBar { background: $hair; border: none; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
QScrollBar::handle { background: $rule; border-radius: 3px; margin: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[role="note"] { color: $text2; font-size: 12px; }
QLabel[role="fault"] { color: $shortfall; font-size: 12px; }
QLabel[role="check"] { color: $check; font-size: 12px; }
QLabel[role="hint"] { color: $text3; font-size: 11px; }
QLabel[role="crumbs"] { color: $text2; font-size: 12px; }
QLabel[role="heading"] { color: $text; font-size: 15px; font-weight: 600; }
QLabel[role="title"] { color: $text; font-size: 17px; font-weight: 600; }
QLabel[role="page"] { color: $text; font-size: 20px; font-weight: 600; }
QLabel[role="number"] { color: $text; font-size: 28px; font-weight: 600; }
QLabel[role="subtitle"] { color: $text2; font-size: 14px; }
QLabel[role="counted"] { color: $text; font-weight: 500; }
QLabel[role="strong"] { color: $text; font-weight: 600; }
QLabel[role="daily"] { color: $text2; font-size: 12px; font-weight: 600; }
QLabel[role="editing"] { color: $accent; font-size: 12px; }
QLabel[role="quote"] { color: $text; background: $mark; border-bottom: 1px solid $check; }
""")


def style_sheet(tokens: Palette) -> str:
    """The style sheet of the whole program in the colours of `tokens`."""
    colours = {name: getattr(tokens, name) for name in Palette.__struct_fields__}
    tick = "tick-light" if tokens.on_accent == "#FFFFFF" else "tick-dark"
    icons = {"drop_down": "drop-down", "up": "up-grey", "next": "next-grey", "back": "back-grey",
             "clear": "clear-grey", "tick": tick}  # fmt: skip
    return SHEET.substitute(colours, **{key: resources.icon(name).as_posix() for key, name in icons.items()})
