"""What the faces answer when something is wrong, as one tree; the HTTP status stands on the class.

ApiError
├── NotFound            404  no such thing; near matches come along
├── Gone                410  it was taken out; what replaced it comes along
├── PageUnshown         404  a page of a source file cannot be shown as it is printed; ``sight`` says why
├── PageUnknown         404  no such address
├── MethodRefused       405  the address knows other methods
├── FormRefused         406  the answer comes in none of the forms that are accepted
├── HostRefused         400  the request names a host that is not this server
├── CursorInvalid       422  ``after`` is not what ``next`` of an earlier answer gave
├── RateExceeded        429  more requests in a minute than are allowed
├── RequestInvalid      422  a parameter is unknown or has the wrong form; the field is named
├── CypherClosed        403  user-typed Cypher is not open on this server
├── SiteRefused         403  another site asked in the reader's name
├── StatementForbidden  403  user-typed Cypher that does more than read; ``reason`` says which rule it breaks
├── BodyTooLarge        413  more was sent than this address takes
├── AddressTooLong      414  the address is longer than any that leads somewhere
├── MediaRefused        415  the body is not JSON
├── StatementWrong      422  the graph cannot carry out the statement, or not with these parameters
├── StatementTooSlow    422  the statement took longer than its limit and was stopped
├── StatementsTooMany   503  too many user-typed statements run already
├── StoreUnavailable    503  the graph does not answer
├── AnswerTooSlow       503  the graph did not answer in time
└── Failure             500  a fault of the program; nothing of it is told

Each is told as problem details (RFC 9457) on the API, and as a page everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from api.models import FieldError, Near, Problem, Sight
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


class PageUnshown(ApiError):
    """A page of a source file cannot be shown as it is printed; ``sight`` says why. Its text may be all the same."""

    code = "page-unshown"
    status = 404
    title = "The page cannot be shown"

    def __init__(self, sight: Sight, message: str = "") -> None:
        super().__init__(message or _UNSHOWN[sight], "What is known of its text: /api/evidence/ID.")
        self.sight = sight


_UNSHOWN: Mapping[Sight, str] = {
    Sight.UNPLACED: "Where these characters stand on the page is not known for certain.",
    Sight.HIDDEN: "The page cannot be shown as it is printed.",
    Sight.MISSING: "The file lies no more where it was read.",
    Sight.CHANGED: "Another file lies now where it was read.",
    Sight.ELSEWHERE: "The file was read on another machine, or from a place that was not kept.",
    Sight.TOO_LARGE: "The file is too large to be shown.",
    Sight.UNREADABLE: "The file can no longer be opened.",
}


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


class FormRefused(ApiError):
    """The answer comes in none of the forms that the request accepts."""

    code = "form-refused"
    status = 406
    title = "No such form"

    def __init__(self, offered: Sequence[str]) -> None:
        super().__init__("The answer is in none of the forms that are accepted.", f"It comes as {', '.join(offered)}.")


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


class RateExceeded(ApiError):
    """More was asked in a minute than is allowed; ``Retry-After`` says in how many seconds the next is answered."""

    code = "rate-exceeded"
    status = 429
    title = "Too many requests"

    def __init__(self, seconds: int) -> None:
        super().__init__("You have asked more in a minute than is allowed.", f"Ask again in {seconds} s.")


class CypherClosed(ApiError):
    """User-typed Cypher is not open on this server."""

    code = "cypher-closed"
    status = 403
    title = "Cypher is closed here"

    def __init__(self) -> None:
        super().__init__(
            "This server takes no Cypher of its readers, since others than this machine may reach it.",
            "Whoever runs it can open it with SAGSGRAF_CYPHER=on.",
        )


class SiteRefused(ApiError):
    """Another site asked in the reader's name."""

    code = "site-refused"
    status = 403
    title = "Asked by another site"

    def __init__(self) -> None:
        super().__init__("This was asked by a page of another site.", "Ask from here, or with a program.")


class StatementForbidden(ApiError):
    """User-typed Cypher that does more than read; ``reason`` says which rule it breaks."""

    code = "statement-refused"
    status = 403
    title = "The statement does more than read"

    def __init__(self, reason: str, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.reason = reason

    def problem(self, instance: str) -> Problem:
        """The problem details, with the rule that the statement breaks."""
        return super().problem(instance).model_copy(update={"reason": self.reason})


class BodyTooLarge(ApiError):
    """More was sent than this address takes."""

    code = "body-too-large"
    status = 413
    title = "Too much was sent"

    def __init__(self, most: int) -> None:
        super().__init__(f"More than {most} bytes were sent.", "Send a shorter statement or fewer parameters.")


class AddressTooLong(ApiError):
    """The address is longer than any that leads somewhere."""

    code = "address-too-long"
    status = 414
    title = "The address is too long"

    def __init__(self, most: int) -> None:
        super().__init__(f"The address is longer than {most} bytes.", "Ask for less in one request.")


class MediaRefused(ApiError):
    """The body is not JSON."""

    code = "media-type-refused"
    status = 415
    title = "The body is not JSON"

    def __init__(self) -> None:
        super().__init__("This address takes JSON only.", "Send it with 'Content-Type: application/json'.")


class StatementWrong(ApiError):
    """The graph cannot carry out the statement, or not with these parameters."""

    code = "statement-invalid"
    status = 422
    title = "The statement cannot be carried out"


class StatementTooSlow(ApiError):
    """The statement took longer than its limit and was stopped."""

    code = "statement-timed-out"
    status = 422
    title = "The statement took too long"


class StatementsTooMany(ApiError):
    """Too many user-typed statements run already."""

    code = "statement-busy"
    status = 503
    title = "Too many statements run already"


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
    PageUnshown,
    PageUnknown,
    MethodRefused,
    FormRefused,
    HostRefused,
    CursorInvalid,
    RequestInvalid,
    RateExceeded,
    CypherClosed,
    SiteRefused,
    StatementForbidden,
    BodyTooLarge,
    AddressTooLong,
    MediaRefused,
    StatementWrong,
    StatementTooSlow,
    StatementsTooMany,
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
