"""Templates with everything escaped, and the static files."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from api.addresses import path_in, public_root, root_of
from api.errors import ApiError, Gone, NotFound
from api.models import Problem
from api.pages import anchors, words
from api.pages.texts import load_texts
from api.settings import Settings

API = Path(__file__).resolve().parents[1]
STATIC = API / "static"
UNLISTED = ("/soeg", "/graf", "/cypher")  # pages that are another one with each question


@lru_cache(maxsize=8)
def environment(root: str = "") -> Environment:
    """The templates: every value is escaped, an unknown name is a fault; ``root`` stands before every address."""
    made = Environment(
        loader=FileSystemLoader(API / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    texts = load_texts()
    made.globals.update(t=texts, word=texts.word, count=texts.count, anchor=anchors.anchor)
    made.globals.update(at=partial(_at, root), path=partial(_path, root), static=partial(_static, root))
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
        source=words.source_path,
        fact_kind=words.fact_kind,
    )
    return made


def _at(root: str, address: str) -> str:
    """An address of this site, as a link holds it: with the prefix under which the site is served."""
    return root + address


def _path(root: str, kind: str, id_: str) -> str:
    address = words.path_of(kind, id_)
    return root + address if address else ""


@cache
def _static(root: str, name: str) -> str:
    """The address of a static file, with its sum so that a browser may keep it until it changes."""
    found = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"{root}/static/{name}?v={found}"


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(_render(request, template, context), status)


def render_problem(request: Request, error: ApiError, problem: Problem) -> str:
    """The page of a request that went wrong."""
    near = error.near if isinstance(error, NotFound | Gone) else ()
    asked = error.key if isinstance(error, NotFound | Gone) else ""
    told = {"problem": problem, "code": error.code, "near": near, "asked": asked}
    return _render(request, "error.html", {**told, "canonical": ""})


def lead_to(request: Request, kind: str, id_: str, status: int = 307) -> RedirectResponse:
    """Leads to the page of a thing."""
    return RedirectResponse(_path(root_of(request), kind, id_), status)


def _render(request: Request, template: str, context: dict[str, Any]) -> str:
    page = environment(root_of(request)).get_template(template)
    anchors.begin_page()
    settings: Settings = request.app.state.settings
    spot = path_in(request)
    told = {"here": request.url.path, "spot": spot, "canonical": _canonical(request, spot)}
    return page.render(told, cypher_open=settings.cypher_open, **context)


def _canonical(request: Request, spot: str) -> str:
    """The absolute address under which a page is to be known: none where its question makes it another page."""
    is_thing = spot.count("/") > 1
    if spot in UNLISTED or (request.query_params and not is_thing):
        return ""
    return public_root(request) + quote(spot)


def mount_static(app: FastAPI) -> None:
    """Serve ``api/static``."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
