"""From documents to figures in one step: what `sagsgraf annotate` and `sagsgraf evaluate` do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from extract.errors import ReadingError
from extract.measuring.annotate import Annotation, annotate, annotation_name
from extract.measuring.documents import find_documents
from extract.measuring.evaluation import Evaluation
from extract.measuring.score import evaluate


def annotate_file(
    path: Path, municipality: str | None = None, watch_list: Sequence[Path] = ()
) -> dict[str, Annotation]:
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
    found, problems = annotate_documents(find_documents(gold_dir, documents), watch_list)
    evaluation = evaluate(gold_dir, found, types, line_tolerance)
    return replace(evaluation, problems=(*problems, *evaluation.problems))


def annotate_documents(
    documents: Mapping[str, Path | None], watch_list: Sequence[Path] = ()
) -> tuple[dict[str, Annotation], tuple[str, ...]]:
    """What is found in documents, by the names of the annotations; and which of them are missing or refused."""
    found: dict[str, Annotation] = {}
    problems: list[str] = []
    for number, path in documents.items():
        try:
            if path is not None:
                found |= annotate_file(path, watch_list=watch_list)
            else:
                problems.append(f"{number}: no document whose name begins so")
        except ReadingError as error:
            problems.append(f"{path}: {error}")
    return found, tuple(problems)


@contextmanager
def by_grammar_alone(documents: Mapping[str, Path | None]) -> Iterator[None]:
    """Inside, the lexicons are without the entries that exactly one of the documents names.

    What a list gained because one measured document needed it does not count then (issue 4, Show 2).
    """
    from extract.entities.lexicon import entries_named_once
    from extract.lexicon.selection import without
    from extract.reading import read

    texts = ["\n".join(line.text for line in read(path).lines) for path in documents.values() if path is not None]
    with without(entries_named_once(texts)):
        yield
