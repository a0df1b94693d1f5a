"""Entities."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Output


def test_an_output_has_a_component() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Output("o", "s", "a", "5 visits", ())


def test_entities_do_not_change() -> None:
    component = Component("c", "5")
    with pytest.raises(AttributeError):
        component.completed = "6"  # type: ignore[misc]
    assert replace(component, completed="6") != component
