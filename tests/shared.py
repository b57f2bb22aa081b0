"""Where the real minutes and the gold lie, and how a test that needs them skips where they are absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the real minutes and gold in ../shared, which are not part of the project"
)
