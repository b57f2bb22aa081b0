"""The OpenAPI description, beyond what the routes say themselves."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from api.models import Problem

DESCRIPTION = """\
Sagsgraf reads the minutes of Danish municipal committees: cases, decisions, votes, people, laws, partners.

Every fact carries its evidence: document, page, line, quote, the rule that read it, and a confidence.
Nothing is invented: a vote by block stays a block, what is unknown is left out.
Errors are problem details (RFC 9457). Lists go on with `after`, the `next` of the page before.
"""


def describe(app: FastAPI) -> None:
    """Let the description hold the shape of problems, which every route refers to."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            description = make()
            shapes = description.setdefault("components", {}).setdefault("schemas", {})
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            shapes.update(problem.pop("$defs", {}))
            shapes[Problem.__name__] = problem
            for unused in ("HTTPValidationError", "ValidationError"):
                shapes.pop(unused, None)
        return app.openapi_schema or make()

    app.openapi = openapi  # type: ignore[method-assign]
