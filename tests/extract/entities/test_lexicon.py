"""The data: it loads, every entry has its source, unknown keys are refused."""

import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from extract.entities.lexicon import laws, organisations
from extract.entities.patterns import Patterns, load_patterns

FOLDERS = sorted(Path(sys.modules["extract.entities.patterns"].__file__ or "").parent.glob("*/patterns.toml"))


def test_laws_and_organisations_load() -> None:
    assert len(laws().laws) > 100
    assert len(organisations().organisations) > 300


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.parent.name)
def test_patterns_compile(path: Path) -> None:
    assert load_patterns(str(path.with_name("__init__.py"))).rules


def test_unknown_keys_and_atoms_are_refused() -> None:
    with pytest.raises(ValidationError):
        Patterns.model_validate({"rules": [{"name": "a", "pattern": "b", "colour": "red"}]})
    with pytest.raises(KeyError):
        Patterns.model_validate({"rules": [{"name": "a", "pattern": "{{nothing}}"}]})
