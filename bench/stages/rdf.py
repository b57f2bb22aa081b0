"""Writing RDF: sorted Turtle by pyoxigraph, beside the serializer that rdflib brings."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.racing import race
from bench.report import Figure, Skipped
from bench.stages import Plan
from bench.stages.places import filled_store

BASE = "https://sagsgraf.example"


def measure(plan: Plan) -> list[Figure | Skipped]:
    """Milliseconds a thousand triples, from the store to the file."""
    try:
        from graph.rdf.exporting import Format, export
        from graph.rdf.model import triples
    except ImportError as error:
        return [Skipped("RDF export", f"graph.rdf is not there ({error})")]
    from rdflib import Graph

    with filled_store(max(2, plan.times // 4)) as (store, _), TemporaryDirectory(prefix="sagsgraf-bench-") as folder:
        out = Path(folder) / "graph.ttl"

        def ours() -> int:
            return max(1, export(store, Format.TURTLE, out, BASE) // 1000)

        def peer() -> int:
            graph = Graph()
            for triple in triples(store, BASE):
                graph.add(triple)
            graph.serialize(out, "turtle")
            return max(1, len(graph) // 1000)

        found = race(ours, peer, min(plan.rounds, 3))
        note = f"about {ours()},000 triples; both read the same store, ours sorts so that two exports can be compared"
    return [Figure("RDF export, Turtle", "1,000 triples", "rdflib Graph.add + serialize", found, note)]
