"""What the server writes to its log: one line a request, with its id; never what was asked for or what a document says.

A request is told by the template of its route (``/sager/{id}``), since the ids in an address name people. Of an error
its type and the places in the code are told, not its message, which may hold a statement or a text.
"""

from __future__ import annotations

import datetime as dt
import logging
import traceback
from contextvars import ContextVar
from types import TracebackType
from typing import Literal, TypeAlias

import orjson

REQUEST: ContextVar[str] = ContextVar("request", default="")
ACCESS = logging.getLogger("sagsgraf.access")
TOLD = ("method", "route", "status", "milliseconds")

_Caught: TypeAlias = "tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]"


def begin_journal(form: Literal["text", "json"]) -> None:
    """Write the log of this process to stderr in one form; JSON lines hold a line for every request."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("sagsgraf").setLevel(logging.INFO if form == "json" else logging.WARNING)
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # its notifications hold statements


class TextLines(logging.Formatter):
    """A line for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s%(request)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line, and the places of an error below it."""
        record.request = f" [{REQUEST.get()}]" if REQUEST.get() else ""
        return super().format(record)

    def formatException(self, ei: _Caught) -> str:  # noqa: N802 - the name that logging calls
        """Type and places of an error."""
        return "\n".join(f"  {place}" for place in _places(ei))


class JsonLines(logging.Formatter):
    """A JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        told: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage().strip(),
        }
        if REQUEST.get():
            told["request"] = REQUEST.get()
        told |= {name: record.__dict__[name] for name in TOLD if name in record.__dict__}
        if record.exc_info:
            told["error"] = _places(record.exc_info)
        return orjson.dumps(told).decode()


def _places(caught: _Caught) -> list[str]:
    """The type of an error and of what it came from, each followed by the places in the code, innermost last."""
    places: list[str] = []
    error = caught[1]
    while error is not None:
        places.append(type(error).__qualname__)
        places += [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
        error = error.__cause__ or error.__context__
    return places
