"""What every address of the API has beside its answer: the forms it comes in, an ``ETag``, the link to its next page.

A list comes as CSV too, a thing as JSON-LD and Turtle, a drawing as GraphML and GEXF. The shape of the answer says
which of these it is, so that a router says nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import quote, urlencode

import orjson
from fastapi import Depends, Query, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from api.addresses import path_in, public_root
from api.answers import answer_kept
from api.drawings import write_drawing
from api.forms import MEDIA, Form, wanted_form
from api.models import Drawing, Linked, QueryAnswer, Shape, Table
from api.routers.parameters import one_problem
from api.tables import as_csv, columns_of, rows_of

THINGS: Mapping[str, str] = {  # the addresses that answer with one thing, and its label in the graph
    "/api/municipalities/{id}": "Municipality",
    "/api/bodies/{id}": "Body",
    "/api/meetings/{id}": "Meeting",
    "/api/items/{id}": "AgendaItem",
    "/api/cases/{id}": "Case",
    "/api/case-numbers/{id}": "CaseNumber",
    "/api/decisions/{id}": "Decision",
    "/api/votes/{id}": "Vote",
    "/api/persons/{id}": "Person",
    "/api/parties/{id}": "Party",
    "/api/organisations/{id}": "Organisation",
    "/api/laws/{id}": "Law",
    "/api/provisions/{id}": "Provision",
    "/api/plans/{id}": "Plan",
    "/api/topics/{id}": "Topic",
    "/api/documents/{id}": "Document",
}
_TABLES = (Form.JSON, Form.CSV)
_THINGS = (Form.JSON, Form.JSON_LD, Form.TURTLE)
_DRAWINGS = (Form.JSON, Form.GRAPHML, Form.GEXF)
_LINKED = (Form.JSON, Form.JSON_LD)
_TOLD = "The answer's form; else the Accept header says it."


async def _of_table(form: Annotated[Literal["json", "csv"] | None, Query(alias="format", description=_TOLD, examples=["csv"])] = None) -> None:  # fmt: skip  # noqa: E501
    """A list's ``format``."""


async def _of_thing(form: Annotated[Literal["json", "jsonld", "turtle"] | None, Query(alias="format", description=_TOLD, examples=["turtle"])] = None) -> None:  # fmt: skip  # noqa: E501
    """A thing's ``format``."""


async def _of_drawing(form: Annotated[Literal["json", "graphml", "gexf"] | None, Query(alias="format", description=_TOLD, examples=["graphml"])] = None) -> None:  # fmt: skip  # noqa: E501
    """A drawing's ``format``."""


async def _of_linked(form: Annotated[Literal["json", "jsonld"] | None, Query(alias="format", description=_TOLD, examples=["jsonld"])] = None) -> None:  # fmt: skip  # noqa: E501
    """The ``format`` of what is JSON-LD already."""


_PARAMETERS: Mapping[Sequence[Form], Callable[..., Coroutine[None, None, None]]] = {
    _TABLES: _of_table,
    _THINGS: _of_thing,
    _DRAWINGS: _of_drawing,
    _LINKED: _of_linked,
}


class ResourceRoute(APIRoute):
    """A route whose answer comes in forms, may be kept by a client, and links to what follows it."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:
        given = more.get("response_model")
        self._shape: Any = given if isinstance(given, type) else get_type_hints(endpoint).get("return")
        self._offered = _offered(path, self._shape)
        if self._offered in _PARAMETERS:
            more["dependencies"] = [*(more.get("dependencies") or ()), Depends(_PARAMETERS[self._offered])]
        if self._offered:
            more["responses"] = {**(more.get("responses") or {}), **self._responses()}
        super().__init__(path, endpoint, **more)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with the answer in the form that is wanted."""
        answer = super().get_route_handler()
        if not self._offered:
            return answer

        async def formed(request: Request) -> Response:
            form = wanted_form(request, self._offered)
            response = await answer(request)
            if response.status_code != 200:
                return response
            body = response.body if form is Form.JSON else await run_in_threadpool(self._write, request, response, form)
            kept = answer_kept(request, bytes(body), f"{MEDIA[form]}; charset=utf-8")
            kept.headers["Vary"] = "Accept"
            if following := _following(bytes(response.body)) if self._is_page else None:
                kept.headers["Link"] = f'<{_address(request, following)}>; rel="next"'
            if form is Form.CSV:
                kept.headers["Content-Disposition"] = f'attachment; filename="{self.name}.csv"'
            return kept

        return formed

    @property
    def _is_page(self) -> bool:
        return isinstance(self._shape, type) and issubclass(self._shape, Table)

    def _write(self, request: Request, response: Response, form: Form) -> bytes:
        answer: dict[str, Any] = orjson.loads(bytes(response.body))
        if form is Form.CSV:
            if self._shape is QueryAnswer:
                return as_csv(answer["columns"], answer["rows"]).encode()
            return as_csv(columns_of(self._shape), rows_of(self._shape, answer)).encode()
        if self._offered == _LINKED:
            return bytes(response.body)
        if form in _DRAWINGS:
            return write_drawing(answer, form)
        from graph.rdf import Format, describe  # heavy, and wanted by few

        store = request.app.state.keeper.store()
        return describe(store, THINGS[self.path], answer["id"], Format(form.value), public_root(request))

    def _schema(self, form: Form) -> dict[str, Any]:
        if form is not Form.JSON_LD:
            return {"type": "string"}
        return {"type": "object"} if self._offered == _LINKED else {"type": "array", "items": {"type": "object"}}

    def _responses(self) -> dict[int | str, dict[str, Any]]:
        texts = {MEDIA[form]: {"schema": self._schema(form)} for form in self._offered if form is not Form.JSON}
        etag = {"ETag": {"schema": {"type": "string"}, "description": "Give it as If-None-Match."}}
        link = {"Link": {"schema": {"type": "string"}, "description": "The next page, where there is one (RFC 8288)."}}
        told: dict[int | str, dict[str, Any]] = {
            200: {"content": texts, "headers": {**etag, **(link if self._is_page else {})}},
            304: {"description": "It is what the client has (If-None-Match).", "headers": etag},
            406: one_problem("The answer is in none of the forms that are accepted."),
        }
        return told


def _offered(path: str, shape: object) -> Sequence[Form]:
    if path in THINGS:
        return _THINGS
    if not isinstance(shape, type) or not issubclass(shape, Shape):
        return ()
    if issubclass(shape, Linked):
        return _LINKED
    if issubclass(shape, Table | QueryAnswer):
        return _TABLES
    return _DRAWINGS if issubclass(shape, Drawing) else (Form.JSON,)


def _following(body: bytes) -> str | None:
    following: str | None = orjson.loads(body).get("next")
    return following


def _address(request: Request, following: str) -> str:
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{public_root(request)}{quote(path_in(request))}?{urlencode([*asked, ('after', following)])}"
