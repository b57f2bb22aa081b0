import importlib.util
import sys
from types import ModuleType

import pytest
from pydantic import ValidationError

from extract.measuring.form import FormError, Row
from extract.measuring.kinds import KINDS
from extract.measuring.traps import Trap, TrapRule, trap_rules
from tests.shared import SHARED, needs_shared


def definition() -> ModuleType:
    """The program that defines the traps, as a module."""
    spec = importlib.util.spec_from_file_location("gold_definition", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_rule_is_of_a_kind_of_fact() -> None:
    assert {rule.kind for rule in trap_rules()} <= {kind.name for kind in KINDS}


def test_unknown_keys_are_rejected() -> None:
    with pytest.raises(ValidationError):
        TrapRule.model_validate({"kind": "law", "parts": ["law"], "surface": "§"})


def test_a_trap_without_surface_is_refused() -> None:
    with pytest.raises(FormError):
        Trap.of(Row({"line": 3, "not": "law"}))


@pytest.mark.parametrize(
    ("denied", "kinds"),
    [
        ("organisation / person on its own", ["organisation", "person", "attendance"]),
        ("law, section or account", ["law", "account", "section"]),
        ("Havnelauget", ["organisation"]),
        ("Moleklubben", []),
        ("span of days", []),
    ],
)
def test_free_text_is_cut_into_kinds(denied: str, kinds: list[str]) -> None:
    rules = Trap("x", 1, denied, "").rules({kind.name: None for kind in KINDS}, frozenset({"Havnelauget"}))
    assert [rule.kind for rule in rules] == kinds


@needs_shared
def test_the_rules_are_those_of_the_definition() -> None:
    """But for one name of a local organisation, which the gold itself names."""
    ours = [(part, rule.kind) for rule in trap_rules() for part in rule.parts]
    theirs = definition().TRAPS
    assert [pair for pair in theirs if pair in ours] == ours
    [(_, kind)] = [pair for pair in theirs if pair not in ours]
    assert kind == "organisation"
