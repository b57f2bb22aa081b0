"""The whole data set: what it is, and all of it in one download."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from api.addresses import public_root
from api.models import Dataset
from api.routers.parameters import Store, problems
from api.routers.resource import ResourceRoute
from api.service import dataset as service
from api.settings import Settings

router = APIRouter(prefix="/api/dataset", tags=["dataset"], route_class=ResourceRoute)


class Zip(StreamingResponse):
    """A ZIP file, sent as it is made."""

    media_type = "application/zip"


def _told(request: Request, store: Store) -> Dataset:
    settings: Settings = request.app.state.settings
    return service.dataset(store, public_root(request), license_=settings.data_license, publisher=settings.publisher)


@router.get("", responses=problems(), response_model_exclude_none=True)
def dataset(request: Request, store: Store) -> Dataset:
    """What the data set is, in terms of DCAT: whose, under which licence, from where, and where it can be had."""
    return _told(request, store)


@router.get("/download", responses=problems(), response_class=Zip)
def dataset_download(request: Request, store: Store) -> Zip:
    """All nodes and relations as JSON lines in a ZIP file, with model, licence and origin. It is made while it is sent.

    Where somebody writes to the graph meanwhile, it breaks off: ask again.
    """
    content = service.stream_dataset(store, _told(request, store))
    return Zip(content, headers={"Content-Disposition": 'attachment; filename="sagsgraf.zip"'})
