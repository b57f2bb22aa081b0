"""From documents to figures in one step: what `sagsgraf annotate` and `sagsgraf evaluate` do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from extract.errors import ReadingError
from extract.measuring.annotate import annotate, annotation_name
from extract.measuring.documents import find_documents
from extract.measuring.evaluation import Evaluation
from extract.measuring.score import evaluate


def annotate_file(
    path: Path, municipality: str | None = None, watch_list: Sequence[Path] = ()
) -> dict[str, dict[str, Any]]:
    """Read a document: its annotations by file name. Raises ReadingError for a file that is refused."""
    from extract.extraction import extract
    from extract.reading import read

    document = read(path, municipality=municipality)
    annotations = annotate(extract(document, watch_list=watch_list), document)
    return {annotation_name(document, index): annotation for index, annotation in enumerate(annotations)}


def figures(
    gold_dir: Path,
    documents: Path | None = None,
    types: Collection[str] | None = None,
    line_tolerance: int = 0,
    watch_list: Sequence[Path] = (),
) -> Evaluation:
    """Read the documents of the gold, and measure what is found in them; see `evaluate` and `find_documents`.

    A document that is missing or refused is a problem and counts as nothing found.
    """
    found: dict[str, dict[str, Any]] = {}
    problems: list[str] = []
    for number, path in find_documents(gold_dir, documents).items():
        try:
            if path is not None:
                found |= annotate_file(path, watch_list=watch_list)
            else:
                problems.append(f"{number}: no document whose name begins so")
        except ReadingError as error:
            problems.append(f"{path}: {error}")
    evaluation = evaluate(gold_dir, found, types, line_tolerance)
    return replace(evaluation, problems=(*problems, *evaluation.problems))
