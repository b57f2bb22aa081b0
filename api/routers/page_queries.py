"""The pages of the library of questions: what there is to ask, and each with a form and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.errors import NotFound
from api.pages import render
from api.pages.library import parameter_text, themes_of
from api.pages.scopes import PARAMETER
from api.pages.tables import table_of
from api.pages.texts import Texts, texts_of
from api.routers.parameters import Store
from api.service import municipalities
from api.service.queries import ask_query, find_query
from cypher import ParameterType, Query, query_names
from cypher.binding import bind
from cypher.catalogue import LIBRARY, examples
from cypher.errors import ParameterInvalid
from cypher.wording import parameter_of

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

MOST = 500  # rows on a page; the whole answer is there as CSV and JSON


@router.get("/spoergsmaal")
def list_questions(request: Request) -> Response:
    """Every question, by theme."""
    return render(request, "queries.html", themes=themes_of(texts_of(request)))


@router.get("/spoergsmaal/{name}")
def ask_question(request: Request, store: Store, name: str) -> Response:
    """A question with its form; asked as soon as what it needs is given."""
    if name not in query_names(LIBRARY):
        raise NotFound("query", name, cure="The page /spoergsmaal lists them.")
    query = find_query(name)
    texts = texts_of(request)
    given = _given(request, query)
    chosen = {key: value for key, value in given.items() if value}
    table, answer, wrong = None, None, None
    if all(one.name in chosen for one in query.parameters if one.required):
        try:
            parameters = bind(query, chosen)
        except ParameterInvalid as error:
            wrong = error.name
        else:
            limit = min(parameters.get("limit", MOST), MOST)
            answer = ask_query(store, query, {**parameters, "limit": limit} if "limit" in parameters else parameters)
            table = table_of(texts, query, answer)
    return render(
        request,
        "query.html",
        422 if wrong else 200,
        query=query,
        fields=[_field(texts, query, one.name, given) for one in query.parameters],
        table=table,
        answer=answer,
        wrong=wrong,
        data={form: f"/api/queries/{query.name}?{urlencode({**chosen, 'format': form})}" for form in ("csv", "json")},
        onward=[find_query(each) for each in query.next],
        scopes=municipalities.municipality_names(store),
    )


def _given(request: Request, query: Query) -> dict[str, str]:
    """What the address gives; the municipality that the reader keeps to, where a question is asked about none yet."""
    given = {key: value.strip() for key, value in request.query_params.items() if key != PARAMETER}
    scope = request.state.scope
    if scope:
        given |= {
            one.name: given.get(one.name, scope.id)
            for one in query.parameters
            if _kind(query, one.name, one.type) == "municipality"
        }
    return given


def _field(texts: Texts, query: Query, name: str, given: Mapping[str, str]) -> dict[str, Any]:
    """How the form asks for a parameter."""
    (parameter,) = (one for one in query.parameters if one.name == name)
    shown = [pair.split("=", 1)[1] for pairs in examples(query) for pair in pairs if pair.split("=", 1)[0] == name]
    default = parameter.default or ""
    return {
        "name": name,
        "text": parameter_text(texts, query, parameter),
        "kind": _kind(query, name, parameter.type),
        "required": parameter.required,
        "value": given.get(name, default if parameter.type is not ParameterType.STRING else ""),
        "shown": shown[0] if shown else default,
    }


def _kind(query: Query, name: str, type_: ParameterType) -> str:
    if name == "municipality" and "id" in parameter_of(query, name):
        return "municipality"
    kinds = {ParameterType.INTEGER: "integer", ParameterType.FLOAT: "number", ParameterType.BOOLEAN: "truth"}
    return kinds.get(type_, "text")
