"""The library of questions (`cypher/explore`): what there is to ask, and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.models.queries import QueryAnswer, QueryColumn, QueryDescription, QueryParameter
from cypher import Query, load_query, query_names
from cypher.binding import MOST_ROWS, default_of
from cypher.catalogue import LIBRARY, examples, remarks
from cypher.wording import column_of, load_wording
from graph.store import GraphStore

SECONDS = 30.0


def library() -> tuple[Query, ...]:
    """All queries, by theme and name."""
    themes = list(load_wording().theme)
    queries = [load_query(LIBRARY, name) for name in query_names(LIBRARY)]
    return tuple(sorted(queries, key=lambda query: (themes.index(query.theme), query.name)))


def find_query(name: str) -> Query:
    """The query of a name, however it is joined; :class:`cypher.errors.QueryUnknown` when there is none."""
    return load_query(LIBRARY, name.replace("-", "_"))


def describe_query(query: Query) -> QueryDescription:
    """What a query asks, takes and answers."""
    return QueryDescription(
        name=query.name,
        theme=query.theme,
        question=query.question,
        question_da=query.question_da,
        remarks=remarks(query),
        parameters=tuple(
            QueryParameter(
                name=one.name, type=one.type.value, required=one.required, default=default_of(one), text=one.text
            )
            for one in query.parameters
        ),
        columns=tuple(
            QueryColumn(name=name, text=words.en, ids=words.ids or None)
            for name in query.columns
            for words in [column_of(query, name)]
        ),
        examples=tuple(dict(pair.split("=", 1) for pair in pairs) for pairs in examples(query)),
        next=query.next,
    )


def ask_query(store: GraphStore, query: Query, parameters: Mapping[str, Any]) -> QueryAnswer:
    """The answer to a query whose parameters are bound; raises a :class:`graph.errors.GraphError`."""
    limit = int(parameters.get("limit", MOST_ROWS))
    asked = {**parameters, "limit": limit + 1} if "limit" in parameters else parameters  # one more tells of more
    result = store.read_guarded(query.text, asked, seconds=SECONDS, rows=limit)
    return QueryAnswer(
        query=query.name,
        parameters=dict(parameters),
        columns=query.columns,
        rows=result.rows,
        truncated=result.truncated,
    )
