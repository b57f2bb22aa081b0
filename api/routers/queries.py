"""The library of questions: listed, and each asked at an address of its own, with typed parameters."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.models import QueryAnswer, QueryList
from api.routers.parameters import Day, Store, problems
from api.routers.resource import ResourceRoute
from api.service.queries import ask_query, describe_query, library
from cypher import Parameter, ParameterType
from cypher import Query as LibraryQuery
from cypher.binding import LONGEST, default_of, least_and_most
from cypher.catalogue import examples

router = APIRouter(prefix="/api/queries", tags=["queries"], route_class=ResourceRoute)

_TYPES: Mapping[ParameterType, type] = {
    ParameterType.STRING: str,
    ParameterType.INTEGER: int,
    ParameterType.FLOAT: float,
    ParameterType.BOOLEAN: bool,
    ParameterType.DATE: dt.date,
}
_READ: Mapping[ParameterType, Any] = {**_TYPES, ParameterType.DATE: Day}  # as a parameter of an address
_SHOWN: Mapping[str, Any] = {  # where no example of any query gives the parameter
    pair.split("=", 1)[0]: pair.split("=", 1)[1] for one in library() for pairs in examples(one) for pair in pairs
}


@router.get("", responses=problems(store=False))
def list_queries() -> QueryList:
    """Every question of the library, by theme. Each is asked at /api/queries/ and its name."""
    return QueryList(queries=tuple(map(describe_query, library())))


def _add_query(query: LibraryQuery) -> None:
    names = {_identifier(one.name): one.name for one in query.parameters}

    def ask(store: Store, **given: Any) -> Any:
        return ask_query(store, query, {names[name]: value for name, value in given.items()})

    own = [_annotated(query, one) for one in query.parameters]
    shared = inspect.Parameter("store", inspect.Parameter.KEYWORD_ONLY, annotation=Store)
    ask.__signature__ = inspect.Signature([*own, shared])  # type: ignore[attr-defined]
    router.add_api_route(
        f"/{query.name}",
        ask,
        name=f"query_{query.name}",
        description=query.question,
        response_model=QueryAnswer,
        responses=problems(),
    )


def _identifier(name: str) -> str:
    return f"{name}_"  # 'from' is a word of Python, and 'store' is ours


def _annotated(query: LibraryQuery, parameter: Parameter) -> inspect.Parameter:
    """A parameter of the query as the web framework reads it."""
    limits: dict[str, Any] = {}
    if parameter.type is ParameterType.STRING:
        limits = {"max_length": LONGEST}
    elif parameter.type is ParameterType.INTEGER:
        least, most = least_and_most(parameter)
        limits = {"ge": least, "le": most}
    elif parameter.type is ParameterType.FLOAT:
        limits = {"allow_inf_nan": False}
    told = Query(
        alias=parameter.name,
        description=_sentence(parameter.text),
        examples=[_example(query, parameter)],
        **limits,
    )
    return inspect.Parameter(
        _identifier(parameter.name),
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[_READ[parameter.type], told],
        default=inspect.Parameter.empty if parameter.required else default_of(parameter),
    )


def _example(query: LibraryQuery, parameter: Parameter) -> Any:
    own = {pair.split("=", 1)[0]: pair.split("=", 1)[1] for pairs in examples(query) for pair in pairs}
    text = own.get(parameter.name, parameter.default) or _SHOWN.get(parameter.name, "")
    return _TYPES[parameter.type](text) if parameter.type is not ParameterType.BOOLEAN else text == "true"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


for each in library():
    _add_query(each)
