"""What the faces answer when something is wrong, as one tree; the HTTP status stands on the class.

ApiError
├── NotFound            404  no such thing; near matches come along
├── Gone                410  it was taken out; what replaced it comes along
├── PageUnknown         404  no such address
├── MethodRefused       405  the address knows other methods
├── HostRefused         400  the request names a host that is not this server
├── CursorInvalid       422  ``after`` is not what ``next`` of an earlier answer gave
├── RequestInvalid      422  a parameter is unknown or has the wrong form; the field is named
├── StoreUnavailable    503  the graph does not answer
├── AnswerTooSlow       503  the graph did not answer in time
└── Failure             500  a fault of the program; nothing of it is told

Each is told as problem details (RFC 9457) on the API, and as a page everywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from api.models import FieldError, Near, Problem
from extract.errors import SagsgrafError
from graph.errors import GraphError, StatementBusy, StatementTimedOut, StoreError

MEDIA_TYPE = "application/problem+json"
TYPES = "/api/problems/"


class ApiError(SagsgrafError):
    """Anything that the faces answer instead of what was asked for."""

    code = "api"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "The request could not be answered"

    def problem(self, instance: str) -> Problem:
        """The problem details; ``instance`` is the path that was asked for."""
        return Problem(
            type=TYPES + self.code,
            title=self.title,
            status=self.status,
            detail=f"{self.message} {self.cure}".strip(),
            instance=instance,
        )


class NotFound(ApiError):
    """There is no such thing; ``near`` are those that look like it."""

    code = "not-found"
    status = 404
    title = "No such thing"

    def __init__(self, kind: str, key: str, near: Sequence[Near] = (), cure: str = "") -> None:
        usual = "These look like it." if near else "Search for it by another spelling."
        super().__init__(f"There is no {kind} '{key}'.", cure or usual)
        self.key = key
        self._searched = not cure
        self.near = tuple(near)

    def problem(self, instance: str) -> Problem:
        """The problem details, with near matches and where to search."""
        problem = super().problem(instance)
        detail = f"{problem.detail} Search: /api/search?q=…" if self._searched else problem.detail
        return problem.model_copy(update={"detail": detail, "near": self.near or None})


class Gone(ApiError):
    """What a document told was taken out of the graph with it; ``near`` is the document that took its place.

    Why it was is not told here: a person wrote that for those who keep the graph.
    """

    code = "gone"
    status = 410
    title = "Taken out"

    def __init__(self, kind: str, key: str, day: date, near: Sequence[Near] = ()) -> None:
        what = "replaced by a newer version" if near else "removed"
        super().__init__(f"The {kind} '{key}' was {what} on {day}.", "")
        self.key = key
        self.near = tuple(near)

    def problem(self, instance: str) -> Problem:
        """The problem details, with the document that took its place."""
        return super().problem(instance).model_copy(update={"near": self.near or None})


class PageUnknown(ApiError):
    """There is nothing at this address."""

    code = "page-unknown"
    status = 404
    title = "No such address"


class MethodRefused(ApiError):
    """The address knows other methods."""

    code = "method-refused"
    status = 405
    title = "Method not allowed"


class HostRefused(ApiError):
    """The request names a host that is not this server."""

    code = "host-refused"
    status = 400
    title = "Unknown host"


class CursorInvalid(ApiError):
    """``after`` is not what ``next`` of an earlier answer gave."""

    code = "cursor-invalid"
    status = 422
    title = "Unknown place in the list"

    def __init__(self) -> None:
        super().__init__("The value of 'after' is no place in this list.", "Use the 'next' of an earlier answer.")


class RequestInvalid(ApiError):
    """A parameter is unknown here, or has the wrong form."""

    code = "request-invalid"
    status = 422
    title = "A parameter is unknown or has the wrong form"

    def __init__(self, errors: Sequence[FieldError]) -> None:
        named = "; ".join(f"{error.field}: {error.message}" for error in errors)
        super().__init__(f"{named}.", "The API's description is at /api/docs.")
        self.errors = tuple(errors)

    def problem(self, instance: str) -> Problem:
        """The problem details, with each field that is wrong."""
        return super().problem(instance).model_copy(update={"errors": self.errors})


class StoreUnavailable(ApiError):
    """The graph does not answer."""

    code = "store-unavailable"
    status = 503
    title = "The graph does not answer"


class AnswerTooSlow(ApiError):
    """The graph did not answer in time."""

    code = "answer-too-slow"
    status = 503
    title = "The graph did not answer in time"


class Failure(ApiError):
    """A fault of the program."""

    code = "failure"
    status = 500
    title = "A fault of the program"

    def __init__(self) -> None:
        super().__init__("Something went wrong here.", "Try again; the log of the server says more.")


class HttpProblem(ApiError):
    """Any other status that the web framework answers."""

    code = "http"

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message, "")
        self._status = status

    def problem(self, instance: str) -> Problem:
        """The problem details with the framework's status."""
        problem = super().problem(instance)
        return problem.model_copy(update={"status": self._status, "title": self.message, "type": "about:blank"})


KINDS: tuple[type[ApiError], ...] = (
    NotFound,
    Gone,
    PageUnknown,
    MethodRefused,
    HostRefused,
    CursorInvalid,
    RequestInvalid,
    StoreUnavailable,
    AnswerTooSlow,
    Failure,
)


def from_graph(error: GraphError) -> ApiError:
    """How the faces tell an error of the store or the graph; addresses and statements are kept to the log."""
    if isinstance(error, StoreError):
        return StoreUnavailable("The graph cannot be reached just now.", "Try again in a moment.")
    if isinstance(error, StatementTimedOut | StatementBusy):
        return AnswerTooSlow("The answer took too long.", "Ask for less: another filter, a smaller limit.")
    return Failure()


def from_status(status: int, message: str) -> ApiError:
    """How the faces tell a status that the web framework gives."""
    if status == PageUnknown.status:
        return PageUnknown(
            "There is nothing at this address.",
            "No address here ends in a slash. The API's description is at /api/docs.",
        )
    if status == MethodRefused.status:
        return MethodRefused("This address does not know that method.", "Everything here is read with GET.")
    return HttpProblem(status, message)
