"""``python -m bench.containers``: which case numbers are judged containers, and how well: against a blind judge.

python -m bench.containers MINUTES                 the verdicts with their counts, precision and recall
python -m bench.containers MINUTES --draw FILE     the points of the drawn numbers for a judge; outside the project

Drawn are numbers near the boundary, where a rule may well be wrong: small containers, numbers whose titles share
little, umbrella numbers with many titles, and titles that come back again and again. Texts go to files outside the
project only; ids and what the judge said are kept in ``containers.json``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from extract.records import ItemKind
from graph.facts import Facts
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Point
from graph.threads.matters import compare

ROOT = Path(__file__).resolve().parents[1]
JUDGED = Path(__file__).with_name("containers.json")
SEED = 20_261_121
DRAWN = 40
UNSURE = ", unsure"
SMALL, RECURRING, MANY_TITLES = 6, 8, 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the verdicts and figures, or write the sheet of the judge."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.containers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, help="a folder of minutes")
    parser.add_argument("--draw", type=Path, metavar="FILE", help="write the points of the drawn numbers there")
    given = parser.parse_args(arguments)
    if given.draw and given.draw.resolve().is_relative_to(ROOT):
        parser.error("--draw must lie outside the project: it would hold text of real minutes")
    carried = by_number(read_points(given.minutes))
    if given.draw:
        drawn = draw(carried)
        given.draw.write_text("".join(_sheet_line(number, carried[number]) for number in drawn), encoding="utf-8")
        print(f"seed {SEED}: {len(drawn)} of {len(pool(carried))} numbers near the boundary")
        return
    verdicts = judge(point for points in carried.values() for point in points)
    print("\n".join(_told(number, verdicts[number]) for number in sorted(verdicts) if verdicts[number].container))
    print(f"{sum(verdict.container for verdict in verdicts.values())} of {len(verdicts)} numbers are containers")
    if JUDGED.is_file():
        print("\n".join(figures(verdicts, read_judged())))


def read_points(folder: Path) -> list[Point]:
    """The points of all minutes in a folder, as the graph would have them."""
    from extract.errors import ReadingError
    from extract.grammar import parse
    from extract.reading import read
    from graph.assembly import assemble

    found: dict[str, Point] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            records = parse(read(path))
        except ReadingError as error:
            print(f"{path.name}: {error}")
            continue
        for record in records:
            found.update((point.id, point) for point in points_of(assemble(record)))
    return [found[id_] for id_ in sorted(found)]


def by_number(points: Iterable[Point]) -> Mapping[str, Sequence[Point]]:
    """The points that carry each number, in order."""
    carried: dict[str, list[Point]] = {}
    for point in sorted(points, key=lambda point: point.place):
        if point.number is not None:
            carried.setdefault(point.number, []).append(point)
    return carried


def points_of(facts: Facts) -> list[Point]:
    """The points that one meeting states."""
    carried = {edge.start: edge.end for _, edge in facts.edges("HAS_NUMBER") if edge.props["principal"]}
    printed = {row["id"]: row["number"] for row in facts.nodes.get("CaseNumber", ())}
    return [
        Point(
            id=row["id"],
            number=carried.get(row["id"]),
            printed=printed.get(carried.get(row["id"], "")),
            kind=ItemKind(row["kind"]),
            title=row["title"],
            date=row.get("date"),
            meeting=facts.nodes["Meeting"][0]["id"],
            ordinal=row["ordinal"],
            item_number=row.get("number"),
        )
        for row in facts.nodes.get("AgendaItem", ())
    ]


def near_boundary(points: Sequence[Point]) -> bool:
    """Whether a rule may well be wrong about the number of these points. Says nothing of what it is."""
    housekeeping = sum(point.kind.housekeeping for point in points)
    if housekeeping:
        return housekeeping < len(points) or len(points) <= SMALL
    kinship = compare(point.title for point in points)
    again = max(Counter(point.body for point in points).values()) >= RECURRING
    return kinship.related < kinship.pairs or kinship.titles >= MANY_TITLES or again


def pool(carried: Mapping[str, Sequence[Point]]) -> list[str]:
    """The numbers near the boundary."""
    return [number for number in sorted(carried) if near_boundary(carried[number])]


def draw(carried: Mapping[str, Sequence[Point]]) -> list[str]:
    """Some numbers of the pool, the same at each call."""
    numbers = pool(carried)
    return sorted(random.Random(SEED).sample(numbers, min(DRAWN, len(numbers))))


def _sheet_line(number: str, points: Sequence[Point]) -> str:
    told = [
        {"date": str(point.date), "body": point.body.partition(".")[2], "title": point.title, "kind": point.kind.value}
        for point in points
    ]
    return json.dumps({"number": number, "points": told}, ensure_ascii=False) + "\n"


def read_judged(file: Path = JUDGED) -> Mapping[str, str]:
    """By number what the judge says: `container` or `case`, with `, unsure` where the judge was not sure."""
    said: Mapping[str, str] = json.loads(file.read_text("utf-8"))["verdicts"]
    return said


def figures(verdicts: Mapping[str, Verdict], judged: Mapping[str, str]) -> list[str]:
    """Precision and recall of the rule over the judged numbers, and where rule and judge differ."""
    sure = {number: said for number, said in judged.items() if not said.endswith(UNSURE)}
    found = {number for number in judged if number in verdicts and verdicts[number].container}
    true = {number for number, said in judged.items() if said.startswith("container")}
    lines = [
        f"judged blind: {len(judged)} numbers (seed {SEED}), {len(true)} of them containers",
        _figures("all", found, true),
        _figures(f"the {len(sure)} on which the judge was sure", found & sure.keys(), true & sure.keys()),
    ]
    lines += [f"only the rule: {number} ({judged[number]})" for number in sorted(found - true)]
    return lines + [f"only the judge: {number} ({judged[number]})" for number in sorted(true - found)]


def _figures(name: str, found: Collection[str], true: Collection[str]) -> str:
    both = len(set(found) & set(true))
    return f"{name}: precision {_share(both, len(found))}, recall {_share(both, len(true))}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "none (0 of 0)"


def _told(number: str, verdict: Verdict) -> str:
    counts = verdict.counts
    apart = "".join(f"; otherwise in {body}: {one.ground.value}" for body, one in verdict.bodies)
    return (
        f"{number}: {verdict.ground.value}: {counts.housekeeping} of {counts.points} points are housekeeping, "
        f"{counts.titles} titles, {counts.related} of {counts.pairs} pairs of them share a word{apart}"
    )


if __name__ == "__main__":
    main()
