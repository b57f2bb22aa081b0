"""The store that the settings name."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from extract.errors import SettingsError
from graph.errors import GraphError, StatementFailed, StoreReadOnly
from graph.restoring import check_whole
from graph.store import BoltGraphStore, open_store
from graph.words.renewal import renew_terms

if TYPE_CHECKING:
    from api.settings import Settings

RENEWING = "renewing-terms"
"""The name of the thread in which a served store gets its words of search anew."""
LAID_OUT = Path("/run/secrets")
"""Where Docker puts secrets for the one program of a container, readable by all that run there."""

PARTING = 5.0  # seconds for which it is waited for at the end: a store that is silent keeps nobody

log = logging.getLogger("sagsgraf.api")


def open_configured_store(settings: Settings, *, half: bool = False) -> BoltGraphStore:
    """Open the store of ``settings``; one that was half restored only to restore it (``half``).

    Raises a :class:`graph.errors.StoreError`, or SettingsError for a password that cannot be read.
    """
    store = open_store(
        settings.store,
        user=settings.store_user,
        password=store_password(settings),
        database=settings.store_database,
    )
    try:
        if not half:
            check_whole(store)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def served_store(settings: Settings) -> Iterator[BoltGraphStore]:
    """The open store of ``settings``, brought up to what pages and API ask of it: indexes, and words of search.

    An older version of the program may have made it. The words of a large graph take minutes: it is served meanwhile,
    and a search may miss what has none yet. A store that may only be read is served as it is.
    Raises as :func:`open_configured_store`.
    """
    with closing(open_configured_store(settings)) as store:
        try:
            store.apply_schema()
        except (StoreReadOnly, StatementFailed) as error:  # the database, or the user, may only read
            log.warning("The store is served without the indexes that it lacks. %s", error)
        with _renewing(store):
            yield store


@contextmanager
def _renewing(store: BoltGraphStore) -> Iterator[None]:
    """Make the words of search anew beside what is done, and leave off when that is."""
    stopped = Event()
    thread = Thread(target=_renew, args=(store, stopped), name=RENEWING, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join(PARTING)


def _renew(store: BoltGraphStore, stopped: Event) -> None:
    try:
        renewed = renew_terms(store, stopped.is_set)
    except GraphError as error:
        log.warning("The words of search were not made anew; a search may miss something. %s", error)
    else:
        if renewed and not stopped.is_set():
            log.info("The words of search of %d things were made anew.", renewed)


def store_password(settings: Settings) -> str:
    """The password as given, or the first line of the file that holds it."""
    if not settings.store_password_file:
        return settings.store_password
    if settings.store_password:
        raise SettingsError(
            "SAGSGRAF_STORE_PASSWORD and SAGSGRAF_STORE_PASSWORD_FILE are both set.", "Set one of them."
        )
    path = Path(settings.store_password_file)
    try:
        with path.open(encoding="utf-8") as file:
            _refuse_lying_open(path, os.fstat(file.fileno()))
            password = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is no text"
        raise SettingsError(
            f"The password file '{path}' cannot be read: {said}.", "Correct SAGSGRAF_STORE_PASSWORD_FILE."
        ) from error
    if not password:
        raise SettingsError(f"The password file '{path}' is empty.", "Write the password on its first line.")
    return password


def _refuse_lying_open(path: Path, status: os.stat_result) -> None:
    """A file of this user that others may read; what somebody else laid out for us is theirs to answer for."""
    others = status.st_mode & (stat.S_IROTH | stat.S_IWOTH)
    if others and status.st_uid == os.geteuid() and LAID_OUT not in path.absolute().parents:
        raise SettingsError(f"Others may read or write the password file '{path}'.", f"Run: chmod 600 {path}")
