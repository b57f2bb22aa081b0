"""Parts of the graph, for drawing. Each answers with one shape, whatever it is drawn of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query

from api.models import Drawing
from api.routers.parameters import Day, Store, problems
from api.routers.resource import ResourceRoute
from api.service import neighbourhood as service
from api.service import networks, ways
from api.service.drawing import KINDS, Shown, only

router = APIRouter(prefix="/api", tags=["graph"], route_class=ResourceRoute)

_LONG = 520
_KINDS = f"^({'|'.join(KINDS)})$"
Node: TypeAlias = Annotated[
    str,
    Query(
        min_length=1,
        max_length=_LONG,
        description="A kind and an id, 'case:…', 'item:…', 'person:…'; or an id alone.",
        examples=["case:nordlev.teknik-og-miljoeudvalget.2024-03-05.2"],
    ),
]
Depth: TypeAlias = Annotated[int, Query(ge=1, le=service.MOST_DEPTH, description="Steps from the node.", examples=[2])]
Most: TypeAlias = Annotated[int, Query(ge=1, le=service.MOST, description="At most so many nodes.", examples=[80])]
Opened: TypeAlias = Annotated[
    Sequence[Annotated[str, Query(max_length=_LONG)]],
    Query(
        alias="open",
        max_length=service.MOST_OPENED,
        description="Keys of nodes that are drawn: each brings what stands beside it.",
        examples=[[]],
    ),
]
Least: TypeAlias = Annotated[
    int, Query(ge=1, le=1000, description="Only pairs with so many votes together.", examples=[1])
]


def _shown(
    without: Annotated[
        Sequence[Annotated[str, Query(pattern=_KINDS)]],
        Query(max_length=len(KINDS), description="Kinds that are left out.", examples=[["meeting"]]),
    ] = (),
    since: Annotated[
        Day | None, Query(description="Of what has a date only what is not before.", examples=["2024-01-01"])
    ] = None,
    until: Annotated[
        Day | None, Query(description="Of what has a date only what is not after.", examples=["2024-12-31"])
    ] = None,
) -> Shown:
    return Shown(frozenset(without), since, until)


View: TypeAlias = Annotated[Shown, Depends(_shown)]
Kept: TypeAlias = Annotated[
    str | None,
    Query(
        max_length=100, description="Only what is of this municipality, by its id, or of none.", examples=["nordlev"]
    ),
]


@router.get("/graph", responses=problems(404))
def neighbourhood(
    store: Store,
    view: View,
    node: Node,
    depth: Depth = service.DEPTH,
    limit: Most = service.LIMIT,
    opened: Opened = (),
    municipality: Kept = None,
) -> Drawing:
    """What lies around a node. Where it is more than the limit, those best connected are kept, and it says so."""
    return only(
        service.neighbourhood(store, node, depth=depth, limit=limit, opened=opened, municipality=municipality), view
    )


@router.get("/graph/case", responses=problems(404))
def case_way(
    store: Store,
    view: View,
    case: Annotated[
        str,
        Query(
            min_length=1,
            max_length=_LONG,
            description="The id of a case, or of one of its points.",
            examples=["nordlev.teknik-og-miljoeudvalget.2024-03-05.2"],
        ),
    ],
    opened: Opened = (),
    municipality: Kept = None,
) -> Drawing:
    """A case's way: its points in the order of time, and the bodies that had them or are quoted there."""
    return only(ways.case_way(store, case, opened=opened, municipality=municipality), view)


@router.get("/graph/votes", responses=problems(404))
def voting(
    store: Store,
    view: View,
    of: Annotated[
        str,
        Query(
            min_length=1,
            max_length=_LONG,
            description="The id of a body or a municipality.",
            examples=["nordlev.teknik-og-miljoeudvalget"],
        ),
    ],
    least: Least = 1,
    limit: Most = service.LIMIT,
    opened: Opened = (),
    municipality: Kept = None,
) -> Drawing:
    """Who votes with whom, by ballots as printed: alike in at least half of their votes together, or apart."""
    return only(networks.voting(store, of, least=least, limit=limit, opened=opened, municipality=municipality), view)


@router.get("/graph/partner", responses=problems(404))
def partner(
    store: Store,
    view: View,
    organisation: Annotated[
        str,
        Query(min_length=1, max_length=_LONG, description="The id of an organisation.", examples=["cykelforum"]),
    ],
    limit: Most = service.LIMIT,
    opened: Opened = (),
    municipality: Kept = None,
) -> Drawing:
    """What an organisation has to do with: bodies and cases whose points name it, and who else they name."""
    return only(networks.partner(store, organisation, limit=limit, opened=opened, municipality=municipality), view)


@router.get("/path", responses=problems(404))
def path(
    store: Store,
    view: View,
    start: Annotated[
        str,
        Query(
            alias="from",
            min_length=1,
            max_length=_LONG,
            description="A kind and an id, or an id alone.",
            examples=["person:nordlev.carl-oest"],
        ),
    ],
    end: Annotated[
        str,
        Query(
            alias="to",
            min_length=1,
            max_length=_LONG,
            description="A kind and an id, or an id alone.",
            examples=["organisation:cykelforum"],
        ),
    ],
    opened: Opened = (),
    municipality: Kept = None,
) -> Drawing:
    """The shortest ways from one thing to another; the two alone where none is found."""
    return only(ways.path(store, start, end, opened=opened, municipality=municipality), view)
