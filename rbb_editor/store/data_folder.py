"""Where this program keeps what belongs to the user and is no report."""

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The folder; it may not be there yet."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "rbb-editor"
