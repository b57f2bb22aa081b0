"""What of the found facts is right, kind by kind: precision, recall, F1, and every fault by its line.

The definition of equality comes with the gold (`score.py` beside it); this program and that one must agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.errors import SettingsError
from extract.measuring.annotations import FoundAnnotations, read_gold
from extract.measuring.evaluation import DocumentScore, Evaluation
from extract.measuring.facts import Fact, Kind
from extract.measuring.form import FormError, Row
from extract.measuring.kinds import BESIDE, KINDS
from extract.measuring.pairing import pair
from extract.measuring.readers import named_things, organisation_names
from extract.measuring.traps import spring


def evaluate(
    gold_dir: Path,
    found: Mapping[str, Mapping[str, Any]] | Path,
    types: Collection[str] | None = None,
    line_tolerance: int = 0,
) -> Evaluation:
    """Compare what was found with the gold documents `NNN.json` of a folder.

    `found` holds annotations by name, or is a folder of them; the one of document NNN begins with these digits.
    `types` limits the kinds of facts. An annotation that is missing or broken is a problem and counts as nothing
    found. Raises SettingsError where there is no gold, none that can be read, or no such type.
    """
    kinds, gold, annotations = _chosen_kinds(types), read_gold(gold_dir), FoundAnnotations.of(found)
    problems: list[str] = []
    try:
        organisations = frozenset[str]().union(*map(organisation_names, gold.values()))
        scores = tuple(
            _score(name, truth, annotations.read(name, problems), kinds, organisations, line_tolerance, problems)
            for name, truth in gold.items()
        )
    except FormError as error:
        message = f"The gold in {gold_dir} does not have the form of an annotation: {error}."
        raise SettingsError(message, "Correct it.") from error
    return Evaluation(scores, tuple(problems))


def _chosen_kinds(types: Collection[str] | None) -> list[Kind]:
    names = [kind.name for kind in (*KINDS, *BESIDE)]
    if unknown := sorted(set(types or ()).difference(names)):
        message = f"There is no type of fact {', '.join(unknown)}."
        raise SettingsError(message, f"Choose among: {', '.join(names)}.")
    return [kind for kind in (*KINDS, *BESIDE) if kind.name in types] if types else list(KINDS)


def _score(
    document: str,
    gold: Row,
    found: Row,
    kinds: Sequence[Kind],
    organisations: frozenset[str],
    tolerance: int,
    problems: list[str],
) -> DocumentScore:
    things = named_things(gold)
    pairings = {}
    for kind in kinds:
        wanted = _read_facts(kind, gold, f"gold {document}", problems)
        given = _read_facts(kind, found, document, problems)
        if kind.name == "relation":
            wanted, given = _between(things, wanted), _between(things, given)
        pairings[kind.name] = pair(wanted, given, kind, tolerance)
    traps = spring(gold.rows("traps"), pairings, organisations, tolerance)
    return DocumentScore(document, pairings, tuple(traps))


def _read_facts(kind: Kind, document: Row, label: str, problems: list[str]) -> list[Fact]:
    try:
        return kind.read(document)
    except (FormError, RecursionError) as error:
        problem = "does not have the form of an annotation and counts as nothing found"
        problems.append(f"{label}: {kind.name} {problem}: {error}")
        return []


def _between(things: frozenset[str], relations: Iterable[Fact]) -> list[Fact]:
    """Relations that join two things which the gold names."""
    return [fact for fact in relations if {fact.key[0], fact.key[2]} <= things]
