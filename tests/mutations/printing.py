"""The examples, changed in their sources and printed anew; and their facts without the lines on which they stand."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract.measuring.annotations import FoundAnnotations
from extract.measuring.figures import annotate_file
from extract.measuring.kinds import BESIDE, KINDS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Facts = Counter[tuple[str, ...]]  # kind, key, wordings, as often as it stands
Change = Callable[[str], str]

_PRINTED_AS_PDF = re.compile(r"^form: pdf(?:, )?", re.MULTILINE)
_UNCHANGED_KEYS = re.compile(r"^(?:form|filnavn): .*$", re.MULTILINE)


def print_changed(out: Path, change: Change = str) -> list[Path]:
    """Every example meeting as text or JSON, its source changed; no PDF, whose lines would break elsewhere."""
    sources = out / "source"
    for path in sorted((EXAMPLES / "source").rglob("*.md")):
        made = sources / path.relative_to(EXAMPLES / "source")
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(change(_without_pdf(path.read_text(encoding="utf-8"))), encoding="utf-8")
    command = [sys.executable, str(EXAMPLES / "make.py"), "--source", str(sources), "--out", str(out / "minutes")]
    subprocess.run(command, check=True, capture_output=True)
    return sorted(path for path in (out / "minutes").rglob("*") if path.suffix in (".txt", ".json"))


def _without_pdf(text: str) -> str:
    text = _PRINTED_AS_PDF.sub("form: ", text)
    return re.sub(r"^form: $", "form: markdown", text, flags=re.MULTILINE)


def annotations_of(path: Path) -> list[dict[str, Any]]:
    return list(annotate_file(path).values())


def facts_of(annotations: list[dict[str, Any]]) -> Facts:
    """All facts of the kinds that are measured."""
    facts: Facts = Counter()
    for annotation in annotations:
        row = FoundAnnotations.of({"one": annotation}).read_named("one")
        for kind in (*KINDS, *BESIDE):
            read = [(kind.name, *fact.key, *fact.wordings) for fact in kind.read(row)]
            facts.update(set(read) if kind.once else read)  # once on a line may be twice on two
    return facts


def difference(left: Facts, right: Facts) -> list[str]:
    """What only one of two has, with a sign; empty where they are equal."""
    return [*(f"- {fact}" for fact in (left - right).elements()), *(f"+ {fact}" for fact in (right - left).elements())]
