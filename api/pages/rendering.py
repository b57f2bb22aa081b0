"""Templates with everything escaped, and the static files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from api.addresses import language_of, path_in, public_root, root_of, site_of
from api.errors import ApiError, Gone, NotFound
from api.languages import Language, is_spoken
from api.models import Problem
from api.pages import anchors, scopes, words
from api.pages.library import question_of
from api.pages.reports import begin_reports, report_address
from api.pages.texts import Texts, load_texts
from api.settings import Settings
from graph.ids import party_id

API = Path(__file__).resolve().parents[1]
STATIC = API / "static"
_DANISH = Markup(' lang="da"')  # on what is quoted from minutes, where the page speaks another language
_SAID: Mapping[str, Callable[..., str]] = {  # filters that need the words of the reader
    "day": words.day,
    "short_day": words.short_day,
    "partial": words.partial_date,
    "percent": words.percent,
    "subject": words.conflict_subject,
    "stated": words.stated,
    "place": words.place,
    "fact_kind": words.fact_kind,
    "question": question_of,
}
UNLISTED = ("/soeg", "/graf", "/cypher")  # pages that are another one with each question


@lru_cache(maxsize=16)
def environment(site: str, language: Language) -> Environment:
    """The templates: every value is escaped, an unknown name is a fault; ``site`` stands before every address."""
    made = Environment(
        loader=FileSystemLoader(API / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    texts = load_texts(language)
    made.globals.update(t=texts, word=texts.word, count=texts.count, anchor=anchors.anchor)
    made.globals.update(at=partial(_at, site, language), path=partial(_path, site, language))
    made.globals.update(static=partial(_static, site), danish=_DANISH if language is not Language.DANISH else "")
    made.globals.update(kept=scopes.is_kept)
    made.filters.update(
        number=texts.number,
        lines=words.printed_blocks,
        party_id=party_id,
        named=words.named_besides,
        once=words.absent_once,
        fates=words.recommendations_fates,
        paragraphs=words.paragraphs,
        source=words.source_path,
        report=report_address,
    )
    for name, say in _SAID.items():
        made.filters[name] = partial(say, texts)
    return made


def _at(site: str, language: Language, address: str) -> str:
    """An address of this site, as a link holds it: in the reader's language, and within the scope that they keep."""
    return site + (language.path if is_spoken(address.partition("?")[0]) else "") + scopes.scoped(address)


def _path(site: str, language: Language, kind: str, id_: str) -> str:
    address = words.path_of(kind, id_)
    return _at(site, language, address) if address else ""


@cache
def _static(site: str, name: str) -> str:
    """The address of a static file, with its sum so that a browser may keep it until it changes."""
    found = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"{site}/static/{name}?v={found}"


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(_render(request, template, context), status)


def render_problem(request: Request, error: ApiError, problem: Problem) -> str:
    """The page of a request that went wrong."""
    near = error.near if isinstance(error, NotFound | Gone) else ()
    asked = error.key if isinstance(error, NotFound | Gone) else ""
    told = {"problem": problem, "code": error.code, "near": near, "asked": asked}
    return _render(request, "error.html", {**told, "canonical": "", "known_as": {}})


def lead_to(request: Request, kind: str, id_: str, status: int = 307) -> RedirectResponse:
    """Leads to the page of a thing, within the scope that the reader keeps."""
    scopes.keep(getattr(request.state, "scope", None))
    return RedirectResponse(_path(site_of(request), language_of(request), kind, id_), status)


def _render(request: Request, template: str, context: dict[str, Any]) -> str:
    language = language_of(request)
    page = environment(site_of(request), language).get_template(template)
    settings: Settings = request.app.state.settings
    spot = path_in(request)
    scope = scopes.owner_among(context.values()) or getattr(request.state, "scope", None)
    anchors.begin_page()
    scopes.keep(scope)
    begin_reports(settings.report_url, public_root(request) + language.path)
    known_as = _known_as(request, spot)
    told = {"here": request.url.path, "spot": spot, "canonical": known_as.get(language, ""), "known_as": known_as}
    around = {
        "tongues": _tongues(request, spot),
        "scope": scope,
        "wide": _wide(request),
        "cypher_open": settings.cypher_open,
    }
    return page.render(told | around, **context)


def _known_as(request: Request, spot: str) -> dict[Language, str]:
    """A page's absolute address in each language: none where its question makes it another page."""
    is_thing = spot.count("/") > 1
    if spot in UNLISTED or not is_spoken(spot) or (request.query_params and not is_thing):
        return {}
    return {language: public_root(request) + language.path + quote(spot) for language in Language}


def _wide(request: Request) -> str:
    """Where a reader leaves the scope: the same page without what was chosen, or the front of all municipalities."""
    if scopes.PARAMETER not in request.query_params:
        return f"{root_of(request)}/"
    kept = [
        (name, value) for name, value in request.query_params.multi_items() if name not in (scopes.PARAMETER, "efter")
    ]
    return quote(request.url.path) + (f"?{urlencode(kept)}" if kept else "")


def _tongues(request: Request, spot: str) -> list[tuple[Texts, str]]:
    """Each language's catalogue with the address of the same page in it, its question included."""
    asked = f"?{request.url.query}" if request.url.query else ""
    site = site_of(request)
    spoken = f"/{spot.lstrip('/')}" if is_spoken(spot) else "/"  # two slashes would begin the name of another host
    return [(load_texts(language), f"{site}{language.path}{quote(spoken)}{asked}") for language in Language]


def mount_static(app: FastAPI) -> None:
    """Serve ``api/static``."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
