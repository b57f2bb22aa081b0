"""All facts of some points, gathered with one query for each kind of fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.models import (
    Absence,
    Amount,
    Attachment,
    Ballot,
    ConflictFact,
    ConflictStatement,
    Correction,
    Decision,
    Evidence,
    Explanation,
    Fact,
    FollowUp,
    LawMentioned,
    Mentioned,
    Notice,
    ProcedureStep,
    Recommendation,
    Reference,
    Referral,
    Rename,
    Section,
    Vote,
)
from api.service.rows import ask, facts_by
from graph.store import GraphStore
from graph.values import Row

_PLAIN: Mapping[str, tuple[str, type[Fact]]] = {
    "Section": ("sections", Section),
    "Recommendation": ("recommendations", Recommendation),
    "Attachment": ("attachments", Attachment),
    "Notice": ("notices", Notice),
    "FollowUp": ("follow_ups", FollowUp),
}
"""By label the field, and the shape of what has nothing but itself and its evidence."""
_CONFLICT = "Conflict"


@dataclass(slots=True)
class Gathered:
    """Points in one line each, and their facts by field of :class:`api.models.ItemFacts`, then by point."""

    points: list[Row] = field(default_factory=list)
    fields: dict[str, dict[str, list[Any]]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """Each point with all that is known of it."""
        for point in self.points:
            yield point | {name: tuple(facts.get(point["id"], ())) for name, facts in self.fields.items()}


def gather(store: GraphStore, ids: Sequence[str]) -> Gathered:
    """These points, in their order, with all their facts."""
    keys = list(ids)
    gathered = Gathered()
    references = ask(store, "item_references", ids=keys)
    meant = {target for row in references for target in row["items"]}
    points = {row["id"]: row for row in ask(store, "items", ids=sorted({*keys, *meant}))}
    gathered.points = [points[id_] for id_ in dict.fromkeys(keys) if id_ in points]
    gathered.fields["references"] = _references(references, points)
    rows = facts_of_labels(store, keys, *_PLAIN, _CONFLICT)
    for label, (name, shape) in _PLAIN.items():
        gathered.fields[name] = dict(facts_by("item", rows[label], shape))
    gathered.fields["conflicts"] = _by_item(rows[_CONFLICT], conflict_fact)
    gathered.fields["amounts"] = dict(facts_by("item", ask(store, "item_amounts", ids=keys), Amount))
    gathered.fields["evidence"] = {
        row["item"]: [Evidence.model_validate(part) for part in row["evidence"]]
        for row in ask(store, "item_evidence", ids=keys)
    }
    gathered.fields["procedure"] = dict(
        facts_by("item", ask(store, "item_procedure", ids=keys), ProcedureStep, _with("body", "shown_at"))
    )
    gathered.fields["decisions"] = decisions_of(store, keys)
    gathered.fields["absences"] = dict(
        facts_by("item", ask(store, "item_absences", ids=keys), Absence, _with("person"))
    )
    gathered.fields["renames"] = dict(facts_by("item", ask(store, "item_renames", ids=keys), Rename, rename_ends))
    gathered.fields["corrections"] = _by_item(
        ask(store, "item_corrections", ids=keys), lambda row: Correction.model_validate(row["correction"])
    )
    gathered.fields["laws"], gathered.fields["mentioned"] = _mentions(store, keys)
    return gathered


def facts_of_labels(store: GraphStore, ids: Sequence[str], *labels: str) -> dict[str, list[Row]]:
    """What stands at these points (``item``, ``fact``, ``evidence``), by label; see ``item_facts``."""
    found: dict[str, list[Row]] = {label: [] for label in labels}
    for row in ask(store, "item_facts", ids=list(ids), labels=labels) if ids else ():
        found[row["label"]].append(row)
    return found


def rename_ends(row: Row) -> dict[str, Any]:
    """The two organisations or bodies of a change of name."""
    ends = "organisation" if row["fact"].get("kind") in (None, "organisation") else "body"
    return {f"old_{ends}": row["old"], f"new_{ends}": row["new"]}


def conflict_fact(row: Row) -> ConflictFact:
    """A conflict from its row: ``fact``, and ``evidence`` with the statement that each supports as its field."""
    statements = {
        name: ConflictStatement(
            text=row["fact"][name],
            evidence=tuple(Evidence.model_validate(one) for one in row["evidence"] if one["field"] == name),
        )
        for name in ("statement_a", "statement_b")
    }
    return ConflictFact.model_validate({**row["fact"], **statements})


def _by_item(rows: Iterable[Row], make: Callable[[Row], Any]) -> dict[str, list[Any]]:
    gathered: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        gathered[row["item"]].append(make(row))
    return dict(gathered)


def _with(*columns: str) -> Any:
    return lambda row: {column: row[column] for column in columns}


def decisions_of(store: GraphStore, ids: list[str]) -> dict[str, list[Decision]]:
    """The decisions of these points with their votes, by point."""
    votes = _votes(store, ids)
    return dict(
        facts_by(
            "item",
            ask(store, "item_decisions", ids=ids),
            Decision,
            lambda row: {
                "body": row["body"],
                "counts_at": row["counts_at"],
                "votes": tuple(votes.get(row["fact"]["id"], ())),
            },
        )
    )


def _votes(store: GraphStore, ids: list[str]) -> dict[str, list[Vote]]:
    rows = ask(store, "item_votes", ids=ids)
    if not rows:
        return {}
    ballots = facts_by("vote", ask(store, "item_ballots", ids=ids), Ballot, _with("person"))
    told = ask(store, "item_vote_facts", ids=ids)
    explanations = facts_by("vote", (row for row in told if row["label"] == "Explanation"), Explanation)
    referrals = facts_by("vote", (row for row in told if row["label"] == "Referral"), Referral)

    def parts(row: Row) -> dict[str, Any]:
        vote = row["fact"]["id"]
        return {
            "mover": row["mover"],
            "ballots": tuple(ballots.get(vote, ())),
            "explanations": tuple(explanations.get(vote, ())),
            "referral": next(iter(referrals.get(vote, ())), None),
        }

    return dict(facts_by("decision", rows, Vote, parts))


def _references(rows: Iterable[Row], points: Mapping[str, Row]) -> dict[str, list[Reference]]:
    def ends(row: Row) -> dict[str, Any]:
        return {"items": [points[id_] for id_ in row["items"] if id_ in points], "meetings": row["meetings"]}

    return dict(facts_by("item", rows, Reference, ends))


def _mentions(store: GraphStore, ids: list[str]) -> tuple[dict[str, list[LawMentioned]], dict[str, list[Mentioned]]]:
    laws: dict[str, list[LawMentioned]] = defaultdict(list)
    others: dict[str, list[Mentioned]] = defaultdict(list)
    for row in ask(store, "item_mentions", ids=ids):
        thing = {"id": row["id"], "name": row["name"] or row["id"]}
        proof = {"count": row["count"], "evidence": row["evidence"]}
        if row["label"] in ("Law", "Provision"):
            law, provision = (thing, None) if row["law"] is None else (row["law"], thing)
            laws[row["item"]].append(LawMentioned.model_validate({"law": law, "provision": provision, **proof}))
        else:
            kind = row["label"].lower()
            others[row["item"]].append(Mentioned.model_validate({"kind": kind, **thing, **proof}))
    return dict(laws), dict(others)
