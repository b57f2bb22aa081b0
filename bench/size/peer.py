"""The peer of the API: a bare FastAPI that runs the same statements through the driver and gives their rows as JSON.

``python -m bench.size.peer FILE`` serves what FILE holds (pickled): how the store is reached, and by question and
place the statements that our service ran for it.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import neo4j
import orjson
import uvicorn
from fastapi import FastAPI, Response

from graph.store import Connection

Statements: TypeAlias = Sequence[tuple[str, dict[str, Any]]]
"""Each with its parameters."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the peer is given."""

    connection: Connection
    questions: Mapping[str, Sequence[Statements]]


def peer(recorded: Recorded) -> FastAPI:
    """The application."""
    app = FastAPI()
    connection = recorded.connection
    driver = neo4j.GraphDatabase.driver(connection.uri, auth=connection.writer)

    @app.get("/{question}/{place}")
    def answer(question: str, place: int) -> Response:
        with driver.session(database=connection.database) as session:
            rows = [session.execute_read(partial(_run, *asked)) for asked in recorded.questions[question][place]]
        return Response(orjson.dumps(rows, default=str), media_type="application/json")

    return app


def _run(text: str, given: dict[str, Any], transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
    return transaction.run(text, given).data()


def main() -> None:
    """Serve on a free port, which uvicorn tells."""
    recorded = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - the benchmark's own file
    uvicorn.run(peer(recorded), port=0, access_log=False)


if __name__ == "__main__":
    main()
