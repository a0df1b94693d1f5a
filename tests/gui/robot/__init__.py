"""A robot that does anything a person can do, at random: keys, clicks, menus, drags, pastes, files, undo, languages.

`python -m tests.gui.robot [--actions 50000] [--seed 1] [--document en]`. What it holds to be wrong: an exception
anywhere, a warning of Qt, a report that is not what its journal tells, and an undo of everything that does not lead
back to the start. The same seed makes the same choices; how long the window takes for its idle work may differ.
"""
