"""sitemap.xml with its parts, and robots.txt."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import PlainTextResponse, Response

from api.addresses import public_root, root_of
from api.answers import answer_kept
from api.errors import PageUnknown
from api.pages.crawling import MEDIA_TYPE, write_index, write_part, write_robots
from api.pages.words import path_of
from api.routers.parameters import Store
from api.service import sitemap

router = APIRouter(include_in_schema=False)

LISTS = ("/", "/sager", "/moeder", "/udvalg", "/personer", "/organisationer", "/love", "/kommuner", "/opfoelgninger",
         "/mangler", "/modstrid", "/partier", "/planer", "/emner", "/daekning")  # fmt: skip


@router.get("/sitemap.xml")
def show_sitemap(request: Request, store: Store) -> Response:
    """The parts of the sitemap."""
    root = public_root(request)
    parts = [f"{root}/sitemap-{name}-{number}.xml" for name, number in sitemap.parts(store)]
    return answer_kept(request, write_index([f"{root}/sitemap-lists.xml", *parts]), MEDIA_TYPE)


@router.get("/sitemap-lists.xml")
def show_lists(request: Request) -> Response:
    """The pages of lists."""
    root = public_root(request)
    return answer_kept(request, write_part((root + path, None) for path in LISTS), MEDIA_TYPE)


@router.get("/sitemap-{name}-{number}.xml")
def show_part(
    request: Request,
    store: Store,
    name: Annotated[str, Path(max_length=20)],
    number: Annotated[str, Path(pattern=r"^[1-9]\d{0,5}$")],
) -> Response:
    """A part of the sitemap."""
    listed = sitemap.part(store, name, int(number))
    if not listed:
        raise PageUnknown("There is no such part.", "The parts are in /sitemap.xml.")
    root = public_root(request)
    pages = ((root + path_of(each.kind, each.id), each.date) for each in listed)
    return answer_kept(request, write_part(pages), MEDIA_TYPE)


@router.get("/robots.txt")
def show_robots(request: Request) -> Response:
    """What search engines may read, and where the sitemap is."""
    return PlainTextResponse(write_robots(root_of(request), public_root(request)))
