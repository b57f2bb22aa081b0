"""What is judged of names, written beside what stands for them."""

from __future__ import annotations

from cypher import load_query
from graph import ids
from graph.facts import Edge, Kind
from graph.identity.identity import Identity
from graph.identity.judgements import Judgement, Ruled, Verdict
from graph.identity.named import NamedKind
from graph.schema import Row
from graph.store import Transaction
from graph.writing import write_edges, write_nodes


def write_judgements(transaction: Transaction, home: str, identity: Identity) -> None:
    """Write the judgements on the names of a municipality, or of all (`home`); what is plainly two is not told.

    Nor is what people say of a name that no document has: it may be of one that was removed.
    """
    transaction.run(load_query("load", "remove_judgements"), municipality=home)
    untold = set(identity.unknown)
    told = [one for one in identity.judgements if not _is_plain(one.judgement) and one.judgement not in untold]
    rows = [_row(ruled, home) for ruled in told]
    write_nodes(transaction, "Judgement", rows)
    for kind in NamedKind:
        pairs = {
            (row["id"], identity.resolve(kind, id_))
            for row in rows
            if row["kind"] == kind.value
            for id_ in (row["left"], row["right"])
        }
        write_edges(transaction, Kind("ABOUT", "Judgement", kind.value), [Edge(*pair, {}) for pair in sorted(pairs)])


def _is_plain(judgement: Judgement) -> bool:
    """Whether a rule says that two are different: there are as many of these as of pairs of members."""
    return judgement.verdict is Verdict.DIFFERENT and judgement.by_rule


def _row(ruled: Ruled, home: str) -> Row:
    judgement = ruled.judgement
    row = {
        "id": ids.part_id(judgement.left, "judgement", judgement.right, judgement.author, judgement.rule),
        "kind": judgement.kind,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "author": judgement.author,
        "rule": judgement.rule,
        "confidence": float(judgement.confidence),
        "reason": judgement.reason.code,
        "detail": judgement.reason.detail or None,
        "status": ruled.status.value,
        "municipality": home,
    }
    return {name: value for name, value in row.items() if value is not None}
