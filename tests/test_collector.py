"""The collector is held back while many values are made, and works again afterwards as it did before."""

import gc

import pytest

from rbb_editor.collector import many_values


@pytest.mark.parametrize("before", [True, False])
def test_it_is_as_it_was_afterwards_whatever_happens(before: bool):
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        with many_values():
            assert not gc.isenabled()
            with many_values():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() is before
        with pytest.raises(ZeroDivisionError), many_values():
            _ = 1 / 0
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()
