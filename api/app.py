"""The web application: lifespan, handlers, ``create_app`` and nothing else."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api.addresses import Addressed
from api.answers import Json, answer_problem, request_id
from api.description import DESCRIPTION, describe
from api.errors import ApiError, Failure, RequestInvalid, from_graph, from_status
from api.keeper import StoreKeeper
from api.metrics import Metrics
from api.models import FieldError
from api.pace import Pace
from api.pages import mount_static
from api.routers import PAGES, RESOURCES
from api.routers.page_filters import choose_scope
from api.routers.parameters import refuse_unknown
from api.service.originals import Originals
from api.service.removal import machine_of
from api.settings import Settings
from api.shield import HEADERS, Shield
from api.version import VERSION
from api.watch import HEADER, Routed, Watch
from graph.errors import GraphError, StoreError
from graph.store import GraphStore

EXPOSED = ("ETag", "Link", "Retry-After", HEADER)

log = logging.getLogger("sagsgraf.api")


def create_app(settings: Settings, store: GraphStore | None = None) -> FastAPI:
    """The application over ``store``; without one, over the store that ``settings`` name, opened when it starts.

    A store that is given is the caller's to close.
    """
    keeper = StoreKeeper(settings, store)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        keeper.try_open()
        yield
        keeper.close()

    app = FastAPI(
        title="Sagsgraf",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=lifespan,
        default_response_class=Json,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,  # it would lead to an absolute address of the Host that was asked for
    )
    app.state.keeper = keeper
    app.state.settings = settings
    app.state.originals = Originals(machine_of(settings))
    app.state.metrics = Metrics(keeper)
    _surround(app, settings)
    app.add_exception_handler(ApiError, _tell)
    app.add_exception_handler(GraphError, _tell_graph)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(HTTPException, _tell_http)
    app.add_exception_handler(Exception, _tell_failure)
    for router in RESOURCES:
        app.include_router(router, dependencies=[Depends(refuse_unknown)])
    for router in PAGES:
        app.include_router(router, dependencies=[Depends(choose_scope)])
    mount_static(app)
    describe(app)
    return app


def _surround(app: FastAPI, settings: Settings) -> None:
    """What every request goes through, from the inside out."""
    app.add_middleware(Routed)
    app.add_middleware(GZipMiddleware, minimum_size=2000)
    if settings.origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=settings.origins, allow_methods=("GET", "POST"), expose_headers=EXPOSED
        )
    if settings.rate_limit:
        app.add_middleware(Pace, per_minute=settings.rate_limit)
    app.add_middleware(Shield, hosts=settings.hosts)
    app.add_middleware(Addressed, prefix=settings.prefix)
    app.add_middleware(Watch, metrics=app.state.metrics)


async def _tell(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)  # noqa: S101 - registered for this class
    return answer_problem(request, error)


async def _tell_graph(request: Request, error: Exception) -> Response:
    assert isinstance(error, GraphError)  # noqa: S101 - registered for this class
    told = error.message if isinstance(error, StoreError) else "not told here"  # it may quote a statement
    log.warning("%s: %s", error.code, told)
    return answer_problem(request, from_graph(error))


async def _tell_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class
    fields = [FieldError(field=".".join(map(str, part["loc"])), message=part["msg"]) for part in error.errors()]
    return answer_problem(request, RequestInvalid(fields))


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class
    return answer_problem(request, from_status(error.status_code, error.detail), error.headers)


async def _tell_failure(request: Request, _: Exception) -> Response:
    # The framework answers this outside the shield, so the headers are set here.
    return answer_problem(request, Failure(), {**HEADERS, HEADER: request_id(request) or ""})
