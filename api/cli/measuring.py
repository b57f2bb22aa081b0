"""The command that measures, `evaluate`: what is found against the gold, and against what another run found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.cli import output
from extract.errors import SettingsError

if TYPE_CHECKING:
    from extract.measuring.change import Change
    from extract.measuring.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Measuring:
    """What is measured against what."""

    gold: Path
    documents: Path | None
    found: Path | None
    against: Path | None
    kinds: tuple[str, ...]
    line_tolerance: int
    by_grammar: bool
    watch_list: tuple[Path, ...]

    def read(self) -> tuple[Mapping[str, Mapping[str, Any]] | Path, tuple[str, ...]]:
        """What is found now: the folder that was given, or the documents read; and what could not be."""
        from extract.measuring.documents import find_documents
        from extract.measuring.figures import annotate_documents, by_grammar_alone

        if self.found is not None and self.by_grammar:
            raise SettingsError("--by-grammar reads documents anew.", "Leave out --found.")
        if self.found is not None:
            return self.found, ()
        documents = find_documents(self.gold, self.documents)
        if not self.by_grammar:
            return annotate_documents(documents, self.watch_list)
        with by_grammar_alone(documents):
            return annotate_documents(documents, self.watch_list)

    def evaluate(self, found: Mapping[str, Mapping[str, Any]] | Path) -> Evaluation:
        """The figures of a run."""
        from extract.measuring.score import evaluate

        return evaluate(self.gold, found, self.kinds, self.line_tolerance)

    def compare(self, found: Mapping[str, Mapping[str, Any]] | Path, now: Evaluation) -> tuple[Change, ...]:
        """What is found other than in the run that it is measured against, judged; nothing where there is none."""
        from extract.measuring.change import compare, judged

        if self.against is None:
            return ()
        return judged(compare(self.against, found, self.kinds), self.evaluate(self.against), now)


def show_evaluation(measuring: Measuring, *, show_errors: bool, as_json: bool) -> int:
    """Print the figures, and on demand each fact that was missed or invented; 1 where a document was not measured."""
    found, problems = measuring.read()
    evaluation = measuring.evaluate(found)
    evaluation = replace(evaluation, problems=(*problems, *evaluation.problems))
    changes = measuring.compare(found, evaluation)
    for problem in evaluation.problems:
        output.complain(problem)
    code = 1 if evaluation.problems else 0
    if as_json:
        answer: dict[str, Any] = evaluation.as_json(None if show_errors else 0)
        output.write_json(answer | {"changes": [change.as_json() for change in changes]})
        return code
    header, *rows = evaluation.table()
    output.write_table(header, rows)
    output.out.print(f"traps taken: {evaluation.traps_taken} of {evaluation.traps_scored}")
    for fault in evaluation.faults() if show_errors else ():
        output.out.print(
            f"{fault.kind}\t{fault.fault}\t{fault.document}:{fault.line or '-'}\t{fault.fact}", markup=False
        )
    if measuring.against is not None:
        _write_changes(changes)
    return code


def show_comparison(found: Path, against: Path, kinds: Sequence[str], *, as_json: bool) -> int:
    """Print what one run finds other than another, without gold."""
    from extract.measuring.change import compare

    changes = compare(against, found, kinds)
    if as_json:
        output.write_json({"changes": [change.as_json() for change in changes]})
    else:
        _write_changes(changes)
    return 0


def _write_changes(changes: Sequence[Change]) -> None:
    from extract.measuring.change import change_table

    header, *rows = change_table(changes)
    output.write_table(header, rows)
    listed = [(one.kind, one.fate.value, f"{one.document}:{one.line or '-'}", one.rule, str(one)) for one in changes]
    output.write_table(("type", "fate", "where", "rule", "fact"), listed)
