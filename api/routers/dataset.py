"""The whole data set: what it is, and all of it in one download."""

from __future__ import annotations

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from api.addresses import public_root
from api.models import Dataset
from api.routers.parameters import Store, problems
from api.routers.resource import ResourceRoute
from api.service import dataset as service
from api.settings import Settings
from api.shield import is_head_only

router = APIRouter(prefix="/api/dataset", tags=["dataset"], route_class=ResourceRoute)


_packing = CapacityLimiter(1)  # one at a time, in a thread of its own: it takes long at size


class Zip(StreamingResponse):
    """A ZIP file, sent piece by piece."""

    media_type = "application/zip"


def _told(request: Request, store: Store) -> Dataset:
    settings: Settings = request.app.state.settings
    return service.dataset(store, public_root(request), license_=settings.data_license, publisher=settings.publisher)


@router.get("", responses=problems(), response_model_exclude_none=True)
def dataset(request: Request, store: Store) -> Dataset:
    """What the data set is, in terms of DCAT: whose, under which licence, from where, and where it can be had."""
    return _told(request, store)


@router.get("/download", responses=problems(), response_class=Zip)
async def dataset_download(request: Request, store: Store) -> Zip:
    """All nodes and relations as JSON lines in a ZIP file, with model, licence and origin. It is of one moment.

    It is made when it is first asked for after a change, and then sent: at size the first byte takes a while.
    """
    headers = {"Content-Disposition": 'attachment; filename="sagsgraf.zip"'}
    if is_head_only(request):
        return Zip((), headers=headers)
    packed = await run_sync(_packed, request, store, limiter=_packing)
    return Zip(packed.pieces(), headers={**headers, "Content-Length": str(packed.size)})


def _packed(request: Request, store: Store) -> service.Packed:
    return service.packed_dataset(store, _told(request, store))
