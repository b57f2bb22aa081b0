"""The page on which readers ask in Cypher of their own: an editor, and the answer as a table and as a drawing."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, TypeAlias

import orjson
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.errors import ApiError, NotFound, StatementForbidden
from api.models import CypherAnswer, CypherQuestion
from api.pages import render
from api.pages.cells import cell_of
from api.pages.library import themes_of
from api.pages.texts import texts_of
from api.routers.cypher import check_open, is_foreign, read_json
from api.routers.parameters import Store
from api.service.cypher import ask_cypher
from api.service.drawing import KINDS
from api.service.queries import find_query
from cypher import Query as LibraryQuery
from cypher import query_names
from cypher.binding import bind
from cypher.catalogue import LIBRARY, examples
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

LONGEST = 8_000  # characters of a statement in an address
ROWS = 200
CELL_BYTES = 2_000
PAGE_BYTES = 1_000_000

Statement: TypeAlias = Annotated[str, Query(max_length=LONGEST)]


@router.get("/cypher")
def ask_in_cypher(
    request: Request,
    store: Store,
    q: Statement = "",
    parametre: Annotated[str, Query(max_length=LONGEST)] = "",
    eksempel: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """The editor; with a statement its answer, unless a page of another site led here: then the reader decides."""
    check_open(request)
    if eksempel and not q:
        q, parametre = _example(eksempel)
        return _page(request, q, parametre)
    if not q.strip() or is_foreign(request):
        return _page(request, q, parametre)
    try:
        answer = _answer(store, q, parametre)
    except ApiError as error:
        reason = error.reason if isinstance(error, StatementForbidden) else ""
        return _page(request, q, parametre, error.status, error=error, reason=reason)
    except ValueError as error:
        return _page(request, q, parametre, 422, wrong=str(error))
    return _page(request, q, parametre, answer=answer)


def _answer(store: GraphStore, statement: str, parameters: str) -> CypherAnswer:
    """The answer; ValueError when the parameters are no JSON object."""
    given = read_json(parameters) if parameters.strip() else {}
    if not isinstance(given, dict):
        raise ValueError("A JSON object begins with { and ends with }.")
    question = CypherQuestion(statement=statement, parameters=given, rows=ROWS)
    return ask_cypher(store, question, cell=CELL_BYTES, size=PAGE_BYTES)


def _page(
    request: Request,
    statement: str,
    parameters: str,
    status: int = 200,
    *,
    answer: CypherAnswer | None = None,
    error: ApiError | None = None,
    reason: str = "",
    wrong: str = "",
) -> Response:
    table = [[cell_of(value) for value in row] for row in answer.rows] if answer else []
    nodes = answer.graph.nodes if answer else ()
    kinds = [*KINDS, *sorted({node.kind for node in nodes} - set(KINDS))]
    groups = [(kind, [node for node in nodes if node.kind == kind]) for kind in kinds]
    return render(
        request,
        "cypher.html",
        status,
        statement=statement,
        parameters=parameters,
        answer=answer,
        table=table,
        groups=[(kind, each) for kind, each in groups if each],
        names={node.key: node for node in nodes},
        error=error,
        reason=reason,
        wrong=wrong,
        rows=ROWS,
        longest=LONGEST,
        themes=themes_of(texts_of(request)),
    )


def _example(name: str) -> tuple[str, str]:
    """A question of the library without its header, and the parameters of its example as JSON."""
    if name not in query_names(LIBRARY):
        raise NotFound("query", name, cure="The page /spoergsmaal lists them.")
    query = find_query(name)
    code = [line for line in query.text.splitlines() if not line.startswith("//")]
    return "\n".join(code).strip(), _parameters(query)


def _parameters(query: LibraryQuery) -> str:
    pairs = dict(pair.split("=", 1) for pair in next(iter(examples(query)), ()))
    bound: dict[str, Any] = bind(query, pairs) if query.parameters else {}
    shown = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in bound.items()}
    return orjson.dumps(shown, option=orjson.OPT_INDENT_2).decode() if shown else ""
