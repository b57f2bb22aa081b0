"""Who is who, home by home: names belong to a municipality, or to all of them; each home is judged by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.identity.identity import Identity, identify
from graph.identity.judgements import Judgement
from graph.identity.named import Named

NATIONAL = "-"  # stands for the names that all municipalities share; no municipality has this id
Canonical = Mapping[tuple[str, str], str]  # (label, id) → the id that stands for it; only what is merged


def home(id_: str) -> str:
    """The municipality of an id; what all share has none."""
    return id_.split(".")[0] if "." in id_ else NATIONAL


def about(where: str, judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those on two ids of one home; of a municipality also those on one of its ids and a shared one."""
    homes = ({home(one.left), home(one.right)} for one in judgements)
    return [one for one, ends in zip(judgements, homes, strict=True) if where in ends and ends <= {where, NATIONAL}]


def identify_national(names: Sequence[Named], judgements: Sequence[Judgement]) -> Identity:
    """Who is who among the names that all share. Raises `JudgementsContradict`."""
    return identify(names, about(NATIONAL, judgements))


def identify_own(
    municipality: str, names: Sequence[Named], national: Sequence[Named], judgements: Sequence[Judgement]
) -> Identity:
    """Who is who among a municipality's own names, judged beside those that all share."""
    return identify([*names, *national], about(municipality, judgements)).only(f"{municipality}.")


def canonical_ids(identity: Identity) -> Canonical:
    """Under which ids things stand."""
    return {(kind.value, id_): chosen for (kind, id_), chosen in identity.canonical.items()}
