"""A pattern that matches is seen, one that does not is told, and reading goes on as if nobody watched."""

from pathlib import Path

from bench.quality.rules import declared_rules, read_all, unused, watching
from extract.extraction import extract
from extract.reading import read

EXAMPLE = next(Path(__file__).resolve().parents[3].joinpath("examples", "minutes", "nordlev").glob("2024-03-12*.txt"))


def test_what_matches_is_counted_and_nothing_changes() -> None:
    before = extract(read(EXAMPLE))
    with watching() as counts:
        assert extract(read(EXAMPLE)) == before
        read_all([EXAMPLE])
    assert extract(read(EXAMPLE)) == before
    assert any(count for name, count in counts.items() if name.startswith("grammar: "))
    assert set(unused(counts)) < {*counts, *declared_rules()}
    assert "entities: money.kroner" in declared_rules()
