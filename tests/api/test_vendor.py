"""What stands here from other projects is unchanged, and its licence stands beside it."""

import hashlib
import tomllib

import pytest

from api.pages.rendering import STATIC

VENDOR = STATIC / "vendor"
MANIFEST = tomllib.loads((VENDOR / "manifest.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_files_are_as_they_came(name: str) -> None:
    entry = MANIFEST[name]
    assert entry["licence"] in ("MIT", "Apache-2.0")
    assert entry["version"]
    here = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (VENDOR / name).iterdir()}
    assert here == entry["sha256"]
    assert "LICENSE" in here


def test_everything_is_in_the_manifest() -> None:
    assert {path.name for path in VENDOR.iterdir() if path.is_dir()} == set(MANIFEST)
