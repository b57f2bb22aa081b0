"""Templates with everything escaped, and the static files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from api.errors import ApiError, NotFound
from api.models import Problem
from api.pages import words
from api.pages.texts import load_texts

API = Path(__file__).resolve().parents[1]
STATIC = API / "static"


@cache
def environment() -> Environment:
    """The templates: every value is escaped, an unknown name is a fault."""
    made = Environment(
        loader=FileSystemLoader(API / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    texts = load_texts()
    made.globals.update(t=texts, word=texts.word, count=texts.count, path=words.path_of, static=static)
    made.filters.update(
        day=words.day,
        short_day=words.short_day,
        partial=words.partial_date,
        percent=words.percent,
        lines=words.printed_lines,
        named=words.named_besides,
        once=words.absent_once,
        subject=words.conflict_subject,
        stated=words.stated,
        place=words.place,
    )
    return made


@cache
def static(name: str) -> str:
    """The address of a static file, with its sum so that a browser may keep it until it changes."""
    found = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={found}"


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(_render(request, template, context), status)


def render_problem(request: Request, error: ApiError, problem: Problem) -> str:
    """The page of a request that went wrong."""
    near = error.near if isinstance(error, NotFound) else ()
    asked = error.key if isinstance(error, NotFound) else ""
    return _render(request, "error.html", {"problem": problem, "code": error.code, "near": near, "asked": asked})


def _render(request: Request, template: str, context: dict[str, Any]) -> str:
    return environment().get_template(template).render(here=request.url.path, **context)


def mount_static(app: FastAPI) -> None:
    """Serve ``api/static``."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
