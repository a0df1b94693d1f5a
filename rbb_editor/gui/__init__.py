"""The window: the only package with PySide6. `app` wires it; `main_window` is one window with one report."""
