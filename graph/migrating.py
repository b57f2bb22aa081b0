"""Which steps of the schema a graph still has to take, and whether those that it took are the ones at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cypher.migrations import Migration, Stage
from graph.errors import MigrationChanged, MigrationMissing, MigrationNewer
from graph.values import Row

ANEW = "read the documents into a new store"


def outstanding(recorded: Sequence[Row], known: Sequence[Migration], until: Stage) -> Iterator[Migration]:
    """The steps up to a stage that are not recorded (rows of number, name, digest), in order.

    Raises a :class:`graph.errors.StoreError` where the graph has taken a step that is not at hand, or reads otherwise.
    """
    by_number = {each.number: each for each in known}
    for row in sorted(recorded, key=lambda each: int(each["number"])):
        _check(row, by_number)
    done = {row["number"] for row in recorded}
    stages = list(Stage)
    for each in known:
        if each.number not in done and stages.index(each.stage) <= stages.index(until):
            yield each


def _check(row: Row, known: dict[int, Migration]) -> None:
    number, name = row["number"], row["name"]
    step = f"step {number} ({name}) of the schema"
    if number > max(known, default=0):
        raise MigrationNewer(
            f"The store has taken {step}, which this version of Sagsgraf does not know.",
            f"Use the newer version that made the store, or {ANEW}.",
        )
    if number not in known:
        raise MigrationMissing(
            f"The store has taken {step}, whose file is missing.",
            f"Put cypher/schema/{number}_{name} back, or {ANEW}.",
        )
    if row["digest"] != known[number].digest:
        raise MigrationChanged(
            f"The store has taken {step} in another form than {known[number].path.name} has now.",
            f"Put the file back as it was and write the change as a new number, or {ANEW}.",
        )
