"""What all tests share: the reference material, the hypothesis profile."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("rbb", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rbb")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the checkout; the test is skipped where there is none."""
    if not (SHARED / "data" / "addendum_zh.txt").is_file():
        pytest.skip("the reference material is not beside this checkout")
    return SHARED
