"""``python -m bench.threads``: measure how references are resolved on real meetings that name their own targets.

python -m bench.threads [--folder DIR] [--cache DIR] [--out FILE]    print the figures and write them
python -m bench.threads fit [--folder DIR] [--cache DIR]             print the weights of likeness, found anew
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from bench.threads.fitting import find_examples, fit
from bench.threads.gold import STRICT, WIDE, Printed, read_gold
from bench.threads.measuring import Answer, find_answers, find_pairs, score_by_number, without_number
from bench.threads.page import Measured, section
from bench.threads.reading import corpus_of, read_records
from graph.threads.corpus import Corpus
from graph.threads.likeness import Weights, load_weights
from graph.threads.misprints import misprints
from graph.threads.references import find_references

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT.parent / "shared" / "minutes" / "greve"
OUT = Path(__file__).with_name("figures.md")
MUNICIPALITY = "greve"
HALVES = ("to even days", "to odd days")


@dataclass(frozen=True)
class _Gold:
    strict: Sequence[Printed]
    wide: Sequence[Printed]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the tasks."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.threads", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="?", default="page", choices=["page", "fit"])
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the agenda JSON files of one municipality")
    parser.add_argument("--cache", type=Path, help="a folder outside the project where what was read is kept")
    parser.add_argument("--out", type=Path, default=OUT, help="where the figures are written")
    chosen = parser.parse_args(arguments)
    if chosen.cache and chosen.cache.resolve().is_relative_to(ROOT):
        parser.error("--cache must lie outside the project: it holds the text of real minutes")
    gold = _Gold(*(read_gold(chosen.folder, MUNICIPALITY, form) for form in (STRICT, WIDE)))
    hidden = corpus_of(read_records(chosen.folder, hidden=True, cache=chosen.cache))
    if chosen.task == "fit":
        sys.stdout.write(_as_toml(_fit(hidden, gold.strict)))
        return
    shown = corpus_of(read_records(chosen.folder, hidden=False, cache=chosen.cache))
    text = section(_measure(shown, hidden, gold))
    sys.stdout.write(text)
    chosen.out.write_text(text, encoding="utf-8")


def _measure(shown: Corpus, hidden: Corpus, gold: _Gold) -> Measured:
    links = find_references(shown)
    wrong = misprints(shown, links)
    by_half = [_of_other_half(hidden, gold, half) for half in (0, 1)]
    halves = [(name, answers) for name, (answers, _) in zip(HALVES, by_half, strict=True)]
    return Measured(
        meetings=len(shown.meetings),
        standings=gold.strict,
        shown=find_answers(shown, links, gold.strict),
        shown_wide=find_answers(shown, links, gold.wide),
        held_back=[answer for answers, _ in by_half for answer in answers],
        held_back_wide=[answer for _, answers in by_half for answer in answers],
        halves=halves,
        fitted=find_answers(hidden, find_references(hidden), gold.strict),
        misprints=len({one.sentence for one in wrong}),
        accepted=load_weights().accepted,
        by_number=score_by_number(shown, find_references(shown, without_number(load_weights()))),
    )


def _of_other_half(hidden: Corpus, gold: _Gold, half: int) -> tuple[Sequence[Answer], Sequence[Answer]]:
    """The answers to references of one half, by weights found on the other: strict and wide."""
    weights = _fit(hidden, [one for one in gold.strict if _half(one) != half])
    links = find_references(hidden, weights)
    strict, wide = ([one for one in printed if _half(one) == half] for printed in (gold.strict, gold.wide))
    return find_answers(hidden, links, strict), find_answers(hidden, links, wide)


def _half(printed: Printed) -> int:
    """0 for references to meetings of even days, 1 for those to odd ones: no sentence is in both."""
    return int(printed.date[-2:] or 0) % 2


def _fit(hidden: Corpus, gold: Sequence[Printed]) -> Weights:
    return fit(find_examples(hidden, find_pairs(hidden, gold)), load_weights())


def _as_toml(weights: Weights) -> str:
    clues = [f"{field.name} = {getattr(weights.clues, field.name)}" for field in fields(weights.clues)]
    choice = [f"{name} = {getattr(weights, name)}" for name in ("none", "accepted", "announced")]
    return "\n".join(["[clues]", *clues, "", "[choice]", *choice, ""])


if __name__ == "__main__":
    main()
