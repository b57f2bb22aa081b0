"""``python -m bench.quality``: measure everything that is here, and write the page of figures.

python -m bench.quality [--shared DIR] [--out docs/quality.md]   the page, and accuracy as below
python -m bench.quality accuracy                                 what readers see of it, api/pages/accuracy.json
python -m bench.quality draw --out FILE                          a sheet of votes for a judge; outside the project
python -m bench.quality misses --out FILE                        what plain text loses: kind, fault, file, line
python -m bench.quality rules                                    patterns that nothing needs
python -m bench.quality first-run LAYOUTS FOUND COMMIT           keep the figures of a first, blind run
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from api.pages.accuracy import FILE
from bench.identity import by_slice, judge, read_first, read_pairs, table
from bench.quality import rules
from bench.quality.accuracy import as_text, blind_accuracy
from bench.quality.layouts import keep_first_run, measure_layouts
from bench.quality.page import Gold, Published, page
from bench.quality.published import measure_json, measure_text
from bench.quality.rendering import Form
from bench.quality.voting import DRAWN, SEED, counts, draw, read_verdicts, sheet, voting_points

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LAYOUTS = ROOT / "tests" / "layouts"
TASKS = ("page", "accuracy", "draw", "misses", "rules", "first-run")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the tasks."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="?", default="page", choices=TASKS)
    parser.add_argument("given", nargs="*", help="of first-run: the layouts, what was found in them, the commit")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of gold and real minutes")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "quality.md")
    chosen = parser.parse_args(arguments)
    greve = chosen.shared / "minutes" / "greve"
    match chosen.task:
        case "page":
            chosen.out.write_text(_page(chosen.shared), encoding="utf-8")
            _write_accuracy()
        case "accuracy":
            _write_accuracy()
        case "draw" | "misses" if chosen.out.resolve().is_relative_to(ROOT):
            parser.error("--out must lie outside the project: it would hold text of real minutes")
        case "draw":
            chosen.out.write_text(sheet(draw(list(voting_points(greve)))), encoding="utf-8")
        case "misses":
            chosen.out.write_text("".join(_misses(greve)), encoding="utf-8")
        case "rules":
            print("\n".join(_unused_rules(chosen.shared)))
        case "first-run":
            layouts, found, commit = chosen.given
            print(*keep_first_run(Path(layouts), Path(found), commit))


def _page(shared: Path) -> str:
    layouts = measure_layouts(LAYOUTS)
    greve = shared / "minutes" / "greve"
    gold = _gold(shared / "gold") if (shared / "gold").is_dir() else None
    names = table(by_slice([judge(pair) for pair in read_pairs()]), read_first())
    links = (ROOT / "bench" / "threads" / "figures.md").read_text("utf-8")
    return page(gold, layouts, _published(greve) if greve.is_dir() else None, names, links)


def _write_accuracy() -> None:
    FILE.write_text(as_text(blind_accuracy(LAYOUTS)), encoding="utf-8")


def _gold(folder: Path) -> Gold:
    from extract.lexicon.selection import left_out
    from extract.measuring.documents import find_documents
    from extract.measuring.figures import by_grammar_alone, figures

    documents = find_documents(folder)
    whole = figures(folder)
    with by_grammar_alone(documents):
        return Gold(whole, figures(folder), len(left_out()), len(documents))


def _published(folder: Path) -> Published:
    points = list(voting_points(folder))
    return Published(
        from_json=measure_json(folder),
        from_text={f"text, {form.name.lower().replace('_', ' ')}": measure_text(folder, form) for form in Form},
        voting=counts(points),
        drawn=min(DRAWN, len(points)),
        seed=SEED,
        verdicts=read_verdicts(),
    )


def _misses(folder: Path) -> list[str]:
    lines = []
    for form in Form:
        for one in measure_text(folder, form).misses:
            told = (form.name, one.kind, one.fault, one.file, str(one.line or "-"), *one.statement)
            lines.append("\t".join(told) + "\n")
    return lines


def _unused_rules(shared: Path) -> list[str]:
    texts = [*(ROOT / "examples" / "minutes").rglob("*.*"), *(ROOT / "tests").rglob("*.txt")]
    real = [*(shared / "minutes" / "haderslev").glob("*.txt"), *(shared / "minutes" / "greve").glob("*.json")]
    with rules.watching() as found:
        rules.read_all(sorted(path for path in (*texts, *real) if path.suffix in (".txt", ".pdf", ".json")))
    return rules.unused(found)


if __name__ == "__main__":
    main()
