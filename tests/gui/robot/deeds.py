"""Everything that a robot can do, and how often it does it: one line each."""

from tests.gui.robot import carrying, keys, mouse, wishes

DEEDS = (
    (30, keys.key),
    (10, keys.type_text),
    (3, keys.compose),
    (6, keys.shortcut),
    (6, keys.paste),
    (22, mouse.click),
    (3, mouse.double_click),
    (3, mouse.context_menu),
    (3, mouse.wheel),
    (4, mouse.drag),
    (3, mouse.choose_node),
    (3, mouse.choose_cell),
    (3, mouse.open_menu),
    (3, mouse.pick_from_menu),
    (4, carrying.carry_rows),
    (3, carrying.carry_section),
    (2, carrying.drop_something),
    (12, wishes.trigger),
    (4, wishes.change_outline),
    (4, wishes.change_rows),
    (6, wishes.undo_some),
    (1, wishes.look_for),
    (2, wishes.look_at_it_all),
    (1, wishes.resize),
    (1, wishes.speak),
    (1, wishes.colours),
)
"""Weights and functions of the robot, which say in words what they did."""
